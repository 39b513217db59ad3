import { append } from '../core/list.ts'
import type { Chapter, ChapterTarget, Part } from '../core/book.ts'
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import { chaptersIn } from '../core/menu.ts'
import { type BookPath, type FolderPrefix, writtenBelow, writtenFrom } from '../core/path.ts'
import type { TextFile } from '../files/files.ts'
import { problem } from '../messages/problem.ts'
import {
  type Entry,
  type Section,
  parseMdbookOutline,
  parseOutline,
  parseSidebar,
} from './outline.ts'
import { type MadeChapter, type PageMaker, slugOf } from './made-pages.ts'
import { type LinkScope, resolveTarget } from './target.ts'

/** What a table of contents is read with. */
export interface SummaryScope extends LinkScope {
  /** The start page, put first when no chapter names it. */
  readonly readme: BookPath
  /** Its title then. */
  readonly introduction: string
  /** The title of a link is what the menu calls its chapter, as GitBook.com has it. */
  readonly hasLabels?: boolean
  /** It is one of mdBook: numbers go on from part to part, and chapters around the lists have none. */
  readonly isOfMdbook?: boolean
  /** It is the sidebar of a wiki. */
  readonly isSidebar?: boolean
  /** Makes pages that it asks for. */
  readonly maker?: PageMaker
}

/** Reads a table of contents. Every mistake in it leaves a usable chapter behind. */
export function parseSummary(source: TextFile, scope: SummaryScope): Outcome<readonly Part[]> {
  const isOfMdbook = scope.isOfMdbook === true
  const parse = isOfMdbook
    ? parseMdbookOutline
    : scope.isSidebar === true
      ? parseSidebar
      : parseOutline
  const outline = parse(scope.file, source)
  const diagnostics: Diagnostic[] = [...outline.diagnostics]
  if (!outline.value.some(({ entries }) => entries.length > 0))
    diagnostics.push(problem('summary/no-chapters', { file: scope.file }))
  const sections = withIntroduction(outline.value, scope)
  let last = 0
  const parts = sections.map(({ title, anchor, entries, isUnnumbered }, index) => {
    const first = isUnnumbered === true ? undefined : last + 1
    if (isUnnumbered !== true) last += entries.length
    const numbers = isOfMdbook ? { above: '', first } : undefined
    const level = { above: String(index + 1), ...(numbers && { numbers }) }
    return {
      title,
      ...(anchor === undefined ? {} : { anchor }),
      chapters: toChapters(entries, level, {
        scope,
        diagnostics,
        folder: folderOfPart(scope, { title, anchor }),
      }),
    }
  })
  return { value: parts, diagnostics: withoutListed(diagnostics, parts, scope) }
}

/** Nobody means a page that has its chapter already. */
function withoutListed(
  diagnostics: readonly Diagnostic[],
  parts: readonly Part[],
  { file }: SummaryScope,
): readonly Diagnostic[] {
  const chapters = chaptersIn(parts)
  const listed = new Set<unknown>(
    chapters.flatMap((one) => (one.kind === 'page' ? [writtenFrom(file, one.path)] : [])),
  )
  return diagnostics.map((diagnostic) => {
    const { near, ...args } = diagnostic.args
    const isTaken = diagnostic.code === 'summary/missing-page' && listed.has(near)
    return isTaken ? { ...diagnostic, args } : diagnostic
  })
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
  /** Where pages lie that are made here. */
  readonly folder: FolderPrefix
}

/** An entry, or a chapter that was made. */
interface Row extends Entry {
  readonly children: readonly Row[]
  readonly target?: ChapterTarget
}

/** Where chapters stand. */
interface Levels {
  /** The level of what they are in. */
  readonly above: string
  /** What they are numbered with, where that is not their level: without a first number, with nothing. */
  readonly numbers?: { readonly above: string; readonly first: number | undefined }
}

