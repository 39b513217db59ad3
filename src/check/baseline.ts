// A list of problems that are known and left for later, so that only new ones count. An entry is made of code, file and
// arguments: it stays right when lines are added above it, and when a sentence is worded anew.
import { type Diagnostic, compare, tellingOf } from '../core/diagnostic.ts'
import { contentHash } from '../core/hash.ts'
import { type Json, isJsonObject } from '../core/json.ts'

const VERSION = 2

/** How often each problem is known. */
export type Baseline = ReadonlyMap<string, number>

interface Entry {
  readonly code: string
  readonly file: string
  readonly hash: string
  readonly count: number
}

function entryOf(diagnostic: Diagnostic): Omit<Entry, 'count'> {
  const { code, at } = diagnostic
  return { code, file: at?.file ?? '', hash: contentHash(tellingOf(diagnostic)).slice(0, 12) }
}

function keyOf({ code, file, hash }: Omit<Entry, 'count'>): string {
  return `${code}\0${file}\0${hash}`
}

/** The text of a baseline with these problems; the same problems give the same text. */
export function baselineText(diagnostics: readonly Diagnostic[]): string {
  const entries = new Map<string, Entry>()
  for (const diagnostic of diagnostics) {
    const entry = entryOf(diagnostic)
    const count = (entries.get(keyOf(entry))?.count ?? 0) + 1
    entries.set(keyOf(entry), { ...entry, count })
  }
  const lines = [...entries.values()]
    .sort((a, b) => compare(a.file, b.file) || compare(a.code, b.code) || compare(a.hash, b.hash))
    .map(
      (entry) =>
        `    ${JSON.stringify(entry.count === 1 ? { ...entry, count: undefined } : entry)}`,
    )
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `{\n  "version": ${VERSION},\n  "problems": ${list}\n}\n`
}

/** All of these problems as known. */
export function baselineOf(diagnostics: readonly Diagnostic[]): Baseline {
  const baseline = new Map<string, number>()
  for (const diagnostic of diagnostics) {
    const key = keyOf(entryOf(diagnostic))
    baseline.set(key, (baseline.get(key) ?? 0) + 1)
  }
  return baseline
}

/** Reads a baseline: 'old' when it knows problems by their sentences, 'other' when the text is none. */
export function parseBaseline(text: string): Baseline | 'old' | 'other' {
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    return 'other'
  }
  if (!isJsonObject(value) || !Array.isArray(value['problems'])) return 'other'
  if (value['version'] !== VERSION) return value['version'] === 1 ? 'old' : 'other'
  return readEntries(value['problems'] as readonly Json[]) ?? 'other'
}

function readEntries(entries: readonly Json[]): Baseline | undefined {
  const baseline = new Map<string, number>()
  for (const entry of entries) {
    if (!isJsonObject(entry)) return undefined
    const { code, file, hash, count = 1 } = entry
    if (typeof code !== 'string' || typeof file !== 'string' || typeof hash !== 'string')
      return undefined
    baseline.set(keyOf({ code, file, hash }), typeof count === 'number' ? count : 1)
  }
  return baseline
}

/** What is not in a baseline, how many are, and how many of its entries nobody finds any more. */
export function withoutBaseline(
  diagnostics: readonly Diagnostic[],
  baseline: Baseline,
): { readonly fresh: readonly Diagnostic[]; readonly known: number; readonly gone: number } {
  const left = new Map(baseline)
  const fresh = diagnostics.filter((diagnostic) => {
    const key = keyOf(entryOf(diagnostic))
    const count = left.get(key) ?? 0
    left.set(key, count - 1)
    return count <= 0
  })
  const gone = [...left].filter(([, count]) => count > 0).reduce((sum, [, count]) => sum + count, 0)
  return { fresh, known: diagnostics.length - fresh.length, gone }
}
