import { expect, test } from 'vitest'
import { authorsLine } from '../../src/ebook/about.ts'

test.each([
  ['en', 'Li Lei, Han Mei'],
  ['zh-Hans', 'Li Lei、Han Mei'],
  ['ja', 'Li Lei、Han Mei'],
  ['zu', 'Li Lei, Han Mei'],
])('authors are joined as %s joins names', (language, line) => {
  expect(authorsLine(['Li Lei', 'Han Mei'], language)).toBe(line)
  expect(authorsLine([], language)).toBe('')
})
