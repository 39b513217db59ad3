import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { build } from '../../src/pipeline/build.ts'
import type { Built } from '../../src/pipeline/built.ts'
import { openResultsCache } from '../../src/pipeline/results-cache.ts'
import { checkBook } from '../../src/check/check.ts'
import { diskFiles } from '../../src/files/disk.ts'
import { createRandom } from '../support/random.ts'
import { writeFiles } from '../support/write-files.ts'

const base = mkdtempSync(path.join(tmpdir(), 'handbook-cache-'))
const book = path.join(base, 'book')
const folder = path.join(base, 'cache')
const numbers = Array.from({ length: 60 }, (_, index) => index)

const write = (file: string, text: string): void => {
  writeFiles(book, { [file]: text })
}
const keptFile = (end: string): string =>
  path.join(folder, readdirSync(folder).find((name) => name.endsWith(end)) ?? '')
const cacheFile = (): string => keptFile('.jsonl')
const indexFile = (): string => keptFile('.index')
const bookFile = (): string => keptFile('.book')
/** Every file of a site as text. */
const siteOf = ({ outputs }: Built): readonly string[] =>
  [...outputs.values()].map((file) =>
    file.kind === 'copied'
      ? `${file.path} <- ${file.from}`
      : `${file.path}\n${String(file.content)}`,
  )
const fresh = (): Promise<Built> => build({ files: diskFiles(book) })

/** As a command does it, in a process of its own. */
async function run(): Promise<Built> {
  const cache = openResultsCache(book, folder)
  const built = await build({ files: diskFiles(book) }, cache.load())
  cache.save(built.memory)
  return built
}

