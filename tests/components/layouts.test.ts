// Components of a book: a template makes a block, or replaces one of ours.
import { describe, expect, test } from 'vitest'
import { buildBook, codes, content } from '../support/build-book.ts'

const SUMMARY = '# S\n\n* [Home](README.md)\n'
const card =
  '<section class="card"><h4>{{title}}</h4>{{{content}}}<a href="other.md">{{page.title}}</a></section>'

async function built(page: string, layouts: { readonly [name: string]: string }) {
  const files = Object.entries(layouts).map(([name, text]) => [
    `_layouts/components/${name}.hbs`,
    text,
  ])
  return buildBook({
    'README.md': page,
    'SUMMARY.md': SUMMARY,
    'other.md': '# Other\n',
    ...(Object.fromEntries(files) as { readonly [path: string]: string }),
  })
}

describe('a template of the book', () => {
  test('makes a block with attributes, content and the title of the page', async () => {
    const book = await built('{% card title="A & B" %}\n*in*\n\n[x](other.md)\n{% endcard %}\n', {
      card,
    })
    const html = content(book, 'index.html')
    expect(html).toContain('<h4 id="a--b" aria-level="2">A &amp; B</h4>')
    expect(html).toContain('<p><em>in</em></p>')
    expect(html.match(/href="other\.html"/g)).toHaveLength(2)
    expect(html).toContain('>Home</a>')
    expect(html).not.toContain('{%')
    expect(codes(book).filter((code) => !code.startsWith('links/'))).toEqual([])
  })

  test('makes a block without content, and one of colons', async () => {
    const layouts = { badge: '<b>{{name}}</b>', box: '<div>{{{content}}}</div>' }
    const book = await built('{% badge name="x" %}\n\n::: box\n*y*\n:::\n', layouts)
    expect(content(book, 'index.html').replaceAll('\n', '')).toContain(
      '<b>x</b><div><p><em>y</em></p></div>',
    )
  })

  test('replaces a block of ours', async () => {
    const book = await built('{% hint style="info" %}\nx\n{% endhint %}\n', {
      hint: '<aside class="{{style}}">{{{content}}}</aside>',
    })
    expect(content(book, 'index.html').replaceAll('\n', '')).toContain(
      '<aside class="info"><p>x</p></aside>',
    )
  })

  test('runs no code of values', async () => {
    const book = await built('{% card title="<script>alert(1)</script>" %}\n{% endcard %}\n', {
      card,
    })
    expect(content(book, 'index.html')).not.toContain('<script>')
  })

  test('that is made later renews the pages that ask for it', async () => {
    const page = '{% box %}\nx\n{% endbox %}\n'
    const files = { 'README.md': page, 'SUMMARY.md': SUMMARY }
    const before = await buildBook(files)
    expect(codes(before)).toEqual(['component/unknown README.md:1:1'])
    const after = await buildBook(
      { ...files, '_layouts/components/box.hbs': '<i>{{{content}}}</i>' },
      before.memory,
    )
    expect(content(after, 'index.html')).toContain('<i><p>x</p>')
    expect(codes(after)).toEqual([])
  })
})

describe('a template in the place of one of ours gets what its attributes come to', () => {
  test.each([
    [
      'hint',
      '{{kind}}: {{title}}',
      '{% hint style="danger" %}\nx\n{% endhint %}',
      'caution: Caution',
    ],
    ['hint', '{{kind}}: {{title}}', '::: tip Mind\nx\n:::', 'tip: Mind'],
    ['expandable', '{{title}}', '{% spoiler "More" %}\nx\n{% endspoiler %}', 'More'],
    [
      'content-ref',
      '<a href="{{url}}">{{title}}</a>',
      '{% content-ref url="other.md" %}\n[other.md](other.md)\n{% endcontent-ref %}',
      '<a href="other.html">Other</a>',
    ],
  ])('%s with %s', async (name, layout, page, shown) => {
    const html = content(await built(`${page}\n`, { [name]: `<div>${layout}</div>` }), 'index.html')
    expect(html).toContain(shown)
  })

  test('tabs are replaced together with their panels', async () => {
    const html = content(
      await built('{% tabs %}\n{% tab title="A" %}\nx\n{% endtab %}\n{% endtabs %}\n', {
        tabs: '<div class="my">{{{content}}}</div>',
        tab: '<p>{{title}}</p>{{{content}}}',
      }),
      'index.html',
    )
    expect(html.replaceAll('\n', '')).toContain('<div class="my"><p>A</p><p>x</p></div>')
  })
})
