// Every attribute that holds an address is followed: from the page and from an included file of another folder, on the
// page and on the print page, in `check` and in `mv`.
import { describe, expect, test } from 'vitest'
import { checkBook } from '../../src/check/check.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { addressesIn } from '../../src/tree/addresses.ts'
import { buildBook, content, page } from '../support/build-book.ts'

/** HTML of a file in the folder `m`, and what of it stands on a page above, and on the print page. */
const CASES: readonly (readonly [html: string, above: string, printed: string])[] = [
  [
    '<img srcset="p.png 1x, q.png 2x" src="/m/p.png">',
    'm/p.png 1x, m/q.png 2x',
    '../m/p.png 1x, ../m/q.png 2x',
  ],
  ['<picture><source srcset="p.png"></picture>', 'srcset="m/p.png"', 'srcset="../m/p.png"'],
  [
    '<video src="v.mp4" poster="/m/p.png"></video>',
    'src="m/v.mp4" poster="m/p.png"',
    'src="../m/v.mp4" poster="../m/p.png"',
  ],
  [
    '<video><source src="v.mp4"><track src="v.vtt"></video>',
    '<source src="m/v.mp4"><track src="m/v.vtt">',
    '<source src="../m/v.mp4"><track src="../m/v.vtt">',
  ],
  ['<audio src=v.mp4></audio>', 'src="m/v.mp4"', 'src="../m/v.mp4"'],
  ['<iframe src="f.html"></iframe>', 'src="m/f.html"', 'src="../m/f.html"'],
  ['<embed src="f.html">', 'src="m/f.html"', 'src="../m/f.html"'],
  ['<object data="f.html"></object>', 'data="m/f.html"', 'data="../m/f.html"'],
  ['<input type="image" src="p.png">', 'src="m/p.png"', 'src="../m/p.png"'],
  [
    '<svg><image href="p.png"/><use xlink:href="p.png#i"/></svg>',
    '<image href="m/p.png"/><use xlink:href="m/p.png#i"/>',
    '<image href="../m/p.png"/><use xlink:href="../m/p.png#i"/>',
  ],
  [
    '<map name="x"><area href="../other.md"></map>',
    '<area href="other.html">',
    '<area href="#p2">',
  ],
  ['<blockquote cite="../other.md">x</blockquote>', 'cite="other.html"', 'cite="#p2"'],
  [
    '<form action="../other.md"><button formaction="f.html">x</button></form>',
    'action="other.html"><button formaction="m/f.html"',
    'action="#p2"><button formaction="../m/f.html"',
  ],
]
const files = {
  'SUMMARY.md': '* [A](README.md)\n* [B](other.md)\n',
  'other.md': '# B\n',
  'm/p.png': '',
  'm/q.png': '',
  'm/v.mp4': '',
  'm/v.vtt': '',
  'm/f.html': '<p>f</p>',
}

describe.each(CASES)('%s', (html, above, printed) => {
  test('works from an included file, on the page and on the print page', async () => {
    const built = await buildBook({
      ...files,
      'README.md': '# A\n\n{% include "m/part.md" %}\n',
      'm/part.md': `<div>${html}</div>\n`,
    })
    expect(content(built, 'index.html')).toContain(above)
    expect(page(built, 'handbook/print.html')).toContain(printed)
    expect(built.diagnostics).toEqual([])
  })

  test('is checked where it was written', async () => {
    const lost = html.replaceAll(
      /(?:\/m\/|\.\.\/)?(?:p|q|v|f|other)\.(?:png|mp4|vtt|html|md)/g,
      'lost.png',
    )
    const { diagnostics } = await checkBook({
      files: memoryFiles({
        ...files,
        'README.md': '# A\n\n{% include "m/part.md" %}\n',
        'm/part.md': `<div>${lost}</div>\n`,
      }),
    })
    const found = diagnostics.filter(({ code }) => /missing-(?:html-)?file/.test(code))
    expect(found.length).toBe(lost.split('lost.png').length - 1)
    for (const { at } of found) expect(at).toMatchObject({ file: 'm/part.md', start: { line: 1 } })
  })
})

test.each([
  ['a.png', ['a.png']],
  ['a.png 1x, b.png 2x', ['a.png', 'b.png']],
  [' a,b.png 100w,\n c.png ', ['a,b.png', 'c.png']],
  ['a.png, b.png', ['a.png', 'b.png']],
  ['data:image/png;base64,AA== 1x, b.png', ['data:image/png;base64,AA==', 'b.png']],
  ['a.png 1x,b.png', ['a.png', 'b.png']],
  ['', []],
  [' , ', []],
])('the candidates of %j', (value, expected) => {
  const found = addressesIn(value, { use: 'file', isList: true })
  expect(found.map(({ address }) => address)).toEqual(expected)
  for (const { address, from, to } of found) expect(value.slice(from, to)).toBe(address)
})
