// Packs a release into a folder: the archive for the registry, its checksum, and the notes. Publishing is left to the workflow.
//
//   npm run release -- [--tag v0.2.0] [--repository owner/name] [--output release]
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { pack } from './release/pack.ts'
import { type Manifest, notesOf, obstacles, ownerAndName, published } from './release/release.ts'

const root = path.resolve(import.meta.dirname, '..')
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8')
const manifest = JSON.parse(read('package.json')) as Manifest
const { values } = parseArgs({
  options: {
    tag: { type: 'string', default: `v${manifest.version}` },
    repository: { type: 'string', default: ownerAndName(manifest) ?? 'owner/name' },
    output: { type: 'string', default: 'release' },
  },
})
const output = path.resolve(root, values.output)

const changelog = read('CHANGELOG.md')
const wrong = obstacles(manifest, changelog, values)
for (const line of wrong) console.error(line)
rmSync(output, { recursive: true, force: true })
mkdirSync(output, { recursive: true })
const archive = pack(root, output, published(manifest))
const hash = createHash('sha256').update(readFileSync(path.join(output, archive)))
writeFileSync(path.join(output, 'SHA256SUMS'), `${hash.digest('hex')}  ${archive}\n`)
writeFileSync(path.join(output, 'NOTES.md'), `${notesOf(changelog, manifest.version) ?? ''}\n`)
console.log(`${path.join(values.output, archive)}, SHA256SUMS and NOTES.md`)
if (wrong.length > 0) process.exitCode = 1
