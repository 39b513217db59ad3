import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OutputFile } from '../../src/core/output-file.ts'
import { compare } from '../../src/core/diagnostic.ts'
import type { BookPath, OutputPath } from '../../src/core/path.ts'
import { diskFiles } from '../../src/files/disk.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { takeLock } from '../../src/output/lock.ts'
import { type WriteReport, writeSite } from '../../src/output/write.ts'
import { english } from '../support/english.ts'

let top = ''
let out = ''
let book = ''

beforeEach(() => {
  top = mkdtempSync(path.join(tmpdir(), 'handbook-write-'))
  book = path.join(top, 'book')
  out = path.join(book, '_book')
  mkdirSync(book)
})
afterEach(() => rmSync(top, { recursive: true, force: true }))

type Contents = { readonly [name: string]: string }

function made(contents: Contents): ReadonlyMap<OutputPath, OutputFile> {
  return new Map(
    Object.entries(contents).map(([name, content]) => {
      const file = { kind: 'made', path: name as OutputPath, content } as const
      return [file.path, file]
    }),
  )
}

function write(contents: Contents, to = out): Promise<WriteReport> {
  return writeSite({
    outputs: made(contents),
    files: memoryFiles({}),
    outputDir: to,
    bookDir: book,
  })
}

/** All files below a folder with their contents; folders end in '/'. Records of handbook are left out. */
function snapshot(dir = out): Contents {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).map((entry) => {
    const file = path.join(entry.parentPath, entry.name)
    const name = path.relative(dir, file).split(path.sep).join('/')
    if (entry.isSymbolicLink()) return [name, '(link)'] as const
    return entry.isDirectory()
      ? ([`${name}/`, ''] as const)
      : ([name, readFileSync(file, 'utf8')] as const)
  })
  return Object.fromEntries(
    entries
      .filter(([name]) => name !== '.handbook-manifest.json')
      .sort(([a], [b]) => compare(a, b)),
  )
}

const codes = (report: WriteReport): readonly string[] => report.diagnostics.map(({ code }) => code)

