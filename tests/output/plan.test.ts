import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { OutputFile } from '../../src/core/output-file.ts'
import type { BookPath, OutputPath } from '../../src/core/path.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { planWrite } from '../../src/output/plan.ts'

const dir = mkdtempSync(path.join(tmpdir(), 'handbook-plan-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const at = (name: string): OutputPath => name as OutputPath
const made = (name: string, more: { readonly yieldsTo?: OutputPath } = {}): OutputFile => ({
  kind: 'made',
  path: at(name),
  content: name,
  ...more,
})
const copied = (name: string): OutputFile => ({
  kind: 'copied',
  path: at(name),
  from: name as BookPath,
})

/** What a disk that takes `A` and `a` for one name, or another, would hold. */
function plan(
  files: readonly OutputFile[],
  foldsCase: boolean,
): { readonly names: readonly string[]; readonly problems: readonly string[] } {
  const outputs = new Map(files.map((file) => [file.path, file]))
  const { names, diagnostics, writes } = planWrite(
    outputs,
    { dir, ours: new Set(), foldsCase },
    memoryFiles({}),
  )
  expect(writes.map((file) => file.path)).toEqual(names)
  const problems = diagnostics.map(({ code, severity }) => `${severity} ${code}`)
  return { names, problems }
}

const left = 'warning output/case-collision'

test('a disk that tells upper from lower case holds both', () => {
  const files = [made('A.html', { yieldsTo: at('a.html') }), made('a.html'), copied('x/B.png')]
  const names = ['A.html', 'a.html', 'x/B.png']
  expect(plan(files, false)).toEqual({ names, problems: [] })
})

test('another holds the one that the book names first, wherever it stands', () => {
  const files = [made('A.html', { yieldsTo: at('a.html') }), made('a.html')]
  expect(plan(files, true)).toEqual({ names: ['a.html'], problems: [left] })
  const reversed = [made('A.html'), made('a.html', { yieldsTo: at('A.html') })]
  expect(plan(reversed, true)).toEqual({ names: ['A.html'], problems: [left] })
})

test('of names in several cases one is left, and of others nothing', () => {
  const files = [
    copied('p/ß.png'),
    copied('P/x.png'),
    copied('p/X.png'),
    made('p/é'),
    made('p/e\u0301'),
  ]
  expect(plan(files, true)).toEqual({
    names: ['p/ß.png', 'P/x.png', 'p/é'],
    problems: [left, left],
  })
})

test('a folder whose name is a file in another case is left out with what is in it', () => {
  const files = [made('A.html/x/y.txt'), made('a.html')]
  expect(plan(files, true)).toEqual({
    names: ['a.html'],
    problems: ['warning output/file-and-folder'],
  })
  expect(plan(files, false).problems).toEqual([])
})
