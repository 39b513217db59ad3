// Verdicts of earlier checks. What is fine stays so for a week, what is not is asked again on the next day.
import { type Json, type JsonObject, isJsonObject, objectOf } from '../../core/json.ts'
import type { Reason } from '../../messages/messages.ts'
import type { Verdict } from './addresses.ts'

const DAY_MS = 86_400_000

/** Verdicts by address, with the time when they were given. */
export type VerdictCache = Map<string, { readonly verdict: Verdict; readonly when: number }>

/** Reads the text of a cache; whatever cannot be understood counts as nothing. */
export function parseCache(text: string, now: number): VerdictCache {
  const cache: VerdictCache = new Map()
  for (const [url, entry] of entriesOf(text)) {
    const { when } = entry
    const verdict = verdictOf(entry)
    if (verdict === undefined || typeof when !== 'number' || when > now) continue
    const isGood = verdict.kind === 'fine' || verdict.kind === 'moved'
    if (now - when < (isGood ? 7 * DAY_MS : DAY_MS)) cache.set(url, { verdict, when })
  }
  return cache
}

function entriesOf(text: string): readonly (readonly [string, JsonObject])[] {
  try {
    const value = JSON.parse(text) as Json
    const addresses = isJsonObject(value) && value['version'] === 2 ? value['addresses'] : undefined
    return Object.entries(objectOf(addresses)).flatMap(([url, entry]) =>
      isJsonObject(entry) ? [[url, entry] as const] : [],
    )
  } catch {
    return []
  }
}

function verdictOf({ kind, to, reason }: JsonObject): Verdict | undefined {
  if (kind === 'fine') return { kind }
  if (kind === 'moved' && typeof to === 'string') return { kind, to }
  const isReason = typeof reason === 'string' || isJsonObject(reason)
  return (kind === 'gone' || kind === 'unclear') && isReason
    ? { kind, reason: reason as Reason }
    : undefined
}

/** The text of a cache. */
export function cacheText(cache: VerdictCache): string {
  const addresses = Object.fromEntries(
    [...cache]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([url, { verdict, when }]) => [url, { ...verdict, when }]),
  )
  return `${JSON.stringify({ version: 2, addresses }, null, 1)}\n`
}
