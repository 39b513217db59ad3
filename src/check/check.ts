// A build in memory, and everything that can be said about the book beyond it.
import { build } from '../build/build.ts'
import type { BuildRequest } from '../build/built.ts'
import type { Book, PageResult } from '../core/book.ts'
import { type Diagnostic, sortDiagnostics } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { editionIndex } from '../site/edition-sites.ts'
import { withoutExceptions } from './exceptions.ts'
import { withFix } from './fix.ts'
import type { Subject } from './rule.ts'
import { RULES } from './rules.ts'
import { type CheckSettings, checkSettings } from './settings.ts'

/** What a check found. */
export interface Checked {
  /** Undefined when the book could not be read at all. */
  readonly book?: Book
  readonly results: ReadonlyMap<BookPath, PageResult>
  /** Sorted, each once, without what the book excepts. */
  readonly diagnostics: readonly Diagnostic[]
  /** So many were excepted by comments in pages. */
  readonly excepted: number
}

/** Checks a book. Nothing is written. */
export async function checkBook(request: BuildRequest): Promise<Checked> {
  const built = await build({ ...request, inspect: true })
  const { book, memory, diagnostics } = built
  const { results } = memory
  if (book === undefined) return { results, diagnostics, excepted: 0 }
  const settings = checkSettings(book.config, RULES)
  const { files } = request
  const editionOf = (path: BookPath): Book['editions'][number] | undefined =>
    book.editions[editionIndex(book, path)]
  const subject: Subject = { book, files, results, editionOf }
  const wished = [
    ...diagnostics.flatMap((diagnostic) => asWished(diagnostic, settings) ?? []),
    ...settings.diagnostics,
    ...RULES.flatMap((rule) => applyRule(rule, subject, settings)),
  ].filter(({ at }) => at === undefined || !settings.isIgnored(at.file))
  const sources = new Set([...results.keys(), ...files.list()])
  const { kept, excepted } = withoutExceptions(withoutEchoes(once(wished)), sources, files)
  const fixed = kept.map((diagnostic) => withFix(subject, diagnostic))
  return { book, results, diagnostics: sortDiagnostics(fixed), excepted }
}

/** With the severity that the book wants; nothing when it does not want to hear of it. Errors of a build stay errors. */
function asWished(diagnostic: Diagnostic, { wishes }: CheckSettings): Diagnostic | undefined {
  const wish = wishes.get(diagnostic.code)
  if (wish === undefined || diagnostic.severity === 'error') return diagnostic
  return wish.severity === 'off' ? undefined : { ...diagnostic, severity: wish.severity }
}

function applyRule(
  rule: (typeof RULES)[number],
  subject: Subject,
  { wishes }: CheckSettings,
): readonly Diagnostic[] {
  const { code, severity, find } = rule
  const wish = wishes.get(code)
  const wanted = wish?.severity ?? severity
  if (wanted === 'off') return []
  const chosen = wish === undefined ? undefined : wanted
  return [...find(subject, wish?.options ?? {})].map((finding) => ({
    ...finding,
    code,
    severity: chosen ?? finding.severity ?? wanted,
  }))
}

/** An address with full-width signs leads nowhere because of them: one problem, not two. */
function withoutEchoes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const places = new Set(
    diagnostics
      .filter(({ code }) => code === 'check/full-width-punctuation')
      .map(({ at }) => JSON.stringify(at)),
  )
  return diagnostics.filter(
    ({ code, at }) => !code.endsWith('/missing-file') || !places.has(JSON.stringify(at)),
  )
}

/** What an included file says is said by every page that includes it. */
function once(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter(({ code, at, message }) => {
    const key = JSON.stringify([code, at, message])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
