import { expect, test } from 'vitest'
import { createLookup } from '../../src/book/lookup.ts'
import { findPath } from '../../src/book/resolve.ts'
import type { BookPath } from '../../src/core/path.ts'
import { memoryFiles } from '../../src/files/memory.ts'

const lookupOf = (...paths: readonly string[]): ReturnType<typeof createLookup> =>
  createLookup(memoryFiles(Object.fromEntries(paths.map((path) => [path, '']))))

test.each([
  ['its README', ['a/index.html', 'a/index.md', 'a/README.adoc'], 'a/README.adoc'],
  ['its index without a README', ['a/index.html', 'a/INDEX.markdown'], 'a/INDEX.markdown'],
  ['a page of HTML without both', ['a/b.md', 'a/index.html'], 'a/index.html'],
  ['nothing at all', ['a/b.md'], undefined],
])('a folder begins with %s', (_, paths, start) => {
  expect(lookupOf(...paths).startOf('a')).toBe(start)
})

test('of files whose names differ in case, the one that is written is found', () => {
  const lookup = lookupOf('README.md', 'Readme.md')
  expect(lookup.structureFile('', 'README.md')).toBe('README.md')
  expect(lookup.structureFile('', 'Readme.md')).toBe('Readme.md')
  expect(lookup.structureFile('', 'readme.md')).toBe('README.md')
})

test('a file of that name in another folder is meant where it is the only one, or nearly there', () => {
  expect(lookupOf('beds/onions.md').similar('cellar/onions.md', '')).toBe('beds/onions.md')
  expect(
    lookupOf('a/onions.md', 'b/onions.md').similar('cellar/behind/doors/onions.md', ''),
  ).toBeUndefined()
  expect(lookupOf('beds/onions.md', 'b/onions.md').similar('bed/onions.md', '')).toBe(
    'beds/onions.md',
  )
  expect(lookupOf('a/b/onions.md', 'b/c/onions.md').similar('cellar/behind/b/onions.md', '')).toBe(
    'a/b/onions.md',
  )
  expect(lookupOf('de/onions.md').similar('en/tools/onions.md', 'en/')).toBeUndefined()
})

test('a folder of a space begins with the start page of the space', () => {
  const lookup = lookupOf('de/intro.md', 'de/README.md')
  const starts = new Map([
    ['de', 'de/intro.md' as BookPath],
    ['fr', 'start.md' as BookPath],
  ])
  expect(findPath(lookup, 'de', starts)).toEqual({
    kind: 'folder',
    folder: 'de',
    start: 'de/intro.md',
  })
  expect(findPath(lookup, 'de')).toMatchObject({ start: 'de/README.md' })
  // Nothing need lie in it.
  expect(findPath(lookup, 'fr', starts)).toMatchObject({ kind: 'folder', start: 'start.md' })
  expect(findPath(lookup, 'fr')).toEqual({ kind: 'absent' })
})

test('a file that is there and not listed is kept from the book', () => {
  const files = memoryFiles({ 'a.md': '' })
  const lookup = createLookup({ ...files, list: () => [] })
  expect(findPath(lookup, 'a.md')).toEqual({ kind: 'ignored' })
  expect(findPath(lookup, 'b.md')).toEqual({ kind: 'absent' })
})
