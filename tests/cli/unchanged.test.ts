// A build with nothing changed ends before it begins. Whatever is edited, and wherever, the site, the words and the exit
// code are those of a build that remembers nothing.
import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { environmentOf } from '../../src/cli/environment.ts'
import { run } from '../../src/cli/program.ts'
import type { OutputFile } from '../../src/core/output-file.ts'
import { diskFiles } from '../../src/files/disk.ts'
import type { KnownOutputs } from '../../src/files/known-outputs.ts'
import { build as buildBook } from '../../src/pipeline/build.ts'
import type { OutputPath } from '../../src/core/path.ts'
import { openLastBuild } from '../../src/pipeline/last-build.ts'
import { openResultsCache } from '../../src/pipeline/results-cache.ts'
import { createRandom } from '../support/random.ts'
import { writeFiles } from '../support/write-files.ts'

const base = mkdtempSync(path.join(tmpdir(), 'handbook-unchanged-'))
const book = path.join(base, 'book')
const site = path.join(base, 'site')
const caches = path.join(base, 'caches')
const records = path.join(caches, 'handbook/builds')
afterAll(() => rmSync(base, { recursive: true, force: true }))

const put = (file: string, text: string): void => {
  writeFiles(base, { [file]: text })
}

interface Said {
  readonly exitCode: number
  readonly out: string
  readonly err: string
}

async function build(output: string, ...flags: readonly string[]): Promise<Said> {
  let [out, err] = ['', '']
  const exitCode = await run(['build', 'book', output, ...flags], {
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    env: { LANG: 'en_US.UTF-8', XDG_CACHE_HOME: caches },
    cwd: base,
  })
  // A clean build has no site yet that could stay as it was.
  const words = err.replace('; site is as it was', '').replaceAll('\nNothing was written', '')
  return { exitCode, out: out.replaceAll(/[\d.]+ s\n/g, ''), err: words }
}

/** Would a build now do nothing? */
async function isKnown(): Promise<boolean> {
  const place = {
    bookDir: book,
    outputDir: site,
    wish: { trust: 'full', environment: environmentOf(book, {}) },
    unfinished: 'x',
  }
  return (await openLastBuild(place, records).repeat(diskFiles(book))) !== undefined
}

function contentOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
  return Object.fromEntries(
    files.map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]),
  )
}

/** What a build that remembers nothing makes of the book as it is now. It is made once for equal files. */
let clean: { readonly of: unknown; readonly said: Said; readonly site: unknown } | undefined

async function cleanBuild(): Promise<NonNullable<typeof clean>> {
  const now = contentOf(book)
  if (clean !== undefined && isDeepStrictEqual(clean.of, now)) return clean
  const folder = path.join(base, 'clean')
  rmSync(folder, { recursive: true, force: true })
  const said = await build('clean', '--no-cache')
  clean = { of: now, said, site: said.exitCode === 0 ? contentOf(folder) : undefined }
  return clean
}

/** Builds, and compares with a build that remembers nothing. */
async function same(what: string): Promise<void> {
  const { exitCode, err } = await build('site')
  const { said, site: expected } = await cleanBuild()
  expect({ what, exitCode, err }).toEqual({ what, exitCode: said.exitCode, err: said.err })
  if (expected !== undefined)
    expect({ what, site: contentOf(site) }).toEqual({ what, site: expected })
}

beforeEach(() => {
  for (const folder of [book, site, caches]) rmSync(folder, { recursive: true, force: true })
  put('book/one.md', '# One\n\n{% include "./part.md" %}\n')
  put('book/part.md', 'Part.\n')
  put('book/SUMMARY.md', '* [Start](README.md)\n* [One](one.md)\n')
  // Results of smaller books are not kept.
  for (let page = 0; page < 50; page += 1)
    put(`book/more/${page}.md`, `# Page ${page}\n\n[Next](${(page + 1) % 50}.md), *word*\n`)
  put(
    'book/README.md',
    '# Start\n\n[One](one.md), [missing](later.md), [more](more/0.md)\n\n![](a.png)\n',
  )
  put('book/data.csv', 'a,b\n')
  put('book/.bookignore', 'drafts\n')
  put('book/drafts/x.md', 'draft\n')
})

test('a second build says the same, and knows it from what it kept', async () => {
  const first = await build('site')
  expect(first.err).toContain('later.md')
  expect(await isKnown()).toBe(true)
  const before = contentOf(site)
  const second = await build('site')
  expect(second).toEqual({
    exitCode: 0,
    err: first.err,
    out: first.out.replace(/(\d+) files written/, '0 files written ($1 unchanged)'),
  })
  expect(contentOf(site)).toEqual(before)
})

function isStill(file: OutputFile, { stampOf }: KnownOutputs): boolean {
  const stats = lstatSync(path.join(site, file.path), { throwIfNoEntry: false })
  return stats !== undefined && stampOf(file, stats) !== undefined
}

