import { append } from '../core/list.ts'
import type { Chapter, Part } from '../core/book.ts'
import type { Diagnostic, Outcome } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import type { TextFile } from '../files/files.ts'
import { problem } from '../messages/problem.ts'
import { type Entry, type Section, parseOutline } from './outline.ts'
import { type LinkScope, resolveTarget } from './target.ts'

/** What a table of contents is read with. */
export interface SummaryScope extends LinkScope {
  /** The start page, put first when no chapter names it. */
  readonly readme: BookPath
  /** Its title then. */
  readonly introduction: string
  /** The title of a link is what the menu calls its chapter, as GitBook.com has it. */
  readonly hasLabels?: boolean
}

/** Reads a table of contents. Every mistake in it leaves a usable chapter behind. */
export function parseSummary(source: TextFile, scope: SummaryScope): Outcome<readonly Part[]> {
  const outline = parseOutline(scope.file, source)
  const diagnostics: Diagnostic[] = [...outline.diagnostics]
  if (!outline.value.some(({ entries }) => entries.length > 0))
    diagnostics.push(problem('summary/no-chapters', { file: scope.file }))
  const sections = withIntroduction(outline.value, scope)
  const parts = sections.map(({ title, anchor, entries }, index) => ({
    title,
    ...(anchor === undefined ? {} : { anchor }),
    chapters: toChapters(entries, String(index + 1), { scope, diagnostics }),
  }))
  return { value: parts, diagnostics }
}

/** The parts of a book without a table of contents. */
export function introductionOnly(readme: BookPath, introduction: string): readonly Part[] {
  const at = { file: readme }
  const chapter = { title: introduction, level: '1.1', children: [], at } as const
  return [{ title: '', chapters: [{ ...chapter, kind: 'page', path: readme }] }]
}

interface Conversion {
  readonly scope: SummaryScope
  readonly diagnostics: Diagnostic[]
}

function toChapters(
  entries: readonly Entry[],
  above: string,
  work: Conversion,
): readonly Chapter[] {
  return entries.map((entry, index) => toChapter(entry, `${above}.${index + 1}`, work))
}

function toChapter(entry: Entry, level: string, work: Conversion): Chapter {
  const { title, link } = entry
  const at = link?.at ?? entry.at
  const target = link === undefined ? undefined : resolveTarget(work.scope, link)
  append(work.diagnostics, target?.diagnostics ?? [])
  const children = toChapters(entry.children, level, work)
  const label = work.scope.hasLabels === true ? link?.title : undefined
  const named = label === undefined || label === '' ? { title } : { title, label }
  return { ...named, level, children, at, ...(target?.value ?? { kind: 'draft' }) }
}

/** Puts the start page first unless an entry leads to it, with or without an anchor. */
function withIntroduction(sections: readonly Section[], scope: SummaryScope): readonly Section[] {
  const leadsThere = ({ link, children }: Entry): boolean => {
    const target = link === undefined ? undefined : resolveTarget(scope, link).value
    return (target?.kind === 'page' && target.path === scope.readme) || children.some(leadsThere)
  }
  if (sections.some(({ entries }) => entries.some(leadsThere))) return sections
  const at = { file: scope.readme }
  const href = `/${encodeURI(scope.readme.slice(scope.root.length)).replaceAll('#', '%23')}`
  const entry: Entry = { title: scope.introduction, link: { href, at }, children: [], at }
  const [first, ...others] = sections
  return [{ title: '', ...first, entries: [entry, ...(first?.entries ?? [])] }, ...others]
}
