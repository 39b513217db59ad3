// The table of docs/security.md, line by line: what each part of a book can do, trusted and not. A line without a trial
// fails, and so does a trial without a line.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { run } from '../src/cli/program.ts'
import { allowanceOf } from '../src/core/trust.ts'
import { startDevServer } from '../src/dev/dev.ts'
import { diskFiles } from '../src/files/disk.ts'
import { memoryFiles } from '../src/files/memory.ts'
import { english } from '../src/messages/en/index.ts'
import { build } from '../src/pipeline/build.ts'
import type { Built } from '../src/pipeline/built.ts'
import { type Contents, codes, content, page, site } from './support/build-book.ts'
import { writeFiles } from './support/write-files.ts'

const manual = readFileSync(path.resolve(import.meta.dirname, '../docs/security.md'), 'utf8')
/** The first cell of each line of the table. */
const lines = [...manual.matchAll(/^\| +([^|\n]+?) +\|/gm)].map(([, cell = '']) => cell).slice(2)

let dir = ''
let marker = ''
beforeEach(() => {
  dir = mkdtempSync(path.join(realpathSync(tmpdir()), 'handbook-untrusted-'))
  marker = path.join(dir, 'PWNED')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(dir, { recursive: true, force: true })
})

function put(contents: Contents): void {
  writeFiles(dir, contents)
}

const trusted = (): Promise<Built> => build({ files: diskFiles(path.join(dir, 'book')) })
const untrusted = (): Promise<Built> =>
  build({ files: diskFiles(path.join(dir, 'book')), trust: 'none' })
const inMemory = (contents: Contents, trust: 'full' | 'none'): Promise<Built> =>
  build({ files: memoryFiles(contents), trust })

async function handbook(
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
): Promise<{ exitCode: number; said: string }> {
  let said = ''
  const write = (text: string): unknown => (said += text)
  const exitCode = await run(args, {
    out: { write },
    err: { write },
    env: { XDG_CACHE_HOME: path.join(dir, 'cache'), ...env },
    cwd: dir,
  })
  return { exitCode, said }
}

const program = (): string => `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')
module.exports = { title: 'From a program' }`

/** The same book, trusted and not, comes out alike. */
async function alike(contents: Contents): Promise<Built> {
  const [one, other] = [await inMemory(contents, 'full'), await inMemory(contents, 'none')]
  expect(site(other)).toEqual(site(one))
  expect(other.diagnostics).toEqual(one.diagnostics)
  return other
}

/** Asks a page of a served book; gives its headers. */
async function served(trust: 'full' | 'none'): Promise<Headers> {
  const files = diskFiles(path.join(dir, 'book'))
  const server = await startDevServer({
    bookDir: path.join(dir, 'book'),
    files,
    build,
    trust,
    host: '127.0.0.1',
    port: 0,
    strictPort: true,
    open: false,
    messages: english,
    formatDiagnostics: () => '',
    onEvent: () => {},
  })
  await server.ready
  const { headers } = await fetch(`http://127.0.0.1:${server.port}/`)
  await server.close()
  return headers
}

/** A book with 300 chapters and a layout of its own. */
const withLayout = (layout: string): Contents => ({
  'README.md': '# A',
  'SUMMARY.md': Array.from({ length: 300 }, (_, index) => `## ${index}\n\n* [A](README.md)\n`).join(
    '\n',
  ),
  '_layouts/layouts/page.hbs': `<p>own</p>${layout}`,
})

const git = (...args: readonly string[]): void =>
  void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
    stdio: 'ignore',
  })