beforeEach(() => {
  rmSync(book, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
  for (const number of numbers)
    write(
      `page${number}.md`,
      `# 第 ${number} 页\n\nText. [Next](page${(number + 1) % 60}.md#top)\n`,
    )
  write('README.md', '# Book\n\n{% include "./part.md" %}\n\n{{ book.owner }}\n')
  write('part.md', 'Part one.\n')
  write('book.json', '{ "variables": { "owner": "Chen" } }')
  write('GLOSSARY.md', '# Glossary\n\n## Text\n\nWords.\n')
  write('SUMMARY.md', numbers.map((number) => `* [Page](page${number}.md)\n`).join(''))
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

test('a second run renders nothing and gives the same site', async () => {
  const first = await run()
  const cache = openResultsCache(book, folder)
  const memory = cache.load()
  const second = await build({ files: diskFiles(book) }, memory)
  expect(siteOf(second)).toEqual(siteOf(first))
  expect(second.diagnostics).toEqual(first.diagnostics)
  for (const [page, result] of second.memory.results)
    expect(result, page).toBe(memory?.results.get(page))
})

test('after any edit a run gives what a clean build gives', async () => {
  await run()
  const edits: readonly (() => void)[] = [
    () => write('page7.md', '# Seven\n\nAnother text.\n'),
    () => write('part.md', 'Part two.\n'),
    () => write('book.json', '{ "variables": { "owner": "Wang" }, "language": "zh-hans" }'),
    () => write('GLOSSARY.md', '# Glossary\n\n## Another\n\nOne more.\n'),
    () => write('SUMMARY.md', '* [Only](page3.md)\n'),
    () => rmSync(path.join(book, 'page4.md')),
    () => write('book.json', '{ "variables": { "owner": "Chen" } }'),
    () => write('SUMMARY.md', numbers.map((number) => `* [Page](page${number}.md)\n`).join('')),
    () => write('page9.md', '# Nine\n\nWords that no other page has: zebra 斑马.\n'),
    () => write('page9.md', '---\nhidden: true\n---\n# Nine\n\nA text.\n'),
    () => write('page9.md', '---\nhidden: true\n---\n# Nine\n\nAnother text.\n'),
    () => write('page9.md', '# Nine\n\nA text.\n'),
    () => write('page60.md', '# Sixty\n'),
    () => write('GLOSSARY.md', '# Glossary\n\n## Text\n\nA thing.\n'),
    () => rmSync(path.join(book, 'GLOSSARY.md')),
  ]
  for (const edit of edits) {
    edit()
    // oxlint-disable-next-line no-await-in-loop -- edits follow each other
    const [again, clean] = [await run(), await fresh()]
    expect(siteOf(again)).toEqual(siteOf(clean))
    expect(again.diagnostics).toEqual(clean.diagnostics)
  }
})

test('a check uses what a check kept, and a build may use it too', async () => {
  const clean = await checkBook({ files: diskFiles(book) })
  const cache = openResultsCache(book, folder)
  cache.save((await build({ files: diskFiles(book) })).memory)
  const afterBuild = await checkBook(
    { files: diskFiles(book) },
    openResultsCache(book, folder).load(),
  )
  expect(afterBuild.diagnostics).toEqual(clean.diagnostics)
  expect(afterBuild.results).toEqual(clean.results)

  cache.save(afterBuild.memory)
  const kept = openResultsCache(book, folder).load()
  const again = await checkBook({ files: diskFiles(book) }, kept)
  expect(again.diagnostics).toEqual(clean.diagnostics)
  for (const [page, result] of again.results) expect(result, page).toBe(kept?.results.get(page))
  const built = await build({ files: diskFiles(book) }, openResultsCache(book, folder).load())
  expect(siteOf(built)).toEqual(siteOf(await fresh()))
})

test.each([
  ['nothing', () => rmSync(folder, { recursive: true })],
  ['an empty file', () => writeFileSync(cacheFile(), '')],
  ['noise', () => writeFileSync(cacheFile(), '{"format":2}\n{{{\n')],
  [
    'a head that was changed',
    () =>
      writeFileSync(
        cacheFile(),
        readFileSync(cacheFile(), 'utf8').replace(/"cacheKey":"../, '"cacheKey":"zz'),
      ),
  ],
  [
    'what another program wrote',
    () =>
      writeFileSync(
        cacheFile(),
        readFileSync(cacheFile(), 'utf8').replace(/"program":"../, '"program":"zz'),
      ),
  ],
])('%s is no cache, and no failure', async (_name, spoil) => {
  await run()
  spoil()
  expect(openResultsCache(book, folder).load()).toBeUndefined()
  expect(siteOf(await run())).toEqual(siteOf(await fresh()))
})

test.each([
  ['lines', cacheFile],
  ['parts', () => keptFile('.parts')],
])('what a disk has changed in the %s is made anew, and the rest is used', async (_name, place) => {
  const random = createRandom(7)
  await run()
  const file = place()
  const whole = readFileSync(file)
  const clean = siteOf(await fresh())
  const head = file === cacheFile() ? whole.indexOf(10) : -1
  const all = openResultsCache(book, folder).load()?.results.size ?? 0
  for (let round = 0; round < 40; round++) {
    const bytes = Buffer.from(whole)
    const at = head + 1 + random.below(bytes.length - head - 1)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
    writeFileSync(file, bytes)
    const kept = openResultsCache(book, folder).load()
    expect([all, all - 1, all - 2]).toContain(kept?.results.size)
    // oxlint-disable-next-line no-await-in-loop -- builds follow each other
    const built = await build({ files: diskFiles(book) }, kept)
    expect(siteOf(built), `a bit at ${at}`).toEqual(clean)
  }
  writeFileSync(file, whole.subarray(0, Math.floor(whole.length / 2)))
  const some = openResultsCache(book, folder).load()?.results.size ?? 0
  expect(some).toBeGreaterThan(1)
  expect(some).toBeLessThan(all)
  expect(siteOf(await run())).toEqual(clean)
  expect(openResultsCache(book, folder).load()?.results.size).toBe(all)
})

test.each([
  ['no parts', () => rmSync(keptFile('.parts'))],
  ['those of another build', () => writeFileSync(keptFile('.parts'), oldParts)],
  ['noise', () => writeFileSync(keptFile('.parts'), Buffer.alloc(oldParts.length, 7))],
  ['their beginning', () => writeFileSync(keptFile('.parts'), oldParts.subarray(0, 3000))],
])('with %s kept, the site is that of a clean build', async (_name, spoil) => {
  await run()
  oldParts = readFileSync(keptFile('.parts'))
  write('page5.md', '# Five\n\nAnother text.\n')
  await run()
  spoil()
  write('SUMMARY.md', numbers.map((number) => `* [P](page${number}.md)\n`).join(''))
  expect(siteOf(await run())).toEqual(siteOf(await fresh()))
  expect(siteOf(await run())).toEqual(siteOf(await fresh()))
})
let oldParts = Buffer.alloc(0)

test('parts that are changed while they are in use are made anew', async () => {
  await run()
  const kept = openResultsCache(book, folder).load()
  writeFileSync(keptFile('.parts'), 'noise')
  // The title is on every page: each is laid out again.
  write('book.json', '{ "title": "Another", "variables": { "owner": "Chen" } }')
  const built = await build({ files: diskFiles(book) }, kept)
  expect(siteOf(built)).toEqual(siteOf(await fresh()))
  expect(openResultsCache(book, folder).load()).toBeUndefined()
})

test('parts stay readable when another run puts others in their place', async () => {
  await run()
  const kept = openResultsCache(book, folder).load()
  const texts = [...(kept?.results.values() ?? [])].map(({ html }) => html)
  rmSync(folder, { recursive: true })
  write('page3.md', '# Three\n\nA longer text than it had before.\n')
  await run()
  expect([...(kept?.results.values() ?? [])].map(({ html }) => html)).toEqual(texts)
})

const changed = (file: string, from: RegExp, to: string): void =>
  writeFileSync(file, readFileSync(file, 'latin1').replace(from, to), 'latin1')

test.each([
  ['no index', () => rmSync(indexFile())],
  ['an empty one', () => writeFileSync(indexFile(), '')],
  ['its beginning', () => writeFileSync(indexFile(), readFileSync(indexFile()).subarray(0, 9000))],
  ['all but its end', () => writeFileSync(indexFile(), readFileSync(indexFile()).subarray(0, -2))],
  ['one of another program', () => changed(indexFile(), /"program":"../, '"program":"zz')],
  ['one of another time', () => writeFileSync(indexFile(), oldIndex)],
  ['noise', () => writeFileSync(indexFile(), Buffer.alloc(5000, 7))],
])('with %s kept, the search index is that of a clean build', async (_name, spoil) => {
  await run()
  oldIndex = readFileSync(indexFile())
  write('page5.md', '# Five\n\nMore and other words.\n')
  await run()
  spoil()
  write('page8.md', '# Eight\n\nStill other words.\n')
  expect(siteOf(await run())).toEqual(siteOf(await fresh()))
  expect(siteOf(await run())).toEqual(siteOf(await fresh()))
})
let oldIndex = Buffer.alloc(0)

test.each([
  ['no book', () => rmSync(bookFile())],
  ['an empty one', () => writeFileSync(bookFile(), '')],
  ['its beginning', () => writeFileSync(bookFile(), readFileSync(bookFile()).subarray(0, 2000))],
  ['one of another program', () => changed(bookFile(), /"program":"../, '"program":"zz')],
  ['one with another title', () => changed(bookFile(), /"title":"Page"/, '"title":"Pagf"')],
  ['noise', () => writeFileSync(bookFile(), Buffer.alloc(5000, 7))],
])('with %s kept, the site is that of a clean build', async (_name, spoil) => {
  await run()
  spoil()
  expect(openResultsCache(book, folder).load()?.loaded?.()).toBeUndefined()
  expect(siteOf(await run())).toEqual(siteOf(await fresh()))
  expect(openResultsCache(book, folder).load()?.loaded?.()).toBeDefined()
})

test('a book is not read again when only the text of a page is another', async () => {
  await run()
  write('page7.md', '# Seven\n\nAnother text.\n')
  const kept = openResultsCache(book, folder).load()
  const built = await build({ files: diskFiles(book) }, kept)
  expect(built.book).toBe(kept?.loaded?.()?.outcome.value)
  write('page7.md', '---\nhidden: true\n---\n# Seven\n\nAnother text.\n')
  const again = await build({ files: diskFiles(book) }, built.memory)
  expect(again.book).not.toBe(built.book)
})

test('an index in which a disk has changed anything is not used', async () => {
  const random = createRandom(8)
  await run()
  const whole = readFileSync(indexFile())
  for (let round = 0; round < 40; round++) {
    const bytes = Buffer.from(whole)
    const at = random.below(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
    writeFileSync(indexFile(), bytes)
    expect(openResultsCache(book, folder).load()?.indexes?.().size, `a bit at ${at}`).toBe(0)
  }
  writeFileSync(indexFile(), whole)
  expect(openResultsCache(book, folder).load()?.indexes?.().size).toBe(1)
})

test('a folder that cannot be written is no failure', async () => {
  const file = path.join(base, 'file')
  writeFileSync(file, '')
  const { memory } = await fresh()
  expect(() => openResultsCache(book, path.join(file, 'below')).save(memory)).not.toThrow()
})

test('a small book keeps nothing, and equal results are not written again', async () => {
  write('SUMMARY.md', '* [Page](page1.md)\n')
  write('page1.md', '# One\n')
  await run()
  expect(existsSync(folder)).toBe(false)

  write('SUMMARY.md', numbers.map((number) => `* [Page](page${number}.md)\n`).join(''))
  await run()
  const old = new Date('2020-01-01')
  utimesSync(cacheFile(), old, old)
  await run()
  expect(readdirSync(folder)).toHaveLength(4)
  expect(readFileSync(cacheFile(), 'utf8')).toContain('第 59 页')
})

test('caches that nobody used for months are deleted', async () => {
  mkdirSync(folder, { recursive: true })
  const stale = path.join(folder, 'gone.jsonl')
  writeFileSync(stale, '')
  utimesSync(stale, new Date('2020-01-01'), new Date('2020-01-01'))
  await run()
  expect(existsSync(stale)).toBe(false)
})

test('a page with text of another repository is rendered in each run', async () => {
  write('page9.md', '# Nine\n\n{% include "git+https://example.org/a/b.git/c.md" %}\n')
  await run()
  const kept = openResultsCache(book, folder).load()
  expect(kept?.results.size).toBe(61)
  expect([...(kept?.results.keys() ?? [])]).not.toContain('page9.md')
})
