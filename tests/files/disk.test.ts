import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import { type DiskFiles, type DiskOptions, diskFiles } from '../../src/files/disk.ts'
import { writeFiles } from '../support/write-files.ts'

let parent: string
let dir: string

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'handbook-disk-'))
  dir = path.join(parent, 'book')
  mkdirSync(dir)
})
afterEach(() => {
  rmSync(parent, { recursive: true })
})

function write(files: Record<string, string | Uint8Array>, below = dir): void {
  writeFiles(below, files)
}

function list(options?: DiskOptions): readonly string[] {
  return diskFiles(dir, options).list()
}

const at = (name: string): BookPath => name as BookPath

describe('the list of files', () => {
  it('is complete and sorted by code units', () => {
    write({ 'b.md': '', 'a/z.md': '', 'a.md': '', 'Z.md': '', '中文/页 面.md': '', 'a%20b.md': '' })
    expect(list()).toEqual(['Z.md', 'a%20b.md', 'a.md', 'a/z.md', 'b.md', '中文/页 面.md'])
  })

  it('leaves out what no book publishes', () => {
    write({
      '.git/config': '',
      '.gitignore': '',
      '.bookignore': '',
      '.env': '',
      '.github/workflows/x.yml': '',
      'ch/.DS_Store': '',
      'node_modules/x/README.md': '',
      'ch/node_modules/x.md': '',
      '_book/index.html': '',
      'package.json': '',
      'package-lock.json': '',
      'yarn.lock': '',
      'a.md~': '',
      '#a.md#': '',
      'ch/a.md.orig': '',
      'ch/a.md.bak': '',
      'ch/.a.md.swp': '',
      '4913': '',
      'a.md.save': '',
      'a.md___jb_tmp___': '',
      'a_LOCAL_123.md': '',
      'Thumbs.db': '',
      'a.md': '',
    })
    expect(list()).toEqual(['a.md'])
  })

  it('keeps the dot files that a site needs, and files that only look like ours', () => {
    const kept = [
      '.gitbook/assets/a b.png',
      '.nojekyll',
      '.well-known/security.txt',
      'C#.md',
      'CNAME',
      '_images/a.png',
      'sample/package.json',
    ]
    write(
      Object.fromEntries(
        [...kept, '.gitbook/vars.yaml', '.gitbook.yaml'].map((name) => [name, '']),
      ),
    )
    expect(list()).toEqual(kept)
  })

  it('leaves out folders with our manifest and those it is told', () => {
    write({
      'site/.handbook-manifest.json': '',
      'site/index.html': '',
      'out/x.html': '',
      'a.md': '',
    })
    expect(list({ ignoreDirs: ['out', path.join(parent, 'elsewhere')] })).toEqual(['a.md'])
    expect(list({ ignoreDirs: [path.join(dir, 'out')] })).toEqual(['a.md'])
  })

  it('is empty for a folder that does not exist, and says so', () => {
    const files = diskFiles(path.join(dir, 'none'))
    expect(files.list()).toEqual([])
    expect(files.problems().map(({ code, severity }) => [code, severity])).toEqual([
      ['files/unreadable', 'error'],
    ])
  })
})

describe('ignore files', () => {
  it.each<[string, Record<string, string>, string[], string[]]>([
    [
      'hide names at any depth',
      { '.bookignore': 'skip.md\r\n*.tmp\r\n' },
      ['skip.md', 'a/skip.md', 'x.tmp'],
      ['a.md'],
    ],
    [
      'hide anchored paths',
      { '.gitignore': '/a.md\nch/b.md' },
      ['a.md', 'ch/b.md'],
      ['b.md', 'ch/a.md'],
    ],
    ['hide folders', { '.ignore': 'build/' }, ['build/x.md', 'ch/build/x.md'], ['build.md']],
    [
      'tell upper from lower case',
      { '.gitignore': '*.bak\nbuild/' },
      ['x.bak'],
      ['Build/x.md', 'X.BAK'],
    ],
    [
      'override each other in order',
      { '.ignore': '*.tmp', '.gitignore': '!keep.tmp\n*.log', '.bookignore': '!x.log' },
      ['a.tmp', 'y.log'],
      ['keep.tmp', 'x.log'],
    ],
    [
      'count in every folder',
      { '.gitignore': '*.txt', 'ch/.bookignore': '!keep.txt\nb.md' },
      ['a.txt', 'ch/b.md', 'ch/a.txt'],
      ['b.md', 'ch/keep.txt', 'ch/sub/keep.txt'],
    ],
    [
      'cannot bring back what lies in a hidden folder',
      { '.gitignore': 'build/\n!build/x.md' },
      ['build/x.md'],
      ['a.md'],
    ],
    [
      'can bring back what is hidden by default',
      { '.bookignore': '!.hidden\n!package.json' },
      ['.other'],
      ['.hidden', 'package.json'],
    ],
    [
      'may use comments and Chinese',
      { '.bookignore': '# 注释\n草稿/\n' },
      ['草稿/页.md'],
      ['正文/页.md'],
    ],
  ])('%s', (_, ignoreFiles, hidden, shown) => {
    write({
      ...ignoreFiles,
      ...Object.fromEntries([...hidden, ...shown].map((name) => [name, 'x'])),
    })
    expect([...list()].sort()).toEqual([...shown].sort())
  })
})

