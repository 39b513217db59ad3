// Every code that can be reported has a section in the documents, and a fault in one of the books of faults, which are
// checked here: their reports are reviewed by eye and compared. What no check can meet names the test that does.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkBook } from '../../src/check/check.ts'
import { renderReport } from '../../src/cli/report.ts'
import { diagnostics as catalog } from '../../src/messages/en/catalog.ts'
import { english } from '../../src/messages/en/index.ts'
import type { Diagnostic } from '../../src/core/diagnostic.ts'
import { diskFiles } from '../../src/files/disk.ts'
import type { Files } from '../../src/files/files.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import type { Contents } from '../support/build-book.ts'
import { FAULT_BOOKS } from './fault-books.ts'
import { formatDiagnostic } from '../../src/messages/format.ts'
import { chinese } from '../../src/messages/zh/index.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Codes of commands, of the network and of the disk: the tests that make them happen. */
const ELSEWHERE: { readonly [test: string]: readonly string[] } = {
  'asciidoc/render.test.ts': ['asciidoc/too-many-includes'],
  'asciidoc/stray-references.test.ts': ['links/ambiguous-anchor'],
  'asciidoc/limits.test.ts': ['asciidoc/long-text', 'page/too-complex'],
  'check/external.test.ts': ['links/address-gone', 'links/address-moved', 'links/address-unclear'],
  'cli/bin.test.ts': [
    'cli/missing-folder',
    'cli/not-a-folder',
    'cli/ignored-flag',
    'cli/init-outside-book',
  ],
  'cli/check.test.ts': ['cli/init-cannot-create', 'cli/no-baseline', 'cli/not-a-baseline'],
  'cli/init.test.ts': ['cli/init-existing-book'],
  'cli/ebook.test.ts': ['ebook/unknown-language', 'ebook/unknown-chapter'],
  'components/api.test.ts': ['component/no-api'],
  'components/blocks.test.ts': ['component/no-end', 'component/unknown'],
  'ebook/downloads.test.ts': ['ebook/no-compiler'],
  'ebook/epub.test.ts': ['ebook/left-out'],
  'ebook/pdf.test.ts': [
    'ebook/missing-glyph',
    'ebook/no-alternative',
    'ebook/no-font',
    'ebook/not-set',
  ],
  'components/gitbook-com.test.ts': ['summary/generated-pages'],
  'components/nesting.test.ts': ['component/stray-end'],
  'components/spellings.test.ts': ['component/no-address'],
  'diagrams/set.test.ts': ['diagrams/not-drawn'],
  'formulas/set.test.ts': ['formulas/mistake', 'formulas/never-ends', 'formulas/unknown-label'],
  'page/values.test.ts': ['template/unreadable-value', 'template/missing-content'],
  'markdown/mdx.test.ts': ['markdown/mdx-component', 'summary/other-format'],
  'markdown/redirect-line.test.ts': ['plugins/redirect-line'],
  'plugins/text.test.ts': ['plugins/unsupported', 'plugins/unknown-option'],
  'site/less.test.ts': ['theme/unread-style'],
  'messages/problem.test.ts': ['serve/watch-failed'],
  'files/git.test.ts': ['theme/shallow-clone'],
  'dev/dev.test.ts': ['serve/folder-missing', 'serve/build-failed'],
  'files/disk.test.ts': [
    'files/symlink-outside',
    'files/symlink-ignored',
    'files/many-links',
    'files/unreadable',
    'files/undecodable-name',
    'files/same-name',
    'files/windows-name',
    'files/ignored-pattern',
  ],
  'untrusted.test.ts': [
    'cli/not-asked',
    'config/not-run',
    'files/hidden-include',
    'book/too-large',
  ],
  'check/mistakes.test.ts': [
    'check/large-image',
    'component/no-block',
    'front-matter/not-read',
    'template/unquoted-file',
  ],
  'page/unended-html.test.ts': ['html/stray-end-tag', 'html/unclosed-element'],
  'template/handlebars.test.ts': ['layout/cannot-render'],
  'site/metadata/sitemap.test.ts': ['publishing/feed-without-dates'],
  'plugins/odd.test.ts': ['publishing/share-without-site-url'],
  'site/own-head.test.ts': ['theme/missing-file', 'theme/no-head-element'],
  'site/services.test.ts': ['theme/service-id'],
  'site/visibility.test.ts': ['book/kept-pages'],
  'book/recognize.test.ts': ['book/recognized'],
  'files/front-matter.test.ts': ['front-matter/unusable-value'],
  'book/guarded.test.ts': ['book/unreadable-structure'],
  'book/load.test.ts': ['book/other-start-page', 'languages/no-pages'],
  'output/write.test.ts': [
    'output/is-book',
    'output/contains-book',
    'output/foreign-files',
    'output/not-a-folder',
    'output/foreign-collision',
    'output/reserved-name',
    'output/busy',
    'output/unreadable-source',
    'output/unwritable',
  ],
}
/** Codes of whole commands, with tests of their own. */
const OF_COMMANDS = /^(?:move|urls)\//

