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
    ['Big5', '中文書名章', 'a4a4a4e5aed1a657b3b9'],
    ['Shift_JIS', '日本語です', '93fa967b8cea82c582b7'],
    ['EUC-JP', 'これは文章です', 'a4b3a4eca4cfcab8becfa4c7a4b9'],
    ['EUC-KR', '이 책은 그릇에 관한 긴 책', 'c0cc20c3a5c0ba20b1d7b8a9bfa120b0fcc7d120b1e420c3a5'],
    ['windows-1251', 'Глава о контейнерах', 'c3ebe0e2e020ee20eaeeedf2e5e9ede5f0e0f5'],
    ['KOI8-R', 'Глава о контейнерах', 'e7ccc1d7c120cf20cbcfced4c5cacec5d2c1c8'],
    ['IBM866', 'Глава о контейнерах', '83aba0a2a020ae20aaaeade2a5a9ada5e0a0e5'],
    ['windows-1252', 'cafés d’été', '636166e973206492e974e9'],
  ])('in %s is read as that', (readAs, text, hex) => {
    expect(decodeText(Uint8Array.from(Buffer.from(hex, 'hex')))).toEqual({
      text,
      utf8: false,
      readAs,
    })
  })

  test.each([
    ['nothing known', [0x41, 0xff, 0x0a]],
    ['half of UTF-16', [0xff, 0xfe, 0x41]],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]],
    ['Czech of Windows', [...Buffer.from('P\xf8\xedklad, pr\xf9m\xecr', 'latin1')]],
    ['Polish of Windows', [...Buffer.from('G\xb3os, \xbf\xf3\xb3ty', 'latin1')]],
    ['Greek of Windows', [...Buffer.from('\xca\xe5\xf6\xdc\xeb\xe1\xe9\xef', 'latin1')]],
    ['UTF-8 with a lost byte', [...Buffer.from('第一章，容器。', 'utf8').subarray(0, -1)]],
    ['UTF-8 with a lost byte', [...Buffer.from('Les éléments é', 'utf8').subarray(0, -1)]],
  ])('of %s is taken for nothing else', (_name, bytes) => {
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
