// Spellings that are shorter than the tags of GitBook.com: names after `:::`, cards as a list, names of files above code; and what
// else people write by hand.
import { expect, test } from 'vitest'
import { buildBook, codes, content, page } from '../support/build-book.ts'
import { english } from '../support/english.ts'

const book = (text: string) =>
  buildBook({
    'README.md': `# Home\n\n${text}\n`,
    'other.md': '# Other\n',
    'SUMMARY.md': '- [Home](README.md)\n- [Other](other.md)\n',
  })

async function shown(text: string): Promise<string> {
  const built = await book(text)
  expect(codes(built)).toEqual([])
  return content(built, 'index.html').replaceAll(/\s*\n\s*/g, '')
}

test.each([
  ['content-ref', '::: content-ref {url="other.md"}\n:::', '<p class="ref"><a href="other.html">'],
  [
    'embed',
    '::: embed {url="https://example.org/"}\nA page\n:::',
    '<p class="embed"><a href="https://example.org/"',
  ],
  [
    'update',
    ':::: updates\n::: update {date="2026-05-12"}\nwords\n:::\n::::',
    '<div class="update"><p class="update-head"><time',
  ],
  ['panel', '::: panel {type="danger"}\nwords\n:::', '<div class="callout callout-caution"'],
  ['code', '::: code {title="a.js"}\n```js\nx\n```\n:::', '<figcaption>a.js</figcaption>'],
])('the name of a tag is one after colons: %s', async (_, source, html) => {
  expect(await shown(source)).toContain(html)
})

test('what holds code or stands in a line is no block of colons', async () => {
  const built = await book('::: mermaid\nwords\n:::\n\n::: em\nwords\n:::')
  expect(codes(built)).toEqual([
    'component/no-block README.md:3:1',
    'component/no-block README.md:7:1',
  ])
})

test('a list is cards: the first line of an item is its title, and leads there when it is a link', async () => {
  const html = await shown(
    '::: cards\n- [Other](other.md)\n  What is **there**\n- [Other](other.md) and words\n\n  - one\n:::',
  )
  expect(html).toContain(
    '<li class="card"><div class="card-title"><a href="other.html" class="card-link">Other</a></div><div class="card-line">What is <strong>there</strong></div></li>',
  )
  expect(html).toContain('<div class="card-title"><a href="other.html">Other</a> and words</div>')
  expect(html).toContain('<div class="card-line"><ul><li>one</li></ul></div>')
})

test('between a title and a line in Chinese there is a line, too', async () => {
  const html = await shown('::: cards\n- [**种子**](other.md)\n  什么时候\n  播种\n:::')
  expect(html).toContain(
    '<a href="other.html" class="card-link"><strong>种子</strong></a></div><div class="card-line">什么时候播种</div>',
  )
})

test('cards are a list for readers of Markdown', async () => {
  const markdown = page(await book('::: cards\n- [Other](other.md)\n  words\n:::'), 'index.md')
  expect(markdown).toContain('- [Other](other.md)\n\n  words')
  expect(markdown).not.toContain(':::')
})

test('the name of a file right above code is the title of that code, in Markdown too', async () => {
  const built = await book(
    '{% filename %}a.js{% endfilename %}\n\n```js\nx\n```\n\n{% filename %}b.js{% endfilename %}\n\nWords.',
  )
  const html = content(built, 'index.html')
  expect(html).toContain('<figure class="code"><figcaption>a.js</figcaption>')
  expect(html).toContain('<p class="block-title"><strong>b.js</strong></p>')
  expect(page(built, 'index.md')).toContain('```js title="a.js"\nx\n```')
})

test.each([
  '{% emoji rocket %}',
  '{% emoji "rocket" %}',
  '{% emoji name=":rocket:" %}',
  '{% emoji :rocket: %}',
  '{% emoji code="1f680" %}',
  '{% emoji %}rocket{% endemoji %}',
])('a tag is an emoji, in a line and alone in one: %s', async (tag) => {
  expect(await shown(`Up ${tag}, and on.\n\n${tag}\n\n- ${tag} go`)).toContain(
    '<p>Up 🚀, and on.</p><p>🚀</p><ul><li>🚀 go</li></ul>',
  )
})

test('an emoji that nobody knows is its name', async () => {
  expect(await shown('So {% emoji blobcat %}.')).toContain('<p>So blobcat.</p>')
})

test.each(['embed', 'file', '@github-files/github-code-block'])(
  'a block that leads nowhere is reported: %s',
  async (name) => {
    const built = await book(`{% ${name} %}`)
    expect(codes(built)).toEqual(['component/no-address README.md:3:1'])
    expect(content(built, 'index.html')).not.toContain('{%')
  },
)

test('a tag may close itself', async () => {
  expect(await shown('{% embed url="https://example.org/a" /%}\n\nWords.')).toMatch(
    /<a href="https:\/\/example\.org\/a"[^>]*>https:\/\/example\.org\/a<\/a>.*<p>Words\.<\/p>/,
  )
})

test('in Markdown code has the signs and comments that its author wrote', async () => {
  const markdown = page(
    await book(
      '{% hint %}\n```diff lang="js"\n-a()\n+b()\n c()\n```\n\n```js\nd() // [!code ++]\n```\n{% endhint %}',
    ),
    'index.md',
  )
  expect(markdown).toContain('> ```diff lang="js"\n> -a()\n> +b()\n>  c()\n> ```')
  expect(markdown).toContain('> d() // [!code ++]')
})

test('a description that is gone leaves no link of the editor', async () => {
  const built = await book(
    '{% openapi-operation spec="x" path="/a" method="get" %}\n[Broken link](broken-reference)\n{% endopenapi-operation %}',
  )
  expect(content(built, 'index.html')).not.toContain('Broken link')
})

test('a text for machines is prose: its lines are wrapped', async () => {
  expect(await shown('{% prompt description="Ask" %}\n```\nwords\n```\n{% endprompt %}')).toContain(
    '<pre tabindex="0" class="wrap"><code>words',
  )
})

test.each([
  ['{% hint style= %}x{% endhint %}', '<div class="callout callout-note"'],
  ['{% tabs %}{% tab title= icon="x" %}y{% endtab %}{% endtabs %}', '<p>y</p>'],
  ['{% embed url= "https://example.org/" %}', 'href="https://example.org/"'],
  ['{% code title= overflow="wrap" %}\n```js\nx\n```\n{% endcode %}', 'class="wrap"'],
])('a key with nothing behind it has an empty value: %s', async (text, html) => {
  expect(await shown(text)).toContain(html)
})

const KNOWN =
  'hint tabs tab stepper step columns column code content-ref page-ref embed file swagger openapi openapi-operation openapi-schemas api-method updates update prompt expandable include sample codetabs exercise youtube panel tip filename'

test.each(['{% N %}', '{% N a="1 %}', '- {% N style="x" %}\n', '{% N url= %}', '{% endN %}'])(
  'no hint says to put a block that is known between backticks: %s',
  async (mistake) => {
    const names = KNOWN.split(' ')
    const parts = names.map((name) => `## ${name}\n\n${mistake.replace('N', name)}\n\nText.\n`)
    const { diagnostics } = await book(parts.join('\n'))
    const hints = diagnostics.map((one) => english(one).hint ?? '')
    expect(hints.length).toBeGreaterThan(0)
    expect(hints.filter((hint) => hint.includes('backtick'))).toEqual([])
  },
)
