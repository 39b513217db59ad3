// A line of SUMMARY for a page that a listed page links to: at the end of the list in which that page stands.
import { isAsciidocPath } from '../../book/output.ts'
import type { Chapter, Space, PageLink } from '../../core/book.ts'
import type { Diagnostic, Fix } from '../../core/diagnostic.ts'
import { type BookPath, writtenFrom } from '../../core/path.ts'
import { walkChapters } from '../../core/menu.ts'
import { isConventional } from '../usages.ts'
import type { Subject } from '../rule.ts'
import { encodeSigns } from './source.ts'

/** An item of a Markdown list with a link. */
const ITEM = /^([ \t]*(?:[*+-]|\d+[.)])[ \t]+)\[/

/** A line after an item that is no part of it. */
const ENDS_ITEM = /^\s*(?:$|[*+#-]|\d+[.)])/

/** The fix for `links/unlisted-page`; undefined when there is no such list. */
export function summaryEntry(subject: Subject, { at }: Diagnostic): Fix | undefined {
  if (at === undefined) return undefined
  for (const page of subject.results.values()) {
    const link = page.links.find((one) => isAt(one, at))
    if (link === undefined) continue
    const space = subject.spaceOf(page.path)
    return space === undefined ? undefined : entryFor(subject, space, page.path, link.to)
  }
  return undefined
}

function isAt({ at }: PageLink, other: NonNullable<Diagnostic['at']>): boolean {
  return (
    at.file === other.file &&
    at.start?.line === other.start?.line &&
    at.start?.column === other.start?.column
  )
}

function entryFor(
  { files, results }: Subject,
  space: Space,
  from: BookPath,
  to: BookPath,
): Fix | undefined {
  const file = space.summaryFile
  const name = results.get(to)?.title
  if (file === undefined || name === undefined || isAsciidocPath(file)) return undefined
  if (!to.startsWith(space.root) || isConventional(to)) return undefined
  const lines = (files.text(file)?.text ?? '').split('\n')
  const end = endOfList(space, file, from, lines)
  if (end === undefined) return undefined
  const title = name.replaceAll(/[[\]\\]/g, '\\$&')
  const place = { line: end.line, column: (lines[end.line - 1] ?? '').length + 1 }
  const text = `\n${end.marker}[${title}](${encodeSigns(writtenFrom(file, to), /[\s()<>]/g)})`
  return { at: { file, start: place, end: place }, text }
}

interface ListEnd {
  readonly line: number
  /** How the items of the list begin. */
  readonly marker: string
}

/** The last line of the list in which a page stands. */
function endOfList(
  space: Space,
  file: BookPath,
  page: BookPath,
  lines: readonly string[],
): ListEnd | undefined {
  const list = space.parts.map(({ chapters }) => listWith(chapters, page)).find(Boolean) ?? []
  const own = list.find((chapter) => leadsTo(chapter, page))
  const line = lastLine(list) ?? 0
  const marker = ITEM.exec(lines[lineOf(own, file) - 1] ?? '')?.[1]
  // An item that goes on below its first line ends somewhere that we do not know.
  if (marker === undefined || !ITEM.test(lines[line - 1] ?? '')) return undefined
  return ENDS_ITEM.test(lines[line] ?? '') ? { line, marker } : undefined
}

function lineOf(chapter: Chapter | undefined, file: BookPath): number {
  return chapter?.at.file === file ? (chapter.at.start?.line ?? 0) : 0
}

function leadsTo(chapter: Chapter, path: BookPath): boolean {
  return chapter.kind === 'page' && chapter.path === path
}

/** The list in which a page stands. */
function listWith(chapters: readonly Chapter[], path: BookPath): readonly Chapter[] | undefined {
  if (chapters.some((chapter) => leadsTo(chapter, path))) return chapters
  for (const { children } of chapters) {
    const found = listWith(children, path)
    if (found !== undefined) return found
  }
  return undefined
}

function lastLine(chapters: readonly Chapter[]): number | undefined {
  return [...walkChapters(chapters)].at(-1)?.at.start?.line
}