describe('writing', () => {
  test('writes every file, and only those that changed the next time', async () => {
    const first = await write({ 'index.html': '一', '中文/页.html': '二', 'a/b/c.html': '3' })
    expect(first).toEqual({ written: 3, unchanged: 0, removed: 0, diagnostics: [] })
    const old = new Date(1000)
    for (const name of ['index.html', '中文/页.html']) utimesSync(path.join(out, name), old, old)
    const second = await write({ 'index.html': '一', '中文/页.html': '二', 'a/b/c.html': '4' })
    expect(second).toEqual({ written: 1, unchanged: 2, removed: 0, diagnostics: [] })
    expect(snapshot()).toEqual({
      'a/': '',
      'a/b/': '',
      'a/b/c.html': '4',
      'index.html': '一',
      '中文/': '',
      '中文/页.html': '二',
    })
    expect(statSync(path.join(out, 'index.html')).mtime).toEqual(old)
  })

  test('writes an empty site and an empty file', async () => {
    expect(await write({})).toMatchObject({ written: 0, diagnostics: [] })
    expect(await write({ 'empty.txt': '' })).toMatchObject({ written: 1 })
    expect(await write({ 'empty.txt': '' })).toMatchObject({ written: 0, unchanged: 1 })
  })

  test('notices a change that keeps the length', async () => {
    await write({ 'a.html': 'x\r\ny' })
    expect(await write({ 'a.html': 'x\n\ny' })).toMatchObject({ written: 1 })
    expect(snapshot()).toEqual({ 'a.html': 'x\n\ny' })
  })

  test('removes files that vanished from the book, with the folders that they leave empty', async () => {
    await write({ 'index.html': '', 'a/b/c.html': '', 'a/d.html': '' })
    expect(await write({ 'index.html': '', 'a/d.html': '' })).toMatchObject({ removed: 1 })
    expect(snapshot()).toEqual({ 'a/': '', 'a/d.html': '', 'index.html': '' })
    expect(await write({ 'index.html': '' })).toMatchObject({ removed: 1 })
    expect(snapshot()).toEqual({ 'index.html': '' })
  })

  test('a file becomes a folder and a folder a file', async () => {
    await write({ a: 'file', 'b/c/d.html': 'deep' })
    expect(await write({ 'a/x.html': 'below', b: 'flat' })).toMatchObject({
      written: 2,
      removed: 2,
      diagnostics: [],
    })
    expect(snapshot()).toEqual({ 'a/': '', 'a/x.html': 'below', b: 'flat' })
  })

  test('copies files of the book from disk and from memory', async () => {
    const name = 'image.png' as BookPath
    const bytes = new Uint8Array(600_000).fill(7)
    writeFileSync(path.join(book, name), bytes)
    const outputs = new Map<OutputPath, OutputFile>([
      ['i.png' as OutputPath, { kind: 'copied', path: 'i.png' as OutputPath, from: name }],
    ])
    for (const files of [memoryFiles({ [name]: bytes }), diskFiles(book)]) {
      const request = { outputs, files, outputDir: out, bookDir: book }
      rmSync(out, { recursive: true, force: true })
      expect(await writeSite(request)).toMatchObject({ written: 1, diagnostics: [] })
      expect(readFileSync(path.join(out, 'i.png')).equals(bytes)).toBe(true)
      expect(await writeSite(request)).toMatchObject({ written: 0, unchanged: 1 })
    }
    bytes[599_999] = 8
    writeFileSync(path.join(book, name), bytes)
    const files = diskFiles(book)
    expect(await writeSite({ outputs, files, outputDir: out, bookDir: book })).toMatchObject({
      written: 1,
    })
  })

  test('a file that became a link out of the book is not copied', async () => {
    const name = 'notes.txt' as BookPath
    const secret = path.join(path.dirname(book), 'secret.txt')
    writeFileSync(secret, 'SECRET')
    writeFileSync(path.join(book, name), 'notes')
    const files = diskFiles(book)
    expect(files.list()).toContain(name)
    rmSync(path.join(book, name))
    symlinkSync(secret, path.join(book, name))
    const outputs = new Map<OutputPath, OutputFile>([
      ['n.txt' as OutputPath, { kind: 'copied', path: 'n.txt' as OutputPath, from: name }],
    ])
    const { diagnostics } = await writeSite({ outputs, files, outputDir: out, bookDir: book })
    expect(diagnostics.map(({ code }) => code)).toEqual(['output/unreadable-source'])
    expect(existsSync(path.join(out, 'n.txt'))).toBe(false)
  })

  test('a file of the book that is gone by now stops everything', async () => {
    await write({ 'index.html': 'old' })
    const outputs = new Map<OutputPath, OutputFile>([
      ...made({ 'index.html': 'new' }),
      [
        'i.png' as OutputPath,
        { kind: 'copied', path: 'i.png' as OutputPath, from: '图.png' as BookPath },
      ],
    ])
    const report = await writeSite({
      outputs,
      files: memoryFiles({}),
      outputDir: out,
      bookDir: book,
    })
    expect(codes(report)).toEqual(['output/unreadable-source'])
    expect(snapshot()).toEqual({ 'index.html': 'old' })
  })

  test('keeps its list free of times and in a fixed order', async () => {
    await write({ 'b.html': '', 'a.html': '' })
    const list = readFileSync(path.join(out, '.handbook-manifest.json'), 'utf8')
    rmSync(out, { recursive: true })
    await write({ 'a.html': '', 'b.html': '' })
    expect(readFileSync(path.join(out, '.handbook-manifest.json'), 'utf8')).toBe(list)
    expect(JSON.parse(list)).toEqual({
      generator: 'handbook',
      version: 1,
      files: ['a.html', 'b.html'],
    })
  })

  test('a thousand unchanged pages take no more time than new ones', async () => {
    const page = '<p>内容</p>\n'.repeat(800)
    const site = Object.fromEntries(
      Array.from({ length: 1000 }, (_, n) => [`c${n % 20}/${n}.html`, page + n]),
    )
    const cost = async (unchanged: number): Promise<number> => {
      const begin = process.cpuUsage()
      expect(await write(site)).toMatchObject({ written: 1000 - unchanged, unchanged })
      const { user, system } = process.cpuUsage(begin)
      return user + system
    }
    const first = await cost(0)
    const again = [await cost(1000), await cost(1000), await cost(1000)]
    expect(Math.min(...again)).toBeLessThan(first)
  })
})

