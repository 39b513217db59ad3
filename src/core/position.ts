import type { Place, Position } from './diagnostic.ts'
import type { BookPath } from './path.ts'

/** How many lines of a text end. */
export function lineEnds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** The offset at which each line of a text begins. Lines end at '\n'. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Offset (0-based, UTF-16 units) to line and column (1-based). */
export function positionAt(starts: readonly number[], offset: number): Position {
  const index = indexAt(starts, offset, (start) => start)
  return { line: index + 1, column: offset - (starts[index] ?? 0) + 1 }
}

/** Where the line of an offset ends, before its '\n'. */
export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** Offsets of a text to places in the file that it is cut from, whose line `firstLine` is its first. */
export function positionsIn(text: string, firstLine: number): (offset: number) => Position {
  let starts: readonly number[] | undefined
  return (offset) => {
    starts ??= lineStarts(text)
    const { line, column } = positionAt(starts, offset)
    return { line: line + firstLine - 1, column }
  }
}

/** Of items in order, the index of the last that begins at or before an offset; 0 when none does. */
export function indexAt<T>(
  items: readonly T[],
  offset: number,
  startOf: (item: T) => number,
): number {
  let low = 0
  let high = items.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (startOf(items[middle] as T) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The place of a range of offsets in a text. */
export function placeOf(file: BookPath, text: string, from: number, to: number): Place {
  const starts = lineStarts(text)
  return { file, start: positionAt(starts, from), end: positionAt(starts, to) }
}

/** A place so many lines further down. */
export function byLines({ file, start, end }: Place, count: number): Place {
  const moved = ({ line, column }: Position): Position => ({ line: line + count, column })
  return { file, ...(start && { start: moved(start) }), ...(end && { end: moved(end) }) }
}
