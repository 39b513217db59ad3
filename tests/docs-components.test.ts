// The manual of blocks shows every block beside its source, in every spelling that there is: the source is what is shown, the
// spellings make the same of it, and nothing of them is left as a tag.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { leftovers } from '../scripts/constructs/leftovers.ts'
import type { PageResult } from '../src/core/book.ts'
import type { BookPath } from '../src/core/path.ts'
import { diskFiles } from '../src/files/disk.ts'
import { build } from '../src/pipeline/build.ts'
import { type Contents, buildBook, codes } from './support/build-book.ts'
import { type Spelling, beginsExample, shownExamples } from './support/shown-examples.ts'

const folder = path.resolve(import.meta.dirname, '../docs')
const PAGES = [
  'callouts.md',
  'code-blocks.md',
  ...readdirSync(path.join(folder, 'components'))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => `components/${name}`),
]

/** The spellings that a page has to show. */
const FAMILIES = ['GitBook.com', 'GitBook 3', 'Markdown', 'AsciiDoc']

/** What GitBook 3 and its plugins had no words for. */
const UNKNOWN_TO_GITBOOK_3 = new Set(
  ['steps', 'columns', 'references', 'updates', 'api', 'editor'].map(
    (name) => `components/${name}.md`,
  ),
)

function textOf(page: string): string {
  return readFileSync(path.join(folder, page), 'utf8')
}

let results: ReadonlyMap<BookPath, PageResult>

beforeAll(async () => {
  const built = await build({ files: diskFiles(folder) })
  results = built.memory.results
})

/** What stands around the examples in the manual. */
const AROUND: Contents = {
  'book.json': textOf('book.json'),
  'summary.md': textOf('summary.md'),
  'components/tabs.md': textOf('components/tabs.md'),
  'components/steps.md': textOf('components/steps.md'),
  'components/garden.yaml': textOf('components/garden.yaml'),
  '_layouts/components/plant.hbs': textOf('_layouts/components/plant.hbs'),
}

/** What a spelling makes: elements and words, whatever the ids and the white space between. */
async function made({ language, text }: Spelling): Promise<string> {
  const isAsciidoc = language === 'asciidoc'
  const file = `components/example.${isAsciidoc ? 'adoc' : 'md'}`
  const listed = [file, ...Object.keys(AROUND).filter((name) => name.endsWith('.md'))]
  const built = await buildBook({
    ...AROUND,
    'README.md': '# Garden\n',
    'SUMMARY.md': ['README.md', ...listed].map((name) => `- [A](${name})\n`).join(''),
    [file]: `${isAsciidoc ? '= Example' : '# Example'}\n\n${text}\n`,
  })
  expect(codes(built).filter((code) => code.includes(file))).toEqual([])
  const { html = '' } = built.memory.results.get(file as BookPath) ?? {}
  return html
    .replace(/^.*?<\/h1>/s, '')
    .replaceAll(/<a class="heading-anchor".*?<\/a>| (?:id|aria-label)="[^"]*"/g, '')
    .replaceAll(/\s*\n\s*/g, '')
    .replaceAll(/<[a-z][^>]*/g, (tag) =>
      tag
        .split(/ (?=[\w-]+=")/)
        .toSorted()
        .join(' '),
    )
}

describe.each(PAGES)('%s', (page) => {
  const text = textOf(page)
  const examples = shownExamples(text)
  const spelled = examples.filter(({ spellings }) => spellings.length > 1)

  test('shows the sources of its examples, all of them', () => {
    expect(examples.length).toBe([...text.matchAll(beginsExample)].length)
    for (const { spellings, shown } of examples)
      expect(spellings.map((one) => one.text)).toContain(shown)
  })

  test('shows every spelling that there is', () => {
    const titles = spelled.flatMap(({ spellings }) => spellings.map(({ title }) => title))
    const has = (family: string): boolean => titles.some((title) => title.includes(family))
    const wanted = FAMILIES.filter(
      (family) => family !== 'GitBook 3' || !UNKNOWN_TO_GITBOOK_3.has(page),
    )
    expect(FAMILIES.filter(has)).toEqual(wanted)
  })

  test.each(spelled.map((example, index) => [index + 1, example] as const))(
    'makes the same of all spellings: example %i',
    async (_, { spellings }) => {
      const [first, ...others] = spellings
      const expected = await made(first!)
      expect(expected).toContain('<')
      for (const other of others)
        expect(`${other.title}: ${await made(other)}`).toBe(`${other.title}: ${expected}`)
    },
  )

  test('leaves nothing of their language', () => {
    const { html } = results.get(page as BookPath) ?? { html: '' }
    expect(html).not.toBe('')
    expect(leftovers(html).filter(({ kind }) => kind === 'tag')).toEqual([])
  })
})

test('the template that makes the example of blocks of your own is the one that is shown', () => {
  expect(textOf('components/own.md')).toContain(
    `\`\`\`html\n${textOf('_layouts/components/plant.hbs')}\`\`\``,
  )
})