describe('files of others', () => {
  test('stay where they are, beside ours', async () => {
    await write({ 'index.html': '', 'a/b.html': '' })
    writeFileSync(path.join(out, 'CNAME'), 'example.org')
    writeFileSync(path.join(out, 'a/notes.txt'), 'mine')
    await write({ 'index.html': 'new' })
    expect(snapshot()).toEqual({
      CNAME: 'example.org',
      'a/': '',
      'a/notes.txt': 'mine',
      'index.html': 'new',
    })
  })

  test.each([
    ['a file', 'x.html', (): void => writeFileSync(path.join(out, 'x.html'), 'mine')],
    [
      'a file where a folder is needed',
      'x/y.html',
      (): void => writeFileSync(path.join(out, 'x'), 'mine'),
    ],
    [
      'a folder with a file where a file is needed',
      'x',
      (): void => {
        mkdirSync(path.join(out, 'x'))
        writeFileSync(path.join(out, 'x/mine.txt'), 'mine')
      },
    ],
    ['a link', 'x.html', (): void => symlinkSync(book, path.join(out, 'x.html'))],
    [
      'a link where a folder is needed',
      'x/y.html',
      (): void => symlinkSync(book, path.join(out, 'x')),
    ],
  ])('%s in the way is an error, and nothing is written', async (_what, wanted, put) => {
    await write({ 'index.html': 'old' })
    put()
    const before = snapshot()
    const report = await write({ 'index.html': 'new', [wanted]: 'ours' })
    expect(codes(report)).toEqual(['output/foreign-collision'])
    expect(snapshot()).toEqual(before)
    expect(readdirSync(book)).toEqual(['_book'])
  })

  test('a folder of ours that became a link is not followed when its files vanish from the book', async () => {
    await write({ 'index.html': '', 'a/b.html': 'ours' })
    const elsewhere = path.join(top, 'elsewhere')
    mkdirSync(elsewhere)
    writeFileSync(path.join(elsewhere, 'b.html'), 'precious')
    rmSync(path.join(out, 'a'), { recursive: true })
    symlinkSync(elsewhere, path.join(out, 'a'))
    expect(await write({ 'index.html': '' })).toMatchObject({ removed: 0, diagnostics: [] })
    expect(readFileSync(path.join(elsewhere, 'b.html'), 'utf8')).toBe('precious')
  })

  test('a file of ours that became a link is replaced, not written through', async () => {
    await write({ 'a.html': 'old' })
    const precious = path.join(top, 'precious')
    writeFileSync(precious, 'precious')
    rmSync(path.join(out, 'a.html'))
    symlinkSync(precious, path.join(out, 'a.html'))
    expect(await write({ 'a.html': 'precious' })).toMatchObject({ written: 1 })
    expect(lstatSync(path.join(out, 'a.html')).isFile()).toBe(true)
    expect(readFileSync(precious, 'utf8')).toBe('precious')
  })

  test('a hard link elsewhere keeps the old content', async () => {
    await write({ 'a.html': 'old' })
    linkSync(path.join(out, 'a.html'), path.join(top, 'kept.html'))
    await write({ 'a.html': 'new' })
    expect(readFileSync(path.join(top, 'kept.html'), 'utf8')).toBe('old')
  })

  test('a list that names files outside the folder is not believed', async () => {
    mkdirSync(out)
    const list = { generator: 'handbook', version: 1, files: ['../SUMMARY.md'] }
    writeFileSync(path.join(out, '.handbook-manifest.json'), JSON.stringify(list))
    writeFileSync(path.join(book, 'SUMMARY.md'), '* [A](a.md)')
    expect(codes(await write({ 'index.html': '' }))).toEqual(['output/foreign-files'])
    expect(existsSync(path.join(book, 'SUMMARY.md'))).toBe(true)
  })

  test.each(['', '{', '[]', '{"version":2,"files":[]}'])(
    'a list that reads %j is not guessed at',
    async (text) => {
      mkdirSync(out)
      writeFileSync(path.join(out, '.handbook-manifest.json'), text)
      expect(codes(await write({ 'index.html': '' }))).toEqual(['output/foreign-files'])
    },
  )
})

