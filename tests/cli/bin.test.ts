// The command as its users meet it: a process with arguments, two streams and an exit status.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { displayWidth } from '../../src/cli/display-width.ts'
import { run } from '../../src/cli/program.ts'
import { compare } from '../../src/core/diagnostic.ts'
import { compileProgram } from '../support/compiled.ts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeFiles } from '../support/write-files.ts'

const repository = path.resolve(import.meta.dirname, '../..')
let installed = ''
let cwd = ''

beforeAll(() => {
  installed = compileProgram()
}, 120_000)
afterAll(() => rmSync(installed, { recursive: true, force: true }))
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'handbook-cli-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

interface Result {
  readonly exitCode: number | null
  readonly out: string
  readonly err: string
}

const plainEnv = { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), LANG: 'en_US.UTF-8' }

function start(
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
): ChildProcess {
  return spawn(process.execPath, [path.join(installed, 'dist/bin.js'), ...args], {
    cwd,
    env: { ...plainEnv, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function handbook(
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
): Promise<Result> {
  const child = start(args, env)
  let [out, err] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text))
  const [exitCode] = (await once(child, 'close')) as [number | null]
  return { exitCode, out, err }
}

function put(files: { readonly [name: string]: string }): void {
  writeFiles(cwd, files)
}

const read = (name: string): string => readFileSync(path.join(cwd, name), 'utf8')
const isThere = (name: string): boolean => existsSync(path.join(cwd, name))

const book = {
  'README.md': '# 我的书\n\nHello.\n',
  'SUMMARY.md': '# Summary\r\n\r\n* [Home](README.md)\r\n* [安装](guide/安装.md)\r\n',
  'guide/安装.md': '# 安装\n\n[home](../README.md)\n',
}

describe('handbook', () => {
  test.each([['--version'], ['-V'], ['-v']])(
    '%s prints the version and nothing else',
    async (flag) => {
      const { version } = JSON.parse(
        readFileSync(path.join(repository, 'package.json'), 'utf8'),
      ) as {
        readonly version: string
      }
      expect(await handbook([flag])).toEqual({ exitCode: 0, out: `${version}\n`, err: '' })
    },
  )

  test.each([
    ['--version', false],
    ['--help', true],
  ])('loads nothing heavy for %s', async (flag, needsCommands) => {
    const coverage = path.join(cwd, 'coverage')
    await handbook([flag], { NODE_V8_COVERAGE: coverage })
    const loaded = readdirSync(coverage).flatMap((name) => {
      const { result } = JSON.parse(read(`coverage/${name}`)) as {
        readonly result: readonly { readonly url: string }[]
      }
      return result.map(({ url }) => url)
    })
    expect(loaded.some((url) => url.includes('/dist/bin.js'))).toBe(true)
    expect(loaded.some((url) => url.includes('/dist/cli/program.js'))).toBe(needsCommands)
    const heavy =
      /markdown-it|highlight|chokidar|handlebars|asciidoctor|dist\/(?:build|dev|markdown|book|page)\//
    expect(loaded.filter((url) => heavy.test(url))).toEqual([])
  })

  test.each([
    [['--help'], 'Commands:'],
    [['help'], 'Commands:'],
    [['help', 'build'], 'handbook build docs public'],
    [['build', '--help'], '--strict'],
    [['serve', '--help'], '--strict-port'],
    [['init', '-h'], '--languages <list>'],
  ])('%j explains itself on standard output', async (args, expected) => {
    const { exitCode, out, err } = await handbook(args)
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    expect(out).toContain(expected)
    expect(out).not.toContain('lrport')
  })

  test('help of a command that does not exist names the one that was meant', async () => {
    const { exitCode, err } = await handbook(['help', 'biuld'])
    expect(exitCode).toBe(2)
    expect(err).toMatch(/error: Unknown command "biuld"\n {2}= hint: Did you mean "build"\?\n$/)
  })

  test.each([
    [40, 'en_US.UTF-8'],
    [80, 'zh_CN.UTF-8'],
    [40, 'zh_CN.UTF-8'],
  ])('help in %i columns in %s ends its lines between words', async (columns, LANG) => {
    for (const args of [['--help'], ['check', '--help'], ['init', '--help']]) {
      const out: string[] = []
      const write = (text: string): number => out.push(text)
      await run(args, { out: { write, columns }, err: { write }, env: { LANG }, cwd })
      const lines = out.join('').split('\n')
      // Examples are to be copied.
      const prose = lines.filter((line) => !/^ {2}handbook /.test(line))
      expect(prose.filter((line) => displayWidth(line) > columns)).toEqual([])
    }
  })

  test('without a command it shows the help and counts it as a mistake', async () => {
    const { exitCode, out, err } = await handbook([])
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' })
    expect(err).toContain('Commands:')
  })

  test.each([
    [['biuld'], 'Unknown command "biuld"', 'Did you mean "build"?'],
    [['install'], 'Unknown command "install"', 'Plugins need no installation'],
    [['docs'], 'Unknown command "docs"', '`handbook build docs` builds the book in that folder'],
    [
      ['xyzzy'],
      'Unknown command "xyzzy"',
      'The commands are build, serve, init, check, config, explain, mv, urls, epub, pdf; `handbook --help`',
    ],
    [['build', '--stirct'], 'Unknown option "--stirct"', 'Did you mean "--strict"?'],
    [['build', '-x'], 'Unknown option "-x"', '`handbook build --help`'],
    [['config', '-x'], 'Unknown option "-x"', '`handbook config --help`'],
    [['-x', 'build'], 'Unknown option "-x"', '`handbook --help`'],
    [
      ['--strict', 'build', 'my docs'],
      'The option "--strict" belongs behind its command',
      '`handbook build --strict "my docs"`',
    ],
    [
      ['build', '--format', 'ebook'],
      '"ebook" is no value for --format',
      'It is one of human, json',
    ],
    [['serve', '--port', '80a'], '"80a" is no value for --port', 'from 0 to 65535'],
    [['serve', '--port', '65536'], '"65536" is no value for --port', 'from 0 to 65535'],
    [['serve', '--host'], '--host needs a value', '`handbook serve --help`'],
    [['build', 'a', 'b', 'c'], 'Too many arguments for "build"', '`handbook build --help`'],
  ])('%j is wrong usage', async (args, message, hint) => {
    put({ 'docs/README.md': '# Docs' })
    const { exitCode, out, err } = await handbook(args)
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' })
    const [first = '', second = '', ...rest] = err.split('\n')
    expect(first).toContain(`error: ${message}`)
    expect(second).toContain('  = hint: ')
    expect(second).toContain(hint)
    expect(rest).toEqual([''])
  })
})

describe('handbook build', () => {
  test('writes the site and says so in one line on standard output', async () => {
    put(book)
    const first = await handbook(['build'])
    expect(first).toMatchObject({ exitCode: 0, err: '' })
    expect(first.out).toMatch(/^2 pages, \d+ files written to _book in \d+\.\d+ s\n$/)
    expect(read('_book/guide/安装.html')).toContain('安装')
    const second = await handbook(['build'])
    expect(second.out).toMatch(/^2 pages, 0 files written \(\d+ unchanged\) to _book in /)
    rmSync(path.join(cwd, 'guide'), { recursive: true })
    put({ 'SUMMARY.md': '* [Home](README.md)\n' })
    // The page, its Markdown, and how the words of the book sound: it is not in Chinese any longer.
    expect((await handbook(['build'])).out).toMatch(/^1 page, .* 3 removed\) to _book/)
    expect(isThere('_book/guide')).toBe(false)
  })

  test('takes the book and the output from where it is called', async () => {
    put({ 'docs/README.md': '# Docs', 'docs/SUMMARY.md': '* [Docs](README.md)\n' })
    expect((await handbook(['build', 'docs', 'public/site'])).out).toContain(' to public/site in ')
    expect(isThere('public/site/index.html')).toBe(true)
    expect(isThere('docs/_book')).toBe(false)
  })

  test('writes nothing when the book has an error, and the old site stays', async () => {
    put(book)
    await handbook(['build'])
    const old = read('_book/index.html')
    put({ 'README.md': '# New', 'book.json': '{\n  "title": "x"\n' })
    const { exitCode, out, err } = await handbook(['build'])
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' })
    expect(err).toMatch(/^error\[config\//)
    expect(err).toMatch(/┌─ book\.json:\d+:\d+\n/)
    expect(err).toMatch(/\n1 error in 1 file\nNothing was written; _book is as it was\n$/)
    expect(read('_book/index.html')).toBe(old)
  })

  test('shows warnings with their places seen from where it was called', async () => {
    put({
      'docs/README.md': '# Docs\n\n看[这里](没有.md)。\n',
      'docs/SUMMARY.md': '* [Docs](README.md)\n',
    })
    const { exitCode, out, err } = await handbook(['build', 'docs'])
    expect(exitCode).toBe(0)
    expect(err).toContain(
      [
        `  ┌─ ${path.join('docs', 'README.md')}:3:7`,
        '  │',
        ' 3│ 看[这里](没有.md)。',
        '  │          ^^^^^^^',
        '',
      ].join('\n'),
    )
    expect(err).toMatch(/\n1 warning in 1 file\n$/)
    expect(out).toContain(' written to ')
  })

  test('with --strict a warning is enough to write nothing', async () => {
    put({ ...book, 'README.md': '[gone](gone.md)\n' })
    const { exitCode, out, err } = await handbook(['build', '--strict'])
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' })
    expect(err).toContain('Nothing was written, because --strict allows no warnings\n')
    expect(isThere('_book')).toBe(false)
  })

  test('with -q it says nothing about a book that can be built', async () => {
    put({ ...book, 'README.md': '[gone](gone.md)\n' })
    expect(await handbook(['build', '-q'])).toEqual({ exitCode: 0, out: '', err: '' })
  })

  test('with --format json it prints one object and nothing else', async () => {
    put({ ...book, 'README.md': '# A\n\n[gone](gone.md)\n' })
    const { exitCode, out, err } = await handbook(['build', '--format', 'json'])
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    const report = JSON.parse(out) as { readonly [key: string]: unknown }
    expect(Object.keys(report)).toEqual([
      'version',
      'ok',
      'pages',
      'seconds',
      'site',
      'diagnostics',
    ])
    expect(report).toMatchObject({
      version: 1,
      ok: true,
      pages: 2,
      site: { path: path.join(cwd, '_book'), unchanged: 0, removed: 0 },
      diagnostics: [
        {
          code: 'links/missing-file',
          severity: 'warning',
          at: { file: 'README.md', start: { line: 3, column: 8 }, end: { line: 3, column: 15 } },
        },
      ],
    })
    const failed = await handbook(['build', 'nowhere', '--format', 'json'])
    expect(JSON.parse(failed.out)).toMatchObject({ version: 1, ok: false, pages: 0, site: null })
    expect(failed).toMatchObject({ exitCode: 1, err: '' })
  })

  test('accepts the flags of older tools and says once that they mean nothing', async () => {
    put(book)
    const old = ['--log', 'debug', '--timing', '--reload', '--format', 'website']
    const { exitCode, err } = await handbook(['build', ...old])
    expect(exitCode).toBe(0)
    expect(err).toBe(
      'info[cli/ignored-flag]: "--log", "--timing", "--reload" have no meaning any more and can be left out\n\n',
    )
  })

  test.each([
    [['nowhere'], 'cli/missing-folder', '`handbook init nowhere`'],
    [['doc'], 'cli/missing-folder', 'Did you mean "docs"?'],
    [['README.md'], 'cli/not-a-folder', '"."'],
    [['.', '.'], 'output/is-book', '_book'],
    [['docs', '.'], 'output/contains-book', 'inside the book'],
    [['.', 'docs'], 'output/foreign-files', 'empty folder'],
    [['.', 'README.md'], 'output/not-a-folder', 'another folder'],
  ])('build %j is refused', async (args, code, hint) => {
    put({ ...book, 'docs/README.md': '# Docs', 'docs/SUMMARY.md': '' })
    const { exitCode, out, err } = await handbook(['build', ...args])
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' })
    expect(err).toContain(`error[${code}]: `)
    expect(err).toContain(hint)
    expect(readdirSync(cwd).sort(compare)).toEqual(['README.md', 'SUMMARY.md', 'docs', 'guide'])
  })

  test('an empty folder is no book', async () => {
    const { exitCode, err } = await handbook(['build'])
    expect(exitCode).toBe(1)
    expect(err).toContain('error[book/no-readme]')
    expect(readdirSync(cwd)).toEqual([])
  })

  test('speaks Chinese in a Chinese locale, and in color when told to', async () => {
    put(book)
    const chinese = await handbook(['build'], { LC_ALL: 'zh_CN.UTF-8' })
    expect(chinese.out).toMatch(/^共 2 页，写入 \d+ 个文件到 _book，用时 [\d.]+ 秒\n$/)
    expect((await handbook(['biuld'], { LC_ALL: 'zh_CN.UTF-8' })).err).toContain('错误: ')
    expect((await handbook(['biuld'], { FORCE_COLOR: '1' })).err).toContain('\u001B[')
    expect((await handbook(['biuld'])).err).not.toContain('\u001B[')
  })

  test('is silent about a reader that has seen enough', async () => {
    const links = Array.from({ length: 3000 }, (_, n) => `[${n}](gone-${n}.md)\n\n`)
    put({ ...book, 'README.md': links.join('') })
    const child = start(['build', '--format', 'json'])
    let err = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.stdout?.once('data', () => child.stdout?.destroy())
    const [exitCode] = (await once(child, 'close')) as [number | null]
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
  })

  test.skipIf(process.platform === 'win32')('stops cleanly at Ctrl-C', async () => {
    const chapters = Array.from({ length: 400 }, (_, n) => n)
    put({
      'README.md': '# A',
      'SUMMARY.md': `* [A](README.md)\n${chapters.map((n) => `* [${n}](c/${n}.md)\n`).join('')}`,
      ...Object.fromEntries(chapters.map((n) => [`c/${n}.md`, `# ${n}\n\n${'text '.repeat(500)}`])),
    })
    mkdirSync(path.join(cwd, '_book'))
    const child = start(['build'])
    const ended = once(child, 'close')
    // The lock appears when writing begins. Whether the signal comes before or after the last file is left to chance.
    while (child.exitCode === null && !isThere('_book/.handbook-tmp/lock'))
      await new Promise((resolve) => setImmediate(resolve))
    child.kill('SIGINT')
    const [exitCode] = (await ended) as [number | null]
    expect([0, 130]).toContain(exitCode)
    expect(isThere('_book/.handbook-tmp')).toBe(false)
    expect(await handbook(['build'])).toMatchObject({ exitCode: 0, err: '' })
  })
})

describe('handbook init', () => {
  test('begins a book that builds without a warning', async () => {
    const { exitCode, out, err } = await handbook(['init', 'my-book'])
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    expect(out).toContain(`created ${path.join('my-book', 'README.md')}\n`)
    expect(out).toContain('handbook serve my-book')
    expect(read('my-book/README.md')).toMatch(/^# My book\n/)
    expect(read('my-book/SUMMARY.md')).toContain('(writing/pages.md)')
    expect(await handbook(['build', 'my-book', '--strict'])).toMatchObject({ exitCode: 0, err: '' })
  })

  test('takes the name of a file for a mistake', async () => {
    expect(await handbook(['init', 'README.md'])).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('Name the folder that holds it: "."') as string,
    })
    expect(isThere('README.md')).toBe(false)
  })

  test('names commands that work after npx, which leaves none behind', async () => {
    const { out } = await handbook(['init', 'my-book'], { npm_command: 'exec' })
    expect(out).toContain('npm start --prefix my-book')
    expect(out).toContain('npm run build --prefix my-book')
    expect(out).not.toMatch(/handbook (?:serve|build)/)
  })

  test('creates the files that SUMMARY names, and changes none that exists', async () => {
    const summary =
      '# 目录\r\n\r\nText.\r\n\r\n- [首页](README.md)\r\n- [安装](a/安装.md)\r\n  - [Doc](a/b/doc.adoc)\r\n- [Again](a/安装.md#x)\r\n' +
      '- [Web](https://example.org)\r\n- [Out](../out.md)\r\n- [PDF](x.pdf)\r\n- [C \\*#](c.markdown)\r\n'
    put({ 'SUMMARY.md': summary, 'README.md': 'kept' })
    const { exitCode, out, err } = await handbook(['init'])
    expect(exitCode).toBe(0)
    expect(out.match(/(?<=created ).+/g)?.map((name) => name.replaceAll('\\', '/'))).toEqual([
      'a/安装.md',
      'a/b/doc.adoc',
      'c.markdown',
    ])
    expect(read('a/安装.md')).toBe('# 安装\n')
    expect(read('a/b/doc.adoc')).toBe('= Doc\n')
    expect(read('c.markdown')).toBe('# C \\*\\#\n')
    expect(read('SUMMARY.md')).toBe(summary)
    expect(read('README.md')).toBe('kept')
    expect(err).toContain('[summary/outside-book]')
    expect(err).not.toContain('安装')
    expect(isThere('../out.md')).toBe(false)
    expect((await handbook(['init'])).out).toContain('Nothing to create')
  })

  test('reads the configuration: root, names and language', async () => {
    const structure = { readme: 'INTRO.adoc', summary: 'toc.md' }
    put({ 'book.json': JSON.stringify({ root: './docs', structure, language: 'zh-hans' }) })
    expect(await handbook(['init'])).toMatchObject({ exitCode: 0, err: '' })
    expect(read('docs/INTRO.adoc')).toBe('= 简介\n')
    expect(read('docs/toc.md')).toBe('# 目录\n\n* [简介](INTRO.adoc)\n')
    expect(readdirSync(cwd).sort(compare)).toEqual(['book.json', 'docs'])
  })

  test('begins every language of a book', async () => {
    put({ 'LANGS.md': '* [English](en)\n* [中文](zh/)\n* [Out](../fr)\n' })
    await handbook(['init'])
    expect(readdirSync(cwd).sort(compare)).toEqual(['LANGS.md', 'en', 'zh'])
    expect(read('en/README.md')).toBe('# Introduction\n')
    expect(read('zh/SUMMARY.md')).toBe('# 目录\n\n* [简介](README.md)\n')
  })

  test('does not begin a book whose configuration it cannot read', async () => {
    put({ 'book.json': '{' })
    const { exitCode, err } = await handbook(['init'])
    expect(exitCode).toBe(1)
    expect(err).toContain('error[config/')
    expect(readdirSync(cwd)).toEqual(['book.json'])
  })

  test('follows no link out of the book', async () => {
    put({ 'book/SUMMARY.md': '* [A](README.md)\n* [B](link/b.md)\n', 'book/README.md': '# A' })
    mkdirSync(path.join(cwd, 'elsewhere'))
    symlinkSync(path.join(cwd, 'elsewhere'), path.join(cwd, 'book/link'), 'junction')
    const { exitCode, err } = await handbook(['init', 'book'])
    expect(exitCode).toBe(1)
    expect(err).toContain('error[cli/init-outside-book]')
    expect(readdirSync(path.join(cwd, 'elsewhere'))).toEqual([])
  })

  test('tells programs what it created', async () => {
    put({ 'notes.md': '# Notes\n' })
    const { out, err } = await handbook(['init', '--format', 'json'])
    expect(err).toBe('')
    expect(JSON.parse(out)).toEqual({
      version: 1,
      ok: true,
      created: ['README.md', 'SUMMARY.md'],
      diagnostics: [],
    })
  })
})

async function firstLine(child: ChildProcess): Promise<string> {
  let out = ''
  child.stdout?.setEncoding('utf8')
  for await (const text of child.stdout ?? []) {
    out += String(text)
    if (out.includes('\n')) break
  }
  return out
}

describe('handbook serve', () => {
  test('says where it serves, and ends well at Ctrl-C', async () => {
    put(book)
    const child = start(['serve', '--port', '0', '--no-live', '--lrport', '1'])
    const ended = once(child, 'exit')
    const line = await firstLine(child)
    // Nobody asked for a certain port.
    expect(line).not.toContain('in use')
    const url = /http:\/\/localhost:\d+\//.exec(line)?.[0] ?? ''
    const answer = await fetch(url)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('我的书')
    child.kill('SIGINT')
    const [exitCode] = (await ended) as [number | null]
    if (process.platform !== 'win32') expect(exitCode).toBe(0)
    expect(isThere('_book')).toBe(false)
  })

  test('tells a mistake when it is made, and when nothing is wrong any more', async () => {
    put({ 'README.md': '# A\n', 'SUMMARY.md': '* [A](README.md)\n' })
    const child = start(['serve', '--port', '0'])
    let said = ''
    const note = (text: unknown): unknown => (said += String(text))
    child.stdout?.on('data', note)
    child.stderr?.on('data', note)
    const hear = async (words: string): Promise<void> => {
      while (!said.includes(words)) await new Promise((resolve) => setTimeout(resolve, 20))
    }
    try {
      await hear('built in')
      put({ 'README.md': '# A\n\n[b](b.md)\n' })
      await hear('README.md changed')
      expect(said).toContain('links/missing-file')
      expect(said).not.toContain('Nothing is wrong')
      put({ 'README.md': '# A\n\nb\n' })
      await hear('Nothing is wrong')
    } finally {
      child.kill()
    }
  })

  test('a folder that is not there is one sentence', async () => {
    const { exitCode, err } = await handbook(['serve', 'nowhere'])
    expect(exitCode).toBe(1)
    expect(err).toContain('error[cli/missing-folder]: There is no folder "nowhere"')
  })
})
