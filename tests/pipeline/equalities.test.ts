import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { checkBook } from '../../src/check/check.ts'
import { build } from '../../src/pipeline/build.ts'
import type { Memory } from '../../src/pipeline/built.ts'
import { diskFiles } from '../../src/files/disk.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { type Contents, buildBook, site } from '../support/build-book.ts'

const base: Contents = {
  'book.json': '{ "title": "手册", "language": "zh-cn" }',
  'README.md': '# 开始\n\n见[安装](guide/install.md#步骤)和 [missing](later.md)。\n',
  'SUMMARY.md':
    '# Summary\n\n* [开始](README.md)\n* [指南](guide/README.md)\n  * [安装](guide/install.md)\n\n## 参考\n\n* [命令](reference.md)\n',
  'guide/README.md': '# 指南\n\n![图](../images/a.png)\n',
  'guide/install.md': '# 安装\n\n## 步骤\n\n```bash\n$ handbook build\n```\n',
  'reference.md': '# 命令\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n[extra](extra.md)\n',
  'extra.md': '# Extra\n\n[back](README.md)\n',
  'images/a.png': 'not really an image',
  'files/zoo.cfg': 'tickTime=2000\n',
}

function without(book: Contents, ...paths: readonly string[]): Contents {
  return Object.fromEntries(Object.entries(book).filter(([path]) => !paths.includes(path)))
}

/** A sequence of edits: each gives the book after it. */
const edits: readonly (readonly [string, (book: Contents) => Contents])[] = [
  ['a page', (book) => ({ ...book, 'guide/install.md': '# 安装\n\n## 第一步\n\ntext\n' })],
  ['a page that a link waited for', (book) => ({ ...book, 'later.md': '# Later\n' })],
  [
    'SUMMARY',
    (book) => ({ ...book, 'SUMMARY.md': `${String(book['SUMMARY.md'])}* [Later](later.md)\n` }),
  ],
  [
    'a renamed title',
    (book) => ({ ...book, 'book.json': '{ "title": "Handbuch", "language": "de" }' }),
  ],
  ['a style sheet', (book) => ({ ...book, 'styles/website.css': 'p { color: teal }' })],
  ['a hidden page', (book) => ({ ...book, 'extra.md': '---\nhidden: true\n---\n# Extra\n' })],
  ['its text', (book) => ({ ...book, 'extra.md': '---\nhidden: true\n---\n# Extra\n\nMore\n' })],
  ['a deleted page', (book) => without(book, 'reference.md')],
  ['a broken configuration', (book) => ({ ...book, 'book.json': '{ "title": ' })],
  ['a mended configuration', (book) => ({ ...book, 'book.json': '{ "title": "Handbuch" }' })],
  [
    'a layout of the book',
    (book) => ({ ...book, '_layouts/partials/footer.hbs': '<p>footer</p>' }),
  ],
  ['languages', (book) => ({ ...book, 'LANGS.md': '* [中文](zh)\n', 'zh/README.md': '# 中文\n' })],
  ['no languages', (book) => without(book, 'LANGS.md', 'zh/README.md')],
]

describe('incremental = clean', () => {
  test('after every edit, in sequence', async () => {
    let book = base
    let memory: Memory | undefined = (await buildBook(base)).memory
    for (const [name, edit] of edits) {
      book = edit(book)
      const incremental = await buildBook(book, memory)
      const clean = await buildBook(book)
      expect({ name, site: site(incremental), diagnostics: incremental.diagnostics }).toEqual({
        name,
        site: site(clean),
        diagnostics: clean.diagnostics,
      })
      memory = incremental.memory
    }
  })

  test('after a check of the book, which lays no page out', async () => {
    const checked = await checkBook({ files: memoryFiles(base) })
    expect(site(await buildBook(base, checked.memory))).toEqual(site(await buildBook(base)))
  })

  test('an edit renders only the pages that looked at what changed', async () => {
    const { memory } = await buildBook(base)
    const same = await buildBook(base, memory)
    expect(same.rendered).toEqual([])
    const edited = await buildBook({ ...base, 'guide/install.md': '# 安装\n' }, memory)
    expect(edited.rendered).toEqual(['guide/install.md'])
    const created = await buildBook({ ...base, 'later.md': '# Later\n' }, memory)
    expect(created.rendered).toEqual(['README.md', 'later.md'])
  })
})

describe('memory = disk', () => {
  const folders: string[] = []
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))
  afterEach(() => vi.unstubAllEnvs())

  function onDisk(book: Contents): string {
    const folder = mkdtempSync(join(os.tmpdir(), 'handbook-equal-'))
    folders.push(folder)
    for (const [name, text] of Object.entries(book)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    return folder
  }

  test('for the book and after each edit', async () => {
    let book = base
    for (const [, edit] of [['the book', (same: Contents) => same] as const, ...edits]) {
      book = edit(book)
      const fromDisk = await build({ files: diskFiles(onDisk(book)) })
      const fromMemory = await buildBook(book)
      expect(site(fromDisk)).toEqual(site(fromMemory))
      expect(fromDisk.diagnostics).toEqual(fromMemory.diagnostics)
    }
  })

  test('the same bytes in another folder, time zone and locale', async () => {
    const offset = new Date(0).getTimezoneOffset()
    const first = site(await build({ files: diskFiles(onDisk(base)) }))
    vi.stubEnv('TZ', 'Pacific/Kiritimati')
    vi.stubEnv('LC_ALL', 'tr_TR.UTF-8')
    vi.stubEnv('LANG', 'tr_TR')
    expect(new Date(0).getTimezoneOffset()).not.toBe(offset)
    const second = site(await build({ files: diskFiles(onDisk(base)) }))
    vi.unstubAllEnvs()
    expect(new Date(0).getTimezoneOffset()).toBe(offset)
    expect(second).toEqual(first)
  })
})
