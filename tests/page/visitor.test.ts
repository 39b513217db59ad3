// Conditions of GitBook.com over the reader: a site of files shows what it shows to a reader whom it does not know.
import { expect, test } from 'vitest'
import { buildBook, codes, page } from '../support/build-book.ts'

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
