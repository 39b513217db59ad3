// The documents of an EPUB: chapters, the list of contents, the cover.
import type { Chapter as MenuChapter } from '../../core/book.ts'
import { xmlText } from '../../site/metadata/xml.ts'
import { authorsLine } from '../about.ts'
import type { Chapter } from '../chapter.ts'
import type { Edition } from '../edition.ts'
import { titledBlocks } from '../titled.ts'
import { walkContent } from '../walk.ts'
import { writeBlocks, writeNote } from './blocks.ts'
import {
  type ChapterWriter,
  type WriterKit,
  createChapterWriter,
  fragmentText,
} from './chapter-writer.ts'
import { tag } from './xml.ts'

/** A document of XHTML. */
function page(edition: Edition, title: string, body: string): string {
  const { tag: lang } = edition.language
  const html = {
    xmlns: 'http://www.w3.org/1999/xhtml',
    'xmlns:epub': 'http://www.idpf.org/2007/ops',
    lang,
    'xml:lang': lang,
    dir: edition.direction === 'rtl' ? 'rtl' : undefined,
  }
  const head = `<meta charset="utf-8"/>\n<title>${xmlText(title)}</title>\n<link rel="stylesheet" type="text/css" href="book.css"/>`
  const inside = `\n<head>\n${head}\n</head>\n<body>\n${body}\n</body>\n`
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n${tag('html', html, inside)}\n`
}

/** A chapter. */
export function chapterDocument(kit: WriterKit, chapter: Chapter): string {
  const { edition } = kit
  const writer = createChapterWriter(kit, chapter)
  const body = writeBlocks(titledBlocks(chapter), writer)
  const kind = chapter.isGlossary ? 'glossary' : 'chapter'
  const inside = `\n${body}\n${notes(chapter, writer, edition)}`
  return page(
    edition,
    chapter.title,
    tag('section', { 'epub:type': kind, role: `doc-${kind}`, 'aria-label': chapter.title }, inside),
  )
}

function notes({ content }: Chapter, writer: ChapterWriter, { language }: Edition): string {
  if (content.notes.length === 0) return ''
  const calls = new Map<string, string>()
  walkContent(content, {
    inline(inline) {
      if (typeof inline === 'string' || inline.kind !== 'call' || inline.id === undefined) return
      if (!calls.has(inline.note)) calls.set(inline.note, fragmentText(inline.id))
    },
  })
  const all = content.notes.map((note) => writeNote(note, writer, calls.get(note.id)))
  const label = language.labels['footnotes'] ?? 'Footnotes'
  return `${tag('section', { class: 'notes', 'epub:type': 'footnotes', 'aria-label': label }, `\n${all.join('\n')}\n`)}\n`
}

/** The list of contents, for readers and for their devices. */
export function navigationDocument(
  edition: Edition,
  names: ReadonlyMap<Chapter, string>,
  hasCover: boolean,
): string {
  const { labels } = edition.language
  const contents = labels['contents'] ?? 'Contents'
  const first = edition.chapters.find(({ isListed }) => isListed)
  const begin = first === undefined ? undefined : names.get(first)
  const marks = [
    hasCover ? landmark('cover', 'cover.xhtml', edition.title) : '',
    landmark('toc', 'nav.xhtml', contents),
    begin === undefined ? '' : landmark('bodymatter', begin, labels['chapters'] ?? edition.title),
  ]
  const list = tag('ol', {}, `\n${contentsList(edition, names)}\n`)
  const toc = tag(
    'nav',
    { 'epub:type': 'toc', role: 'doc-toc', 'aria-label': contents },
    `\n${tag('h1', {}, xmlText(contents))}\n${list}\n`,
  )
  const landmarks = tag(
    'nav',
    { 'epub:type': 'landmarks', hidden: 'hidden', 'aria-label': labels['menu'] ?? 'Menu' },
    `\n${tag('ol', {}, marks.filter(Boolean).join(''))}\n`,
  )
  return page(edition, edition.title, `${toc}\n${landmarks}`)
}

function landmark(type: string, href: string, title: string): string {
  return tag('li', {}, tag('a', { 'epub:type': type, href }, xmlText(title)))
}

function contentsList(edition: Edition, names: ReadonlyMap<Chapter, string>): string {
  const seen = new Set<Chapter>()
  const reading = readingOrder(edition)
  const item = (chapter: MenuChapter): string => {
    const target = reading.targetOf(chapter)
    const isAhead = target !== undefined && reading.goesOn(target)
    const below = reading.sorted(chapter.children).map(item).filter(Boolean)
    const inside = below.length === 0 ? '' : tag('ol', {}, `\n${below.join('\n')}\n`)
    if (target !== undefined) seen.add(target.chapter)
    if (!isAhead)
      return inside === '' ? '' : tag('li', {}, tag('span', {}, xmlText(chapter.title)) + inside)
    const hash = target.id === undefined ? '' : `#${fragmentText(target.id)}`
    const href = (names.get(target.chapter) ?? '') + hash
    const title = chapter.title.trim() || target.chapter.path
    return tag('li', {}, tag('a', { href }, xmlText(title)) + inside)
  }
  const parts = edition.menu.flatMap(({ title, chapters }) => {
    const items = reading.sorted(chapters).map(item).filter(Boolean)
    if (title === '' || items.length === 0) return items
    return [
      tag('li', {}, tag('span', {}, xmlText(title)) + tag('ol', {}, `\n${items.join('\n')}\n`)),
    ]
  })
  const rest = edition.chapters
    .filter((chapter) => chapter.isListed && !seen.has(chapter))
    .map(
      (chapter) =>
        [
          chapter,
          tag('li', {}, tag('a', { href: names.get(chapter) }, xmlText(chapter.title))),
        ] as const,
    )
  const start = rest.filter(([{ path }]) => path === edition.space.readme).map(([, text]) => text)
  const end = rest.filter(([{ path }]) => path !== edition.space.readme).map(([, text]) => text)
  return [...start, ...parts, ...end].join('\n')
}

