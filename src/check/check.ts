// A build in memory, and everything that can be said about the book beyond it.
import { build } from '../pipeline/build.ts'
import type { BuildRequest, Memory } from '../pipeline/built.ts'
import { createTargets } from '../pipeline/targets.ts'
import type { Book, PageResult } from '../core/book.ts'
import { type Diagnostic, type Place, once, sortDiagnostics } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { spaceOf } from '../core/space.ts'
import { severityOf } from '../messages/severities.ts'
import { withoutExceptions } from './exceptions.ts'
import { withFix } from './fix.ts'
import type { Subject } from './rule.ts'
import { RULES } from './rules.ts'
import { type CheckSettings, checkSettings } from './settings.ts'
import { checkUrls } from './permalinks/check.ts'

/** What a check found. */
export interface CheckResult {
  /** Undefined when the book could not be read at all. */
  readonly book?: Book
  readonly results: ReadonlyMap<BookPath, PageResult>
  /** Sorted, each once, without what the book excepts. */
  readonly diagnostics: readonly Diagnostic[]
  /** So many were excepted by comments in pages. */
  readonly excepted: number
  /** For the next check or build of this book. */
  readonly memory: Memory
}

/** Checks a book. Nothing is written. With the memory of an earlier check only what changed is read again. */
export async function checkBook(request: BuildRequest, before?: Memory): Promise<CheckResult> {
  const built = await build({ ...request, inspect: true }, before)
  const { book, memory, diagnostics } = built
  const { results } = memory
  if (book === undefined) return { results, diagnostics, excepted: 0, memory }
  const settings = checkSettings(book.config, RULES)
  const { files } = request
  const subject: Subject = {
    book,
    files,
    results,
    spaceOf: (path) => spaceOf(book, path),
    targetOf: createTargets(files, book),
  }
  const promised = await checkUrls(subject, files)
  const wished = [
    ...[...diagnostics, ...promised].flatMap((diagnostic) => asWished(diagnostic, settings) ?? []),
    ...settings.diagnostics,
    ...RULES.flatMap((rule) => applyRule(rule, subject, settings)),
  ].filter(({ at }) => at === undefined || !settings.isIgnored(at.file))
  const sources = new Set([...results.keys(), ...files.list()])
  const { kept, excepted } = withoutExceptions(withoutEchoes(once(wished)), sources, files)
  const fixed = kept.map((diagnostic) => withFix(subject, diagnostic))
  return { book, results, diagnostics: sortDiagnostics(fixed), excepted, memory }
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
  const { code, find } = rule
  const wish = wishes.get(code)
  if ((wish?.severity ?? severityOf(code)) === 'off') return []
  const found = [...find(subject, wish?.options ?? {})]
  const severity = wish?.severity
  return severity === undefined || severity === 'off'
    ? found
    : found.map((diagnostic) => ({ ...diagnostic, severity }))
}

/** What a second code says of the same place, or of the same line, when the first has said it. */
const ECHOES: readonly {
  readonly of: string
  readonly echo: RegExp
  readonly where: (at: Place) => string
}[] = [
  // An address with full-width signs leads nowhere because of them.
  {
    of: 'check/full-width-punctuation',
    echo: /\/missing-file$/,
    where: (at) => JSON.stringify(at),
  },
  {
    of: 'asciidoc/heading-level',
    echo: /^accessibility\/heading-order$/,
    where: ({ file, start }) => `${file}:${start?.line}`,
  },
]

/** One problem, not two. */
function withoutEchoes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return ECHOES.reduce((left, { of, echo, where }) => {
    const places = new Set(
      left.flatMap(({ code, at }) => (code === of && at !== undefined ? [where(at)] : [])),
    )
    if (places.size === 0) return left
    return left.filter(({ code, at }) => !echo.test(code) || !at || !places.has(where(at)))
  }, diagnostics)
}
