import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { build } from '../../src/pipeline/build.ts'
import type { BuildRequest, Built } from '../../src/pipeline/built.ts'
import type { BookPath } from '../../src/core/path.ts'
import { diskFiles } from '../../src/files/disk.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { type Contents, codes, page, site } from '../support/build-book.ts'

const mtime = '{{ file.mtime }}|{{ file.mtime | date("YYYY-MM-DD") }}'
const book: Contents = {
  'README.md': `# 开始\r\n\r\n${mtime}\r\n`,
  'SUMMARY.md': '* [开始](README.md)\n* [A](a.md)\n',
  'a.md': '# A\n',
}
const dates = new Map([['README.md' as BookPath, '2024-05-06T07:08:09Z']])

const inMemory = (contents: Contents, request: Omit<BuildRequest, 'files'> = {}): Promise<Built> =>
  build({ files: memoryFiles(contents), ...request })

describe('the date of a file in templates', () => {
  test('is that of its last change, written the same way everywhere', async () => {
    const built = await inMemory(book, { dates })
    expect(page(built, 'index.html')).toContain('2024-05-06T07:08:09.000Z|2024-05-06')
    expect(codes(built)).toEqual([])
  })

  test('is nothing where nobody knows it', async () => {
    const built = await inMemory(book)
    expect(codes(built)).toContain('template/undefined-value README.md:3:1')
  })

  test('is asked again by the next build', async () => {
    const before = await inMemory(book, { dates })
    const later = new Map([['README.md' as BookPath, '2025-01-01T00:00:00Z']])
    const files = memoryFiles(book)
    const same = await build({ files, dates }, before.memory)
    expect(same.rendered).toEqual([])
    const after = await build({ files, dates: later }, before.memory)
    expect(after.rendered).toEqual(['README.md'])
    expect(site(after)).toEqual(site(await inMemory(book, { dates: later })))
  })
})

test('the time of the build that GitBook told is the date of the last change of the book', async () => {
  const contents = {
    ...book,
    'README.md': '# A\n\n{{ gitbook.time|date("MM/DD/YYYY hh:mm:ss") }}, {{ honkit.time }}\n',
  }
  const known = new Map([...dates, ['a.md' as BookPath, '2024-05-07T01:00:00Z']])
  const before = await inMemory(contents, { dates: known })
  expect(page(before, 'index.html')).toContain('05/07/2024 01:00:00, 2024-05-07T01:00:00.000Z')
  expect(codes(before)).toEqual([])
  const later = new Map([...known, ['SUMMARY.md' as BookPath, '2025-01-01T00:00:00Z']])
  const after = await build({ files: memoryFiles(contents), dates: later }, before.memory)
  expect(after.rendered).toEqual(['README.md'])
  expect(site(after)).toEqual(site(await inMemory(contents, { dates: later })))
  expect(codes(await inMemory(contents))).toContain('template/undefined-value README.md:3:1')
})

test('the date below a title follows git, though its page stays the same', async () => {
  const contents = { ...book, 'book.json': '{ "theme": { "dates": true } }', 'README.md': '# A\n' }
  const before = await inMemory(contents, { dates })
  expect(page(before, 'index.html')).toContain('2024-05-06')
  const later = new Map([['README.md' as BookPath, '2025-01-01T00:00:00Z']])
  const after = await build({ files: memoryFiles(contents), dates: later }, before.memory)
  expect(after.rendered).toEqual([])
  expect(page(after, 'index.html')).toContain('2025-01-01')
  expect(site(after)).toEqual(site(await inMemory(contents, { dates: later })))
})

describe('dates in AsciiDoc', () => {
  const all = ['date', 'time', 'datetime', 'year'].flatMap((name) => [
    `{local${name}}`,
    `{doc${name}}`,
  ])
  const asciidoc = {
    'README.md': '# 开始\n',
    'SUMMARY.md': '* [开始](README.md)\n* [A](a.adoc)\n* [B](b.adoc)\n* [C](c.adoc)\n',
    'a.adoc': `= A\n\n${all.join('|')}\n`,
    'b.adoc': '= B\n\ninclude::part.adoc[]\n',
    'c.adoc': '= C\n\nNo date.\n',
    'part.adoc': 'In part {docdate}.\n',
  }
  const changed = new Map(
    ['a.adoc', 'b.adoc', 'c.adoc'].map((file) => [file as BookPath, '2024-05-06T23:08:09Z']),
  )

  test('are those of the last change of the page, also where a file is included', async () => {
    const built = await inMemory(asciidoc, { dates: changed })
    const [day, time] = ['2024-05-06', '23:08:09 UTC']
    expect(page(built, 'a.html')).toContain(
      [day, day, time, time, `${day} ${time}`, `${day} ${time}`, '2024', '2024'].join('|'),
    )
    expect(page(built, 'b.html')).toContain('In part 2024-05-06.')
  })

  test('are nothing where nobody knows the change, and never those of the clock', async () => {
    const built = await inMemory(asciidoc)
    expect(page(built, 'a.html')).toMatch(/>[ |]+</)
    expect(page(built, 'b.html')).toMatch(/In part +\./)
  })

  test('are asked for by the pages that print one', async () => {
    const before = await inMemory(asciidoc, { dates: changed })
    const later = new Map([...changed].map(([file]) => [file, '2025-01-01T00:00:00Z']))
    const after = await build({ files: memoryFiles(asciidoc), dates: later }, before.memory)
    expect(after.rendered).toEqual(['a.adoc', 'b.adoc'])
    expect(site(after)).toEqual(site(await inMemory(asciidoc, { dates: later })))
  })
})

