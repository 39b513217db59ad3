// Tags whose end was mistyped or forgotten: `{% hint style="info" }`.
import { expect, test } from 'vitest'
import { buildBook, codes, content } from '../support/build-book.ts'
import { english } from '../support/english.ts'

async function built(text: string) {
  const book = await buildBook({ 'README.md': `# Home\n\n${text}\n` })
  return { book, html: content(book, 'index.html').replaceAll(/\s*\n\s*/g, '') }
}

const HINT = '<p class="callout-title">Note</p><p>words</p></div><p>after</p>'

test.each([
  ['a sign too few', '{% hint style="info" }\nwords\n{% endhint %}'],
  ['a brace too few', '{% hint style="info" %\nwords\n{% endhint %'],
  ['a space between', '{% hint style="info" % }\nwords\n{% endhint % }'],
  ['another sign', '{% hint $}\nwords\n{% endhint *}'],
  ['nothing', "{% hint style='info'\nwords\n{% endhint %}"],
])('a tag that ends in %s ends with its line', async (_, source) => {
  const { book, html } = await built(`${source}\n\nafter`)
  expect(html).toContain(HINT)
  expect(new Set(codes(book).map((code) => code.split(' ')[0]))).toEqual(
    new Set(['template/syntax']),
  )
  expect(codes(book)[0]).toBe('template/syntax README.md:3:1')
})

test('the repair is told, and what stands around is read', async () => {
  const { book, html } = await built(
    '- a\n\n  {% tabs }\n  {% tab title="A" }\n  one\n  {% endtab }\n  {% endtabs }\n\n> {% code title="a.js"\n> ```js\n> let\n> ```\n> {% endcode %}',
  )
  expect(html).toContain('<p class="tab-title">A</p><p>one</p></div></div></li>')
  expect(html).toContain('<figcaption>a.js</figcaption>')
  expect(book.diagnostics.map((one) => english(one).hint)).toEqual([
    'Write {% tabs %}',
    'Write {% tab title="A" %}',
    'Write {% endtab %}',
    'Write {% endtabs %}',
    'Write {% code title="a.js" %}',
  ])
})

test.each([
  ['lines of a tag', '{% hint\nstyle="info"\n%}\nwords\n{% endhint %}\n\nafter'],
  ['lines of a value', '{% hint style="info"\n  title="" %}\nwords\n{% endhint %}\n\nafter'],
])('%s are no ends', async (_, source) => {
  const { book, html } = await built(source)
  expect(html).toContain('<p>words</p></div><p>after</p>')
  expect(codes(book)).toEqual([])
})

test('an attribute without its sign is told', async () => {
  const { book } = await built('{% tabs %}\n{% tab title"A" %}\na\n{% endtab %}\n{% endtabs %}')
  expect(book.diagnostics.map((one) => english(one).hint)).toEqual(['Write title="…"'])
})

test('a mistyped attribute is told, and what else a block is given is not', async () => {
  const { book } = await built(
    '{% tabs %}\n{% tab titel="A" %}\na\n{% endtab %}\n{% tab name="B" icon="x" %}\nb\n{% endtab %}\n{% endtabs %}\n\n{% hint type="tip" sytle="x" %}\nc\n{% endhint %}\n\n{% tab-x titel="A" %}',
  )
  const told = book.diagnostics.map(english).map(({ message, hint }) => [message, hint])
  expect(told.slice(0, 2)).toEqual([
    ['The block "tab" has no "titel"; it is left out', 'Write title="…"'],
    ['The block "hint" has no "sytle"; it is left out', 'Write style="…"'],
  ])
  expect(codes(book).slice(0, 2)).toEqual([
    'component/unknown README.md:4:15',
    'component/unknown README.md:12:27',
  ])
  expect(told).toHaveLength(3)
})

test('half a tag in a line of text, or of a condition, takes no block with it', async () => {
  for (const half of ['{% if x $}', 'Words {% hint }', '{% hint and so on', '{% hint "a }']) {
    const { html } = await built(`${half}\n\npara\n\n{% hint %}\nwords\n{% endhint %}\n\nafter`)
    expect(html).toContain('<p>para</p>')
    expect(html).toContain(HINT)
  }
})
