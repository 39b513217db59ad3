import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFolder } from '../../src/output/make-folder.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'handbook-folder-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('a folder is made with those above it, and the outermost is told', () => {
  const deep = path.join(dir, 'a/b/c')
  expect(makeFolder(deep)).toBe(path.join(dir, 'a'))
  expect(statSync(deep).isDirectory()).toBe(true)
  expect(makeFolder(deep)).toBeUndefined()
  expect(makeFolder(path.join(dir, 'a/d'))).toBe(path.join(dir, 'a/d'))
})

test('what stands in the way is what the system says', () => {
  writeFileSync(path.join(dir, 'file'), '')
  expect(() => makeFolder(path.join(dir, 'file/a/b'))).toThrow('ENOTDIR')
})

// Node's own recursive way never ends here.
test.skipIf(process.platform !== 'linux')('a place where no folder can be is an error', () => {
  expect(() => makeFolder('/proc/handbook/a/b')).toThrow('ENOENT')
})
