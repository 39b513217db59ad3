// npm run bench [-- PAGES [BOOK]]: what a build costs against the floor, how pages grow with the book, and how long an edit
// takes in the dev server. Everything in one run on one machine; figures of different machines say nothing to each other.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { build } from '../src/build/build.ts'
import { startDevServer } from '../src/dev/dev.ts'
import { diskFiles } from '../src/files/disk.ts'
import { writeBook } from './bench/book.ts'

const pages = Number(process.argv[2] ?? 1000)
const given = process.argv[3]
const rounds = 5
const root = path.resolve(import.meta.dirname, '..')
const temp = mkdtempSync(path.join(os.tmpdir(), 'handbook-bench-'))

interface Usage {
  readonly cpuMs: number
  readonly wallMs: number
}

/** Runs a script of Node in a process of its own and gives its processor time. */
function measure(script: string, args: readonly string[]): Usage {
  const usage = path.join(root, 'scripts/bench/usage.mjs')
  const run = spawnSync(process.execPath, ['--import', usage, script, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  if (run.status !== 0) throw new Error(`${script} failed: ${run.stderr}`)
  return JSON.parse(run.output[3] ?? '{}') as Usage
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

function compareWithFloor(book: string): void {
  const floor: Usage[] = []
  const cold: Usage[] = []
  for (let round = 0; round < rounds; round++) {
    floor.push(
      measure(path.join(root, 'scripts/bench/floor.mjs'), [book, path.join(temp, 'floor')]),
    )
    rmSync(path.join(temp, 'site'), { recursive: true, force: true })
    cold.push(
      measure(path.join(root, 'dist/bin.js'), ['build', book, path.join(temp, 'site'), '-q']),
    )
  }
  const floorMs = median(floor.map((usage) => usage.cpuMs))
  const coldMs = median(cold.map((usage) => usage.cpuMs))
  console.log(
    `${pages} pages, median of ${rounds}: floor ${floorMs.toFixed(0)} ms CPU, cold build ${coldMs.toFixed(0)} ms CPU, ratio ${(coldMs / floorMs).toFixed(2)}`,
  )
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function siteSize(folder: string): void {
  const html = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /^part-.*\.html$/.test(name) && statSync(path.join(folder, name)).isFile(),
  )
  const raw = html.map((name) => readFileSync(path.join(folder, name)))
  const mean = sum(raw.map((bytes) => bytes.length)) / html.length
  const packed =
    sum(raw.slice(0, 100).map((bytes) => gzipSync(bytes).length)) / Math.min(100, html.length)
  console.log(
    `${html.length} pages in parts: ${mean.toFixed(0)} bytes of HTML a page, ${packed.toFixed(0)} gzipped`,
  )
}

/** Time from saving a page to the event that tells the browser, in milliseconds. */
async function editLatency(book: string): Promise<void> {
  const server = await startDevServer({
    bookDir: book,
    port: 4600,
    strictPort: false,
    host: 'localhost',
    open: false,
    build,
    files: diskFiles(book),
    formatDiagnostics: () => '',
    onEvent: () => undefined,
  })
  const events = await new Promise<http.IncomingMessage>((resolve) => {
    http.get(`http://127.0.0.1:${server.port}/__handbook/events`, resolve)
  })
  events.setEncoding('utf8')
  const target = path.join(book, 'part-1/chapter-2/page-5.md')
  const text = readFileSync(target, 'utf8')
  const times: number[] = []
  for (let round = 0; round < 15; round++) {
    const changed = new Promise<void>((resolve) => {
      const listen = (chunk: string): void => {
        if (!chunk.includes('page-5')) return
        events.off('data', listen)
        resolve()
      }
      events.on('data', listen)
    })
    // As a person would: not while the search index of the last edit is still made.
    // oxlint-disable-next-line no-await-in-loop -- as below
    await setTimeout(600)
    const start = performance.now()
    writeFileSync(target, `${text}\nround ${round}\n`)
    // oxlint-disable-next-line no-await-in-loop -- one edit after the other is what is measured
    await changed
    times.push(performance.now() - start)
  }
  writeFileSync(target, text)
  await server.close()
  console.log(
    `serve, ${pages} pages: saving one page to the reload event, median ${median(times).toFixed(0)} ms, worst ${Math.max(...times).toFixed(0)} ms of ${times.length}`,
  )
}

const book = path.join(temp, 'book')
for (const size of given === undefined ? [100, pages] : []) {
  writeBook(size, book)
  if (size !== pages) {
    measure(path.join(root, 'dist/bin.js'), ['build', book, path.join(temp, 'site'), '-q'])
    siteSize(path.join(temp, 'site'))
    rmSync(path.join(temp, 'site'), { recursive: true, force: true })
  }
}
compareWithFloor(given ?? book)
siteSize(path.join(temp, 'site'))
await editLatency(given ?? book)
rmSync(temp, { recursive: true, force: true })
