// A result as a line of text: what one thread tells another, and what is kept on the disk, there with what is heavy in it
// in a file of its own. That is read when somebody asks for it, which for most pages of a later build nobody does.
import { once } from '../core/attempt.ts'
import type { PageResult } from '../core/book.ts'
import { noteResultHash } from '../core/result-hash.ts'
import { type Line, lineOf, takeApart, toLine, toLineOf } from '../files/hashed-lines.ts'
import { ASIDE, HEAVY, withParts, withoutParts } from './heavy-parts.ts'
import { type GrowingParts, type KeptParts, type Places, hasPart } from './result-parts.ts'

/** Lines of results that came or are kept as such: they need not be written again. */
const lines = new WeakMap<PageResult, () => Buffer>()

/** The result that another thread made. */
export function receivedResult(bytes: Uint8Array): PageResult {
  const line = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { hash, value, has } = lineOf(line)
  const there = HEAVY.flatMap((name, index) =>
    has(index + 1) ? [[name, once(() => value(index + 1))] as const] : [],
  )
  const result = withParts(value(0) as Partial<PageResult>, there)
  noteResultHash(result, hash)
  lines.set(result, () => line)
  return result
}

/** Is the result kept as its line? */
export function hasLine(result: PageResult): boolean {
  return lines.has(result)
}

/** Reads a part of a line, in bytes. */
type ReadLine = (from: number, to: number) => Buffer
type Range = readonly [from: number, to: number]

/** A result whose line lies elsewhere, and is read there, part by part, when somebody asks for what was put aside. */
export function restingResult(line: Buffer, read: ReadLine): PageResult {
  const { hash, value, rangeOf } = lineOf(line)
  const light = withoutParts(value(0) as PageResult, ASIDE)
  const heavy = HEAVY.map((name, index) => [name, rangeOf(index + 1)] as const)
  const result = withParts(light, partsElsewhere(rangeOf(0), heavy, read))
  noteResultHash(result, hash)
  lines.set(result, wholeLine(read, line.length))
  return result
}

/** Apart from the line, which it must not keep. */
const wholeLine = (read: ReadLine, length: number) => (): Buffer => read(0, length)

function partsElsewhere(
  light: Range,
  heavy: readonly (readonly [name: keyof PageResult, range: Range])[],
  read: ReadLine,
): readonly (readonly [keyof PageResult, () => unknown])[] {
  const of = {}
  const valueAt = ([from, to]: Range): unknown =>
    remembered(of, from, () => JSON.parse(read(from, to).toString()))
  return [
    ...heavy
      .filter(([, [from, to]]) => to > from)
      .map(([name, range]) => [name, () => valueAt(range)] as const),
    ['dependencies', () => (valueAt(light) as PageResult).dependencies] as const,
  ]
}

/** The line of a result. */
export function resultLine(result: PageResult): Buffer {
  const known = lines.get(result)
  if (known !== undefined) return known()
  const { bytes, hash } = toLine(withoutParts(result), ...HEAVY.map((name) => result[name]))
  noteResultHash(result, hash)
  return bytes
}

/** The line of a result whose heavy parts lie in a file. */
export function keptLine(result: PageResult, parts: GrowingParts): Buffer {
  const {
    hash,
    texts: [light = Buffer.alloc(0), ...heavy],
  } = takeApart(resultLine(result))
  return toLineOf(hash, light, parts.add(heavy))
}

/** The result that was kept so; undefined when `whole` finds that a part is not what was written. */
export function keptResult(
  line: Line,
  parts: KeptParts,
  { whole, onDamage }: { readonly whole: boolean; readonly onDamage: () => never },
): PageResult | undefined {
  const places = line.value(1) as Places
  const there = HEAVY.map((name, part) => [name, part] as const).filter(([, part]) =>
    hasPart(places, part),
  )
  if (whole && there.some(([, part]) => parts.text(places, part) === undefined)) return undefined
  const read = (part: number): unknown => readPart(parts, places, part) ?? onDamage()
  const readers = there.map(([name, part]) => [name, () => read(part)] as const)
  const result = withParts(line.value(0) as Partial<PageResult>, readers)
  noteResultHash(result, line.hash)
  return result
}

/** The value of a part, which is never null; undefined when it is not what was written. */
function readPart(parts: KeptParts, places: Places, part: number): unknown {
  return remembered(places, part, () => {
    const text = parts.text(places, part)
    return text === undefined ? undefined : (JSON.parse(text) as unknown)
  })
}

/** What was read last of one result: whoever asks for a part asks for it several times in a row. */
let last: { readonly of: object; readonly values: Map<number, unknown> } | undefined

/** A part is known by a number of its own in the result. */
function remembered(of: object, part: number, read: () => unknown): unknown {
  if (last?.of !== of) last = { of, values: new Map() }
  const known = last.values.get(part)
  if (known !== undefined) return known
  const value = read()
  if (value !== undefined) last.values.set(part, value)
  return value
}
