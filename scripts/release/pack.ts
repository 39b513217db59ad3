// Packs a checkout as users get it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Writes the archive of a checkout into a folder, with another manifest, and gives its name. The checkout is not touched. */
export function pack(root: string, output: string, manifest: object): string {
  const stage = mkdtempSync(path.join(tmpdir(), 'handbook-pack-'))
  try {
    execFileSync('tar', ['-xzf', npmPack(root, stage)], { cwd: stage })
    const unpacked = path.join(stage, 'package')
    writeFileSync(
      path.join(unpacked, 'package.json'),
      `${JSON.stringify(manifest, undefined, 2)}\n`,
    )
    return npmPack(unpacked, output)
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

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