describe('on disk', () => {
  let dir: string
  const git = (...args: readonly string[]): void => {
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false']
    const env = { ...process.env, GIT_COMMITTER_DATE: '2026-01-01T12:00:00+0800' }
    execFileSync('git', [...identity, ...args], { cwd: dir, env })
  }
  const write = (contents: Contents): void => {
    for (const [name, text] of Object.entries(contents)) writeFileSync(path.join(dir, name), text)
  }
  const built = (request: Omit<BuildRequest, 'files'> = {}, before?: Built): Promise<Built> =>
    build({ files: diskFiles(dir), ...request }, before?.memory)

  beforeEach(() => {
    dir = mkdtempSync(path.join(realpathSync(tmpdir()), 'handbook-dates-'))
    write(book)
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  test('a file has the date of its commit, and one that was never committed none, whatever the disk says', async () => {
    git('init', '-q')
    git('add', 'README.md', 'SUMMARY.md')
    git('commit', '-qm', 'x')
    write({ 'a.md': `# A\n\n${mtime}\n` })
    utimesSync(path.join(dir, 'a.md'), 0, 1_000_000_000)
    const first = await built()
    expect(page(first, 'index.html')).toContain('2026-01-01T04:00:00.000Z|2026-01-01')
    expect(page(first, 'a.html')).toContain('<p>|</p>')
    utimesSync(path.join(dir, 'a.md'), 0, 1_100_000_000)
    const second = await built({}, first)
    expect(second.rendered).toEqual([])
    expect(site(second)).toEqual(site(await built()))
  })

  test('in a shallow clone only git is believed', async () => {
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'x')
    git('commit', '-qm', 'y', '--allow-empty')
    const whole = dir
    const clone = mkdtempSync(path.join(realpathSync(tmpdir()), 'handbook-shallow-'))
    git('clone', '-q', '--depth', '1', `file://${whole}`, clone)
    dir = clone
    write({ 'a.md': `# A\n\n${mtime}\n`, 'new.md': `# New\n\n${mtime}\n` })
    write({ 'SUMMARY.md': '* [开始](README.md)\n* [A](a.md)\n* [New](new.md)\n' })
    expect(codes(await built())).toEqual(
      expect.arrayContaining([
        'template/undefined-value README.md:3:1',
        'template/undefined-value a.md:3:1',
        'template/undefined-value new.md:3:1',
      ]),
    )
    rmSync(whole, { recursive: true, force: true })
  })

  test.each([
    ['the environment', {}, { environment: { siteUrl: 'https://me.github.io/book/' } }],
    ['a domain', { CNAME: 'book.example.org\n' }, {}],
    [
      'a plugin',
      { 'book.json': '{ "pluginsConfig": { "sitemap": { "hostname": "https://b.org/" } } }' },
      {},
    ],
  ])(
    'an address that comes from %s gives the sitemap its dates and the feed its news',
    async (_from, files, request) => {
      const settings = 'book.json' in files ? files : { 'book.json': '{ "feed": true }' }
      write({ ...files, ...settings })
      git('init', '-q')
      git('add', '.')
      git('commit', '-qm', 'x')
      const { outputs } = await built(request)
      const text = (name: string): string => {
        const file = outputs.get(name as never)
        return file?.kind === 'made' ? String(file.content) : ''
      }
      expect(text('sitemap.xml').match(/<lastmod>2026-01-01T04:00:00Z/g)).toHaveLength(2)
      if (settings['book.json']?.includes('feed'))
        expect(text('feed.xml').match(/<entry>/g)).toHaveLength(2)
    },
  )

  test('an address that is given while a server runs is as good as one from the start', async () => {
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'x')
    const before = await built()
    write({ 'book.json': '{ "siteUrl": "https://example.org/", "feed": true }' })
    const after = await built({}, before)
    expect(site(after)).toEqual(site(await built()))
    expect(page(after, 'feed.xml')).toContain('<updated>2026-01-01T04:00:00Z')
    write({ 'book.json': '{}' })
    expect(site(await built({}, after))).toEqual(site(before))
  })
})
