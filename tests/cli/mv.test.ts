import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FileChange } from '../../src/check/rename/overlay.ts'
import { carryOut } from '../../src/cli/carry-out.ts'
import { run } from '../../src/cli/program.ts'
import type { BookPath } from '../../src/core/path.ts'
import { diskFiles } from '../../src/files/disk.ts'
import { writeFiles } from '../support/write-files.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'handbook-mv-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

function put(files: { readonly [name: string]: string }): void {
  writeFiles(cwd, files)
}

function read(name: string): string {
  return readFileSync(path.join(cwd, name), 'utf8')
}

async function handbook(
  ...args: readonly string[]
): Promise<{ exitCode: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const exitCode = await run(args, {
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    env: { LANG: 'en_US.UTF-8' },
    cwd,
  })
  return { exitCode, out, err }
}

function git(...args: readonly string[]): string {
  return execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
    cwd,
    encoding: 'utf8',
  })
}

function change(from: string, to: string, content?: string): FileChange {
  return {
    from: from as BookPath,
    to: to as BookPath,
    ...(content === undefined ? {} : { content }),
  }
}

const book = {
  'README.md': '# A\n\n[b](b.md#part)\n',
  'SUMMARY.md': '* [A](README.md)\n* [B](b.md)\n',
  'b.md': '# B\n\n## Part\n\n## C# here\n',
}

describe('a heading', () => {
  test.each([
    ['A new part', '## A new part', 'b.md#a-new-part'],
    ['## A new part', '## A new part', 'b.md#a-new-part'],
    ['C# and more', '## C# and more', 'b.md#c-and-more'],
    ['#other', '## Part {#other}', 'b.md#other'],
    ['b.md#other', '## Part {#other}', 'b.md#other'],
  ])('can be called %s', async (name, line, address) => {
    put(book)
    expect((await handbook('mv', 'b.md#part', name, '--dry-run')).out).toContain(`+${line}\n`)
    expect(read('b.md')).toBe(book['b.md'])
    const { exitCode, err } = await handbook('mv', 'b.md#part', name)
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '3 files changed\n' })
    expect(read('b.md')).toContain(`${line}\n`)
    expect(read('README.md')).toContain(`(${address})`)
    expect(JSON.parse(read('book.json'))).toEqual({ redirects: { 'b.md#part': address } })
    expect((await handbook('check')).err).not.toContain('links/')
  })

  test.each([
    ['b.md#part', 'README.md#part', 'move/leaves-page'],
    ['b.md#part', 'README.md', 'move/leaves-page'],
    ['b.md#part', '#a b', 'move/unusable-name'],
    ['b.md#part', '', 'move/unusable-name'],
    ['b.md#prat', 'X', 'move/no-such-heading'],
    ['../b.md#part', 'X', 'move/outside-book'],
  ])('%s is not moved to "%s"', async (from, to, code) => {
    put(book)
    const { exitCode, err } = await handbook('mv', from, to)
    expect(exitCode).toBe(1)
    expect(err).toContain(`error[${code}]`)
    expect(read('b.md')).toBe(book['b.md'])
  })

  test('is not meant by the name of a file with such a sign', async () => {
    put({ ...book, 'c#.png': 'x' })
    expect((await handbook('mv', 'c#.png', 'c-sharp.png')).out).toBe('c#.png → c-sharp.png\n')
  })
})

