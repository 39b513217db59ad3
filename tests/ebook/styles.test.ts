import { describe, expect, test } from 'vitest'
import { loadCompiler } from '../../src/ebook/pdf/compiler.ts'
import { makePdf } from '../../src/ebook/pdf/pdf.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { PIXEL } from './books.ts'
import { editionsOf, hasJava, judge, open } from './editions.ts'

const compiler = await loadCompiler()

/** A book with a style sheet, as an EPUB: its rules behind those of all books, and what is said. */
async function styled(
  css: string,
  more: { readonly [file: string]: string | Uint8Array } = {},
): Promise<{
  readonly css: string
  readonly said: readonly unknown[]
  readonly files: { readonly [name: string]: string }
  readonly bytes: Uint8Array
}> {
  const contents = { 'README.md': '# A\n\nWords\n', 'styles/epub.css': css, ...more }
  const [first] = await editionsOf(memoryFiles(contents))
  if (first === undefined) throw new Error('no edition')
  const { files, bytes, diagnostics } = open(first)
  const whole = files['EPUB/book.css'] ?? ''
  const said = diagnostics.map(({ code, args, at }) => [code, args['case'], args['count'], at])
  return { css: whole.slice(whole.indexOf('max-height: 100vh; }\n') + 21), said, files, bytes }
}

describe('a style sheet for EPUBs', () => {
  test('comes behind the rules that all have', async () => {
    const { css, said } = await styled('h1 { color: #123456; }\n@media print { p { margin: 0 } }\n')
    expect(css).toBe('h1 { color: #123456; }\n@media print { p { margin: 0 } }\n')
    expect(said).toEqual([])
  })

  test('brings the pictures and the fonts of the book that it names', async () => {
    const { css, files } = await styled(
      '@font-face { font-family: "X"; src: url("../x.woff2") format("woff2") }\nbody { background: url(dot.png) }\n',
      { 'x.woff2': new Uint8Array([0x77, 0x4f, 0x46, 0x32]), 'styles/dot.png': PIXEL },
    )
    expect(css).toContain('url(font-001.woff2) format("woff2")')
    expect(css).toContain('background: url(picture-001.png)')
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['EPUB/font-001.woff2', 'EPUB/picture-001.png']),
    )
    expect(files['EPUB/package.opf']).toContain('href="font-001.woff2" media-type="font/woff2"')
  })

  test.each([
    '@import url("https://example.org/x.css");',
    'p { background: url(https://example.org/x.png) }',
    'p { background: url(//example.org/x.png) }',
    String.raw`p { background: u\72l(https://example.org/x.png) }`,
    'p { background: image-set("https://example.org/x.png" 1x) }',
    'p { background: url(../nowhere.png) }',
    'p { width: expression(alert(1)) }',
    'p { direction: rtl }',
    'p { position: fixed }',
    'p { *zoom: 1 }',
    'p { --x: url(https://example.org) }',
    'p { & b { color: red } }',
    '@keyframes x { from { left: 0 } }',
  ])('leaves out what an ebook cannot have: %s', async (css) => {
    const found = await styled(`${css}\nem { color: red }\n`)
    expect(found.css.trim()).toBe('em { color: red }')
    expect(found.said).toMatchObject([
      ['ebook/left-out', 'style', 1, { file: 'styles/epub.css', start: { line: 1 } }],
    ])
  })

  test('that nobody can read costs its rules, and its place is told', async () => {
    const found = await styled('em { color: red }\np { color: "\n')
    expect(found.css).toBe('')
    expect(found.said).toMatchObject([
      ['ebook/left-out', 'style', 1, { file: 'styles/epub.css', start: { line: 2 } }],
    ])
  })

  test('may have another name', async () => {
    const { css } = await styled('p { color: red }', {
      'book.json': '{ "styles": { "epub": "./my.css" } }',
      'my.css': 'b { color: blue }',
    })
    expect(css).toBe('b { color: blue }\n')
  })

  test('makes a valid EPUB', async () => {
    if (!hasJava()) return
    const rules = [
      '@charset "utf-8"; @namespace svg url(http://www.w3.org/2000/svg);',
      'h1::before { content: "\\2014"; } a:hover > b, p:not(.x) { color: red !important }',
      '@page { margin: 2cm } @supports (display: grid) { p { display: grid } }',
      'p { filter: progid:DXImageTransform.Microsoft.gradient(startColorstr="#80000000"); *zoom: 1; _height: 1px; }',
      '.a { color: rgb(1 2 3 / 50%); margin: calc(1em + 2px); } <!-- p { } -->',
      'body { background: url(dot.png) }',
    ]
    const { bytes } = await styled(rules.join('\n'), { 'styles/dot.png': PIXEL })
    expect(judge(bytes)).toEqual([])
  })
})

test.skipIf(compiler === undefined)(
  'a style sheet for PDFs is told where it is: no PDF is made of HTML (needs the compiler)',
  async () => {
    const contents = { 'README.md': '# A\n', 'styles/pdf.css': 'p { color: red }' }
    const [first] = await editionsOf(memoryFiles(contents))
    if (first === undefined || compiler === undefined) throw new Error('no edition')
    const { edition, remarks } = first
    const { chapters } = edition
    const { diagnostics } = makePdf({ edition, remarks, compiler, standard: undefined, chapters })
    expect(diagnostics).toMatchObject([
      { args: { case: 'pdf-style', count: 1 }, at: { file: 'styles/pdf.css' } },
    ])
  },
)
