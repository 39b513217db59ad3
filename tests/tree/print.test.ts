import { expect, test } from 'vitest'
import type { OutputPath } from '../../src/core/path.ts'
import { type PrintPage, forPrint, printUrl } from '../../src/tree/passes/print.ts'
import { isLinear } from '../support/yardstick.ts'
import { written } from './html.ts'

const place: PrintPage = {
  output: 'en/handbook/print.html' as OutputPath,
  idOf: (output) =>
    ({ 'en/index.html': 'p1', 'en/ch/a.html': 'p2', 'en/ch/甲.html': 'p3' })[output as string],
}
const page = 'en/ch/a.html' as OutputPath

test.each([
  ['#x', '#p2-x'],
  ['#', '#p2'],
  ['', '#p2'],
  ['a.html', '#p2'],
  ['../index.html', '#p1'],
  ['../index.html#start', '#p1-start'],
  ['%E7%94%B2.html#%E4%B9%99', '#p3-%E4%B9%99'],
  ['../index.html?q=1', '../index.html?q=1'],
  ['?q=1', '../ch/a.html?q=1'],
  ['?q=1#x', '../ch/a.html?q=1#x'],
  ['other.html#x', '../ch/other.html#x'],
  ['../../zh/index.html', '../../zh/index.html'],
  ['img/a%20b.png', '../ch/img/a%20b.png'],
  ['files/', '../ch/files/'],
  ['a&amp;b.png', '../ch/a&amp;b.png'],
  ['https://x.org/a.html', 'https://x.org/a.html'],
  ['//x.org/a.html', '//x.org/a.html'],
  ['mailto:a@b.c', 'mailto:a@b.c'],
  ['data:image/png;base64,AA', 'data:image/png;base64,AA'],
  ['../../../out.html', '../../../out.html'],
])('an address of a page in the whole book: %s', (url, expected) => {
  expect(printUrl(url, page, place)).toBe(expected)
})

test.each([
  ['<h2 id="x">t</h2>', '<h2 id="p2-x">t</h2>'],
  ['<a name=old></a>', '<a name=p2-old></a>'],
  [
    '<input name="tabs" id="t1"><label for="t1"></label>',
    '<input name="p2-tabs" id="p2-t1"><label for="p2-t1"></label>',
  ],
  ['<p aria-labelledby="a  b">', '<p aria-labelledby="p2-a p2-b">'],
  ['<img src="i.png" alt="id=x">', '<img src="../ch/i.png" alt="id=x">'],
  ['<source srcset="a.png, b.png 2x">', '<source srcset="../ch/a.png, ../ch/b.png 2x">'],
  ['<map name="m"></map><img usemap="#m">', '<map name="p2-m"></map><img usemap="#p2-m">'],
  ['<svg><path fill="url(#g)"/></svg>', '<svg><path fill="url(#p2-g)"/></svg>'],
  ['<svg><use xlink:href="#i"/></svg>', '<svg><use xlink:href="#p2-i"/></svg>'],
  ['<pre>&lt;a href="x"&gt;</pre>', '<pre>&lt;a href="x"&gt;</pre>'],
  ['<!-- <a href="x"> -->', '<!-- <a href="x"> -->'],
  ['<p id="">空</p>', '<p id="">空</p>'],
  [
    '<section class="f" aria-label="Notes"></section>',
    '<section class="f" role="group" aria-label="Notes"></section>',
  ],
  ['<a href="#top">x</a>', '<a href="#p2">x</a>'],
  ['<h2 id="top">t</h2><a href="#top">x</a>', '<h2 id="p2-top">t</h2><a href="#p2-top">x</a>'],
  ['<a href="../index.html#top">x</a>', '<a href="#p1">x</a>'],
  ['', ''],
])('HTML of a page in the whole book: %s', (html, expected) => {
  expect(forPrint(written(html), page, place)).toBe(expected)
})

test('what looks like a tag inside scripts, styles and broken markup stays as it is', () => {
  const html =
    '<script>a = "<p id=x>"</script><style>/* <a href="x"> */</style><p title="<a href=x>">'
  expect(forPrint(written(html), page, place)).toBe(html)
  expect(forPrint(written('<p id="x'), page, place)).toBe('&lt;p id="x')
})

test.each(['<a href="', '<!--', '<script', '<a ', "<p '"])('takes linear time for %s', (piece) => {
  const work = (count: number): unknown => forPrint(written(piece.repeat(count)), page, place)
  expect(isLinear(work, 5000)).toBe(true)
})
