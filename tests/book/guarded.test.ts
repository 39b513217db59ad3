import { expect, test } from 'vitest'
import { guarded } from '../../src/book/guarded.ts'
import type { BookPath } from '../../src/core/path.ts'
import { buildBook, codes } from '../support/build-book.ts'

const file = 'SUMMARY.md' as BookPath

const fails = (): never => {
  throw new TypeError('x is not a function')
}

test('a structure file that nobody can read is one problem, and nothing is read of it', () => {
  const deep = (): never => deep()
  expect(guarded(file, ['nothing'], deep)).toMatchObject({
    value: ['nothing'],
    diagnostics: [
      { code: 'book/unreadable-structure', at: { file }, args: { reason: { case: 'too-much' } } },
    ],
  })
  expect(guarded(file, [], fails).diagnostics[0]?.args).toEqual({
    reason: 'TypeError: x is not a function',
  })
})

test('a file with hundreds of thousands of mistakes is reported in full', async () => {
  const count = 200_000
  const built = await buildBook({ 'README.md': '# A\n', 'SUMMARY.md': '* <!---->\n'.repeat(count) })
  expect(codes(built).length).toBeGreaterThan(count)
})
