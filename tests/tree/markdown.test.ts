// The writer of Markdown: what it writes anew, what it keeps, and that all of it says the same when it is read again.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import { createEngine, makersOf } from '../../src/markdown/engine.ts'
import { createHighlighter } from '../../src/markdown/highlight.ts'
import { ENGLISH } from '../../src/markdown/labels.ts'
import { openPage } from '../../src/markdown/page.ts'
import { setFormulas } from '../../src/formulas/set.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { pageTree } from '../../src/markdown/to-tree.ts'
import { type Block, type Node, element, words } from '../../src/tree/node.ts'
import { writeMarkdown } from '../../src/tree/markdown/write.ts'
import { writeHtml } from '../../src/tree/write.ts'
import { literalHost } from '../markdown/host.ts'

const md = createEngine(
  { lineNumbers: false, wrap: false, hiddenLines: {} },
  { dollars: false, brackets: 'likely', isLoose: false },
)
const makers = makersOf(createHighlighter())

function treeOf(text: string): Node[] {
  const { page, env } = openPage({ path: 'page.md' as BookPath, text, firstLine: 1 }, ENGLISH)
  return pageTree(md.parse(text, env), { makers, page, labels: ENGLISH, report: () => {} }).nodes
}

/** The alternate of a page. */
function alternate(text: string): string {
  return writeMarkdown(treeOf(text), { text, links: [] }).text
}

/** The same with nothing kept. */
function anew(text: string): string {
  const forget = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if ('verbatim' in node) delete node.verbatim
      if ('children' in node) forget(node.children)
    }
  }
  const nodes = treeOf(text)
  forget(nodes)
  return writeMarkdown(nodes, { text, links: [] }).text
}

/** HTML without what looks the same. */
function html(text: string): string {
  const nodes = treeOf(text)
  setFormulas(nodes, { macros: {}, report: () => {} })
  return writeHtml(nodes)
    .html.replaceAll(/<!--[^]*?-->/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?(<[^>]*>) ?/g, '$1')
    .trim()
}

const fixtures = path.resolve(import.meta.dirname, '../fixtures/markdown')
const manual = path.resolve(import.meta.dirname, '../../docs')
const CASE = /^(\S[^\n]*)\n\.\n([\s\S]*?)^\.\n[\s\S]*?^\.$/gm

describe('what is written anew is read as the same page', () => {
  for (const file of readdirSync(fixtures).filter((name) => name.endsWith('.txt')))
    for (const [, title = '', text = ''] of readFileSync(
      path.join(fixtures, file),
      'utf8',
    ).matchAll(CASE))
      // Details become their title in bold and their content.
      if (!text.includes('<details>'))
        test(`${file}: ${title}`, () => {
          expect(html(anew(text))).toBe(html(text))
        })

  for (const file of readdirSync(manual).filter((name) => /^(?!code-blocks).*\.md$/.test(name)))
    test(`the manual: ${file}`, () => {
      const text = readFileSync(path.join(manual, file), 'utf8').replace(/^---\n[^]*?\n---\n/, '')
      expect(html(anew(text))).toBe(html(text))
    })
})

test.each([
  ['a **b**c d**e**', 'a **b**c d**e**'],
  ['2 * 3 * 4, a\\*b\\*c', '2 * 3 * 4, a\\*b\\*c'],
  ['3~5, \\~a\\~, ~~b~~', '3~5, \\~a\\~, ~~b~~'],
  ['snake_case, \\_a\\_', 'snake_case, \\_a\\_'],
  ['a[0], \\[x](y), \\[^1]', 'a[0], \\[x](y), \\[^1]'],
  ['hey!\\[a](b) oh\\![a](b)', 'hey![a\\](b) oh\\![a](b)'],
  ['1986\\. A year', '1986\\. A year'],
  ['\\+ a \\+ b', '\\+ a + b'],
  ['a &lt; b &amp;lt; \\<b> <', 'a < b \\&lt; \\<b> <'],
  ['`` a`b `` ` ` `', '``a`b`` ` ` \\`'],
  ['# a {#b}\n\n# \\{#c}', '# a {#b}\n\n# \\{#c}'],
])('only what would be read as something else is escaped: %j', (text, expected) => {
  const written = anew(text)
  expect(html(written)).toBe(html(text))
  expect(written).toBe(expected)
})

