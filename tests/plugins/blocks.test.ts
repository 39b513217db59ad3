// Blocks and lines of plugins that few books use.
import { expect, test } from 'vitest'
import { type Contents, buildBook, codes, content, page } from '../support/build-book.ts'

async function shown(text: string, more: Contents = {}): Promise<string> {
  const built = await buildBook({ ...more, 'README.md': `# A\n\n${text}` })
  expect(codes(built)).toEqual([])
  return content(built, 'index.html')
}
const listed = (...plugins: readonly string[]): Contents => ({
  'book.json': JSON.stringify({ plugins }),
})

test.each(['include', 'md-include'])('!INCLUDE shows a file (%s)', async (plugin) => {
  const files = {
    ...listed(plugin),
    'SUMMARY.md': '* [A](README.md)\n',
    'sub/a.md': 'From *another* file.\n',
  }
  const html = await shown('!INCLUDE "sub/a.md"\n\n```\n!INCLUDE "sub/a.md"\n```\n', files)
  expect(html).toContain('<p>From <em>another</em> file.</p>')
  expect(html).toContain('!INCLUDE &quot;sub/a.md&quot;')
})

test('!INCLUDE is text without the plugin, and a missing file is told at its line', async () => {
  expect(await shown('!INCLUDE "a.md"\n')).toContain('!INCLUDE')
  const built = await buildBook({ ...listed('include'), 'README.md': '# A\n\n!INCLUDE "a.md"\n' })
  expect(codes(built)).toEqual(['template/missing-include README.md:3:1'])
})

test.each([
  ['{% codegroup %}\n```js::sdk\na\n```\n```js\nb\n```\n{% endcodegroup %}\n', ['sdk', 'js']],
  ['::: code-group\n```sh [npm]\na\n```\n```\nb\n```\n:::\n', ['npm', 'Tab 2']],
])('a group of code is panels (%j)', async (text, names) => {
  const html = await shown(text)
  const found = [...html.matchAll(/<p class="tab-title">([^<]*)/g)].map(([, name]) => name)
  expect(found).toEqual(names)
  expect(html).not.toContain('figcaption')
})

test('panels of lessons are callouts with their titles', async () => {
  const html = await shown(
    '{% callout "Mind the frost", hidden=true %}\nx\n{% endcallout %}\n\n{% challenge "Try" %}\ny\n{% endchallenge %}\n\n{% hint "warning" %}\nz\n{% endhint %}\n',
  )
  const found = [...html.matchAll(/callout-(\w+)" role[^]*?callout-title">([^<]*)/g)]
  expect(found.map(([, kind, title]) => `${kind}: ${title}`)).toEqual([
    'note: Mind the frost',
    'tip: Try',
    'warning: Warning',
  ])
})

test('what folds is a section that opens', async () => {
  const html = await shown(
    '{% fold summary="A poem", open=true, style="x" %}\nby W.\n{% endfold %}\n',
  )
  expect(html).toContain('<details open><summary>A poem</summary>')
})

test('an interface is described with its method and address', async () => {
  const html = await shown(
    '{% api "List beds", method="GET", url="https://x.org/beds/:id <br>/rows" %}\n\nAll *beds*.\n\n{% endapi %}\n',
  )
  expect(html).toMatch(
    /<h2 id="get-list-beds"><span class="api-method api-get">GET<\/span> List beds/,
  )
  expect(html).toContain('<code>https://x.org/beds/:id/rows</code>')
  expect(html).toContain('<p>All <em>beds</em>.</p>')
})

test('elements for the head may stand in the configuration', async () => {
  const head = [
    '<link rel="mask-icon" href="i/a.svg" color="#333">',
    '<meta name="a" content="b">',
    '<p>',
  ]
  const config = { plugins: ['head-append'], pluginsConfig: { 'head-append': { code: head } } }
  const built = await buildBook({
    'book.json': JSON.stringify(config),
    'README.md': '# A\n',
    'i/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  })
  expect(codes(built)).toEqual(['theme/no-head-element book.json:1:67'])
  expect(page(built, 'index.html')).toContain('<link rel="mask-icon" href="i/a.svg" color="#333">')
  expect(page(built, 'index.html')).toContain('<meta name="a" content="b">')
})

test.each([
  ['bold headings', '#### **Go**\n\nOne.\n\n#### Inside\n\n#### **"Rust"**\n\nTwo.'],
  ['headings', '#### Go\n\nOne.\n\n##### Inside\n\n#### "Rust"\n\nTwo.'],
  ['comments', '<!-- tab:Go -->\n\nOne.\n\n#### **Inside**\n\n<!-- tab: "Rust" -->\n\nTwo.'],
])('tabs of docsify begin with %s', async (_, inner) => {
  const html = await shown(
    `<!-- tabs:start -->\n\n${inner}\n\n\`\`\`sh\n#### **No**\n\`\`\`\n\n<!-- tabs:end -->\n\nAfter.\n`,
  )
  const titles = [...html.matchAll(/class="tab-title">([^<]*)</g)].map(([, title]) => title?.trim())
  expect(titles).toEqual(['Go', 'Rust'])
  expect(html).toContain('Inside')
  expect(html).toMatch(/<p>Two\.<\/p>(?:(?!tab-title)[^])*\*\*No\*\*[^]*<p>After\.<\/p>/)
})

test('comments of docsify without tabs stay as they are, and so does code', async () => {
  const marks = '<!-- tabs:start -->\n\nNo tab.\n\n<!-- tabs:end -->'
  expect(await shown(`${marks}\n`)).toContain('No tab.')
  expect(await shown(`\`\`\`\n${marks.replace('No tab.', '# **A**')}\n\`\`\`\n`)).toContain(
    '# **A**',
  )
})

test('!CODEFILE shows code in books that list include-highlight, and is text in others', async () => {
  const files = { 'a.ts': 'let a = 1\n' }
  const code = await shown('!CODEFILE "a.ts"\n', {
    ...files,
    'book.json': '{"plugins": ["include-highlight"]}',
  })
  expect(code).toContain('class="lang-ts')
  expect(await shown('!CODEFILE "a.ts"\n', files)).toContain('!CODEFILE')
})

test.each(['books', 'gbook-import-code'])(
  '@import shows code, outside of code (%s)',
  async (name) => {
    const files = { ...listed(name), 'a.go': 'package a\n' }
    const html = await shown('@import "a.go" {js}\n\n@import "a.go"\n\n`@import "a.go"`\n', files)
    expect([...html.matchAll(/<code class="lang-(\w+)/g)].map(([, one]) => one)).toEqual([
      'js',
      'go',
    ])
    expect(html).toContain('@import &quot;a.go&quot;')
  },
)
