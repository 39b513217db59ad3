// The only door to gray-matter, for its YAML: nothing is ever executed, and values become plain JSON (a date becomes
// text).
import matter from 'gray-matter'
import type { Json } from '../core/json.ts'

/** A text read as YAML, or why it cannot be; lines are counted from 1 at the line before the text. */
export type YamlResult =
  | { readonly value: Json }
  | { readonly reason: string; readonly line: number; readonly column: number }

/** Reads YAML. An empty text is null. */
export function readYaml(text: string): YamlResult {
  try {
    // Without options gray-matter remembers texts, also those that failed.
    const options = { language: 'yaml', engines: { javascript: () => ({}) } }
    const { data } = matter(`---\n${text}${text.endsWith('\n') ? '' : '\n'}---\n`, options)
    return { value: text.trim() === '' ? null : toJson(data) }
  } catch (error) {
    const { reason, mark } = error as {
      reason?: string
      mark?: { line?: number; column?: number }
    }
    // The mark counts from 0 and from the line of dashes that gray-matter removed.
    return {
      reason: reason ?? String(error),
      line: (mark?.line ?? 0) + 1,
      column: (mark?.column ?? 0) + 1,
    }
  }
}

function toJson(value: unknown): Json {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : isoDate(value)
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toJson(member)]))
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  return null
}

/** `2020-01-02`, or the full form when a time of day is given. */
function isoDate(date: Date): string {
  const iso = date.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso
}
