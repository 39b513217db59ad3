import { expect, test } from 'vitest'
import type { Book, Chapter, Part, Space } from '../../src/core/book.ts'
import { coverOf } from '../../src/core/cover.ts'
import { isInMenu, menuOf, pagesInMenu } from '../../src/core/menu.ts'
import type { BookPath } from '../../src/core/path.ts'
import { openingSpace } from '../../src/core/space.ts'

const chapter = (path: string, more: Partial<Chapter> = {}): Chapter =>
  ({ kind: 'page', path, title: path, level: '9.9', children: [], ...more }) as Chapter

const part = (title: string, ...chapters: readonly Chapter[]): Part => ({ title, chapters })

const menu = (...parts: readonly Part[]): readonly unknown[] =>
  menuOf({ parts }).map(({ title, chapters }) => [title, ...chapters.map(({ level }) => level)])

test('a part of which all chapters are hidden is gone; one that never had any stays', () => {
  const gone = part('gone', chapter('a.md', { hidden: true }))
  const kept = part('kept', chapter('b.md', { hidden: true }), chapter('c.md'))
  expect(menu(part('title'), gone, kept)).toEqual([['title'], ['kept', '2.1']])
})

test('without hidden chapters the menu is what SUMMARY says', () => {
  const parts = [part('a', chapter('a.md'))]
  expect(menuOf({ parts })).toBe(parts)
})

test('an entry that leads to a part of a page does not name the page', () => {
  const parts = [part('', chapter('a.md', { anchor: 'x' }), chapter('b.md'))]
  expect([...pagesInMenu({ parts })]).toEqual(['b.md'])
  const listing = { parts, readme: 'README.md' as BookPath }
  const names = ['README.md', 'a.md', 'b.md'] as unknown as readonly BookPath[]
  expect(names.filter((path) => isInMenu(listing, path))).toEqual(['README.md', 'b.md'])
})

test('the cover of a language comes before that of the whole book', () => {
  const book = { root: '', assets: ['cover.jpg', 'en/cover.jpg', 'draft.png'] } as unknown as Book
  const cover = (root: string, name?: string): string | undefined =>
    coverOf(book, { root, config: { cover: name } } as unknown as Space)
  expect(cover('en/')).toBe('en/cover.jpg')
  expect(cover('zh/')).toBe('cover.jpg')
  expect(cover('zh/', './draft.png')).toBe('draft.png')
  expect(cover('zh/', 'none.png')).toBeUndefined()
})

const space = (more: Partial<Space>): Partial<Space> => ({
  address: '',
  dialect: 'gitbook.com',
  config: { oldAddresses: true } as Space['config'],
  ...more,
})

const opening = (multilingual: boolean, ...spaces: readonly Partial<Space>[]): unknown =>
  openingSpace({ multilingual, spaces } as unknown as Book)

test('the space at the top of a site opens it, unless the site does not list it', () => {
  const [first, unlisted, below] = [space({}), space({ isUnlisted: true }), space({ address: 'a' })]
  expect(opening(true, below, unlisted, first)).toBe(first)
  expect(opening(true, below, unlisted)).toBeUndefined()
  expect(opening(false, first)).toBeUndefined()
})
