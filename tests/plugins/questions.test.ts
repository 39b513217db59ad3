import { expect, test } from 'vitest'
import { questionsAsLists } from '../../src/plugins/questions.ts'
import { buildBook, codes, page } from '../support/build-book.ts'

const QUESTION = `{%mcq ans="o2", random=true %}
{%title%} Which river is longer?
{%o1%} The Elbe
{%o2%} The Volga
{%hint%} Look east.
{%message%} Well seen!
{%endmcq%}`

test('a question is a list of its answers, on the same lines', () => {
  const text = questionsAsLists(`a\n${QUESTION}\nb`, [])
  expect(text.split('\n')).toEqual([
    'a',
    '',
    'Which river is longer?',
    '- The Elbe',
    '- The Volga',
    '> Look east.',
    '',
    '<details><summary>✓</summary>The Volga. Well seen!</details>',
    'b',
  ])
})

test('one without an answer that is there has nothing to open, and code stays code', () => {
  const text = '{%mcq%}\n{%title%}\nWhich?\n{%o1%} This\n{%endmcq%}'
  expect(questionsAsLists(text, [])).toBe('\n\nWhich?\n- This\n')
  expect(questionsAsLists(text, [{ from: 0, to: text.length }])).toBe(text)
})

test('a page shows no tag of it, and nothing is said of the plugin', async () => {
  const built = await buildBook({
    'book.json': '{"plugins": ["mcqx"]}',
    'README.md': `# A\n\n${QUESTION}\n`,
  })
  const html = page(built, 'index.html')
  expect(html).toContain('<li>The Volga</li>')
  expect(html).toContain('<summary>✓</summary>')
  expect(html).not.toContain('{%')
  expect(codes(built)).toEqual([])
})

test('many that never end take linear time', () => {
  const text = '{%mcq%}\n{%title%} x\n'.repeat(20_000)
  expect(questionsAsLists(text, [])).toBe(text)
})
