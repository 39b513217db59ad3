// The font for formulas, mended for Chromium, which leaves some signs short that other engines stretch: long arrows to the
// right are put together from parts of which the last one says at the wrong end how far it may be laid over its neighbor;
// and wide accents are those of combining characters, while pages have the others.
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

/** A table of the font, as the header of WOFF2 lists it. */
interface Table {
  readonly tag: string
  /** In the unpacked data. */
  readonly from: number
  readonly length: number
}

const TAGS = (
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX ' +
  'vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH'
).match(/.{4}(?: |$)/g)!

/** The same font; assemblies that cannot be put together can. */
export function mendMathFont(font: Uint8Array): Uint8Array {
  const file = Buffer.from(font)
  const { tables, end } = directoryOf(file)
  const packed = file.readUInt32BE(20)
  const data = brotliDecompressSync(file.subarray(end, end + packed))
  const table = (wanted: string): Buffer => {
    const { from, length } = tables.find(({ tag }) => tag === wanted) ?? { from: 0, length: 0 }
    return data.subarray(from, from + length)
  }
  const math = table('MATH')
  const variants = math.subarray(math.readUInt16BE(8))
  const glyphOf = glyphsOf(table('cmap'))
  const accents = WIDE.map(([of, wanted]) => [glyphOf(of), glyphOf(wanted)] as const)
  if (mendAssemblies(variants) === 0 || giveAccents(variants, new Map(accents)) !== WIDE.length)
    throw new Error('The font for formulas is another one: see whether it needs this mending')
  const again = brotliCompressSync(data, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
    },
  })
  const padded = Buffer.alloc(Math.ceil((end + again.length) / 4) * 4)
  file.copy(padded, 0, 0, end)
  again.copy(padded, end)
  padded.writeUInt32BE(padded.length, 8)
  padded.writeUInt32BE(again.length, 20)
  // Without metadata and private data, which would stand behind.
  padded.fill(0, 28, 48)
  return padded
}

/** The tables in their order, and where the header ends. */
function directoryOf(file: Buffer): { readonly tables: readonly Table[]; readonly end: number } {
  const tables: Table[] = []
  let at = 48
  let from = 0
  const number = (): number => {
    let value = 0
    for (;;) {
      const byte = file.readUInt8(at++)
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  for (let left = file.readUInt16BE(12); left > 0; left--) {
    const flags = file.readUInt8(at++)
    const known = TAGS[flags & 63]
    const tag = known?.slice(0, 4) ?? file.toString('latin1', at, (at += 4))
    const original = number()
    const isOutline = tag === 'glyf' || tag === 'loca'
    const isTransformed = isOutline ? flags >> 6 !== 3 : flags >> 6 !== 0
    const length = isTransformed ? number() : original
    tables.push({ tag, from, length })
    from += length
  }
  return { tables, end: at }
}

/** Characters with wide forms, and those that pages have in their place. */
const WIDE = [
  [0x03_02, 0x02_c6],
  [0x03_03, 0x7e],
  [0x03_0c, 0x02_c7],
] as const

/** Turns the connectors of last parts that can hold on to nothing; how many there were. */
function mendAssemblies(variants: Buffer): number {
  let mended = 0
  for (const [, offset] of constructionsOf(variants)) {
    const construction = variants.subarray(offset)
    const assembled = construction.readUInt16BE(0)
    if (assembled === 0) continue
    const assembly = construction.subarray(assembled)
    const last = 6 + 10 * (assembly.readUInt16BE(4) - 1)
    const [start, end] = [assembly.readUInt16BE(last + 2), assembly.readUInt16BE(last + 4)]
    if (start !== 0 || end === 0) continue
    assembly.writeUInt16BE(end, last + 2)
    assembly.writeUInt16BE(start, last + 4)
    mended++
  }
  return mended
}

/** Gives the wide forms of some glyphs to others; how many there were. Glyphs are listed in order. */
function giveAccents(variants: Buffer, others: ReadonlyMap<number, number>): number {
  const all = constructionsOf(variants)
  const given = all.map(([glyph, offset]) => [others.get(glyph) ?? glyph, offset] as const)
  const coverage = variants.readUInt16BE(4)
  if (variants.readUInt16BE(coverage) !== 1) return 0
  for (const [index, [glyph, offset]] of given.toSorted(([a], [b]) => a - b).entries()) {
    variants.writeUInt16BE(glyph, coverage + 4 + 2 * index)
    variants.writeUInt16BE(offset, placeOf(variants, index))
  }
  return all.filter(([glyph]) => others.has(glyph)).length
}

/** Glyphs that stretch sideways, and where it says how. */
function constructionsOf(variants: Buffer): readonly (readonly [glyph: number, offset: number])[] {
  const coverage = variants.subarray(variants.readUInt16BE(4))
  const count = coverage.readUInt16BE(0) === 1 ? coverage.readUInt16BE(2) : 0
  return Array.from({ length: count }, (_, index) => [
    coverage.readUInt16BE(4 + 2 * index),
    variants.readUInt16BE(placeOf(variants, index)),
  ])
}

/** Behind those that stretch upwards. */
function placeOf(variants: Buffer, index: number): number {
  return 10 + 2 * (variants.readUInt16BE(6) + index)
}

/** The glyph of each character, by the segments of the table of format 12. */
function glyphsOf(cmap: Buffer): (character: number) => number {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.readUInt32BE(8 + 8 * index),
  )
  const table = offsets.map((at) => cmap.subarray(at)).find((one) => one.readUInt16BE(0) === 12)
  if (table === undefined) throw new Error('The font for formulas lists its glyphs in another way')
  return (character) => {
    for (let at = 16; at < 16 + 12 * table.readUInt32BE(12); at += 12) {
      const first = table.readUInt32BE(at)
      const last = table.readUInt32BE(at + 4)
      const glyph = table.readUInt32BE(at + 8)
      if (first <= character && character <= last) return glyph + character - first
    }
    return 0
  }
}
