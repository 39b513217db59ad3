// The chapter about settings is made of the same data as the program's checks.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'
import { describe, expect, test } from 'vitest'
import { exampleOf, settingsNamed, withSettings } from '../scripts/settings.ts'
import { checkConfig } from '../src/book/config-check.ts'
import type { BookPath } from '../src/core/path.ts'
import { SETTINGS } from '../src/core/settings.ts'

const file = path.resolve(import.meta.dirname, '../docs/configuration.md')
const page = readFileSync(file, 'utf8')
const names = Object.keys(SETTINGS)

test('the tables are what the settings make of them (npm run schema writes them)', async () => {
  const options = await resolveConfig(file)
  expect(await format(withSettings(page), { ...options, filepath: file })).toBe(page)
})

test('every setting has a row in one table', () => {
  expect(settingsNamed(page).toSorted()).toEqual(names.toSorted())
})

test('a table that names no setting is refused', () => {
  const block = '<!-- settings: titel -->\n<!-- end of settings -->'
  expect(() => withSettings(block)).toThrow('"titel", which is no setting')
})

describe('examples', () => {
  test('are what the program accepts', () => {
    const at = { file: 'book.json' as BookPath }
    expect(checkConfig(exampleOf(names), () => at).diagnostics).toEqual([])
  })

  test('exist for every setting that the site depends on', () => {
    const [used] = page.split('## Read for compatibility')
    const missing = settingsNamed(used!).filter((name) => exampleOf([name])[name] === undefined)
    expect(missing).toEqual([])
  })
})
