import { describe, expect, test } from 'vitest'
import { checkBook } from '../../src/check/check.ts'
import {
  listAddresses,
  lockText,
  mergeAddresses,
  parseLock,
} from '../../src/check/permalinks/lock.ts'
import { updateLock } from '../../src/check/permalinks/update.ts'
import type { OutputPath } from '../../src/core/path.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import type { Contents } from '../support/build-book.ts'
import { check, found } from './support.ts'
import { english } from '../support/english.ts'

const book = {
  'README.md': '# A\n\n[b](b.md)\n\nnote[^1]\n\n[^1]: text\n',
  'SUMMARY.md': '* [A](README.md)\n* [B](b.md)\n',
  'b.md': '# B\n\n## 步骤\n\n## Two\n\n## Two\n\n<a id="spot"></a>\n',
}
const lock = lockText([
  { page: 'b.html' as OutputPath, anchors: ['b', '步骤', 'two', 'two-1', 'spot'] },
  { page: 'index.html' as OutputPath, anchors: ['a'] },
])

/** The list that `urls --lock` writes. */
async function locked(
  contents: Contents,
  forget: readonly string[] | 'vanished' = [],
): Promise<ReturnType<typeof updateLock>> {
  const files = memoryFiles(contents)
  const { book: value, results } = await checkBook({ files })
  if (value === undefined) throw new Error('no book')
  return updateLock({ book: value, results, spaceOf: () => value.spaces[0] }, files, forget)
}