describe('a file', () => {
  test('goes into a folder, though it may be empty or new', async () => {
    put(book)
    mkdirSync(path.join(cwd, 'empty'))
    expect((await handbook('mv', 'b.md', 'empty')).out).toContain('b.md → empty/b.md\n')
    expect((await handbook('mv', 'empty/b.md', 'new/')).out).toContain('empty/b.md → new/b.md\n')
    expect(existsSync(path.join(cwd, 'empty'))).toBe(false)
  })

  test('of which a program must tell readers is moved, and its author told', async () => {
    put({ ...book, 'book.js': "module.exports = { language: 'en' }\n" })
    const { exitCode, err } = await handbook('mv', 'b.md', 'c.md')
    expect(exitCode).toBe(0)
    expect(err).toContain('warning[move/no-redirect]')
    expect(err).toContain('redirects: {"b.md":"c.md"}')
    const refused = await handbook('mv', 'README.md', 'start.md')
    expect(refused.err).toContain('error[move/structure-file]')
    expect(existsSync(path.join(cwd, 'README.md'))).toBe(true)
  })

  test('moved there and back leaves no difference but redirects', async () => {
    put({
      ...book,
      'book.json': '{\n  // mine\n  "title": "T"\n}\n',
      '.gitattributes': '* -text\n',
    })
    git('init', '-q')
    git('add', '.')
    git('-c', 'commit.gpgsign=false', 'commit', '-qm', 'a')
    await handbook('mv', 'b.md', 'deep/er/b.md')
    await handbook('mv', 'deep', 'other')
    await handbook('mv', 'other/er/b.md', 'b.md')
    expect(git('status', '--porcelain')).toBe(' M book.json\n')
    expect(git('diff', '-U0', '--', 'book.json').split('\n').slice(5, -1)).toEqual([
      '-  "title": "T"',
      '+  "title": "T",',
      '+  "redirects": {',
      '+    "deep/er/b.md": "b.md",',
      '+    "other/er/b.md": "b.md"',
      '+  }',
    ])
  })
})

describe('is refused with the reason, and nothing is changed,', () => {
  test.each([
    ['b.md', 'c.md'],
    ['other.md', 'another.md'],
    ['b.md', 'deep/'],
  ])('where a symbolic link makes two names of one file: %s', async (from, to) => {
    put({ ...book, 'deep/x.md': '# X' })
    symlinkSync('b.md', path.join(cwd, 'other.md'))
    const { exitCode, out, err } = await handbook('mv', from, to)
    expect([exitCode, out]).toEqual([1, ''])
    expect(err).toContain('error[move/linked-file]')
    expect(err).toMatch(/"b\.md" and "other\.md"|"other\.md" and "b\.md"/)
    expect(read('other.md')).toBe(book['b.md'])
  })

  test.each([
    ['UTF-16', Buffer.from('\uFEFF# S\n\n* [B](b.md)\n', 'utf16le')],
    ['GB18030', Buffer.concat([Buffer.from([0xca, 0xe9]), Buffer.from('\n\n* [B](b.md)\n')])],
  ])('where a text in %s would have to change', async (_name, summary) => {
    put(book)
    writeFileSync(path.join(cwd, 'SUMMARY.md'), summary)
    const { exitCode, err } = await handbook('mv', 'b.md', 'c.md')
    expect(exitCode).toBe(1)
    expect(err).toContain('error[move/other-encoding]')
    expect(err).toContain('"SUMMARY.md" would have to change with the move, and is not in UTF-8')
    expect(existsSync(path.join(cwd, 'c.md'))).toBe(false)
  })
})

describe('when a step fails', () => {
  test('everything is put back', () => {
    put({ ...book, taken: 'a file where a folder is needed' })
    const changes = [
      change('README.md', 'x/y/README.md', 'new'),
      change('SUMMARY.md', 'SUMMARY.md', 'new'),
      change('book.json', 'book.json', '{}'),
      change('b.md', 'taken/b.md'),
    ]
    expect(() => carryOut(cwd, diskFiles(cwd), changes)).toThrow(/EEXIST|ENOTDIR/)
    for (const [name, content] of Object.entries(book)) expect(read(name)).toBe(content)
    expect(existsSync(path.join(cwd, 'x'))).toBe(false)
    expect(existsSync(path.join(cwd, 'book.json'))).toBe(false)
  })

  test('signals end the program again afterwards', () => {
    put(book)
    const before = process.listenerCount('SIGINT')
    carryOut(cwd, diskFiles(cwd), [])
    expect(process.listenerCount('SIGINT')).toBe(before)
  })
})
