import { expect, test } from 'vitest'
import { compareNaturally } from '../../src/core/natural-order.ts'

test('names are in the order in which people count', () => {
  const names = ['page-10', 'page-2', 'Page-1', 'appendix']
  expect(names.toSorted(compareNaturally)).toEqual(['appendix', 'Page-1', 'page-2', 'page-10'])
})
