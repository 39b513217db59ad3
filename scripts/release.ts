// Packs a release into a folder: the archive for the registry, its checksum, and the notes. Publishing is left to the workflow.
//
//   npm run release -- [--tag v0.2.0] [--repository owner/name] [--output release]
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
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

function npmPack(cwd: string, destination: string): string {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', destination]
  const report = execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const [packed] = JSON.parse(report) as readonly { readonly filename: string }[]
  if (packed === undefined) throw new Error('npm packed nothing')
  return packed.filename
}

/** Packs what users get, in two steps: package.json of the checkout is not touched. */
function pack(): string {
  const stage = mkdtempSync(path.join(tmpdir(), 'handbook-pack-'))
  try {
    execFileSync('tar', ['-xzf', npmPack(root, stage)], { cwd: stage })
    const unpacked = path.join(stage, 'package')
    const manifestText = `${JSON.stringify(published(manifest), undefined, 2)}\n`
    writeFileSync(path.join(unpacked, 'package.json'), manifestText)
    return npmPack(unpacked, output)
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

const changelog = read('CHANGELOG.md')
const wrong = obstacles(manifest, changelog, values)
for (const line of wrong) console.error(line)
rmSync(output, { recursive: true, force: true })
mkdirSync(output, { recursive: true })
const archive = pack()
const hash = createHash('sha256').update(readFileSync(path.join(output, archive)))
writeFileSync(path.join(output, 'SHA256SUMS'), `${hash.digest('hex')}  ${archive}\n`)
writeFileSync(path.join(output, 'NOTES.md'), `${notesOf(changelog, manifest.version) ?? ''}\n`)
console.log(`${path.join(values.output, archive)}, SHA256SUMS and NOTES.md`)
if (wrong.length > 0) process.exitCode = 1
