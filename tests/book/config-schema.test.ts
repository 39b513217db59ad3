import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { flatKeys } from '../../src/book/config-keys.ts'
import { configSchema } from '../../src/book/config-schema.ts'

const root = path.resolve(import.meta.dirname, '../..')

it('is what schema/book.json says', () => {
  const committed: unknown = JSON.parse(readFileSync(path.join(root, 'schema/book.json'), 'utf8'))
  expect(committed).toEqual(configSchema())
})

it.each(flatKeys().map(({ path: name }) => name))('%s is documented', (name) => {
  const text = readFileSync(path.join(root, 'docs/configuration.md'), 'utf8')
  expect(text).toMatch(new RegExp(`^\\| \`${name.replaceAll('.', '\\.')}\` +\\|`, 'm'))
})
