// The judges' arithmetic. What they object to is tested in tests/browser/page-judges.test.ts.
import { expect, test } from 'vitest'
import { slowdownFor } from '../../scripts/judge/phone.ts'

test.each([
  [1533, 4],
  [766.5, 2],
  [383.25, 1],
])('a machine of the index %d is slowed %d times', (index, times) => {
  expect(slowdownFor(index)).toBeCloseTo(times, 5)
})

test('a faster machine is slowed as Lighthouse does, and none is made faster than it is', () => {
  expect(slowdownFor(Infinity)).toBe(4)
  expect(slowdownFor(5000)).toBe(4)
  expect(slowdownFor(90)).toBe(1)
})