describe('reading', () => {
  it('settles line ends and the byte order mark', () => {
    write({ 'a.md': '\uFEFF# 标题\r\nx\ry\n', 'b.md': new Uint8Array([0xd6, 0xd0]) })
    const files = diskFiles(dir)
    expect(files.text(at('a.md'))).toMatchObject({ text: '# 标题\nx\ny\n', utf8: true })
    expect(files.text(at('b.md'))?.utf8).toBe(false)
    expect(files.text(at('none.md'))).toBeUndefined()
  })

  it('reaches ignored files by name, and folders not at all', () => {
    write({ '_book/page.html': 'L', 'ch/a.md': '' })
    const files = diskFiles(dir)
    expect(files.text(at('_book/page.html'))?.text).toBe('L')
    expect(files.size(at('_book/page.html'))).toBe(1)
    for (const name of ['ch', '_book', 'none']) {
      expect(files.size(at(name))).toBeUndefined()
      expect(files.bytes(at(name))).toBeUndefined()
      expect(files.location(at(name))).toBeUndefined()
    }
  })

  it('gives the first bytes, the size and the place', () => {
    write({ 'a.bin': 'abcdef' })
    const files = diskFiles(dir)
    expect(Buffer.from(files.head(at('a.bin'), 3) ?? []).toString()).toBe('abc')
    expect(files.head(at('a.bin'), 100)).toHaveLength(6)
    expect(files.size(at('a.bin'))).toBe(6)
    expect(files.location(at('a.bin'))).toContain('a.bin')
  })

  it('knows files by their composed names, however the disk spells them', () => {
    write({ 'cafe\u0301/e\u0301.md': 'x' })
    const files = diskFiles(dir)
    expect(files.list()).toEqual(['café/é.md'])
    expect(files.text(at('café/é.md'))?.text).toBe('x')
  })

  it('remembers until it is told', () => {
    write({ 'a.md': 'one' })
    const files = diskFiles(dir)
    const first = files.text(at('a.md'))
    write({ 'a.md': 'two', 'b.md': '' })
    expect(files.text(at('a.md'))).toBe(first)
    files.refresh([at('a.md')])
    expect(files.text(at('a.md'))?.text).toBe('two')
    write({ 'a.md': 'three' })
    files.refresh()
    expect(files.text(at('a.md'))?.text).toBe('three')
    expect(files.list()).toEqual(['a.md', 'b.md'])
  })

  it('for a single build forgets the oldest texts of a large book, and no others', () => {
    const large = 'x'.repeat(3_000_000)
    const names = ['a.md', 'b.md', 'c.md'].map(at)
    const files = diskFiles(dir, { once: true })
    for (const name of names) {
      write({ [name]: large })
      files.text(name)
      write({ [name]: 'new' })
    }
    expect(names.map((name) => files.text(name)?.text.length)).toEqual([3, 3_000_000, 3_000_000])
  })

  it('notices files that come and go, and edited ignore files', () => {
    write({ 'a.md': '' })
    const files = diskFiles(dir)
    expect(files.list()).toEqual(['a.md'])
    expect(files.text(at('b.md'))).toBeUndefined()
    write({ 'b.md': 'x' })
    files.refresh([at('b.md')])
    expect(files.list()).toEqual(['a.md', 'b.md'])
    expect(files.text(at('b.md'))?.text).toBe('x')
    rmSync(path.join(dir, 'a.md'))
    files.refresh([at('a.md')])
    expect(files.list()).toEqual(['b.md'])
    write({ '.bookignore': 'b.md' })
    files.refresh([at('.bookignore')])
    expect(files.list()).toEqual([])
  })
})

