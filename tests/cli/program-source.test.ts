import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { npxName } from '../../src/cli/program-source.ts'

const top = mkdtempSync(path.join(tmpdir(), 'handbook-source-'))
afterAll(() => rmSync(top, { recursive: true, force: true }))

function packageIn(folder: string): string {
  const place = path.join(top, folder)
  mkdirSync(place, { recursive: true })
  writeFileSync(path.join(place, 'package.json'), '{"name":"handbook-cli","version":"1.0.0"}')
  return place
}

test('npx finds the command where it is installed, and elsewhere the package, never one of another', () => {
  const installed = packageIn('book/node_modules/handbook-cli')
  expect(npxName(path.join(top, 'book'), installed)).toBe('handbook')
  expect(npxName(path.join(top, 'book/docs'), installed)).toBe('handbook')
  expect(npxName(path.join(top, 'other'), installed)).toBe('handbook-cli')
  expect(npxName(path.join(top, 'book..'), installed)).toBe('handbook-cli')
  const checkout = packageIn('checkout')
  expect(npxName(checkout, checkout)).toBe('handbook')
  expect(npxName(top, checkout)).toBe('handbook-cli')
})