test.each([
  ['- a\n- b', '- a\n- b'],
  ['* a\n\n* b', '- a\n\n- b'],
  ['3) a\n4) b\n   - c', '3. a\n4. b\n   - c'],
  ['- a\n\n+ b', '- a\n\n<!-- -->\n\n- b'],
  ['- [ ] a\n- [x] b', '- [ ] a\n- [x] b'],
  ['- ***\n- # a', '- ***\n- # a'],
  ['1. ~~~js title="x"\n   a\n   ~~~', '1. ```js title="x"\n   a\n   ```'],
  ['a\n: b\n\n  c', 'a\n\n:   b\n\n    c'],
  ['> [!tip]\n> a\n>\n> > b', '> [!TIP]\n> a\n>\n> > b'],
  ['![a](b.png "c")', '![a](b.png "c")'],
  ['| a | b |\n|:-:|--:|\n| `x\\|y` | |', '| a | b |\n| :-: | --: |\n| `x\\|y` |  |'],
  [
    'a[^x] ^[b *c*]\n\n[^x]: d\n\n    e',
    'a[^x] [^inline-2]\n\n[^x]: d\n\n    e\n\n[^inline-2]: b *c*',
  ],
  ['a  \nb', 'a\\\nb'],
  ['<b>x</b> <kbd>*y*</kbd>', '<b>x</b> <kbd>*y*</kbd>'],
  ['````\n```\n````', '````\n```\n````'],
])('blocks have one way to be written: %j', (text, expected) => {
  expect(anew(text)).toBe(expected)
  expect(html(expected)).toBe(html(text))
})

const callout = (kind: string, name: string, title: string, content: string): string =>
  `<div class="callout callout-${kind}" role="note"${name}>\n<p class="callout-title">${title}</p>\n\n${content}\n\n</div>\n`

test.each([
  ['a<!-- b --> c', 'a c'],
  ['<!-- 许可\n\n多行 -->\n# 标题', '# 标题'],
  ['a *b*<!-- c -->\n\n- _kept_\n* __kept__', 'a *b*\n\n- _kept_\n* __kept__'],
  ['```html\n<!-- kept -->\n```\n<!-- x -->', '```html\n<!-- kept -->\n```'],
  ['    <!-- kept -->\n\n<!-- x -->', '    <!-- kept -->'],
  ['- a\n\n<!-- -->\n\n    code', '- a\n\n<!-- -->\n\n    code'],
  [callout('note', '', 'Note', '_text_'), '> [!NOTE]\n> _text_'],
  [
    callout('tip', ' aria-label="Tip"', 'A &amp; B', '- a\n\n  ```\n  x\n\n\n  y\n  ```'),
    '> [!TIP]\n> **A & B**\n>\n> - a\n>\n>   ```\n>   x\n>\n>\n>   y\n>   ```',
  ],
  [
    callout('note', '', 'Note', `a\n\n${callout('tip', '', 'Tip', 'b')}\nc`),
    '> [!NOTE]\n> a\n>\n> > [!TIP]\n> > b\n>\n> c',
  ],
  [
    callout('note', '', 'Note', '<div align="center">\n\nown\n\n</div>'),
    '> [!NOTE]\n> <div align="center">\n>\n> own\n>\n> </div>',
  ],
  [
    '<p class="block-title"><strong>a &lt; b</strong></p>\n\n```\nx\n```',
    '**a < b**\n\n```\nx\n```',
  ],
  ['<details open>\n<summary>More</summary>\n\n_text_\n\n</details>', '**More**\n\n_text_'],
  ['<details><summary><h3>More</h3></summary>\n\n_text_\n\n</details>', '**More**\n\n_text_'],
  [
    '<details><summary>\n\nMore\n\n```\nx\ny\n```\n\n_text_',
    '**More**\n\n```\nx\ny\n```\n\n_text_',
  ],
  [
    '<details><summary>More\n\n- x\n\n</summary>\n\n_text_\n\n</details>',
    '**More**\n\n- x\n\n_text_',
  ],
  ['<figure><img src="a.png" alt=""><figcaption></figcaption></figure>', '![](a.png)'],
  [
    '- x\n\n  <figure><img src="a (1).png" alt="A &amp; [b]" width="3"><figcaption><p>甲 <em>b</em></p></figcaption></figure>\n- y',
    '- x\n\n  ![A & \\[b\\]](<a (1).png>)\n\n  甲 *b*\n\n- y',
  ],
])(
  'what is there for the looks of a page becomes Markdown, the rest is kept: %j',
  (text, expected) => {
    expect(alternate(text)).toBe(expected)
  },
)

test.each([
  ['```\nx\n\ny\n```', 'a `x y` b'],
  ['```js title="a_.js"\nx\n```', 'a a\\_.js `x` b'],
  ['```mermaid\ngraph TD\n```', 'a `graph TD` b'],
])('code between words of a line stays code: %j', (code, expected) => {
  const text = `<dl><dt>a\n\n${code}\n\nb\n\n</dt><dd>c</dd></dl>`
  expect(writeMarkdown(treeOf(text)).text).toBe(`${expected}\n:   c`)
})

