import { expect, test } from 'vitest'
import { codeRanges } from '../../src/markdown/code-ranges.ts'
import { isLinear } from '../support/yardstick.ts'

function code(text: string): readonly string[] {
  return codeRanges(text).map(({ from, to }) => text.slice(from, to))
}

test.each([
  ['nothing', '', []],
  ['plain text', 'a < b & c\n', []],
  ['a code span', 'a `b` c', ['`b`']],
  ['a span of two backticks', '``a ` b``', ['``a ` b``']],
  ['a span over two lines', 'a `b\nc` d', ['`b\nc`']],
  ['no span across paragraphs', 'a `b\n\nc` d', []],
  ['no span after a backslash', '\\`a` `b`', ['` `']],
  [
    'a span in emphasis, links and strike-through',
    '**`a`** [`b`](c) ~~`d`~~ [^n]\n\n[^n]: `e`\n',
    ['`a`', '`b`', '`d`', '`e`'],
  ],
  ['a span in an inline note', 'a^[b `c`]', ['`c`']],
  ['a span in a heading of either kind', '# a `b`\n\n`c`\n===\n', ['`b`', '`c`']],
  ['spans in lists', '- a `b`\n  1. `c`\n\n     d `e`\n', ['`b`', '`c`', '`e`']],
  ['spans in quotes', '> a `b\n> c`\n', ['`b\n> c`']],
  ['a span in a quote that goes on without its mark', '> a\n`b`\n', ['`b`']],
  ['spans in table cells', '|a `x`|b|\n|-|-|\n|`c`| \\| `d`|\n', ['`x`', '`c`', '`d`']],
  ['a span that a pipe cuts', '|a|b|\n|-|-|\n|`c | d`|e|\n', ['`c | d`']],
  ['spans in definitions', 'a `x`\n:   b `c`\n', ['`x`', '`c`']],
  ['a fence', 'a\n```js\nb\n```\nc', ['```js\nb\n```\n']],
  ['a fence of tildes without an end', '~~~\na\n', ['~~~\na\n']],
  ['a fence in a list', '- a\n  ```\n  b\n  ```\n', ['  ```\n  b\n  ```\n']],
  ['an indented block', 'a\n\n    b\n\nc', ['    b\n']],
  ['an indented block in a list', '- a\n\n      b\n', ['      b\n']],
  [
    'the content of code elements',
    '<pre>a</pre>\n\nb <code>c</code> <CODE class="x">d</CODE>',
    ['a', 'c', 'd'],
  ],
  ['a block with a blank line', '<pre>\na\n\nb\n</pre>\n', ['\na\n\nb\n']],
  ['scripts and styles', '<script>\na\n</script>\n<style>b</style>\n', ['\na\n', 'b']],
  ['comments', 'a <!-- b --> c\n\n<!--\nd\n\ne\n-->\n', ['<!-- b -->', '<!--\nd\n\ne\n-->']],
  ['no element that never ends', 'a <code>b\n\nc', []],
  ['backticks in an attribute', '<a title="`">b</a> `c`', ['`c`']],
  ['backticks in an address', '<http://a/`b> `c`', ['`c`']],
  ['Chinese text', '中文`代码`，中文', ['`代码`']],
])('finds %s', (_, text, expected) => {
  expect(code(text)).toEqual(expected)
})

const growing = (count: number): string =>
  Array.from({ length: count }, (_, n) => `${'`'.repeat(n % 400)} `).join('')

test.each<[string, (count: number) => string]>([
  ['backticks', (count) => '`'.repeat(count)],
  ['runs of growing length', (count) => growing(count / 40)],
  ['tags that never close', (count) => '<code>'.repeat(count)],
  ['openings of comments', (count) => '<!--'.repeat(count)],
  ['half tags', (count) => '<a b="'.repeat(count)],
  ['spans', (count) => '`a` '.repeat(count)],
])('takes linear time for %s', (_, textOf) => {
  expect(isLinear((count) => codeRanges(textOf(count)), 10_000)).toBe(true)
})
