// What the manual shows beside a source is that source. Every other example is tried by docs-examples.test.ts.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { beginsExample, shownExamples } from './support/shown-examples.ts'

const folder = path.resolve(import.meta.dirname, '../docs')
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }))

const shown = pages.flatMap(({ name, text }) =>
  shownExamples(text).map((example, index) => ({ name: `${name}, ${index + 1}`, ...example })),
)

describe('examples with their results', () => {
  test('are all found', () => {
    const begun = pages.flatMap(({ text }) => [...text.matchAll(beginsExample)])
    expect(shown.length).toBe(begun.length)
    expect(shown.length).toBeGreaterThan(8)
  })

  test.each(shown)('show a source of their own: $name', (example) => {
    expect(example.spellings.map(({ text }) => text)).toContain(example.shown)
  })
})

describe('the two books of the repository', () => {
  const root = path.join(folder, '..')
  const links = (file: string): readonly string[] => {
    const book = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as {
      links: { sidebar: Record<string, string> }
    }
    return Object.values(book.links.sidebar)
  }

  test('lead to each other where they are published', () => {
    const workflow = readFileSync(path.join(root, '.github/workflows/pages.yml'), 'utf8')
    expect(workflow).toMatch(/output: _site$/m)
    const [, manual = ''] = /output: _site\/(\S+)$/m.exec(workflow) ?? []
    const top = 'https://example.org/handbook/'
    const landings = (urls: readonly string[], from: string): readonly string[] =>
      urls.map((url) => new URL(url, top + from).href)
    expect(landings(links('book.json'), '')).toEqual([`${top}${manual}/index.html`])
    expect(landings(links('docs/book.json'), `${manual}/`)).toEqual([`${top}index.html`])
  })
})