test.each([
  '<table>\n<tr><td class=x>*a*</td></tr>\n</table>',
  '<div>\n\n*a* [b]\n\n</div>\n\n[b]: c.md "d"',
  '<pre>\na\n\nb\n</pre>',
  '<img src="a.png"\n     width=3>',
])('HTML without a form in Markdown stays HTML: %j', (text) => {
  expect(alternate(`${text}\n\n<!-- x -->`)).toBe(text)
})

test.each([
  ['{% hint style="danger" %}\n* a\n{% endhint %} b\n\n_c_', '> [!CAUTION]\n> - a\n\nb\n\n_c_'],
  ['- a\n  {% hint title="T" %}b{% endhint %}', '- a\n  > [!NOTE]\n  > **T**\n  >\n  > b'],
  [
    '{% tabs %}\n{% tab title="A" %}\n{% code title="a.js" %}\n```js\nx\n```\n{% endcode %}\n{% endtab %}\n{% endtabs %}',
    '**A**\n\n```js title="a.js"\nx\n```',
  ],
  ['{% stepper %}\n{% step %}\n## A\nb\n{% endstep %}\n{% endstepper %}', '1. ## A\n\n   b'],
  ['{% embed url="https://a.example/b" %}', '<https://a.example/b>'],
  ['{% file src="a.pdf" caption="A" %}', '[A](a.pdf)'],
  ['::: details A\n_b_\n:::', '**A**\n\n*b*'],
  ['a\n{% endhint %}\n\n_b_\n\n{% endtab %}', 'a\n\n_b_'],
  ['a $$x_1$$\n\n{% math %}\ny\n{% endmath %}', 'a $$x_1$$\n\n$$\ny\n$$'],
])('components are what they show: %j', (text, expected) => {
  const { markdown } = createMarkdown().render({
    path: 'page.md' as BookPath,
    text,
    firstLine: 1,
    host: literalHost,
    links: () => [],
  })
  expect(markdown?.text).toBe(expected)
})

test('empty lines are no more than needed, but in code', () => {
  expect(alternate('a\n\n\n \n\nb\n# c\nd\n\n\n```\ne\n\n\nf\n```')).toBe(
    'a\n\nb\n# c\nd\n\n```\ne\n\n\nf\n```',
  )
})

test('notes and definitions stay where they were written', () => {
  const text = 'a[^1] [b]\n\n[^1]: _c_\n\n[b]: d.md\n\n# e\n\n- f[^2]\n\n[^2]: g'
  expect(alternate(`${text}\n\n<!-- x -->`)).toBe(text)
})

test('references are where they were put', () => {
  const text =
    '<!-- x -->\n[a](one.md) \uFDE0\n\n<div class="callout callout-tip">\n\n[b](two.md)\n\n</div>'
  const links = ['one.md', 'two.md'].map((url) => {
    const from = text.indexOf(url)
    return { from, to: from + url.length, url }
  })
  const written = writeMarkdown(treeOf(text), { text, links })
  expect(written.text).toBe('[a](one.md) \uFFFD\n\n> [!TIP]\n> [b](two.md)')
  expect(
    written.destinations.map(({ from, to, link }) => [written.text.slice(from, to), link?.url]),
  ).toEqual([
    ['one.md', 'one.md'],
    ['two.md', 'two.md'],
  ])
})

const block = (markdown?: Block['markdown'], isInline?: true): Block => ({
  kind: 'block',
  block: 'callout',
  callout: 'x',
  title: '',
  children: [element('p', [], [words('a*b')])],
  ...(markdown && { markdown }),
  ...(isInline && { isInline }),
})

test('a block says itself what it is in Markdown, and is its children when it does not', () => {
  const steps = block(({ blocks, inline, destination }) => [
    `1. ${inline([words('x_')])}`,
    ...blocks([element('p', [], [words('y')])]),
    `[z](${destination('z.html')})`,
  ])
  expect(writeMarkdown([steps])).toEqual({
    text: '1. x\\_\n\ny\n\n[z](z.html)',
    destinations: [{ from: 15, to: 21 }],
  })
  expect(writeMarkdown([element('p', [], [words('a '), block(() => ['$x$'], true)])]).text).toBe(
    'a $x$',
  )
})

test.each([
  '<button type="button">Seen</button> *x*',
  '- <button>Seen</button> <b>x</b>',
  '| a |\n| --- |\n| <button>Seen</button> |',
  '<table><tr><td><nav>Seen</nav></td></tr></table>',
  '<nav>\n\nSeen\n\n</nav>',
])('the words of controls that an author wrote are words: %j', (text) => {
  expect(alternate(text)).toContain('Seen')
  expect(anew(text)).toContain('Seen')
})

test('controls that handbook adds say nothing', () => {
  const nodes = [element('button', [], [words('Copy')]), element('p', [], [words('text')])]
  expect(writeMarkdown(nodes, { text: '', links: [] }).text.trim()).toBe('text')
})
