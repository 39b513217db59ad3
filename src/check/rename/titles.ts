import type { Book, Chapter } from '../../core/book.ts'
import type { Fix, Place } from '../../core/diagnostic.ts'
import { isAsciidocPath } from '../../core/path.ts'
import { placeOf } from '../../core/position.ts'
import type { Files } from '../../files/files.ts'
import { chaptersIn } from '../../core/menu.ts'
import type { HeadingPlan } from './heading.ts'

/** Where the text of a heading stands as such: entries of SUMMARY, and references of AsciiDoc by title. */
export function repeatedTitles(
  book: Book,
  files: Files,
  plan: HeadingPlan,
  text: string,
): readonly Fix[] {
  return [...titlesInSummary(book, files, plan, text), ...natural(files, plan, text)]
}

/** `<<The title>>` in the page itself. */
function natural(files: Files, { page, heading }: HeadingPlan, text: string): readonly Fix[] {
  if (!isAsciidocPath(page.path) || /[<>,[\]]/.test(text)) return []
  const source = files.text(page.path)?.text ?? ''
  return ['<<', 'xref:'].flatMap((sign) =>
    [...source.matchAll(new RegExp(`${sign}([^<>,[\\]\n]+)(?=>>|,|\\[)`, 'g'))]
      .filter(([, title]) => title === heading.text)
      .map(({ index }) => {
        const from = index + sign.length
        return { at: placeOf(page.path, source, from, from + heading.text.length), text }
      }),
  )
}

/** Entries of SUMMARY that lead to a heading and say exactly its text: they say the new one. */
function titlesInSummary(
  book: Book,
  files: Files,
  { page, index, heading }: HeadingPlan,
  text: string,
): readonly Fix[] {
  // Markup means the same in a link, but brackets end it.
  if (/[[\]]/.test(text)) return []
  const isTitle = index === page.headings.findIndex(({ level }) => level === 1)
  const leadsHere = (chapter: Chapter): boolean =>
    chapter.kind === 'page' &&
    chapter.path === page.path &&
    chapter.title === heading.text &&
    (chapter.anchor === undefined ? isTitle : chapter.anchor === heading.id)
  return book.spaces
    .flatMap(({ parts }) => chaptersIn(parts))
    .filter(leadsHere)
    .flatMap(({ at, title }) => {
      const place = titlePlace(at, title, files)
      return place === undefined ? [] : [{ at: place, text }]
    })
}

/** Of the title beside its address: `[title](address)` or `address[title]`. */
function titlePlace({ file, start, end }: Place, title: string, files: Files): Place | undefined {
  if (start === undefined || end === undefined || start.line !== end.line) return undefined
  const { line } = start
  const row = (files.text(file)?.text ?? '').split('\n')[line - 1] ?? ''
  const [before, after] = [row.slice(0, start.column - 1), row.slice(end.column - 1)]
  const between = (from: number): Place => ({
    file,
    start: { line, column: from + 1 },
    end: { line, column: from + title.length + 1 },
  })
  if (/\]\(<?$/.test(before) && before.replace(/\]\(<?$/, '').endsWith(`[${title}`))
    return between(before.lastIndexOf(`[${title}`) + 1)
  return after.startsWith(`[${title}]`) ? between(end.column) : undefined
}
