import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeBook } from '../../scripts/bench/book.ts'
import {
  hugoBookFiles,
  hugoFiles,
  mdbookFiles,
  mkdocsFiles,
  vitepressFiles,
} from '../../scripts/bench/generator-files.ts'
import { findGenerators, handbookGenerator } from '../../scripts/bench/generators.ts'
import { measure } from '../../scripts/bench/measure.ts'
import { median, table } from '../../scripts/bench/table.ts'

const book = mkdtempSync(path.join(os.tmpdir(), 'handbook-bench-test-'))
writeBook(12, book)
afterAll(() => rmSync(book, { recursive: true, force: true }))

test('the same number of pages gives the same book', () => {
  const read = (): string => readFileSync(path.join(book, 'part-1/chapter-2/page-1.md'), 'utf8')
  const first = read()
  writeBook(12, book)
  expect(read()).toBe(first)
})

test('a table of Markdown is as wide as its widest cells', () => {
  expect(table([['a', 'longer'], ['wide', 'b'], ['']])).toBe(
    ['| a    | longer |', '| ---- | ------ |', '| wide | b      |', '|      |        |'].join('\n'),
  )
})

test('the median is the upper middle, and 0 of nothing', () => {
  expect([median([3, 1, 2]), median([1, 2]), median([])]).toEqual([2, 2, 0])
})

test('a process is measured by itself: its time, and the most memory that it had', () => {
  const script = path.join(book, 'work.mjs')
  writeFileSync(script, 'const kept = Buffer.alloc(64e6, 1)\nif (kept.length === 0) throw kept\n')
  const idle = path.join(book, 'idle.mjs')
  writeFileSync(idle, '')
  const [worked, idled] = [measure(script, [], book), measure(idle, [], book)]
  expect(idled.cpuMs).toBeGreaterThan(0)
  expect(idled.wallMs).toBeGreaterThan(0)
  expect(worked.peakMb - idled.peakMb).toBeGreaterThan(40)
})

test('VitePress gets the chapters as a sidebar, and local search', () => {
  const text = vitepressFiles(book)['.vitepress/config.mjs'] ?? ''
  const config = JSON.parse(text.replace('export default ', ''))
  expect(config.themeConfig.search).toEqual({ provider: 'local' })
  expect(config.themeConfig.sidebar).toMatchObject([
    { text: 'Start', items: [{ link: '/' }] },
    { text: 'Part 1', items: [{ link: '/part-1/chapter-1/' }, { link: '/part-1/chapter-2/' }] },
  ])
  expect(config.themeConfig.sidebar[1].items[0].items).toHaveLength(9)
})

test('MkDocs gets the chapters as its navigation', () => {
  const options = { theme: 'material', extensions: ['pymdownx.highlight'] }
  const config = JSON.parse(mkdocsFiles(book, options)['mkdocs.yml'] ?? '')
  expect(config).toMatchObject({
    theme: { name: 'material' },
    markdown_extensions: ['pymdownx.highlight'],
  })
  expect(Object.values(config.nav[1]['Part 1'][0])[0]).toHaveLength(10)
})

test('Hugo gets every page once, with its title and place', () => {
  const files = hugoFiles(book)
  const pages = Object.keys(files).filter((name) => name.startsWith('content/'))
  expect(pages).toHaveLength(13)
  expect(files['content/part-1/chapter-1/_index.md']).toMatch(
    /^---\ntitle: ".+"\nweight: 2\n---\n#/,
  )
})

test('Hugo as a book has the same pages, the whole tree in each, and texts for a search', () => {
  const [plain, asBook] = [hugoFiles(book), hugoBookFiles(book)]
  const [plainPages, pages] = [plain, asBook].map((files) =>
    Object.entries(files).filter(([name]) => name.startsWith('content/')),
  )
  expect(pages).toEqual(plainPages)
  expect(asBook['layouts/_default/single.html']).toContain('book-tree.html')
  expect(asBook['layouts/_default/list.html']).toBe(asBook['layouts/_default/single.html'])
  expect(JSON.parse(asBook['config.json'] ?? '')).toMatchObject({
    title: 'A measured handbook',
    outputs: { home: ['HTML', 'JSON'] },
  })
})

test('mdBook gets the start page first, and parts with their chapters and pages', () => {
  const lines = (mdbookFiles(book)['src/SUMMARY.md'] ?? '').split('\n')
  expect(lines[0]).toBe('# Summary')
  expect(lines[2]).toMatch(/^\[.+\]\(README\.md\)$/)
  expect(lines[4]).toBe('# Part 1')
  expect(lines.filter((line) => line.startsWith('- ['))).toHaveLength(2)
  expect(lines.filter((line) => line.startsWith('  - ['))).toHaveLength(10)
})

test('peers that are not installed are left out', () => {
  const names = findGenerators('/nowhere').map(({ name }) => name)
  expect(names.filter((name) => /HonKit|VitePress/.test(name))).toEqual([])
})

test('handbook builds into the folder it is given', () => {
  const build = handbookGenerator.prepare('/book', '/out')
  expect(build.site).toBe(path.join('/out', 'site'))
  expect(build.args).toContain('/book')
})
