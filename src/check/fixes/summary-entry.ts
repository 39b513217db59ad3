// A line of SUMMARY for a page that a listed page links to: at the end of the list in which that page stands.
import { isAsciidocPath } from '../../book/output.ts'
import type { Chapter, Edition, PageLink } from '../../core/book.ts'
import type { Diagnostic, Fix } from '../../core/diagnostic.ts'
import { type BookPath, writtenFrom } from '../../core/path.ts'
import { walkChapters } from '../../site/navigation.ts'
import type { Subject } from '../rule.ts'

/** An item of a Markdown list with a link. */
const ITEM = /^([ \t]*(?:[*+-]|\d+[.)])[ \t]+)\[/

/** The fix for `links/unlisted-page`; undefined when there is no such list. */
export function summaryEntry(subject: Subject, { at }: Diagnostic): Fix | undefined {
  if (at === undefined) return undefined
  for (const page of subject.results.values()) {
    const link = page.links.find((one) => isAt(one, at))
    if (link === undefined) continue
    const edition = subject.editionOf(page.path)
    return edition === undefined ? undefined : entryFor(subject, edition, page.path, link.to)
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
  edition: Edition,
  from: BookPath,
  to: BookPath,
): Fix | undefined {
  const file = edition.summaryFile
  if (file === undefined || isAsciidocPath(file) || !to.startsWith(edition.root)) return undefined
  const lines = (files.text(file)?.text ?? '').split('\n')
  const list = edition.parts.map(({ chapters }) => listWith(chapters, from)).find(Boolean)
  const own = list?.find((chapter) => leadsTo(chapter, from))
  const last = list?.at(-1)
  const line = last === undefined ? undefined : lastLine(last)
  const marker = ITEM.exec(lines[(own?.at.start?.line ?? 0) - 1] ?? '')?.[1]
  if (own?.at.file !== file || line === undefined || marker === undefined) return undefined
  const written = lines[line - 1] ?? ''
  const next = lines[line] ?? ''
  // An item that goes on below its first line ends somewhere that we do not know.
  if (!ITEM.test(written) || (next.trim() !== '' && !/^[ \t]*(?:[*+-]|\d+[.)]|#)/.test(next)))
    return undefined
  const title = (results.get(to)?.title ?? to).replaceAll(/[[\]\\]/g, '\\$&')
  const path = writtenFrom(file, to).replaceAll(/[\s()<>]/g, (sign) =>
    sign === '(' || sign === ')' ? `%${sign.charCodeAt(0).toString(16)}` : encodeURIComponent(sign),
  )
  const place = { line, column: written.length + 1 }
  return { at: { file, start: place, end: place }, text: `\n${marker}[${title}](${path})` }
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

function lastLine(chapter: Chapter): number | undefined {
  return [...walkChapters([chapter])].at(-1)?.at.start?.line
}
