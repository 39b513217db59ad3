import { expect, test } from 'vitest'
import { exactFence, fence } from '../../src/plugins/wrap.ts'

test.each([
  ['js', 'a.js', '```js title="a.js"'],
  ['', 'notes', '```text title="notes"'],
  ['js', '', '```js'],
  ['', '', '```'],
  ['js', 'the "first" `one`\n of two', `\`\`\`js title="the 'first' one of two"`],
  ['js {1}', 'x', '```js1} title="x"'],
])('a fence of %j with the title %j opens with %s', (language, title, opening) => {
  expect(exactFence('x', language, title)[0]).toBe(opening)
})

test('a fence is longer than any in it', () => {
  expect(fence('\n  ````\n  a\n  ````\n', 'md')).toEqual(['`````md', '````', 'a', '````', '`````'])
})
