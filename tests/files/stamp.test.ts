import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { isDoubtful, sameStamp, stampOf } from '../../src/files/stamp.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'handbook-stamp-'))
const file = path.join(folder, 'a')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a change within the tick of a clock is seen', () => {
  // Several hundred writes fall into one tick.
  for (let turn = 0; turn < 300; turn += 1) {
    writeFileSync(file, 'one')
    const stamp = stampOf(file) ?? ''
    // On a slow machine the doubts are over by now, and the stamp is the short one.
    expect([stamp, stamp.split(' ').slice(0, 4).join(' ')]).toContain(sameStamp(file, stamp))
    writeFileSync(file, 'two')
    expect(sameStamp(file, stamp)).toBe(undefined)
  }
})

test('a change is seen whose time was put back', async () => {
  writeFileSync(file, 'one')
  utimesSync(file, 1e9, 1e9)
  await setTimeout(60)
  const stamp = stampOf(file) ?? ''
  writeFileSync(file, 'two')
  utimesSync(file, 1e9, 1e9)
  expect(sameStamp(file, stamp)).toBe(undefined)
})

test('a file that stays as it is need not be read for ever', async () => {
  writeFileSync(file, 'one')
  const young = stampOf(file) ?? ''
  await setTimeout(60)
  const old = sameStamp(file, young)
  expect(young.startsWith(`${old} `)).toBe(true)
  expect(old).toBe(stampOf(file))
})

test('a file from the future stays in doubt, and so do whole seconds for longer', () => {
  expect(isDoubtful(9_000_000_000_123, 1_000_000_000_000)).toBe(true)
  expect(isDoubtful(1_000_000_000_001, 1_000_000_001_000)).toBe(false)
  expect(isDoubtful(1_000_000_000_000, 1_000_000_001_000)).toBe(true)
})

test('what is no file has no stamp', () => {
  expect(stampOf(folder)).toBe(undefined)
  expect(stampOf(path.join(folder, 'missing'))).toBe(undefined)
})
