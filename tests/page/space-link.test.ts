// Links between spaces of GitBook.com, which name them by ids that no file tells.
import { describe, expect, test } from 'vitest'
import { type Contents, buildBook, codes, content, page } from '../support/build-book.ts'

const APP = 'https://app.gitbook.com'

function bookOf(text: string, more: Contents = {}): Contents {
  return {
    'a/SUMMARY.md': '# Table of contents\n\n* [Home](README.md)\n',
    'a/README.md': text,
    'b/SUMMARY.md':
      '# Table of contents\n\n* [Pay](README.md)\n\n## API guides\n\n* [Cart](shop/cart.md)\n  * [Pay later](shop/pay.md)\n',
    'b/README.md': '# Pay\n',
    'b/shop/cart.md': '# Cart\n\n## Sums\n',
    'b/shop/pay.md': '# Later\n',
    'c/SUMMARY.md': '# Table of contents\n\n* [C](README.md)\n* [Cart](cart.md)\n',
    'c/README.md': '# C\n',
    'c/cart.md': '# Cart\n',
    ...more,
  }
}

async function shown(text: string, more: Contents = {}): Promise<readonly [string, string[]]> {
  const built = await buildBook(bookOf(text, more))
  const faults = codes(built).filter((code) => !code.startsWith('book/'))
  return [content(built, 'a/index.html'), faults]
}

describe('a link with the id of a space', () => {
  test('leads to the space that has its pages', async () => {
    const [html, faults] = await shown(
      [
        `[cart](${APP}/s/Xy1/api-guides/cart)`,
        `[sums](${APP}/o/Org/s/Xy1/API-guides/cart/#sums)`,
        `[later](${APP}/s/Xy1/~/changes/12/api-guides/cart/pay?a=b)`,
        `[file](${APP}/s/Xy1/shop/pay)`,
        `<a href="${APP}/s/Xy1/">home</a>`,
      ].join('\n'),
    )
    expect(faults).toEqual([])
    for (const link of [
      '<a href="../b/shop/cart.html">cart</a>',
      '<a href="../b/shop/cart.html#sums">sums</a>',
      '<a href="../b/shop/pay.html">later</a>',
      '<a href="../b/shop/pay.html">file</a>',
      '<a href="../b/index.html">home</a>',
    ])
      expect(html).toContain(link)
  })

  test('takes the title of the page in blocks and cards', async () => {
    const [html, faults] = await shown(
      `{% content-ref url="${APP}/s/Xy1/api-guides/cart/pay" %}\n[pay](${APP}/s/Xy1/api-guides/cart/pay)\n{% endcontent-ref %}\n`,
    )
    expect(faults).toEqual([])
    expect(html).toContain('href="../b/shop/pay.html"')
    expect(html).toContain('Pay later')
  })

  test('is words where nothing tells which space it is, or where the space has no such page', async () => {
    const [html, faults] = await shown(
      `[one](${APP}/s/Other/) [two](${APP}/s/Xy1/api-guides/cart) [three](${APP}/s/Xy1/gone) [four](${APP}/s/Some/nothing#x)\n`,
    )
    expect(faults).toEqual([
      'links/other-space a/README.md:1:7',
      'links/other-space a/README.md:1:102',
      'links/other-space a/README.md:1:145',
    ])
    expect(html).not.toContain('app.gitbook.com')
    for (const word of ['one', 'three', 'four']) expect(html).toContain(word)
  })

  test('leads where the book says that the space is', async () => {
    const settings = { spaces: { Other: 'c', Far: 'https://docs.example.org/far/' } }
    const [html, faults] = await shown(`[c](${APP}/s/Other/cart) [far](${APP}/s/Far/x/y#z)\n`, {
      'book.json': JSON.stringify(settings),
    })
    expect(faults).toEqual([])
    expect(html).toContain('<a href="../c/cart.html">c</a>')
    expect(html).toContain('href="https://docs.example.org/far/x/y#z"')
  })

  test('is found again when another page makes clear which space is meant', async () => {
    const home = `[home](${APP}/s/Xy1/)\n`
    const before = await buildBook(bookOf(home))
    expect(content(before, 'a/index.html')).not.toContain('href')
    const clear = bookOf(home, { 'c/cart.md': `# Cart\n\n[x](${APP}/s/Xy1/api-guides/cart/pay)\n` })
    const after = await buildBook(clear, before.memory)
    expect(content(after, 'a/index.html')).toContain('<a href="../b/index.html">home</a>')
    expect(page(after, 'a/index.html')).toBe(page(await buildBook(clear), 'a/index.html'))
  })
})
