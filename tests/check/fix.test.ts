import { expect, test } from 'vitest'
import { applyFixes, fixesByFile } from '../../src/check/fix.ts'
import { unifiedDiff } from '../../src/check/diff.ts'
import type { BookPath } from '../../src/core/path.ts'
import type { Contents } from '../support/build-book.ts'
import { check, onePage } from './support.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The files that mending changes, with their new texts. */
async function mended(contents: Contents): Promise<Record<string, string>> {
  const { diagnostics } = await check(contents)
  return Object.fromEntries(
    fixesByFile(diagnostics).map(({ file, fixes }) => [
      file,
      applyFixes(bytes(String(contents[file] ?? '')), fixes) ?? '',
    ]),
  )
}

test('keeps every byte outside of its changes: BOM, CRLF and missing ends of lines', async () => {
  const text = '\uFEFF# 标题\r\n\r\n##没有空格\r\n\n看[这个](PAGE.md#A)和[那个](page.html "t")'
  const result = await mended({ ...onePage(text), 'page.md': '# a\n' })
  expect(result['README.md']).toBe(
    '\uFEFF# 标题\r\n\r\n## 没有空格\r\n\n看[这个](page.md#A)和[那个](page.html "t")',
  )
})

test('writes a line of SUMMARY at the end of the list of the page that links', async () => {
  const contents = {
    'README.md': '# A\n',
    'SUMMARY.md':
      '# 目录\r\n\r\n* [A](README.md)\r\n  - [B](b.md)\r\n  - [C](c.md)\r\n\r\n## 二\r\n\r\n* [D](d.md)\r\n',
    'b.md': '# B\n\n[新](新 页(一).md)\n',
    'c.md': '# C\n',
    'd.md': '# D\n',
    '新 页(一).md': '# 新的 [一]\n',
  }
  expect((await mended(contents))['SUMMARY.md']).toBe(
    '# 目录\r\n\r\n* [A](README.md)\r\n  - [B](b.md)\r\n  - [C](c.md)\r\n  - [新的 \\[一\\]](新%20页%28一%29.md)\r\n\r\n## 二\r\n\r\n* [D](d.md)\r\n',
  )
})

test.each([
  ['[a](b.markdown)', '[a](b.md)'],
  ['[a](/c%2520d.md?x#y)', '[a](/c%20d.md?x#y)'],
  ['[a](c+d.md)', '[a](c%20d.md)'],
  ['![x](p.jpg)', '![x](p.png)'],
  ['<a href="B.md">text</a>', '<a href="b.md">text</a>'],
  ['[a](b.md#Second-Part)', '[a](b.md#second-part)'],
  ['[a](b.md#Second Part)', '[a](b.md#second-part)'],
  ['[a](b.md#second-prat)', undefined],
  ['[a](two.md)', undefined],
  ['[a](bb.md)', undefined],
])('mends %s only when there is no doubt', async (text, expected) => {
  const contents = {
    ...onePage(`${text}\n`),
    'SUMMARY.md': '* [A](README.md)\n* [B](b.md)\n* [C](<c d.md>)\n',
    'b.md': '# B\n\n## Second Part\n',
    'c d.md': '# C\n',
    'p.png': 'x',
    'two.adoc': '= Two',
    'two.markdown': '# Two',
  }
  expect((await mended(contents))['README.md']).toBe(
    expected === undefined ? undefined : `${expected}\n`,
  )
})

test('leaves a file alone that is not UTF-8', () => {
  const at = {
    file: 'a.md' as BookPath,
    start: { line: 1, column: 1 },
    end: { line: 1, column: 1 },
  }
  expect(applyFixes(new Uint8Array([0xff, 0xfe, 0x41]), [{ at, text: 'x' }])).toBeUndefined()
})

const place = (from: number, to: number) => ({
  file: 'a.md' as BookPath,
  start: { line: 1, column: from },
  end: { line: 1, column: to },
})
const diagnostic = (from: number, to: number, text: string) => ({
  code: 'links/missing-file' as const,
  severity: 'warning' as const,
  args: {},
  fix: { at: place(from, to), text },
})

test('of two changes in one place the first is made', () => {
  const [changes] = fixesByFile([
    diagnostic(2, 5, 'X'),
    diagnostic(4, 6, 'Y'),
    diagnostic(5, 6, 'Z'),
  ])
  expect(applyFixes(bytes('abcdef'), changes?.fixes ?? [])).toBe('aXZf')
})

/** Lines `line 1` to `line <count>`, some of them others. */
function lined(count: number, others: { readonly [line: number]: string } = {}): string {
  return Array.from({ length: count }, (_, at) => `${others[at + 1] ?? `line ${at + 1}`}\n`).join(
    '',
  )
}

/** Where the parts of the difference are when two lines of thirty change. */
function heads(first: number, second: number): readonly string[] {
  const diff = unifiedDiff('a', lined(30), lined(30, { [first]: 'x', [second]: 'y' }))
  return diff.match(/^@@.*$/gm) ?? []
}

test('joins changes whose surroundings touch, and parts those that are further away', () => {
  expect(heads(10, 17)).toEqual(['@@ -7,14 +7,14 @@'])
  expect(heads(10, 18)).toEqual(['@@ -7,7 +7,7 @@', '@@ -15,7 +15,7 @@'])
})

test('finds the smallest difference when lines that are alike move', () => {
  const diff = unifiedDiff('a', 'a\nb\nc\na\nb\nb\na\n', 'c\nb\na\nb\na\nc\n')
  expect(diff.match(/^[-+](?![-+])/gm)).toHaveLength(5)
})

test('gives up on the smallest difference of texts that have too little in common', () => {
  const [before, after] = [lined(3000), lined(3000).replaceAll('line', 'row')]
  const diff = unifiedDiff('a', before, `${after}end`)
  expect(diff.match(/^@@.*$/gm)).toEqual(['@@ -1,3000 +1,3001 @@'])
  expect(diff.match(/^-line/gm)).toHaveLength(3000)
  expect(diff.endsWith('+row 3000\n+end\n\\ No newline at end of file\n')).toBe(true)
})

test('shows the difference as patch reads it', () => {
  const lines = Array.from({ length: 12 }, (_, index) => `line ${index + 1}\n`)
  const after = lines.with(1, 'second\n').toSpliced(10, 0, 'new\n')
  expect(unifiedDiff('a.md', lines.join(''), after.join(''))).toBe(
    [
      '--- a/a.md',
      '+++ b/a.md',
      '@@ -1,5 +1,5 @@',
      ' line 1',
      '-line 2',
      '+second',
      ' line 3',
      ' line 4',
      ' line 5',
      '@@ -8,5 +8,6 @@',
      ' line 8',
      ' line 9',
      ' line 10',
      '+new',
      ' line 11',
      ' line 12',
      '',
    ].join('\n'),
  )
  expect(unifiedDiff('a', 'x', 'y')).toContain('\\ No newline at end of file')
  expect(unifiedDiff('a', 'same', 'same')).toBe('')
})
