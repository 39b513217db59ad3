import { expect, test } from 'vitest'
import { isLinear } from '../support/yardstick.ts'
import { asciidocCodeRanges } from '../../src/asciidoc/code-ranges.ts'

/** The code of a text, piece by piece. */
function codeOf(text: string): readonly string[] {
  return asciidocCodeRanges(text).map(({ from, to }) => text.slice(from, to))
}

test.each<[string, string, readonly string[]]>([
  ['nothing', '', []],
  ['running text', 'a {{ b }}\n\n* 列表 {{ c }}\n', []],
  ['a listing', 'a\n\n----\n{{ x }}\n\ny\n----\nb\n', ['----\n{{ x }}\n\ny\n----\n']],
  ['a listing that never ends', '----\nx\n', ['----\nx\n']],
  [
    'a literal and a passthrough',
    '....\nx\n....\n++++\ny\n++++\n',
    ['....\nx\n....\n', '++++\ny\n++++\n'],
  ],
  ['a fence', '```js\nx\n```\n', ['```js\nx\n```\n']],
  [
    'a longer delimiter around a shorter',
    '------\n----\nx\n----\n------\n',
    ['------\n----\nx\n----\n------\n'],
  ],
  ['a literal paragraph', 'a\n\n  {{ x }}\n  y\n\nb\n', ['  {{ x }}\n  y\n']],
  ['an indented item is none', 'a\n\n  * {{ x }}\n', []],
  [
    'code in a line',
    '术语 `{{ x }}` and +{{ y }}+ and `+z+`\n',
    ['`{{ x }}`', '+{{ y }}+', '`+z+`'],
  ],
  [
    'passthroughs in a line',
    '+++<b>+++ pass:q[{{ x }}] ++y++\n',
    ['+++<b>+++', 'pass:q[{{ x }}]', '++y++'],
  ],
  ['arithmetic is none', 'a + b + c and C++ or c++.\n', []],
])('%s', (_what, text, code) => {
  expect(codeOf(text)).toEqual(code)
})

test('takes linear time', () => {
  expect(isLinear((size) => asciidocCodeRanges('`a +b ++c\n'.repeat(size)), 2500)).toBe(true)
})
