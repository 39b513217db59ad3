import { describe, expect, test } from 'vitest'
import {
  type BookPath,
  type OutputPath,
  bookPath,
  decodeReference,
  extensionOf,
  folderPrefix,
  isPagePath,
  pathOfSetting,
  relativeUrl,
  resolveReference,
  upToRoot,
  withoutRoot,
} from '../../src/core/path.ts'

const book = (path: string): BookPath => path as BookPath
const output = (path: string): OutputPath => path as OutputPath
const top = folderPrefix('')!

describe('bookPath', () => {
  test.each([
    ['a.md', 'a.md'],
    ['./a//b/../c.md', 'a/c.md'],
    ['a\\b.md', 'a/b.md'],
    ['中文/页面.md', '中文/页面.md'],
    ['/a.md', 'a.md'],
    ['a/.', 'a'],
    ['a/', 'a'],
    ['.../.a/b..md', '.../.a/b..md'],
  ])('normalizes %s', (given, expected) => {
    expect(bookPath(given)).toBe(expected)
  })
  test.each(['../a.md', 'a/../../b', '', '.', 'a/..'])('refuses %j', (given) => {
    expect(bookPath(given)).toBeUndefined()
  })
})

describe('resolveReference', () => {
  test.each([
    ['ch/a.md', 'b.md', '', 'ch/b.md'],
    ['ch/a.md', '../b.md', '', 'b.md'],
    ['ch/a.md', '/b.md', '', 'b.md'],
    ['en/ch/a.md', '/b.md', 'en', 'en/b.md'],
    ['en/a.md', '../zh/a.md', 'en', 'zh/a.md'],
    ['ch/a.md', '..', '', ''],
    ['a.md', 'sub\\b.md', '', 'sub/b.md'],
    ['a.md', '/', 'en', 'en'],
  ])('from %s, %s in %j is %j', (from, reference, root, expected) => {
    expect(resolveReference(book(from), reference, folderPrefix(root)!)).toBe(expected)
  })
  test('a reference out of the book is undefined', () => {
    expect(resolveReference(book('a.md'), '../b.md', top)).toBeUndefined()
    expect(resolveReference(book('a.md'), '/../b.md', top)).toBeUndefined()
  })
})

describe('relativeUrl', () => {
  test.each([
    ['index.html', 'a.html', 'a.html'],
    ['ch/a.html', 'index.html', '../index.html'],
    ['ch/a.html', 'ch/b.html', 'b.html'],
    ['a/b/c.html', 'a/d/e.html', '../d/e.html'],
    ['index.html', '中文/a b.html', '%E4%B8%AD%E6%96%87/a%20b.html'],
    ['index.html', 'a:b.html', 'a%3Ab.html'],
    ['index.html', 'a?b#c.html', 'a%3Fb%23c.html'],
    ['index.html', "a&b=@1,2;3+4$'(5)!*~.html", "a&b=@1,2;3+4$'(5)!*~.html"],
    ['index.html', 'a%26b"<>.html', 'a%2526b%22%3C%3E.html'],
    ['index.html', 'a\uD800b.html', 'a%EF%BF%BDb.html'],
    ['a.html', 'a.html', 'a.html'],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(relativeUrl(output(from), output(to))).toBe(expected)
  })
  test('resolves back to its target from everywhere', () => {
    const places = [
      'index.html',
      'a/index.html',
      'a/b/c d.html',
      '第一章/小节.html',
      'a+b/100%.html',
    ]
    for (const from of places)
      for (const to of places) {
        const url = new URL(
          relativeUrl(output(from), output(to)),
          `file:///site/${encodeURI(from)}`,
        )
        expect(decodeURIComponent(url.pathname)).toBe(`/site/${to}`)
      }
  })
})

test('a malformed percent sequence stays as it is', () => {
  expect(decodeReference('100%.md')).toBe('100%.md')
  expect(decodeReference('a%20b.md')).toBe('a b.md')
})

test('the extension is lower case and a dot file has none', () => {
  expect(extensionOf('a/B.MD')).toBe('.md')
  expect(extensionOf('.bookignore')).toBe('')
  expect(extensionOf('v1.2/readme')).toBe('')
})

test('a page may be called nothing but its extension', () => {
  expect(['.md', 'a/.MD', '..md', '.adoc'].map((path) => isPagePath(path))).toEqual(
    Array(4).fill(true),
  )
  expect(isPagePath('.mdx.bak')).toBe(false)
})

test('the way up has one step a folder', () => {
  expect(upToRoot(output('index.html'))).toBe('')
  expect(upToRoot(output('a/b/c.html'))).toBe('../../')
})

test('a file above the content root keeps its whole path on the site', () => {
  expect(withoutRoot(folderPrefix('docs')!, 'docs/a.md')).toBe('a.md')
  expect(withoutRoot(folderPrefix('docs')!, 'README.md')).toBe('README.md')
  expect(withoutRoot(top, 'docs/a.md')).toBe('docs/a.md')
})

test.each(['styles/own/a.css', './styles/own/a.css', '/styles/own/a.css', '.\\styles\\own\\a.css'])(
  'a setting may write a path as %s',
  (written) => {
    expect(pathOfSetting(written)).toBe('styles/own/a.css')
  },
)
