// Templates in code. GitBook kept code of the top level as it was written; what stands deeper was expanded, and books
// rely on it. Samples of other languages stand there too, and stay.
import { describe, expect, test } from 'vitest'
import { expand, expandedText, problems } from './expand-page.ts'

const files = {
  'ch/a.py': 'a = 3\n\nif a < 5 and a<b:\n    print("x & y {{ name }}")\n',
  'ch/a.txt': 'less & more',
}

describe('in code of HTML', () => {
  test.each([
    ['a variable of the book', '<pre>v{{ book.version }}</pre>', '<pre>v1.2</pre>'],
    ['in running text', 'a <code>{{ book.version }}</code>.', 'a <code>1.2</code>.'],
    ['with a filter', '<code>{{ book.version | replace(".", "-") }}</code>', '<code>1-2</code>'],
    [
      'what the page sets',
      '{% set x = "y" %}<pre><code>{{ x }}{{ x | upper }}</code></pre>',
      '<pre><code>yY</code></pre>',
    ],
    [
      'what a loop around it gives',
      '{% for x in book.list %}<code>{{ x }}</code>{% endfor %}',
      '<code>x</code><code>y</code>',
    ],
    [
      'a condition over the book',
      '<pre>{% if book.version == "1.2" %}a{% else %}b{% endif %}</pre>',
      '<pre>a</pre>',
    ],
    ['a file that exists', '<pre>{% include "./a.txt" %}</pre>', '<pre>less &amp; more</pre>'],
    [
      'raw text without its tags',
      '<code>{% raw %}{{ book.version }}{% endraw %}</code>',
      '<code>{{ book.version }}</code>',
    ],
  ])('expands %s', (_, source, expected) => {
    expect(expandedText(source, { files })).toBe(expected)
    expect(problems(source, { files })).toEqual([])
  })

  test('a file is text: its signs are no markup and its blank lines end nothing', () => {
    const source = '<pre><code class="lang-python">{% include "./a.py" %}</code></pre>'
    const { text, origin, diagnostics } = expand(source, { files })
    expect(text).toBe(
      '<pre><code class="lang-python">a = 3\n&#10;if a &lt; 5 and a&lt;b:\n    print("x &amp; y {{ name }}")\n</code></pre>',
    )
    expect(diagnostics.filter(({ at }) => at?.file === 'ch/page.md')).toEqual([])
    expect(origin(3)).toMatchObject({ file: 'ch/a.py', line: 4 })
  })

  test.each([
    ['a variable of nobody', '<pre>{{ user.name }}</pre>'],
    ['a variable of the page, which other languages have too', '<code>{{ page.title }}</code>'],
    ['a variable that the book does not have', '<code>{{ book.nothing }} {{ book.a.b }}</code>'],
    ['a constant', '<code>{{ 1 }} {{ "a" }}</code>'],
    ['another syntax', '<code>{{ .Values.name }} {{#if a}} {{/if}} {{{ book.version }}}</code>'],
    ['a file that does not exist', '<pre>{% include "base.html" %}{% extends "base.html" %}</pre>'],
    ['a loop of others', '<pre>{% for x in users %}{{ x }}{% endfor %}</pre>'],
    [
      'a condition of others',
      '<pre>{% if user %}{{ book }}{% else %}b{% endif %}</pre>'.replace('{{ book }}', 'x'),
    ],
    ['a block of a plugin', '<pre>{% hint style="info" %}x{% endhint %}</pre>'],
    [
      'half of something',
      '<pre>{% if book.version %}</pre> {{'.replace(' {{', '') +
        ' <code>{% endif %} {{ book.version</code>',
    ],
    ['raw text without an end', '<code>{% raw %}</code> and more'],
    ['a comment', '<pre><!-- {{ book.version }} --></pre>'],
    ['a script', '<script>{{ book.version }}</script>'],
    [
      'code of Markdown',
      '`{{ book.version }}`\n\n    {{ book.version }}\n\n```\n{{ book.version }}\n```\n',
    ],
  ])('leaves %s', (_, source) => {
    expect(expandedText(source)).toBe(source)
    expect(problems(source)).toEqual([])
  })

  test('a sample does not take the end of a statement around it', () => {
    const source = '{% if book.version %}<code>{% if book.version %}</code>a{% endif %}b'
    expect(expandedText(source)).toBe('<code>{% if book.version %}</code>ab')
  })
})
