import { expect, test } from 'vitest'
import { buildBook, codes, page } from '../support/build-book.ts'

/** Where a page in AsciiDoc has mistakes in its formulas. */
const places = async (text: string): Promise<readonly string[]> =>
  codes(await buildBook({ 'README.adoc': text })).filter((code) => code.startsWith('formulas/'))

test('a mistake in a formula of a line is where it is written', async () => {
  expect(await places('= T\n:stem: latexmath\n\nWords stem:[x^2] and stem:[\\frac{a}].\n')).toEqual(
    ['formulas/mistake README.adoc:4:28'],
  )
})

test('a mistake in a block of its own is at its first line', async () => {
  const text = '= T\n:stem: latexmath\n\nWords.\n\n[stem]\n++++\nx = 1 \\\\\n\\frac{a}\n++++\n'
  expect(await places(text)).toEqual(['formulas/mistake README.adoc:8:1'])
})

test('the same mistake twice is at two places', async () => {
  const text = '= T\n:stem: latexmath\n\nstem:[\\frac{a}]\n\nstem:[\\frac{a}]\n'
  expect(await places(text)).toEqual([
    'formulas/mistake README.adoc:4:7',
    'formulas/mistake README.adoc:6:7',
  ])
})

test('signs around TeX that say once more that it is TeX are no part of it', async () => {
  const text =
    '= T\n\nlatexmath:[\\(x^2\\)] latexmath:[$y$]\n\n[latexmath]\n++++\n\\[ z \\]\n++++\n'
  const html = page(await buildBook({ 'README.adoc': text }), 'index.html')
  for (const tex of ['x^2', 'y', 'z'])
    expect(html).toContain(`<annotation encoding="application/x-tex">${tex}</annotation>`)
})
