import { expect, test } from 'vitest'
import { apiFileName } from '../../src/messages/said.ts'

test.each([
  ['pond', 'pond.yaml'],
  ['pond-2.1', 'pond-2.1.yaml'],
  ['https://example.org/a/pond.json', 'pond.json'],
  ['https://example.org/pond.YML?version=2#x', 'pond.YML'],
  ['https://example.org/pond/', 'pond.yaml'],
  ['../.gitbook/assets/pond (2).json', 'pond (2).json'],
])('the description "%s" may be the file "%s"', (name, file) => {
  expect(apiFileName(name)).toBe(file)
})
