import { expect, test } from 'vitest'
import type { Heading } from '../../src/core/book.ts'
import { type ContentsItem, belowTitle, contentsOf } from '../../src/core/contents.ts'

const headings = (...levels: readonly number[]): readonly Heading[] =>
  levels.map((level, index) => ({ level, id: `h${index}`, text: `${level}` }))

/** `2(3)`: a heading of level 2 with one of level 3 below it. */
const drawn = (items: readonly ContentsItem[]): string =>
  items
    .map(({ text, children }) => text + (children.length === 0 ? '' : `(${drawn(children)})`))
    .join(' ')

test.each([
  [[2, 3, 3, 2], 2, '2(3 3) 2'],
  // From the highest that there is.
  [[3, 4, 5], 2, '3(4)'],
  // An h1 stands beside an h2, not above it.
  [[1, 2, 3], 2, '1 2(3)'],
  [[1, 2, 3], 1, '1 2'],
  // A level that is left out is none.
  [[2, 4, 3], 3, '2(4 3)'],
] as const)('headings of the levels %j, %i deep, are %s', (levels, depth, expected) => {
  expect(drawn(contentsOf(headings(...levels), { depth, least: 0 }))).toBe(expected)
})

test('a list has as many headings as are the least, or is none', () => {
  expect(contentsOf(headings(2, 3), { depth: 2, least: 2 })).toHaveLength(1)
  expect(contentsOf(headings(2, 3), { depth: 2, least: 3 })).toEqual([])
  // One that is too deep does not count.
  expect(contentsOf(headings(2, 3), { depth: 1, least: 2 })).toEqual([])
})

test('the title of a page and headings of what stands beside its text are not in it', () => {
  const [title, aside, own, second] = headings(1, 2, 2, 1) as readonly [
    Heading,
    Heading,
    Heading,
    Heading,
  ]
  const all = [title, { ...aside, isAside: true as const }, own, second]
  expect(belowTitle(all, false)).toEqual([own, second])
  expect(belowTitle([own, title], true)).toEqual([title])
})
