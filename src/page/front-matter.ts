// The only door to gray-matter. YAML between two lines of dashes, and nothing else: code is never executed, values
// become plain JSON (a date becomes text), and the body keeps the line numbers of its file.
import matter from 'gray-matter'
import type { Diagnostic, Outcome } from '../core/diagnostic.ts'
import type { Json, JsonObject } from '../core/json.ts'
import type { BookPath } from '../core/path.ts'
import { invalidFrontMatter, notAMapping } from './problems.ts'

/** A page's text, split. */
export interface SplitPage {
  readonly attributes: JsonObject
  readonly body: string
  /** The 1-based line of the file at which the body begins. */
  readonly firstLine: number
}

const OPENING = /^---[ \t]*\n/
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m

/**
 * Splits front matter from a page. Only a very first line of exactly three dashes opens it; a block that is not a
 * mapping of keys is content; broken YAML is reported, and the page goes on without attributes.
 */
export function splitFrontMatter(file: BookPath, text: string): Outcome<SplitPage> {
  const whole = { attributes: {}, body: text, firstLine: 1 }
  const opening = OPENING.exec(text)?.[0]
  if (opening === undefined) return { value: whole, diagnostics: [] }
  const rest = text.slice(opening.length)
  const closing = CLOSING.exec(rest)
  if (closing === null) return { value: whole, diagnostics: [] }
  const yaml = rest.slice(0, closing.index)
  const after = rest.slice(closing.index + closing[0].length).replace(/^\n/, '')
  const firstLine = yaml.split('\n').length + 2
  const parsed = parseYaml(file, yaml)
  if (parsed.value === undefined) return { value: whole, diagnostics: parsed.diagnostics }
  return {
    value: { attributes: parsed.value, body: after, firstLine },
    diagnostics: parsed.diagnostics,
  }
}

/** The mapping, {} when broken, undefined when the YAML is no mapping at all. */
function parseYaml(file: BookPath, yaml: string): Outcome<JsonObject | undefined> {
  let data: unknown
  try {
    // Without options gray-matter remembers texts, also those that failed.
    data = matter(`---\n${yaml}---\n`, {
      language: 'yaml',
      engines: { javascript: () => ({}) },
    }).data
  } catch (error) {
    return { value: {}, diagnostics: [invalidFrontMatter(file, ...yamlError(error))] }
  }
  if (yaml.trim() === '') return { value: {}, diagnostics: [] }
  const json = toJson(data)
  if (typeof json === 'object' && json !== null && !Array.isArray(json))
    return { value: json as JsonObject, diagnostics: [] }
  const diagnostics: Diagnostic[] = [notAMapping(file)]
  return { value: undefined, diagnostics }
}

/** Reason, line of the file (1-based) and column of a YAML error. */
function yamlError(error: unknown): [string, number, number] {
  const { reason, mark } = error as {
    reason?: string
    mark?: { line?: number; column?: number }
  }
  // The mark counts from 0 and from the line of dashes that gray-matter removed.
  return [reason ?? String(error), (mark?.line ?? 0) + 1, (mark?.column ?? 0) + 1]
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
