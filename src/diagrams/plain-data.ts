// Json of charts as authors write it: JSON, or the simple YAML of lists and names that the plugin chart took.
import type { Json } from '../core/json.ts'

/** The data of a text; undefined when it is neither. */
export function plainData(text: string): Json | undefined {
  if (/^\s*[[{]/.test(text)) {
    try {
      return JSON.parse(text) as Json
    } catch {
      return undefined
    }
  }
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('#'))
    .map((line) => ({ indent: line.length - line.trimStart().length, words: line.trim() }))
  const reader = new LineReader(lines)
  const data = reader.block(lines[0]?.indent ?? 0)
  return reader.isDone ? data : undefined
}

interface Line {
  readonly indent: number
  readonly words: string
}

const DEEPEST = 20
const ITEM = /^-(?:\s+|$)/
const PAIR = /^(?:"([^"]*)"|'([^']*)'|([^\s:"'[\]{}-][^:]*?))\s*:(?:\s+(.*))?$/

class LineReader {
  #at = 0
  #depth = 0
  readonly #lines: readonly Line[]

  constructor(lines: readonly Line[]) {
    this.#lines = lines
  }

  get isDone(): boolean {
    return this.#lines.length > 0 && this.#at >= this.#lines.length
  }

  /** The lines from here on that are indented like the first of them. */
  block(indent: number): Json | undefined {
    this.#depth += 1
    const first = this.#lines[this.#at]
    const isList = first !== undefined && ITEM.test(first.words)
    const data = this.#depth > DEEPEST ? undefined : isList ? this.#list(indent) : this.#map(indent)
    this.#depth -= 1
    return data
  }

  #list(indent: number): Json {
    const items: Json[] = []
    for (let line = this.#here(indent, ITEM); line; line = this.#here(indent, ITEM)) {
      this.#at += 1
      items.push(this.#value(line.words.replace(ITEM, ''), indent))
    }
    return items
  }

  #map(indent: number): Json {
    const entries: [string, Json][] = []
    for (let line = this.#here(indent, PAIR); line; line = this.#here(indent, PAIR)) {
      this.#at += 1
      const [, double, single, bare, value = ''] = PAIR.exec(line.words) ?? []
      entries.push([double ?? single ?? bare ?? '', this.#value(value, indent)])
    }
    return Object.fromEntries(entries)
  }

  #here(indent: number, form: RegExp): Line | undefined {
    const line = this.#lines[this.#at]
    return line?.indent === indent && form.test(line.words) ? line : undefined
  }

  /** What stands behind a name or a dash, or below it. */
  #value(words: string, indent: number): Json {
    if (words !== '') return flow(words)
    const next = this.#lines[this.#at]
    const isBelow =
      next !== undefined &&
      (next.indent > indent || (next.indent === indent && ITEM.test(next.words)))
    return isBelow ? (this.block(next.indent) ?? null) : null
  }
}

/** `[a, 1, "b"]`, or a single value. */
function flow(words: string): Json {
  const list = /^\[([^[\]]*)\]$/.exec(words)?.[1]
  if (list === undefined) return scalar(words)
  return [...list.matchAll(/"[^"]*"|'[^']*'|[^,\s"'][^,]*/g)].map(([value]) => scalar(value.trim()))
}

function scalar(written: string): Json {
  const bare = /^(["'])(.*)\1$/.exec(written)?.[2]
  if (bare !== undefined) return bare
  if (/^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(written)) return Number(written)
  return written === 'null' || written === '~' ? null : written
}
