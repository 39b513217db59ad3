// Puts the text back where the engine left references to it, and remembers where every stretch of the result is from.
import type { BookPath } from '../core/path.ts'
import { lineStarts } from '../core/position.ts'
import type { Segment } from './compose.ts'
import { splitMarks } from './marks.ts'
import type { Stretch } from './scan.ts'
import type { SourceFile } from './source-file.ts'

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

/** A stretch of the result. */
interface Piece {
  /** Where it begins in the result. */
  readonly start: number
  readonly file: SourceFile
  /** Where it is from; for a printed value, the tag that printed it. */
  readonly from: number
  readonly copied: boolean
}

/** An expanded text. */
export interface Assembly {
  readonly text: string
  readonly origin: Origins
}

/** A result beyond what a page can be. */
export class TooMuchText extends Error {}

/** Beyond this many characters a result is refused. */
const LIMIT = 32_000_000

/** What references in a rendering refer to. */
export interface Parts {
  readonly page: SourceFile
  readonly segments: readonly Segment[]
  /** What the blocks that were met became; marks in them are resolved, too. */
  readonly blocks: readonly string[]
}

/** The text of a rendering, with its references resolved; marks of blocks become their results. */
export function assemble(rendered: string, { page, segments, blocks }: Parts): Assembly {
  const pieces: Piece[] = []
  const texts: string[] = []
  let length = 0
  let here: Segment = { file: page, from: 0, to: 0 }
  let escaping = 0
  const add = (text: string, file: SourceFile, from: number, copied: boolean): void => {
    if (text === '') return
    pieces.push({ start: length, file, from, copied })
    texts.push(text)
    length += text.length
    if (length > LIMIT) throw new TooMuchText()
  }
  const addEscaped = (text: string, file: SourceFile, from: number): void => {
    let at = from
    for (const line of text.match(/[^\n]*\n|[^\n]+/g) ?? []) {
      add(escapedLine(line), file, at, false)
      at += line.length
    }
  }
  const walk = (marked: string): void => {
    for (const piece of splitMarks(marked)) {
      if (piece.kind === 'escape') escaping += piece.index === 1 ? 1 : -1
      else if (piece.kind === 'own')
        add(escaping > 0 ? escapedLine(piece.text) : piece.text, here.file, here.from, false)
      else if (piece.kind === 'block') walk(blocks[piece.index] ?? '')
      else if (piece.kind === 'text') {
        const segment = segments[piece.index]
        if (segment === undefined) continue
        const { file, from, to } = segment
        if (escaping > 0) addEscaped(file.text.slice(from, to), file, from)
        else add(file.text.slice(from, to), file, from, true)
        here = { file: segment.file, from: segment.to, to: segment.to }
      }
    }
  }
  walk(rendered)
  const text = texts.join('')
  // An empty result is from the top of the page.
  if (pieces.length === 0) pieces.push({ start: 0, file: page, from: 0, copied: false })
  return { text, origin: originsOf(text, pieces) }
}

/** Text for HTML; a blank line, which would end a block of it, is written as a character reference. */
function escapedLine(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/^[ \t]*\n/gm, (line) => `${line.slice(0, -1)}&#10;`)
}

/** A rendering as plain text. Marks of blocks stay: what they stand for is not known yet. */
export function plainText(rendered: string, segments: readonly Segment[]): string {
  let text = ''
  let done = 0
  for (const found of rendered.matchAll(/\uFDD6[\uFDE0-\uFDEF]+/g)) {
    const [piece] = splitMarks(found[0])
    const segment = piece?.kind === 'text' ? segments[piece.index] : undefined
    text += rendered.slice(done, found.index)
    text += segment?.file.text.slice(segment.from, segment.to) ?? ''
    done = found.index + found[0].length
    if (text.length > LIMIT) throw new TooMuchText()
  }
  return text + rendered.slice(done)
}

// Beyond what begins a line in Markdown: quotes, list markers, indents, heading and table signs.
const CONTENT = /[^\s>*+\-|:.)#\d]/

function originsOf(text: string, pieces: readonly Piece[]): Origins {
  let starts: readonly number[] | undefined
  return (line, column) => {
    starts ??= lineStarts(text)
    const from = starts[line - 1]
    if (from === undefined) return undefined
    const to = (starts[line] ?? text.length + 1) - 1
    if (column === undefined) return originOfLine({ from, to }, text, pieces)
    const at = Math.min(from + column - 1, to)
    return originAt(pieces[indexAt(pieces, at)], at)
  }
}

/** A line is from where its first words are from; failing that, from where it begins. */
function originOfLine(
  { from, to }: Stretch,
  text: string,
  pieces: readonly Piece[],
): Origin | undefined {
  const first = indexAt(pieces, from)
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

/** The piece that covers an offset. */
function indexAt(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
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
