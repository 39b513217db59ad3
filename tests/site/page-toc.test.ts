// The list of headings on a page.
import { expect, test } from 'vitest'
import { buildBook, page } from '../support/build-book.ts'

const text = '# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n## F\n'

async function headings(settings: object): Promise<readonly string[]> {
  const built = await buildBook({ 'README.md': text, 'book.json': JSON.stringify(settings) })
  const list = /<nav class="page-toc"[^]*?<\/nav>/.exec(page(built, 'index.html'))?.[0] ?? ''
  return [...list.matchAll(/<a href="#[^"]*">([^<]*)/g)].map(([, title = '']) => title)
}

test.each([
  [{}, ['B', 'C', 'F']],
  [{ pageToc: true }, ['B', 'C', 'F']],
  [{ pageToc: { depth: 1 } }, ['B', 'F']],
  [{ pageToc: { depth: 3 } }, ['B', 'C', 'D', 'F']],
  [{ pageToc: false }, []],
])('with %j', async (settings, expected) => {
  expect(await headings(settings)).toEqual(expected)
})
