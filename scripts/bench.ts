// npm run bench [-- --pages N] [--book FOLDER] [--sizes N,N… [--json FILE]] [--serve N,N…] [--peers FOLDER] [BOOK…]: what a build costs
// against the floor, how time, memory and bytes grow with the book, what the next build costs after an edit, and how long
// an edit takes in the dev server. With a folder in which `npm install honkit
// vitepress pagefind` was run, the same book is built by them, and by mkdocs and hugo where they are installed, and with
// books their search is compared. Everything in one run on one machine: figures of different machines say nothing to each
// other. Tables are Markdown.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { writeBook } from './bench/book.ts'
import { compareBuilds } from './bench/compare.ts'
import { compareFeatures } from './bench/features.ts'
import { findGenerators, handbookGenerator } from './bench/generators.ts'
import { measureCurve } from './bench/curve.ts'
import { type Usage, floor as floorScript, measure, program } from './bench/measure.ts'
import { measureServe } from './bench/serve.ts'
import { median, table } from './bench/table.ts'
import { launchChromium } from '../tests/support/chromium.ts'

const { values: options, positionals: searched } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '1000' },
    book: { type: 'string' },
    peers: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    limit: { type: 'string', default: '300' },
    count: { type: 'string', default: '100' },
    sizes: { type: 'string' },
    serve: { type: 'string', default: '1000' },
    saves: { type: 'string', default: '15' },
    json: { type: 'string' },
  },
})
const pages = Number(options.pages)
const given = options.book
const rounds = 5
const temp = mkdtempSync(path.join(os.tmpdir(), 'handbook-bench-'))

type Rows = readonly (readonly [string, string])[]

function compareWithFloor(book: string): Rows {
  const floor: Usage[] = []
  const cold: Usage[] = []
  const again: Usage[] = []
  for (let round = 0; round < rounds; round++) {
    // Nothing is deleted before the end: for minutes after that, ext4 takes longer to make other files.
    const own = path.join(temp, `floor-${round}`)
    const kept = path.join(own, 'cache')
    floor.push(measure(floorScript, [book, path.join(own, 'floor')], kept))
    for (const [usages, site] of [
      [cold, 'site'],
      [again, 'site-again'],
    ] as const)
      usages.push(measure(program, ['build', book, path.join(own, site), '-q'], kept))
  }
  const floorMs = median(floor.map((usage) => usage.cpuMs))
  const coldMs = median(cold.map((usage) => usage.cpuMs))
  return [
    [
      `the floor: bare markdown-it and highlight.js, ${pages} pages`,
      `${floorMs.toFixed(0)} ms CPU`,
    ],
    [`cold build, ${pages} pages, median of ${rounds}`, `${coldMs.toFixed(0)} ms CPU`],
    ['their ratio', (coldMs / floorMs).toFixed(2)],
    [
      'the same book again, into an empty folder',
      `${median(again.map((usage) => usage.cpuMs)).toFixed(0)} ms CPU`,
    ],
  ]
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function siteSize(folder: string): Rows {
  const html = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /^part-.*\.html$/.test(name) && statSync(path.join(folder, name)).isFile(),
  )
  const raw = html.map((name) => readFileSync(path.join(folder, name)))
  const mean = sum(raw.map((bytes) => bytes.length)) / html.length
  const packed =
    sum(raw.slice(0, 100).map((bytes) => gzipSync(bytes).length)) / Math.min(100, html.length)
  return [
    [`HTML a page, ${html.length} pages`, `${mean.toFixed(0)} bytes, ${packed.toFixed(0)} gzipped`],
  ]
}

/** Tables of docs/performance.md: the generated books by all who are here, and what was tried with small ones. */
async function compareWithPeers(folder: string): Promise<void> {
  const generators = [handbookGenerator, ...findGenerators(folder)]
  for (const size of new Set([100, pages])) {
    const own = path.join(temp, 'peers-book')
    writeBook(size, own)
    const limits = { rounds: Number(options.rounds), limitSeconds: Number(options.limit) }
    console.log(`\n${compareBuilds(generators, { pages: size, book: own, temp, ...limits })}`)
  }
  const browser = await launchChromium()
  if (browser === undefined) return
  const withTheme = generators.filter(({ name }) => !name.startsWith('Hugo'))
  console.log(`\n${await compareFeatures(withTheme, browser, temp)}`)
  await browser.close()
}

/** Tables of docs/search.md. */
function compareSearch(books: readonly string[]): void {
  const script = path.join(import.meta.dirname, 'search-quality.ts')
  const peers = options.peers === undefined ? [] : ['--peers', options.peers]
  const args = ['--import', 'tsx', script, ...peers, '--count', options.count, ...books]
  console.log('')
  spawnSync(process.execPath, args, { stdio: 'inherit' })
}

const [load = 0] = os.loadavg()
console.log(
  `Node ${process.version}, ${os.cpus().length} cores, ${os.type()}; load average at the start ${load.toFixed(1)}\n`,
)
const book = path.join(temp, 'book')
const rows: Rows[number][] = []
if (given === undefined) {
  writeBook(100, book)
  const small = path.join(temp, 'site-of-100')
  measure(program, ['build', book, small, '-q'], path.join(temp, 'cache'))
  rows.push(...siteSize(small))
  writeBook(pages, book)
}
rows.push(...compareWithFloor(given ?? book), ...siteSize(path.join(temp, 'floor-0/site')))
console.log(table([['handbook', 'measured'], ...rows]))
const served = options.serve.split(',').map(Number)
const serving = await measureServe(served, { saves: Number(options.saves), temp })
console.log(`\n${serving.tables}`)
if (options.sizes !== undefined) {
  const sizes = options.sizes.split(',').map(Number)
  const curve = measureCurve(sizes, { rounds: Number(options.rounds), temp })
  console.log(`\n${curve.tables}`)
  if (options.json !== undefined)
    writeFileSync(
      options.json,
      `${JSON.stringify({ ...curve.figures, serve: serving.figures }, null, 2)}\n`,
    )
}
if (options.peers !== undefined) await compareWithPeers(options.peers)
rmSync(temp, { recursive: true, force: true })
if (searched.length > 0) compareSearch(searched)
