// Text that remembers where every range of it is from.
import type { Range } from '../../core/range.ts'
import type { BookPath } from '../../core/path.ts'
import { indexAt, lineStarts } from '../../core/position.ts'
import type { Budget } from './budget.ts'
import { Overrun } from '../failure.ts'
import type { SourceFile } from '../read/source-file.ts'

/** Where text of an expanded page comes from. */
export interface Origin {
  readonly file: BookPath
  /** The 1-based line of the file, front matter counted. */
  readonly line: number
  /** The column, for a position asked for with one that is text of the file. */
  readonly column?: number
  /** True when the whole line stands in the file as it is, so that columns are the same. */
  readonly sameColumns: boolean
}

/** Asks for the origin of a line (1-based), or of a column (1-based) in it. */
export type Origins = (line: number, column?: number) => Origin | undefined

/** A range of text. */
interface Piece {
  /** Where it begins in the text. */
  readonly start: number
  readonly file: SourceFile
  /** Where it is from; for a printed value, the tag that printed it. */
  readonly from: number
  readonly copied: boolean
  /** Tags in it are words. */
  readonly isRaw?: boolean
}

/** Finished text with its pieces: what macros, captures and blocks give. To everybody else it is a text. */
export class WrittenText {
  readonly text: string
  readonly pieces: readonly Piece[]

  constructor(text: string, pieces: readonly Piece[] = []) {
    this.text = text
    this.pieces = pieces
  }

  toString(): string {
    return this.text
  }

  toJSON(): string {
    return this.text
  }
}

/** Tells text with an origin from all other values. */
export function isWritten(value: unknown): value is WrittenText {
  return value instanceof WrittenText
}

/** Beyond this many characters a page is refused. */
const LIMIT = 32_000_000

/** Text that grows. */
export class Output {
  readonly #budget: Budget
  readonly #texts: string[] = []
  readonly #pieces: Piece[] = []
  #length = 0

  constructor(budget: Budget) {
    this.#budget = budget
  }

