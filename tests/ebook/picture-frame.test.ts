import { expect, test } from 'vitest'
import { framed } from '../../src/ebook/pdf/picture-frame.ts'
import { pictureType } from '../../src/ebook/picture-type.ts'
import { PIXEL } from './books.ts'
import { PICTURES } from './small-pictures.ts'

const frameOf = (name: string, bytes: Uint8Array): ReturnType<typeof framed> =>
  framed({ name, bytes, type: pictureType(bytes) ?? 'image/svg+xml' })

/** A JPEG with the Exif data of a camera that was held so. */
function turned(jpeg: Uint8Array, orientation: number): Uint8Array {
  const exif = Buffer.from(
    'Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0?\0\0\0\0\0\0',
    'latin1',
  )
  exif.writeUInt8(orientation, exif.indexOf('?'))
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2])
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]))
}

test('PNG and JPEG stand in a drawing of their size, byte for byte', () => {
  for (const [name, bytes, size] of [
    ['dot.png', PIXEL, 1],
    ['dot.jpg', PICTURES['dot.jpg'], 2],
  ] as const) {
    const frame = frameOf(name, bytes ?? new Uint8Array())
    expect(frame.name).toBe(`${name}.svg`)
    const svg = Buffer.from(frame.bytes).toString()
    expect(svg).toMatch(new RegExp(`^<svg [^>]*width="${size}" height="${size}"><image `))
    const data = /base64,([^"]*)"/.exec(svg)?.[1] ?? ''
    expect(new Uint8Array(Buffer.from(data, 'base64'))).toEqual(bytes)
  }
})

test('what moves or is drawn stays as it is, and so does a picture that is to be turned', () => {
  const jpeg = PICTURES['dot.jpg'] ?? new Uint8Array()
  const png = Buffer.concat([
    PIXEL.subarray(0, 33),
    Buffer.from('\0\0\0\0eXIf\0\0\0\0'),
    PIXEL.subarray(33),
  ])
  for (const [name, bytes] of [
    ['dot.gif', PICTURES['dot.gif']],
    ['dot.webp', PICTURES['dot.webp']],
    ['dot.svg', new Uint8Array(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))],
    ['dot.jpg', turned(jpeg, 6)],
    ['dot.png', new Uint8Array(png)],
  ] as const)
    expect(frameOf(name, bytes ?? new Uint8Array())).toEqual({ name, bytes })
  expect(frameOf('dot.jpg', turned(jpeg, 1)).name).toBe('dot.jpg.svg')
})
