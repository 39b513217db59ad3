// The same book on machines that differ in everything but the program: the same bytes.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { contentHash } from '../../src/core/hash.ts'
import { compileProgram } from '../support/compiled.ts'

const program = compileProgram()
const top = mkdtempSync(path.join(tmpdir(), 'handbook-same-'))
afterAll(() => {
  for (const folder of [top, program]) rmSync(folder, { recursive: true, force: true })
})

/** What could look at a clock, a locale, a time zone, a folder or a processor. */
const BOOK: { readonly [name: string]: string } = {
  'book.json': '{ "title": "Ï手册", "variables": { "n": 1234567.891 }, "feed": false }',
  'SUMMARY.md': '* [I](README.md)\n* [B](b.adoc)\n* [İ](ı.md)\n* [C](c.md)\n',
  'GLOSSARY.md': '## Frog\n\nGreen.\n\n## İstanbul\n\nA city.\n',
  'README.md':
    '# I\n\n{{ book.n.toLocaleString() }} {{ file.mtime }} {{ "i" | upper }} {{ [3, 1, 2] | sort }} {{ [1, 2, 3] | random }}\n\n' +
    '{% for k, v in {b: 1, a: 2} %}{{ k }}{% endfor %} A Frog in İstanbul.\n\n```js\nlet a = 1\n```\n\n![p](p.svg)\n',
  'b.adoc':
    '= B\n\n{localdate} {localtime} {localdatetime} {docdatetime} {docdate} {doctime} {localyear} {docdir} {docfile} {user-home}\n\n[source,c]\n----\nint i;\n----\n',
  'ı.md': '# Title Iı\n\n## Title Iı\n\n[self](#title-iı)\n',
  'c.md':
    '# C\n\n$$\na^2\n$$\n\n```mermaid\ngraph TD; A-->B\n```\n\n```dot\ndigraph { a -> b }\n```\n',
  'p.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="2"/>',
  'assets/z.txt': 'z',
  'assets/a.txt': 'a',
}

interface Machine {
  readonly folder?: string
  readonly reversed?: boolean
  readonly env?: { readonly [name: string]: string }
  readonly before?: readonly string[]
}

let count = 0
/** Builds the book on a machine; gives every file with the hash of its bytes. */
function built({ folder = 'book', reversed = false, env = {}, before = [] }: Machine): object {
  const home = path.join(top, `${(count += 1)}`)
  const book = path.join(home, folder)
  const names = Object.keys(BOOK)
  for (const name of reversed ? names.toReversed() : names) {
    mkdirSync(path.dirname(path.join(book, name)), { recursive: true })
    writeFileSync(path.join(book, name), BOOK[name] ?? '')
  }
  const site = path.join(home, 'site')
  const call = [process.execPath, path.join(program, 'dist/bin.js'), 'build', book, site]
  const [command = '', ...args] = before.concat(call)
  const { status, stderr } = spawnSync(command, args, {
    cwd: home,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      XDG_CACHE_HOME: path.join(home, 'cache'),
      TMPDIR: tmpdir(),
      ...env,
    },
  })
  expect({ status, stderr }).toMatchObject({ status: 0 })
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return Object.fromEntries(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(site, file), contentHash(readFileSync(file))] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** Can a command be run here? */
function has(command: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const first = built({})

test.each<readonly [string, Machine]>([
  ['in another folder', { folder: 'a folder/with ü' }],
  ['with files that were written in another order', { reversed: true }],
  ['in another time zone', { env: { TZ: 'Pacific/Kiritimati' } }],
  ['in the locale of Turkey', { env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' } }],
  ['in a locale of China', { env: { LC_ALL: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN' } }],
  ['without git', { env: { PATH: path.join(top, 'nothing') } }],
  ['with one thread', { env: { UV_THREADPOOL_SIZE: '1', NODE_OPTIONS: '--v8-pool-size=0' } }],
  ['as the book of a stranger', { env: { HANDBOOK_UNTRUSTED: 'true' } }],
])('%s', (_name, machine) => {
  expect(built(machine)).toEqual(first)
})

test.skipIf(!has('taskset', '-c', '0', 'true'))('with one core', () => {
  expect(built({ before: ['taskset', '-c', '0'] })).toEqual(first)
})

test('the book has what could differ', () => {
  expect(Object.keys(first).length).toBeGreaterThan(15)
})
