import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { PageResult } from '../../src/core/book.ts'
import { contentHash } from '../../src/core/hash.ts'
import type { OutputPath } from '../../src/core/path.ts'
import { withEbooks } from '../../src/ebook/downloads.ts'
import type { PdfDone, PdfJob } from '../../src/ebook/pdf/job.ts'
import { keepJobs } from '../../src/ebook/pdf/kept-jobs.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { build } from '../../src/pipeline/build.ts'
import type { BuildRequest, Built, Memory } from '../../src/pipeline/built.ts'
import { type Contents, codes, page } from '../support/build-book.ts'
import { PIXEL } from './books.ts'

const BOOK: Contents = {
  'book.json': '{ "title": "A garden: north", "downloads": ["epub"] }',
  'README.md': '# Welcome\n\nTake the [spade](tools/spade.md).\n\n![a dot](dot.png)\n',
  'SUMMARY.md': '* [Welcome](README.md)\n* [Spade](tools/spade.md)\n',
  'tools/spade.md': '# Spade\n\nDigs.\n',
  'dot.png': PIXEL,
}

function buildWith(
  contents: Contents,
  memory?: Memory,
  more?: Partial<BuildRequest>,
): Promise<Built> {
  return withEbooks(build)({ files: memoryFiles(contents), ...more }, memory)
}

function bytesAt(built: Built, name: string): Uint8Array | undefined {
  const file = built.outputs.get(name as OutputPath)
  return file?.kind === 'made' && typeof file.content !== 'string' ? file.content : undefined
}

/** Every output by its hash. */
function prints(built: Built): Record<string, string> {
  return Object.fromEntries(
    [...built.outputs].map(([name, file]) => [
      name,
      file.kind === 'made' ? contentHash(file.content) : `copy of ${file.from}`,
    ]),
  )
}

describe('a site with downloads', () => {
  test('holds the ebook, and every page leads to it with its format and its size', async () => {
    const built = await buildWith(BOOK)
    const kilobytes = Math.round((bytesAt(built, 'book.epub')?.length ?? 0) / 100) / 10
    const link = (way: string): string =>
      `<a href="${way}book.epub" download="A garden north.epub">EPUB · ${kilobytes} kB</a>`
    expect(page(built, 'index.html')).toContain(link(''))
    expect(page(built, 'tools/spade.html')).toContain(link('../'))
    expect(page(built, 'handbook/contents.html')).toContain(link('../'))
    expect(codes(built)).toEqual([])
  })

  test('is the site that it was when the book offers none', async () => {
    const built = await buildWith({ ...BOOK, 'book.json': '{ "title": "A garden" }' })
    expect(built.outputs.has('book.epub' as OutputPath)).toBe(false)
    expect(page(built, 'index.html')).not.toContain('downloads')
    expect([...built.memory.results.values()].some(({ seen }) => seen !== undefined)).toBe(false)
  })

  test('has a file for each language', async () => {
    const built = await buildWith({
      'LANGS.md': '* [English](en)\n* [中文](zh)\n',
      'book.json': '{ "title": "Book", "downloads": ["epub"] }',
      'en/README.md': '# One',
      'zh/README.md': '# 一',
      'zh/book.json': '{ "language": "zh-hans" }',
    })
    expect(bytesAt(built, 'en/book.epub')?.length).toBeGreaterThan(1000)
    expect(bytesAt(built, 'zh/book.epub')?.length).toBeGreaterThan(1000)
    expect(page(built, 'zh/index.html')).toContain('<span class="sr">下载本书</span>')
    expect(page(built, 'zh/index.html')).toContain('href="book.epub"')
  })

  test('offers the file that an author made by other means', async () => {
    const own = new Uint8Array(2_340_000)
    const built = await buildWith({ ...BOOK, 'book.epub': own })
    expect(built.outputs.get('book.epub' as OutputPath)).toMatchObject({ kind: 'copied' })
    expect(page(built, 'index.html')).toContain('EPUB · 2.3 MB</a>')
  })

  test('has none for those who lay no page out', async () => {
    const built = await buildWith(BOOK, undefined, { inspect: true })
    expect(built.outputs.has('book.epub' as OutputPath)).toBe(false)
  })

  test('on a server has it for those who ask, and says no size', async () => {
    const built = await buildWith(BOOK, undefined, { defer: true })
    const file = built.outputs.get('book.epub' as OutputPath)
    if (file?.kind !== 'made') throw new Error('no ebook')
    expect(page(built, 'index.html')).toContain('download="A garden north.epub">EPUB</a>')
    expect(file.isMade?.()).toBe(false)
    expect(file.content).toEqual(bytesAt(await buildWith(BOOK), 'book.epub'))
    expect(file.isMade?.()).toBe(true)
  })

  test('says that a format is none', async () => {
    const built = await buildWith({ ...BOOK, 'book.json': '{ "downloads": ["epub", "mobi"] }' })
    expect(codes(built)).toEqual(['config/wrong-value book.json:1:25'])
    expect(built.outputs.has('book.epub' as OutputPath)).toBe(true)
  })
})

