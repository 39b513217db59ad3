// npm run archive: packs this checkout as users get it, for machines that install it before it is released, and says where.
// With --install npm installs it for the whole machine, in any shell.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { pack } from './release/pack.ts'
import { type Manifest, published } from './release/release.ts'

const root = path.resolve(import.meta.dirname, '..')
const output = path.join(root, 'release')
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest
const { values } = parseArgs({ options: { install: { type: 'boolean', default: false } } })
mkdirSync(output, { recursive: true })
const archive = `./release/${pack(root, output, { ...published(manifest), private: true })}`
if (values.install)
  execFileSync('npm', ['install', '--global', archive], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
else console.log(archive)
