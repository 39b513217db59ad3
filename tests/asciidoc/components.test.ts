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

test('tabs stand in tabs, and a block of tabs without terms is what stands in it', async () => {
  const html = await shown(
    `[tabs]\n======\nA::\n+\n[tabs]\n====\nB:: b\n====\n======\n\n[tabs]\n====\nwords\n====`,
  )
  expect(html.match(/class="tabs"/g)).toHaveLength(2)
  expect(html.match(/class="tab-title"/g)).toHaveLength(2)
  expect(html).toContain('</div><p>words</p>')
})

test('lists may be steps and cards, and blocks may stand side by side', async () => {
  const html = await shown(
    '[.steps]\n. One\n+\nmore\n. Two\n\n[.cards]\n* link:other.adoc[Other]\n+\nwords\n* plain\n\n[.columns]\n--\nleft\n\nright\n--\n',
  )
  expect(html).toContain(
    '<ol class="steps"><li><p class="step-title">One</p><p>more</p></li><li><p>Two</p></li></ol>',
  )
  expect(html).toContain(
    '<li class="card"><div class="card-title"><a href="other.html" class="card-link">Other</a></div><div class="card-line">words</div></li>',
  )
  expect(html).toContain(
    '<div class="columns"><div class="column of-12-6"><p>left</p></div><div class="column of-12-6"><p>right</p></div></div>',
  )
})

const NAMED = `[updates,format=short]
=====
[update,date=2026-05-12,tags=beds]
====
Along the wall.
====
=====

.Which *beans*?
[expandable%expanded]
--
Any that climb.
--

[hint,danger]
Ask first.

[tabs]
====
[tab,title=One]
a
====

[content-ref,url=other.adoc]
--
--

[novelty,title=kept]
--
Words of a style that nobody knows.
--
`

test('a block whose style is the name of a component is that component, with its attributes', async () => {
  const built = await book(NAMED)
  const html = content(built, 'index.html').replaceAll('\n', '')
  expect(html).toContain(
    '<div class="update"><p class="update-head"><time datetime="2026-05-12">May 12, 2026</time> <span class="update-tag">beds</span></p><p>Along the wall.</p></div>',
  )
  expect(html).toMatch(
    /<details open><summary>Which beans\?<\/summary><p>Any that climb\.<\/p><\/details>/,
  )
  expect(html).toMatch(
    /<div class="callout callout-caution" role="note"><p class="callout-title">.*?<\/p><p>Ask first\.<\/p>/,
  )
  expect(html).toMatch(
    /<div class="tabs"><div class="tab"><p class="tab-title">One<\/p><p>a<\/p><\/div><\/div>/,
  )
  expect(html).toContain('<p class="ref"><a href="other.html">Other</a></p>')
  expect(html).toContain('Words of a style that nobody knows.')
  expect(html).not.toContain('data-component')
  expect(page(built, 'index.md')).toContain('Ask first.')
})

test('a reference of a component is told where it is written', async () => {
  const built = await book('Words.\n\n[content-ref,url=gone.adoc]\n--\n--\n')
  const [problem] = built.diagnostics
  expect(problem).toMatchObject({
    code: 'links/missing-file',
    at: { file: 'README.adoc', start: { line: 5, column: 18 } },
  })
})

test("a block of the book's own has its layout in AsciiDoc, too", async () => {
  const built = await buildBook({
    'README.adoc': '= Home\n\n[plant,name=Bean]\n--\nClimbs *high*.\n--\n',
    '_layouts/components/plant.hbs': '<div class="plant"><b>{{name}}</b> {{{content}}}</div>',
  })
  const html = content(built, 'index.html').replaceAll('\n', '')
  expect(html).toContain(
    '<div class="plant"><b>Bean</b> <p>Climbs <strong>high</strong>.</p></div>',
  )
})

test('nobody forges a component with HTML of their own', async () => {
  const html = await shown('++++\n<div data-component="0">words</div>\n++++\n')
  expect(html).toContain('<div data-component="0">words</div>')
})

test('references without words have the title of their page, and films of services are links', async () => {
  const html = await shown(
    '[.ref]\nxref:other.adoc[]\n\nSee <<other.adoc#>>.\n\n.A film\nvideo::aqz-KE-bpKQ[youtube,start=60]\n',
  )
  expect(html).toContain('<p class="ref"><a href="other.html">Other</a></p>')
  expect(html).toContain('<p>See <a href="other.html">Other</a>.</p>')
  expect(html).toMatch(
    /<p class="embed"><a href="https:\/\/www\.youtube\.com\/watch\?v=aqz-KE-bpKQ&amp;t=60"[^>]*>A film<\/a>/,
  )
  expect(html).not.toContain('<iframe')
})

test('code has its title, numbers and marked lines, and its title stays with it in Markdown', async () => {
  const built = await book(
    '.bed.ts\n[source,ts,linenums,start=5,highlight="2"]\n----\nsow()\nwater()\n----\n',
  )
  const html = content(built, 'index.html')
  expect(html).toContain('<figure class="code"><figcaption>bed.ts</figcaption>')
  expect(html).toContain('<pre tabindex="0" class="code-lines code-numbers">')
  expect(html).toMatch(/class="line" data-line="5".*\n.*class="line line-mark" data-line="6"/)
  expect(page(built, 'index.md')).toContain('```ts title="bed.ts"\nsow()\nwater()\n```')
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
