import { describe, expect, test } from 'vitest'
import { type Contents, buildBook } from '../support/build-book.ts'

const BOOK: Contents = {
  'README.md': '# Home\n\nSee [A](a.md).\n',
  'SUMMARY.md': '* [Home](README.md)\n* [A](a.md)\n* [B](b.md)\n* [C](c.md)\n* [D](d.md)\n',
  'GLOSSARY.md': '## Grafting\n\nJoining two plants.\n',
  'a.md': '# A\n\n{% include "inc/x.md" %}\n',
  'b.md': '# B\n\n{{ book.version }} and grafting.\n',
  'c.md': '# C\n\n{{ book.other }}\n\n[import:1-2](inc/code.js)\n',
  'd.md': '# D\n\n![pot](pot.svg)\n',
  'inc/x.md': 'Included {% include "y.md" %}\n',
  'inc/y.md': 'deeper\n',
  'inc/code.js': 'let a\nlet b\n',
  'pot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
  'book.json': '{"variables": {"version": "1", "other": "x"}, "plugins": ["include-codeblock"]}',
}

/** The pages that are rendered again after some files became others. */
async function renderedAfter(book: Contents, changes: Contents): Promise<readonly string[]> {
  const before = await buildBook(book)
  const after = await buildBook({ ...book, ...changes }, before.memory)
  return [...after.rendered].toSorted()
}

describe('after a change', () => {
  test.each<[string, Contents, readonly string[]]>([
    ['nothing at all', {}, []],
    ['the text of a page', { 'd.md': '# D\n\nchanged\n' }, ['d.md']],
    ['an included file', { 'inc/x.md': 'New {% include "y.md" %}\n' }, ['a.md']],
    ['a file that an included file includes', { 'inc/y.md': 'deepest\n' }, ['a.md']],
    ['a file that code is shown from', { 'inc/code.js': 'let c\n' }, ['c.md']],
    [
      'a variable',
      {
        'book.json':
          '{"variables": {"version": "2", "other": "x"}, "plugins": ["include-codeblock"]}',
      },
      ['b.md'],
    ],
    [
      'a variable that nobody prints',
      {
        'book.json':
          '{"variables": {"version": "1", "other": "x", "more": 1}, "plugins": ["include-codeblock"]}',
      },
      [],
    ],
    [
      'a picture, its size the same',
      { 'pot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><g/></svg>' },
      [],
    ],
    [
      'a picture, its size another',
      { 'pot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="3"/>' },
      ['d.md'],
    ],
  ])('of %s, exactly its readers are rendered', async (_what, changes, pages) => {
    expect(await renderedAfter(BOOK, changes)).toEqual(pages)
  })

  test('of the definition of a term, the glossary and the pages with the term are rendered', async () => {
    const changes = { 'GLOSSARY.md': '## Grafting\n\nJoining three plants.\n' }
    expect(await renderedAfter(BOOK, changes)).toEqual(['GLOSSARY.md', 'b.md'])
  })

  test('of the plugins, every page is rendered', async () => {
    const changes = { 'book.json': '{"variables": {"version": "1", "other": "x"}, "plugins": []}' }
    // The directive that showed a file is a link to it now.
    const rendered = await renderedAfter(BOOK, changes)
    expect(rendered).toHaveLength(7)
    expect(rendered).toContain('inc/code.js')
  })

  test('of the SUMMARY of a language, no page is rendered whose text does not look at it', async () => {
    const book = {
      'LANGS.md': '* [English](en)\n* [中文](zh)\n',
      'en/README.md': '# E\n',
      'en/SUMMARY.md': '* [E](README.md)\n* [A](a.md)\n',
      'en/a.md': '# A\n\n{{ page.title }}\n',
      'zh/README.md': '# 中\n\n{{ page.title }}\n',
      'zh/SUMMARY.md': '* [中](README.md)\n',
    }
    const changes = { 'en/SUMMARY.md': '* [E](README.md)\n* [Apple](a.md)\n' }
    expect(await renderedAfter(book, changes)).toEqual(['en/a.md'])
  })

  test('that creates a missing file, the pages that asked for it are rendered', async () => {
    const { 'inc/x.md': text = '', ...book } = BOOK
    expect(await renderedAfter(book, { 'inc/x.md': text })).toEqual(['a.md'])
  })
})
