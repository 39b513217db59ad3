import { expect, test } from 'vitest'
import { renderAsciidoc } from '../../src/asciidoc/render.ts'
import type { BookPath } from '../../src/core/path.ts'
import { createHighlighter } from '../../src/markdown/highlight.ts'
import { ENGLISH } from '../../src/markdown/labels.ts'
import { type RenderedPage, createMarkdown } from '../../src/markdown/parser.ts'
import { writeMarkdown } from '../../src/tree/markdown/write.ts'
import { literalHost as host } from '../markdown/host.ts'
import { treeOf } from '../tree/html.ts'

const highlighter = createHighlighter()

const page = (text: string): Promise<RenderedPage> =>
  renderAsciidoc({
    path: 'page.adoc' as BookPath,
    text,
    firstLine: 1,
    host,
    include: () => undefined,
    labels: ENGLISH,
    highlight: (code, language) => highlighter.highlight(code, language),
  })

const plain = (text: string): string => text.replaceAll(/[\s:]+/g, ' ').trim()

const markdown = async (text: string): Promise<string> => (await page(text)).markdown?.text ?? ''

test.each([
  ['', ''],
  [
    '= Title\n\nHello.\n\n== Section\n\n=== Two #',
    '# Title\n\nHello.\n\n## Section\n\n### Two \\#',
  ],
  ['= 标题\n\n第一行\n第二行', '# 标题\n\n第一行第二行'],
  ['*bold* _it_ `code` a**b**c #mark# [.u]#x#', '**bold** *it* `code` a**b**c mark x'],
  ['**"a"**b **a**b', '<strong>"a"</strong>b **a**b'],
  ['H~2~O 10^3^', 'H<sub>2</sub>O 10<sup>3</sup>'],
  ['`a{backtick}{backtick}b`', '```a``b```'],
  ['one +\ntwo', 'one\\\ntwo'],
  ['wait... for it -- now', 'wait… for it\u2009—\u2009now'],
])('running text: %j', async (text, expected) => {
  expect(await markdown(text)).toBe(expected)
})

test.each([
  ['https://example.org', '<https://example.org>'],
  ['https://example.org/a_b_[text *b*]', '[text **b**](https://example.org/a_b_)'],
  ['link:a%20b(c).pdf[file]', '[file](<a%20b(c).pdf>)'],
  ['xref:#x[there] [[x]]here', '[there](#x) here'],
  ['image:a.png[An "image"] text', '![An "image"](a.png) text'],
  ['.Caption\nimage::a.png[alt]', '![alt](a.png)\n\nFigure 1. Caption'],
  ['video::films/a.mp4[]', '[a.mp4](films/a.mp4)'],
])('references: %j', async (text, expected) => {
  expect(await markdown(text)).toBe(expected)
})

test.each([
  ['1*2*3, snake_case and _alone', '1\\*2\\*3, snake_case and \\_alone'],
  ['{empty}# no heading', '\\# no heading'],
  ['2020{empty}. was a year', '2020\\. was a year'],
  ['a\\b \\{x} <b> &amp;copy;', 'a\\b {x} \\<b> \\&copy;'],
  ['see [1] and [x](y)', 'see [1] and \\[x](y)'],
])('what Markdown would take for its own is escaped: %j', async (text, expected) => {
  expect(await markdown(text)).toBe(expected)
})

test.each([
  ['* a\n** b\n*** c\n* d', '- a\n  - b\n    - c\n- d'],
  ['. a\n.. b\n. c', '1. a\n   1. b\n2. c'],
  ['[start=9]\n. a\n. b', '9. a\n10. b'],
  ['* a\n+\nmore\n\n* b', '- a\n\n  more\n\n- b'],
  ['* a\n+\n----\nx\n\ny\n----', '- a\n  ```\n  x\n\n  y\n  ```'],
  ['* [x] done\n* [ ] open', '- [x] done\n- [ ] open'],
  ['A:: one\nB::\nC:: two\n+\nmore', 'A\n:   one\n\nB, C\n:   two\n\n    more'],
  ['A::\n* x\n* y', 'A\n:   - x\n    - y'],
  ['[source,ruby]\n----\nputs 1 # <1>\n----\n<1> prints', '```ruby\nputs 1 (1)\n```\n\n1. prints'],
  ['....\n```\n....', '````\n```\n````'],
  ["'''\n\ntext", '---\n\ntext'],
])('blocks: %j', async (text, expected) => {
  expect(await markdown(text)).toBe(expected)
})

