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

describe('in nested code of Markdown', () => {
  test.each([
    ['inline code of a list', '- `{{ book.version }}`', '- `1.2`'],
    [
      'a fence in a list',
      '- a\n\n  ```\n  {{ book.version }}\n  ```',
      '- a\n\n  ```\n  1.2\n  ```',
    ],
    ['indented code in a list', '- a\n\n      {{ book.version }}', '- a\n\n      1.2'],
    [
      'code in a quote',
      '> `{{ book.version }}`\n>\n> ```\n> {{ book.version }}\n> ```',
      '> `1.2`\n>\n> ```\n> 1.2\n> ```',
    ],
    ['code in a cell', '| a |\n|-|\n| `{{ book.version }}` |', '| a |\n|-|\n| `1.2` |'],
    [
      'code in emphasis and links',
      '**`{{ book.version }}`** [`{{ book.version }}`](x)',
      '**`1.2`** [`1.2`](x)',
    ],
    ['code in a note', 'a[^1]\n\n[^1]: `{{ book.version }}`', 'a[^1]\n\n[^1]: `1.2`'],
    [
      'a condition over several lines',
      '- a\n  ```\n  {% if book.version == "1.2" %}new{% else %}old{% endif %}\n  ```',
      '- a\n  ```\n  new\n  ```',
    ],
    [
      'a file, whose lines stand where its tag stands',
      '- a\n\n  ```\n  {% include "./two.txt" %}\n  ```',
      '- a\n\n  ```\n  one\n  two\n  ```',
    ],
    [
      'raw text without its tags',
      '- `{% raw %}{{ form.as_p }}{% endraw %}`',
      '- `{{ form.as_p }}`',
    ],
    [
      'raw tags that stand alone, with their lines',
      '1. a\n\n   ```\n   {% raw %}\n   kubectl {{ x }}\n   {% endraw %}\n   ```',
      '1. a\n\n   ```\n   kubectl {{ x }}\n   ```',
    ],
  ])('expands %s', (_, source, expected) => {
    expect(expandedText(source, { files: { 'ch/two.txt': 'one\ntwo' } })).toBe(expected)
    expect(problems(source, { files: { 'ch/two.txt': 'one\ntwo' } })).toEqual([])
  })

  test.each([
    [
      'top-level code',
      '`{{ book.version }}`\n\n```\n{{ book.version }}\n```\n\n    {{ book.version }}\n',
    ],
    [
      'raw tags of top-level code',
      '`{% raw %}{{ a }}{% endraw %}`\n\n```\n{% raw %}\n{{ a }}\n{% endraw %}\n```',
    ],
    ['Vue in a list', '- `{{ message }}` `v-if="{{ ok ? 1 : 2 }}"`'],
    ['Django in a list', '- a\n  ```\n  {% for p in posts %}{{ p.title }}{% endfor %}\n  ```'],
    ['Go in a quote', '> `{{ range .Items }}{{ .Name }}{{ end }}`'],
    ['Jekyll in a list', '- `{{ page.title }}` `{{ site.name }}` `{% include head.html %}`'],
    [
      'a sample of this language',
      '- `{% set a = 1 %}` `{% macro m() %}x{% endmacro %}` `{{ 1 + 1 }}` `{{ "a" }}`',
    ],
    ['what fails', '- `{{ book.version() }}` `{{ book.version | shout }}`'],
  ])('leaves %s', (_, source) => {
    expect(expandedText(source)).toBe(source)
    expect(problems(source)).toEqual([])
  })

  test('all code of an included file is deeper', () => {
    const book = { 'ch/x.md': '`{{ book.version }}`\n\n```\n{{ book.version }} {{ x }}\n```\n' }
    expect(expandedText('{% include "x.md" %}', { files: book })).toBe(
      '`1.2`\n\n```\n1.2 {{ x }}\n```\n',
    )
  })

  test('an unclosed sample does not take the end of a statement around it', () => {
    const source = '{% if book.version %}\n- `{% if book.version %}`\n\n{% endif %}'
    expect(expandedText(source)).toBe('\n- `{% if book.version %}`\n\n')
  })
})

describe('tags in lines that are indented as code', () => {
  test.each([
    ['after a paragraph', 'a\n\n    {% extends "base.html" %}\n'],
    ['at the top', '    {% include "gone.html" %}\n\nb'],
    ['with a tab', 'a\n\n\t{% load static %}\n'],
    ['between lines of code', 'a\n\n    x\n    {% if user %}\n    y\n    {% endif %}\n'],
  ])('are code %s', (_, source) => {
    expect(expandedText(source)).toBe(source)
    expect(problems(source)).toEqual([])
  })

  test.each([
    ['in a list', '- a\n\n    {% if book.version %}b{% endif %}', '- a\n\n    b'],
    [
      'alone on their lines in a list',
      '1.  a\n\n    {% if book.version %}\n    b\n    {% endif %}\n',
      '1.  a\n\n    \n    b\n    \n',
    ],
    ['as more of a paragraph', 'a\n    {% if book.version %}b{% endif %}', 'a\n    b'],
  ])('are tags %s', (_, source, expected) => {
    expect(expandedText(source)).toBe(expected)
    expect(problems(source)).toEqual([])
  })
})
