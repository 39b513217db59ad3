import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { contentHash } from '../../src/core/hash.ts'
import { lineOf, readLines, takeApart, toLine, writeLines } from '../../src/files/hashed-lines.ts'

const dir = mkdtempSync(path.join(os.tmpdir(), 'handbook-lines-'))
const file = path.join(dir, 'lines')
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const short = [{ a: 'tabs\tand\nlines' }, undefined, '沼泽 🐸 \ud800', ''] as const
/** Longer than what is written at once, in letters of one and of three bytes. */
const long = ['x'.repeat(2 ** 20), '泽'.repeat(2 ** 19)] as const

test.each([
  ['of some words', short],
  ['of megabytes', long],
  ['after a longer one', ['frog']],
  ['of nothing and something', [undefined, 1]],
  ['of nothing', []],
])('a line %s holds its values, and tells the hash of them', (_, values) => {
  const { bytes, hash } = toLine(...values)
  const line = lineOf(bytes)
  expect(values.map((__, place) => line.value(place))).toEqual(values)
  expect(values.map((__, place) => line.has(place))).toEqual(
    values.map((value) => value !== undefined),
  )
  expect(line.hash).toBe(hash)
  const json = values.map((value) => (value === undefined ? '' : JSON.stringify(value)))
  expect(hash).toBe(contentHash(json.join('\t')))
  const parts = takeApart(bytes)
  expect(parts.hash).toBe(hash)
  expect(parts.texts.map(String)).toEqual(json.length > 0 ? json : [''])
})

test('lines stay as they are when others are made', () => {
  const first = toLine('first').bytes
  const before = Buffer.from(first)
  toLine('second')
  expect(first.equals(before)).toBe(true)
})

test('of a file, a line that somebody has changed is not taken for what was written', () => {
  writeLines(file, [toLine('one', 1).bytes, toLine('泽').bytes, toLine('three').bytes])
  const text = readFileSync(file, 'utf8')
  expect([...readLines(file)].map((line) => line?.value(0))).toEqual(['one', '泽', 'three'])
  writeFileSync(file, text.replace('泽', '河').slice(0, -1))
  expect([...readLines(file)].map((line) => line?.value(0))).toEqual(['one', undefined, undefined])
})
