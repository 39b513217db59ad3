// A whole book as source of Typst: its page, its cover, its contents, its chapters.
import type { Config } from '../../core/book.ts'
import { authorsLine } from '../about.ts'
import type { Chapter } from '../chapter.ts'
import { coverPlace } from '../cover.ts'
import type { Block } from '../content.ts'
import type { Edition } from '../edition.ts'
import type { Remarks } from '../remarks.ts'
import { titledBlocks } from '../titled.ts'
import { writeBlocks } from './blocks.ts'
import type { Formulas } from './formulas.ts'
import { type FontChoice, fontsFor, isChineseOrJapanese } from './fonts.ts'
import { writeLine } from './inlines.ts'
import { type PageWriter, type PdfKit, createPageWriter, labelOf } from './page-writer.ts'
import { type PdfPictures, type Room, createPdfPictures } from './pictures.ts'
import { pageRules } from './running-lines.ts'
import { RULES, STYLE } from './style.ts'
import { call, joined, list, text } from './values.ts'

/** The source of a book, and the files that it names. */
export interface PdfSource {
  readonly main: string
  readonly pictures: PdfPictures
  readonly fonts: FontChoice
}

/** What is known of a book before it is written. */
interface PdfKnown {
  readonly formulas?: Formulas
  /** The names of pictures that cannot be read. */
  readonly broken?: ReadonlySet<string>
}

type PdfSettings = Config['pdf']

/** Sizes of paper in points, and what Typst calls them. */
const PAPER: { readonly [size: string]: readonly [name: string, width: number, height: number] } = {
  letter: ['us-letter', 612, 792],
  legal: ['us-legal', 612, 1008],
}

function paperOf(size: string): readonly [name: string, width: number, height: number] {
  const known = PAPER[size]
  if (known !== undefined) return known
  const number = Number(size.slice(1))
  const isB = size.startsWith('b')
  // Each size is half of the one before.
  const height = (isB ? 4008.2 : 3370.4) / 2 ** (number / 2)
  return [isB ? `iso-${size}` : size, height / Math.SQRT2, height]
}

/** Writes a book, or some of its chapters. */
export function pdfSource(
  edition: Edition,
  chapters: readonly Chapter[],
  remarks: Remarks,
  { formulas = new Map(), broken = new Set() }: PdfKnown = {},
): PdfSource {
  const { pdf } = edition.space.config
  const [paper, width, height] = paperOf(pdf.paperSize)
  const room: Room = {
    width: width - pdf.margin.left - pdf.margin.right,
    height: height - pdf.margin.top - pdf.margin.bottom,
  }
  const pictures = createPdfPictures(edition, remarks, room, broken)
  const asked = pdf.fontFamily === 'Arial' ? undefined : pdf.fontFamily
  const fonts = fontsFor(edition.language.tag, asked)
  const hasParts = edition.menu.some(({ title }) => title !== '')
  const kit: PdfKit = {
    edition,
    numbers: new Map(chapters.map((chapter, index) => [chapter, index + 1])),
    pictures,
    remarks,
    formulas,
    state: { depth: 0, nesting: 0 },
    mayBeWide: isChineseOrJapanese(edition.language.tag),
    depthOf: ({ depth }) => depth + (hasParts ? 1 : 0),
  }
  const body = chaptersOf(kit, chapters)
  const main = [
    `#let mono-fonts = ${fontList(fonts.mono)}`,
    `#let own-fonts = ${fontList(fonts.own.length === 0 ? fonts.body : fonts.own)}`,
    `#let to-left = ${String(edition.direction === 'rtl')}`,
    STYLE,
    documentRules(edition, fonts, pdf),
    pageRules(pdf, paper, edition),
    RULES,
    `#show emph: set text(font: ${fontList(fonts.emphasis)})`,
    ...(chapters.length < edition.chapters.length ? [] : [titlePage(edition, pictures)]),
    contents(edition, chapters, hasParts),
    ...(pdf.figures ? [figures(edition)] : []),
    `#${joined(body)}`,
  ].join('\n')
  return { main, pictures, fonts }
}

function fontList(names: readonly string[]): string {
  return list(names.map(text))
}

function documentRules(edition: Edition, fonts: FontChoice, pdf: PdfSettings): string {
  const { title, authors, description, direction, language } = edition
  const locale = new Intl.Locale(language.tag)
  const document = call('document', {
    title: text(title),
    author: list(authors.map(text)),
    description: description === undefined ? undefined : text(description),
    date: dateOf(edition.modified),
  })
  const set = call('text', {
    font: fontList(fonts.body),
    size: `${pdf.fontSize * 0.9}pt`,
    lang: text(locale.language),
    region: locale.region === undefined ? undefined : text(locale.region),
    script: locale.script === undefined ? undefined : text(locale.script.toLowerCase()),
    dir: direction,
    'cjk-latin-spacing': 'auto',
  })
  return `#set ${document}\n#set ${set}`
}

