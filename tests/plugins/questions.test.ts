import { expect, test } from 'vitest'
import { questionsAsLists, quizzesAsLists } from '../../src/plugins/questions.ts'
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

const QUIZ = `<quiz name="Rivers">
    <question multiple>
        <p>Which are <b>long</b>?</p>
        <answer correct>The \`Volga\`</answer>
        <answer>The
           Ilm</answer>
        <answer correct>The Nile</answer>
        <explanation>Both *are*
        long.</explanation>
    </question>
</quiz>`

test('a question in tags of its own is a list, too, on the same lines', () => {
  expect(quizzesAsLists(`a\n\n${QUIZ}\nb`, []).split('\n')).toEqual([
    'a',
    '',
    '**Rivers**',
    '    ',
    'Which are <b>long</b>?',
    '- The `Volga`',
    '- The',
    '  Ilm',
    '- The Nile',
    '',
    '',
    '{% spoiler title="✓" %}The `Volga`<br>The Nile<br>Both *are* long.{% endspoiler %}',
    '',
    'b',
  ])
})

test('on one line its answers are lines, and code stays code', () => {
  const text =
    '<quiz><question><p>A?</p><answer correct>B</answer><answer>C</answer></question></quiz>'
  expect(quizzesAsLists(text, [])).toBe('A?<br>- B<br>- C<details><summary>✓</summary>B</details>')
  expect(quizzesAsLists(text, [{ from: 0, to: text.length }])).toBe(text)
})

test('a page shows no tag of it either', async () => {
  const built = await buildBook({
    'book.json': '{"plugins": ["quiz"]}',
    'README.md': `# A\n\n${QUIZ}\n`,
  })
  const html = page(built, 'index.html')
  expect(html).toContain('<li>The <code>Volga</code></li>')
  expect(html).toContain('<summary>✓</summary>')
  expect(html).not.toMatch(/&lt;|<quiz/)
  expect(codes(built)).toEqual([])
})

test.each(['<quiz>', '<quiz><question>', '<quiz><question><answer>'])(
  'many %s that never end take linear time',
  (written) => {
    const text = `${written} x\n`.repeat(20_000)
    expect(quizzesAsLists(text, [])).toBe(text)
  },
)
