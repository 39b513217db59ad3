// A short run of `npm run growth`: sizes that take no time, and ratios alone.
import { expect, test } from 'vitest'
import { growthOf, looksLinear } from '../../scripts/growth/measure.ts'
import { PATTERNS, type Pattern } from '../../scripts/growth/patterns.ts'

test('every pattern has a name of its own', () => {
  const names = PATTERNS.map(({ name }) => name)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('no pattern costs more than linear', async () => {
  const suspects: Pattern[] = []
  for (const pattern of PATTERNS) if (!(await looksLinear(pattern, 2000))) suspects.push(pattern)
  const measured = []
  for (const pattern of suspects) measured.push(await growthOf(pattern, 2000))
  // Three times for twice as much, three times in a row, is between linear and square.
  expect(measured.filter(({ largest }) => largest > 3)).toEqual([])
}, 600_000)
