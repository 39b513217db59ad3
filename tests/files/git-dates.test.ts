import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gitDates, readLog } from '../../src/files/git-dates.ts'

let dir: string

beforeEach(() => {
  dir = mkdtempSync(path.join(realpathSync(tmpdir()), 'handbook-git-'))
})

afterEach(() => {
  rmSync(dir, { recursive: true, force: true })
})

function git(cwd: string, args: readonly string[], day = '2026-01-01'): void {
  const date = `${day}T12:00:00+0800`
  const identity = [
    '-c',
    'user.name=a',
    '-c',
    'user.email=a@example.org',
    '-c',
    'commit.gpgsign=false',
  ]
  execFileSync('git', [...identity, ...args], {
    cwd,
    env: { ...process.env, GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z', GIT_COMMITTER_DATE: date },
  })
}

function commit(repository: string, files: Readonly<Record<string, string>>, day: string): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(repository, name)), { recursive: true })
    writeFileSync(path.join(repository, name), text)
  }
  git(repository, ['add', '.'])
  git(repository, ['commit', '-qm', 'x'], day)
}

describe('dates from git', () => {
  it('are those of the last commit of each file, by path below the folder', async () => {
    git(dir, ['init', '-q'])
    commit(dir, { 'book/甲 "乙".md': 'a', 'book/ch/b.md': 'b', 'other.md': 'o' }, '2026-01-01')
    commit(dir, { 'book/ch/b.md': 'c' }, '2026-02-01')
    writeFileSync(path.join(dir, 'book/new.md'), '')
    const { dates, shallow } = await gitDates(path.join(dir, 'book'))
    expect(shallow).toBe(false)
    expect(Object.fromEntries(dates)).toEqual({
      '甲 "乙".md': '2026-01-01T04:00:00Z',
      'ch/b.md': '2026-02-01T04:00:00Z',
    })
  })

  it('are not guessed in a shallow clone', async () => {
    const origin = path.join(dir, 'origin')
    mkdirSync(origin)
    git(origin, ['init', '-q'])
    commit(origin, { 'a.md': '1', 'b.md': '1' }, '2026-01-01')
    commit(origin, { 'a.md': '2' }, '2026-02-01')
    commit(origin, { 'b.md': '2' }, '2026-03-01')
    git(dir, ['clone', '-q', '--depth', '2', `file://${origin}`, 'clone'])
    const { dates, shallow } = await gitDates(path.join(dir, 'clone'))
    expect(shallow).toBe(true)
    expect(Object.fromEntries(dates)).toEqual({ 'b.md': '2026-03-01T04:00:00Z' })
  })

  it('are unknown outside of a repository, in an empty one and in no folder', async () => {
    const none = { dates: new Map(), shallow: false, state: '' }
    expect(await gitDates(dir)).toEqual(none)
    git(dir, ['init', '-q'])
    expect(await gitDates(dir)).toEqual(none)
    expect(await gitDates(path.join(dir, 'missing'))).toEqual(none)
  })
})

it('reads nothing from nothing', () => {
  expect(readLog('', new Set()).size).toBe(0)
})
