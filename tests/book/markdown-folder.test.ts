// A folder of pages without a table of contents: files and folders are the chapters.
import { describe, expect, test } from 'vitest'
import type { Chapter } from '../../src/core/book.ts'
import type { Built } from '../../src/pipeline/built.ts'
import { buildBook, page } from '../support/build-book.ts'
import { english } from '../support/english.ts'

const lines = (chapters: readonly Chapter[], depth = 0): readonly string[] =>
  chapters.flatMap((chapter) => [
    `${'  '.repeat(depth)}${chapter.title} ${chapter.kind === 'page' ? chapter.path : '-'}`,
    ...lines(chapter.children, depth + 1),
  ])

const tree = (built: Built): readonly string[] =>
  (built.book?.spaces ?? []).flatMap(({ parts }) =>
    parts.flatMap(({ chapters }) => lines(chapters)),
  )

const said = (built: Built): readonly string[] =>
  built.diagnostics
    .filter(({ code }) => code.startsWith('book/'))
    .map((diagnostic) => english(diagnostic).message)

const RECOGNIZED = 'Read as a folder of Markdown: its files and folders are the chapters'

describe('a folder of Markdown', () => {
  test('has its files and folders as chapters, and says so in one line', async () => {
    const built = await buildBook({
      'README.md': '# Start\n',
      'install.md': '# Install\n',
      'guide/README.md': '# The guide\n',
      'guide/first.md': '# First\n',
    })
    expect(tree(built)).toEqual([
      'Start README.md',
      'The guide guide/README.md',
      '  First guide/first.md',
      'Install install.md',
    ])
    expect(said(built)).toEqual([RECOGNIZED])
    expect(page(built, 'guide/first.html')).toContain('First')
  })

  test('takes titles from front matter, then headings, then names', async () => {
    const built = await buildBook({
      'README.md': 'No heading.\n',
      'a.md': '---\ntitle: From above\n---\n\n# Below\n',
      'b.md': 'Text.\n\n## A *heading*\n',
      '02-first-steps.md': 'Text.\n',
      'c.adoc': '= In AsciiDoc\n\nText.\n',
    })
    expect(tree(built)).toEqual([
      'Introduction README.md',
      'First steps 02-first-steps.md',
      'From above a.md',
      'A heading b.md',
      'In AsciiDoc c.adoc',
    ])
  })

  test('leaves out what its author excludes, by names of folders and globs', async () => {
    const built = await buildBook({
      'book.json': '{"root": "docs", "structure": {"exclude": ["drafts", "plans/*.md", "./z.md"]}}',
      'docs/README.md': '# Start\n\n[z](z.md)\n',
      'docs/a.md': '# A\n',
      'docs/z.md': '# Z\n',
      'docs/b/drafts/c.md': '# C\n',
      'docs/drafts.md': '# Drafts\n',
      'docs/plans/d.md': '# D\n',
      'docs/plans/next/e.md': '# E\n',
    })
    expect(tree(built)).toEqual([
      'Start docs/README.md',
      'A docs/a.md',
      'Drafts docs/drafts.md',
      'Plans -',
      '  Next -',
      '    E docs/plans/next/e.md',
    ])
    // A link to it still leads to a page.
    expect(page(built, 'z.html')).toContain('Z')
  })

  test.each(['weight', 'sidebar_position', 'order'])(
    'pages with a %s come first, in its order',
    async (key) => {
      const built = await buildBook({
        'README.md': '# Start\n',
        'a.md': '# A\n',
        'm/index.md': `---\n${key}: 10\n---\n# M\n`,
        'm/x.md': '# X\n',
        'z.md': `---\n${key}: 2\n---\n# Z\n`,
      })
      expect(tree(built)).toEqual([
        'Start README.md',
        'Z z.md',
        'M m/index.md',
        '  X m/x.md',
        'A a.md',
      ])
    },
  )

  test('counts the numbers in names', async () => {
    const built = await buildBook({ 'README.md': '', '10.md': '', '9.md': '', '1.md': '' })
    expect(tree(built)).toEqual(['Introduction README.md', '1 1.md', '9 9.md', '10 10.md'])
  })

  test('may begin with an index or with its first page', async () => {
    const withIndex = await buildBook({ 'index.md': '# Home\n', 'a.md': '# A\n' })
    expect(tree(withIndex)).toEqual(['Home index.md', 'A a.md'])
    expect(page(withIndex, 'index.html')).toContain('Home')
    const without = await buildBook({ 'b.md': '# B\n', 'a.md': '# A\n' })
    expect(tree(without)).toEqual(['A a.md', 'B b.md'])
    expect(page(without, 'index.html')).toContain('A')
    expect(said(without)).toEqual([RECOGNIZED])
  })

  test('shows a folder without a start page as a title', async () => {
    const built = await buildBook({ 'README.md': '# S\n', 'how-to/deep/x.md': '# X\n' })
    expect(tree(built)).toEqual(['S README.md', 'How to -', '  Deep -', '    X how-to/deep/x.md'])
  })

  test('leaves out what programs and hidden folders hold', async () => {
    const built = await buildBook({
      'README.md': '# S\n',
      'a.md': '# A\n',
      'node_modules/x/README.md': '# X\n',
      '_book/a.md': '# Built\n',
      '.github/b.md': '# Hidden\n',
      'c/node_modules/y.md': '# Y\n',
    })
    expect(tree(built)).toEqual(['S README.md', 'A a.md'])
  })

  test('keeps withheld and hidden pages from the menu', async () => {
    const built = await buildBook({
      'README.md': '# S\n',
      'a.md': '---\nhidden: true\n---\n# A\n',
      'b.md': '# B\n',
    })
    expect(built.book?.spaces[0]?.parts[0]?.chapters.map(({ hidden }) => hidden === true)).toEqual([
      false,
      true,
      false,
    ])
  })

  test('is a book of one page when there is one, and a SUMMARY says otherwise', async () => {
    const alone = await buildBook({
      'README.md': '# S\n',
      'GLOSSARY.md': '# Glossary\n\n## Term\n\nT.\n',
    })
    expect(said(alone)).toEqual([])
    const book = await buildBook({
      'README.md': '# S\n',
      'a.md': '# A\n',
      'SUMMARY.md': '* [Start](README.md)\n',
    })
    expect(said(book)).toEqual([])
    expect(tree(book)).toEqual(['Start README.md'])
  })
})
