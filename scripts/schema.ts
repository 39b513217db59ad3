// Writes schema/book.json and the tables of docs/configuration.md, which say the same to editors and to people, and the
// table of docs/plugins.md.
// Run after changing a setting: npm run schema
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'
import { configSchema } from '../src/book/config-schema.ts'
import { withPlugins } from './plugins.ts'
import { withSettings } from './settings.ts'

const root = path.resolve(import.meta.dirname, '..')

async function write(name: string, text: string): Promise<void> {
  const file = path.join(root, name)
  const options = await resolveConfig(file)
  writeFileSync(file, await format(text, { ...options, filepath: file }))
  console.log(`Wrote ${name}`)
}

await write('schema/book.json', JSON.stringify(configSchema()))
const manual = 'docs/configuration.md'
await write(manual, withSettings(readFileSync(path.join(root, manual), 'utf8')))
const plugins = 'docs/plugins.md'
await write(plugins, withPlugins(readFileSync(path.join(root, plugins), 'utf8')))
