// The manual read through its Markdown alternates: a page made of an alternate says what the page says that it is the alternate of.
import path from 'node:path'
import { expect, test } from 'vitest'
import { build } from '../../../src/pipeline/build.ts'
import type { PageResult } from '../../../src/core/book.ts'
import type { BookPath } from '../../../src/core/path.ts'
import { diskFiles } from '../../../src/files/disk.ts'
import { buildBook } from '../../support/build-book.ts'
import { text } from './site.ts'

const manual = path.resolve(import.meta.dirname, '../../../docs')

/** What a page says. The usual titles of callouts are left out: in an alternate the mark of the quote says them. */
function words({ sections }: PageResult): readonly string[] {
  return sections
    .map((section) => `${section.title}\n${section.text}`)
    .map((said) => said.replaceAll(/\b(?:Note|Tip|Important|Warning|Caution)\b|\s+/g, ''))
    .filter((said) => said !== '')
}

test('alternates of the manual say what its pages say', { timeout: 60_000 }, async () => {
  const built = await build({ files: diskFiles(manual) })
  const pages = new Map<string, PageResult>()
  const contents: Record<string, string> = {}
  for (const result of built.memory.results.values()) {
    const alternate = result.output.replace(/\.html$/, '.md')
    const markdown = text(built, alternate)
    if (markdown === undefined) continue
    pages.set(`alternates/${alternate}`, result)
    contents[`alternates/${alternate}`] = `---\ntemplating: false\n---\n${markdown}`
  }
  expect(pages.size).toBeGreaterThan(20)
  contents['README.md'] = [...pages.keys()].map((alternate) => `[x](<${alternate}>)`).join(' ')
  const again = await buildBook(contents)
  for (const [alternate, page] of pages) {
    const result = again.memory.results.get(alternate as BookPath)
    const said = words(page)
    // A page without a title has one in its alternate.
    expect({ alternate, says: result && words(result).slice(-said.length) }).toEqual({
      alternate,
      says: said,
    })
  }
})
