// A book with at least one fault of each kind. What `check` prints about it is reviewed by eye, carets and all, and
// compared: faults.txt beside this file.
import path from 'node:path'
import { expect, test } from 'vitest'
import { checkBook } from '../../src/check/check.ts'
import { RULES } from '../../src/check/rules.ts'
import { renderReport } from '../../src/cli/report.ts'
import { english } from '../../src/messages/en/index.ts'
import { diskFiles } from '../../src/files/disk.ts'

const folder = path.resolve(import.meta.dirname, '../books/faults')
const files = diskFiles(folder)

test('prints every fault of the book of faults at its place', async () => {
  const { diagnostics } = await checkBook({ files })
  const report = renderReport(diagnostics, {
    messages: english,
    paint: (_styles, text) => text,
    width: 120,
    all: true,
    textOf: (file) => files.text(file)?.text,
    nameOf: (file) => file,
  })
  await expect(report).toMatchFileSnapshot('faults.txt')
})

/** What a check says of promised addresses, beside its rules. */
const URLS = ['urls/vanished-page', 'urls/vanished-anchor', 'urls/unreadable-line']

test('has a fault for every rule', async () => {
  const { diagnostics } = await checkBook({ files })
  const found = new Set<string>(diagnostics.map(({ code }) => code))
  const codes = [...RULES.map(({ code }) => code), ...URLS]
  expect(codes.filter((code) => !found.has(code))).toEqual([])
})

test('leaves nothing but what was not certain after mending', async () => {
  const { diagnostics } = await checkBook({ files })
  const fixes = diagnostics.flatMap(({ code, fix }) => (fix ? [[code, fix.text]] : []))
  expect(fixes).toEqual([
    ['links/missing-anchor', 'guide/config.md#options'],
    ['links/case-differs', 'guide/config.md'],
    ['links/unlisted-page', '\n* [没有列出的页面](guide/unlisted.md)'],
    ['links/missing-file', 'my%20notes.md'],
  ])
})
