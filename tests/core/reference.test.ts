import { expect, test } from 'vitest'
import { type FolderPrefix, bookPath } from '../../src/core/path.ts'
import {
  candidatesOf,
  hasScheme,
  isAddress,
  splitReference,
  wikiName,
} from '../../src/core/reference.ts'

test.each([
  ['a/b.md', ['a/b.md', '', '']],
  ['a.md?x=1&y#b?c#d', ['a.md', '?x=1&y', '#b?c#d']],
  ['a.md#b?c', ['a.md', '', '#b?c']],
  ['?x', ['', '?x', '']],
  ['#', ['', '', '#']],
  ['', ['', '', '']],
  ['种\n菜.md#第\n一', ['种\n菜.md', '', '#第\n一']],
])('%j has a path, a query and a fragment', (written, expected) => {
  const { path, query, hash } = splitReference(written)
  expect([path, query, hash]).toEqual(expected)
  expect(path + query + hash).toBe(written)
})

test.each([
  'https://example.org',
  'HTTP://example.org/a.md',
  'mailto:a@example.org',
  'javascript:alert(1)',
  'data:image/png;base64,AA',
  'x-app+1.0:here',
  '//example.org',
  '//example.org/a.md#b',
  '//例子.测试/种',
  '//localhost',
  '//localhost:4000/a',
  '//[::1]/a',
  '//1.2.3.4:80',
])('%s is an address', (written) => {
  expect(isAddress(written)).toBe(true)
})

test.each([
  'a.md',
  'c:/x.md',
  'C:',
  '/a.md',
  '//guide/a.md',
  '///a.md',
  './https://x',
  'a/b:c.md',
  '种:菜.md',
  '1a:b',
  '#mailto:a',
  '?a:b',
  '',
])('%j is none', (written) => {
  expect(isAddress(written)).toBe(false)
  expect(hasScheme(written)).toBe(false)
})

test('a file of the book is meant where a host looks like its name', () => {
  const files = new Set(['a.md', 'v1.2/b.md'])
  expect(isAddress('//a.md#b', (path) => files.has(path))).toBe(false)
  expect(isAddress('//v1.2/b.md', (path) => files.has(path))).toBe(false)
  expect(isAddress('//b.md', (path) => files.has(path))).toBe(true)
  expect(isAddress('https://a.md', (path) => files.has(path))).toBe(true)
})

test.each([
  ['C#.md', ['C', 'C#.md', 'C.md'], ''],
  ['C#.md#x', ['C', 'C#.md', 'C.md'], '#x'],
  ['a.md#x', ['a.md'], undefined],
])('%j may be a name with the sign of a fragment in it', (written, paths, hash) => {
  const found = candidatesOf(splitReference(written), bookPath('README.md')!, '' as FolderPrefix)
  expect(found.map(({ path }) => path)).toEqual(paths)
  expect(found.find(({ path }) => path.includes('#'))?.hash).toBe(hash)
})

test.each([
  [
    'what is behind a dot in a fragment is no extension where it is long',
    'a.md#v1.section',
    ['b/a.md'],
  ],
  ['a way out of the book is none in another spelling either', '..%2F..%2Fa.md', []],
])('%s', (_, written, paths) => {
  const found = candidatesOf(splitReference(written), bookPath('b/README.md')!, '' as FolderPrefix)
  expect(found.map(({ path }) => path)).toEqual(paths)
})

test('a link of a wiki names a page and a heading by its words', () => {
  expect(wikiName(' Sowing by hand # in a cold spring ')).toEqual({
    name: 'Sowing by hand',
    hash: '#-in-a-cold-spring',
  })
  expect(wikiName(' Home ')).toEqual({ name: 'Home', hash: '' })
})
