import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { canScale, scaled } from '../../src/ebook/scale.ts'
import { PIXEL } from './books.ts'
import { epubOf } from './editions.ts'

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, sum])
}

/** A picture of stripes. */
function png(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  const row = Buffer.from([0, ...Array.from({ length: width * 3 }, (_, at) => (at * 7919) % 251)])
  const rows = Buffer.concat(Array.from({ length: height }, () => row))
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(rows, { level: 0 })),
      chunk('IEND', new Uint8Array()),
    ]),
  )
}

/** Width and height of a PNG. */
function sizeOf(bytes: Uint8Array): readonly number[] {
  const file = Buffer.from(bytes)
  return [file.readUInt32BE(16), file.readUInt32BE(20)]
}

describe.skipIf(!canScale())('pictures made smaller (needs the package that does it)', () => {
  test('have no side that is longer than was asked, and the same bytes each time', () => {
    const wide = png(300, 120)
    const small = scaled(wide, 'image/png', 100)
    expect(sizeOf(small)).toEqual([100, 40])
    expect(Buffer.compare(small, scaled(wide, 'image/png', 100))).toBe(0)
  })

  test('stay as they are where they are small, move, or cannot be read', () => {
    const wide = png(300, 120)
    expect(scaled(PIXEL, 'image/png', 100)).toBe(PIXEL)
    expect(scaled(wide, 'image/gif', 100)).toBe(wide)
    const broken = wide.slice(0, 60)
    expect(scaled(broken, 'image/png', 100)).toBe(broken)
  })

  test('stay as they are where they are to be turned', () => {
    const turned = new Uint8Array(
      Buffer.from(
        `FFD8FFE1001E${Buffer.from('Exif\0\0MM\0*').toString('hex')}00000008000101120003000000010006`,
        'hex',
      ),
    )
    expect(scaled(turned, 'image/jpeg', 1)).toBe(turned)
  })

  test('are what a book asks for, and no other book gets', async () => {
    const contents = { 'README.md': '# A\n\n![wide](wide.png)\n', 'wide.png': png(300, 120) }
    const asked = { ...contents, 'book.json': '{ "pictureSize": 100 }' }
    const sizes = await Promise.all(
      [contents, asked].map(async (book) => (await epubOf(book)).bytes.length),
    )
    expect(sizes[1]).toBeLessThan((sizes[0] ?? 0) / 2)
  })
})