test.each([
  ['NOTE: mind _this_', '> [!NOTE]\n> mind *this*'],
  ['.Own\n[TIP]\n====\na\n\n* b\n====', '> [!TIP]\n> **Own**\n>\n> a\n>\n> - b'],
  ['[quote,Somebody,Book]\nWords.', '> Words.\n>\n> — Somebody, *Book*'],
  ['[verse]\nRoses\nare *red*', '> Roses\\\n> are red'],
  ['.Title\n====\nx\n====', '**Example 1. Title**\n\nx'],
  ['.More\n[%collapsible]\n====\nx\n====', '**More**\n\nx'],
  ['textfootnote:[A *note*.] more', 'text[^1] more\n\n[^1]: A **note**.'],
  ['= T\n:toc:\n\n== A\n\nx', '# T\n\n## A\n\nx'],
])('what holds other blocks: %j', async (text, expected) => {
  expect(await markdown(text)).toBe(expected)
})

test.each([
  ['|===\n|A |B\n\n|1 |x\\|y\n|===', '| A | B |\n| --- | --- |\n| 1 | x\\|y |'],
  ['.T\n[cols="1,>1"]\n|===\n|1 |2\n|===', '**Table 1. T**\n\n|  |  |\n| --- | --: |\n| 1 | 2 |'],
  [
    '[cols="3*"]\n|===\n2+|wide .2+|tall\n|a |b\n|===',
    '<table>\n<tbody>\n<tr>\n<td colspan="2">wide</td>\n<td rowspan="2">tall</td>\n</tr>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n</tbody>\n</table>',
  ],
  [
    '|===\na|\n* x\n* y\n\n|`a\\|b`\na|....\nc\n\nd\n....\n|===',
    '<table>\n<tbody>\n<tr>\n<td>\n<ul>\n<li>\n<p>x</p>\n</li>\n<li>\n<p>y</p>\n</li>\n</ul>\n</td>\n</tr>\n<tr>\n<td><code>a|b</code></td>\n</tr>\n<tr>\n<td>\n<pre><code>c&#10;\nd</code></pre>\n</td>\n</tr>\n</tbody>\n</table>',
  ],
  ['|===\n|A |B\n\n|a\n\nx y |`a\\|b`\n|===', '| A | B |\n| --- | --- |\n| a<br>x y | `a\\|b` |'],
  ['|===\n|===', ''],
])('tables: %j', async (text, expected) => {
  expect(await markdown(text)).toBe(expected)
})

test('raw HTML that is not balanced does no harm, and its scripts say nothing', () => {
  const html = '<p>a</b> <em>b</p><script>x</script><!-- c --><div><p>d'
  expect(writeMarkdown(treeOf(html)).text).toBe('a *b*\n\nd')
})

test('named entities are the signs that they name, wherever a title goes', async () => {
  const {
    title,
    headings,
    html,
    sections,
    markdown: alternate,
  } = await page('= Page &mdash; one &copy; 2026\n\n== Part &ndash; two\n\nText &hellip; here.')
  expect([title, ...headings.map(({ text }) => text)]).toEqual([
    'Page — one © 2026',
    'Page — one © 2026',
    'Part – two',
  ])
  expect(headings.map(({ id }) => id).join(' ')).not.toMatch(/mdash|copy|ndash/)
  expect(html).not.toContain('&amp;')
  expect(sections.map(({ text }) => text).join(' ')).toContain('Text … here.')
  expect(alternate?.text).toBe('# Page — one © 2026\n\n## Part – two\n\nText … here.')
})

test('the places of destinations are known', () => {
  const html = '<p><a href="a.html#x\uFDE0">a</a> <img src="b.png" alt=""></p>'
  const { text, destinations } = writeMarkdown(treeOf(html))
  expect(text).toBe('[a](a.html#x\uFFFD) ![](b.png)')
  expect(destinations.map(({ from, to }) => text.slice(from, to))).toEqual([
    'a.html#x\uFFFD',
    'b.png',
  ])
})

test('read as Markdown, it says the same', async () => {
  const source = await page(`= 手册 * one_two

Text with \`code\`, <<_part_2>>, *strong* and _soft_ words, 1. 2 < 3 & "4" [5].

== Part 1

* a *b*
+
[source,js]
----
const a = \`1\` // *x*
----
** c

|===
|名 |Value

|甲 |1
|乙 |2
|===

== Part 2

TIP: 提示

Term:: what it is
`)
  const read = createMarkdown().render({
    path: 'page.md' as BookPath,
    text: source.markdown?.text ?? '',
    firstLine: 1,
    host,
  })
  expect(read.diagnostics).toEqual([])
  expect(read.headings.map(({ level, text }) => [level, text])).toEqual(
    source.headings.map(({ level, text }) => [level, text]),
  )
  expect(read.sections.map(({ text }) => plain(text))).toEqual(
    source.sections.map(({ text }) => plain(text.replace('Tip 提示', '提示'))),
  )
})
