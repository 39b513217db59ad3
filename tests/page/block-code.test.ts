import { expect, test } from 'vitest'
import { buildBook, codes, page } from '../support/build-book.ts'

const BOOK = {
  'book.json': '{"variables": {"v": "1.2"}}',
  'SUMMARY.md': '- [A](README.md)\n',
  'x.py': 'print("a<b")\n\nx = 1\n',
}

const shown = async (text: string) => {
  const built = await buildBook({ ...BOOK, 'README.md': text })
  const html = page(built, 'index.html').replaceAll(/<(?:\/?span|i)[^>]*>/g, '')
  return { html, found: codes(built) }
}

test.each([
  ['{% ace lang="sh" %}\nget x@{{ book.v }}\n{% endace %}', 'get x@1.2'],
  ['{% terminal %}\n$ x {{ book.v }}\n{% endterminal %}', '$ x 1.2'],
  ['- a\n\n  {% ace lang="sh" %}\n  get x@{{ book.v }}\n  {% endace %}', 'get x@1.2'],
  ['{% ace %}{% if book.v == "1.2" %}yes{% else %}no{% endif %}{% endace %}', '>yes'],
  ['{% ace %}\n{% raw %}{{ x }}{% endraw %}\n{% endace %}', '>{{ x }}\n<'],
])('what the book defines is expanded in %j', async (text, code) => {
  const { html, found } = await shown(`${text}\n`)
  expect(html).toContain(code)
  expect(found).toEqual([])
})

test('so it is in each of some tabs of code, and a file may be one', async () => {
  const { html, found } = await shown(
    '{% codetabs name="A", type="sh" -%}\na=={{ book.v }}\n{%- language name="B", type="py" -%}\n{% include "./x.py" %}\n{%- endcodetabs %}\n',
  )
  expect(html.match(/tab-title">\w/g)).toEqual(['tab-title">A', 'tab-title">B'])
  expect(html).toContain('a==1.2\n')
  expect(html).toContain('print(&quot;a&lt;b&quot;)\n\nx = 1\n')
  expect(found).toEqual([])
})

test('what nobody defines is a sample of something else', async () => {
  const sample = '{{ vue.text }} {% for a in b %}{{ a }}{% endfor %} {% include "no.py" %}'
  const { html, found } = await shown(`{% ace %}\n${sample}\n{% endace %}\n`)
  expect(html).toContain(sample.replaceAll('"', '&quot;'))
  expect(found).toEqual([])
})

test('a file of a block counts from the page, or else from the root of the book', async () => {
  const built = await buildBook({
    ...BOOK,
    'SUMMARY.md': '- [A](README.md)\n- [B](b/c.md)\n',
    'README.md': '# A\n',
    'b/c.md': [
      '{% uml src="b/d.puml" %}{% enduml %}',
      '{% includeCsv src="b/e.csv" %}{% endincludeCsv %}',
      '{% ace src="f.js" %}{% endace %}',
      '{% uml src="../d.puml" %}{% enduml %}',
    ].join('\n\n'),
    'b/d.puml': 'Elbe -> Sea\n',
    'b/e.csv': 'one,two\n',
    'b/f.js': 'here()\n',
    'f.js': 'there()\n',
  })
  const html = page(built, 'b/c.html')
  expect(html).toContain('Elbe -&gt; Sea')
  expect(html).toContain('<td>one</td>')
  expect(html).toContain('here')
  expect(codes(built)).toEqual(['diagrams/not-drawn b/c.md:1:1', 'links/missing-file b/c.md:7:13'])
})

test('what runs elsewhere is code here', async () => {
  const { html, found } = await shown(
    '{% runkit %}\nconst a = *b* \n\nc("@{{ book.v }}")\n{% endrunkit %}\n',
  )
  expect(html).toContain('<code class="lang-js')
  expect(html).toContain('*b* \n\nc(&quot;@1.2&quot;)')
  expect(found).toEqual([])
})
