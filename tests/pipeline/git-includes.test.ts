import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildBook, codes, content } from '../support/build-book.ts'

const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'handbook-git-'))
const repository = path.join(folder, 'parts.git')
const cache = process.env['XDG_CACHE_HOME']

beforeAll(() => {
  process.env['XDG_CACHE_HOME'] = path.join(folder, 'cache')
  const git = (...args: readonly string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      stdio: 'pipe',
    })
  git('init', '-q', repository)
  writeFileSync(path.join(repository, 'part.md'), 'A shared **part**.\n')
  git('-C', repository, 'add', '.')
  git('-C', repository, 'commit', '-qm', 'part')
})

afterAll(() => {
  if (cache === undefined) delete process.env['XDG_CACHE_HOME']
  else process.env['XDG_CACHE_HOME'] = cache
  rmSync(folder, { recursive: true, force: true })
})

test('a page includes a file of a git repository', async () => {
  const address = `git+${pathToFileURL(repository).href}/part.md`
  const built = await buildBook({ 'README.md': `# A\n\n{% include "${address}" %}\n` })
  expect(content(built, 'index.html')).toContain('<p>A shared <strong>part</strong>.</p>')
  expect(codes(built)).toEqual([])
})

test('the network is asked only when the book allows it', async () => {
  const built = await buildBook({
    'README.md': '# A\n\n{% include "git+https://example.invalid/a/b.git/part.md" %}\n',
  })
  expect(codes(built)).toEqual(['template/git-include README.md:3:1'])
})
