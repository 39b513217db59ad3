import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { fillShelf, openShelf, openSharedShelf } from '../../src/files/shelf.ts'

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

test('what is put on a shared shelf is read where it lies, also when the thread that put it there has ended', async () => {
  const shelf = openSharedShelf()
  if (shelf === undefined) throw new Error('no place for files')
  const put = fillShelf(shelf.handle)
  const places = ['one', '', '二 𠮷'].map((text) => put(Buffer.from(text)))
  const read = (): readonly string[] =>
    places.map((place) => Buffer.from(place ? shelf.read(place) : 'none').toString())
  expect(read()).toEqual(['one', '', '二 𠮷'])
  const source = `require('node:fs').writeSync(${shelf.handle}, 'ONE', 0)`
  const thread = new Worker(source, { eval: true })
  await new Promise((resolve) => thread.once('exit', resolve))
  expect(read()).toEqual(['ONE', '', '二 𠮷'])
})

test('what lies behind the end of a shelf is an error, and what cannot be written has no place', () => {
  const shelf = openSharedShelf()
  expect(() => shelf?.read({ from: 0, length: 1 })).toThrow('shorter')
  expect(fillShelf(-1)(Buffer.from('text'))).toBeUndefined()
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
