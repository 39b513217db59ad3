import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { watchCheck } from '../../src/cli/check-watch.ts'
import { run } from '../../src/cli/program.ts'
import { createSession } from '../../src/cli/session.ts'
import { loadMessages } from '../../src/messages/languages.ts'
import { writeFiles } from '../support/write-files.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'handbook-check-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

function put(files: { readonly [name: string]: string }): void {
  writeFiles(cwd, files)
}

async function handbook(
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
): Promise<{ exitCode: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const exitCode = await run(args, {
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    env: { LANG: 'en_US.UTF-8', ...env },
    cwd,
  })
  return { exitCode, out, err }
}

const fine = {
  'book/README.md': '# A\n\n[b](b.md#part)\n',
  'book/SUMMARY.md': '* [A](README.md)\n* [B](b.md)\n',
  'book/b.md': '# B\n\n## Part\n',
}
const faulty = { ...fine, 'book/README.md': '# A\r\n\r\n看[这个](B.md#part)和[没有](c.md)\r\n' }

describe('handbook mv', () => {
  test('moves a page with all that refers to it', async () => {
    put(fine)
    const dry = await handbook(['mv', 'book/b.md', 'book/c/d.md', '--book', 'book', '--dry-run'])
    expect(dry.out).toContain('b.md → c/d.md\n')
    expect(dry.out).toContain('-[b](b.md#part)\n+[b](c/d.md#part)\n')
    expect(dry.err).toBe('1 file would be moved and 3 changed; nothing was written\n')
    expect(readFileSync(path.join(cwd, 'book/b.md'), 'utf8')).toBe(fine['book/b.md'])
    const done = await handbook(['mv', 'b.md', 'c/d.md', '--book', 'book'])
    expect(done.err).toBe('1 file moved, 3 changed\n')
    expect(readFileSync(path.join(cwd, 'book/c/d.md'), 'utf8')).toBe(fine['book/b.md'])
    expect((await handbook(['check', 'book'])).out).toContain('nothing is wrong')
  })

  test('leaves everything as it is when a file stands where a folder is needed', async () => {
    put({ ...fine, 'book/.taken': 'a file where a folder is needed' })
    const { exitCode, err } = await handbook(['mv', 'b.md', '.taken/b.md', '--book', 'book'])
    expect(exitCode).toBe(1)
    expect(err).toContain('error[move/target-exists]')
    for (const [name, content] of Object.entries(fine))
      expect(readFileSync(path.join(cwd, name), 'utf8')).toBe(content)
    expect(() => readFileSync(path.join(cwd, 'book/book.json'))).toThrow('ENOENT')
  })

  test.each([
    [['mv', 'b.md'], 2],
    [['mv', '../x.md', 'b.md', '--book', 'book'], 1],
    [['mv', 'bb.md', 'c.md', '--book', 'book'], 1],
  ])('%j is refused', async (args, expected) => {
    put(fine)
    expect((await handbook(args)).exitCode).toBe(expected)
  })
})

describe('handbook check', () => {
  test('says that nothing is wrong', async () => {
    put(fine)
    const { exitCode, out, err } = await handbook(['check', 'book'])
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    expect(out).toMatch(/^2 pages checked in \d+\.\d\d s: nothing is wrong\n$/)
  })

  test('shows what is wrong, how to mend it, and where to read more', async () => {
    put(faulty)
    const { exitCode, out, err } = await handbook(['check', 'book'])
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: '' })
    expect(err).toContain('book/README.md:3:7')
    expect(err).toMatch(
      /2 warnings in 1 file\n`handbook check --fix` can mend one of them; add --dry-run to see how\n`handbook explain` says more about each code: `handbook explain links\/case-differs`\n$/,
    )
  })

  test.each([
    [['--strict'], 1],
    [['--max-warnings', '1'], 1],
    [['--max-warnings', '2'], 0],
    [['--max-warnings', 'some'], 2],
    [['--update-baseline'], 2],
    [['--baseline', 'none.json'], 1],
  ])('with %j the exit status is %i', async (flags, expected) => {
    put(faulty)
    expect((await handbook(['check', 'book', ...flags])).exitCode).toBe(expected)
  })

  test('fails for an error in any format', async () => {
    put({ ...fine, 'book/b.md': '# B\n\n<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n\n## Part\n' })
    for (const format of ['human', 'json', 'sarif', 'github', 'junit'])
      // oxlint-disable-next-line no-await-in-loop -- one command at a time
      expect((await handbook(['check', 'book', '--format', format])).exitCode).toBe(1)
  })

  test('leaves known problems out', async () => {
    put(faulty)
    const known = ['--baseline', 'known.json']
    const written = await handbook(['check', 'book', ...known, '--update-baseline'])
    expect(written.err).toContain('2 problems written to known.json')
    const { exitCode, out } = await handbook(['check', 'book', ...known, '--strict'])
    expect(exitCode).toBe(0)
    expect(out).toContain('nothing is wrong (2 in the baseline)')
    put(fine)
    const later = await handbook(['check', 'book', ...known])
    expect(later.err).toBe('2 problems of known.json are gone: --update-baseline takes them out\n')
  })

  test('knows its problems again in another language, and refuses a list of sentences', async () => {
    put(faulty)
    const known = ['--baseline', 'known.json']
    await handbook(['check', 'book', ...known, '--update-baseline'])
    const { exitCode, out } = await handbook(['check', 'book', ...known, '--strict'], {
      LANG: 'zh_CN.UTF-8',
    })
    expect(exitCode).toBe(0)
    expect(out).toContain('没有问题（2 个已在基线中）')
    put({ ...faulty, 'known.json': '{"version": 1, "problems": []}' })
    const old = await handbook(['check', 'book', ...known])
    expect(old.exitCode).toBe(1)
    expect(old.err).toContain('knows problems by their English sentences')
    expect(old.err).toContain('`handbook check --baseline known.json --update-baseline`')
  })

  test('prints what it would mend, and then mends it', async () => {
    put(faulty)
    const before = faulty['book/README.md']
    const after = before.replace('B.md', 'b.md')
    const dry = await handbook(['check', 'book', '--fix', '--dry-run'])
    expect(dry.out).toBe(
      '--- a/book/README.md\n+++ b/book/README.md\n@@ -1,3 +1,3 @@\n # A\r\n \r\n-看[这个](B.md#part)和[没有](c.md)\r\n+看[这个](b.md#part)和[没有](c.md)\r\n',
    )
    expect(readFileSync(path.join(cwd, 'book/README.md'), 'utf8')).toBe(before)
    const done = await handbook(['check', 'book', '--fix'])
    expect(readFileSync(path.join(cwd, 'book/README.md'), 'utf8')).toBe(after)
    expect(done.err).toContain('1 problem mended in 1 file')
    expect(done.err).not.toContain('case-differs]')
    expect((await handbook(['check', 'book', '--fix'])).err).toContain('Nothing can be mended')
  })

  test('annotates in GitHub Actions without being told', async () => {
    put(faulty)
    const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: cwd }
    const { out, err } = await handbook(['check', 'book'], env)
    expect(out).toContain('::warning file=book/README.md,line=3,col=7,endLine=3,endColumn=15,')
    expect(err).toBe('2 warnings in 1 file\n')
    expect((await handbook(['check', 'book', '--format', 'json'], env)).out).toMatch(/^\{/)
  })

  test('prints one object for scripts', async () => {
    put(faulty)
    const { out, err } = await handbook(['check', 'book', '--format', 'json'])
    expect(err).toBe('')
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      ok: true,
      pages: 2,
      excepted: 0,
      known: 0,
      diagnostics: [
        { code: 'links/case-differs', fix: { text: 'b.md#part' } },
        { code: 'links/missing-file' },
      ],
    })
  })

  test('speaks Chinese', async () => {
    put(fine)
    expect((await handbook(['check', 'book'], { LANG: 'zh_CN.UTF-8' })).out).toContain('没有问题')
  })

  test('says that there is no such folder', async () => {
    const { exitCode, err } = await handbook(['check', 'bok'])
    expect(exitCode).toBe(1)
    expect(err).toContain('There is no folder "bok"')
  })
})

