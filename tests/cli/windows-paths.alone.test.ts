// Paths of Windows on their way to people, programs and editors, with the arithmetic of Windows.
import type path from 'node:path'
import { expect, test, vi } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'

vi.mock('node:path', async (actual) => {
  const { win32 } = await actual<typeof path>()
  return { ...win32, default: win32 }
})

const { editorAddress } = await import('../../src/cli/editors.ts')
const { fileNames } = await import('../../src/cli/formats/location.ts')
const { remarksOf } = await import('../../src/cli/serve-remarks.ts')
const { createSession } = await import('../../src/cli/session.ts')
const { displayPath } = await import('../../src/files/host-path.ts')
const { loadMessages } = await import('../../src/messages/languages.ts')
const { problem } = await import('../../src/messages/problem.ts')

const BOOK = String.raw`C:\books\my book`
const nowhere = { write: () => true }
const messages = await loadMessages('en')
const at = { file: 'guide/a.md' as BookPath, start: { line: 3, column: 7 } }

test('machines get slashes, from the workspace or the current folder', () => {
  expect(fileNames(BOOK, String.raw`C:\books`, {})(at.file)).toBe('my book/guide/a.md')
  const env = { GITHUB_WORKSPACE: String.raw`C:\books` }
  expect(fileNames(BOOK, String.raw`D:\other`, env)(at.file)).toBe('my book/guide/a.md')
  expect(fileNames(BOOK, String.raw`D:\other`, {})(at.file)).toBe('C:/books/my book/guide/a.md')
})

test('people get the paths of their system', () => {
  expect(displayPath(String.raw`C:\books\my book\_book`, BOOK)).toBe('_book')
  expect(displayPath(String.raw`D:\site`, BOOK)).toBe(String.raw`D:\site`)
})

test('editors get the drive and slashes', () => {
  const terminal = { out: nowhere, err: nowhere, env: {}, cwd: BOOK, messages }
  const common = { strict: false, format: 'human', quiet: false, verbose: false } as const
  const session = createSession(terminal, common, BOOK, [])
  const warning = problem('links/missing-file', at, { written: 'b.md', near: undefined })
  const [item] = remarksOf(session, [warning], editorAddress('vscode')).items
  expect(item?.editor).toBe('vscode://file/C:/books/my%20book/guide/a.md:3:7')
})
