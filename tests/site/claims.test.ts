// Several files of a book want one place of the site. No such book is refused: one has the place, the others are
// reported, and every link that can lead somewhere does.
import { describe, expect, test } from 'vitest'
import type { Book, PageResult } from '../../src/core/book.ts'
import type { BookPath, OutputPath } from '../../src/core/path.ts'
import type { Built } from '../../src/pipeline/built.ts'
import { filesOfBookAgain } from '../../src/site/claims.ts'
import { type Contents, buildBook, codes, content, site } from '../support/build-book.ts'

const start = { 'README.md': '# Start\n' }

type Laid =
  Parameters<typeof filesOfBookAgain>[1] extends ReadonlyMap<BookPath, infer One> ? One : never

/** The pages and copies of the book, without what is the same on every site. */
function published(built: Built): readonly string[] {
  return Object.keys(site(built)).filter(
    (name) => !/^(?:handbook\/|404\.|llms\.txt|\.nojekyll|search)|\.md$/.test(name),
  )
}

async function check(
  book: Contents,
  wanted: { readonly files: readonly string[]; readonly problems: readonly string[] },
): Promise<Built> {
  const built = await buildBook({ ...start, ...book })
  expect(published(built)).toEqual(wanted.files)
  expect(codes(built)).toEqual(wanted.problems)
  expect(built.diagnostics.map(({ severity }) => severity)).not.toContain('error')
  return built
}

describe('a page and a file that is copied', () => {
  test('the page is published, whatever it is written in', async () => {
    const built = await check(
      {
        'SUMMARY.md': '* [B](b.adoc)\n* [C](c.md)\n',
        'b.adoc': '= B\n\nlink:c.html[C]',
        'b.html': 'old',
        'c.md': '# C\n\n[B](b.html)',
        'c.html': 'old',
        'index.html': 'old',
      },
      {
        files: ['b.html', 'c.html', 'index.html'],
        problems: [
          'output/collision b.html',
          'output/collision c.html',
          'output/collision index.html',
        ],
      },
    )
    expect(content(built, 'c.html')).toContain('href="b.html"')
    expect(content(built, 'index.html')).toContain('Start')
  })

  test('so is a page that only a link reaches', async () => {
    const built = await check(
      {
        'README.md': '# Start\n\n[B](b.md)',
        'SUMMARY.md': '* [Start](README.md)\n',
        'b.md': '# B',
        'b.html': 'old',
      },
      {
        files: ['b.html', 'index.html'],
        problems: ['links/unlisted-page README.md:3:5', 'output/collision b.html'],
      },
    )
    expect(content(built, 'b.html')).toContain('B')
  })

  test('without a link the file is', async () => {
    await check(
      { 'SUMMARY.md': '* [Start](README.md)\n', 'b.md': '# B', 'b.html': 'old' },
      { files: ['b.html', 'index.html'], problems: [] },
    )
  })
})

describe('two pages', () => {
  test('the first of SUMMARY has its name, links lead to both', async () => {
    const built = await check(
      {
        'SUMMARY.md':
          '* [A](README.md)\n* [Db](db/README.md)\n* [Index](db/index.md)\n* [X](x.adoc)\n* [X](x.md)\n',
        'db/README.md': '# Db\n\n[index](index.md) [by address](index.html)',
        'db/index.md': '# Index\n\n[db](README.md) [folder](../db)',
        'x.md': '# X1',
        'x.adoc': '= X2',
      },
      {
        files: ['db/index-1.html', 'db/index.html', 'index.html', 'x-1.html', 'x.html'],
        problems: ['output/displaced db/index.md', 'output/displaced x.md'],
      },
    )
    expect(content(built, 'db/index.html')).toContain('<a href="index-1.html">index</a>')
    expect(content(built, 'db/index-1.html')).toContain('<a href="index.html">db</a>')
    expect(content(built, 'x.html')).toContain('X2')
    expect(content(built, 'x-1.html')).toContain('X1')
  })

  test('a number that is a page already is left to it', async () => {
    await check(
      {
        'SUMMARY.md':
          '* [X](x.md)\n* [X](x.markdown)\n* [X](x.adoc)\n* [X](x-1.md)\n* [Y](y-1.md)\n* [Y](y.md)\n* [Y](y.adoc)\n',
        'x.md': '# 1',
        'x.markdown': '# 2',
        'x.adoc': '= 3',
        'x-1.md': '# 4',
        'y-1.md': '# 5',
        'y.md': '# 6',
        'y.adoc': '= 7',
      },
      {
        files: [
          'index.html',
          'x-1-1.html',
          'x-1.html',
          'x-2.html',
          'x.html',
          'y-1.html',
          'y-2.html',
          'y.html',
        ],
        problems: [
          'output/displaced x-1.md',
          'output/displaced x.adoc',
          'output/displaced x.markdown',
          'output/displaced y.adoc',
        ],
      },
    )
  })

  test('one that only a link reaches comes after those of SUMMARY', async () => {
    await check(
      {
        'README.md': '# Start\n\n[X](x.adoc)',
        'SUMMARY.md': '* [X](x.md)\n',
        'x.adoc': '= X',
        'x.md': '# X',
      },
      {
        files: ['index.html', 'x-1.html', 'x.html'],
        problems: ['links/unlisted-page README.md:3:5', 'output/displaced x.adoc'],
      },
    )
  })

  test('names that differ in case are both published, and reported', async () => {
    const built = await check(
      { 'SUMMARY.md': '* [A](a.md)\n* [A](A.md)\n', 'a.md': '# a', 'A.md': '# A' },
      { files: ['A.html', 'a.html', 'index.html'], problems: ['output/case-collision A.md'] },
    )
    const files = [...built.outputs.values()].filter(({ path }) => /^a\.html$/i.test(path))
    expect(files.map(({ path, yieldsTo }) => [path, yieldsTo])).toEqual([
      ['A.html', 'a.html'],
      ['a.html', undefined],
    ])
  })
})

