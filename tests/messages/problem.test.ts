import { expect, test } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import { formatDiagnostic } from '../../src/messages/format.ts'
import { english } from '../../src/messages/en/index.ts'
import { also, problem } from '../../src/messages/problem.ts'
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
    hint: 'Create the file, or remove the link to keep the title alone',
  })
  expect(formatDiagnostic(missing, chinese)).toMatchObject({
    message: '这一章指向“a b.md”，但书中没有这个文件',
    hint: '创建该文件；若只想保留标题，请去掉链接',
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
