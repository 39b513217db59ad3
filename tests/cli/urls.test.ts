import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run } from '../../src/cli/program.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'handbook-urls-'))
  put('README.md', '# A\n\n## 一\n')
  put('SUMMARY.md', '* [A](README.md)\n')
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

function put(name: string, text: string): void {
  writeFileSync(path.join(cwd, name), text)
}

async function handbook(
  args: readonly string[],
  lang = 'en_US.UTF-8',
): Promise<{ exitCode: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const exitCode = await run(args, {
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    env: { LANG: lang },
    cwd,
  })
  return { exitCode, out, err }
}

test('prints every address, and writes nothing', async () => {
  const before = readdirSync(cwd)
  expect(await handbook(['urls'])).toEqual({
    exitCode: 0,
    out: 'index.html\n  #a\n  #一\n',
    err: '',
  })
  expect(readdirSync(cwd)).toEqual(before)
})

test('keeps the list, tells what changed, and gives addresses up', async () => {
  const first = await handbook(['urls', '--lock'])
  expect(first.err).toBe('.handbook-urls: 1 page with 2 anchors (3 new)\n')
  expect((await handbook(['urls', '--lock'])).err).toBe('.handbook-urls: 1 page with 2 anchors\n')
  const list = readFileSync(path.join(cwd, '.handbook-urls'), 'utf8')
  put('README.md', '# A\n\n## 二\n')
  const checked = await handbook(['check', '--max-warnings', '0'])
  expect(checked.exitCode).toBe(1)
  expect(checked.err).toContain('warning[urls/vanished-anchor]')
  expect(checked.err).toContain('"README.md#一": "README.md#二"')
  const again = await handbook(['urls', '--lock'], 'zh_CN.UTF-8')
  expect(again.err).toContain('.handbook-urls：1 页，3 个锚点（新增 1 个，1 个已失效但仍保留')
  expect(again.err).toContain('│   #一\n')
  expect((await handbook(['urls', '.', '--forget', 'index.html#一'])).err).toBe(
    '.handbook-urls: 1 page with 2 anchors (1 given up)\n',
  )
  expect(readFileSync(path.join(cwd, '.handbook-urls'), 'utf8')).toBe(list.replace('#一', '#二'))
})

test.each([
  ['index.html', 'urls/still-there'],
  ['nowhere.html', 'urls/not-listed'],
])('does not forget %s', async (address, code) => {
  await handbook(['urls', '--lock'])
  const list = readFileSync(path.join(cwd, '.handbook-urls'), 'utf8')
  const { exitCode, err } = await handbook(['urls', '--forget', address])
  expect(exitCode).toBe(1)
  expect(err).toContain(`error[${code}]`)
  expect(readFileSync(path.join(cwd, '.handbook-urls'), 'utf8')).toBe(list)
})

test('knows no addresses of a book that cannot be built', async () => {
  rmSync(path.join(cwd, 'README.md'))
  const { exitCode, out, err } = await handbook(['urls', '--lock'])
  expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' })
  expect(err).toContain('error[')
  expect(readdirSync(cwd)).toEqual(['SUMMARY.md'])
})

test('is not published', async () => {
  await handbook(['urls', '--lock'])
  await handbook(['build'])
  expect(readdirSync(path.join(cwd, '_book'))).not.toContain('.handbook-urls')
  expect((await handbook(['check'])).out).toContain('nothing is wrong')
})
