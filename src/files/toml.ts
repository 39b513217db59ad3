// The only door to the parser of TOML, which mdBook's configuration is written in.
import { createRequire } from 'node:module'
import type * as Library from 'smol-toml'
import { type Json, type JsonObject, isJsonObject } from '../core/json.ts'
import type { Range } from './yaml.ts'

/** A text that is TOML. */
export interface Toml {
  readonly value: JsonObject
  /** The line of a key, or of as much of its path as there is. */
  readonly locate: (path: readonly string[]) => Range | undefined
}

/** A text read as TOML, or where it cannot be. */
export type TomlResult = Toml | { readonly wrong: Range }

const require = createRequire(import.meta.url)
let library: typeof Library | undefined
const toml = (): typeof Library => (library ??= require('smol-toml') as typeof Library)

const DEEPEST = 50

/** Reads TOML. An empty text has no keys. */
export function readToml(text: string): TomlResult {
  const { TomlError, parse } = toml()
  try {
    const value = plain(parse(text, { maxDepth: DEEPEST }))
    let lines: ReadonlyMap<string, Range> | undefined
    return {
      value: isJsonObject(value) ? value : {},
      locate(path) {
        lines ??= linesOf(text)
        for (let length = path.length; length > 0; length--) {
          const found = lines.get(path.slice(0, length).join('\0'))
          if (found !== undefined) return found
        }
        return undefined
      },
    }
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const at = offsetOf(text, error.line, error.column)
    return { wrong: [at, at + 1] }
  }
}

/** Dates become text, and whatever JSON has no word for. */
function plain(value: unknown): Json {
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'bigint' || (typeof inner === 'number' && !Number.isFinite(inner))
        ? String(inner)
        : inner,
    ),
  ) as Json
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1)
  return before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1
}

const TABLE = /^[ \t]*\[{1,2}([^\]\n]+)\]{1,2}/
const KEY =
  /^[ \t]*((?:"[^"\n]*"|'[^'\n]*'|[\w-]+)(?:[ \t]*\.[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[\w-]+))*)[ \t]*=/
const PART = /"([^"\n]*)"|'([^'\n]*)'|([\w-]+)/g

/** Where the tables and keys of a text stand, by their paths. What a text of several lines holds may be among them. */
function linesOf(text: string): ReadonlyMap<string, Range> {
  const found = new Map<string, Range>()
  let [table, start]: [readonly string[], number] = [[], 0]
  for (const line of text.split('\n')) {
    const header = TABLE.exec(line)?.[1]
    const key = header === undefined ? KEY.exec(line)?.[1] : undefined
    const parts = partsOf(header ?? key ?? '')
    if (header !== undefined) table = parts
    const path = header === undefined ? [...table, ...parts] : table
    const name = path.join('\0')
    if (parts.length > 0 && !found.has(name))
      found.set(name, [start + line.search(/\S/), start + line.trimEnd().length])
    start += line.length + 1
  }
  return found
}

function partsOf(written: string): readonly string[] {
  return [...written.matchAll(PART)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  )
}
