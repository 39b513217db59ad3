// Pictures made smaller, where a book asks for it: the only door to the library that does, which is for those who want it. It
// is one file for every machine, so that the same picture gives the same bytes.
import { createRequire } from 'node:module'
import type * as Photon from '@silvia-odwyer/photon-node'
import { attempt, once } from '../core/attempt.ts'
import type { PictureType } from './picture-type.ts'

/** The package that makes pictures smaller. */
export const SCALER = '@silvia-odwyer/photon-node'

/** How many percent of what an eye may see a JPEG keeps. */
const QUALITY = 85

const load = once(() => attempt(() => createRequire(import.meta.url)(SCALER) as typeof Photon))

/** Is there what makes pictures smaller? */
export function canScale(): boolean {
  return load() !== undefined
}

/** A picture no side of which is longer than so many pixels; itself where it need not or cannot be smaller. */
export function scaled(bytes: Uint8Array, type: PictureType, most: number): Uint8Array {
  const library = load()
  if (library === undefined || !canBeScaled(bytes, type)) return bytes
  const smaller = attempt(() => scaledBy(library, bytes, type, most))
  return smaller === undefined || smaller.length >= bytes.length ? bytes : smaller
}

/** Moving pictures, drawings, and what is kept lying on its side, stay as they are. */
function canBeScaled(bytes: Uint8Array, type: PictureType): boolean {
  return type === 'image/png' || (type === 'image/jpeg' && !isTurned(bytes))
}

function scaledBy(
  library: typeof Photon,
  bytes: Uint8Array,
  type: PictureType,
  most: number,
): Uint8Array | undefined {
  const picture = library.PhotonImage.new_from_byteslice(bytes)
  try {
    const [width, height] = [picture.get_width(), picture.get_height()]
    const scale = most / Math.max(width, height)
    if (scale >= 1) return undefined
    const side = (length: number): number => Math.max(1, Math.round(length * scale))
    const { Lanczos3 } = library.SamplingFilter
    const smaller = library.resize(picture, side(width), side(height), Lanczos3)
    try {
      return type === 'image/png' ? smaller.get_bytes() : smaller.get_bytes_jpeg(QUALITY)
    } finally {
      smaller.free()
    }
  } finally {
    picture.free()
  }
}

/** Does a JPEG say in its Exif data that it is to be turned? That would be lost. */
function isTurned(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536))
  const at = file.indexOf('Exif\0\0')
  if (at < 0) return false
  const tiff = file.subarray(at + 6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const number16 = (from: number): number =>
    isLittle ? tiff.readUInt16LE(from) : tiff.readUInt16BE(from)
  const turn = attempt(() => {
    const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
    for (let index = 0; index < number16(start); index += 1) {
      const entry = start + 2 + index * 12
      if (number16(entry) === 0x0112) return number16(entry + 8)
    }
    return 1
  })
  return turn !== 1
}
