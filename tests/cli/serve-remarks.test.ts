// What a served page tells of warnings, and how it opens an editor at each.
import { expect, test } from 'vitest'
import { editorAddress } from '../../src/cli/editors.ts'
import { remarksOf } from '../../src/cli/serve-remarks.ts'
import { createSession } from '../../src/cli/session.ts'
import type { BookPath } from '../../src/core/path.ts'
import { loadMessages } from '../../src/messages/languages.ts'
import { problem } from '../../src/messages/problem.ts'

const nowhere = { write: () => true }
const common = { strict: false, format: 'human', quiet: false, verbose: false } as const
const messages = await loadMessages('en')
const terminal = { out: nowhere, err: nowhere, env: {}, cwd: '/', messages }
const session = createSession(terminal, common, '/书/my book', [])
const at = { file: 'a#b.md' as BookPath, start: { line: 3, column: 7 } }
const warning = problem('links/missing-file', at, { written: 'gone.md', near: 'bone.md' })

test('a warning has its place, its hint and the address of the editor there', () => {
  expect(remarksOf(session, [warning], editorAddress('VSCode'))).toEqual({
    title: '1 warning in 1 file',
    items: [
      {
        message:
          'This link points to "gone.md", and there is no such file in the book [links/missing-file]',
        hint: 'Did you mean "bone.md"?',
        place: 'a#b.md:3:7',
        editor: 'vscode://file/%E4%B9%A6/my%20book/a%23b.md:3:7',
      },
    ],
  })
})

test('without an editor, or a place, there is no address', () => {
  const [item] = remarksOf(session, [warning], undefined).items
  expect(item).not.toHaveProperty('editor')
  const elsewhere = problem('languages/none', undefined)
  expect(Object.keys(remarksOf(session, [elsewhere], 'x:{file}').items[0] ?? {})).not.toContain(
    'place',
  )
  expect(remarksOf(session, [], undefined)).toEqual({ title: '', items: [] })
})

test.each([
  ['idea', 'idea://open?file={file}&line={line}&column={column}'],
  ['emacs://open?{file}+{line}', 'emacs://open?{file}+{line}'],
  ['none', undefined],
  ['javascript:alert("{file}")', undefined],
  ['vscode://file/', undefined],
])('the editor %s is opened by %s', (written, expected) => {
  expect(editorAddress(written)).toBe(expected)
})
