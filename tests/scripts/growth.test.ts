// A short run of `npm run growth`: sizes that take no time, and ratios alone.
import { expect, test } from 'vitest'
import { growthOf, looksLinear } from '../../scripts/growth/measure.ts'
import { PATTERNS, type Pattern } from '../../scripts/growth/patterns.ts'

/** Three times for twice as much is between linear and square. */
const LIMIT = 3

const SQUARE: Pattern = {
  name: 'a square',
  book: (size) => ({ 'README.md': 'Words and words of a page.\n\n'.repeat(size ** 2) }),
}

test('every pattern has a name of its own', () => {
  const names = PATTERNS.map(({ name }) => name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('no pattern costs more than linear', async () => {
  const suspects: Pattern[] = []
  for (const pattern of PATTERNS) if (!(await looksLinear(pattern, 2000))) suspects.push(pattern)
  const measured = []
  for (const pattern of suspects) measured.push(await growthOf(pattern, 2000, { limit: LIMIT }))
  expect(measured.filter(({ mean }) => mean > LIMIT)).toEqual([])
}, 600_000)

test('what grows with the square is found', async () => {
  const { mean } = await growthOf(SQUARE, 30, {
    limit: LIMIT,
    looks: 1,
  })
  expect(mean).toBeGreaterThan(LIMIT)
})
