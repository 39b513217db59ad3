// Pages of a large book are rendered by threads besides that of the build. The site, what is said of it and what is kept
// for the next build are the same with any number of them, whatever becomes of a thread.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { contentHash } from '../../src/core/hash.ts'
import { compileProgram } from '../support/compiled.ts'
import { randomPage } from '../support/random-page.ts'
import { createRandom } from '../support/random.ts'

const program = compileProgram()
// A tenth of what it is, so that books of a tenth of the pages show the same.
writeFileSync(
  path.join(program, 'dist/pipeline/sizes.js'),
  'export const MANY_PAGES = 200\nexport const PAGES_OF_A_START = 10\n',
)
const top = mkdtempSync(path.join(tmpdir(), 'handbook-jobs-'))
afterAll(() => {
  for (const folder of [top, program]) rmSync(folder, { recursive: true, force: true })
})

/** So many pages that seven threads are of use besides that of the build, and so many that one is. */
const [MANY, FEW] = [90, 40] as const

/** So many that threads put what they make of them on the disk. */
const HUGE = 205

/** Pages that ask for more than their own text, among many that do not. */
const SPECIAL: { readonly [name: string]: string } = {
  'README.md': '# Start\n\n[One](page-1.md) and [unlisted](unlisted.md)\n',
  'GLOSSARY.md': '## Frog\n\nGreen.\n',
  'unlisted.md': '# Unlisted\n\n[More](deep/more.md), a frog\n',
  'deep/more.md': '# More\n\n[gone](gone.md)\n',
  'dated.md': '# Dated\n\n{{ file.mtime }}\n',
  'nested.md': `# Nested\n\n${'> '.repeat(4000)}deep\n\n${'<b>'.repeat(5000)}\n`,
  'template.md':
    '# Template\n\n{% include "./part.txt" %} {{ book.word }} {{ nothing.at.all() }}\n',
  'outside.md': '# Outside\n\n{% include "git+https://example.invalid/a.git/b.md" %}\n',
  'pictured.md': '# Pictured\n\n![a picture](p.svg) ![gone](gone.png)\n',
  'part.txt': 'a *part*',
  'p.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="24"/>',
  'book.json': '{ "title": "Many", "variables": { "word": "value" }, "gitIncludes": false }',
}

const plain = (index: number): string =>
  `# Page ${index}\n\nA frog. [Next](page-${index + 1}.md#page-${index + 1})\n`

/** Writes a book of so many pages and the special ones. */
function writeBook(pages: number): string {
  const book = path.join(top, `book-${pages}`)
  const random = createRandom(20)
  const special = Object.keys(SPECIAL).filter((name) => /^[a-z]+\.md$/.test(name))
  const listed = special.filter((name) => name !== 'unlisted.md')
  const names = Array.from({ length: pages }, (_, index) => `page-${index}.md`)
  // The special ones at both ends: some are taken by the build and some by threads.
  const order = [...listed.slice(0, 3), ...names, ...listed.slice(3)]
  const files = {
    ...SPECIAL,
    'SUMMARY.md': order.map((name) => `* [${name}](${name})\n`).join(''),
    ...Object.fromEntries(
      names.map((name, index) => [
        name,
        index % 10 === 0 ? randomPage(random, `p${index}x`).text : plain(index),
      ]),
    ),
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(book, name)), { recursive: true })
    writeFileSync(path.join(book, name), text)
  }
  const user = ['-c', 'user.name=a', '-c', 'user.email=a@example.org']
  for (const args of [['init'], ['add', '-A'], [...user, 'commit', '--allow-empty', '-m', 'All']])
    execFileSync('git', args, { cwd: book, stdio: 'ignore' })
  return book
}

interface Came {
  readonly status: number | null
  readonly said: string
  /** Every file of the site with the hash of its bytes. */
  readonly site: object
}