/** The pages that a build would not lay out. */
async function known(): Promise<readonly string[]> {
  const files = diskFiles(book)
  const memory = openResultsCache(book, path.join(caches, 'handbook/pages')).load()
  const { outputs } = await buildBook({ files, environment: {}, once: true }, memory)
  const place = { bookDir: book, outputDir: site, wish: {}, unfinished: 'x' }
  const { outputs: before } = openLastBuild(place, records)
  return [...outputs.values()].filter((file) => isStill(file, before)).map((file) => file.path)
}

test('after an edit only what it touches is laid out', async () => {
  await build('site')
  const before = await known()
  expect(before).toContain('more/0.html')
  expect(before).toContain('more/0.md')
  put('book/more/0.md', '# Page 0\n\nAnother [text](1.md)\n')
  // All terms of a small book are in one file of the index.
  const after = before.filter((name) => !/^(?:more\/0\.|handbook\/search\/)/.test(name))
  expect(await known()).toEqual(after)
  // Whatever became of it: it is compared with what it should be.
  appendFileSync(path.join(site, 'more/1.html'), ' ')
  expect(await known()).toEqual(after.filter((name) => name !== 'more/1.html'))
  put('book/book.json', '{ "title": "Another" }')
  expect(await known()).toEqual([])
})

test('after an edit the page for printing is made of what it has, but for the page that was edited', async () => {
  for (let page = 0; page < 50; page += 1)
    appendFileSync(path.join(book, 'SUMMARY.md'), `* [Page ${page}](more/${page}.md)\n`)
  await build('site')
  const name = 'handbook/print.html' as OutputPath
  const print = path.join(site, name)
  const before = readFileSync(print, 'utf8')
  const place = { bookDir: book, outputDir: site, wish: {}, unfinished: 'x' }
  expect(openLastBuild(place, records).outputs.partsOf(name)?.length).toBe(53)
  put('book/more/7.md', '# Page 7\n\nLonger, [much](1.md) longer text\n')
  await same('a longer page')
  expect(readFileSync(print, 'utf8')).not.toBe(before)
  put('book/more/7.md', '# Page 7\n\n[Next](8.md), *word*\n')
  await same('the page as it was')
  expect(readFileSync(print, 'utf8')).toBe(before)
  writeFileSync(print, before.replace('Page 9', 'Page 8'))
  expect(openLastBuild(place, records).outputs.partsOf(name)).toBe(undefined)
  put('book/more/7.md', '# Page 7\n\nShort\n')
  await same('a page for printing that somebody has edited')
})

/** What was said as JSON, without the time that it took. */
const read = ({ out }: Said): unknown => ({ ...(JSON.parse(out) as object), seconds: 0 })

test('as JSON it says the same, too', async () => {
  await build('site')
  const kept = read(await build('site', '--format', 'json'))
  expect(kept).toEqual(read(await build('site', '--format', 'json', '--no-cache')))
})

test('warnings that were fine are none with --strict, and nothing is written', async () => {
  await build('site')
  const strict = await build('site', '--strict')
  expect(strict.exitCode).toBe(1)
  expect(strict).toEqual(await build('site', '--strict', '--no-cache'))
})

test('nothing is kept or used with --no-cache, or of a book of a stranger', async () => {
  await build('site', '--no-cache')
  await build('site', '--untrusted')
  expect(existsSync(records)).toBe(false)
})

