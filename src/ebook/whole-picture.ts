// Is a picture whole? Reading programs refuse one whose size they cannot tell, and show nothing of one that ends before its
// first line. What is damaged further on only shows when a picture is drawn.
import { crc32 } from 'node:zlib'
import type { PictureType } from './picture-type.ts'

/** Is the file of such a picture whole, as far as its parts say? */
export function isWholePicture(bytes: Uint8Array, type: PictureType): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return WHOLE[type](file)
  } catch (problem) {
    // A part reaches over the end.
    if (problem instanceof RangeError) return false
    throw problem
  }
}

const WHOLE: { readonly [type in PictureType]: (file: Buffer) => boolean } = {
  'image/png': isWholePng,
  'image/jpeg': isWholeJpeg,
  'image/gif': isWholeGif,
  'image/webp': isWholeWebp,
  'image/svg+xml': () => true,
}

/** Chunks up to IEND. Those that no program can do without begin with a capital letter, and have sums that must be right. */
function isWholePng(file: Buffer): boolean {
  let hasData = false
  for (let at = 8; ;) {
    const size = file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    const sum = file.readUInt32BE(at + 8 + size)
    if (at === 8 && name !== 'IHDR') return false
    if (/^[A-Z]/.test(name) && crc32(file.subarray(at + 4, at + 8 + size)) !== sum) return false
    if (name === 'IHDR' && !isSize(file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)))
      return false
    hasData ||= name === 'IDAT'
    if (name === 'IEND') return hasData
    at += 12 + size
  }
}

/** Segments up to the first scan: a size is among them. */
function isWholeJpeg(file: Buffer): boolean {
  let isSized = false
  for (let at = 2; ;) {
    if (file.readUInt8(at) !== 0xff) return false
    const marker = file.readUInt8(at + 1)
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else {
      const size = file.readUInt16BE(at + 2)
      const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
      if (isFrame) isSized = isSize(file.readUInt16BE(at + 7), file.readUInt16BE(at + 5))
      // Data must follow.
      if (marker === 0xda) return isSized && at + 2 + size < file.length
      at += 2 + size
    }
  }
}

/** Extensions, and the first picture to its end. */
function isWholeGif(file: Buffer): boolean {
  if (!isSize(file.readUInt16LE(6), file.readUInt16LE(8))) return false
  for (let at = 13 + colorsOfGif(file.readUInt8(10)); ;) {
    const kind = file.readUInt8(at)
    if (kind === 0x21) at = endOfGifBlocks(file, at + 2)
    else if (kind !== 0x2c) return false
    else {
      const data = at + 10 + colorsOfGif(file.readUInt8(at + 9)) + 1
      return endOfGifBlocks(file, data) <= file.length
    }
  }
}

/** How many bytes a table of colors has. */
function colorsOfGif(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1)
}

function endOfGifBlocks(file: Buffer, from: number): number {
  let at = from
  for (let size = file.readUInt8(at); size > 0; size = file.readUInt8(at)) at += 1 + size
  return at + 1
}

/** One chunk of chunks, all of it there. */
function isWholeWebp(file: Buffer): boolean {
  const size = file.readUInt32LE(4)
  const isKnown = /^VP8[ LX]$/.test(file.toString('latin1', 12, 16))
  return isKnown && size > 12 && size + 8 <= file.length + 1
}

function isSize(width: number, height: number): boolean {
  return width > 0 && height > 0 && width < 2 ** 31 && height < 2 ** 31
}
