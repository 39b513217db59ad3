// Verdicts of earlier checks. What is fine stays so for a week, what is not is asked again on the next day.
import { type Json, isJsonObject } from '../../core/json.ts'
import type { Verdict } from './addresses.ts'

const DAY_MS = 86_400_000

/** Verdicts by address, with the time when they were given. */
export type VerdictCache = Map<string, { readonly verdict: Verdict; readonly when: number }>

/** Reads the text of a cache; whatever cannot be understood counts as nothing. */
export function parseCache(text: string, now: number): VerdictCache {
  const cache: VerdictCache = new Map()
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    return cache
  }
  const entries = isJsonObject(value) && value['version'] === 1 ? value['addresses'] : undefined
  if (!isJsonObject(entries)) return cache
  for (const [url, entry] of Object.entries(entries)) {
    if (!isJsonObject(entry) || typeof entry['when'] !== 'number') continue
    const verdict = verdictOf(entry)
    const age = now - entry['when']
    if (verdict === undefined || age < 0) continue
    if (age < (verdict.kind === 'fine' || verdict.kind === 'moved' ? 7 * DAY_MS : DAY_MS))
      cache.set(url, { verdict, when: entry['when'] })
  }
  return cache
}

function verdictOf({ kind, to, why }: { readonly [key: string]: Json }): Verdict | undefined {
  if (kind === 'fine') return { kind }
  if (kind === 'moved' && typeof to === 'string') return { kind, to }
  return (kind === 'gone' || kind === 'unclear') && typeof why === 'string'
    ? { kind, why }
    : undefined
}

/** The text of a cache. */
export function cacheText(cache: VerdictCache): string {
  const addresses = Object.fromEntries(
    [...cache]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([url, { verdict, when }]) => [url, { ...verdict, when }]),
  )
  return `${JSON.stringify({ version: 1, addresses }, null, 1)}\n`
}
