import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { keepNewest } from '../../src/files/caches.ts'

test('only the files that were written last are kept, and folders are left alone', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'handbook-newest-'))
  try {
    mkdirSync(path.join(folder, 'below'))
    for (const [name, second] of [
      ['c', 30],
      ['a', 10],
      ['d', 40],
      ['b', 20],
    ] as const) {
      writeFileSync(path.join(folder, name), '')
      utimesSync(path.join(folder, name), second, second)
    }
    keepNewest(folder, 2)
    expect(readdirSync(folder).toSorted()).toEqual(['below', 'c', 'd'])
    keepNewest(folder, 5)
    expect(readdirSync(folder).toSorted()).toEqual(['below', 'c', 'd'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
