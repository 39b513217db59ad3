import { expect, test } from 'vitest'
import { isLinear } from '../support/yardstick.ts'
import { bookPath } from '../../src/core/path.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { literalHost } from '../markdown/host.ts'
import { written } from './html.ts'

test.each([
  '<p>a<br>b <img src=x> <b>c</b></p>',
  '<ul><li>a<li>b</ul>',
  '<table><tr><td>a<td>b</table>',
  '<div><!-- </div> --></div>',
  '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
  'text 1 < 2 and 3',
  '',
])('leaves %s as it is', (html) => {
  expect(written(html).html).toBe(html)
})

test.each([
  [
    'an element that is never closed',
    '<p>the <span>first</p><p>b</p>',
    '<p>the <span>first</span></p><p>b</p>',
  ],
  ['an end tag without a start', '<p>a</div></section> b</p>', '<p>a b</p>'],
  ['several, inside out', '<div><b><i>a', '<div><b><i>a</i></b></div>'],
  ['a slash that closes nothing in HTML', '<p><div/>a</p>', '<p><div/>a</div></p>'],
  ['wrong order', '<b><i>a</b></i>', '<b><i>a</i></b>'],
  [
    'an open element at the end',
    '<details><summary>甲</summary>\n<p>乙</p>',
    '<details><summary>甲</summary>\n<p>乙</p></details>',
  ],
])('mends %s', (_, html, expected) => {
  expect(written(html).html).toBe(expected)
})

test('what nests too deep follows the innermost element that is kept, and nothing after it moves', () => {
  const html = `${'<div>'.repeat(700)}deep${'</div>'.repeat(650)}less${'</div>'.repeat(50)}after`
  const { html: result } = written(html)
  expect(result.match(/<div>/g)).toHaveLength(700)
  expect(result.match(/<\/div>/g)).toHaveLength(700)
  expect(result.indexOf('deep')).toBeGreaterThan(500 * '<div>'.length)
  expect(result.replace(/^.*deep/, '')).toMatch(/^(?:<\/div>)+less(?:<\/div>){50}after$/)
})

test('end tags are found in linear time however much is open', () => {
  expect(isLinear((size) => written('<b>'.repeat(size) + '</i>'.repeat(size)), 2000)).toBe(true)
})

test.each([
  ['a <b>x *y</b> z* w', '<p>a <b>x <em>y z</em></b> w</p>'],
  ['<i>a <b>x *y</b></i> z* w', '<p><i>a <b>x <em>y z</em></b></i> w</p>'],
  [
    '<table><tr>\n\na <table></table>\n\n</tr></table>',
    '<div class="table-wrap" tabindex="0"><table><tr>\n<td><p>a</p>\n<table></table>\n</tr></table></div>',
  ],
  // What ends behind the paragraph that it begins in is around all that is between.
  [
    'a <details><summary>s</summary>\n\n*b*\n\n</details>',
    '<p>a </p><details><summary>s</summary>\n<p><em>b</em></p>\n</details>',
  ],
  [
    'a <div><div>\n\nb\n\n</div></div>\n\nc',
    '<p>a </p><div><div>\n<p>b</p>\n</div></div>\n<p>c</p>',
  ],
  [
    '- a <div>\n\n  b\n\n  </div>\n- c',
    '<ul>\n<li>\n<p>a </p><div>\n<p>b</p>\n</div>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>',
  ],
  // What an attribute or a comment says is no tag.
  [
    'a <div title="</div>"><!-- </div> -->\n\nb\n\n</div>',
    '<p>a </p><div title="</div>"><!-- </div> -->\n<p>b</p>\n</div>',
  ],
  // Its end belongs to another, or stands in another item.
  ['a <div>b\n\n<div>\n\nc\n\n</div>', '<p>a</p>\n<div>b</div>\n<div>\n<p>c</p>\n</div>'],
  [
    '- a <div>b\n\n- c\n\n</div>',
    '<ul>\n<li>\n<p>a</p>\n<div>b</div>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>',
  ],
  ['a *b <div>c*\n\nd</div>', '<p>a</p>\n<em>b <div>c</div></em>\n<p>d</p>'],
])('HTML and Markdown within each other: %s', (text, html) => {
  const page = { path: bookPath('page.md')!, text, firstLine: 1, host: literalHost }
  expect(createMarkdown().render(page).html.trim()).toBe(html)
})
