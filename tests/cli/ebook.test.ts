import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run } from '../../src/cli/program.ts'
import { loadCompiler } from '../../src/ebook/pdf/compiler.ts'

const isInstalled = (await loadCompiler()) !== undefined

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'handbook-ebook-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

async function handbook(...words: readonly string[]): Promise<{ code: number; text: string }> {
  let text = ''
  const write = (part: string): void => void (text += part)
  const terminal = { out: { write }, err: { write }, env: {}, cwd: folder }
  return { code: await run(words, terminal), text }
}

function book(files: { readonly [name: string]: string }): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, 'book', name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

test('an EPUB is written where the command is called, and its size is told', async () => {
  book({ 'README.md': '# Ponds\n' })
  const { code, text } = await handbook('epub', 'book')
  expect(code).toBe(0)
  expect(text).toMatch(/^book\.epub: 1 chapter, \d+ kB, in [\d.]+ s\n$/)
  expect(readFileSync(path.join(folder, 'book.epub'), 'latin1').slice(0, 2)).toBe('PK')
})

test('an EPUB may go to a folder that is not there yet, and where none can be the file that was named is told', async () => {
  book({ 'README.md': '# Ponds\n' })
  expect((await handbook('epub', 'book', 'out/new/ponds.epub', '-q')).code).toBe(0)
  expect(existsSync(path.join(folder, 'out/new/ponds.epub'))).toBe(true)
  const { code, text } = await handbook(
    'epub',
    'book',
    path.join('book', 'README.md', 'a.epub'),
    '-q',
  )
  expect(code).toBe(1)
  expect(text).toContain('README.md')
  expect(text).not.toContain('.handbook-')
})

test('a book in several languages has a file for each, named as GitBook named them', async () => {
  book({ 'LANGS.md': '* [A](en)\n* [B](zh)\n', 'en/README.md': '# A\n', 'zh/README.md': '# B\n' })
  expect((await handbook('epub', 'book', 'ponds.epub', '-q')).code).toBe(0)
  expect(existsSync(path.join(folder, 'ponds_en.epub'))).toBe(true)
  expect(existsSync(path.join(folder, 'ponds_zh.epub'))).toBe(true)
  expect((await handbook('epub', 'book', 'one.epub', '--language', 'zh', '-q')).code).toBe(0)
  expect(existsSync(path.join(folder, 'one.epub'))).toBe(true)
})

test('nothing is written for a language that is not there, or with --strict and a warning', async () => {
  book({ 'README.md': '# A\n\n[gone](gone.md)\n' })
  const unknown = await handbook('epub', 'book', '--language', 'fr')
  expect(unknown.code).toBe(1)
  expect(unknown.text).toContain('ebook/unknown-language')
  expect((await handbook('epub', 'book', '--strict')).code).toBe(1)
  expect(existsSync(path.join(folder, 'book.epub'))).toBe(false)
})

test('JSON tells which files there are and how large they are', async () => {
  book({ 'README.md': '# A\n' })
  const { text } = await handbook('epub', 'book', '--format', 'json')
  const file = path.join(folder, 'book.epub')
  expect(JSON.parse(text)).toMatchObject({
    ok: true,
    ebooks: [{ path: file, bytes: readFileSync(file).length }],
  })
})

test('MOBI has gone: what to do instead is said, and the status is that of wrong usage', async () => {
  const { code, text } = await handbook('mobi', 'book')
  expect(code).toBe(2)
  expect(text).toContain('handbook epub')
})

test('a standard that does not exist and a chapter that does not exist are told', async () => {
  book({ 'README.md': '# A\n' })
  expect((await handbook('pdf', 'book', '--standard', 'x-9')).code).toBe(2)
  const chapter = await handbook('pdf', 'book', '--only', 'gone.md')
  expect(chapter.code).toBe(isInstalled ? 1 : 3)
  expect(chapter.text.includes('ebook/unknown-chapter')).toBe(isInstalled)
  expect(existsSync(path.join(folder, 'book.pdf'))).toBe(false)
})

test.skipIf(!isInstalled)(
  'chapters are chosen by file or number, in the languages that have them, and an unknown one is told once',
  async () => {
    book({
      'LANGS.md': '* [A](en)\n* [B](zh)\n',
      'en/README.md': '# A\n',
      'en/SUMMARY.md': '* [A](README.md)\n* [B](b.md)\n* [C](c.md)\n',
      'en/b.md': '# B\n',
      'en/c.md': '# C\n',
      'zh/README.md': '# A\n',
    })
    const one = await handbook('pdf', 'book', '--only', 'en/b.md')
    expect(one.text).toMatch(/^book\.pdf: 1 chapter, /)
    const two = await handbook('pdf', 'book', '--language', 'en', '--only', './c.md, 1')
    expect(two.text).toMatch(/^book\.pdf: 2 chapters, /)
    const unknown = await handbook('pdf', 'book', 'x.pdf', '--only', '1,gone.md,7-9')
    expect(unknown.code).toBe(1)
    expect(unknown.text.match(/There is no chapter "[^"]*"/g)).toEqual([
      'There is no chapter "7-9"',
      'There is no chapter "gone.md"',
    ])
    expect(existsSync(path.join(folder, 'x_en.pdf'))).toBe(false)
  },
)