/** What `check` says of a list. */
async function urls(contents: Contents): Promise<readonly string[]> {
  return found(await check({ ...contents, '.handbook-urls': lock }), /^urls\//)
}

/** And what it proposes. */
async function hints(contents: Contents): Promise<readonly string[]> {
  const { diagnostics } = await check({ ...contents, '.handbook-urls': lock })
  return diagnostics
    .filter(({ code }) => code.startsWith('urls/'))
    .map(english)
    .map(({ hint = '' }) => /: ("[^"]*": "[^"]*")$/.exec(hint)?.[1] ?? hint.split(':').at(-1) ?? '')
}

/** The book with another page. */
function withB(text: string): Contents {
  return { ...book, 'b.md': text }
}

describe('the list', () => {
  test('has a page a line, its headings in the order of the page, and no footnotes', async () => {
    const { text, pages, anchors, added } = await locked(book)
    expect(text).toBe(lock)
    expect({ pages, anchors, added }).toEqual({ pages: 2, anchors: 6, added: 8 })
    expect(lock.split('\n').slice(1, 4)).toEqual(['b.html', '  #b', '  #步骤'])
  })

  test('is read back as it was written, with either line end', () => {
    const { pages, unreadable } = parseLock(lock)
    expect(unreadable).toEqual([])
    expect(lockText([...pages.values()])).toBe(lock)
    expect(pages.get('b.html' as OutputPath)?.lines.get('two-1')).toBe(6)
    expect(listAddresses([...parseLock('').pages.values()])).toBe('')
  })

  test('survives a merge in which somebody forgot the marks', () => {
    const { pages, unreadable } = parseLock(
      '  #lost\n<<<<<<< HEAD\na.html\n  #x\n=======\na.html\n  #y\n>>>>>>> other\n/etc\n',
    )
    expect(unreadable).toEqual([1, 2, 5, 8, 9])
    expect([...pages.values()].map(({ page, anchors }) => [page, anchors])).toEqual([
      ['a.html', ['x', 'y']],
    ])
  })

  test('is the sum of what lives and what was promised', () => {
    const page = 'a.html' as OutputPath
    expect(mergeAddresses([{ page, anchors: ['x'] }], [{ page, anchors: ['y', 'x'] }])).toEqual([
      { page, anchors: ['x', 'y'] },
    ])
  })

  test('counts languages and AsciiDoc, and leaves pages of code out', async () => {
    const { text } = await locked({
      'LANGS.md': '* [en](en/)\n* [中文](zh/)\n',
      'en/README.adoc': '= A\n\n== Part\n',
      'zh/README.md': '# 书\n\n[code](x.js)\n',
      'zh/x.js': 'let a\n',
    })
    expect(text.split('\n').slice(1, -1)).toEqual([
      'en/index.html',
      '  #a',
      '  #_part',
      'zh/index.html',
      '  #书',
    ])
  })
})

describe('check', () => {
  test('has nothing to say while every address answers', async () => {
    expect(await urls(book)).toEqual([])
    expect(found(await check(book), /^urls\//)).toEqual([])
  })

  test('reports a page and an anchor that vanished, on their lines', async () => {
    const { 'b.md': _b, ...rest } = book
    expect(await urls({ ...rest, 'SUMMARY.md': '* [A](README.md)\n' })).toEqual([
      'urls/vanished-page .handbook-urls:2:1-7',
    ])
    expect(await urls({ ...book, 'b.md': '# B\n\n## 步骤\n\n## Two\n' })).toEqual([
      'urls/vanished-anchor .handbook-urls:6:3-9',
      'urls/vanished-anchor .handbook-urls:7:3-8',
    ])
  })

  test('is content with a redirect, of the page or of the anchor', async () => {
    const moved = {
      'README.md': book['README.md'].replace('b.md', 'c.md'),
      'SUMMARY.md': '* [A](README.md)\n* [C](c.md)\n',
      'c.md': book['b.md'].replace('## 步骤', '## 说明'),
    }
    const config = (redirects: object): Contents => ({
      ...moved,
      'book.json': JSON.stringify({ redirects }),
    })
    expect(await urls(config({ 'b.md': 'c.md' }))).toEqual([
      'urls/vanished-anchor .handbook-urls:4:3-6',
    ])
    expect(await urls(config({ 'b.md': 'c.md', 'c.md#步骤': 'c.md#说明' }))).toEqual([])
    expect(await urls(config({ 'b.md': 'c.md', 'b.html#步骤': 'c.md#说明' }))).toEqual([])
    expect(await urls(config({ 'b.md': 'c.md#two' }))).toEqual([])
    expect(await urls(config({ 'b.md': 'https://example.org/' }))).toEqual([])
    expect(
      await urls({ ...moved, 'c.md': `---\nredirect_from: b.md\n---\n${book['b.md']}` }),
    ).toEqual([])
  })

  test('is not content with a redirect that leads nowhere', async () => {
    const { 'b.md': _b, ...rest } = book
    const broken = { ...rest, 'book.json': '{ "redirects": { "b.md": "nowhere.md" } }' }
    expect(await urls(broken)).toEqual(['urls/vanished-page .handbook-urls:2:1-7'])
  })

  test('reports lines that say nothing', async () => {
    const merged = { ...book, '.handbook-urls': `<<<<<<< HEAD\r\n${lock}` }
    expect(found(await check(merged), /^urls\//)).toEqual([
      'urls/unreadable-line .handbook-urls:1:1-13',
    ])
  })

  test('takes the severity that the book wants', async () => {
    const rules = { 'urls/vanished-anchor': 'off' }
    const quiet = { ...book, 'b.md': '# B\n', 'book.json': JSON.stringify({ check: { rules } }) }
    expect(await urls(quiet)).toEqual([])
  })
})

describe('proposes', () => {
  test('the heading between the same neighbors', async () => {
    const text = book['b.md'].replace('## 步骤', '## Something else')
    expect(await hints(withB(text))).toEqual(['"b.md#步骤": "b.md#something-else"'])
  })

  test('the page that has the anchor now', async () => {
    const moved = {
      ...withB(book['b.md'].replace('## 步骤\n', '')),
      'README.md': `${book['README.md']}\n## 步骤\n`,
    }
    expect(await hints(moved)).toEqual(['"b.md#步骤": "README.md#步骤"'])
  })

  test('the earlier number when one of several headings is gone', async () => {
    expect(await hints(withB(book['b.md'].replace('## Two\n\n', '')))).toEqual([
      '"b.md#two-1": "b.md#two"',
    ])
  })

  test('nothing when nothing is like it', async () => {
    const [hint] = await hints(withB(book['b.md'].replace('<a id="spot"></a>', '')))
    expect(hint).toContain('handbook urls --forget "b.html#spot"')
  })
})

const later = { ...book, 'b.md': '# B\n\n## New\n\n## Two\n', '.handbook-urls': lock }

/** Why an address cannot be given up. */
async function codes(address: string): Promise<readonly string[]> {
  return (await locked(later, [address])).problems.map(({ code }) => code)
}

describe('locking again', () => {
  test('keeps what vanished until it is given up', async () => {
    const kept = await locked(later)
    expect(kept).toMatchObject({ added: 1, forgotten: 0, vanished: 3 })
    const some = await locked(later, ['/b.html#spot'])
    expect(some).toMatchObject({ forgotten: 1, vanished: 2, problems: [] })
    expect(some.text).not.toContain('#spot')
    expect(await locked(later, 'vanished')).toMatchObject({ forgotten: 3, vanished: 0 })
  })

  test('keeps what redirects keep alive', async () => {
    const redirected = {
      ...later,
      'book.json': JSON.stringify({ redirects: { 'b.md#步骤': 'b.md#new' } }),
    }
    const { text } = await locked(redirected, 'vanished')
    expect(text).toContain('  #步骤\n')
  })

  test('refuses to forget what is there, or was never promised', async () => {
    expect(await codes('b.html')).toEqual(['urls/still-there'])
    expect(await codes('/')).toEqual(['urls/still-there'])
    expect(await codes('c.html')).toEqual(['urls/not-listed'])
  })
})
