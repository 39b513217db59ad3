// `handbook mv Guide guide` where the disk takes both names for one folder; a link stands for the second one here.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'

const renamed: string[] = []
vi.mock('../../src/files/rename.ts', () => ({
  renameFile: (from: string, to: string) => {
    renamed.push(`${path.relative(dir, from)} → ${path.relative(dir, to)}`)
  },
}))

const { carryOut } = await import('../../src/cli/carry-out.ts')
const { diskFiles } = await import('../../src/files/disk.ts')

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'handbook-spelling-'))
  mkdirSync(path.join(dir, 'Guide'))
  writeFileSync(path.join(dir, 'Guide/a.md'), '# A\n')
  renamed.length = 0
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const move = { from: 'Guide/a.md' as BookPath, to: 'guide/a.md' as BookPath }

// Where the two names really are one, no link can have the second.
const linux = test.skipIf(process.platform !== 'linux')

linux('a folder gets its new spelling behind its files', () => {
  symlinkSync('Guide', path.join(dir, 'guide'))
  carryOut(dir, diskFiles(dir), [move])
  expect(renamed.map((line) => line.replaceAll('\\', '/'))).toEqual([
    'Guide/a.md → guide/a.md',
    'Guide → guide',
  ])
})

linux('folders that are two stay two', () => {
  carryOut(dir, diskFiles(dir), [move])
  expect(renamed.map((line) => line.replaceAll('\\', '/'))).toEqual(['Guide/a.md → guide/a.md'])
})
