// Repositories that try to start a program: each would leave a file named PWNED in the test's own folder.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkBook } from '../../src/check/check.ts'
import { initDefaults } from '../../src/cli/init-defaults.ts'
import type { BookPath } from '../../src/core/path.ts'
import { diskFiles } from '../../src/files/disk.ts'
import { gitDates } from '../../src/files/git-dates.ts'
import { repositoryTop } from '../../src/files/git-history.ts'
import { type PageFile, renamesSince } from '../../src/files/git-renames.ts'
import { GitProblem, askGit, askGitNow } from '../../src/files/git.ts'
import { build } from '../../src/pipeline/build.ts'
import { createGitReader } from '../../src/template/git-include.ts'
import { writeFiles } from '../support/write-files.ts'

let dir = ''
let marker = ''
beforeEach(() => {
  dir = mkdtempSync(path.join(realpathSync(tmpdir()), 'handbook-hostile-'))
  marker = path.join(dir, 'PWNED')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function put(name: string, text: string): void {
  writeFiles(dir, { [name]: text })
}

function git(cwd: string, ...args: readonly string[]): string {
  const identity = [
    '-c',
    'user.name=a',
    '-c',
    'user.email=a@example.org',
    '-c',
    'protocol.file.allow=always',
  ]
  return execFileSync('git', [...identity, '-c', 'commit.gpgsign=false', ...args], {
    cwd: path.join(dir, cwd),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, GIT_COMMITTER_DATE: '2026-01-01T12:00:00Z' },
  })
}

/** A program that leaves the marker and succeeds, so that git goes on to the next one. */
function program(): string {
  put('program.sh', `#!/bin/sh\necho ran "$0" "$@" >> '${marker}'\ncat\n`)
  chmodSync(path.join(dir, 'program.sh'), 0o755)
  return path.join(dir, 'program.sh')
}

const book = {
  'README.md': '# A\n\n{{ file.mtime | date("YYYY") }}\n',
  'SUMMARY.md': '* [A](README.md)\n* [B](b.md)\n',
  'b.md': `# B\n\n${Array.from({ length: 12 }, (_, line) => `Line ${line} of bees.\n`).join('')}`,
  '.handbook-urls': 'index.html\nb.html\n',
}

function putBook(folder: string): void {
  for (const [name, text] of Object.entries(book)) put(`${folder}/${name}`, text)
}

/** Everything that asks git about a book. */
async function askEverything(folder: string): Promise<readonly string[]> {
  const files = diskFiles(path.join(dir, folder))
  const built = await build({ files })
  const checked = await checkBook({ files })
  initDefaults(path.join(dir, folder), {})
  expect(built.outputs.size).toBeGreaterThan(0)
  return [...built.diagnostics, ...checked.diagnostics].map(({ code }) => code)
}

/** What makes git take a folder for a bare repository, and fetch a missing commit with a command. */
function putBareRepository(folder: string): void {
  put(`${folder}/HEAD`, 'ref: refs/heads/main\n')
  put(`${folder}/refs/heads/main`, `${'1'.repeat(40)}\n`)
  mkdirSync(path.join(dir, folder, 'objects'))
  put(
    `${folder}/config`,
    `[core]\nrepositoryformatversion = 1\nbare = true\n[extensions]\npartialClone = origin\n` +
      `[remote "origin"]\nurl = /nowhere.git\npromisor = true\nuploadpack = "${program()}; false"\n`,
  )
}

/** Settings that start programs, as far as git has them. */
function poison(gitDir: string): void {
  const run = program()
  put(
    `${gitDir}/config`,
    `${readFileSync(path.join(dir, gitDir, 'config'), 'utf8')}
[core]
  fsmonitor = ${run}
  hooksPath = ${path.join(dir, 'hooks')}
  pager = ${run}
  sshCommand = ${run}
  editor = ${run}
  attributesFile = ${path.join(dir, 'attributes')}
  alternateRefsCommand = ${run}
[filter "evil"]
  clean = ${run}
  smudge = ${run}
  required = true
[diff]
  external = ${run}
[diff "evil"]
  textconv = ${run}
  command = ${run}
[log]
  showSignature = true
[gpg]
  program = ${run}
[pager]
  log = ${run}
[alias]
  log = !${run}
  rev-parse = !${run}
[uploadpack]
  packObjectsHook = ${run}
`,
  )
  for (const hook of [
    'post-index-change',
    'pre-commit',
    'post-checkout',
    'reference-transaction',
  ]) {
    for (const folder of [path.join(dir, 'hooks'), path.join(dir, gitDir, 'hooks')]) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(path.join(folder, hook), `#!/bin/sh\nexec ${run}\n`, { mode: 0o755 })
    }
  }
  put('attributes', '* filter=evil diff=evil\n')
  put(`${gitDir}/info/attributes`, '* filter=evil diff=evil\n')
}

