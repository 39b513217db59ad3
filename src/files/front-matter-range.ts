// Where a value of the front matter is written. The YAML was read long before; here its lines are looked through again,
// for those that have a mistake to report.
import type { Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'

const OPENING = /^---[ \t]*\n/
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/
const KEY = /^(?:"([^"]+)"|'([^']+)'|([^\s#:'"-][^:]*?))\s*:(?=\s|$)/

/** What is looked for. */
export interface WantedValue {
  readonly key: string
  readonly value: string
  /** Which of several equal ones, from 0. */
  readonly nth?: number
}

/** The place of a value of the front matter; that of its key when it is spelled in another way; else the file alone. */
export function frontMatterPlace(file: BookPath, text: string, wanted: WantedValue): Place {
  const lines = linesOf(text, wanted.key)
  const ranges = lines.flatMap(({ index, line, from }) =>
    [...columnsOf(line, wanted.value, from)].map((column) => ({ index, column })),
  )
  const found = ranges[wanted.nth ?? 0]
  if (found !== undefined) return range(file, found.index, found.column, wanted.value.length)
  const [first] = lines
  return first === undefined ? { file } : range(file, first.index, 0, first.from)
}

/** A line below a key, and where its value can begin. */
interface KeyLine {
  readonly index: number
  readonly line: string
  readonly from: number
}

/** The line of a key and those that belong to it. */
function linesOf(text: string, key: string): readonly KeyLine[] {
  if (!OPENING.test(text)) return []
  const [, ...rest] = text.split('\n')
  const end = rest.findIndex((line) => CLOSING.test(line))
  const found: KeyLine[] = []
  let isInside = false
  for (const [index, line] of rest.slice(0, end < 0 ? 0 : end).entries()) {
    const opening = KEY.exec(line)
    const name = opening?.slice(1).find((part) => part !== undefined)
    if (name !== undefined) isInside = name === key
    if (isInside) found.push({ index: index + 1, line, from: opening?.[0].length ?? 0 })
  }
  return found
}

/** Where a value stands as a whole in a line: between quotes, commas, brackets and spaces. */
function* columnsOf(line: string, value: string, from: number): Generator<number> {
  for (let at = line.indexOf(value, from); at >= 0; at = line.indexOf(value, at + 1)) {
    const [before = ' ', after = ' '] = [line[at - 1], line[at + value.length]]
    if (/[\s'"[,]/.test(before) && /[\s'"\],]/.test(after)) yield at
  }
}

function range(file: BookPath, index: number, column: number, length: number): Place {
  const line = index + 1
  return {
    file,
    start: { line, column: column + 1 },
    end: { line, column: column + length + 1 },
  }
}
