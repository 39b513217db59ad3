import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { openShelf } from '../../src/files/shelf.ts'

test('what is put on a shelf is read as it was, in any order and as often as wanted', () => {
  const shelf = openShelf()
  const texts = ['one', '', '二 𠮷', 'x'.repeat(100_000)]
  const first = shelf.put(texts) ?? []
  const second = shelf.put(['later']) ?? []
  expect(second.map((read) => read())).toEqual(['later'])
  for (const round of [1, 2])
    expect(
      first.toReversed().map((read) => read()),
      String(round),
    ).toEqual(texts.toReversed())
})

const names = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => /^handbook-[0-9a-f-]{36}$/.test(name))

test('a shelf leaves no file behind, not even while it is used', () => {
  const before = new Set(names())
  const [read] = openShelf().put(['text']) ?? []
  expect(names().filter((name) => !before.has(name))).toEqual([])
  expect(read?.()).toBe('text')
})

test('where there is no place for files nothing can be put aside, and nothing fails', () => {
  const { TMPDIR } = process.env
  process.env['TMPDIR'] = '/nowhere/at/all'
  try {
    expect(openShelf().put(['text'])).toBeUndefined()
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = TMPDIR
  }
})
