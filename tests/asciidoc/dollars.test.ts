import { expect, test } from 'vitest'
import { dollarFormulas } from '../../src/asciidoc/dollars.ts'
import { buildBook, page } from '../support/build-book.ts'

test.each([
  ['a $$x^2$$ b $$\\rho$$ c', 'a latexmath:[x^2] b latexmath:[\\rho] c'],
  ['$$a_{[1]}$$', 'latexmath:[a_{[1\\]}]'],
  ['$$n$$ steps', 'latexmath:[n] steps'],
  ['one $$x =\ny$$.', 'one latexmath:[x =\ny].'],
  ['a\n\n$$\nx = 1\n$$\n\nb', 'a\n\n[latexmath]\n++++\nx = 1\n++++\nb'],
  [
    '|===\n|$$|x^2|$$|$$\\|y_1\\|$$\n|===\n$$|z^2|$$',
    '|===\n|latexmath:[\\|x^2\\|]|latexmath:[\\|y_1\\|]\n|===\nlatexmath:[|z^2|]',
  ],
])('TeX between two dollars is a formula, line by line: %j', (text, expected) => {
  expect(dollarFormulas(text, false)).toBe(expected)
})

test.each([
  '`$$x^2$$`',
  '----\n$$x^2$$\n----',
  '\\$$x^2$$',
  '$$x^2\n\ny$$',
  '$$$x^2$$$',
  '$$x\\$$',
  '$$ $$',
  '$$x^2',
])('and nothing else is: %j', (text) => {
  expect(dollarFormulas(text, true)).toBe(text)
})

test('what Asciidoctor protects stays so, unless the book says that it has formulas', () => {
  expect(dollarFormulas('$$__init__$$', false)).toBe('$$__init__$$')
  expect(dollarFormulas('$$12$$', true)).toBe('latexmath:[12]')
})

test('dollars without an end take linear time', () => {
  for (const part of ['$$ ', '$$a$$$ ', '\n\n$$\n', '$$\n12\n'])
    expect(dollarFormulas(part.repeat(20_000), false)).toBe(part.repeat(20_000))
})

test('a page shows them, those of an included file too', async () => {
  const built = await buildBook({
    'README.adoc': '= T\n\nA $$\\rho^2$$.\n\n$$\na_{1}\n$$\n\ninclude::b.adoc[]\n',
    'b.adoc': 'B $$\\mu_0$$.\n',
  })
  const html = page(built, 'index.html')
  for (const tex of ['\\rho^2', 'a_{1}', '\\mu_0'])
    expect(html).toContain(`<annotation encoding="application/x-tex">${tex}</annotation>`)
  expect(html).not.toContain('$$')
})

const formula = (tex: string): string => `$$\n\\begin{align}\n${tex} &= 1\n\\end{align}\n$$`

test('a formula on lines of its own is a block of its own, wherever it stands', async () => {
  const built = await buildBook({
    'README.adoc': `= T\n\n* One\n\n${formula('a')}\n\n* Two\n${formula('b')}\n* Three\n\nFour\n${formula('c')}\nfive.\n\n${formula('d')}\n\n${formula('e')}`,
  })
  const html = page(built, 'index.html')
  expect(html.match(/<div class="formula formula-block/g)).toHaveLength(5)
  expect(html.split('<main')[1]?.replaceAll(/<math[^]*?<\/math>/g, '')).not.toMatch(
    /\\begin|<p>[^<]*<div/,
  )
  expect(html).toMatch(/<p>\s*five\.<\/p>/)
  expect(built.diagnostics).toEqual([])
})