/** Builds a book with so many threads, and with what is kept in a folder of caches. */
function built(book: string, jobs: number, cache: string): Came {
  const site = path.join(top, 'site')
  rmSync(site, { recursive: true, force: true })
  const args = ['build', book, site, '--verbose', '--jobs', `${jobs}`]
  const run = spawnSync(process.execPath, [path.join(program, 'dist/bin.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    env: { ...process.env, XDG_CACHE_HOME: path.join(top, cache) },
  })
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
  return {
    status: run.status,
    said: `${run.stderr}${run.stdout}`.replaceAll(/[\d.]+ s\n/g, ''),
    site: Object.fromEntries(files.map((file) => [file, contentHash(readFileSync(file))])),
  }
}

/** What is kept of the pages of a book. */
function keptPages(cache: string): readonly string[] {
  const folder = path.join(top, cache, 'handbook/pages')
  return readdirSync(folder).map((name) =>
    readFileSync(path.join(folder, name), 'latin1').replace(STAMP, ''),
  )
}

/** The line that tells how another file was left: its number and its times. */
const STAMP = /^[0-9a-f]{40} "[^"\t]*"\n/m

test('The site, what is said of it and what is kept are the same with one thread, two and eight', () => {
  const book = writeBook(MANY)
  const one = built(book, 1, 'one')
  expect(one).toMatchObject({ status: 0 })
  expect(Object.keys(one.site).length).toBeGreaterThan(MANY)
  for (const name of ['nested.md', 'template.md', 'outside.md', 'more.md'])
    expect(one.said).toContain(name)
  for (const jobs of [2, 8]) {
    expect(built(book, jobs, `${jobs}`)).toEqual(one)
    expect(keptPages(`${jobs}`)).toEqual(keptPages('one'))
  }
}, 120_000)

test('They are the same, too, when what threads make is put on the disk', () => {
  const book = writeBook(HUGE)
  const one = built(book, 1, 'huge')
  expect(one).toMatchObject({ status: 0 })
  rmSync(path.join(top, 'huge'), { recursive: true, force: true })
  expect(built(book, 2, 'huge')).toEqual(one)
}, 120_000)

test('Pages that threads lay out are the same without a glossary, and where the site says where it lies', () => {
  const book = writeBook(FEW)
  rmSync(path.join(book, 'GLOSSARY.md'))
  const settings = { title: 'Few', gitIncludes: false, siteUrl: 'https://example.org/few/' }
  writeFileSync(path.join(book, 'book.json'), JSON.stringify(settings))
  const one = built(book, 1, 'without')
  rmSync(path.join(top, 'without'), { recursive: true, force: true })
  expect(built(book, 2, 'without')).toEqual(one)
}, 120_000)

test('What threads have read is known to the next build, and a page that changed is seen', () => {
  const book = writeBook(FEW)
  const clean = built(book, 2, 'edited')
  expect(built(book, 2, 'edited')).toEqual(clean)
  appendFileSync(path.join(book, `page-${FEW - 3}.md`), '\nAnother sentence.\n')
  const next = built(book, 2, 'edited')
  expect(next.site).not.toEqual(clean.site)
  expect(next).toEqual(built(book, 1, 'clean'))
}, 120_000)

/** What threads that do their work give, once for all that do not. */
let whole: { readonly book: string; readonly came: Came } | undefined

test.each([
  ['fails at its start', 'throw new Error("no")'],
  [
    'ends with pages that it took and never told',
    `import { workerData } from 'node:worker_threads'
     import { claim } from './claims.js'
     for (let index = 25; index < 35; index++)
       claim(new Int32Array(workerData.claims), index, workerData.number)
     process.exit(3)`,
  ],
  [
    'ends with a page that it took to lay out and never told',
    `import { parentPort, workerData } from 'node:worker_threads'
     import { claim } from './claims.js'
     parentPort.on('message', ({ claims }) => {
       claim(new Int32Array(claims), 38, workerData.number)
       process.exit(3)
     })
     await import('./whole-worker.js')`,
  ],
  [
    'sees another site than the build',
    `import { parentPort } from 'node:worker_threads'
     parentPort.on('message', (order) => {
       order.siteUrl = 'https://example.invalid/'
     })
     await import('./whole-worker.js')`,
  ],
])(
  'A thread that %s costs no page',
  (_name, source) => {
    const book = whole?.book ?? writeBook(FEW)
    whole ??= { book, came: built(book, 2, 'whole') }
    const thread = path.join(program, 'dist/pipeline/page-worker.js')
    const before = readFileSync(thread)
    writeFileSync(path.join(path.dirname(thread), 'whole-worker.js'), before)
    try {
      writeFileSync(thread, source)
      rmSync(path.join(top, 'whole'), { recursive: true, force: true })
      expect(built(book, 2, 'whole')).toEqual(whole.came)
    } finally {
      writeFileSync(thread, before)
    }
  },
  120_000,
)