describe('symbolic links', () => {
  it('are followed inside the book', () => {
    write({ 'real/a.md': 'A', 'b.md': 'B' })
    symlinkSync('real', path.join(dir, 'alias'))
    symlinkSync('../b.md', path.join(dir, 'real', 'c.md'))
    const files = diskFiles(dir)
    expect(files.list()).toEqual(['alias/a.md', 'alias/c.md', 'b.md', 'real/a.md', 'real/c.md'])
    expect(files.text(at('alias/c.md'))?.text).toBe('B')
    expect(files.problems()).toEqual([])
  })

  it('never lead out of the book, by list or by name', () => {
    write({ 'secret.txt': 'S' }, parent)
    write({ 'book-2/x.md': 'X' }, parent)
    symlinkSync('../secret.txt', path.join(dir, 'secret.md'))
    symlinkSync('../book-2', path.join(dir, 'two'))
    const files = diskFiles(dir)
    expect(files.list()).toEqual([])
    expect(
      files
        .problems()
        .map(({ code, at: place }) => `${place?.file} ${code}`)
        .sort(),
    ).toEqual(['secret.md files/symlink-outside', 'two files/symlink-outside'])
    for (const name of ['secret.md', 'two/x.md', '../secret.txt'].map(at)) {
      expect(files.text(name)).toBeUndefined()
      expect(files.bytes(name)).toBeUndefined()
      expect(files.head(name, 1)).toBeUndefined()
      expect(files.size(name)).toBeUndefined()
      expect(files.location(name)).toBeUndefined()
    }
  })

  it('are nobody’s problem when they are ignored', () => {
    write({ '.gitignore': 'out\n' })
    symlinkSync('../..', path.join(dir, 'out'))
    expect(diskFiles(dir).problems()).toEqual([])
  })

  it('do not loop', () => {
    write({ 'a/x.md': '', 'b/y.md': '' })
    symlinkSync('.', path.join(dir, 'self'))
    symlinkSync('../b', path.join(dir, 'a', 'b'))
    symlinkSync('../a', path.join(dir, 'b', 'a'))
    const files = diskFiles(dir)
    expect(files.list()).toContain('a/b/y.md')
    expect(files.list().length).toBeLessThan(20)
    const loops = files.problems().map((one) => [one.at?.file, one.args])
    expect(loops).toContainEqual(['self', { case: 'loop', path: 'self' }])
    expect(loops.map(([file]) => file)).toEqual(['a/b/a', 'b/a/b', 'self'])
  })

  it('that point nowhere are reported', () => {
    symlinkSync('none', path.join(dir, 'x.md'))
    const files = diskFiles(dir)
    expect(files.list()).toEqual([])
    expect(files.problems().map(({ code, severity }) => [code, severity])).toEqual([
      ['files/unreadable', 'warning'],
    ])
  })

  it('do not publish version control', () => {
    write({ '.git/config': 'token' })
    symlinkSync('.git/config', path.join(dir, 'x.txt'))
    expect(diskFiles(dir).list()).toEqual([])
  })
})

/** What is told of a folder, in short. */
function told(): readonly string[] {
  const found = diskFiles(dir)
  found.list()
  return found
    .problems()
    .map(
      ({ code, at: place }) =>
        `${place?.file}${place?.start ? `:${place.start.line}` : ''} ${code}`,
    )
}

describe('a link inside the book', () => {
  it('to what is no part of the site is none either, and says so', () => {
    write({
      '.env': 'TOKEN=1',
      '.bookignore': 'drafts\n',
      'node_modules/x/README.md': '',
      'drafts/a.md': '',
      'ch/.bookignore': 'b.md\n',
      'ch/b.md': '',
      'ch/c.md': '',
      '_book/index.html': '',
      'package.json': '',
      'site/.handbook-manifest.json': '',
      'site/index.html': '',
    })
    const links = ['.env', 'node_modules', 'drafts', 'drafts/a.md', 'ch/b.md', '_book/index.html']
    for (const [index, to] of [...links, 'package.json'].entries())
      symlinkSync(to, path.join(dir, `link${index}`))
    symlinkSync('ch/c.md', path.join(dir, 'fine.md'))
    symlinkSync('../.env', path.join(dir, 'ch', 'env'))
    expect(list()).toEqual(['ch/c.md', 'fine.md'])
    expect(told()).toEqual([
      'ch/env files/symlink-ignored',
      ...Array.from({ length: 7 }, (_, at_) => `link${at_} files/symlink-ignored`),
    ])
  })

  it('to a folder with links to folders with links to folders ends some time', () => {
    for (let outer = 0; outer < 40; outer++) {
      write({ [`b/${outer}.md`]: '', [`c/${outer}.md`]: '' })
      mkdirSync(path.join(dir, 'a'), { recursive: true })
      symlinkSync('../b', path.join(dir, 'a', `l${outer}`))
      symlinkSync('../c', path.join(dir, 'b', `m${outer}`))
      symlinkSync('../d', path.join(dir, 'c', `n${outer}`))
    }
    write({ 'd/x.md': '' })
    expect(list().length).toBeLessThan(45_000)
    expect(told().filter((one) => one.endsWith('files/many-links'))).toHaveLength(1)
  })
})

