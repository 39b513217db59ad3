// A result as a line of text: what one thread tells another, and what is kept on the disk, there with what is heavy in it
// in a file of its own. That is read when somebody asks for it, which for most pages of a later build nobody does.
import { once } from '../core/attempt.ts'
import type { PageResult } from '../core/book.ts'
import { noteResultHash } from '../core/result-hash.ts'
import { type Line, lineOf, takeApart, toLine, toLineOf } from '../files/hashed-lines.ts'
import { HEAVY, withParts, withoutParts } from './heavy-parts.ts'
import { type GrowingParts, type KeptParts, type Places, hasPart } from './result-parts.ts'

/** Lines of results that came as such: they need not be written again. */
const lines = new WeakMap<PageResult, Buffer>()

/** The result that another thread made. */
export function receivedResult(bytes: Uint8Array): PageResult {
  const line = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { hash, value, has } = lineOf(line)
  const there = HEAVY.flatMap((name, index) =>
    has(index + 1) ? [[name, once(() => value(index + 1))] as const] : [],
  )
  const result = withParts(value(0) as Partial<PageResult>, there)
  noteResultHash(result, hash)
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

/** What was read last of one result: whoever asks for a part asks for it several times in a row. */
let last: { readonly places: Places; readonly values: Map<number, unknown> } | undefined

/** The value of a part, which is never null; undefined when it is not what was written. */
function readPart(parts: KeptParts, places: Places, part: number): unknown {
  if (last?.places !== places) last = { places, values: new Map() }
  const known = last.values.get(part)
  if (known !== undefined) return known
  const text = parts.text(places, part)
  if (text === undefined) return undefined
  const value = JSON.parse(text) as unknown
  last.values.set(part, value)
  return value
}
