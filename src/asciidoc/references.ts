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

/** An attribute that a converter puts on a tag for checks; it never reaches readers. */
export const MARK = 'data-mark'

/** An attribute that a converter puts on what is a component; no reader sees it either. */
export const COMPONENT = 'data-component'

/** What a block is, as far as its HTML does not say it. */
export interface BlockMark {
  readonly spot: Spot
  /** The lines of code. */
  readonly code?: { readonly language: string; readonly lines: readonly string[] }
}

/** A block that is a component of handbook's. */
export interface NamedBlock {
  readonly spot: Spot
  readonly tag: string
  readonly given: readonly { readonly name: string; readonly value: string }[]
}

/** What was noted. */
export interface Notes {
  readonly written: string
  readonly spot: Spot
  /** Spellings to look for in the source. */
  readonly spellings: readonly string[]
  /** A cross reference whose extension Asciidoctor removed: what is before and after it. */
  readonly stem?: { readonly path: string; readonly suffix: string }
  /** A link around a picture. */
  readonly picture?: boolean
  /** It names an id alone, with words of its author or without. */
  readonly local?: 'worded' | 'wordless'
  /** An image of which its author said nothing: its alternative text is only the name of the file. */
  readonly unsaid?: boolean
}

/** Notes of one page. */
export interface Notebook {
  /** Remembers a reference and gives what stands for it in the HTML. */
  note(noted: Notes): string
  /** What an attribute value stands for; undefined when nobody noted it. */
  find(value: string): Notes | undefined
  /** The attribute that marks a block; '' when nobody wants to know of blocks. */
  mark(marked: BlockMark): string
  /** What the value of that attribute stands for. */
  marked(value: string): BlockMark | undefined
  /** The attribute that makes an element a component. */
  component(named: NamedBlock): string
  /** What the value of that attribute stands for. */
  named(value: string): NamedBlock | undefined
}

/** An empty notebook, with or without marks. */
export function createNotebook(inspect = false): Notebook {
  const notes: Notes[] = []
  const marks: BlockMark[] = []
  const blocks: NamedBlock[] = []
  return {
    component: (named) => ` ${COMPONENT}="${OPEN}${blocks.push(named) - 1}${CLOSE}"`,
    named: (value) => blocks[Number(NOTE.exec(value)?.[1])],
    mark: (marked) => (inspect ? ` ${MARK}="${OPEN}${marks.push(marked) - 1}${CLOSE}"` : ''),
    marked: (value) => marks[Number(NOTE.exec(value)?.[1])],
    note: (noted) => `${OPEN}${notes.push(noted) - 1}${CLOSE}`,
    find(value) {
      const index = NOTE.exec(value)?.[1]
      return index === undefined ? undefined : notes[Number(index)]
    },
  }
}

const BETWEEN = '\uFDD2'

