// Each file of tests/fixtures/markdown holds cases for one rule: a title, a dot, Markdown, a dot, HTML, a dot.
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bookPath } from '../../src/core/path.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { fixtureHost } from './host.ts'

const folder = new URL('../fixtures/markdown/', import.meta.url)
const CASE = /^(\S[^\n]*)\n\.\n([\s\S]*?)^\.\n([\s\S]*?)^\.$/gm
const markdown = createMarkdown()

function render(text: string): string {
  return markdown.render({ path: bookPath('page.md')!, text, firstLine: 1, host: fixtureHost }).html
}

for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
  const cases = [...readFileSync(new URL(name, folder), 'utf8').matchAll(CASE)]
  describe(name.replace('.txt', ''), () => {
    it('has cases', () => {
      expect(cases.length).toBeGreaterThan(1)
    })
    it.each(cases.map(([, title, input, output]) => [title!, input!, output!] as const))(
      '%s',
      (_title, input, output) => {
        expect(render(input)).toBe(output)
      },
    )
  })
}
