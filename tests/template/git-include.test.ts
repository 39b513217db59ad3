import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gitReference, parseGitAddress } from '../../src/template/git-address.ts'
import { createGitReader } from '../../src/template/git-include.ts'
import { problems, expandedText } from './expand-page.ts'

describe('addresses', () => {
  test('are taken apart', () => {
    expect(parseGitAddress('git+https://h.org/o/r.git/d/f.md#v1')).toEqual({
      repository: 'https://h.org/o/r.git',
      protocol: 'https',
      path: 'd/f.md',
      ref: 'v1',
    })
    expect(parseGitAddress('git+ssh://git@h.org/o/r.git/f.md')).toEqual({
      repository: 'ssh://git@h.org/o/r.git',
      protocol: 'ssh',
      path: 'f.md',
    })
  })

  test.each([
    'https://h.org/r.git/f.md',
    'git+https://h.org/r/f.md',
    'git+https://h.org/r.git/',
    'git+https://h.org/r.git/../x',
    'git+https://h.org/r.git/f.md#--upload-pack=x',
    'git+https://h.org/r.git/f.md#a..b',
    'git+ext://sh%20-c/r.git/f',
    '',
  ])('%j is none', (address) => {
    expect(parseGitAddress(address)).toBeUndefined()
  })

  test('inside a repository are relative to the file, "/" being its top', () => {
    const holder = 'git+https://h.org/r.git/d/f.md#v1'
    expect(gitReference(holder, './g.md')).toBe('git+https://h.org/r.git/d/g.md#v1')
    expect(gitReference(holder, '/g.md')).toBe('git+https://h.org/r.git/g.md#v1')
    expect(gitReference('ch/page.md', './g.md')).toBeUndefined()
  })
})

describe('a repository on this machine', () => {
  let folder = ''
  let address = ''
  const git = (...args: readonly string[]): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'init.defaultBranch=main', ...args],
      {
        cwd: path.join(folder, 'r.git'),
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    ).trim()

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'handbook-git-'))
    mkdirSync(path.join(folder, 'r.git/d'), { recursive: true })
    git('init', '-q')
    writeFileSync(
      path.join(folder, 'r.git/d/f.md'),
      '第一 {{ book.version }} {% include "./g.md" %}\r\n',
    )
    writeFileSync(path.join(folder, 'r.git/d/g.md'), 'G{% include "/top.md" %}')
    writeFileSync(path.join(folder, 'r.git/top.md'), 'TOP `{{ x }}`')
    symlinkSync('/etc/passwd', path.join(folder, 'r.git/link.md'))
    git('add', '.')
    git('commit', '-qm', 'one')
    git('tag', 'v1')
    writeFileSync(path.join(folder, 'r.git/top.md'), 'NEW')
    git('commit', '-qam', 'two')
    address = `git+file://${folder}/r.git`
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const reader = (allowNetwork = false): ReturnType<typeof createGitReader> =>
    createGitReader({ cacheDir: path.join(folder, 'cache'), allowNetwork })

  test('gives files of branches, tags and commits', () => {
    const read = reader()
    expect(read(`${address}/top.md`)).toEqual({ text: 'NEW' })
    expect(read(`${address}/top.md#main`)).toEqual({ text: 'NEW' })
    expect(read(`${address}/top.md#v1`)).toEqual({ text: 'TOP `{{ x }}`' })
    expect(read(`${address}/top.md#${git('rev-parse', 'HEAD~1')}`)).toEqual({
      text: 'TOP `{{ x }}`',
    })
    expect(read(`${address}/d/f.md`)).toEqual({
      text: '第一 {{ book.version }} {% include "./g.md" %}\n',
    })
  })

  test('says what is missing', () => {
    const read = reader()
    expect(read(`${address}/gone.md`)).toEqual({ problem: { case: 'git-file', path: 'gone.md' } })
    expect(read(`${address}/link.md`)).toEqual({
      problem: { case: 'git-not-a-file', path: 'link.md' },
    })
    expect(read(`${address}/d`)).toEqual({ problem: { case: 'git-not-a-file', path: 'd' } })
    expect(read(`${address}/top.md#nobranch`)).toHaveProperty('problem')
    expect(read('git+https://localhost:1/r.git/f.md')).toEqual({
      problem: { case: 'git-network' },
    })
    expect(read('git+nothing')).toHaveProperty('problem')
  })

  test('is included, with its own includes', () => {
    const source = `{% include "${address}/d/f.md#v1" %}`
    expect(expandedText(source, { git: reader() })).toBe('第一 1.2 GTOP `{{ x }}`\n')
  })

  test('is reported at the tag when it cannot be read', () => {
    const source = ` {% include "${address}/gone.md" %}`
    expect(expandedText(source, { git: reader() })).toBe(source)
    expect(problems(source, { git: reader() })).toEqual(['template/git-include ch/page.md:1:2'])
    expect(problems(source)).toEqual(['template/git-include ch/page.md:1:2'])
  })
})
