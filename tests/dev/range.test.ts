import { expect, test } from 'vitest'
import { parseRange } from '../../src/dev/range.ts'

test.each([
  ['bytes=0-0', 10, { first: 0, last: 0 }],
  ['bytes=5-', 10, { first: 5, last: 9 }],
  ['bytes=-3', 10, { first: 7, last: 9 }],
  ['bytes=-30', 10, { first: 0, last: 9 }],
  ['bytes=2-99', 10, { first: 2, last: 9 }],
  [' Bytes=0-1 ', 10, { first: 0, last: 1 }],
  ['bytes=0-', 0, 'unsatisfiable'],
  ['bytes=-0', 10, 'unsatisfiable'],
  ['bytes=10-11', 10, 'unsatisfiable'],
  ['bytes=3-2', 10, undefined],
  ['bytes=1-2, 4-5', 10, undefined],
  ['bytes=99999999999999999999-', 10, undefined],
  [undefined, 10, undefined],
] as const)('%s of %i bytes', (header, size, expected) => {
  expect(parseRange(header, size)).toEqual(expected)
})