describe('codes of what stands in the way', () => {
  test.each([
    [
      'a baseline that is not there',
      ['check', 'book', '--baseline', 'lost.json'],
      'cli/no-baseline',
    ],
    ['a baseline that is none', ['check', 'book', '--baseline', 'list.json'], 'cli/not-a-baseline'],
    ['a page below a page', ['init', 'blocked'], 'cli/init-cannot-create'],
  ])('%s', async (_title, args, code) => {
    put({
      ...fine,
      'list.json': '"一"',
      'blocked/README.md': '# A\n',
      'blocked/a.md': '# A\n',
      'blocked/SUMMARY.md': '* [A](a.md/b.md)\n',
    })
    const { exitCode, out } = await handbook([...args, '--format', 'json'])
    expect(exitCode).toBe(1)
    const { diagnostics } = JSON.parse(out) as { diagnostics: readonly { code: string }[] }
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code)
  })
})

describe('dead links', () => {
  test.each<[{ readonly [name: string]: string }, readonly string[], number]>([
    [{}, [], 0],
    [{ CI: 'false' }, [], 0],
    [{ CI: 'true' }, [], 1],
    [{ CI: 'true' }, ['--allow-dead-links'], 0],
    [{ CI: '1', GITHUB_ACTIONS: 'true' }, [], 1],
  ])('with %j and %j end a check with status %i', async (env, args, expected) => {
    put(faulty)
    const { exitCode, err } = await handbook(['check', 'book', ...args], env)
    expect(exitCode).toBe(expected)
    expect(err.includes('--allow-dead-links')).toBe(expected === 1)
  })

  test('that are no errors of the whole book leave other warnings alone', async () => {
    put({ ...fine, 'book/b.md': '# B\n\n## Part\n\n[^gone]\n' })
    expect(await handbook(['check', 'book'], { CI: 'true' })).toMatchObject({ exitCode: 0 })
  })
})

test('a quiet check that fails for too many warnings says so', async () => {
  put(faulty)
  const { exitCode, err } = await handbook(['check', 'book', '-q', '--max-warnings', '0'])
  expect(exitCode).toBe(1)
  expect(err).toMatch(/^Expected at most 0 warnings/)
})

test('a watched book is checked again after a change, and the last check counts', async () => {
  put(fine)
  let err = ''
  const write = (text: string): void => {
    err += text
  }
  const messages = await loadMessages('en')
  const terminal = { out: { write }, err: { write }, env: {}, cwd, messages }
  const common = { strict: false, format: 'human', quiet: false, verbose: false } as const
  const session = createSession(terminal, common, 'book', [])
  let checks = 0
  const stop = new AbortController()
  const stopped = new Promise<void>((resolve) => {
    stop.signal.addEventListener('abort', () => resolve())
  })
  const checkOnce = (): Promise<number> => {
    checks += 1
    if (checks === 2) stop.abort()
    return Promise.resolve(checks)
  }
  const watched = watchCheck(session, checkOnce, stopped)
  await expect.poll(() => err).toContain('Press Ctrl-C')
  put({ 'book/b.md': '# C\n' })
  await watched
  expect(checks).toBe(2)
  expect(err).toContain('b.md changed')
})