/** The pages of a folder, as renames are asked for. */
function pagesOf(folder: string): readonly PageFile[] {
  const files = diskFiles(path.join(dir, folder))
  return files.list().map((file) => [file, files.location(file) ?? ''])
}

describe('git starts no program of a book', () => {
  test('that looks like a bare repository', async () => {
    putBook('book')
    putBareRepository('book')
    expect(await askEverything('book')).not.toContain('theme/shallow-clone')
    expect(existsSync(marker)).toBe(false)
  })

  test('that holds one among its pages', async () => {
    putBook('book')
    putBareRepository('book/pages/evil.git')
    put('book/pages/evil.git/README.md', '# Evil\n')
    put('book/SUMMARY.md', '* [A](README.md)\n* [E](pages/evil.git/README.md)\n')
    await askEverything('book')
    await askEverything('book/pages/evil.git')
    expect(existsSync(marker)).toBe(false)
  })

  test('that is one in a repository, and has its dates from the repository', async () => {
    put('top/README.md', '# Top\n')
    git('top', 'init', '-q')
    putBook('top/docs')
    git('top', 'add', '.')
    git('top', 'commit', '-qm', 'x')
    putBareRepository('top/docs')
    await askEverything('top/docs')
    expect((await gitDates(path.join(dir, 'top/docs'))).dates.get('b.md' as BookPath)).toBe(
      '2026-01-01T12:00:00Z',
    )
    expect(existsSync(marker)).toBe(false)
  })

  test('whose .git folder names programs wherever git takes one', async () => {
    putBook('book')
    git('book', 'init', '-q')
    git('book', 'add', '.')
    git('book', 'commit', '-qm', 'x')
    put('book/.gitattributes', '* filter=evil diff=evil\n')
    poison('book/.git')
    renameSync(path.join(dir, 'book/b.md'), path.join(dir, 'book/c.md'))
    const codes = await askEverything('book')
    expect(codes).toContain('urls/vanished-page')
    const { dates } = await gitDates(path.join(dir, 'book'))
    expect(dates.get('README.md' as BookPath)).toBe('2026-01-01T12:00:00Z')
    const renames = await renamesSince(
      path.join(dir, 'book'),
      '.handbook-urls' as BookPath,
      pagesOf('book'),
    )
    expect([...renames]).toEqual([['b.md', 'c.md']])
    expect(existsSync(marker)).toBe(false)
  })

  test('that holds a repository with such settings among its pages', async () => {
    putBook('book')
    git('book', 'init', '-q')
    put('book/inner/README.md', '# Inner\n')
    git('book/inner', 'init', '-q')
    git('book/inner', 'add', '.')
    git('book/inner', 'commit', '-qm', 'x')
    git('book', 'add', '.')
    git('book', 'commit', '-qm', 'x')
    poison('book/inner/.git')
    put('book/inner/README.md', '# Changed\n')
    renameSync(path.join(dir, 'book/b.md'), path.join(dir, 'book/c.md'))
    expect(await askEverything('book')).toContain('urls/vanished-page')
    expect(existsSync(marker)).toBe(false)
  })

  test.each(['blob:none', 'tree:0'])('that is a partial clone without %s', async (filter) => {
    putBook('origin')
    git('origin', 'init', '-q')
    git('origin', 'config', 'uploadpack.allowFilter', 'true')
    git('origin', 'add', '.')
    git('origin', 'commit', '-qm', 'x')
    put('origin/b.md', '# Again\n')
    git('origin', 'commit', '-qam', 'y')
    git('', 'clone', '-q', '--no-local', `--filter=${filter}`, `file://${dir}/origin`, 'book')
    git('book', 'config', 'remote.origin.uploadpack', `${program()}; git-upload-pack`)
    const before = readdirSync(path.join(dir, 'book/.git/objects/pack')).length
    const codes = await askEverything('book')
    expect(codes.includes('theme/shallow-clone')).toBe(filter === 'tree:0')
    expect(existsSync(marker)).toBe(false)
    expect(readdirSync(path.join(dir, 'book/.git/objects/pack'))).toHaveLength(before)
  })

  test('that includes a page of a repository with such settings', () => {
    putBook('evil.git')
    git('evil.git', 'init', '-q')
    git('evil.git', 'add', '.')
    git('evil.git', 'commit', '-qm', 'x')
    poison('evil.git/.git')
    const read = createGitReader({ cacheDir: path.join(dir, 'cache'), allowNetwork: false })
    expect(read(`git+file://${dir}/evil.git/b.md`)).toEqual({ text: book['b.md'] })
    putBareRepository('bare.git')
    expect(read(`git+file://${dir}/bare.git/b.md`)).toHaveProperty('problem')
    expect(existsSync(marker)).toBe(false)
  })

  test('that includes a page of a repository in its own folder', () => {
    putBook('book')
    putBareRepository('book/x.git')
    const bookDir = path.join(dir, 'book')
    const read = createGitReader({
      cacheDir: path.join(dir, 'cache'),
      bookDir,
      allowNetwork: true,
    })
    const problem = { problem: { case: 'git-inside' } }
    expect(read(`git+file://${bookDir}/x.git/b.md`)).toEqual(problem)
    expect(read(`git+file://${dir}/%62ook/x.git/b.md`)).toEqual(problem)
    expect(existsSync(marker)).toBe(false)
  })
})

