// Writes schema/book.json. Run after changing src/book/config-keys.ts: npx tsx scripts/schema.ts
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'
import { configSchema } from '../src/book/config-schema.ts'

const file = path.resolve(import.meta.dirname, '../schema/book.json')
const options = await resolveConfig(file)
const text = await format(JSON.stringify(configSchema()), { ...options, filepath: file })
writeFileSync(file, text)
console.log(`Wrote ${path.relative(process.cwd(), file)}`)
