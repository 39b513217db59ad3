// A move is done in memory first. What is said about the book then, and where its links lead, is compared with what
// was before: nothing may be worse.
import type { Book, Chapter, PageLink } from '../../core/book.ts'
import { type Diagnostic, tellingOf } from '../../core/diagnostic.ts'
import { addTo } from '../../core/list.ts'
import type { BookPath } from '../../core/path.ts'
import { problem } from '../../messages/problem.ts'
import { chaptersIn } from '../../core/menu.ts'
import type { CheckResult } from '../check.ts'
import type { Anchors, Names } from './rewrite.ts'

/** A book before and after a move. */
export interface Comparison {
  readonly before: CheckResult
  readonly after: CheckResult
  readonly names: Names
  readonly anchors: Anchors
}

/** What is worse, and whether that forbids the move. */
export interface Verdict {
  readonly blocking: readonly Diagnostic[]
  /** Matters of taste and care, such as rules of the house about names. */
  readonly remarks: readonly Diagnostic[]
}

/** A wish of the author's that the new name does not meet is no broken link. */
const REMARKS = /^(?:house\/|check\/un(?:used-file|reachable-page)$)/

/** Compares a book with itself after a move. */
export function verify(comparison: Comparison): Verdict {
  const fresh = newProblems(comparison)
  const blocking = fresh.filter(({ code }) => !REMARKS.test(code))
  const astray = blocking.length > 0 ? [] : [...structureChanges(comparison), ...strays(comparison)]
  return {
    blocking: [...blocking, ...astray],
    remarks: fresh.filter(({ code }) => REMARKS.test(code)),
  }
}

/** Problems that were not there before, by code and file: lines may have moved, and names stand in messages. */
function newProblems({ before, after, names }: Comparison): readonly Diagnostic[] {
  const known = new Map<string, Diagnostic[]>()
  for (const diagnostic of before.diagnostics) {
    const { code, at } = diagnostic
    const key = `${code} ${at === undefined ? '' : (names.get(at.file) ?? at.file)}`
    addTo(known, key, diagnostic)
  }
  const groups = new Map<string, Diagnostic[]>()
  for (const diagnostic of after.diagnostics) {
    const key = `${diagnostic.code} ${diagnostic.at?.file ?? ''}`
    addTo(groups, key, diagnostic)
  }
  return [...groups].flatMap(([key, group]) => {
    const old = known.get(key) ?? []
    const excess = group.length - old.length
    if (excess <= 0) return []
    const messages = new Set(old.map(tellingOf))
    const others = group.filter((diagnostic) => !messages.has(tellingOf(diagnostic)))
    return (others.length >= excess ? others : group).slice(0, excess)
  })
}

function* structureChanges({ before, after, names }: Comparison): Generator<Diagnostic> {
  const [old, fresh] = [structureOf(before.book, names), structureOf(after.book, new Map())]
  const other = fresh.find((path, index) => path !== old[index]) ?? old[fresh.length]
  if (other === undefined) return
  const at = other === '' ? undefined : { file: other as BookPath }
  yield problem('move/other-role', at, { path: other })
}

function structureOf(book: Book | undefined, names: Names): readonly string[] {
  return (book?.spaces ?? []).flatMap(({ readme, summaryFile, glossaryFile }) =>
    [readme, summaryFile, glossaryFile].map((path) =>
      path === undefined ? '' : (names.get(path) ?? path),
    ),
  )
}

/** Links and chapters that lead elsewhere than before. */
function* strays(comparison: Comparison): Generator<Diagnostic> {
  const { before, after, names } = comparison
  for (const { path, links } of before.results.values()) {
    const other = after.results.get(names.get(path) ?? path)?.links ?? []
    // The text of a heading may have had links of its own.
    if (links.length !== other.length) continue
    for (const [index, link] of links.entries())
      if (!isSame(link, other[index], comparison))
        yield problem('move/leads-elsewhere', link.at, { written: link.written })
  }
  const [old, fresh] = [chaptersOf(before.book), chaptersOf(after.book)]
  for (const [index, chapter] of old.entries()) {
    const other = fresh[index]
    const target = targetOf(chapter)
    if (target !== undefined && !isSame(target, other && targetOf(other), comparison))
      yield problem('move/leads-elsewhere', chapter.at, { written: chapter.title })
  }
}

type Target = Pick<PageLink, 'to' | 'anchor'>

function isSame(old: Target, fresh: Target | undefined, { names, anchors }: Comparison): boolean {
  const anchor = old.anchor === undefined ? undefined : anchors.get(old.to)?.get(old.anchor)
  return fresh?.to === (names.get(old.to) ?? old.to) && fresh.anchor === (anchor ?? old.anchor)
}

function chaptersOf(book: Book | undefined): readonly Chapter[] {
  const parts = book?.spaces.flatMap((space) => space.parts) ?? []
  return chaptersIn(parts)
}

function targetOf(chapter: Chapter): Target | undefined {
  if (chapter.kind !== 'page' && chapter.kind !== 'asset') return undefined
  const { path: to, anchor } = chapter
  return { to, ...(anchor === undefined ? {} : { anchor }) }
}
