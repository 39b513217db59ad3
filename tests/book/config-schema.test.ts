import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { configSchema } from '../../src/book/config-schema.ts'
import { flatSettings } from '../../src/core/setting.ts'
import { SETTINGS } from '../../src/core/settings.ts'

const root = path.resolve(import.meta.dirname, '../..')

it('is what schema/book.json says', () => {
  const committed: unknown = JSON.parse(readFileSync(path.join(root, 'schema/book.json'), 'utf8'))
  expect(committed).toEqual(configSchema())
})

it.each(flatSettings(SETTINGS).map(({ path: name }) => name))('%s is documented', (name) => {
  const text = readFileSync(path.join(root, 'docs/configuration.md'), 'utf8')
  expect(text).toMatch(new RegExp(`^\\| \`${name.replaceAll('.', '\\.')}\` +\\|`, 'm'))
})
