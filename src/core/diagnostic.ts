import { canonicalJson } from './hash.ts'
import type { JsonObject } from './json.ts'
import type { BookPath } from './path.ts'

/** Both 1-based; columns count UTF-16 units, as editors do. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Where a diagnostic points. Without `start` it means the file as a whole; `end` is exclusive. */
export interface Place {
  readonly file: BookPath
  readonly start?: Position
  readonly end?: Position
}

/** A change of a source that certainly puts a problem right. */
export interface Fix {
  /** What is replaced: it has a start and an end. */
  readonly at: Place
  readonly text: string
}

export type Severity = 'error' | 'warning' | 'info'

/** One problem of a book, as data. `src/messages` puts it into words, last of all and in the language of who reads. */
export interface Diagnostic {
  /** `area/what-is-wrong`, for example `summary/missing-page`. Stable: never renamed after release. */
  readonly code: `${string}/${string}`
  readonly severity: Severity
  /** What its sentence tells, by name. */
  readonly args: JsonObject
  readonly at?: Place
  /** Other places worth seeing, such as the first of two duplicates; the note is a key of the catalogs. */
  readonly related?: readonly { readonly at: Place; readonly note: string }[]
  /** Only where there is no doubt. */
  readonly fix?: Fix
}

/** What every step returns: always a usable value, and what its author should know. */
export interface Outcome<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/** By file, line, column, code, arguments: the same order whatever the order of work. Problems without a place come first. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      comparePlaces(a.at, b.at) ||
      rank[a.severity] - rank[b.severity] ||
      compare(a.code, b.code) ||
      compare(tellingOf(a), tellingOf(b)),
  )
}

/** Arguments that only a hint needs: guesses and names, which depend on other files. */
const OF_HINTS = { near: null, better: null, known: null, renamed: null }

/** What a problem tells as one text: its identity beside code and place, whatever the words. */
export function tellingOf({ args }: Diagnostic): string {
  return canonicalJson({ ...args, ...OF_HINTS })
}

/** Each problem once: what an included file says is said by every page that includes it. */
export function once(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter((diagnostic) => {
    const key = JSON.stringify([diagnostic.code, diagnostic.at, tellingOf(diagnostic)])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function comparePlaces(a: Place | undefined, b: Place | undefined): number {
  const from = a?.start ?? { line: 0, column: 0 }
  const to = b?.start ?? { line: 0, column: 0 }
  return compare(a?.file ?? '', b?.file ?? '') || from.line - to.line || from.column - to.column
}

/** Code-unit order: independent of the locale. */
export function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** How many of each severity. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of diagnostics) counts[severity] += 1
  return counts
}

/** Without those that say again what another says. */
export function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()]
}
