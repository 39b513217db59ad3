// Every code that can be reported has a section in docs/diagnostics, in each language, and every section belongs to a
// code.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { diagnostics } from '../src/messages/en/catalog.ts'
import { chinese } from '../src/messages/zh/index.ts'

const folder = path.resolve(import.meta.dirname, '../docs/diagnostics')

/** The codes that the pages of a language explain, by page, in their order. */
function explained(language: string): Readonly<Record<string, readonly string[]>> {
  const pages = readdirSync(path.join(folder, language)).filter((name) => name.endsWith('.md'))
  return Object.fromEntries(
    pages
      .filter((name) => name !== 'README.md')
      .map((name) => {
        const text = readFileSync(path.join(folder, language, name), 'utf8')
        const codes = [...text.matchAll(/^## ([a-z-]+\/[a-z0-9-]+)$/gm)]
        return [name, codes.map(([, code = '']) => code)]
      }),
  )
}

test('every code is explained, once', () => {
  const sections = Object.values(explained('')).flat()
  expect(sections.toSorted()).toEqual(Object.keys(diagnostics).toSorted())
})

test('in every language on the same pages and in the same order', () => {
  expect(explained(chinese.language)).toEqual(explained(''))
})