const refused = async (to: string): Promise<readonly string[]> => {
  const before = snapshot(top)
  const report = await write({ 'index.html': 'ours' }, to)
  expect(snapshot(top)).toEqual(before)
  expect(report).toMatchObject({ written: 0, removed: 0 })
  expect(report.diagnostics.map(english)[0]?.hint).toMatch(/\w/)
  return codes(report)
}

describe('an output folder is refused when', () => {
  test('it is the book, however it is spelled', async () => {
    writeFileSync(path.join(book, 'README.md'), '# 书')
    symlinkSync(book, path.join(top, 'link'))
    expect(await refused(book)).toEqual(['output/is-book'])
    expect(await refused(`${book}/x/..`)).toEqual(['output/is-book'])
    expect(await refused(path.join(top, 'link'))).toEqual(['output/is-book'])
  })

  test('it contains the book', async () => {
    expect(await refused(top)).toEqual(['output/contains-book'])
    expect(await refused('/')).toEqual(['output/contains-book'])
  })

  test('it has content that is not ours', async () => {
    mkdirSync(out)
    writeFileSync(path.join(out, 'thesis.doc'), 'years of work')
    symlinkSync(out, path.join(top, 'link'))
    expect(await refused(out)).toEqual(['output/foreign-files'])
    expect(await refused(path.join(top, 'link'))).toEqual(['output/foreign-files'])
  })

  test('it is a file, or below one', async () => {
    writeFileSync(path.join(top, 'file'), '')
    symlinkSync(path.join(top, 'file'), path.join(top, 'link'))
    expect(await refused(path.join(top, 'file'))).toEqual(['output/not-a-folder'])
    expect(await refused(path.join(top, 'link'))).toEqual(['output/not-a-folder'])
    expect(await refused(path.join(top, 'file/below'))).toEqual(['output/unwritable'])
  })

  test('it is a link that leads nowhere or in a circle', async () => {
    symlinkSync(path.join(top, 'nowhere'), path.join(top, 'dangling'))
    symlinkSync(path.join(top, 'circle'), path.join(top, 'circle'))
    expect(await refused(path.join(top, 'dangling'))).toEqual(['output/unwritable'])
    expect(await refused(path.join(top, 'circle'))).toEqual(['output/unwritable'])
  })
})

test('an output folder may hold traces of version control and of file managers', async () => {
  mkdirSync(path.join(out, '.git'), { recursive: true })
  for (const name of ['.DS_Store', 'Thumbs.db']) writeFileSync(path.join(out, name), '')
  expect(await write({ 'index.html': '' })).toMatchObject({ written: 1, diagnostics: [] })
})

test('a folder with a similar name beside the book is no part of it', async () => {
  expect(await write({ 'index.html': '' }, `${book}-site/deep`)).toMatchObject({ written: 1 })
})

describe('names that cannot be written', () => {
  test('what lies in a file is left out, and the rest is written', async () => {
    const report = await write({ 'a.html': '', 'a.html/b.png': '', 'a.html/c/d.png': '', b: '' })
    expect(codes(report)).toEqual(['output/file-and-folder', 'output/file-and-folder'])
    expect(snapshot()).toEqual({ 'a.html': '', b: '' })
    expect(await write({ 'a.html/b.png': '' })).toMatchObject({ written: 1, diagnostics: [] })
    expect(snapshot()).toEqual({ 'a.html/': '', 'a.html/b.png': '' })
  })

  test('a name that is too long is an error, and the old site stays', async () => {
    await write({ 'index.html': 'old' })
    const report = await write({ 'index.html': 'new', [`${'长'.repeat(200)}.html`]: '' })
    expect(codes(report)).toEqual(['output/unwritable'])
    expect(report.diagnostics.map(english)[0]?.message).toContain('the name is too long')
    expect(snapshot()).toEqual({ 'index.html': 'old' })
  })

  test.each(['.handbook-manifest.json', '.handbook-tmp/x', '.Handbook-TMP/x'])(
    '%s is reserved',
    async (name) => {
      const report = await write({ [name]: 'foreign', 'index.html': '' })
      expect(codes(report)).toEqual(['output/reserved-name'])
      expect(snapshot()).toEqual({ 'index.html': '' })
    },
  )
})