/** A day, as Typst writes it. */
function dateOf(time: string): string {
  const [year, month, day] = time.slice(0, 10).split('-').map(Number)
  return call('datetime', { year, month, day })
}

function titlePage(edition: Edition, pictures: PdfPictures): string {
  const { title, authors, description, cover, publisher, published, language } = edition
  const by = authorsLine(authors, language.tag)
  const name = cover === undefined ? undefined : pictures.add(cover, coverPlace(edition))
  if (name !== undefined) {
    const image = call(
      'image',
      { width: '100%', height: '100%', fit: '"contain"', alt: text(title) },
      text(name),
    )
    return `#page(margin: 0pt, header: none, footer: none, ${image})`
  }
  const lines = [
    'v(30%)',
    `text(size: 2.4em, weight: "bold", hyphenate: false, ${text(title)})`,
    ...(description === undefined ? [] : ['v(1em)', `text(size: 1.1em, ${text(description)})`]),
    ...(by === '' ? [] : ['v(3em)', `text(size: 1.2em, ${text(by)})`]),
    'v(1fr)',
    text([publisher, published].filter(Boolean).join(' · ')),
  ]
  return `#page(header: none, footer: none, {set align(center); set par(justify: false); ${lines.join('; parbreak(); ')}})`
}

/** The list of contents. Where some chapters stand below others, those of the first level stand out. */
function contents({ language }: Edition, chapters: readonly Chapter[], hasParts: boolean): string {
  if (chapters.length < 2) return ''
  const title = text(language.labels['contents'] ?? 'Contents')
  const isNested = hasParts || chapters.some(({ depth }) => depth > 1)
  const first = isNested
    ? 'show outline.entry.where(level: 1): set block(above: 1.1em); show outline.entry.where(level: 1): set text(weight: "bold"); '
    : ''
  return `#{${first}outline(title: ${title}, depth: 3, indent: 1.2em)}\n#pagebreak(weak: true)`
}

/** The list of figures with a caption; nothing where there are none. */
function figures({ language }: Edition): string {
  const target = 'figure.where(kind: "figure", outlined: true)'
  const title = text(language.labels['figures'] ?? 'Figures')
  return `#context if query(${target}).filter(it => it.caption != none).len() > 0 {
  outline(title: ${title}, target: ${target})
  pagebreak(weak: true)
}`
}

/** The chapters, below the titles of their parts. */
function chaptersOf(kit: PdfKit, chapters: readonly Chapter[]): readonly string[] {
  const parts = firstOfParts(kit.edition)
  return chapters.flatMap((chapter) => {
    const part = parts.get(chapter.path)
    const title =
      part === undefined ? [] : ['pagebreak(weak: true)', call('heading', { level: 1 }, text(part))]
    if (part !== undefined) kit.state.depth = 1
    return [
      ...title,
      ...(chapter === chapters[0] ? [] : separator(kit.edition, part !== undefined, chapter)),
      writeChapter(kit, chapter),
    ]
  })
}

/** The titles of parts, by the page that each begins with. */
function firstOfParts({ menu }: Edition): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  for (const { title, chapters } of menu) {
    const begin = chapters.find(({ kind }) => kind === 'page')
    if (title !== '' && begin?.kind === 'page') first.set(begin.path, title)
  }
  return first
}

function separator(
  { space }: Edition,
  isBehindTitle: boolean,
  { depth }: Chapter,
): readonly string[] {
  const { chapterMark } = space.config.pdf
  if (isBehindTitle) return []
  const breaks = chapterMark === 'pagebreak' || chapterMark === 'both'
  return [
    // Deeper chapters follow the one that they belong to.
    breaks && depth < 3 ? 'pagebreak(weak: true)' : '',
    chapterMark === 'rule' || chapterMark === 'both' ? 'rule()' : '',
  ].filter((value) => value !== '')
}

/** A footnote begins in the line of its number. */
function writeNote([first, ...rest]: readonly Block[], writer: PageWriter): string {
  if (first?.kind !== 'paragraph') return writeBlocks(first ? [first, ...rest] : rest, writer)
  return joined([writeLine(first.children, writer), writeBlocks(rest, writer)])
}

function writeChapter(kit: PdfKit, chapter: Chapter): string {
  const { content } = chapter
  const written = new Set<string>()
  const writer = createPageWriter(kit, chapter, (id, inner) => {
    const note = content.notes.find((one) => one.id === id)
    written.add(id)
    return note === undefined ? '' : writeNote(note.blocks, inner)
  })
  const start = call('anchor', {}, text(labelOf(kit.numbers.get(chapter) ?? 0, undefined)))
  const body = writeBlocks(titledBlocks(chapter), writer)
  const uncalled = content.notes.filter(({ id }) => !written.has(id))
  const rest = uncalled.map((note) => writeBlocks(note.blocks, writer))
  return ['counter(footnote).update(0)', start, body, ...rest].join(';')
}