const TRIALS: { readonly [line: string]: () => Promise<void> } = {
  '`book.js`, `book.cjs`, `book.mjs`': async () => {
    put({
      'book/README.md': '# {{ config.title }}',
      'book/book.js': program(),
      'book/book.json': '{"title":"From JSON"}',
    })
    const without = await untrusted()
    expect(existsSync(marker)).toBe(false)
    expect(codes(without)).toEqual(['config/not-run book.js'])
    expect(content(without, 'index.html')).toContain('From JSON')
    expect(content(await trusted(), 'index.html')).toContain('From a program')
    expect(existsSync(marker)).toBe(true)
  },
  '`book.json`, `.gitbook.yaml`, `docs.yaml`': async () => {
    const built = await alike({
      'README.md': '# {{ book.a }}',
      'book.json': '{ "dialect": "gitbook", "variables": { "a": "set", "__proto__": { "b": 1 } } }',
      '.gitbook.yaml': 'redirects: &a\n  x: README.md\n',
    })
    expect(content(built, 'index.html')).toContain('set')
    const deep = await inMemory(
      {
        'README.md': '# A',
        'book.json': `{"variables":{"a":${'['.repeat(3000)}${']'.repeat(3000)}}}`,
      },
      'none',
    )
    expect(codes(deep).join()).toContain('config/')
  },
  'front matter': async () => {
    const built = await alike({
      'README.md': `---js\nrequire('fs').writeFileSync(${JSON.stringify(marker)}, '')\n---\n\n# A\n`,
      'b.md': '---\ntitle: !!js/function "function () { process.exit() }"\n---\n\n# B\n',
      'SUMMARY.md': '* [A](README.md)\n* [B](b.md)\n',
    })
    expect(existsSync(marker)).toBe(false)
    expect(page(built, 'b.html')).toContain('B')
  },
  'SUMMARY, GLOSSARY, LANGS': async () => {
    const built = await alike({
      'LANGS.md': '* [English](en)\n* [Out](../..)\n',
      'en/README.md': '# A term',
      'en/SUMMARY.md': '* [A](README.md)\n* [Out](../../../etc/passwd)\n',
      'en/GLOSSARY.md': '## term\nIt.\n',
    })
    expect([...built.outputs.keys()].filter((name) => name.includes('..'))).toEqual([])
    expect(codes(built).join()).toMatch(/languages\/.*summary\//s)
  },
  'pages in Markdown': async () => {
    const text = `# A\n\n${'words '.repeat(250_000)}`
    expect(codes(await inMemory({ 'README.md': text }, 'full'))).toEqual([])
    expect(codes(await inMemory({ 'README.md': text }, 'none'))).toEqual([
      'page/too-large README.md',
    ])
    await alike({ 'README.md': '# A\n\n<b onclick="x">b</b>\n' })
  },
  'pages in AsciiDoc': async () => {
    const text =
      '= A\n\ninclude::/etc/passwd[]\n\ninclude::https://example.org/x[]\n\n{docdir}{user-home}\n'
    const built = await alike({ 'README.md': '[a](a.adoc)', 'a.adoc': text })
    expect(page(built, 'a.html')).not.toContain('root:')
    const large = await inMemory(
      { 'README.md': '[a](a.adoc)', 'a.adoc': `= A\n\n${'a\n\n'.repeat(400_000)}` },
      'none',
    )
    expect(codes(large)).toContain('page/too-large a.adoc')
  },
  'templates in pages': async () => {
    await alike({
      'README.md': '{% for i in range(100) %}{{ i }} {% endfor %}{{ "a".constructor }}',
    })
    const work = {
      'README.md':
        '{% for i in range(1500) %}{% for j in range(400) %}{% endfor %}{% endfor %}done',
    }
    expect(codes(await inMemory(work, 'full'))).toEqual([])
    expect(codes(await inMemory(work, 'none')).join()).toContain('template/')
  },
  'layouts in `_layouts`': async () => {
    const small = withLayout('{{#each parts}}{{/each}}{{constructor}}{{__proto__}}')
    expect(page(await alike(small), 'index.html')).toBe('<p>own</p>')
    const work = withLayout(`${'{{#each @root.parts}}'.repeat(5)}${'{{/each}}'.repeat(5)}`)
    expect(page(await inMemory(work, 'full'), 'index.html')).toBe('<p>own</p>')
    const bounded = await inMemory(work, 'none')
    expect(codes(bounded)).toEqual(['layout/cannot-render _layouts/layouts/page.hbs'])
    expect(page(bounded, 'index.html')).toContain('</html>')
  },
  'includes, links, images': async () => {
    put({
      'secret.txt': 'SECRET',
      'book/.npmrc': 'SECRET',
      'book/.git/config': 'SECRET',
      'book/x/.env': 'SECRET',
      'book/.gitbook/includes/part.md': 'open',
      'book/README.md':
        '{% include "../secret.txt" %}\n\n{% include ".npmrc" %}\n\n{% include "./x/.env" %}\n\n' +
        '{% include ".git/config" %}\n\n{% include ".gitbook/includes/part.md" %}\n\n' +
        '{% include "env.txt" %}\n\n{% include "s/a.md" %}\n\n' +
        '[env](x/.env) ![env](.npmrc) [out](out.txt) [a](a.adoc)\n',
      'book/a.adoc': '= A\n\ninclude::.npmrc[]\n',
    })
    symlinkSync('../secret.txt', path.join(dir, 'book/out.txt'))
    put({ 'book/.secret/a.md': 'SECRET' })
    symlinkSync('.npmrc', path.join(dir, 'book/env.txt'))
    symlinkSync('.secret', path.join(dir, 'book/s'))
    for (const built of [await trusted(), await untrusted()]) {
      expect(JSON.stringify(site(built))).not.toContain('SECRET')
      expect(content(built, 'index.html')).toContain('open')
      const hidden = codes(built).filter((code) => code.startsWith('files/hidden-include'))
      expect(hidden).toEqual([
        'files/hidden-include README.md:3:1',
        'files/hidden-include README.md:5:1',
        'files/hidden-include README.md:7:1',
        'files/hidden-include a.adoc:3:10',
      ])
      expect(codes(built)).toContain('files/symlink-outside out.txt')
    }
  },
  pictures: async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><svg width="&b;" height="9"/>'
    const built = await alike({
      'README.md': '![a](a.svg) ![b](b.png)',
      'a.svg': bomb,
      'b.png': '\u0089PNG\r\n\u001A\n',
    })
    expect(content(built, 'index.html')).toContain('src="a.svg"')
  },
  'includes of git repositories': async () => {
    const repository = path.join(dir, 'other.git')
    const work = path.join(dir, 'work')
    put({ 'work/a.md': 'from a repository' })
    git('init', work)
    git('-C', work, 'add', '.')
    git('-C', work, 'commit', '-m', 'a')
    git('clone', '--bare', work, repository)
    vi.stubEnv('XDG_CACHE_HOME', path.join(dir, 'cache'))
    put({
      'book/README.md': `{% include "git+file://${repository}/a.md" %}\n\n{% include "git+https://example.org/a.git/a.md" %}`,
      'book/book.json': '{ "gitIncludes": true }',
    })
    const without = await untrusted()
    expect(
      without.diagnostics.map(({ code, args }) => [code, JSON.stringify(args['reason'])]),
    ).toEqual([
      ['template/git-include', '{"case":"git-untrusted"}'],
      ['template/git-include', '{"case":"git-untrusted"}'],
    ])
    expect(existsSync(path.join(dir, 'cache'))).toBe(false)
    put({ 'book/README.md': `{% include "git+file://${repository}/a.md" %}` })
    expect(content(await trusted(), 'index.html')).toContain('from a repository')
  },
  'the repository of the book': async () => {
    const command = `echo > ${marker}; false`
    put({
      'book/README.md': '# A',
      'book/HEAD': 'ref: refs/heads/main\n',
      'book/refs/heads/main': `${'1'.repeat(40)}\n`,
      'book/objects/.keep': '',
      'book/config': `[core]\nrepositoryformatversion=1\nbare=true\nfsmonitor="${command}"\n[extensions]\npartialClone=origin\n[remote "origin"]\nurl=/nowhere.git\npromisor=true\nuploadpack="${command}"\n`,
    })
    await trusted()
    await untrusted()
    expect(existsSync(marker)).toBe(false)
  },
  'plugins listed in `plugins`': async () => {
    put({
      'book/README.md': '# A',
      'book/book.json': '{ "plugins": ["evil", "katex"] }',
      'book/node_modules/gitbook-plugin-evil/index.js': program(),
      'book/node_modules/gitbook-plugin-evil/package.json':
        '{ "name": "gitbook-plugin-evil", "version": "1.0.0" }',
    })
    await trusted()
    await untrusted()
    expect(existsSync(marker)).toBe(false)
  },
  '`scripts` and `head` of the configuration': async () => {
    const contents = {
      'README.md': '# A',
      'a.js': '',
      'book.json': '{ "scripts": ["a.js"], "head": { "b": "c" } }',
    }
    expect(page(await inMemory(contents, 'full'), 'index.html')).toMatch(/name="b"[^]*src="a.js"/)
    const without = await inMemory(contents, 'none')
    expect(page(without, 'index.html')).not.toMatch(/name="b"|src="a.js"/)
    expect(codes(without)).toEqual(['config/not-run book.json:1:3'])
  },
  'number and size of files': async () => {
    const { files: most } = allowanceOf('none').limits
    const many: Contents = Object.fromEntries(
      Array.from({ length: most }, (_, index) => [`${index}.txt`, '']),
    )
    const built = await inMemory({ 'README.md': '# A', ...many }, 'none')
    expect(codes(built)).toEqual(['book/too-large'])
    expect(built.outputs.size).toBe(0)
    expect(codes(await inMemory({ 'README.md': '# A', ...many }, 'full'))).toEqual([])
  },
  'links to other sites': async () => {
    const asked = vi
      .spyOn(globalThis, 'fetch')
      .mockImplementation(() => Promise.resolve(new Response('ok')))
    put({ 'book/README.md': '# A\n\n[there](https://handbook.example.dev/)\n' })
    const without = await handbook(['check', 'book', '--external', '--untrusted'])
    expect(without).toMatchObject({ exitCode: 0 })
    expect(without.said).toContain('cli/not-asked')
    await handbook(['check', 'book'])
    expect(asked).not.toHaveBeenCalled()
    await handbook(['check', 'book', '--external'])
    expect(asked).toHaveBeenCalled()
    asked.mockRestore()
  },
  'what is kept between runs': async () => {
    const pages = Array.from(
      { length: 60 },
      (_, index) => [`book/${index}.md`, `# ${index}\n`] as const,
    )
    const summary = pages.map((_, index) => `* [${index}](${index}.md)\n`).join('')
    put({ ...Object.fromEntries(pages), 'book/README.md': '# A', 'book/SUMMARY.md': summary })
    await handbook(['build', 'book', 'site'], { HANDBOOK_UNTRUSTED: 'true' })
    expect(existsSync(path.join(dir, 'site/59.html'))).toBe(true)
    expect(existsSync(path.join(dir, 'cache'))).toBe(false)
    await handbook(['build', 'book', 'site'])
    expect(existsSync(path.join(dir, 'cache/handbook/pages'))).toBe(true)
  },
  'pages in `handbook serve`': async () => {
    put({ 'book/README.md': '# A\n\n<script src="https://example.org/x.js"></script>\n' })
    expect((await served('full')).get('content-security-policy')).toBe("frame-ancestors 'self'")
    const policy = (await served('none')).get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; .*connect-src 'self'/)
    expect(policy).not.toMatch(/https?:|\*/)
  },
}