describe('a file and a folder', () => {
  test('a page is published, what lies in a folder of its name is not', async () => {
    await check(
      { 'SUMMARY.md': '* [A](a.md)\n', 'a.md': '# A', 'a.html/x.txt': 'x', 'a.html/b/y.txt': 'y' },
      {
        files: ['a.html', 'index.html'],
        problems: ['output/file-and-folder a.html/b/y.txt', 'output/file-and-folder a.html/x.txt'],
      },
    )
  })

  test('two pages are both published', async () => {
    await check(
      {
        'SUMMARY.md': '* [A](a.md)\n* [B](a.html/b.md)\n* [D](c.html/d.md)\n* [C](c.md)\n',
        'a.md': '# A',
        'a.html/b.md': '# B',
        'c.html/d.md': '# D',
        'c.md': '# C',
      },
      {
        files: ['a-1.html/b.html', 'a.html', 'c-1.html', 'c.html/d.html', 'index.html'],
        problems: ['output/displaced a.html/b.md', 'output/displaced c.md'],
      },
    )
  })

  test('a file that is called like the folder of the theme is left out', async () => {
    const built = await check(
      { handbook: 'x' },
      { files: ['index.html'], problems: ['output/file-and-folder handbook'] },
    )
    expect(Object.keys(site(built))).toContain('handbook/style.css')
  })

  test('a page in a folder that is called like a page of the theme is published', async () => {
    await check(
      { 'SUMMARY.md': '* [A](404.html/a.md)\n', '404.html/a.md': '# A' },
      {
        files: ['404.html/a.html', 'index.html'].filter((name) => !name.startsWith('404.')),
        problems: [],
      },
    )
  })

  test('a page that would show a file leaves its place to the page that is there', async () => {
    const built = await check(
      {
        'README.md': '# Start\n\n[tool](run) [page](run.md)',
        'SUMMARY.md': '* [Start](README.md)\n* [Run](run.md)\n',
        'book.json': '{ "sourcePages": { "include": ["run"] } }',
        run: '#!/bin/sh\n',
        'run.md': '# Run',
      },
      { files: ['index.html', 'run', 'run.html'], problems: [] },
    )
    expect(content(built, 'index.html')).toContain(
      '<a href="run">tool</a> <a href="run.html">page</a>',
    )
  })

  test('also to one that only a link behind it reaches', async () => {
    await check(
      {
        'README.md': '# Start\n\n[tool](run) [page](run.md)',
        'SUMMARY.md': '* [Start](README.md)\n',
        'book.json': '{ "sourcePages": { "include": ["run"] } }',
        run: '#!/bin/sh\n',
        'run.md': '# Run',
      },
      {
        files: ['index.html', 'run', 'run.html'],
        problems: ['links/unlisted-page README.md:3:20'],
      },
    )
  })
})

const path = (name: string): BookPath => name as BookPath
const laid = (name: string, output: string, more: Partial<PageResult> = {}): Laid => ({
  result: { path: name, output, ...more } as PageResult,
  file: { kind: 'made', path: output as OutputPath, content: name },
})
const bookWith = (...assets: readonly string[]): Book =>
  ({ root: '', displaced: {}, assets }) as unknown as Book

describe('places that are claimed again', () => {
  test('what shows a file comes behind pages, wherever it stands', () => {
    const pages = new Map([
      [path('run'), laid('run', 'run.html', { isSource: true })],
      [path('run.md'), laid('run.md', 'run.html')],
    ])
    const { value, diagnostics } = filesOfBookAgain(bookWith('run'), pages, undefined)
    expect(value.get('run.html' as OutputPath)).toBe(pages.get(path('run.md'))?.file)
    expect(diagnostics.map(({ at }) => at?.file)).toEqual(['run'])
  })

  test('what was refused a place is told each time', () => {
    const book = bookWith('a.html')
    const pages = new Map([[path('a.md'), laid('a.md', 'a.html')]])
    const ofBook = filesOfBookAgain(book, pages, undefined)
    expect(ofBook.diagnostics.map(({ code }) => code)).toEqual(['output/collision'])
    expect(filesOfBookAgain(book, new Map(pages), { book, pages, ofBook })).toEqual(ofBook)
  })
})

test('a build with a memory gives the same', async () => {
  const before = await buildBook({ ...start, 'SUMMARY.md': '* [X](x.md)\n', 'x.md': '# X' })
  const book = {
    ...start,
    'SUMMARY.md': '* [X](x.adoc)\n* [X](x.md)\n',
    'x.md': '# X',
    'x.adoc': '= X',
  }
  const after = await buildBook(book, before.memory)
  const clean = await buildBook(book)
  expect(site(after)).toEqual(site(clean))
  expect(codes(after)).toEqual(codes(clean))
  const edited = { ...book, 'x.md': '# X\n\nMore.\n' }
  const again = await buildBook(edited, after.memory)
  const cleanAgain = await buildBook(edited)
  expect(site(again)).toEqual(site(cleanAgain))
  expect(codes(again)).toEqual(codes(cleanAgain))
  expect(codes(again)).toEqual(codes(clean))
})
