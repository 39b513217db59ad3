// Tabs, steps, cards and columns of AsciiDoc, in the spellings of the field.
import { expect, test } from 'vitest'
import { buildBook, codes, content, page } from '../support/build-book.ts'

const book = (text: string) =>
  buildBook({
    'README.adoc': `= Home\n\n${text}\n`,
    'other.adoc': '= Other\n',
    'SUMMARY.adoc': '* link:README.adoc[Home]\n* link:other.adoc[Other]\n',
  })

async function shown(text: string): Promise<string> {
  return content(await book(text), 'index.html').replaceAll('\n', '')
}

const TABS = `[tabs]
====
Linux::
+
[source,sh]
----
ls
----

Windows:: Write \`dir\`.
====`

test('a list of terms in a block of tabs is tabs', async () => {
  const built = await book(TABS)
  const html = content(built, 'index.html').replaceAll('\n', '')
  expect(html).toContain('<div class="tabs"><div class="tab"><p class="tab-title">Linux</p>')
  expect(html).toMatch(
    /<p class="tab-title">Windows<\/p><p>Write <code>dir<\/code>\.<\/p><\/div><\/div>/,
  )
  expect(html).not.toContain('<dl')
  expect(page(built, 'index.html')).toMatch(/blocks[^"]*\.js/)
  expect(codes(built)).toEqual([])
})

test('tabs stand in tabs, and a block of tabs without terms is an example', async () => {
  const html = await shown(
    `[tabs]\n======\nA::\n+\n[tabs]\n====\nB:: b\n====\n======\n\n[tabs]\n====\nwords\n====`,
  )
  expect(html.match(/class="tabs"/g)).toHaveLength(2)
  expect(html.match(/class="tab-title"/g)).toHaveLength(2)
  expect(html).toMatch(/<div class="example">\s*<p>words<\/p>/)
})

test('lists may be steps and cards, and blocks may stand side by side', async () => {
  const html = await shown(
    '[.steps]\n. One\n+\nmore\n. Two\n\n[.cards]\n* link:other.adoc[Other]\n+\nwords\n* plain\n\n[.columns]\n--\nleft\n\nright\n--\n',
  )
  expect(html).toContain('<ol class="steps"><li><p>One</p><p>more</p></li>')
  expect(html).toContain(
    '<li class="card"><div class="card-title"><a href="other.html" class="card-link">Other</a></div><div class="card-line">words</div></li>',
  )
  expect(html).toContain(
    '<div class="columns"><div class="column of-12-6"><p>left</p></div><div class="column of-12-6"><p>right</p></div></div>',
  )
})

test('no word of them is lost for readers of Markdown', async () => {
  const markdown = page(await book(TABS), 'index.md')
  expect(markdown).toContain('Linux')
  expect(markdown).toContain('Write `dir`.')
})

test('in a book of GitBook.com braces are words of AsciiDoc, too, and conditions over readers are decided', async () => {
  const built = await buildBook({
    '.gitbook.yaml': '',
    'README.adoc':
      '= Home\n\nDear {{ customer.name }}, {{ 7 * 6 }}.\n\n{% if visitor.claims.unsigned.x %}\ngone\n{% endif %}\n',
  })
  const html = content(built, 'index.html')
  expect(html).toContain('Dear {{ customer.name }}, {{ 7 * 6 }}.')
  expect(html).not.toContain('gone')
  expect(codes(built)).toEqual([])
})