describe('the table of the manual', () => {
  test('has a trial for each line, and a line for each trial', () => {
    expect(lines).toEqual(Object.keys(TRIALS))
  })

  test.each(Object.entries(TRIALS))('%s', (_line, trial) => trial())
})

describe('the switch', () => {
  beforeEach(() => put({ 'book/README.md': '# {{ config.title }}', 'book/book.js': program() }))

  test.each([
    [['build', 'book', 'site', '--untrusted'], {}],
    [['build', 'book', 'site', '--no-code'], {}],
    [['build', 'book', 'site'], { HANDBOOK_UNTRUSTED: '1' }],
    [['check', 'book', '--untrusted'], {}],
    [['check', 'book', '--no-code'], {}],
    [['urls', 'book'], { HANDBOOK_UNTRUSTED: 'true' }],
    [['init', 'book', '--yes'], { HANDBOOK_UNTRUSTED: 'true' }],
    [['mv', 'README.md', 'a.md', '--book', 'book'], { HANDBOOK_UNTRUSTED: 'yes' }],
  ])('%j with %j runs no program', async (args, env) => {
    const { exitCode } = await handbook(args, env)
    expect(exitCode).toBeLessThan(2)
    expect(existsSync(marker)).toBe(false)
  })

  test.each(['', '0', 'false', 'off'])('is not set by HANDBOOK_UNTRUSTED=%j', async (value) => {
    await handbook(['build', 'book', 'site'], { HANDBOOK_UNTRUSTED: value })
    expect(existsSync(marker)).toBe(true)
  })

  test('is kept by a build that goes on where another stopped, and forgets what was done with more trust', async () => {
    const files = diskFiles(path.join(dir, 'book'))
    const first = await build({ files, trust: 'none' })
    expect(content(await build({ files }, first.memory), 'index.html')).not.toContain('program')
    expect(existsSync(marker)).toBe(false)
    const more = await build({ files, trust: 'full' }, first.memory)
    expect(content(more, 'index.html')).toContain('From a program')
    expect(content(await build({ files, trust: 'none' }, more.memory), 'index.html')).not.toContain(
      'program',
    )
  })
})
