// Every page with tags of real books, where HANDBOOK_CORPUS names a folder of them: expanded by Nunjucks and by us. What we
// leave as it is written and report is covered up for both; the rest must come out alike. Code is left out of account,
// because Nunjucks knows none.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/core/diagnostic.ts'
import type { BookPath, FolderPrefix } from '../../src/core/path.ts'
import { lineStarts } from '../../src/core/position.ts'
import { type ExpandedPage, expandTemplates } from '../../src/template/expand.ts'
import { mayHaveTags } from '../../src/template/read/scan.ts'
import { nunjucks } from './oracle.ts'

const BOOKS = process.env['HANDBOOK_CORPUS'] ?? ''
const context = { book: { version: '1.2' }, page: { title: 'T' }, output: { name: 'website' } }
const ROUNDS = 200

/** The pages below a folder that have tags. */
function* pages(folder: string): Generator<readonly [string, string]> {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:md|markdown|adoc|asciidoc)$/.test(entry)) continue
    const text = readFileSync(path.join(folder, entry), 'utf8').replaceAll('\r\n', '\n')
    if (mayHaveTags(text)) yield [entry, text]
  }
}

function expand(text: string): ExpandedPage {
  return expandTemplates({
    path: 'page.md' as BookPath,
    text,
    firstLine: 1,
    root: '' as FolderPrefix,
    variables: context,
    host: {
      text: () => undefined,
      codeRanges: () => [],
      body: (_, whole) => ({ body: whole, firstLine: 1 }),
    },
  })
}

/** A text without the braces of what was reported. */
function covered(text: string, diagnostics: readonly Diagnostic[]): string {
  const starts = lineStarts(text)
  let result = text
  for (const { at } of diagnostics) {
    if (at?.start === undefined || at.end === undefined) continue
    const from = (starts[at.start.line - 1] ?? 0) + at.start.column - 1
    const to = (starts[at.end.line - 1] ?? 0) + at.end.column - 1
    const braces = result.slice(from, to).replaceAll(/[{}%]/g, '_')
    result = result.slice(0, from) + braces + result.slice(to)
  }
  return result
}

/** A text in which nothing is reported any more, and what becomes of it. */
function settled(written: string): readonly [string, ExpandedPage] {
  let text = written
  let result = expand(text)
  for (let round = 0; round < ROUNDS && result.diagnostics.length > 0; round++) {
    text = covered(text, result.diagnostics)
    result = expand(text)
  }
  return [text, result]
}

test.skipIf(!existsSync(BOOKS))(
  'every page of real books comes out as Nunjucks has it (asked for with HANDBOOK_CORPUS)',
  () => {
    const counted = { same: 0, refused: 0 }
    for (const [name, written] of pages(BOOKS)) {
      const [text, result] = settled(written)
      const expected = nunjucks(text, context)
      if (expected === undefined) counted.refused += 1
      else {
        expect(result.text, name).toBe(expected)
        counted.same += 1
      }
    }
    expect(counted.same).toBeGreaterThan(counted.refused)
  },
)
