import { expect, test } from 'vitest'
import { defaultFormat } from '../../src/cli/check-flags.ts'
import { githubReport } from '../../src/cli/formats/github.ts'
import { junitReport } from '../../src/cli/formats/junit.ts'
import { fileNames } from '../../src/cli/formats/location.ts'
import { sarifReport } from '../../src/cli/formats/sarif.ts'
import type { BookPath } from '../../src/core/path.ts'
import { english as englishMessages } from '../../src/messages/en/index.ts'
import { type FormattedDiagnostic, formatDiagnostic } from '../../src/messages/format.ts'
import { problem } from '../../src/messages/problem.ts'
import { chinese as chineseMessages } from '../../src/messages/zh/index.ts'
import { sarifProblems } from './sarif-shape.ts'

const file = '第一章/a b: 100%.md' as BookPath
const at = { file, start: { line: 3, column: 5 }, end: { line: 3, column: 9 } }
const some: readonly FormattedDiagnostic[] = [
  { code: 'check/unused-file', severity: 'info', args: {}, message: 'A remark', at: { file } },
  {
    code: 'links/missing-file',
    severity: 'warning',
    args: { written: 'a' },
    message: 'Found "a,b" & <c>\nand\u0000 more: 100%',
    at,
    hint: 'Mend it',
    related: [{ at, note: '', message: 'Here too' }],
    fix: { at, text: 'b.md' },
  },
  { code: 'book/no-readme', severity: 'error', args: {}, message: 'No start page' },
]
const nameOf = (path: BookPath): string => path
const tool = { version: '1.2.3', explain: (code: string) => `About ${code}. And more.` }

test('SARIF has all that the standard asks for', () => {
  for (const diagnostics of [some, []]) {
    const log: unknown = JSON.parse(sarifReport(diagnostics, nameOf, tool))
    expect(sarifProblems(log)).toEqual([])
  }
})

test('SARIF names places in UTF-16 units and files as URIs', () => {
  const text = sarifReport(some, nameOf, tool)
  expect(text).toContain('"columnKind": "utf16CodeUnits"')
  expect(text).toContain('"uri": "%E7%AC%AC%E4%B8%80%E7%AB%A0/a%20b%3A%20100%25.md"')
  const [run] = (JSON.parse(text) as { runs: { results: Record<string, unknown>[] }[] }).runs
  expect(run?.results[1]).toMatchObject({
    ruleId: 'links/missing-file',
    ruleIndex: 2,
    level: 'warning',
    locations: [
      { physicalLocation: { region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 } } },
    ],
    fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: 'b.md' } }] }] }],
  })
})

const prints = (diagnostics: readonly FormattedDiagnostic[]): unknown =>
  (
    JSON.parse(sarifReport(diagnostics, nameOf, tool)) as {
      runs: { results: { partialFingerprints: unknown }[] }[]
    }
  ).runs[0]?.results.map(({ partialFingerprints }) => partialFingerprints)

test('SARIF fingerprints do not change when lines move', () => {
  const moved = some.map((one) =>
    one.at?.start === undefined ? one : { ...one, at: { ...at, start: { line: 9, column: 1 } } },
  )
  expect(prints(moved)).toEqual(prints(some))
})

test('annotations escape what ends a command, and errors come first', () => {
  expect(githubReport(some, nameOf)).toBe(
    [
      '::error title=book/no-readme::No start page',
      '::warning file=第一章/a b%3A 100%25.md,line=3,col=5,endLine=3,endColumn=8,title=links/missing-file::Found "a,b" & <c>%0Aand\u0000 more: 100%25%0AMend it',
      '::notice file=第一章/a b%3A 100%25.md,title=check/unused-file::A remark',
      '',
    ].join('\n'),
  )
  expect(githubReport([], nameOf)).toBe('')
})

test('JUnit counts problems as failures and remarks as passed', () => {
  const xml = junitReport(some, nameOf)
  expect(xml).toContain('<testsuites name="handbook check" tests="3" failures="2">')
  expect(xml).toContain('<testsuite name="第一章/a b: 100%.md" tests="2" failures="1">')
  expect(xml).toContain('message="Found &quot;a,b&quot; &amp; &lt;c&gt;&#10;and\uFFFD more: 100%"')
  expect(xml).not.toContain('\u0000')
  expect(junitReport([], nameOf)).toContain('tests="1" failures="0"')
})

test('chooses annotations in GitHub Actions', () => {
  expect(defaultFormat({})).toBe('human')
  expect(defaultFormat({ GITHUB_ACTIONS: 'true' })).toBe('github')
})

const name = (env: Record<string, string>): string =>
  fileNames('/repo/docs/book', '/repo/docs', env)('a/b.md' as BookPath)

test('names files from the workspace when the book is in it', () => {
  expect(name({})).toBe('book/a/b.md')
  expect(name({ GITHUB_WORKSPACE: '/repo' })).toBe('docs/book/a/b.md')
  expect(name({ GITHUB_WORKSPACE: '/elsewhere' })).toBe('book/a/b.md')
})

test('SARIF fingerprints do not change when messages are worded anew, in any language', () => {
  const found = problem('summary/missing-page', at, { written: 'a.md', near: undefined })
  const english = formatDiagnostic(found, englishMessages)
  const chinese = formatDiagnostic(found, chineseMessages)
  expect(english.message).not.toBe(chinese.message)
  expect(prints([chinese])).toEqual(prints([english]))
})
