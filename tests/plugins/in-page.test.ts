// What plugins let authors write into pages, as real books have it.
import { describe, expect, test } from 'vitest'
import { loaded } from '../support/loaded.ts'
import { type Contents, buildBook, codes, content } from '../support/build-book.ts'

const FILES: Contents = { 'a.puml': 'A -> B\n', 'x.md': '# X\n', 'i/a.png': '' }

async function shown(
  text: string,
  plugins: readonly string[] = [],
): Promise<{ readonly html: string; readonly found: readonly string[] }> {
  const contents = { ...FILES, 'book.json': JSON.stringify({ plugins }), 'README.md': text }
  const built = await loaded(() => buildBook(contents))
  const found = codes(built).filter((code) => code.includes(' README.md'))
  return { html: content(built, 'index.html'), found }
}

describe('quotes', () => {
  test('of flexible-alerts may go on behind their mark', async () => {
    const { html, found } = await shown('> [!TIP] one `line`\n> more\n', ['flexible-alerts'])
    expect(html).toMatch(/callout-tip[^]*<p>one <code>line<\/code>\nmore<\/p>/)
    expect(found).toEqual([])
  })

  test('are links where their mark is one', async () => {
    const { html } = await shown('> [!NOTE](x.md) it\n', ['flexible-alerts'])
    expect(html).toMatch(/<blockquote>\n<p><a href="x.html">!NOTE<\/a> it/)
  })

  test('without that plugin stay quotes, and are reported', async () => {
    const { html, found } = await shown('> [!TIP] one line\n')
    expect(html).toContain('<blockquote>')
    expect(found).toEqual(['markdown/unknown-alert README.md:1:3'])
  })

  test('a problem behind such a mark has its place', async () => {
    const { found } = await shown('> [!TIP] see [a](b.md)\n', ['flexible-alerts'])
    expect(found).toEqual(['links/missing-file README.md:1:18'])
  })

  test('of alerts may be a title alone', async () => {
    const { html } = await shown('> **[warning] Frost tonight**\n', ['alerts'])
    expect(html).toMatch(/callout-warning[^]*<p class="callout-title">Frost tonight<\/p>\n<\/div>/)
  })

  test('a bold word of richquotes alone is a quote', async () => {
    expect((await shown('> **Note**\n', ['richquotes'])).html).toContain('<blockquote>')
  })
})

describe('blocks', () => {
  test.each([
    ['note', 'note'],
    ['warning', 'warning'],
    ['tip', 'tip'],
    ['danger', 'caution'],
  ])('{%% %s %%} is a callout', async (tag, kind) => {
    const { html, found } = await shown(`{% ${tag} %}\nBody\n{% end${tag} %}\n`)
    expect(html).toContain(`callout-${kind}`)
    expect(found).toEqual([])
  })

  test.each(['uml', 'plantuml', 'puml'])('{%% %s src %%} shows its file', async (tag) => {
    const { html } = await shown(`{% ${tag} src="a.puml" %}{% end${tag} %}\n`)
    expect(html).toContain('A -&gt; B')
  })

  test('a file that is missing is a link that says so', async () => {
    const { found } = await shown('{% uml src="b.puml" %}{% enduml %}\n')
    expect(found).toEqual(['links/missing-file README.md:1:13'])
  })

  test('that nobody knows and that hold nothing show what they name', async () => {
    const picture = await shown('{% plan src="i/a.png", caption="Plan" %}{% endplan %}\n')
    expect(picture.html).toContain('<img src="i/a.png" alt="Plan"')
    const page = await shown('{% thing "https://x.org/a" %}{% endthing %}\n')
    expect(page.html).toContain('href="https://x.org/a"')
    const file = await shown('{% thing file="x.md" %}{% endthing %}\n')
    expect(file.html).toContain('<a href="x.html">x.md</a>')
    const nothing = await shown('{% thing "words" %}{% endthing %}\n')
    expect(nothing.html).toBe('')
    expect(nothing.found).toEqual(['component/unknown README.md:1:1'])
  })
})

describe('diagrams', () => {
  test.each(['div', 'pre'])('in a <%s> for the script of Mermaid are drawn', async (name) => {
    const source = 'graph TD\nA[sow<br>beans] --> B{dry?}\n'
    const { html, found } = await shown(`<${name} class="mermaid">\n${source}</${name}>\n`)
    expect(html).toContain('<svg')
    expect(html).toContain('A[sow&lt;br&gt;beans] --&gt; B{dry?}')
    expect(found).toEqual([])
  })

  test('in blocks that nobody draws are told where they stand', async () => {
    const { found } = await shown('# A\n\n1. B\n\n   {% plantuml %}\n   a\n   {% endplantuml %}\n')
    expect(found).toEqual(['diagrams/not-drawn README.md:5:4'])
  })

  test('that nobody draws there are code, and are told', async () => {
    const { html, found } = await shown('# A\n\n<div class="mermaid">\nnonsense x\n</div>\n')
    expect(html).toMatch(/<pre[^>]*><code[^>]*>nonsense x\n<\/code>/)
    expect(found).toEqual(['diagrams/not-drawn README.md:3:1'])
  })

  test('of flow may have boxes without words', async () => {
    const flow = 'st=>start\nop=>operation: Sow:>http://x.org\ne=>end:>http://x.org\nst->op->e'
    const { html, found } = await shown(`\`\`\`flow\n${flow}\n\`\`\`\n`)
    expect(html).toMatch(/<svg[^]*Start[^]*Sow[^]*End[^]*<\/svg>/)
    expect(found).toEqual([])
  })
})

describe('code', () => {
  test('has the name behind its language as a title', async () => {
    const { html } = await shown('```js:src/a.js\nx()\n```\n\n```js:line-numbers\ny()\n```\n')
    expect(html.match(/<figcaption>[^<]*/g)).toEqual(['<figcaption>src/a.js'])
  })

  test('of the plugin terminal is what a terminal shows', async () => {
    const lines = [
      '**[terminal]',
      '**[prompt me@home]**[path ~]**[delimiter  $ ]**[command ls [a]]',
      'beds',
      '**[warning [!] dry **[open',
    ]
    const { html } = await shown(`\`\`\`\n${lines.join('\n')}\n\`\`\`\n`)
    const text = html.replaceAll(/<[^>]*>/g, '')
    expect(text.trim()).toBe('me@home ~ $ ls [a]\nbeds\n**[warning [!] dry **[open')
  })

  test('that only speaks of it stays as it is', async () => {
    const text = 'a\n**[terminal]\n**[command ls]'
    expect((await shown(`\`\`\`\n${text}\n\`\`\`\n`)).html).toContain('**[terminal]')
  })
})

test.each(['lb2br', 'natural-linebreak'])('%s ends lines where the source does', async (plugin) => {
  const { html } = await shown('水池\n里 *a\nb*  \nc\n\n> d\n> e\n\n- f\n  g\n', [plugin])
  expect(html).toContain('<p>水池<br>\n里 <em>a<br>\nb</em><br>\nc</p>')
  expect(html).toContain('<p>d<br>\ne</p>')
  expect(html).toContain('<li>f<br>\ng</li>')
})
