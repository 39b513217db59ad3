// A disk that finds files by their names in any case, as those of Windows and macOS do: a book means the same on it as anywhere.
import type nodeFs from 'node:fs'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { build } from '../../src/pipeline/build.ts'
import { codes } from '../support/build-book.ts'

vi.mock('node:fs', async (actual) => {
  const fs = await actual<typeof nodeFs>()
  /** The name that the disk has for a path, where there is one in another case. */
  const spelled = (file: string): string => {
    const folder = path.dirname(file)
    if (folder === file) return file
    const above = spelled(folder)
    const wanted = path.basename(file)
    const names = fs.existsSync(above) ? fs.readdirSync(above) : []
    const found = names.find((name) => name.toLowerCase() === wanted.toLowerCase())
    return path.join(above, names.includes(wanted) ? wanted : (found ?? wanted))
  }
  const native = (file: string): string => fs.realpathSync.native(spelled(file))
  const realpathSync = Object.assign((file: string) => fs.realpathSync(spelled(file)), { native })
  return { ...fs, realpathSync, default: { ...fs, realpathSync } }
})

const { diskFiles } = await import('../../src/files/disk.ts')

const BOOK = {
  'README.md': '# Garden\n\n[Beds](guide/beds.md) {% include "parts/Note.md" %}\n',
  'SUMMARY.md': '- [Garden](README.md)\n- [Beds](guide/BEDS.md)\n',
  'Guide/Beds.md': '# Beds\n\n![Bed](Bed.PNG)\n',
  'Guide/bed.png': 'x',
  'Parts/note.md': 'Mind the hose.\n',
}

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'handbook-folded-'))
  for (const [name, text] of Object.entries(BOOK)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true })
    writeFileSync(path.join(dir, name), text)
  }
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('a file has one name', () => {
  const files = diskFiles(dir)
  expect(files.text('Guide/Beds.md' as BookPath)?.text).toContain('# Beds')
  expect(files.text('guide/beds.md' as BookPath)).toBeUndefined()
  expect(files.size('Parts/NOTE.md' as BookPath)).toBeUndefined()
})

test('a book says there what it says on a disk that tells names apart', async () => {
  const folded = await build({ files: diskFiles(dir) })
  const apart = await build({ files: memoryFiles(BOOK) })
  expect(codes(folded)).toEqual(codes(apart))
  expect([...folded.outputs.keys()]).toEqual([...apart.outputs.keys()])
  expect(folded.memory.results.get('README.md' as BookPath)?.html).toBe(
    apart.memory.results.get('README.md' as BookPath)?.html,
  )
})
