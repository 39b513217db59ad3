import { expect, test } from 'vitest'
import { switchOf } from '../../src/core/switch.ts'

test.each([true, 'true', 'yes', 'on', ' Yes ', 'TRUE'])('%s is on', (value) => {
  expect(switchOf(value)).toBe(true)
})

test.each([false, 'false', 'no', 'off', 'No', ' OFF'])('%s is off', (value) => {
  expect(switchOf(value)).toBe(false)
})

test.each([undefined, null, 0, 1, '', 'maybe', [], {}])('%s is neither', (value) => {
  expect(switchOf(value)).toBeUndefined()
})
