// npm run archive: packs this checkout as users get it, for machines that install it before it is released, and says where.
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pack } from './release/pack.ts'
import { type Manifest, published } from './release/release.ts'

const root = path.resolve(import.meta.dirname, '..')
const output = path.join(root, 'release')
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest
mkdirSync(output, { recursive: true })
console.log(`./release/${pack(root, output, { ...published(manifest), private: true })}`)