test.skipIf(process.getuid?.() === 0)('a read-only folder is one sentence', async () => {
  await write({ 'index.html': 'old', 'a/b.html': '' })
  chmodSync(path.join(out, 'a'), 0o555)
  const report = await write({ 'index.html': 'new', 'a/b.html': 'new' })
  chmodSync(path.join(out, 'a'), 0o755)
  expect(codes(report)).toEqual(['output/unwritable'])
  expect(snapshot()).toEqual({ 'a/': '', 'a/b.html': '', 'index.html': 'old' })
})

const lock = (content: string): void => {
  mkdirSync(path.join(out, '.handbook-tmp'), { recursive: true })
  writeFileSync(path.join(out, '.handbook-tmp/lock'), content)
}

describe('one writer at a time', () => {
  test('a second one is told to wait, and the lock of the first stays', async () => {
    await write({ 'index.html': 'old' })
    lock(`${process.ppid} 0\n`)
    expect(codes(await write({ 'index.html': 'new' }))).toEqual(['output/busy'])
    expect(snapshot()).toEqual({
      '.handbook-tmp/': '',
      '.handbook-tmp/lock': `${process.ppid} 0\n`,
      'index.html': 'old',
    })
  })

  test.each([
    [
      'a dead process',
      async (): Promise<string> => {
        const child = spawn(process.execPath, ['-e', ''])
        await once(child, 'exit')
        return `${child.pid} 1\n`
      },
    ],
    [
      'an earlier process with the same id',
      (): Promise<string> => Promise.resolve(`${process.pid} 1\n`),
    ],
    ['nobody', (): Promise<string> => Promise.resolve('')],
  ])('the lock of %s does not count, and what it left is cleaned up', async (_who, content) => {
    await write({ 'index.html': 'old' })
    lock(await content())
    writeFileSync(path.join(out, '.handbook-tmp/17'), 'half')
    expect(await write({ 'index.html': 'new' })).toMatchObject({ written: 1, diagnostics: [] })
    expect(snapshot()).toEqual({ 'index.html': 'new' })
  })

  test.skipIf(process.platform !== 'linux')(
    'the lock of a process whose id another one has now does not count',
    async () => {
      await write({ 'index.html': 'old' })
      lock(`${process.ppid} 0 1\n`)
      expect(codes(await write({ 'index.html': 'new' }))).toEqual([])
      expect(snapshot()).toEqual({ 'index.html': 'new' })
    },
  )

  test('a folder that vanishes while the lock is taken is made again', async () => {
    const temporary = path.join(out, '.handbook-tmp')
    for (let turn = 0; turn < 50; turn += 1) {
      const [first, second] = [takeLock(temporary), takeLock(temporary)]
      expect([first.kind, second.kind]).toEqual(['taken', 'busy'])
      writeFileSync(path.join(temporary, '17'), 'half')
      if (first.kind === 'taken') first.release()
      expect(existsSync(temporary)).toBe(false)
    }
    expect(readdirSync(out)).toEqual([])
  })

  test('many processes that start together leave one whole site', async () => {
    const script = `
      import { writeSite } from ${JSON.stringify(path.resolve('src/output/write.ts'))}
      import { memoryFiles } from ${JSON.stringify(path.resolve('src/files/memory.ts'))}
      const [outputDir, bookDir] = process.argv.slice(-2)
      const outputs = new Map([['a.html', { kind: 'made', path: 'a.html', content: 'a'.repeat(5000) }]])
      for (let turn = 0; turn < 40; turn += 1) {
        const { diagnostics } = await writeSite({ outputs, files: memoryFiles({}), outputDir, bookDir })
        for (const { code, args } of diagnostics)
          if (code !== 'output/busy') console.log(code, JSON.stringify(args))
      }
    `
    const file = path.join(top, 'writers.mts')
    writeFileSync(file, script)
    const said = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const child = spawn(process.execPath, ['--import', 'tsx', file, out, book])
        let text = ''
        child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
        child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
        await once(child, 'exit')
        return text
      }),
    )
    expect(said.join('')).toBe('')
    expect(snapshot()).toEqual({ 'a.html': 'a'.repeat(5000) })
  })

  test('of two that start together one writes, and none breaks the site', async () => {
    const reports = await Promise.all([write({ 'a.html': '1' }), write({ 'a.html': '1' })])
    expect(reports.flatMap(codes).filter((code) => code !== 'output/busy')).toEqual([])
    expect(snapshot()).toEqual({ 'a.html': '1' })
  })
})

