import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/core/diagnostic.ts'
import type { BookPath } from '../../src/core/path.ts'
import { problem } from '../../src/messages/problem.ts'
import {
  baselineOf,
  baselineText,
  parseBaseline,
  withoutBaseline,
} from '../../src/check/baseline.ts'
import { check, onePage } from './support.ts'

const two = '[a](没有.md)\n\n[a](没有.md)\n'

test('knows a problem again when lines move, and counts it', async () => {
  const { diagnostics } = await check(onePage(two))
  const baseline = baselineOf(diagnostics)
  const moved = await check(onePage(`# New\n\n${two}\n[a](没有.md)\n`))
  const { fresh, known, gone } = withoutBaseline(moved.diagnostics, baseline)
  expect(fresh.map(({ at }) => at?.start?.line)).toEqual([7])
  expect({ known, gone }).toEqual({ known: 2, gone: 0 })
})

test('counts entries that nobody needs any more', async () => {
  const { diagnostics } = await check(onePage(two))
  const baseline = baselineOf(diagnostics)
  expect(withoutBaseline([], baseline)).toEqual({ fresh: [], known: 0, gone: 2 })
})

test('the same problems give the same text, one entry a line', async () => {
  const { diagnostics } = await check(onePage(two))
  const text = baselineText(diagnostics)
  expect(baselineText(diagnostics.toReversed())).toBe(text)
  expect(parseBaseline(text)).toEqual(baselineOf(diagnostics))
  expect(text.split('\n')).toHaveLength(7)
  expect(parseBaseline(baselineText([]))).toEqual(new Map())
})

test.each(['', '[]', '{}', '{"version":3,"problems":[]}', '{"version":2,"problems":[1]}'])(
  'does not take %j for a baseline',
  (text) => {
    expect(parseBaseline(text)).toBe('other')
  },
)

test('tells a baseline that knows problems by their sentences from what is none', () => {
  const entry = '{"code":"links/missing-file","file":"a.md","hash":"0123456789ab"}'
  expect(parseBaseline(`{"version":1,"problems":[${entry}]}`)).toBe('old')
})

test('holds whatever the sentence says, and whatever else the book has', () => {
  const at = { file: 'a.md' as BookPath }
  const missing = (near: string | undefined): Diagnostic =>
    problem('links/missing-file', at, { written: 'b.md', near })
  const baseline = baselineOf([missing(undefined)])
  expect(withoutBaseline([missing('bb.md')], baseline).fresh).toEqual([])
  const other = problem('links/missing-file', at, { written: 'c.md', near: undefined })
  expect(withoutBaseline([other], baseline).fresh).toEqual([other])
  expect(baselineText([missing('bb.md')])).not.toContain('no such file')
})
