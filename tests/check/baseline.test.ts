import { expect, test } from 'vitest'
import { baselineText, parseBaseline, withoutBaseline } from '../../src/check/baseline.ts'
import { check, onePage } from './support.ts'

const two = '[a](没有.md)\n\n[a](没有.md)\n'

test('knows a problem again when lines move, and counts it', async () => {
  const { diagnostics } = await check(onePage(two))
  const baseline = parseBaseline(baselineText(diagnostics)) ?? new Map<string, number>()
  const moved = await check(onePage(`# New\n\n${two}\n[a](没有.md)\n`))
  const { fresh, known, gone } = withoutBaseline(moved.diagnostics, baseline)
  expect(fresh.map(({ at }) => at?.start?.line)).toEqual([7])
  expect({ known, gone }).toEqual({ known: 2, gone: 0 })
})

test('counts entries that nobody needs any more', async () => {
  const { diagnostics } = await check(onePage(two))
  const baseline = parseBaseline(baselineText(diagnostics)) ?? new Map<string, number>()
  expect(withoutBaseline([], baseline)).toEqual({ fresh: [], known: 0, gone: 2 })
})

test('the same problems give the same text, one entry a line', async () => {
  const { diagnostics } = await check(onePage(two))
  const text = baselineText(diagnostics)
  expect(baselineText(diagnostics.toReversed())).toBe(text)
  expect(text.split('\n')).toHaveLength(7)
  expect(parseBaseline(baselineText([]))).toEqual(new Map())
})

test.each(['', '[]', '{}', '{"version":2,"problems":[]}', '{"version":1,"problems":[1]}'])(
  'does not take %j for a baseline',
  (text) => {
    expect(parseBaseline(text)).toBeUndefined()
  },
)