describe('being interrupted', () => {
  test('leaves the old site when asked to stop while gathering', async () => {
    await write({ 'index.html': 'old' })
    const stop = new AbortController()
    const site = Object.fromEntries(
      Array.from({ length: 3000 }, (_, n) => [`${n}.html`, 'x'.repeat(20_000)]),
    )
    const writing = writeSite({
      outputs: made({ 'index.html': 'new', ...site }),
      files: memoryFiles({}),
      outputDir: out,
      bookDir: book,
      signal: stop.signal,
    })
    stop.abort()
    await expect(writing).rejects.toThrow(/abort/)
    expect(snapshot()).toEqual({ 'index.html': 'old' })
  })

  test('by a kill at any moment leaves whole files, and the next build puts all right', async () => {
    const script = `
      import { writeSite } from ${JSON.stringify(path.resolve('src/output/write.ts'))}
      import { memoryFiles } from ${JSON.stringify(path.resolve('src/files/memory.ts'))}
      const [out, book, letter] = process.argv.slice(-3)
      const outputs = new Map()
      for (let n = 0; n < 300; n += 1) {
        const path = (n % 2 ? letter : 'same') + '/' + n + '.html'
        outputs.set(path, { kind: 'made', path, content: letter.repeat(5000) })
      }
      process.stdout.write('go')
      await writeSite({ outputs, files: memoryFiles({}), outputDir: out, bookDir: book })
    `
    const file = path.join(top, 'writer.mts')
    writeFileSync(file, script)
    for (const [round, delayMs] of [2, 5, 9, 14, 20, 30].entries()) {
      const letter = round % 2 === 0 ? 'a' : 'b'
      const child = spawn(process.execPath, ['--import', 'tsx', file, out, book, letter], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
      const ended = once(child, 'exit')
      setTimeout(() => child.kill('SIGKILL'), delayMs)
      await ended
      for (const [name, content] of Object.entries(existsSync(out) ? snapshot() : {}))
        if (name.endsWith('.html')) expect(content).toMatch(/^(a{5000}|b{5000})$/)
    }
    const report = await write({ 'index.html': 'done' })
    expect(report.diagnostics).toEqual([])
    expect(snapshot()).toEqual({ 'index.html': 'done' })
  }, 60_000)
})

function inParts(...parts: readonly string[]): ReadonlyMap<OutputPath, OutputFile> {
  const name = 'all.html' as OutputPath
  const file: OutputFile = {
    kind: 'made',
    path: name,
    parts: () => parts.map((content) => ({ content })),
    get content(): string {
      throw new Error('too long for one text')
    },
  }
  return new Map([[name, file]])
}

test('a file in parts is written and compared part by part, and never made as a whole', async () => {
  const put = (...parts: readonly string[]): Promise<WriteReport> =>
    writeSite({ outputs: inParts(...parts), files: memoryFiles({}), outputDir: out, bookDir: book })
  expect(await put('one', '', ' 二')).toMatchObject({ written: 1, diagnostics: [] })
  expect(readFileSync(path.join(out, 'all.html'), 'utf8')).toBe('one 二')
  expect(await put('one 二')).toMatchObject({ written: 0, unchanged: 1 })
  for (const other of [['one ', '三'], ['one'], ['one 二', '!'], []])
    expect(await put(...other), other.join()).toMatchObject({ written: 1 })
})
