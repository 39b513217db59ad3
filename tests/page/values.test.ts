// Values that GitBook.com's pages ask for: of the space, of the page, of a reader whom nobody knows.
import { describe, expect, test } from 'vitest'
import { type Contents, buildBook, codes, content, page } from '../support/build-book.ts'

const value = (expression: string): string => `<code class="expression">${expression}</code>`

function book(body: string, more: Contents = {}): Contents {
  return {
    'SUMMARY.md': '# Table of contents\n\n* [Start](README.md)\n',
    'README.md': `---\nvars:\n  plan: pro\n---\n\n${body}\n`,
    '.gitbook/vars.yaml':
      'price: "1.50"\nname: A <b> & *c*\ncount: 3\na_b: c\nlist:\n  - a\n  - b\n',
    ...more,
  }
}

const shown = async (expression: string): Promise<string> =>
  content(await buildBook(book(`${value(expression)}.`)), 'index.html')

test.each([
  ['space.vars.price', '1.50'],
  ['page.vars.plan', 'pro'],
  ['page.title', 'Start'],
  ['space.title', 'Start'],
  ['space.vars.a\\_b + &quot;:&quot; + space.vars.a\\_b', 'c:c'],
  ['space.vars.list\\[0\\]', 'a'],
  ['space.vars.count * 2', '6'],
  ['space.vars.name', 'A &lt;b&gt; &amp; *c*'],
  ['space.vars.list.join(&quot;, &quot;)', 'a, b'],
  ['visitor.claims.unsigned.plan ? &quot;known&quot; : &quot;anyone&quot;', 'anyone'],
  ['visitor.claims.unsigned.plan', ''],
  ['!visitor.claims.unsigned.plan &amp;&amp; &quot;x&quot;', 'x'],
  ['`v${space.vars.price} of ${space.vars.count + 1}`', 'v1.50 of 4'],
  ['`\\`$ ${`in ${page.vars.plan}`} {}`', '`$ in pro {}'],
])('%s', async (expression, expected) => {
  expect(await shown(expression)).toBe(`<p>${expected}.</p>`)
})

describe('a value stands where its author put it', () => {
  test('in headings, their ids and the list of them', async () => {
    const built = await buildBook(book(`## Since ${value('space.vars.price')}\n\nText.`))
    expect(content(built, 'index.html')).toContain('>Since 1.50<')
  })
  test('in tables, links and HTML', async () => {
    const html = content(
      await buildBook(
        book(
          `| a |\n| - |\n| ${value('space.vars.price')} |\n\n[at ${value('space.vars.price')}](README.md)\n\n<table><tr><td>${value('space.vars.price')}</td></tr></table>`,
        ),
      ),
      'index.html',
    )
    expect(html.match(/1\.50/g)).toHaveLength(3)
  })
  test('and code is code', async () => {
    const source = value('space.vars.price')
    const html = content(
      await buildBook(book(`\`${source}\`\n\n\`\`\`html\n${source}\n\`\`\``)),
      'index.html',
    )
    expect(html).not.toContain('1.50')
  })
})

test('what has no value is nothing, and reported', async () => {
  const built = await buildBook(book(`A ${value('space.vars.prize')}B`))
  expect(content(built, 'index.html')).toBe('<p>A B</p>')
  expect(codes(built)).toEqual(['template/undefined-value README.md:6:3'])
})

test.each(['foo(', 'x =&gt; 1', '`open'])(
  '%s stays as it is written, and is reported',
  async (expression) => {
    const built = await buildBook(book(`A ${value(expression)} B`))
    expect(content(built, 'index.html')).toContain(value(expression))
    expect(codes(built)).toEqual(['template/unreadable-value README.md:6:3'])
  },
)

test('old books have no expressions', async () => {
  const { 'SUMMARY.md': _, '.gitbook/vars.yaml': __, ...rest } = book(value('space.vars.price'))
  const built = await buildBook({ ...rest, 'SUMMARY.md': '* [Start](README.md)\n' })
  expect(content(built, 'index.html')).toContain(value('space.vars.price'))
})

test('a page is rendered anew when the variables change', async () => {
  const before = await buildBook(book(value('space.vars.price')))
  const after = await buildBook(
    book(value('space.vars.price'), { '.gitbook/vars.yaml': 'price: "2"\n' }),
    before.memory,
  )
  expect(content(after, 'index.html')).toBe('<p>2</p>')
})

describe('content that is not in the repository', () => {
  test.each([
    'https://app.gitbook.com/s/aEnK0/~/reusable/vX1K/',
    '/reusable-content/rc123',
    '.gitbook/includes/gone.md',
    '../../outside.md',
  ])('is no text of the page: %s', async (address) => {
    const built = await buildBook(book(`A\n\n{% include "${address}" %}\n\nB`))
    expect(content(built, 'index.html')).toBe('<p>A</p>\n<p>B</p>')
    expect(codes(built)).toEqual(['template/missing-content README.md:8:1'])
  })

  test.each(['undefined', 'null', '""', '{}', '[]'])('is what a program lost: %s', async (lost) => {
    const built = await buildBook(book(`A\n\n{% include ${lost} %}\n\nB`))
    expect(content(built, 'index.html')).toBe('<p>A</p>\n<p>B</p>')
    expect(codes(built)).toEqual(['template/missing-content README.md:8:1'])
  })
})

test('symbols in a table of contents are not shown by their names', async () => {
  const built = await buildBook({
    '.gitbook.yaml': 'root: ./\n',
    'README.md': '# A\n',
    'b.md': '# B\n',
    'SUMMARY.md':
      '# Table of contents\n\n* [A](README.md)\n\n## <i class="fa-rocket">:rocket:</i> Group <a href="#g" id="g"></a>\n\n* [<i class="fa-brands fa-github"></i> B](b.md)\n',
  })
  const html = page(built, 'index.html')
  expect(html).toMatch(/class="header"[^>]*>Group</)
  expect(html).toMatch(/<a href="b.html">B</)
  expect(html).not.toContain(':rocket:')
})

test('what is wrong in an included file is told once, however many pages show it', async () => {
  const included = '{% include "part.md" %}\n\n> {% include "part.md" %}\n'
  const built = await buildBook({
    'SUMMARY.md': '* [A](README.md)\n* [B](b.md)\n',
    'README.md': included,
    'b.md': included,
    'part.md': 'a ![x](gone.png) [b](gone.md)\n',
  })
  expect(codes(built)).toEqual([
    'images/missing-file part.md:1:8',
    'links/missing-file part.md:1:22',
  ])
})
