// Files in other encodings than UTF-8.
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../src/files/decode.ts'
import { buildBook, codes, content } from '../support/build-book.ts'

/** “# 书\n第一章，容器。\n” in GB 2312. */
const CHINESE = Uint8Array.from([
  0x23, 0x20, 0xca, 0xe9, 0x0a, 0xb5, 0xda, 0xd2, 0xbb, 0xd5, 0xc2, 0xa3, 0xac, 0xc8, 0xdd, 0xc6,
  0xf7, 0xa1, 0xa3, 0x0a,
])

function utf16(text: string, isBig: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
  const pairs = [0xfeff, ...units].flatMap((unit) => [unit >> 8, unit & 255])
  const swapped = pairs.map((_, at) => pairs[at ^ 1] ?? 0)
  return Uint8Array.from(isBig ? pairs : swapped)
}

describe('a text', () => {
  test('in GB 2312 is Chinese', () => {
    expect(decodeText(CHINESE)).toEqual({
      text: '# 书\n第一章，容器。\n',
      utf8: false,
      readAs: 'GB18030',
    })
  })

  test.each([
    ['little', false],
    ['big', true],
  ])('in UTF-16 is read by its mark, %s end first', (_name, isBig) => {
    const file = decodeText(utf16('# A 书 😀\r\nb', isBig))
    expect(file).toEqual({ text: '# A 书 😀\nb', utf8: false, readAs: 'UTF-16' })
  })

  test.each([
    ['French of Windows', [0x63, 0x61, 0x66, 0xe9, 0x73, 0x20, 0xe9, 0x74, 0xe9]],
    ['Japanese of Windows', [0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xc5, 0x82, 0xb7]],
    ['Chinese in Big5', [0xa4, 0xa4, 0xa4, 0xe5, 0xae, 0xd1, 0xa6, 0x57, 0xb3, 0xb9]],
    ['nothing known', [0x41, 0xff, 0x0a]],
    ['half of UTF-16', [0xff, 0xfe, 0x41]],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]],
  ])('of %s is not taken for Chinese', (_name, bytes) => {
    const file = decodeText(Uint8Array.from(bytes))
    expect(file.readAs).toBeUndefined()
    expect(file).toMatchObject({ utf8: false })
    expect(file.text).toContain('\uFFFD')
  })

  test('in UTF-8 stays what it is', () => {
    const text = 'é 书 é\n'
    expect(decodeText(new TextEncoder().encode(`\uFEFF${text}`))).toEqual({ text, utf8: true })
  })
})

test('a book of an old editor has its chapters, and is told to change', async () => {
  const built = await buildBook({
    'README.md': CHINESE,
    'SUMMARY.md': utf16('* [书](README.md)\n* [容器](a.md)\n', false),
    'a.md': '# 容器\n',
  })
  expect(content(built, 'index.html')).toContain('第一章，容器。')
  expect(content(built, 'a.html')).toContain('容器')
  expect(codes(built)).toEqual(['page/not-utf8 README.md:1:1'])
})
