import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'
import { buildBook, codes, content, page } from '../support/build-book.ts'

const book = {
  'SUMMARY.md': '* [A](README.md)\n* [B](b.md)\n',
  'README.md': [
    '# 第一章　入门',
    '<h2 id="the first bed">Bed</h2>',
    '<a id="old place"></a>',
    '<p id="the-second">x</p>\n\n<p id="the second">y</p>',
    '[1](#the%20first%20bed) [2](<#old place>)',
  ].join('\n\n'),
  'b.md': '# B\n\n[1](README.md#the%20first%20bed) [2](README.md#第一章　入门)\n',
}

test('an id with spaces becomes a valid one, and its old name still leads there', async () => {
  const built = await buildBook(book)
  const html = content(built, 'index.html')
  const ids = parse(html)
    .querySelectorAll('[id]')
    .map(({ id }) => id)
  expect(ids).toEqual(
    expect.arrayContaining(['the-first-bed', 'old-place', 'the-second', 'the-second-1']),
  )
  expect(ids.filter((id) => /[ \t\n\f\r]/.test(id))).toEqual([])
  expect(html).toMatch(/<h2 id="the-first-bed"><a name="the first bed"><\/a>Bed/)
  expect(html).toContain('<a id="old-place" name="old place"></a>')
  expect(codes(built)).toEqual([])
})

test('the wide space of Chinese is a letter of ids, on the page that holds the whole book, too', async () => {
  const printed = page(await buildBook(book), 'handbook/print.html')
  const ids = parse(printed)
    .querySelectorAll('[id]')
    .map(({ id }) => id)
  expect(ids).toContain('p1-第一章　入门')
  for (const { attributes } of parse(printed).querySelectorAll('.markdown-section a[href^="#"]'))
    expect(
      parse(printed)
        .querySelectorAll('[id], [name]')
        .some((node) =>
          [node.id, node.getAttribute('name')].includes(
            decodeURIComponent(attributes['href']?.slice(1) ?? ''),
          ),
        ),
      attributes['href'],
    ).toBe(true)
})