/** A spelling that counts only between these signs: `b` of `<<b#>>`. */
export function spelledWithin(before: string, spelling: string, after: string): string {
  return [before, spelling, after].join(BETWEEN)
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
export interface SourceMap {
  /** The first of these spellings in the block at a spot that no earlier search has found. */
  search(spot: Spot, spellings: readonly string[]): SpellingMatch | undefined
  /** The next of these spellings anywhere in the page; the page as a whole when none is there. */
  anywhere(spellings: readonly string[]): Place
  /** The start of a line. */
  line(spot: Spot): Place
  /** The first group of a pattern in one of the lines at which a block may begin; its first line when there is none. */
  begin(spot: Spot, pattern: RegExp): Place
  /** The next of these spellings, in the block at a spot or in an included file. */
  everywhere(spot: Spot, spelling: string): Place | undefined
}

/** Where a spelling was found. */
export interface SpellingMatch {
  readonly spelling: string
  readonly at: Place
}

/** Places in these sources; `starts` says where blocks begin. */
export function createPlaces(
  sources: ReadonlyMap<string, Source>,
  starts: readonly Spot[],
): SourceMap {
  const finder = createFinder(sources)
  const blocks = groupStarts(starts)

  const inBlock = (spot: Spot, spellings: readonly string[]): SpellingMatch | undefined => {
    const { file, line } = insideIncludes(sources, spot)
    const begins = finder.beginsOf(file)
    const offsetOf = (at: number): number => begins[Math.max(0, at - 1)] ?? Infinity
    const next = nextStart(blocks.get(file) ?? [], line)
    const end = next === undefined ? Infinity : offsetOf(next)
    return (
      finder.search(file, spellings, [offsetOf(line), end]) ??
      finder.search(file, spellings, [offsetOf(line - LINES_ABOVE), end]) ??
      // The last block of an included file counts as one of the `include::` line.
      (file === spot.file ? undefined : finder.search(file, spellings, [offsetOf(line), Infinity]))
    )
  }

  return {
    search: inBlock,
    anywhere(spellings) {
      const path = sources.get(MAIN)?.path ?? ('' as BookPath)
      return finder.search(MAIN, spellings, [0, Infinity])?.at ?? { file: path }
    },
    line: (spot) => lineOf(sources, finder, spot),
    begin(spot, pattern) {
      const { file, line } = insideIncludes(sources, spot)
      const source = sources.get(file)
      if (source === undefined) return lineOf(sources, finder, spot)
      const begins = finder.beginsOf(file)
      for (let at = line; at < line + LINES_ABOVE; at++) {
        const row = source.text.slice(begins[at - 1] ?? Infinity, begins[at])
        const text = pattern.exec(row)?.[1]
        if (text === undefined) continue
        const from = (begins[at - 1] ?? 0) + row.indexOf(text)
        return placeOf(source, begins, [from, from + text.length])
      }
      return lineOf(sources, finder, spot)
    },
    everywhere(spot, spelling) {
      const near = inBlock(spot, [spelling])?.at
      if (near !== undefined) return near
      const inner = [...sources.keys()].filter((file) => file !== MAIN)
      return inner.flatMap((file) => finder.search(file, [spelling], [0, Infinity])?.at ?? [])[0]
    },
  }
}

/** Finds spellings in these sources, each time the next. */
interface Finder {
  search(file: string, spellings: readonly string[], range: Range): SpellingMatch | undefined
  /** The offsets at which the lines of a source begin. */
  beginsOf(file: string): readonly number[]
}

function createFinder(sources: ReadonlyMap<string, Source>): Finder {
  const done = new Map<string, number>()
  const offsets = new Map<string, readonly number[]>()
  const beginsOf = (file: string): readonly number[] => {
    const begins = offsets.get(file) ?? lineStarts(sources.get(file)?.text ?? '')
    offsets.set(file, begins)
    return begins
  }
  return {
    beginsOf,
    search(file, spellings, [from, to]) {
      const source = sources.get(file)
      if (source === undefined) return undefined
      for (const wanted of spellings.filter(Boolean)) {
        const [before = '', spelling = '', after = ''] = wanted.includes(BETWEEN)
          ? wanted.split(BETWEEN)
          : ['', wanted]
        const key = `${file}\0${wanted}`
        const whole = before + spelling + after
        const found = source.text.indexOf(whole, Math.max(from, done.get(key) ?? 0))
        if (found < 0 || found >= to) continue
        const at = found + before.length
        done.set(key, at + spelling.length)
        return { spelling, at: placeOf(source, beginsOf(file), [at, at + spelling.length]) }
      }
      return undefined
    },
  }
}

/** The start of a line. */
function lineOf(sources: ReadonlyMap<string, Source>, finder: Finder, spot: Spot): Place {
  const { file, line } = insideIncludes(sources, spot)
  const source = sources.get(file)
  if (source === undefined) return { file: file as BookPath }
  // Around includes Asciidoctor's own count may lie behind the last line.
  const inFile = Math.min(line, finder.beginsOf(file).length)
  return { file: source.path, start: { line: inFile + source.firstLine - 1, column: 1 } }
}

/** Where a block really begins when Asciidoctor says that it begins at an `include::`. */
function insideIncludes(sources: ReadonlyMap<string, Source>, spot: Spot): Spot {
  let at = spot.line > 0 ? spot : aboveIncluded(sources, spot)
  // No file includes itself, so this ends.
  for (;;) {
    const inner = sources.get(at.file)?.includes.get(at.line)
    if (inner === undefined) return at
    at = inner
  }
}

/** A block right above an `include::` is said to begin above the first line of the included file. */
function aboveIncluded(sources: ReadonlyMap<string, Source>, { file }: Spot): Spot {
  for (const [outer, { includes }] of sources)
    for (const [line, inner] of includes)
      if (inner.file === file && line > 1) return { file: outer, line: line - 1 }
  return { file, line: 1 }
}

/** Offsets: from, and up to. */
type Range = readonly [number, number]

function placeOf(source: Source, begins: readonly number[], [from, to]: Range): Place {
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
