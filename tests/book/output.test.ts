import { expect, it } from 'vitest'
import { isAsciidocPath, isPagePath, outputPathOf } from '../../src/book/output.ts'
import type { BookPath, FolderPrefix } from '../../src/core/path.ts'

function output(path: string, readme = 'README.md', root = ''): string {
  const folder = root as FolderPrefix
  return outputPathOf(path as BookPath, {
    root: folder,
    spaces: [{ root: folder, readme: (root + readme) as BookPath }],
  })
}

it.each([
  ['README.md', 'index.html'],
  ['ch/README.adoc', 'ch/index.html'],
  ['low/readme.md', 'low/readme.html'],
  ['mix/Readme.md', 'mix/Readme.html'],
  ['v1.2.md', 'v1.2.html'],
  ['UP.MD', 'UP.html'],
  ['中文/页面.md', '中文/页面.html'],
  ['c d.markdown', 'c d.html'],
  ['a.txt', 'a.txt'],
  ['README', 'README'],
  ['ch/README.html', 'ch/README.html'],
  ['.md', '.md'],
])('%s lies at %s', (path, expected) => {
  expect(output(path)).toBe(expected)
})

it('makes the start page index.html whatever its name', () => {
  expect(output('readme.md', 'readme.md')).toBe('index.html')
  expect(output('intro.md', 'intro.md')).toBe('index.html')
  expect(output('sub/intro.md', 'intro.md')).toBe('sub/intro.html')
  expect(output('sub/intro.md', 'sub/intro.md')).toBe('index.html')
})

it('strips the content root, and only that', () => {
  expect(output('docs/README.md', 'README.md', 'docs/')).toBe('index.html')
  expect(output('docs/docs/a.md', 'README.md', 'docs/')).toBe('docs/a.html')
  expect(output('docs/a.png', 'README.md', 'docs/')).toBe('a.png')
})

it('gives every language its own start page', () => {
  const spaces = ['en/', 'zh/'].map((root) => ({
    root: root as FolderPrefix,
    readme: `${root}intro.md` as BookPath,
  }))
  const book = { root: '' as FolderPrefix, spaces }
  expect(outputPathOf('zh/intro.md' as BookPath, book)).toBe('zh/index.html')
  expect(outputPathOf('zh/a.md' as BookPath, book)).toBe('zh/a.html')
})

it('knows pages by their extension in any case', () => {
  expect(['a.md', 'A.MARKDOWN', 'a.mdown', 'a.adoc', 'a.AsciiDoc'].every(isPagePath)).toBe(true)
  expect(['a.mkd', 'a.txt', 'a.html', 'md', '.md'].some(isPagePath)).toBe(false)
  expect([isAsciidocPath('a.adoc'), isAsciidocPath('a.md')]).toEqual([true, false])
})
