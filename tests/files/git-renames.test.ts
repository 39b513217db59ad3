import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkBook } from '../../src/check/check.ts'
import { applyFixes, fixesByFile } from '../../src/check/fix.ts'
import type { BookPath } from '../../src/core/path.ts'
import { diskFiles } from '../../src/files/disk.ts'
import { readRenames, renamesSince } from '../../src/files/git-renames.ts'
import { english } from '../support/english.ts'
import { writeFiles } from '../support/write-files.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'handbook-renames-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function put(name: string, text: string): void {
  writeFiles(dir, { [name]: text })
}

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org']
  return execFileSync('git', [...identity, '-c', 'commit.gpgsign=false', ...args], {
    cwd: dir,
    encoding: 'utf8',
  })
}

function renames(folder: string, since: string): ReturnType<typeof renamesSince> {
  const files = diskFiles(path.join(dir, folder))
  const pages = files.list().map((file) => [file, files.location(file) ?? ''] as const)
  return renamesSince(path.join(dir, folder), since as BookPath, pages)
}

const prose = (about: string): string =>
  `# ${about}\n\n${Array.from({ length: 12 }, (_, line) => `Line ${line} about ${about}.\n`).join('')}`

/** A repository with a book below its top. */
function commitBook(): void {
  put('docs/README.md', '# A\n')
  put('docs/SUMMARY.md', '* [A](README.md)\n* [B](旧 b.md)\n')
  put('docs/旧 b.md', prose('bees'))
  put('docs/book.json', '{\r\n  "language": "en"\r\n}\r\n')
  put('docs/.handbook-urls', 'index.html\n旧 b.html\n  #bees\n')
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'a')
}

describe('renames', () => {
  test('are seen whether or not they are committed, added or known to git', async () => {
    commitBook()
    expect([...(await renames('docs', '.handbook-urls'))]).toEqual([])
    mkdirSync(path.join(dir, 'docs/new'))
    renameSync(path.join(dir, 'docs/旧 b.md'), path.join(dir, 'docs/new/b.md'))
    const renamed = [['旧 b.md', 'new/b.md']]
    expect([...(await renames('docs', '.handbook-urls'))]).toEqual(renamed)
    expect(git('status', '--porcelain', '--untracked-files=all')).toContain('?? docs/new/b.md')
    git('add', '-A')
    expect([...(await renames('docs', '.handbook-urls'))]).toEqual(renamed)
    git('commit', '-qm', 'b')
    put('docs/new/b.md', `${prose('bees')}and wasps\n`)
    git('commit', '-qam', 'c')
    expect([...(await renames('docs', '.handbook-urls'))]).toEqual(renamed)
    put('docs/.handbook-urls', 'index.html\nnew/b.html\n')
    git('commit', '-qam', 'd')
    expect([...(await renames('docs', '.handbook-urls'))]).toEqual([])
  })

  test('are unknown outside of a repository', async () => {
    put('a.md', '# A\n')
    expect([...(await renames('', 'a.md'))]).toEqual([])
  })

  test('are read from what git prints', () => {
    expect([...readRenames('R100\0a b.md\0c.md\0R087\0d.md\0e/é.md\0')]).toEqual([
      ['a b.md', 'c.md'],
      ['d.md', 'e/é.md'],
    ])
    expect(readRenames('').size).toBe(0)
  })
})

test('check proposes the redirect of a renamed page, and can write it', async () => {
  commitBook()
  const docs = path.join(dir, 'docs')
  renameSync(path.join(docs, '旧 b.md'), path.join(docs, 'b.md'))
  put('docs/SUMMARY.md', '* [A](README.md)\n* [B](b.md)\n')
  const files = diskFiles(docs)
  const { diagnostics } = await checkBook({ files })
  const vanished = diagnostics.filter(({ code }) => code === 'urls/vanished-page')
  expect(vanished.map(english).map(({ hint }) => hint)).toEqual([
    'Git saw "旧 b.md" become "b.md". Add to "redirects" of the configuration: "旧 b.md": "b.md"',
  ])
  const [change] = fixesByFile(diagnostics)
  const bytes = files.bytes(change?.file ?? vanished[0]?.at?.file ?? ('' as never))
  const text = applyFixes(bytes ?? new Uint8Array(), change?.fixes ?? []) ?? ''
  expect(text).toBe(
    '{\r\n  "language": "en",\r\n  "redirects": {\r\n    "旧 b.md": "b.md"\r\n  }\r\n}\r\n',
  )
  put('docs/book.json', text)
  const again = await checkBook({ files: diskFiles(docs) })
  expect(again.diagnostics.map(({ code }) => code)).toEqual([])
})
