import { expect, test } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import { formatDiagnostic } from '../../src/messages/format.ts'
import { english } from '../../src/messages/en/index.ts'
import { also, problem } from '../../src/messages/problem.ts'
import { systemReason } from '../../src/messages/system.ts'
import { chinese } from '../../src/messages/zh/index.ts'

const at = { file: 'SUMMARY.md' as BookPath, start: { line: 2, column: 3 } }
const missing = problem('summary/missing-page', at, { written: 'a b.md', near: undefined })

test('a diagnostic is a code, a place and arguments, without a word of a language', () => {
  expect(missing).toStrictEqual({
    code: 'summary/missing-page',
    severity: 'warning',
    at,
    args: { written: 'a b.md' },
  })
  expect(JSON.parse(JSON.stringify(missing))).toStrictEqual(missing)
})

test('each language says it with the same names', () => {
  expect(formatDiagnostic(missing, english)).toMatchObject({
    message: 'This chapter points to "a b.md", and there is no such file in the book',
    hint: 'Create the file, as `handbook init` does for all that are missing, or remove the link to keep the title alone',
  })
  expect(formatDiagnostic(missing, chinese)).toMatchObject({
    message: '这一章指向“a b.md”，但书中没有这个文件',
    hint: '创建该文件（`handbook init` 会创建所有缺少的文件）；若只想保留标题，请去掉链接',
  })
})

test('what was probably meant is the hint', () => {
  const near = problem('summary/missing-page', at, { written: 'zokeeper.md', near: 'zookeeper.md' })
  expect(formatDiagnostic(near, english).hint).toBe('Did you mean "zookeeper.md"?')
  expect(formatDiagnostic(near, chinese).hint).toBe('是不是“zookeeper.md”？')
})

test('other places are said in the language too', () => {
  const twice = problem('glossary/duplicate-term', at, { name: 'x' }, also('first-defined', at))
  expect(twice.related).toEqual([{ at, note: 'first-defined' }])
  expect(formatDiagnostic(twice, english).related).toMatchObject([
    { message: 'First defined here' },
  ])
  expect(formatDiagnostic(twice, chinese).related).toMatchObject([{ message: '首次定义在此' }])
})

test('a code that no catalog has is shown as it is', () => {
  const other = { code: 'their/own', severity: 'error', args: {} } as const
  expect(formatDiagnostic(other, english).message).toBe('their/own')
})

test('severities are those of the code, or of the case', () => {
  expect(problem('book/no-readme', undefined, { wanted: 'README.md' }).severity).toBe('error')
  expect(problem('summary/empty-title', at, undefined, { severity: 'info' }).severity).toBe('info')
})

const hint = (reason: string): string | undefined =>
  formatDiagnostic(problem('serve/watch-failed', undefined, { reason }), english).hint

test('a limit of the system is told apart from what polling would mend', () => {
  expect(hint('ENOSPC: System limit reached')).toContain('max_user_watches')
  expect(hint('EPERM')).not.toContain('max_user_watches')
})

test('the operating system is put into words, without the paths of this machine', () => {
  const reason = systemReason(
    Object.assign(new Error(`ENOENT: no such file, open '/tmp/x'`), { code: 'ENOENT' }),
  )
  const found = problem('output/unwritable', undefined, { file: 'a.html', reason })
  expect(JSON.stringify(found)).not.toContain('/tmp')
  expect(formatDiagnostic(found, english).message).toBe(
    'Cannot write to "a.html": there is no such file or folder',
  )
  expect(formatDiagnostic(found, chinese).message).toBe('无法写入“a.html”：没有这个文件或文件夹')
  const rare = systemReason(
    Object.assign(new Error('EXDEV: cross-device link, rename'), { code: 'EXDEV' }),
  )
  expect(
    formatDiagnostic(problem('output/unwritable', undefined, { file: 'a', reason: rare }), chinese)
      .message,
  ).toBe('无法写入“a”：cross-device link')
})
