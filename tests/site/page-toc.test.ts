// The list of headings on a page.
import { expect, test } from 'vitest'
import { buildBook, page } from '../support/build-book.ts'

const text = '# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n## F\n'

async function headings(settings: object): Promise<readonly string[]> {
  const built = await buildBook({ 'README.md': text, 'book.json': JSON.stringify(settings) })
  return listed(page(built, 'index.html'))
}

function listed(html: string): readonly string[] {
  const list = /<nav class="page-toc"[^]*?<\/nav>/.exec(html)?.[0] ?? ''
  return [...list.matchAll(/<a href="#[^"]*">([^<]*)/g)].map(([, title = '']) => title)
}

test.each([
  ['# A\n\n### B\n\n#### C\n\n##### D\n', ['B', 'C']],
  ['## A\n\n### B\n\n#### C\n\n## D\n\n### E\n', ['B', 'D', 'E']],
  ['## 1. A\n\n### B\n\n#### C\n', ['B', 'C']],
  ['# A\n\n# B\n\n## C\n', ['B', 'C']],
  ['# B\n\n# C\n\n## D\n', ['C', 'D']],
])(
  'begins below the title, with the highest level that there is: %j',
  async (chapter, expected) => {
    const book = { 'README.md': '# Start\n', 'SUMMARY.md': '* [A](a.md)\n', 'a.md': chapter }
    expect(listed(page(await buildBook(book), 'a.html'))).toEqual(expected)
  },
)

test.each([
  [{}, ['B', 'C', 'F']],
  [{ pageToc: true }, ['B', 'C', 'F']],
  [{ pageToc: { depth: 1 } }, ['B', 'F']],
  [{ pageToc: { depth: 3 } }, ['B', 'C', 'D', 'F']],
  [{ pageToc: false }, []],
])('with %j', async (settings, expected) => {
  expect(await headings(settings)).toEqual(expected)
})
