// Pages in MDX: Markdown with the words of its components.
import { describe, expect, test } from 'vitest'
import { plainMdx } from '../../src/markdown/mdx.ts'
import { buildBook, codes, content, page, site } from '../support/build-book.ts'
import { isLinear } from '../support/yardstick.ts'

const plain = (text: string): string => plainMdx(text).text.replaceAll(/[ \t]+$/gm, '')

async function shown(text: string): Promise<string> {
  const built = await buildBook({
    'SUMMARY.md': '* [Start](README.md)\n* [M](m.mdx)\n',
    'README.md': '# Start\n',
    'm.mdx': text,
  })
  return content(built, 'm.html')
}

describe('leaves out', () => {
  test.each([
    ['imports', "import A from 'a'\nimport { B } from 'b'\n\nWords\n", '\n\n\nWords\n'],
    ['an import over lines', "import {\n  A,\n} from 'a'\n\nWords\n", '\n\n\n\nWords\n'],
    [
      'exports with empty lines in them',
      'export const a = {\n\n b: 1 }\n\nWords\n',
      '\n\n\n\nWords\n',
    ],
    ['comments', 'a {/* b\nc */} d\n', 'a\n d\n'],
    ['tags over lines', '<Card\n  render={() => <b>x</b>}\n>\nWords\n</Card>\n', '\n\n\nWords\n\n'],
    ['fragments', '<>\nWords\n</>\n', '\nWords\n\n'],
    ['names with dots', '<Tabs.Item>\nWords\n</Tabs.Item>\n', '\nWords\n\n'],
    ['attributes that are JavaScript', '<i style={{ a: 1 }} id="x">y</i>\n', '<i id="x">y</i>\n'],
  ])('%s', (_what, text, expected) => {
    expect(plain(text)).toBe(expected)
  })
})

describe('keeps', () => {
  test.each([
    ['a title', '<Step title="First">\nDo it.\n</Step>\n', '**First**\nDo it.\n\n'],
    ['a label', "<TabItem label={'Apple'}>\n\nx\n\n</TabItem>\n", '**Apple**\n\nx\n\n\n'],
    ['where a card leads', '<Card title="A" href="/a" />\n', '[**A**](</a>)\n'],
    ['a picture', '<Image src="a.png" alt="A rose" />\n', '![A rose](<a.png>)\n'],
    ['words in a line', 'A <Tip tip="t">word</Tip> here\n', 'A word here\n'],
    ['code', '`<A>` and\n\n```\n<B>\n{/* c */}\n```\n', '`<A>` and\n\n```\n<B>\n{/* c */}\n```\n'],
    ['what is no tag', 'a < b, <5, x <Y\n', 'a < b, <5, x <Y\n'],
    [
      'words like programs',
      'import duties rise.\n\nexports fell.\n',
      'import duties rise.\n\nexports fell.\n',
    ],
    ['marks of code that never end', 'a ` b <C>d</C>\n', 'a ` b d\n'],
  ])('%s', (_what, text, expected) => {
    expect(plain(text)).toBe(expected)
  })
})

test('what is indented between tags is what it would be without', async () => {
  const html = await shown(
    '<Tabs>\n  <Tab title="npm">\n    ```\n    npm i <Name>\n      in\n    ```\n  </Tab>\n  <Tab title="list">\n    1. one\n       - two\n  </Tab>\n</Tabs>\n',
  )
  expect(html).toContain('npm i &lt;Name&gt;\n  in\n</code>')
  expect(html).toContain('<ol>\n<li>one\n<ul>\n<li>two</li>')
  expect(html).not.toContain('Tab')
})

test('places are those of the file, and components are told once a page', async () => {
  const built = await buildBook({
    'SUMMARY.md': '* [Start](README.md)\n* [M](m.mdx)\n',
    'README.md': '# Start\n',
    'm.mdx': '---\ntitle: M\n---\n\n<A>\n  <B>\n    水 [x](no.md)\n  </B>\n</A>\n',
  })
  expect(codes(built)).toEqual([
    'markdown/mdx-component m.mdx:5:1',
    'links/missing-file m.mdx:7:11',
  ])
})

test('braces are no templates, and its words are found', async () => {
  const built = await buildBook({
    'book.json': '{"variables": {"x": "wrong"}}',
    'SUMMARY.md': '* [Start](README.md)\n* [M](m.mdx)\n',
    'README.md': '# Start\n\n[m](m.mdx#part)\n',
    'm.mdx': '# M\n\n## Part\n\n{{ book.x }} stays\n',
  })
  expect(content(built, 'm.html')).toContain('{{ book.x }} stays')
  expect(content(built, 'index.html')).toContain('<a href="m.html#part">')
  expect(codes(built)).toEqual([])
})

test.each([
  ['tags without end', '<A '],
  ['comments without end', '{/* '],
  ['programs without end', 'export const a = {\n\n'],
  ['marks of code', '` `` '],
  ['blocks in blocks', '<A>\n'],
])('takes linear time for %s', (_what, unit) => {
  expect(isLinear((count) => plainMdx(unit.repeat(count)), 2000)).toBe(true)
})

describe('files of other programs among the chapters', () => {
  const book = {
    'SUMMARY.md':
      '* [Start](README.md)\n* [Notes](notes.txt)\n* [Old](old.rst)\n* [Paper](paper.pdf)\n* [End](end.md)\n',
    'README.md': '# Start\n',
    'end.md': '# End\n',
    'notes.txt': 'Just\n  notes *as* they are\n',
    'old.rst': 'Old\n===\n',
    'paper.pdf': '%PDF-1.4\u0000',
  }

  test('are pages with the menu around them where they are text, and told where they are another language', async () => {
    const built = await buildBook(book)
    const html = page(built, 'notes.txt.html')
    expect(html).toContain('notes *as* they are')
    expect(html).toContain('<a href="notes.txt.html" aria-current="page">Notes</a>')
    expect(html).toMatch(/rel="next" href="old\.rst\.html"/)
    expect(page(built, 'index.html')).toContain('<a href="paper.pdf">Paper</a>')
    expect(codes(built)).toEqual(['summary/other-format SUMMARY.md:3:9'])
  })

  test('are links to the files in a book without pages of sources', async () => {
    const built = await buildBook({ ...book, 'book.json': '{"sourcePages": false}' })
    expect(page(built, 'index.html')).toContain('<a href="notes.txt">Notes</a>')
    expect(site(built)).not.toHaveProperty(['notes.txt.html'])
  })

  test('come out the same with a memory', async () => {
    const first = await buildBook(book)
    const changed = { ...book, 'notes.txt': 'Other\n' }
    const second = await buildBook(changed, first.memory)
    expect(site(second)).toEqual(site(await buildBook(changed)))
    expect(second.rendered).toEqual(['notes.txt'])
  })
})
