import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildFailed, folderMissing, watchFailed } from '../../src/dev/problems.ts'

const problems = [folderMissing('/书'), watchFailed('EPERM'), buildFailed('out of cheese')]

test('each problem has a section of its own', () => {
  const docs = readFileSync(new URL('../../docs/diagnostics/serve.md', import.meta.url), 'utf8')
  const sections = [...docs.matchAll(/^## (.+)$/gm)].map(([, code]) => code)
  expect(sections).toEqual(problems.map(({ code }) => code))
})

test('a limit of the system is told apart from what polling would mend', () => {
  expect(watchFailed('ENOSPC: System limit reached').hint).toContain('max_user_watches')
  expect(watchFailed('EPERM').hint).not.toContain('max_user_watches')
})
