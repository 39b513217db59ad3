// Writes the address of the repository, which stands in package.json alone, into what people copy from the manual.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Manifest, ownerAndName, withAddress } from './release/release.ts'

const root = path.resolve(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest

for (const name of ['README.md', 'README.zh-Hans.md', 'docs/README.md', 'docs/publishing.md']) {
  const file = path.join(root, name)
  const text = readFileSync(file, 'utf8')
  const repository = ownerAndName(manifest) ?? 'owner/handbook'
  writeFileSync(file, withAddress(text, repository, manifest.version))
}
