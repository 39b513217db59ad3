import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const repository = path.resolve(import.meta.dirname, '../..')

/** Compiles the program into a folder of its own, which the caller removes: `dist/bin.js` in it is the command. */
export function compileProgram(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'handbook-bin-'))
  mkdirSync(path.join(folder, 'dist'))
  for (const name of ['node_modules', 'templates', 'dist/theme'])
    symlinkSync(path.join(repository, name), path.join(folder, name), 'junction')
  copyFileSync(path.join(repository, 'package.json'), path.join(folder, 'package.json'))
  const compiler = path.join(repository, 'node_modules/typescript/bin/tsc')
  const outDir = path.join(folder, 'dist')
  execFileSync(process.execPath, [compiler, '-p', '.', '--noCheck', '--outDir', outDir], {
    cwd: repository,
  })
  return folder
}
