// References are noted while Asciidoctor converts, in its own order and sometimes more than once, and settled when the
// page is complete: what a reader will see is asked once, in the order of the page, and has a place in the source.
import type { Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { lineStarts, positionAt } from '../core/position.ts'
import { MAIN, type Spot } from './processor.ts'

// Noncharacters: no text may contain them, so that no author can forge a note.
const OPEN = '\uFDD0'
const CLOSE = '\uFDD1'
const NOTE = new RegExp(`${OPEN}(\\d+)${CLOSE}`)
const FORGED = new RegExp(`[${OPEN}${CLOSE}]`, 'g')
/** Titles and attributes stand above the line that a block counts as its first. */
const LINES_ABOVE = 4

/** What was noted. */
export interface Noted {
  readonly written: string
  readonly spot: Spot
  /** Spellings to look for in the source. */
  readonly spellings: readonly string[]
  /** A cross reference whose extension Asciidoctor removed: what is before and after it. */
  readonly stem?: { readonly path: string; readonly suffix: string }
}

/** Notes of one page. */
export interface Notebook {
  /** Remembers a reference and gives what stands for it in the HTML. */
  note(noted: Noted): string
  /** What an attribute value stands for; undefined when nobody noted it. */
  find(value: string): Noted | undefined
}

/** An empty notebook. */
export function createNotebook(): Notebook {
  const notes: Noted[] = []
  return {
    note: (noted) => `${OPEN}${notes.push(noted) - 1}${CLOSE}`,
    find(value) {
      const index = NOTE.exec(value)?.[1]
      return index === undefined ? undefined : notes[Number(index)]
    },
  }
}

/** A text without the characters that notes are made of. */
export function withoutMarks(text: string): string {
  return text.replace(FORGED, '\uFFFD')
}

/** A file that Asciidoctor read: the page or an included one. */
export interface Source {
  readonly path: BookPath
  readonly text: string
  /** The line of the file that the text begins with. */
  readonly firstLine: number
  /** What was put in place of its `include::` lines: a block that begins there begins in that file. */
  readonly includes: ReadonlyMap<number, Spot>
}

/** Turns spots into places. */
export interface Places {
  /** The first of these spellings in the block at a spot that no earlier search has found. */
  search(spot: Spot, spellings: readonly string[]): Found | undefined
  /** The next of these spellings anywhere in the page; the page as a whole when none is there. */
  anywhere(spellings: readonly string[]): Place
  /** The start of a line. */
  line(spot: Spot): Place
}

/** Where a spelling was found. */
export interface Found {
  readonly spelling: string
  readonly at: Place
}

/** Places in these sources; `starts` says where blocks begin. */
export function createPlaces(
  sources: ReadonlyMap<string, Source>,
  starts: readonly Spot[],
): Places {
  const found = new Map<string, number>()
  const offsets = new Map<string, readonly number[]>()
  const blocks = groupStarts(starts)

  const search = (
    file: string,
    spellings: readonly string[],
    [from, to]: Span,
  ): Found | undefined => {
    const source = sources.get(file)
    if (source === undefined) return undefined
    for (const spelling of spellings.filter(Boolean)) {
      const key = `${file}\0${spelling}`
      const at = source.text.indexOf(spelling, Math.max(from, found.get(key) ?? 0))
      if (at < 0 || at >= to) continue
      found.set(key, at + spelling.length)
      return { spelling, at: placeOf(source, beginsOf(file), [at, at + spelling.length]) }
    }
    return undefined
  }

  const beginsOf = (file: string): readonly number[] => {
    const begins = offsets.get(file) ?? lineStarts(sources.get(file)?.text ?? '')
    offsets.set(file, begins)
    return begins
  }

  return {
    search(spot, spellings) {
      const { file, line } = insideIncludes(sources, spot)
      const begins = beginsOf(file)
      const offsetOf = (at: number): number => begins[Math.max(0, at - 1)] ?? Infinity
      const next = nextStart(blocks.get(file) ?? [], line)
      const end = next === undefined ? Infinity : offsetOf(next)
      return (
        search(file, spellings, [offsetOf(line), end]) ??
        search(file, spellings, [offsetOf(line - LINES_ABOVE), end])
      )
    },
    anywhere(spellings) {
      const path = sources.get(MAIN)?.path ?? ('' as BookPath)
      return search(MAIN, spellings, [0, Infinity])?.at ?? { file: path }
    },
    line(spot) {
      const { file, line } = insideIncludes(sources, spot)
      const source = sources.get(file)
      if (source === undefined) return { file: file as BookPath }
      return { file: source.path, start: { line: line + source.firstLine - 1, column: 1 } }
    },
  }
}

/** Where a block really begins when Asciidoctor says that it begins at an `include::`. */
function insideIncludes(sources: ReadonlyMap<string, Source>, spot: Spot): Spot {
  let at = spot
  // No file includes itself, so this ends.
  for (;;) {
    const inner = sources.get(at.file)?.includes.get(at.line)
    if (inner === undefined) return at
    at = inner
  }
}

/** Offsets: from, and up to. */
type Span = readonly [number, number]

function placeOf(source: Source, begins: readonly number[], [from, to]: Span): Place {
  const shift = source.firstLine - 1
  const start = positionAt(begins, from)
  const end = positionAt(begins, to)
  return {
    file: source.path,
    start: { line: start.line + shift, column: start.column },
    end: { line: end.line + shift, column: end.column },
  }
}

function groupStarts(starts: readonly Spot[]): ReadonlyMap<string, readonly number[]> {
  const files = new Map<string, number[]>()
  for (const { file, line } of starts) {
    const lines = files.get(file) ?? []
    lines.push(line)
    files.set(file, lines)
  }
  for (const lines of files.values()) lines.sort((a, b) => a - b)
  return files
}

/** The first line after `line` that a block begins on, by bisection. */
function nextStart(lines: readonly number[], line: number): number | undefined {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle] ?? 0) <= line) low = middle + 1
    else high = middle
  }
  return lines[low]
}
