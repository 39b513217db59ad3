import { expect, test } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { fixtureHost } from './host.ts'

const render = (text: string) =>
  createMarkdown().render({ path: 'a.md' as BookPath, text, firstLine: 1, host: fixtureHost })

test('a line that sends readers on is a link, reported at its place, and the page stays', () => {
  const { html, description, diagnostics } = render('!REDIRECT "b.md"\n\n# A\n\nWords.')
  expect(html).toContain('<p class="redirect"><a href="b.html">b.md</a></p>')
  expect(description).toBe('Words.')
  expect(diagnostics.map(({ code, severity, at }) => [code, severity, at])).toEqual([
    [
      'plugins/redirect-line',
      'info',
      { file: 'a.md', start: { line: 1, column: 1 }, end: { line: 1, column: 17 } },
    ],
  ])
})

test('an address of the web keeps every sign, and a heading may follow at once', () => {
  const { html } = render('!REDIRECT "https://example.org/a_b_(c)?d=1"\n# A')
  expect(html).toContain('href="https://example.org/a_b_(c)?d=1"')
  expect(html).toContain('</h1>')
})

test.each([
  '`!REDIRECT "b.md"`',
  'a !REDIRECT "b.md"',
  '!REDIRECT b.md',
  '!REDIRECT "b.md" and so',
])('%j is text', (text) => {
  const { html, diagnostics } = render(text)
  expect(html).not.toContain('<a')
  expect(diagnostics).toEqual([])
})
