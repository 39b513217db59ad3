// Every code that can be reported has a section in docs/diagnostics, and every section belongs to a code.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { diagnostics } from '../src/messages/en/catalog.ts'

const root = path.resolve(import.meta.dirname, '..')
const read = (folder: string, ending: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(path.join(root, folder, file), 'utf8'))

const reported = new Set([
  ...Object.keys(diagnostics),
  ...read('src', '.ts').flatMap((text) =>
    [...text.matchAll(/\bcode: '([a-z-]+\/[a-z0-9-]+)'/g)].map(([, code = '']) => code),
  ),
])
const sections = read('docs/diagnostics', '.md').flatMap((text) =>
  [...text.matchAll(/^## ([a-z-]+\/[a-z0-9-]+)$/gm)].map(([, code = '']) => code),
)

test('every code is explained', () => {
  expect(reported.size).toBeGreaterThan(20)
  expect([...reported].filter((code) => !sections.includes(code))).toEqual([])
})

test('no code is explained twice', () => {
  expect(sections.filter((code, index) => sections.indexOf(code) !== index)).toEqual([])
})
