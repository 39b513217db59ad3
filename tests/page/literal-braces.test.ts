// GitBook.com knows no values in braces: what books of its dialect have of them is a sample for readers.
import { expect, test } from 'vitest'
import { buildBook, codes, page } from '../support/build-book.ts'

async function shown(source: string): Promise<string> {
  const built = await buildBook({
    '.gitbook.yaml': 'root: ./\n',
    '.gitbook/vars.yaml': 'edition: pro\n',
    'SUMMARY.md': '# Table of contents\n\n* [A](README.md)\n',
    'README.md': `---\nvars:\n  size: 3\n---\n\n# A\n\n${source}\n`,
    'part.md': 'From elsewhere {{ too }}\n',
  })
  expect(codes(built)).toEqual([])
  return page(built, 'index.html')
}

test.each([
  ['Dear {{ customer.name }},', '<p>Dear {{ customer.name }},</p>'],
  ['{{ unclosed', '<p>{{ unclosed</p>'],
  ['{{{ three }}}', '<p>{{{ three }}}</p>'],
  ['Write {% set x = 1 %} first', '<p>Write {% set x = 1 %} first</p>'],
  [
    'a {% if customer.vip %}b{% else %}c{% endif %}',
    'a {% if customer.vip %}b{% else %}c{% endif %}',
  ],
  ['{% for x in y %} z {% endfor %} in text', '{% for x in y %} z {% endfor %} in text'],
])('words stay: %s', async (source, expected) => {
  expect(await shown(source)).toContain(expected)
})

test.each([
  ['{% if space.vars.edition === "pro" %}\nyes\n{% endif %}', '<p>yes</p>', ''],
  ['{% if page.vars.size > 5 %}\nlarge\n{% else %}\nsmall\n{% endif %}', '<p>small</p>', 'large'],
  ['{% if visitor.claims.unsigned.x %}\nsecret\n{% endif %}\n\nrest', '<p>rest</p>', 'secret'],
  ['{% include "./part.md" %}', '<p>From elsewhere {{ too }}</p>', '{%'],
  ['{% raw %}{% if visitor.x %}{% endraw %}', '{% if visitor.x %}', '{% raw'],
])('what GitBook.com reads works: %s', async (source, has, lacks) => {
  const html = await shown(source)
  expect(html).toContain(has)
  if (lacks !== '') expect(html).not.toContain(lacks)
})
