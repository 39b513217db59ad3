import { expect, test } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { fixtureHost } from './host.ts'

const render = (text: string) =>
  createMarkdown()
    .render({ path: 'a.md' as BookPath, text, firstLine: 1, host: fixtureHost })
    .html.replaceAll('\n', '')

test('a numbered list of a quote goes on without the marks of the quote', () => {
  expect(render('> 1. One *a*\n2. Two\nmore\n3. Three\n\nWords.')).toBe(
    '<blockquote><ol><li>One <em>a</em></li><li>Twomore</li><li>Three</li></ol></blockquote><p>Words.</p>',
  )
  expect(render('> Words:\n>\n> 9) Nine\n> still\n10) Ten')).toBe(
    '<blockquote><p>Words:</p><ol start="9"><li>Ninestill</li><li>Ten</li></ol></blockquote>',
  )
})

test('in a list and in another quote, too', () => {
  expect(render('- a\n\n  > 1. One\n  2. Two')).toContain('<ol><li>One</li><li>Two</li></ol>')
  expect(render('> > 1. One\n> 2. Two\n> 3. Three\n>\n> after')).toBe(
    '<blockquote><blockquote><ol><li>One</li><li>Two</li><li>Three</li></ol></blockquote><p>after</p></blockquote>',
  )
})

test.each([
  ['1. One\n> words\n2. Two', '<ol start="2">'],
  ['> 1. One\n> > words\n> 2. Two', '<li>Two</li></ol></blockquote>'],
  ['> words\n2. Two', '</blockquote><ol start="2">'],
  ['> 1. One\n3. Three', '</blockquote><ol start="3">'],
  ['> 1. One\n2) Two', '</blockquote><ol start="2">'],
  ['> 1. One\n\n2. Two', '</blockquote><ol start="2">'],
  ['> 1. One\n> ```\n2. Two', '</blockquote><ol start="2">'],
  ['> - One\n- Two', '</blockquote><ul>'],
])('what is no next item of it is not: %j', (text, expected) => {
  expect(render(text)).toContain(expected)
})

test('many of them take linear time', () => {
  const lines = Array.from({ length: 5_000 }, (_, at) => `${at + 2}. x`)
  expect(render(`> 1. x\n${lines.join('\n')}`).match(/<li>/g)).toHaveLength(5_001)
})
