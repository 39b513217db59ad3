// The pages, tables of contents and templates that the manual shows are built in a book that has what they name: nothing is
// reported but what the manual says.
import { describe, expect, test } from 'vitest'
import type { BookPath } from '../src/core/path.ts'
import { type Contents, buildBook, codes, content, page } from './support/build-book.ts'
import { type Example, examples, manualText } from './support/manual.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
)

/** What the examples lead to, as an author would have it. */
const GARDEN: Contents = {
  'beds.md': '# Beds\n',
  'install.md': '# Install\n',
  'config.adoc': '= Configuration\n\n== Keys\n',
  'parts/license.adoc': 'Free for all.\n',
  'soil.md': '# Soil\n',
  'water.md': '# Water\n',
  'summary.md': '# Contents\n',
  'notes/warning.md': 'Mind the cables.\n',
  'etc/zookeeper/zoo.cfg': 'clientPort=2181\ntickTime=2000\n',
  'src/a.js': 'one()\n//! [marker]\ntwo()\n//! [marker]\nthree()\nfour()\n',
  'components/tabs.md': '# Tabs\n',
  'components/steps.md': '# Steps\n',
  'components/garden.yaml': manualText('docs/components/garden.yaml'),
  'components/plan.pdf': '%PDF-1.4',
  'components/beds.csv': 'bed,seeds\nnorth,12\n',
  '_layouts/components/plant.hbs': '<div>{{name}} {{{content}}}</div>',
  'guide.adoc': '= Guide\n',
  'seeds.adoc': '= Seeds\n',
  'plants.adoc': '= Plants\n',
  ...Object.fromEntries(
    ['beds.png', 'pipeline.svg', 'network.png', 'network.dark.png', 'beds.jpg', 'garden.jpg'].map(
      (name) => [
        `images/${name}`,
        name.endsWith('svg') ? '<svg xmlns="http://www.w3.org/2000/svg"/>' : PIXEL,
      ],
    ),
  ),
  'light.png': PIXEL,
  'dark.png': PIXEL,
}

const SETTINGS = {
  language: 'en',
  variables: { version: '2.1', systems: ['Linux'] },
  openapi: { garden: 'components/garden.yaml' },
  math: { dollars: false },
  tags: true,
}

/** Tables of contents, with their name in a book. */
const CONTENTS = new Map([
  ['docs/README.md', 'SUMMARY.md'],
  ['docs/summary.md', 'SUMMARY.md'],
  ['docs/languages.md', 'LANGS.md'],
])

const isContents = ({ file, text, language }: Example): boolean =>
  (CONTENTS.has(file) && language === 'markdown') ||
  text.startsWith('= Summary') ||
  text.startsWith('- ```yaml\n') ||
  /^- \[.*\]\(beds\.md 'Beds'\)\n$/.test(text)

/** What the manual says of an example itself, by its first line. */
const SAID = new Map([
  // An alert of an unknown kind is a quote: that is what this one shows.
  ['> [!INFO]', ['markdown/unknown-alert example.md:1:3']],
  // The address of a repository that does not exist: only its form is tried.
  [
    '{% include "git+https://example.org/owner/repository.git/docs/part.md#v1.2" %}',
    ['template/git-include example.md:1:1'],
  ],
])

const pages = examples.filter(
  (example) => ['markdown', 'md', 'asciidoc'].includes(example.language) && !isContents(example),
)
const contents = examples.filter(isContents)

const listed = Object.keys(GARDEN).filter((name) => /\.(?:md|adoc)$/.test(name))

/** The example as a page in the folder that it is shown in, so that its links lead where they lead there. */
function placeOf({ file, language }: Example): string {
  const folder = file.includes('/components/') ? 'components/' : ''
  return `${folder}example.${language === 'asciidoc' ? 'adoc' : 'md'}`
}

describe('pages', () => {
  test('are found', () => expect(pages.length).toBeGreaterThan(60))

  test.each(pages)('are built without a word: $name', async (example) => {
    const path = placeOf(example)
    const built = await buildBook({
      ...GARDEN,
      'book.json': JSON.stringify(SETTINGS),
      'SUMMARY.md': ['README.md', path, ...listed].map((name) => `- [A](${name})\n`).join(''),
      'README.md': '# Garden\n',
      [path]: example.text,
    })
    const told = codes(built).filter((line) => line.includes(path))
    expect(told).toEqual(SAID.get(example.text.split('\n')[0] ?? '') ?? [])
    expect(built.memory.results.get(path as BookPath)?.html).not.toBe('')
  })
})

