// HTML that GitBook.com's editor writes: tables that are cards, icons.
import { expect, test } from 'vitest'
import { buildBook, content } from '../support/build-book.ts'

async function shown(page: string): Promise<string> {
  const built = await buildBook({
    'README.md': page,
    'SUMMARY.md': '# S\n\n* [Start](README.md)\n* [The other page](other.md)\n',
    'other.md': '# Other\n',
    'a (1).png': 'x',
  })
  return content(built, 'index.html').replaceAll('\n', '')
}

const head =
  '<thead><tr><th></th><th></th><th data-hidden data-card-target data-type="content-ref"></th><th data-hidden data-card-cover data-type="files"></th></tr></thead>'

test('tables of cards are lists whose cards lead to their targets', async () => {
  const html = await shown(
    `<table data-view="cards">${head}<tbody><tr><td><strong>One</strong></td><td>Words</td><td><a href="other.md">other.md</a></td><td><a href="a (1).png">a (1).png</a></td></tr><tr><td><h4>Two</h4></td><td></td><td></td><td></td></tr></tbody></table>`,
  )
  expect(html).toContain('<ul class="cards">')
  expect(html.match(/<li class="card">/g)).toHaveLength(2)
  expect(html).toContain(
    '<div class="card-title"><a class="card-link" href="other.html"><strong>One</strong></a></div>',
  )
  expect(html).toContain('<div class="card-line">Words</div>')
  expect(html).toMatch(/<div class="card-cover"><img src="a%20\(1\)\.png" alt=""/)
  expect(html).not.toContain('other.md</a>')
  expect(html).not.toContain('<table')
})

test('a card whose words have links of their own leads to its target by its title', async () => {
  const html = await shown(
    `<table data-view="cards">${head}<tbody><tr><td><a href="https://a.example">Out</a></td><td></td><td><a href="other.md">other.md</a></td><td></td></tr></tbody></table>`,
  )
  expect(html).toContain('<a class="card-link" href="other.html">The other page</a>')
  expect(html).toContain('>Out</a>')
})

test('icons are symbols, and never their names', async () => {
  const html = await shown('x <i class="fa-github">:github:</i> y\n\n<i>words</i>\n')
  expect(html).toContain('symbol-github')
  expect(html).not.toContain(':github:')
  expect(html).toContain('<i>words</i>')
})

test('what follows the summary of details is Markdown, with an empty line between or without', async () => {
  const html = await shown('<details>\n<summary>T</summary>\nWords **b**\n\n- x\n</details>\n')
  expect(html).toContain(
    '<summary>T</summary><p>Words <strong>b</strong></p><ul><li>x</li></ul></details>',
  )
  const raw = await shown('<details><summary>T</summary>\n<p>a *b*</p>\n</details>\n')
  expect(raw).toContain('<p>a *b*</p>')
})
