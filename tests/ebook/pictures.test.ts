import { describe, expect, test } from 'vitest'
import { pictureType } from '../../src/ebook/picture-type.ts'
import { isWholePicture } from '../../src/ebook/whole-picture.ts'
import { PIXEL } from './books.ts'
import { PICTURES } from './small-pictures.ts'
import { type Opened, chapter, epubOf, hasJava, judge } from './editions.ts'

/** A drawing with an id in it. */
const svg = (id: string): string => `<svg viewBox="0 0 9 9"><circle id="${id}" r="3"/></svg>`

const isWhole = (bytes: Uint8Array): boolean => {
  const type = pictureType(bytes)
  return type !== undefined && isWholePicture(bytes, type)
}

/** A book that shows files, each on a line of its own below the title. */
const showing = (files: { readonly [name: string]: Uint8Array | string }): Promise<Opened> =>
  epubOf({
    'README.md': `# A\n\n${Object.keys(files)
      .map((name) => `![the ${name}](${name})\n`)
      .join('\n')}`,
    ...files,
  })

describe.each(Object.entries(PICTURES))('%s', (name, bytes) => {
  test('is whole, also with something behind its end', () => {
    expect(isWhole(bytes)).toBe(true)
    expect(isWhole(new Uint8Array([...bytes, 1, 2, 3]))).toBe(true)
  })

  test('is not whole when it ends before its first line, wherever that is', () => {
    const most = name === 'dot.jpg' ? bytes.indexOf(0xda) + 11 : bytes.length - 2
    for (let length = 0; length < most; length += 1)
      expect([length, isWhole(bytes.slice(0, length))]).toEqual([length, false])
  })

  test('is not whole when its head says nothing of a size', () => {
    expect(isWhole(bytes.map((byte, at) => (at > 3 && at < 30 ? 0x41 : byte)))).toBe(false)
  })
})

test('a damaged picture costs an EPUB that picture: its words stand there, with a remark at its place', async () => {
  const half = PIXEL.slice(0, 40)
  const epub = await showing({ 'dot.png': PIXEL, 'half.png': half, 'page.jpg': '<html>404</html>' })
  expect(chapter(epub, 1)).toContain('<p>the half.png</p>\n<p>the page.jpg</p>')
  expect(epub.names.filter((name) => name.endsWith('.png'))).toHaveLength(1)
  expect(epub.diagnostics).toMatchObject([
    {
      code: 'ebook/left-out',
      args: { case: 'broken-picture', count: 2 },
      at: { file: 'README.md', start: { line: 5 } },
    },
  ])
})

test('a cover that no reader shows is told, and one is drawn instead', async () => {
  const book = { 'book.json': '{ "cover": "c.bmp" }', 'README.md': '# A\n', 'c.bmp': 'BM.....' }
  const epub = await epubOf(book)
  expect(epub.names).toContain('EPUB/cover-picture.svg')
  expect(epub.diagnostics).toMatchObject([{ args: { case: 'picture-format' }, at: {} }])
})

test('the first of several drawings with an id has it, unless something else of the page does', async () => {
  const drawings = ['dot', 'dot', 'box'].map(svg).join('\n\n')
  const text = chapter(
    await epubOf({ 'README.md': `# A\n\n<div id="box">b</div>\n\n${drawings}\n` }),
    1,
  )
  expect(text.match(/ id="[^"]*"/g)).toEqual([' id="a"', ' id="box"', ' id="dot"'])
})

test.skipIf(!hasJava())(
  'EPUBCheck (needs Java) finds nothing wrong with damaged pictures and odd drawings',
  async () => {
    const epub = await showing({
      ...PICTURES,
      ...Object.fromEntries(
        Object.entries(PICTURES).map(([name, bytes]) => [`half-${name}`, bytes.slice(0, 30)]),
      ),
      'odd.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><style>@import "x.css";.a{background:url(http://example.org/x.png)}</style><g id="a b"/><g id="b"/><g id="b"/></svg>',
    })
    expect(judge(epub.bytes)).toEqual([])
  },
)
