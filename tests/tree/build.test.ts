import { expect, test } from 'vitest'
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