describe('tables of contents', () => {
  test.each(contents)('lead to their pages: $name', async ({ file, text, language }) => {
    const path = CONTENTS.get(file) ?? `SUMMARY.${language === 'asciidoc' ? 'adoc' : 'md'}`
    const named = [...text.matchAll(/(?:\]\(|link:|xref:)([\w/-]+(?:\.\w+)?\/?)(?=[ )#[])/g)]
    const stubs = named.map(([, name = '']) => (name.endsWith('/') ? `${name}README.md` : name))
    const built = await buildBook({
      ...Object.fromEntries(
        stubs.map((name) => [name, name.endsWith('.md') ? '# A\n' : '= A\n\n== First\n']),
      ),
      'README.md': '# Garden\n',
      'garden.yaml': manualText('docs/components/garden.yaml'),
      'book.json': JSON.stringify({ openapi: { garden: 'garden.yaml' } }),
      [path]: text,
    })
    expect(codes(built)).toEqual([])
    expect(built.outputs.has('index.html' as never)).toBe(true)
    expect(built.memory.results.size).toBeGreaterThanOrEqual(Math.max(1, stubs.length))
  })
})

const example = (file: string, language: string): string =>
  examples.find((one) => one.file === file && one.language === language)!.text

describe('templates and what stands beside pages', () => {
  test('a block of your own is what the page gets', async () => {
    const built = await buildBook({
      'README.md': `# Garden\n\n${example('docs/components/own.md', 'markdown')}`,
      'SUMMARY.md': '- [Garden](README.md)\n',
      '_layouts/components/plant.hbs': example('docs/components/own.md', 'html'),
    })
    expect(codes(built)).toEqual([])
    const shown = content(built, 'index.html').replaceAll(/ id="[^"]*"|\s*\n\s*/g, '')
    expect(shown).toContain(
      '<div class="plant"><p><strong>Bean</strong></p><p>Climbs up to <strong>three</strong>',
    )
    expect(shown).toContain('<strong>Pea</strong>')
    expect(shown).toContain('<p>From Garden</p>')
  })

  test('a partial takes the place of the footer', async () => {
    const built = await buildBook({
      'README.md': '# Garden\n',
      'book.json': '{ "author": "Li Lei" }',
      '_layouts/partials/footer.hbs': example('docs/layouts.md', 'html'),
    })
    expect(codes(built)).toEqual([])
    expect(page(built, 'index.html')).toMatch(/<p>© Li Lei · <a href="[^"]+">[^<]+<\/a><\/p>/)
  })

  test('the head of a book stands in every page', async () => {
    const built = await buildBook({
      'README.md': '# Garden\n',
      'fonts/garden.woff2': 'wOF2',
      'head.html': example('docs/scripts.md', 'html'),
      'book.json': '{ "head": "head.html" }',
    })
    expect(codes(built)).toEqual([])
    expect(page(built, 'index.html')).toContain('<meta name="verification" content="3f1c"')
    expect(page(built, 'index.html')).toContain('href="fonts/garden.woff2"')
  })

  test('values of GitBook.com stand in the text', async () => {
    const built = await buildBook({
      '.gitbook.yaml': 'root: ./\n',
      '.gitbook/vars.yaml': 'api_version: v2\n',
      'SUMMARY.md': '- [Garden](README.md)\n',
      'README.md': `---\nvars:\n  price: 21\n---\n\n# Garden\n\n${example('docs/templates.md', 'html')}`,
    })
    expect(codes(built)).toEqual([])
    expect(content(built, 'index.html')).toMatch(/Version v2 costs\s42\./)
  })

  test('code of files is shown', async () => {
    const built = await buildBook({
      'README.md': `# Garden\n\n${example('docs/code-blocks.md', 'text').replaceAll('\n', '\n\n')}`,
      'src/a.js': GARDEN['src/a.js']!,
      'book.json': '{ "code": { "imports": true } }',
    })
    expect(codes(built)).toEqual([])
    expect(content(built, 'index.html')).not.toContain('import')
    expect(content(built, 'index.html').split('<pre').length).toBe(4)
  })

  test.each(['docs/diagnostics/pages.md', 'docs/diagnostics/zh-Hans/pages.md'])(
    'front matter is read: %s',
    async (file) => {
      const text = `---\n${example(file, 'yaml')}---\n\nSeeds.\n`
      const built = await buildBook({ 'README.md': text })
      expect(codes(built)).toEqual([])
      const { title } = built.memory.results.get('README.md' as BookPath)!
      expect(title).toMatch(/^(?:Part 1: the start|第一部分: 开始)$/)
    },
  )
})