describe('an ignore file', () => {
  it('that is a link out of the book, to a device or a pipe is not read', () => {
    write({ secret: 'a.md' }, parent)
    write({ 'a.md': '', 'b.md': '' })
    symlinkSync('../secret', path.join(dir, '.bookignore'))
    symlinkSync('/dev/zero', path.join(dir, '.gitignore'))
    execFileSync('mkfifo', [path.join(dir, '.ignore')])
    expect(list()).toEqual(['a.md', 'b.md'])
    expect(told()).toEqual([
      '.ignore files/unreadable',
      '.gitignore files/unreadable',
      '.bookignore files/unreadable',
    ])
  })

  it('is used without the patterns that take too long to compare', () => {
    const deep = `${'a/'.repeat(60)}c.md`
    write({ '.bookignore': `x.md\n${'**/a/'.repeat(12)}b\n${'*'.repeat(5000)}\ny.md\n` })
    write({ [deep]: '', 'x.md': '', 'y.md': '' })
    expect(list()).toEqual([deep])
    expect(told()).toEqual([
      '.bookignore:2 files/ignored-pattern',
      '.bookignore:3 files/ignored-pattern',
    ])
  })
})

describe('a name', () => {
  it('that is no UTF-8 is left out and reported, and the rest is there', () => {
    write({ 'a.md': '', '\uFFFD.md': '' })
    writeFileSync(
      Buffer.concat([Buffer.from(`${dir}/`), Buffer.from([0xff, 0xfe, 0x2e, 0x6d])]),
      '',
    )
    mkdirSync(Buffer.concat([Buffer.from(`${dir}/`), Buffer.from([0xc3, 0x28])]))
    expect(list()).toEqual(['a.md', '\uFFFD.md'])
    expect(told().map((one) => one.split(' ')[1])).toEqual([
      'files/undecodable-name',
      'files/undecodable-name',
    ])
  })

  it('in two forms of Unicode is one file, the one in the composed form, and the other is reported', () => {
    write({
      '\u00E9.md': 'composed',
      'e\u0301.md': 'decomposed',
      'e\u0301/a.md': '',
      '\u00E9/b.md': '',
    })
    expect(list()).toEqual(['\u00E9.md', '\u00E9/a.md', '\u00E9/b.md'])
    expect(diskFiles(dir).text(at('\u00E9.md'))?.text).toBe('composed')
    expect(told()).toEqual(['\u00E9.md files/same-name'])
  })

  it('that Windows cannot hold is reported', () => {
    const names = ['con.md', 'AUX', 'a:b.md', 'what?.md', 'a*', 'dot.', 'space ', 'com1.tar.gz']
    const fine = ['console.md', 'a b.md', 'com10.md', '种.md', '.nojekyll']
    write(Object.fromEntries([...names, ...fine].map((name) => [name, ''])))
    write({ 'lpt1/a.md': '' })
    expect(told().toSorted()).toEqual(
      [...names, 'lpt1'].map((name) => `${name} files/windows-name`).toSorted(),
    )
  })
})

/** A book whose only file was put away after a look at the folder, with something else in its place. */
function swap(make: () => void): DiskFiles {
  write({ 'a.txt': 'mine' })
  write({ 'secret.txt': 'SECRET' }, parent)
  const files = diskFiles(dir)
  expect(files.list()).toEqual(['a.txt'])
  rmSync(path.join(dir, 'a.txt'))
  make()
  return files
}

describe('a file that somebody swaps after the folder was looked at', () => {
  it('for a link out of the book is not read', () => {
    const files = swap(() => symlinkSync('../secret.txt', path.join(dir, 'a.txt')))
    expect([files.text(at('a.txt')), files.bytes(at('a.txt')), files.head(at('a.txt'), 9)]).toEqual(
      [undefined, undefined, undefined],
    )
    expect(() => files.open?.(at('a.txt'))).toThrow()
  })

  it('for a pipe is not waited for', () => {
    const files = swap(() => execFileSync('mkfifo', [path.join(dir, 'a.txt')]))
    expect(files.bytes(at('a.txt'))).toBeUndefined()
  })

  it('by a folder above it that became a link is not read', () => {
    write({ 'ch/a.txt': 'mine' })
    write({ 'other/a.txt': 'SECRET' }, parent)
    const files = diskFiles(dir)
    expect(files.list()).toEqual(['ch/a.txt'])
    rmSync(path.join(dir, 'ch'), { recursive: true })
    symlinkSync('../other', path.join(dir, 'ch'))
    expect(files.bytes(at('ch/a.txt'))).toBeUndefined()
  })
})
