// Templates as GitBook ran them, where books rely on it.
import { describe, expect, test } from 'vitest'
import { plug } from '../plugins/plug.ts'
import { expandedText, problems } from './expand-page.ts'

function namedArguments({ kwargs }: { kwargs: object }): string {
  return JSON.stringify(kwargs)
}

describe('values', () => {
  test.each([
    [
      'HTML with attributes',
      `{% set a = '<b class="x" id="y">bold</b>' %}{{ a }}`,
      '<b class="x" id="y">bold</b>',
    ],
    ['quotes in quotes', `{% set c = "one 'two' three" %}{{ c }}`, "one 'two' three"],
    [
      'what looks like arguments',
      `{% set c = 'a="1" b="2" c=3 d=4' %}{{ c }}`,
      'a="1" b="2" c=3 d=4',
    ],
    ['HTML in a printed text', `{{ '<i a="b" c="d">x</i>' }}`, '<i a="b" c="d">x</i>'],
    [
      'HTML in an argument',
      `{{ book.version | replace(".", '<b a="b" c="d">') }}`,
      '1<b a="b" c="d">2',
    ],
    ['delimiters', `{% set d = "{{ x }} {% y %}" %}{{ d }}`, '{{ x }} {% y %}'],
    ['a text over two lines', '{% set e = "a\nb" %}{{ e }}', 'a\nb'],
  ])('keep every character: %s', (_, source, expected) => {
    expect(expandedText(source)).toBe(expected)
    expect(problems(source)).toEqual([])
  })

  test('arguments of a registered block need no commas', () => {
    const blocks = new Map([['b', { end: null, render: namedArguments }]])
    expect(expandedText('{% b style="a b" title="c", n=1 %}', { blocks })).toBe(
      '{"style":"a b","title":"c","n":1}',
    )
  })
})

describe('a name that nobody defines', () => {
  test.each([
    ['{% if nothing == 1 %}a{% else %}b{% endif %}', 'b'],
    ['{% if nothing %}a{% endif %}b', 'b'],
    ['{% if not nothing %}a{% endif %}', 'a'],
    ['{% if nothing.deeper.still == "x" %}a{% elif book.version %}b{% endif %}', 'b'],
    ['{% if "x" == nothing and book.version %}a{% else %}b{% endif %}', 'b'],
    ['{{ "a" if nothing else "b" }}', 'b'],
  ])('is false in a condition: %s', (source, expected) => {
    expect(expandedText(source)).toBe(expected)
    expect(problems(source)).toEqual(['template/unknown-variable ch/page.md:1:1'])
  })

  test.each([
    '{{ nothing }}',
    '{{ nothing.x }}',
    '{{ nothing | upper }}',
    '{{ "a" ~ nothing }}',
    '{{ not nothing }}',
  ])('stays where it is printed: %s', (source) => {
    expect(expandedText(source)).toBe(source)
    expect(problems(source)).toEqual(['template/unknown-variable ch/page.md:1:1'])
  })
})

describe('titles of blocks', () => {
  test.each([
    ['a variable', '{% set v = "5.2" %}{% filename %}pip {{ v }}{% endfilename %}', 'pip 5.2'],
    [
      'HTML of a variable',
      `{% set i = '<span class="g" title="x y"></span>' %}{% filename %}{{ i }} a{% endfilename %}`,
      '<span class="g" title="x y"></span> a',
    ],
    [
      'signs that are no HTML',
      '{% filename %}List<String> a & b < c{% endfilename %}',
      'List&lt;String&gt; a &amp; b &lt; c',
    ],
    ['entities', '{% filename %}a &amp; b{% endfilename %}', 'a &amp; b'],
    ['another language', '{% filename %}{{ name }}.js{% endfilename %}', '{{ name }}.js'],
  ])('hold %s', async (_, source, title) => {
    const { html } = await plug(source)
    expect(html).toContain(`<p class="block-title"><strong>${title}</strong></p>`)
  })

  test('are expanded in labels and hints, too', async () => {
    const { html } = await plug(
      '{% set v = "5.2" %}{% label %}a {{ v }}{% endlabel %}\n\n{% hint title="{{ v }}" %}b {{ v }}{% endhint %}',
    )
    expect(html).toContain('<strong>a 5.2</strong>')
    expect(html).toContain('<p class="callout-title">5.2</p>')
    expect(html).toContain('b 5.2')
  })
})

describe('operators of JavaScript, as GitBook.com has them', () => {
  const variables = { visitor: { claims: { plan: 'pro', name: '' } } }
  test.each([
    ['{% if !visitor.claims.name %}a{% endif %}', 'a'],
    ['{% if visitor.claims.plan === "pro" && !visitor.claims.name %}a{% endif %}', 'a'],
    ['{% if visitor.claims.name || visitor.claims.plan !== "x" %}a{% endif %}', 'a'],
    ['{{ visitor.claims.gone ?? "none" }}', 'none'],
    ['{{ visitor.claims.plan ? "on " + visitor.claims.plan.toUpperCase() : "" }}', 'on PRO'],
    ['{{ visitor?.claims?.plan }}', 'pro'],
    ['{{ 1 ? 2 ? "a" : "b" : "c" }}', 'a'],
  ])('%s', (source, expected) => {
    expect(expandedText(source, { variables, dialect: 'javascript' })).toBe(expected)
    expect(expandedText(source, { variables })).toBe(source)
  })
})