/** What an entry of the contents leads to, and where that stands in the book. */
interface Target {
  readonly chapter: Chapter
  readonly id: string | undefined
  readonly place: readonly [chapter: number, id: number]
}

/** Contents follow the book: sections of a page in their order, and nothing leads back to what was before. */
function readingOrder({ chapters }: Edition): {
  readonly targetOf: (entry: MenuChapter) => Target | undefined
  readonly sorted: (entries: readonly MenuChapter[]) => readonly MenuChapter[]
  /** Is this not before what was asked last? */
  readonly goesOn: (target: Target) => boolean
} {
  const places = new Map(chapters.map((chapter, index) => [chapter.path as string, index]))
  const ids = new Map<Chapter, readonly string[]>()
  let last: Target['place'] = [0, 0]
  const targetOf = (entry: MenuChapter): Target | undefined => {
    const index = entry.kind === 'page' ? places.get(entry.path) : undefined
    const chapter = index === undefined ? undefined : chapters[index]
    if (index === undefined || chapter === undefined || entry.kind !== 'page') return undefined
    const own = ids.get(chapter) ?? [...chapter.ids]
    ids.set(chapter, own)
    const at = entry.anchor === undefined ? -1 : own.indexOf(entry.anchor)
    return { chapter, id: at < 0 ? undefined : entry.anchor, place: [index, at + 1] }
  }
  const isBefore = (a: Target['place'], b: Target['place']): number => a[0] - b[0] || a[1] - b[1]
  return {
    targetOf,
    sorted: (entries) => {
      const sections = new Map(entries.map((entry) => [entry, targetOf(entry)]))
      return entries.toSorted((a, b) => {
        const [one, other] = [sections.get(a), sections.get(b)]
        return one?.chapter === other?.chapter && one && other
          ? isBefore(one.place, other.place)
          : 0
      })
    },
    goesOn: ({ place }) => {
      if (isBefore(place, last) < 0) return false
      last = place
      return true
    },
  }
}

/** The cover, a page of its own. */
export function coverDocument(edition: Edition, picture: string): string {
  const authors = authorsLine(edition.authors, edition.language.tag)
  const by = authors === '' ? '' : ` \u2014 ${authors}`
  const img = tag('img', { src: picture, alt: edition.title + by, role: 'doc-cover' })
  return page(
    edition,
    edition.title,
    tag('section', { 'epub:type': 'cover', class: 'cover', 'aria-label': edition.title }, img),
  )
}
