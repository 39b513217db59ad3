import { expect, test } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { looseTagEnd } from '../../src/markdown/rules/html-loose.ts'
import { fixtureHost } from './host.ts'

const render = (text: string) =>
  createMarkdown().render({ path: 'a.md' as BookPath, text, firstLine: 1, host: fixtureHost })

test.each([
  '<a href="b.md"target="_blank">',
  '<a href="b.md", target="_blank">',
  '<a href="b.md" target="_blank"">',
  '<a href="b.md"" rel="me">',
  '<a href="b.md" 新窗口>',
  "<a href='b.md';>",
  '<img src="a.png"alt="x"/>',
  '<img src="a.png" / >',
  '<span style="color:red";>',
  '<br / >',
  '<hr/ >',
])('a tag that browsers read is one: %s', (tag) => {
  expect(looseTagEnd(`in ${tag} line`, 3)).toBe(3 + tag.length)
})

test.each([
  '<TableName a="a"b="b">',
  '<a href=b c, d>',
  '<b and "c", d>',
  '<a href="b.md"target="_blank"',
  '<a href="b.md" <b>',
  '<b / >',
  '<1 a="b">',
  '<a href="\\"">',
])('and words are words: %s', (text) => {
  expect(looseTagEnd(text, 0)).toBe(-1)
})

test('links, pictures and words in such tags are shown as such, in lines and cells', () => {
  const { html, diagnostics } = render(
    '<a href="https://a.example/"target="_blank">https://a.example/</a> **b**<br / >c\n\n| a | b |\n|---|---|\n| <span class="x"title="y">q</span> | c |\n\nhttps://b.example/',
  )
  expect(html).not.toContain('&lt;')
  expect(html.match(/<a /g)).toHaveLength(2)
  expect(html).toContain('<strong>b</strong>')
  expect(html).toContain('<td><span class="x"title="y">q</span></td>')
  expect(diagnostics).toEqual([])
})

test.each(['<a b="c"', '<a b="c"" ', '<a b="c" / ', '<br ', '<img a="b"\' '])(
  'many of %j that never end take linear time',
  (part) => {
    const text = part.repeat(20_000)
    let ends = 0
    for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1))
      if (looseTagEnd(text, at) >= 0) ends += 1
    expect(ends).toBe(0)
  },
)

test('one tag with much space in it takes linear time', () => {
  expect(looseTagEnd(`<a b="c"${' /'.repeat(50_000)}<`, 0)).toBe(-1)
  expect(looseTagEnd(`<a b="c"${'" '.repeat(50_000)}<`, 0)).toBe(-1)
})
