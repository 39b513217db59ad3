// Blocks in the cells of tables with pipes: a cell is one line, and so is the block in it.
import { expect, test } from 'vitest'
import { buildBook, codes, content, page } from '../support/build-book.ts'

const book = (source: string) =>
  buildBook({
    '.gitbook.yaml': '',
    'README.md': source,
    'SUMMARY.md': '# Contents\n\n* [Start](README.md)\n* [Other](other.md)\n',
    'other.md': '# Other\n',
  })

test.each([
  ['{% hint style="info" %}Take *care*{% endhint %}', /class="callout[^]*Take <em>care<\/em>/],
  ['a {% hint %}b{% endhint %} c', /<td>a <div class="callout[^]*b<\/div>\s*c<\/td>/],
  [
    '{% tabs %}{% tab title="A" %}x{% endtab %}{% tab title="B" %}y{% endtab %}{% endtabs %}',
    /tab-title">A<[^]*x[^]*tab-title">B<[^]*y/,
  ],
  ['{% content-ref url="other.md" %}[x](other.md){% endcontent-ref %}', /class="ref"[^]*Other</],
  ['{% code title="t" %}`c`{% endcode %}', /<code>c<\/code>/],
  // Breaks of lines around the words are there for the eye of the author.
  ['{% hint %}<br>b<br>c<br>{% endhint %}', /Note<\/p>\s*b<br>c\s*<\/div>/],
])('a cell holds %s', async (cell, expected) => {
  const built = await book(`| a | b |\n| - | - |\n| ${cell} | z |\n`)
  const shown = content(built, 'index.html')
  expect(shown).toMatch(expected)
  expect(shown).not.toContain('{%')
  expect(shown).toContain('<td>z</td>')
  expect(shown.match(/<a href="other.html"/g)?.length ?? 1).toBe(1)
  expect(page(built, 'index.md')).not.toContain('{%')
  expect(codes(built)).toEqual([])
})

test('one in a quote, too', async () => {
  const built = await book('> | a |\n> | - |\n> | {% hint %}b{% endhint %} |\n')
  expect(content(built, 'index.html')).toMatch(/<td><div class="callout[^]*b/)
  expect(codes(built)).toEqual([])
})

test('one that does not end in its row is words, and the rows stay', async () => {
  const built = await book('| a |\n| - |\n| {% hint %}b |\n| c |\n')
  const shown = content(built, 'index.html')
  expect(shown.match(/<tr>/g)).toHaveLength(3)
  expect(shown).toMatch(/b<\/td>[^]*<td>c<\/td>/)
  expect(codes(built)).toEqual(['template/unknown-tag README.md:3:3'])
})