let dir = ''
const reports = new Map<string, { readonly text: string; readonly codes: readonly string[] }>()
const reported: Diagnostic[] = []
beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'handbook-faults-'))
  for (const [name, contents] of Object.entries(FAULT_BOOKS)) {
    const files = filesOf(contents)
    // oxlint-disable-next-line no-await-in-loop -- one book at a time
    const { diagnostics } = await checkBook({ files })
    const codes = diagnostics.map(({ code }) => code)
    reported.push(...diagnostics)
    reports.set(name, { text: reportOf(diagnostics, files), codes })
  }
}, 60_000)
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** Ignore files are read from disk only, and files with a dot are left out there. */
function filesOf(contents: Contents): Files {
  if (!Object.keys(contents).some((name) => name.startsWith('.'))) return memoryFiles(contents)
  rmSync(dir, { recursive: true, force: true })
  for (const [name, content] of Object.entries(contents)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true })
    writeFileSync(path.join(dir, name), content)
  }
  return diskFiles(dir)
}

function reportOf(diagnostics: readonly Diagnostic[], files: Files): string {
  return renderReport(diagnostics, {
    messages: english,
    paint: (_styles, text) => text,
    width: 120,
    all: true,
    textOf: (file) => files.text(file)?.text,
    nameOf: (file) => file,
  })
}

test('the books of faults are reported at their places', async () => {
  const text = [...reports].map(([name, report]) => `== ${name}\n\n${report.text}`).join('\n')
  await expect(text).toMatchFileSnapshot('fault-books.txt')
})

test('every fault is said in Chinese too, with nothing left out', () => {
  for (const diagnostic of reported) {
    const { code, message, hint = '' } = formatDiagnostic(diagnostic, chinese)
    const said = `${message} ${hint}`
    // What Asciidoctor says by itself is said in its words.
    if (code !== 'asciidoc/message') expect(said, code).toMatch(/\p{Script=Han}/u)
    expect(said, code).not.toMatch(/undefined|\[object/)
  }
  expect(reported.length).toBeGreaterThan(100)
})

const sections: readonly string[] = Object.keys(catalog)

test('every code that is explained is a fault of a book, or has a test of its own', () => {
  const faults = readFileSync(path.join(import.meta.dirname, 'faults.txt'), 'utf8')
  const tested = new Set([
    ...[...faults.matchAll(/\[([a-z-]+\/[a-z0-9-]+)\]/g)].map(([, code = '']) => code),
    ...[...reports.values()].flatMap(({ codes }) => codes),
    ...Object.values(ELSEWHERE).flat(),
  ])
  const own = sections.filter((code) => !OF_COMMANDS.test(code))
  expect(own.filter((code) => !tested.has(code))).toEqual([])
  expect([...tested].filter((code) => !sections.includes(code))).toEqual([])
})

test.each(Object.entries(ELSEWHERE))('%s tests what it is said to test', (name, codes) => {
  const text = readFileSync(path.join(root, 'tests', name), 'utf8')
  expect(codes.filter((code) => !text.includes(code))).toEqual([])
})

test('codes of commands are in the tests of those commands', () => {
  const texts = ['check', 'cli'].flatMap((folder) =>
    readdirSync(path.join(root, 'tests', folder))
      .filter((name) => /^(?:rename|mv|permalinks|urls).*\.test\.ts$/.test(name))
      .map((name) => readFileSync(path.join(root, 'tests', folder, name), 'utf8')),
  )
  const all = texts.join('\n')
  const own = sections.filter((code) => OF_COMMANDS.test(code))
  expect(own.filter((code) => !all.includes(code))).toEqual([])
})