test('renames leave the index and the objects of the author as they are', async () => {
  putBook('book')
  git('book', 'init', '-q')
  git('book', 'add', '.')
  git('book', 'commit', '-qm', 'x')
  renameSync(path.join(dir, 'book/b.md'), path.join(dir, 'book/c.md'))
  const all = (): unknown =>
    readdirSync(path.join(dir, 'book/.git'), { recursive: true, encoding: 'utf8' }).sort()
  const before = [all(), readFileSync(path.join(dir, 'book/.git/index'))]
  const list = '.handbook-urls' as BookPath
  const renames = await renamesSince(path.join(dir, 'book'), list, pagesOf('book'))
  expect([...renames]).toEqual([['b.md', 'c.md']])
  expect([all(), readFileSync(path.join(dir, 'book/.git/index'))]).toEqual(before)
})

describe('the repository of a book', () => {
  test('is the nearest one upward with a .git of its own', () => {
    put('a/.git/HEAD', 'ref: refs/heads/main\n')
    put('a/b/HEAD', 'ref: refs/heads/main\n')
    put('a/b/.git/nothing', '')
    put('a/c/.git', 'gitdir: ../x\n')
    put('a/d/.git', 'hello\n')
    expect(['a', 'a/b', 'a/c', 'a/d'].map(topOf)).toEqual(['a', 'a', 'a/c', 'a'])
  })

  test('may be a further work tree, with the other format of names of objects', async () => {
    putBook('main/docs')
    git('main', 'init', '-q', '--object-format=sha256')
    git('main', 'add', '.')
    git('main', 'commit', '-qm', 'x')
    git('main', 'worktree', 'add', '-q', '../second')
    const { dates } = await gitDates(path.join(dir, 'second/docs'))
    expect([...dates.keys()].sort()).toEqual(Object.keys(book).sort())
  })
})

describe('a call of git', () => {
  test('is not led elsewhere by the environment', async () => {
    putBook('book')
    git('book', 'init', '-q')
    process.env['GIT_DIR'] = path.join(dir, 'nowhere')
    process.env['GIT_CONFIG_COUNT'] = 'x'
    try {
      const top = await askGit(['rev-parse', '--show-toplevel'], { cwd: path.join(dir, 'book') })
      expect(top?.trim()).toBe(path.join(dir, 'book'))
    } finally {
      delete process.env['GIT_DIR']
      delete process.env['GIT_CONFIG_COUNT']
    }
  })

  test('speaks the protocol that it was given and no other', () => {
    putBook('book.git')
    git('book.git', 'init', '-q')
    expect(listRemote('file')).toBe('')
    const refused = "transport 'file' not allowed"
    expect(reasonOf(() => listRemote())).toBe(refused)
    expect(reasonOf(() => listRemote('https'))).toBe(refused)
  })

  test('ends when its time is over', async () => {
    // A server that takes connections and never says a word.
    const server = createServer()
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const call = { cwd: dir, protocol: 'git', timeout: 300 }
    const list = ['ls-remote', '--', `git://127.0.0.1:${port}/r.git`]
    const late = { case: 'no-answer-within', seconds: 0.3 }
    expect(reasonOf(() => askGitNow(list, call))).toEqual(late)
    expect(await askGit(list, call)).toBeUndefined()
    server.close()
  })
})

function topOf(folder: string): string {
  return path.relative(dir, repositoryTop(path.join(dir, folder)) ?? '')
}

function listRemote(protocol?: string): string {
  return askGitNow(['ls-remote', '--', `file://${dir}/book.git`], {
    cwd: dir,
    ...(protocol === undefined ? {} : { protocol }),
  })
}

/** Why there is no answer. */
function reasonOf(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    return error instanceof GitProblem ? error.reason : error
  }
}
