// npm run conformance -- FOLDER: builds real books and compares them with facts of another generator's output.
// FOLDER (or HANDBOOK_CORPUS) holds `corpus/legacy/<book>/`, `conformance/reference/<book>.json` and the program
// `conformance/compare.mjs`, which prints the agreement on headings, links, images, code, cells and text. Without
// the folder there is nothing to compare with, and the script says so.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from '../src/pipeline/build.ts'
import type { Built } from '../src/pipeline/built.ts'
import { diskFiles } from '../src/files/disk.ts'
import { writeSite } from '../src/output/write.ts'

const folder = process.argv[2] ?? process.env['HANDBOOK_CORPUS']
const show = process.argv[3] ?? '0'
if (folder === undefined || !existsSync(path.join(folder, 'corpus/legacy'))) {
  console.log(
    'conformance: skipped, no folder of real books was given (see the head of scripts/conformance.ts)',
  )
  process.exit(0)
}

const temp = mkdtempSync(path.join(os.tmpdir(), 'handbook-conformance-'))
const books = path.join(folder, 'corpus/legacy')
const compare = path.join(folder, 'conformance/compare.mjs')

function byCode(built: Built): string {
  const counts = new Map<string, number>()
  for (const { code } of built.diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, count]) => `${code} ${count}`)
    .join(', ')
}

for (const book of readdirSync(books).sort()) {
  const bookDir = path.join(books, book)
  const outputDir = path.join(temp, book)
  const start = performance.now()
  const files = diskFiles(bookDir)
  // oxlint-disable-next-line no-await-in-loop -- one book after the other, so that the times mean something
  const built = await build({ files })
  const seconds = ((performance.now() - start) / 1000).toFixed(2)
  const pages = built.memory.results.size
  console.log(`\n== ${book}: ${pages} pages, ${seconds} s; ${byCode(built) || 'no diagnostics'}`)
  // oxlint-disable-next-line no-await-in-loop -- as above
  await writeSite({ outputs: built.outputs, files, outputDir, bookDir })
  const reference = path.join(folder, 'conformance/reference', `${book}.json`)
  if (!existsSync(reference)) continue
  const args = [compare, reference, outputDir, '--show', show]
  console.log(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout.trimEnd())
}
rmSync(temp, { recursive: true, force: true })
