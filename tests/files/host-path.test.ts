import path from 'node:path'
import { expect, test } from 'vitest'
import { isWithin, slashedWay } from '../../src/files/host-path.ts'

const book = path.resolve('book')

test.each([
  ['', true],
  ['a.md', true],
  ['..notes/a.md', true],
  ['..', false],
  ['../other', false],
  ['../books/a.md', false],
])('from a folder, %j lies within it: %s', (name, expected) => {
  expect(isWithin(book, path.join(book, name))).toBe(expected)
})

test('a way has slashes, and is nothing to the same place', () => {
  expect(slashedWay(book, path.join(book, 'a', 'b.md'))).toBe('a/b.md')
  expect(slashedWay(path.join(book, 'a'), book)).toBe('..')
  expect(slashedWay(book, book)).toBe('')
})
