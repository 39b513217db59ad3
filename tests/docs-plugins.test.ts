// The table of plugins in the manual is made of the same data as what the program does.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { withPlugins } from '../scripts/plugins.ts'
import { knownPlugins } from '../src/plugins/table.ts'

const file = path.resolve(import.meta.dirname, '../docs/plugins.md')

test('the table names every plugin (npm run schema writes it)', async () => {
  const page = readFileSync(file, 'utf8')
  const options = await resolveConfig(file)
  expect(await format(withPlugins(page), { ...options, filepath: file })).toBe(page)
  for (const name of knownPlugins()) expect(page).toContain(`\n| \`${name}\``)
})
