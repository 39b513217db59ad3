import { expect, it } from 'vitest'
import { isAsciidocPath, isPagePath, outputPathOf } from '../../src/book/output.ts'
import type { BookPath, FolderPrefix } from '../../src/core/path.ts'

const config = { urls: 'files' } as const

function output(path: string, readme = 'README.md', root = ''): string {
  const folder = root as FolderPrefix
  return outputPathOf(path as BookPath, {
    root: folder,
    spaces: [{ root: folder, readme: (root + readme) as BookPath }],
    config,
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
  ['.md', '.html'],
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
  const book = { root: '' as FolderPrefix, spaces, config }
  expect(outputPathOf('zh/intro.md' as BookPath, book)).toBe('zh/index.html')
  expect(outputPathOf('zh/a.md' as BookPath, book)).toBe('zh/a.html')
})

it.each([
  ['README.md', 'index.html'],
  ['a.md', 'a/index.html'],
  ['ch/README.md', 'ch/index.html'],
  ['ch/index.md', 'ch/index.html'],
  ['ch/中文.adoc', 'ch/中文/index.html'],
  ['404.md', '404.html'],
  ['ch/404.md', 'ch/404/index.html'],
  ['a.txt', 'a.txt'],
])('in folders %s lies at %s', (path, expected) => {
  const spaces = [{ root: '' as FolderPrefix, readme: 'README.md' as BookPath }]
  const book = { root: '' as FolderPrefix, spaces, config: { urls: 'folders' } as const }
  expect(outputPathOf(path as BookPath, book)).toBe(expected)
})

it('knows pages by their extension in any case', () => {
  expect(['a.md', '.md', 'A.MARKDOWN', 'a.mdown', 'a.adoc', 'a.AsciiDoc'].every(isPagePath)).toBe(
    true,
  )
  expect(['a.mkd', 'a.mkdn', 'A.MKDOWN', 'a.mdwn', 'a.mdtxt', 'a.mdtext'].every(isPagePath)).toBe(
    true,
  )
  expect(['a.mk', 'a.txt', 'a.html', 'md'].some(isPagePath)).toBe(false)
  expect([isAsciidocPath('a.adoc'), isAsciidocPath('a.md')]).toEqual([true, false])
})