function toChapters(
  written: readonly Row[],
  { above, numbers }: Levels,
  work: Conversion,
): readonly Chapter[] {
  const entries = written.flatMap((entry) => withMade(entry, work))
  return entries.map((entry, index) => {
    const level = `${above}.${index + 1}`
    if (numbers === undefined) return toChapter(entry, { level }, work)
    const { above: before, first } = numbers
    const number = first === undefined ? '' : `${before}${first + index}`
    return toChapter(entry, { level, number }, work)
  })
}

/** An entry, or what stands for one that asks for pages. */
function withMade(entry: Row, { scope, diagnostics, folder }: Conversion): readonly Row[] {
  if (entry.asks === undefined) return [entry]
  const found = scope.maker?.chapters(entry.asks, folder) ?? {
    name: 'API',
    why: 'missing' as const,
  }
  const { name, made } = found
  if (made !== undefined) return [...made.map((one) => rowOf(one, entry.at)), ...entry.children]
  diagnostics.push(problem('summary/generated-pages', entry.at, { case: found.why, name }))
  return [{ ...entry, title: name }]
}

function rowOf({ title, target, children }: MadeChapter, at: Place): Row {
  return { title, at, children: children.map((one) => rowOf(one, at)), ...(target && { target }) }
}

function toChapter(entry: Row, own: Pick<Chapter, 'level' | 'number'>, work: Conversion): Chapter {
  const { title, link } = entry
  const at = link?.at ?? entry.at
  const target = targetOf(entry, work)
  const inside = { ...work, folder: folderBelow(target, title, work) }
  const children = toChapters(entry.children, below(own), inside)
  const label = work.scope.hasLabels === true ? link?.title : undefined
  const named = label === undefined || label === '' ? { title } : { title, label }
  return { ...named, ...own, children, at, ...target }
}

function targetOf({ target, link }: Row, { scope, diagnostics }: Conversion): ChapterTarget {
  if (target !== undefined || link === undefined) return target ?? { kind: 'draft' }
  const resolved = resolveTarget(scope, link)
  append(diagnostics, resolved.diagnostics)
  return resolved.value
}

/** The folder that the address of a group begins with, as GitBook.com has it. */
function folderOfPart(
  { root }: SummaryScope,
  { title, anchor }: { readonly title: string; readonly anchor?: string | undefined },
): FolderPrefix {
  const slug = slugOf(anchor ?? title, '')
  return (slug === '' ? root : `${root}${slug}/`) as FolderPrefix
}

/** Where pages lie that stand below a chapter. */
function folderBelow(target: ChapterTarget, title: string, { folder }: Conversion): FolderPrefix {
  if (target.kind !== 'page') return `${folder}${slugOf(title, 'api')}/` as FolderPrefix
  return target.path.replace(/(?:README)?\.[^./]+$/, (end) =>
    end.startsWith('README') ? '' : '/',
  ) as FolderPrefix
}

function below({ level: above, number }: Pick<Chapter, 'level' | 'number'>): Levels {
  if (number === undefined) return { above }
  return { above, numbers: { above: `${number}.`, first: number === '' ? undefined : 1 } }
}

/** Puts the start page first unless an entry leads to it, with or without an anchor. */
function withIntroduction(sections: readonly Section[], scope: SummaryScope): readonly Section[] {
  const leadsThere = ({ link, children }: Entry): boolean => {
    const target = link === undefined ? undefined : resolveTarget(scope, link).value
    return (target?.kind === 'page' && target.path === scope.readme) || children.some(leadsThere)
  }
  // Whoever looks for the start page has none yet.
  if (scope.readme === '' || sections.some(({ entries }) => entries.some(leadsThere)))
    return sections
  const at = { file: scope.readme }
  const href = `/${encodeURI(writtenBelow(scope.root, scope.readme)).replaceAll('#', '%23')}`
  const entry: Entry = { title: scope.introduction, link: { href, at }, children: [], at }
  const [first, ...others] = sections
  return [{ title: '', ...first, entries: [entry, ...(first?.entries ?? [])] }, ...others]
}