function without(book: Contents, gone: string): Contents {
  return Object.fromEntries(Object.entries(book).filter(([name]) => name !== gone))
}

describe('incremental = clean', () => {
  const edits: readonly ((book: Contents) => Contents)[] = [
    (book) => ({ ...book, 'tools/spade.md': '# Spade\n\nDigs well[^1].\n\n[^1]: Very.\n' }),
    (book) => ({ ...book, 'dot.png': new Uint8Array([...PIXEL, 0, 1, 2]) }),
    (book) => ({ ...book, 'book.json': '{ "title": "B", "downloads": [] }' }),
    (book) => ({ ...book, 'book.json': '{ "title": "B", "author": "A", "downloads": ["epub"] }' }),
    (book) => ({ ...book, 'SUMMARY.md': '* [Spade](tools/spade.md)\n' }),
    (book) => without(book, 'dot.png'),
  ]

  test('after every edit', async () => {
    let book = BOOK
    let { memory } = await buildWith(book)
    for (const edit of edits) {
      book = edit(book)
      const next = await buildWith(book, memory)
      expect(prints(next)).toEqual(prints(await buildWith(book)))
      memory = next.memory
    }
  })

  test('after a build that made none, and with results that were kept on a disk', async () => {
    const clean = await buildWith(BOOK)
    const { memory } = await build({ files: memoryFiles(BOOK) })
    expect(prints(await buildWith(BOOK, memory))).toEqual(prints(clean))
    const { cacheKey, results } = clean.memory
    const kept = [...results].map(([name, result]) => {
      return [name, JSON.parse(JSON.stringify(result)) as PageResult] as const
    })
    const again = await buildWith(BOOK, { cacheKey, results: new Map(kept) })
    expect(again.rendered).toEqual([])
    expect(prints(again)).toEqual(prints(clean))
  })
})

test('without what sets pages there is one warning for all languages, and the site without PDFs', async () => {
  vi.doMock(import('../../src/ebook/pdf/compiler.ts'), async (original) => ({
    ...(await original()),
    loadCompiler: () => Promise.resolve(undefined),
  }))
  const built = await buildWith({
    'LANGS.md': '* [English](en)\n* [中文](zh)\n',
    'book.json': '{ "title": "Book", "downloads": ["pdf", "epub"] }',
    'en/README.md': '# One',
    'zh/README.md': '# 一',
  })
  vi.doUnmock('../../src/ebook/pdf/compiler.ts')
  expect(codes(built)).toEqual(['ebook/no-compiler book.json:1:33'])
  expect(page(built, 'en/index.html')).toContain('book.epub')
  expect(page(built, 'en/index.html')).not.toContain('book.pdf')
})

describe('PDFs that were set before', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'handbook-kept-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const job: PdfJob = { main: 'words', files: [], standard: undefined, time: 1 }
  const done: PdfDone = { bytes: new Uint8Array([1, 10, 2]), pages: 3, unknownFonts: ['a'] }

  test('are not set again, by the same compiler', () => {
    const set = vi.fn(() => done)
    const kept = keepJobs(set, folder, 'one 1.0')
    expect(kept(job)).toEqual(done)
    expect(keepJobs(set, folder, 'one 1.0')(job)).toEqual(done)
    expect(set).toHaveBeenCalledTimes(1)
    keepJobs(set, folder, 'one 1.1')(job)
    kept({ ...job, files: [{ name: 'a.png', bytes: new Uint8Array(1) }] })
    expect(set).toHaveBeenCalledTimes(3)
  })

  test('are set again when a disk has changed them, and what failed stays failed', () => {
    const failed: PdfDone = { problems: ['why'] }
    const set = vi.fn(() => failed)
    const kept = keepJobs(set, folder, 'two')
    const before = new Set(readdirSync(folder))
    expect([kept(job), kept(job)]).toEqual([failed, failed])
    expect(set).toHaveBeenCalledTimes(1)
    const [own = ''] = readdirSync(folder).filter((name) => !before.has(name))
    const text = readFileSync(path.join(folder, own))
    writeFileSync(
      path.join(folder, own),
      text.map((byte, index) => byte ^ (index === 40 ? 1 : 0)),
    )
    expect(kept(job)).toEqual(failed)
    expect(set).toHaveBeenCalledTimes(2)
  })
})
