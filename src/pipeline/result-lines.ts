// A result as a line of text: what is kept on the disk, and what one thread tells another. What is heavy in it is read
// when somebody asks for it, which for most pages of a later build nobody does.
import { once } from '../core/attempt.ts'
import type { PageResult } from '../core/book.ts'
import { noteResultHash } from '../core/result-hash.ts'
import { type Line, lineOf, toLine } from '../files/hashed-lines.ts'
import { HEAVY, withParts, withoutParts } from './heavy-parts.ts'

/** Lines of results that came as such: they need not be written again. */
const lines = new WeakMap<PageResult, Buffer>()

/** The result that a line holds. */
export function resultOf(line: Line): PageResult {
  const parts = HEAVY.map((name, index) => [name, index + 1] as const)
  const there = parts.filter(([, place]) => line.has(place))
  const result = withParts(
    line.value(0) as Partial<PageResult>,
    there.map(([name, place]) => [name, once(() => line.value(place))] as const),
  )
  noteResultHash(result, line.hash)
  return result
}

/** The result that another thread made. */
export function receivedResult(bytes: Uint8Array): PageResult {
  const line = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const result = resultOf(lineOf(line))
  lines.set(result, line)
  return result
}

/** The line of a result. */
export function resultLine(result: PageResult): Buffer {
  const known = lines.get(result)
  if (known !== undefined) return known
  const { bytes, hash } = toLine(withoutParts(result), ...HEAVY.map((name) => result[name]))
  noteResultHash(result, hash)
  return bytes
}
