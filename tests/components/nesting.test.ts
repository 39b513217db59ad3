// Where tags of components may stand, and what belongs to them.
import { describe, expect, test } from 'vitest'
import { plug } from '../plugins/plug.ts'

/** The HTML of a page without attributes of keyboards, on one line. */
async function shown(source: string): Promise<string> {
  const { html } = await plug(source)
  return html
    .replaceAll(/<a class="heading-anchor"[^>]*><\/a>| tabindex="0"| role="note"/g, '')
    .replaceAll(/\s*\n\s*/g, '')
}

const hint = (inside: string, title = 'Note'): string =>
  `<div class="callout callout-note"><p class="callout-title">${title}</p>${inside}</div>`
const tabs = (...panels: readonly (readonly [string, string])[]): string =>
  `<div class="tabs">${panels.map(([title, inside]) => `<div class="tab"><p class="tab-title">${title}</p>${inside}</div>`).join('')}</div>`

describe('a tag', () => {
  test.each([
    [
      'ends a paragraph',
      'a\n{% hint %}\nb\n{% endhint %}\nc\n',
      `<p>a</p>${hint('<p>b</p>')}<p>c</p>`,
    ],
    ['may stand beside its content', '{% hint %} a {% endhint %} b', `${hint('<p>a</p>')}<p>b</p>`],
    [
      'may begin beside its content and end after it',
      '{% hint %} a\n\nb {% endhint %}',
      hint('<p>a</p><p>b</p>'),
    ],
    [
      'may stand beside others',
      '{% tabs %} {% tab title="A" %} one {% endtab %} {% tab title="B" %}\n- two\n{% endtab %}{% endtabs %}',
      tabs(['A', '<p>one</p>'], ['B', '<ul><li>two</li></ul>']),
    ],
    [
      'may be indented less than what is in it',
      '{% hint %}\n  a\n\n  - b\n{% endhint %}',
      hint('<p>a</p><ul><li>b</li></ul>'),
    ],
    [
      'may be indented more than what is in it',
      '1. a\n\n   {% hint %}\nb\n\n```js\nc\n```\n   {% endhint %}\n2. d\n',
      `<ol><li><p>a</p>${hint('<p>b</p><pre><code class="lang-js language-javascript hljs">c</code></pre>')}</li><li><p>d</p></li></ol>`,
    ],
    [
      'may be indented deeply below a paragraph',
      '*   a\n        {% hint %}\n        b\n        {% endhint %}\n',
      `<ul><li>a${hint('<p>b</p>')}</li></ul>`,
    ],
    [
      'may stand in a quote',
      '> {% hint %}\n> a\n> {% endhint %}\n',
      `<blockquote>${hint('<p>a</p>')}</blockquote>`,
    ],
    [
      'ends with its quote',
      '> {% hint %}\n> a\n\nb\n',
      `<blockquote>${hint('<p>a</p>')}</blockquote><p>b</p>`,
    ],
    [
      'may stand in raw HTML',
      '<div>\n{% hint %}\n*a*\n{% endhint %}\n</div>',
      `<div>${hint('<p><em>a</em></p>')}</div>`,
    ],
    ['is text in a line of words', 'a {% hint %} b', '<p>a {% hint %} b</p>'],
    [
      'may be written over lines',
      '{% hint\n  style="info"\n  title="T" %}\na\n{% endhint %}',
      hint('<p>a</p>', 'T'),
    ],
    ['may lack a quote', '{% hint style="info %}\na\n{% endhint %}', hint('<p>a</p>')],
    [
      'may hold quotes',
      '{% hint title="a "b" c" %}\nd\n{% endhint %}',
      hint('<p>d</p>', 'a &quot;b&quot; c'),
    ],
  ])('%s', async (_, source, html) => {
    expect(await shown(source)).toBe(html)
  })

  test.each([
    ['in a fence', '```\n{% hint %}\n{% endhint %}\n```'],
    ['in code', 'a\n\n    {% hint %}\n    {% endhint %}\n'],
    ['in a code span', '`{% hint %}x{% endhint %}`'],
    ['in raw text', '{% raw %}{% hint %}x{% endhint %}{% endraw %}'],
    ['behind a backslash', String.raw`\{% hint %}x`],
    ['on a page without templates', '---\ntemplating: false\n---\n{% hint %}\nx\n{% endhint %}'],
  ])('is text %s', async (_, source) => {
    expect(await shown(source)).toContain('{% hint %}')
  })
})

describe('what has no end', () => {
  test.each([
    [
      'ends with what it stands in',
      '{% tabs %}\n{% tab title="A" %}\n{% hint %}\na\n{% endtab %}\n{% endtabs %}\nb',
      `${tabs(['A', hint('<p>a</p>')])}<p>b</p>`,
    ],
    [
      'ends where the next of its kind begins',
      '{% tabs %}\n{% tab title="A" %}\na\n{% tab title="B" %}\nb\n{% endtab %}\n{% endtabs %}',
      tabs(['A', '<p>a</p>'], ['B', '<p>b</p>']),
    ],
    [
      'ends at a heading',
      '{% hint %}\na\n\n## H\n\nb',
      `${hint('<p>a</p>')}<h2 id="h">H</h2><p>b</p>`,
    ],
  ])('%s', async (_, source, html) => {
    expect(await shown(source)).toBe(html)
  })

  test('and what has no beginning is dropped', async () => {
    const { html, problems } = await plug('a\n{% endhint %}\nb\n')
    expect(html.replaceAll('\n', '')).toBe('<p>a</p><p>b</p>')
    expect(problems).toEqual(['component/stray-end ch/page.md:2:1'])
  })
})

test('parts without what they are parts of get it', async () => {
  const [a, b] = ['a', 'b'].map((title) => `{% tab title="${title}" %}\n${title}\n{% endtab %}\n`)
  expect(await shown(`${a}${b}c\n`)).toBe(`${tabs(['a', '<p>a</p>'], ['b', '<p>b</p>'])}<p>c</p>`)
})

test('containers of three colons are the same blocks', async () => {
  expect(
    await shown(':::: tabs\n::: tab A\n::: note T\na\n:::\n:::\n::: tab B\nb\n:::\n::::\n'),
  ).toBe(tabs(['A', hint('<p>a</p>', 'T')], ['B', '<p>b</p>']))
})

test('steps keep their headings', async () => {
  expect(
    await shown(
      '{% stepper %}\n{% step %}\n### A\n\na\n{% endstep %}\n{% step %}\nb\n{% endstep %}\n{% endstepper %}',
    ),
  ).toBe(
    '<ol class="steps"><li><h3 id="a" aria-level="2">A</h3><p>a</p></li><li><p>b</p></li></ol>',
  )
})

test('columns tell their widths in twelfths', async () => {
  const html = await shown(
    '{% columns %}\n{% column width="66.66%" %}\na\n{% endcolumn %}\n{% column %}\nb\n{% endcolumn %}\n{% column %}\n\n{% endcolumn %}\n{% endcolumns %}',
  )
  expect(html).toBe(
    '<div class="columns"><div class="column of-12-8"><p>a</p></div><div class="column of-12-4"><p>b</p></div></div>',
  )
})

test('code says how the code in it is shown', async () => {
  const html = await shown(
    '{% code title="a.js" overflow="wrap" lineNumbers="true" %}\n```js\na\nb\n```\n{% endcode %}',
  )
  expect(html).toContain('<figcaption>a.js</figcaption><pre class="code-lines code-numbers wrap">')
})
