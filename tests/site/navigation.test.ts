import { describe, expect, test } from 'vitest'
import type { Chapter, Config, Space, Part } from '../../src/core/book.ts'
import type { BookPath, FolderPrefix, OutputPath } from '../../src/core/path.ts'
import { type Navigation, createNavigation } from '../../src/site/navigation.ts'
import type { NavItem, NavPart } from '../../src/site/view.ts'

const at = { file: 'SUMMARY.md' as BookPath }

/** `a`, `a#x` are pages, `-` a title alone, `http…` a link; nested arrays are children of the row before. */
type Rows = readonly (string | Rows)[]

function chapters(rows: Rows, level: string): readonly Chapter[] {
  const made: Chapter[] = []
  for (const row of rows) {
    const own = `${level}.${made.length + (typeof row === 'string' ? 1 : 0)}`
    if (typeof row !== 'string') {
      const parent = made.pop()!
      made.push({ ...parent, children: chapters(row, parent.level) })
    } else if (row === '-') made.push({ title: '-', level: own, children: [], at, kind: 'draft' })
    else if (row.startsWith('http'))
      made.push({ title: row, level: own, children: [], at, kind: 'link', url: row })
    else {
      const [name = '', anchor] = row.split('#')
      const target = { kind: 'page', path: `${name}.md` as BookPath } as const
      made.push({
        title: row,
        level: own,
        children: [],
        at,
        ...target,
        ...(anchor ? { anchor } : {}),
      })
    }
  }
  return made
}

function navigate(parts: readonly { title?: string; rows: Rows }[], numbers = false): Navigation {
  const space: Space = {
    id: '',
    name: '',
    root: '' as FolderPrefix,
    config: { theme: { numbers } } as unknown as Config,
    dialect: 'gitbook',
    readme: 'README.md' as BookPath,
    visibility: {},
    parts: parts.map(({ title = '', rows }, index): Part => ({
      title,
      chapters: chapters(rows, `${index + 1}`),
    })),
    glossary: [],
    pages: [],
  }
  return createNavigation(space, {
    outputOf: (path) => path.replace('.md', '.html') as OutputPath,
    contents: 'handbook/contents.html' as OutputPath,
  })
}

const path = (name: string): BookPath => `${name}.md` as BookPath
const html = (name: string): OutputPath => `${name}.html` as OutputPath
const flat = (items: readonly NavItem[]): readonly string[] =>
  items.flatMap((item) => [item.gap ? '…' : item.title, ...flat(item.children)])
const titles = (parts: readonly NavPart[]): readonly string[] =>
  parts.flatMap((part) => flat(part.items))

describe('previous and next', () => {
  const navigation = navigate([
    { rows: ['readme', 'a', ['a#x', 'b'], '-', ['c']] },
    { rows: ['http://x', 'a', 'd'] },
  ])
  const order = ['readme', 'a', 'b', 'c', 'd']
  test('skip anchors, titles alone, outside links and repeated entries', () => {
    const next = order.map((name) => navigation.next(path(name))?.path)
    expect(next).toEqual([...order.slice(1).map(path), undefined])
    const previous = order.map((name) => navigation.previous(path(name))?.path)
    expect(previous).toEqual([undefined, ...order.slice(0, -1).map(path)])
  })
  test('do not exist for a page that SUMMARY does not list', () => {
    expect(navigation.next(path('other'))).toBeUndefined()
    expect(navigation.previous(path('other'))).toBeUndefined()
  })
})

describe('the title of a page', () => {
  test('is that of its first entry without an anchor', () => {
    const navigation = navigate([{ rows: ['a#s', 'a', 'b#only'] }])
    expect(navigation.titleOf(path('a'))).toEqual({ title: 'a', exact: true })
    expect(navigation.titleOf(path('b'))).toEqual({ title: 'b#only', exact: false })
    expect(navigation.titleOf(path('c'))).toBeUndefined()
  })
})

describe('the sidebar of a small book', () => {
  test('holds every row, with the way to the current page open', () => {
    const [part] = navigate([{ rows: ['readme', 'a', ['b', ['c']], 'd', ['e']] }]).sidebar(
      path('b'),
      html('b'),
    )
    expect(flat(part!.items)).toEqual(['readme', 'a', 'b', 'c', 'd', 'e'])
    const [, a, d] = part!.items
    expect([a!.open, a!.current, a!.children[0]!.current, d!.open]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })
  test('numbers chapters when asked to', () => {
    const [, second] = navigate([{ rows: ['a'] }, { rows: ['b', ['c']] }], true).sidebar(
      path('a'),
      html('a'),
    )
    expect(second!.items[0]!.children[0]!.number).toBe('2.1.1.')
  })
})

const many = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name}${index}`)

describe('the sidebar of a large book', () => {
  test('holds ancestors, siblings and children', () => {
    const rows = many('x', 40).flatMap((name): Rows => [
      name,
      [`${name}-1`, [`${name}-1-1`], `${name}-2`],
    ])
    const parts = navigate([{ rows }]).sidebar(path('x3-1'), html('x3-1'))
    const shown = titles(parts)
    expect(shown).toContain('x3-1-1')
    expect(shown).toContain('x3-2')
    expect(shown).not.toContain('x4-1')
    expect(parts[0]!.items[4]!.branch).toBe(true)
  })
  test('shows a window of a very long list, with a way to the rest', () => {
    const shown = titles(
      navigate([{ rows: many('p', 5000) }]).sidebar(path('p2500'), html('p2500')),
    )
    expect(shown).toHaveLength(43)
    expect(shown[0]).toBe('…')
    expect(shown).toContain('p2500')
  })
  test('folds the other parts to one line each, and the number of lines is bounded', () => {
    const parts = Array.from({ length: 200 }, (_, index) => ({
      title: `Part ${index}`,
      rows: many(`p${index}-`, 10),
    }))
    const shown = navigate(parts).sidebar(path('p100-3'), html('p100-3'))
    expect(shown).toHaveLength(21)
    expect(shown.filter((part) => part.items.length > 0).map((part) => part.title)).toEqual([
      'Part 100',
    ])
    expect(shown[0]!.folded?.url).toBe('p90-0.html')
  })
})

test('the trail names part and chapters above a page', () => {
  const navigation = navigate([{ title: 'Part', rows: ['a', ['b', ['c']]] }])
  const { part, chapters: above } = navigation.trail(path('c'))
  expect([part, ...above.map((chapter) => chapter.title)]).toEqual(['Part', 'a', 'b'])
})