  /** Copies a range of a file. */
  copy(file: SourceFile, { from, to, isRaw }: Range & { readonly isRaw?: true }): void {
    if (from >= to) return
    const last = this.#pieces.at(-1)
    const isNext =
      last?.copied === true &&
      last.file === file &&
      (last.isRaw === true) === (isRaw === true) &&
      last.from + (this.#length - last.start) === from
    if (!isNext)
      this.#pieces.push({ start: this.#length, file, from, copied: true, ...(isRaw && { isRaw }) })
    this.#add(file.text.slice(from, to))
  }

  /** Writes text that a tag at this offset of a file made. */
  write(text: string, file: SourceFile, from: number): void {
    if (text === '') return
    this.#pieces.push({ start: this.#length, file, from, copied: false })
    this.#add(text)
  }

  /** Adds finished text. */
  append({ text, pieces }: WrittenText): void {
    for (const piece of pieces) this.#pieces.push({ ...piece, start: piece.start + this.#length })
    this.#budget.spend(pieces.length)
    this.#add(text)
  }

  /** What was written. */
  finish(): WrittenText {
    return new WrittenText(this.#texts.join(''), this.#pieces)
  }

  #add(text: string): void {
    this.#texts.push(text)
    this.#length += text.length
    if (this.#length > LIMIT) throw new Overrun({ case: 'too-long', limit: LIMIT })
    this.#budget.spend(1 + text.length / 256)
  }
}

/** The same text with every line changed; lines keep where they begin. */
export function mapLines(
  { text, pieces }: WrittenText,
  change: (line: string, index: number) => string,
): WrittenText {
  const lines: string[] = []
  const starts: Piece[] = []
  let [at, start] = [0, 0]
  for (const [index, line] of (text.match(/[^\n]*\n|[^\n]+/g) ?? []).entries()) {
    const piece = pieces[pieceAt(pieces, at)]
    const changed = change(line, index)
    if (piece !== undefined) {
      const from = piece.copied ? piece.from + (at - piece.start) : piece.from
      const { file, isRaw } = piece
      starts.push({ start, file, from, copied: false, ...(isRaw === undefined ? {} : { isRaw }) })
    }
    lines.push(changed)
    at += line.length
    start += changed.length
  }
  return new WrittenText(lines.join(''), starts)
}

/** What of a text its authors protected. */
export function literalParts({ text, pieces }: WrittenText): readonly Range[] {
  return pieces.flatMap(({ start, isRaw }, index) =>
    isRaw === true ? [{ from: start, to: pieces[index + 1]?.start ?? text.length }] : [],
  )
}

/**
 * What of a text other files brought: everything between two pieces of the page, and in it what one file brought
 * without another between.
 */
export function broughtParts({ text, pieces }: WrittenText, page: SourceFile): readonly Range[] {
  const parts: Range[] = []
  const endOf = (index: number): number => pieces[index + 1]?.start ?? text.length
  const note = (isIn: (file: SourceFile) => boolean, from: number): void => {
    let last = from
    while (last + 1 < pieces.length && isIn(pieces[last + 1]?.file ?? page)) last++
    parts.push({ from: pieces[from]?.start ?? 0, to: endOf(last) })
  }
  for (const [index, { file }] of pieces.entries()) {
    if (file === page) continue
    const before = pieces[index - 1]?.file ?? page
    if (before === page) note((other) => other !== page, index)
    if (before !== file) note((other) => other === file, index)
  }
  return parts
}

// Beyond what begins a line in Markdown: quotes, list markers, indents, heading and table signs.
const CONTENT = /[^\s>*+\-|:.)#\d]/

/** Where each line and column of a text is from; an empty one is from the top of the page. */
export function originsOf({ text, pieces: found }: WrittenText, page: SourceFile): Origins {
  const pieces = found.length > 0 ? found : [{ start: 0, file: page, from: 0, copied: false }]
  let starts: readonly number[] | undefined
  return (line, column) => {
    starts ??= lineStarts(text)
    const from = starts[line - 1]
    if (from === undefined) return undefined
    const to = (starts[line] ?? text.length + 1) - 1
    if (column === undefined) return originOfLine({ from, to }, text, pieces)
    const at = Math.min(from + column - 1, to)
    return originAt(pieces[pieceAt(pieces, at)], at)
  }
}

/** A line is from where its first words are from; failing that, from where it begins. */
function originOfLine(
  { from, to }: Range,
  text: string,
  pieces: readonly Piece[],
): Origin | undefined {
  const first = pieceAt(pieces, from)
  let last = first
  while ((pieces[last + 1]?.start ?? to) < to) last += 1
  const startOf = (index: number): number => Math.max(from, pieces[index]?.start ?? from)
  let best = first
  for (let index = first; index <= last; index++) {
    const end = Math.min(to, pieces[index + 1]?.start ?? to)
    if (!CONTENT.test(text.slice(startOf(index), end))) continue
    best = index
    break
  }
  const piece = pieces[best]
  const origin = originAt(piece, startOf(best))
  if (origin === undefined) return undefined
  const sameColumns = first === last && origin.column === 1 && endsThere(piece, to)
  return { file: origin.file, line: origin.line, sameColumns }
}

/** True when what was copied also ends its line at this offset. */
function endsThere(piece: Piece | undefined, to: number): boolean {
  const next = piece?.file.text[piece.from + to - piece.start]
  return next === undefined || next === '\n'
}

/** The index of the piece that covers an offset. */
function pieceAt(pieces: readonly Piece[], offset: number): number {
  return indexAt(pieces, offset, ({ start }) => start)
}

function originAt(piece: Piece | undefined, offset: number): Origin | undefined {
  if (piece === undefined) return undefined
  const spot = piece.file.spot(piece.copied ? piece.from + (offset - piece.start) : piece.from)
  if (spot !== undefined) {
    const { file, line, column } = spot
    return piece.copied
      ? { file, line, column, sameColumns: false }
      : { file, line, sameColumns: false }
  }
  const { file, start } = piece.file.place({ from: 0, to: 0 })
  return start && { file, line: start.line, sameColumns: false }
}