/** Whatever may happen to a book, its site or what is kept, each within the same tick as the build before it. */
const happenings: readonly (readonly [string, (turn: number) => void])[] = [
  ['nothing', () => {}],
  ['a page', (turn) => put('book/one.md', `# One\n\nText ${turn}\n`)],
  ['a page of the same length', (turn) => put('book/part.md', `Par${turn % 10}.\n`)],
  [
    'a page of the same length and time',
    (turn) => {
      const file = path.join(book, 'part.md')
      const { atime, mtime } = existsSync(file) ? lstatSync(file) : { atime: 0, mtime: 0 }
      put('book/part.md', `Pa${(turn + 5) % 10}t.\n`)
      utimesSync(file, atime, mtime)
    },
  ],
  [
    'a page from the future',
    (turn) => {
      put('book/part.md', `P${turn % 10}rt.\n`)
      utimesSync(path.join(book, 'part.md'), 4e9, 4e9)
    },
  ],
  [
    'another file in its place',
    (turn) => {
      put('other', `${turn % 10}art.\n`)
      renameSync(path.join(base, 'other'), path.join(book, 'part.md'))
    },
  ],
  ['a page that a link waited for', (turn) => put('book/later.md', `# Later ${turn}\n`)],
  ['that page gone', () => rmSync(path.join(book, 'later.md'), { force: true })],
  ['an image', (turn) => put('book/a.png', `png ${turn}`)],
  ['an image gone', () => rmSync(path.join(book, 'a.png'), { force: true })],
  ['a file that is copied', (turn) => put('book/data.csv', `a,${turn % 10}\n`)],
  ['SUMMARY', (turn) => put('book/SUMMARY.md', `* [Start ${turn}](README.md)\n`)],
  ['the title', (turn) => put('book/book.json', `{ "title": "Book ${turn}" }`)],
  ['a broken configuration', () => put('book/book.json', '{')],
  ['a mended configuration', () => put('book/book.json', '{}')],
  ['a program', (turn) => put('book/book.js', `module.exports = { title: '${turn}' }`)],
  ['no program', () => rmSync(path.join(book, 'book.js'), { force: true })],
  ['what is ignored', () => appendFileSync(path.join(book, '.bookignore'), 'data.csv\n')],
  ['what is ignored no more', () => put('book/.bookignore', '')],
  ['a layout', (turn) => put('book/_layouts/partials/footer.hbs', `<p>${turn}</p>`)],
  ['no layout', () => rmSync(path.join(book, '_layouts'), { recursive: true, force: true })],
  ['an empty page', () => put('book/drafts/y.md', '')],
  ['an output edited', () => appendFileSync(path.join(site, 'index.html'), 'x')],
  [
    'an output of the same length',
    () => {
      const file = path.join(site, 'index.html')
      if (existsSync(file)) writeFileSync(file, readFileSync(file, 'utf8').replace('<p', '<q'))
    },
  ],
  ['an output gone', () => rmSync(path.join(site, 'one.html'), { force: true })],
  ['the site gone', () => rmSync(site, { recursive: true, force: true })],
  [
    'a half-written file of somebody killed',
    () => put('site/.handbook-tmp/0', readFileSync(path.join(book, 'README.md'), 'utf8')),
  ],
  ['a record cut short', () => withRecord((file) => truncateSync(file, 200))],
  [
    'a record with a changed byte',
    () =>
      withRecord((file) =>
        writeFileSync(file, readFileSync(file, 'utf8').replace('"pages":', '"paged":')),
      ),
  ],
  ['no record', () => rmSync(caches, { recursive: true, force: true })],
]

function withRecord(change: (file: string) => void): void {
  if (!existsSync(records)) return
  for (const name of readdirSync(records)) change(path.join(records, name))
}

test('after each of what may happen, the site is that of a clean build', async () => {
  await build('site')
  for (const [turn, [name, happen]] of happenings.entries()) {
    happen(turn)
    await same(name)
    await same(`${name}, and nothing`)
  }
})

test.each([1, 2, 3])('in any order (%i)', async (seed) => {
  const random = createRandom(seed)
  await build('site')
  for (let turn = 0; turn < 25; turn += 1) {
    const [name, happen] = random.pick(happenings)
    happen(turn)
    await same(`${turn}: ${name}`)
  }
})

test('a file that was edited while the clock stood still is read', async () => {
  await build('site')
  // As often as the clock of a file system may tick in between.
  for (let turn = 0; turn < 20; turn += 1) {
    put('book/part.md', `Par${turn % 10}.\n`)
    await build('site')
    expect(readFileSync(path.join(site, 'one.html'), 'utf8')).toContain(`Par${turn % 10}.`)
  }
})

test('two builds at once leave what a clean build gives, and know it', async () => {
  await Promise.all([build('site'), build('site'), build('site')])
  await same('three at once')
  put('book/one.md', '# Two\n')
  await Promise.all([build('site'), build('site')])
  await same('two after an edit')
  expect(await isKnown()).toBe(true)
})

test('another address of the site is another site', async () => {
  await build('site')
  const environment = { ...environmentOf(book, {}), siteUrl: 'https://example.org/' }
  const wish = { trust: 'full', environment }
  const place = { bookDir: book, outputDir: site, wish, unfinished: 'x' }
  expect(await openLastBuild(place, records).repeat(diskFiles(book))).toBe(undefined)
})

test('a folder of the site that a link replaced is looked at', async () => {
  put('book/guide/a.md', '# A\n')
  appendFileSync(path.join(book, 'SUMMARY.md'), '* [A](guide/a.md)\n')
  await build('site')
  renameSync(path.join(site, 'guide'), path.join(base, 'moved'))
  symlinkSync(path.join(base, 'moved'), path.join(site, 'guide'))
  expect(await isKnown()).toBe(false)
  rmSync(path.join(base, 'moved'), { recursive: true })
  rmSync(path.join(site, 'guide'))
})

const git = (...args: readonly string[]): void => {
  const settings = ['-c', 'user.name=A', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...settings, ...args], { cwd: book, stdio: 'ignore' })
}

describe('a book with dates', () => {
  test('is looked at again when its history is another', async () => {
    put('book/book.json', '{ "dates": true }')
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'one', '--date', '2020-01-01T00:00:00Z')
    await build('site')
    expect(await isKnown()).toBe(true)
    git('commit', '-q', '--amend', '-m', 'two')
    expect(await isKnown()).toBe(false)
    await same('another commit')
  })
})
