// Conditions of GitBook.com over the reader: a site of files shows what it shows to a reader whom it does not know.
import { expect, test } from 'vitest'
import { buildBook, codes, page } from '../support/build-book.ts'
import { english } from '../support/english.ts'

async function shown(source: string): Promise<string> {
  const built = await buildBook({
    'SUMMARY.md': '* [A](README.md)\n',
    'README.md': `# A\n\n${source}\n`,
  })
  expect(codes(built)).toEqual([])
  return page(built, 'index.html')
}

test.each([
  ['{% if !visitor.claims.unsigned.persona %}\nanyone\n{% endif %}', 'anyone', ''],
  [
    '{% if visitor.claims.unsigned.plan === "pro" %}\nsecret\n{% endif %}\n\nrest',
    'rest',
    'secret',
  ],
  ['{% if visitor.claims.unsigned.plan !== "pro" %}\nothers\n{% endif %}', 'others', ''],
  [
    '{% if "A" !== visitor.claims.product && "B" !== visitor.claims.product %}\nneither\n{% endif %}',
    'neither',
    '',
  ],
  [
    '{% if visitor.claims.a || visitor.claims.b.c %}\nsecret\n{% else %}\nelse\n{% endif %}',
    'else',
    'secret',
  ],
])('%s', async (source, has, lacks) => {
  const html = await shown(source)
  expect(html).toContain(`<p>${has}</p>`)
  expect(html).not.toContain('{%')
  if (lacks !== '') expect(html).not.toContain(lacks)
})

test('a sample in code does not make a page one of GitBook.com', async () => {
  const html = await shown('`{% if visitor.claims.a %}` and `{{ a && b }}`')
  expect(html).toContain('{% if visitor.claims.a %}')
})

test.each([
  ['{% if visitor.claims?.groups?.includes("beta") %}\nsecret\n{% endif %}\n\nrest', 'rest'],
  [
    '{% if visitor.claims?.["plan"]?.toUpperCase() === "PRO" %}\nsecret\n{% endif %}\n\nrest',
    'rest',
  ],
  ['{% if !visitor.claims.groups?.includes("beta") %}\nothers\n{% endif %}', 'others'],
  ['{% if visitor.claims.a %}\nsecret\n{% elif !visitor.claims.b %}\nother\n{% endif %}', 'other'],
])(
  'what nobody claims has no parts, and asking for them fails nothing: %s',
  async (source, has) => {
    const html = await shown(source)
    expect(html).toContain(`<p>${has}</p>`)
    expect(html).not.toMatch(/secret|\{%/)
  },
)

test.each([
  ['visitor.claims.groups.includes("beta")', '"includes" cannot be called'],
  ['visitor.claims.of(', 'expected more before its end'],
])('a condition that cannot be answered hides its text, and is told: %s', async (asked, why) => {
  const built = await buildBook({
    'SUMMARY.md': '* [A](README.md)\n',
    'README.md': `# A\n\n{% if ${asked} %}\nsecret\n{% else %}\nothers\n{% endif %}\n`,
  })
  expect(codes(built)).toEqual(['template/failed README.md:3:1'])
  expect(built.diagnostics.map((one) => english(one).message).join()).toContain(
    `could not be answered (${why})`,
  )
  expect(page(built, 'index.html')).toContain('<p>others</p>')
  expect(page(built, 'index.html')).not.toMatch(/secret|\{%/)
})

test('an end of a condition that nothing begins is left out', async () => {
  const built = await buildBook({
    '.gitbook.yaml': 'root: ./\n',
    'SUMMARY.md': '* [A](README.md)\n',
    'README.md':
      '# A\n\nx\n\n{% endif %}\n\nliquid {% if a %} b {% endif %} and {% endif %}\n\n{% if visitor.a %}\nno\n{% elsif visitor.b %}\nno\n{% endif %}\n',
  })
  expect(codes(built)).toEqual(['component/stray-end README.md:5:1'])
  expect(page(built, 'index.html')).toContain(
    '<p>x</p>\n<p>liquid {% if a %} b {% endif %} and {% endif %}</p>',
  )
})

const SHOWN = '{% if !visitor.claims.a %}'
const HIDDEN = '{% if visitor.claims.a %}'

test.each([
  [
    'rows of a table with pipes',
    `| a |\n| - |\n| 1 |\n${HIDDEN}\n| secret |\n{% endif %}\n${SHOWN}\n| 2 |\n{% endif %}\n| 3 |`,
    /<td>1<\/td>\s*<\/tr>\s*<tr>\s*<td>2<\/td>\s*<\/tr>\s*<tr>\s*<td>3<\/td>/,
  ],
  [
    'indented rows of a table in HTML',
    `<table>\n  <tbody>\n    ${HIDDEN}\n    <tr><td>secret</td></tr>\n    {% endif %}\n    ${SHOWN}\n    <tr><td>2</td></tr>\n    {% endif %}\n    <tr><td>3</td></tr>\n  </tbody>\n</table>`,
    /<tr><td>2<\/td><\/tr>\s*<tr><td>3<\/td><\/tr>\s*<\/tbody>/,
  ],
  [
    'items of a tight list',
    `* 1\n${HIDDEN}\n* secret\n{% endif %}\n${SHOWN}\n* 2\n{% endif %}\n* 3`,
    /<li>1<\/li>\s*<li>2<\/li>\s*<li>3<\/li>/,
  ],
  [
    'items in a quote',
    `> * 1\n> ${SHOWN}\n> * 2\n> {% endif %}\n> * 3`,
    /<li>1<\/li>\s*<li>2<\/li>\s*<li>3<\/li>/,
  ],
  ['paragraphs', `1\n${SHOWN}\n2\n{% endif %}\n3`, /<p>1<\/p>\s*<p>2<\/p>\s*<p>3<\/p>/],
])('conditions on lines of their own between %s leave no gap', async (_, source, expected) => {
  const html = await shown(source)
  expect(html).toMatch(expected)
  expect(html).not.toMatch(/secret|\{%/)
})
