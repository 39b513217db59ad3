import { expect, test } from 'vitest'
import { cleanLinked, cleanMarkdown } from '../../src/page/markdown-clean.ts'
import { componentWords } from '../../src/components/words.ts'

const words = componentWords('en')
const clean = (text: string): string => cleanMarkdown(text, words)

test.each([
  ['', ''],
  ['plain\n\ntext', 'plain\n\ntext'],
  ['two  \nlines\n\n\nand  \nmore', 'two  \nlines\n\nand  \nmore'],
  ['a\n\n\n \n\nb', 'a\n\nb'],
  ['```\na\n\n\nb\n```\n\n\nc', '```\na\n\n\nb\n```\n\nc'],
  ['> a\n>\n>\n> b\n\n> c', '> a\n>\n>\n> b\n\n> c'],
])('empty lines of %j are no more than needed', (text, expected) => {
  expect(clean(text)).toBe(expected)
})

test.each([
  ['a<!-- b --> c', 'a c'],
  ['<!-- 许可\n\n多行 -->\n# 标题', '# 标题'],
  ['a\n<!-- b -->\nc <!-- d\ne --> f', 'a\nc\n f'],
  ['- a\n  <!-- b -->\n- c', '- a\n- c'],
  ['```html\n<!-- kept -->\n```', '```html\n<!-- kept -->\n```'],
  ['- ```html\n  <!-- kept -->\n  ```\n- <!-- x -->y', '- ```html\n  <!-- kept -->\n  ```\n- y'],
  ['    <!-- kept -->', '    <!-- kept -->'],
  ['`<!-- kept -->` ``<!-- ` -->`` <!-- x -->', '`<!-- kept -->` ``<!-- ` -->``'],
  ['a <!-- that never ends', 'a <!-- that never ends'],
])('comments of %j go, code stays', (text, expected) => {
  expect(clean(text)).toBe(expected)
})

const callout = (kind: string, title: string, content: string): string =>
  `<div class="callout callout-${kind}" role="note">\n<p class="callout-title">${title}</p>\n\n${content}\n\n</div>\n`

test.each([
  [callout('note', 'Note', 'text'), '> [!NOTE]\n> text\n'],
  ['> [!NOTE]\n\n\nA\n===', '> [!NOTE]\n\nA\n==='],
  [callout('tip', 'A &amp; B', 'text'), '> [!TIP]\n> **A & B**\n>\n> text\n'],
  [
    callout('warning', 'Warning', '- a\n\n  ```\n  x\n\n\n  y\n  ```'),
    '> [!WARNING]\n> - a\n>\n>   ```\n>   x\n>\n>\n>   y\n>   ```\n',
  ],
  [
    callout('note', 'Note', `a\n\n${callout('tip', 'Tip', 'b')}\nc`),
    '> [!NOTE]\n> a\n>\n> > [!TIP]\n> > b\n>\n> c\n',
  ],
  [
    callout('note', 'Note', '<div>\n\nown\n\n</div>'),
    '> [!NOTE]\n> <div>\n>\n> own\n>\n> </div>\n',
  ],
  [callout('note', 'Note', 'a').replaceAll(/^(?=.)/gm, '  '), '  > [!NOTE]\n  > a\n'],
])('a callout %j is a quotation with a mark', (text, expected) => {
  expect(clean(text)).toBe(expected)
})

test.each([
  [
    '<p class="block-title"><strong>a &lt; b.js</strong></p>\n\n```\nx\n```',
    '**a < b.js**\n\n```\nx\n```',
  ],
  ['<details><summary>More</summary>\n\ntext\n\n</details>\n\nafter', '**More**\n\ntext\n\nafter'],
  ['<details open>\n<summary>More</summary>\ntext\n</details>', '**More**\n\ntext'],
])('a title %j is bold', (text, expected) => {
  expect(clean(text)).toBe(expected)
})

test.each([
  ['<figure><img src="a.png" alt=""><figcaption></figcaption></figure>', '![](a.png)'],
  [
    '- x\n\n  <figure><img src="a (1).png" alt="A &amp; [b]" width="3"><figcaption><p>甲 <em>b</em></p></figcaption></figure>\n- y',
    '- x\n\n  ![A & \\[b\\]](<a (1).png>)\n\n  甲 <em>b</em>\n\n- y',
  ],
])('a figure %j is a picture with its caption below', (text, expected) => {
  expect(clean(text).trimEnd()).toBe(expected)
})

test('references are where they were put', () => {
  const text = `<!-- x -->[a](one.md)<!-- [no](two.md) -->\n\n${callout('note', 'Note', '[b](two.md) \uFDE0')}`
  const links = ['one.md', 'two.md', 'two.md'].map((url, index) => {
    const from = index === 2 ? text.lastIndexOf(url) : text.indexOf(url)
    return { from, to: from + url.length, url: `${index}` }
  })
  const [cleaned, moved] = cleanLinked(text, links, words)
  expect(cleaned).toBe('[a](one.md)\n\n> [!NOTE]\n> [b](two.md) \uFFFD\n')
  expect(moved.map(({ from, to, url }) => [url, cleaned.slice(from, to)])).toEqual([
    ['0', 'one.md'],
    ['2', 'two.md'],
  ])
})
