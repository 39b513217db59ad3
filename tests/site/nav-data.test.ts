import { expect, test } from 'vitest'
import type { Chapter, Space } from '../../src/core/book.ts'
import type { BookPath, OutputPath } from '../../src/core/path.ts'
import { navScript } from '../../src/site/nav-data.ts'
import type { Navigation, SiteMap } from '../../src/site/navigation.ts'

const at = { file: 'SUMMARY.md' as BookPath }
const site: SiteMap = {
  symbolOf: (path) => (path.startsWith('s/') ? 'leaf' : undefined),
  outputOf: (path) => path.replace('.md', '.html') as OutputPath,
  contents: 'contents.html' as OutputPath,
}

function script(...parts: readonly (readonly Chapter[])[]): string {
  const space = {
    config: {},
    parts: parts.map((chapters) => ({ title: '', chapters })),
  } as unknown as Space
  return navScript({ space } as Navigation, site)
}

test('gives titles, addresses from the top of the site and rows below, by part', () => {
  const anchored: Chapter = {
    kind: 'page',
    path: 'a/种菜.md' as BookPath,
    anchor: '土 壤',
    title: '土壤',
    level: '1.1.1',
    children: [],
    at,
  }
  const page: Chapter = {
    kind: 'page',
    path: 'a/b.md' as BookPath,
    title: 'B',
    level: '1.1',
    children: [anchored],
    at,
  }
  const link: Chapter = {
    kind: 'link',
    url: 'https://example.org/',
    title: 'Out',
    level: '2.1',
    children: [],
    at,
  }
  const draft: Chapter = { kind: 'draft', title: 'Later', level: '2.2', children: [], at }
  expect(script([page], [link, draft])).toBe(
    'handbookNav([[["B","a/b.html",[["土壤","a/%E7%A7%8D%E8%8F%9C.html#%E5%9C%9F%20%E5%A3%A4"]]]],[["Out","https://example.org/"],["Later",0]]])\n',
  )
})

test('gives the symbol of a page behind its rows, and 0 for none', () => {
  const leaf: Chapter = {
    kind: 'page',
    path: 's/a.md' as BookPath,
    title: 'A',
    level: '1.1',
    children: [],
    at,
  }
  expect(script([leaf, { ...leaf, title: 'B', children: [leaf] }])).toBe(
    'handbookNav([[["A","s/a.html",0,"leaf"],["B","s/a.html",[["A","s/a.html",0,"leaf"]],"leaf"]]])\n',
  )
})

test('is a script also when a title has line separators', () => {
  const draft: Chapter = { kind: 'draft', title: 'a\u2028b', level: '1.1', children: [], at }
  expect(script([draft])).toBe('handbookNav([[["a\\u2028b",0]]])\n')
})
