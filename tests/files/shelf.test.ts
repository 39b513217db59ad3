import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { type Shelf, fillShelf, openShelf } from '../../src/files/shelf.ts'

const opened = (): Shelf => {
  const shelf = openShelf()
  if (shelf === undefined) throw new Error('no place for files')
  return shelf
}

test('what is put on a shelf is read as it was, in any order and as often as wanted', () => {
  const shelf = opened()
  const put = fillShelf(shelf.handle)
  const texts = ['one', '', '二 𠮷', 'x'.repeat(100_000)]
  const places = [...texts, 'later'].map((text) => put(Buffer.from(text)))
  for (const round of [1, 2])
    expect(
      places.toReversed().map((place) => place && shelf.read(place).toString()),
      String(round),
    ).toEqual(['later', ...texts.toReversed()])
})

test('what another thread puts on a shelf is read where it lies, also when the thread that put it there has ended', async () => {
  const shelf = opened()
  const put = fillShelf(shelf.handle)
  const places = ['one', '', '二 𠮷'].map((text) => put(Buffer.from(text)))
  const read = (): readonly string[] =>
    places.map((place) => (place ? shelf.read(place).toString() : 'none'))
  expect(read()).toEqual(['one', '', '二 𠮷'])
  const source = `require('node:fs').writeSync(${shelf.handle}, 'ONE', 0)`
  const thread = new Worker(source, { eval: true })
  await new Promise((resolve) => thread.once('exit', resolve))
  expect(read()).toEqual(['ONE', '', '二 𠮷'])
})

test('what lies behind the end of a shelf is an error, and what cannot be written has no place', () => {
  const shelf = opened()
  expect(() => shelf.read({ from: 0, length: 1 })).toThrow('shorter')
  expect(fillShelf(-1)(Buffer.from('text'))).toBeUndefined()
})

/** Puts a text on a shelf of its own, and gives what reads it. */
function readLater(text: string): () => string {
  const { handle, read } = opened()
  const place = fillShelf(handle)(Buffer.from(text))
  return () => (place === undefined ? 'no place' : read(place).toString())
}

test('what lies on a shelf can be read when nothing else of the shelf is held', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const later = readLater('text')
  for (let round = 0; round < 3; round++) {
    collect()
    // oxlint-disable-next-line no-await-in-loop -- finalizers run between tasks
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  expect(later()).toBe('text')
})

const names = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => /^handbook-[0-9a-f-]{36}$/.test(name))

test('a shelf leaves no file behind, not even while it is used', () => {
  const before = new Set(names())
  const shelf = opened()
  const place = fillShelf(shelf.handle)(Buffer.from('text'))
  expect(names().filter((name) => !before.has(name))).toEqual([])
  expect(place && shelf.read(place).toString()).toBe('text')
})

test('where there is no place for files there is no shelf, and nothing fails', () => {
  const { TMPDIR } = process.env
  process.env['TMPDIR'] = '/nowhere/at/all'
  try {
    expect(openShelf()).toBeUndefined()
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = TMPDIR
  }
})
