// Texts that Asciidoctor would take minutes and gigabytes for, or that would end it.
import { describe, expect, test } from 'vitest'
import { buildBook, codes, content } from '../support/build-book.ts'

const built = (text: string, more = {}): ReturnType<typeof buildBook> =>
  buildBook({
    'README.md': '# 书\n',
    'SUMMARY.md': '* [书](README.md)\n* [A](a.adoc)\n',
    'a.adoc': `= 种\n\n${text}\n`,
    ...more,
  })

const levels = (mark: string, end = ' x'): string =>
  Array.from({ length: 1500 }, (_, at) => `${mark.repeat(at + 4)}${end}`).join('\n')

describe('a page that is too much is shown as its source, with a reason at its line', () => {
  test.each([
    ['bullets', levels('*'), 67],
    ['numbers', levels('.'), 67],
    ['example blocks', levels('=', ''), 67],
    ['quotation blocks', levels('_', ''), 67],
    ['quotations', `a\n\n${'> '.repeat(4000)}b`, 5],
    ['equal titles', '== a\n\n'.repeat(16_000), 2003],
    ['equal titles over two lines', 'abcd\n----\n\n'.repeat(4000), 3004],
    ['blanks', `a${' '.repeat(80_000)}b`, 3],
  ])('%s', async (_, text, line) => {
    const site = await built(text)
    expect(codes(site)).toEqual([`page/too-complex a.adoc:${line}:1`])
    expect(content(site, 'a.html')).toContain('id="L1"')
    expect(content(site, 'a.html')).toContain('= 种')
    expect(content(site, 'index.html')).toContain('书')
  })

  test('the limits count what front matter and templates left of the lines', async () => {
    const text = `---\na: 1\n---\n= A\n\n{{ book.title }}\n\n${levels('*')}`
    const site = await built('', { 'a.adoc': text })
    expect(codes(site)).toEqual(['page/too-complex a.adoc:72:1'])
  })
})

test('an included file that is too much is left out, and so is one that makes the page too much', async () => {
  const some = Array.from({ length: 40 }, (_, at) => `${'*'.repeat(at + 1)} x`).join('\n')
  const others = some.replaceAll('*', '.')
  const site = await built(`before\n\ninclude::b.adoc[]\n\ninclude::c.adoc[]\n\nafter\n`, {
    'b.adoc': some,
    'c.adoc': others,
  })
  expect(codes(site)).toEqual(['page/too-complex a.adoc:7:10'])
  expect(content(site, 'a.html')).toContain('<p>after</p>')
})

test('what a page includes is as long as a page may be', async () => {
  const site = await built('include::b.adoc[]\n\n'.repeat(30), {
    'b.adoc': '// 123456789\n'.repeat(100_000),
  })
  expect(codes(site)).toEqual(['asciidoc/too-many-includes a.adoc:15:10'])
})

describe('a paragraph, an item, a title or a cell that is too long', () => {
  test.each([
    ['a word before an at sign', `${'a'.repeat(80_000)}@`],
    ['marks', '*a '.repeat(27_000)],
    ['code', '`a '.repeat(27_000)],
    ['quotation marks', '"`a '.repeat(20_000)],
    ['plus signs', '+a '.repeat(27_000)],
    ['cross references', '<<a'.repeat(27_000)],
    ['a cell', `|===\n|${'*a '.repeat(27_000)}\n|===`],
    ['an item', `* ${'*a '.repeat(27_000)}`],
    ['a title', `== ${'*a '.repeat(27_000)}`],
  ])('is shown as it was written: %s', async (_, text) => {
    const site = await built(`${text}\n\n*strong*`)
    expect(['asciidoc/long-text a.adoc:3:1', 'asciidoc/long-text a.adoc:4:1']).toContain(
      codes(site)[0],
    )
    expect(content(site, 'a.html')).toContain('<strong>strong</strong>')
  })

  test('is code of any length', async () => {
    const site = await built(
      `----\n${'*a* '.repeat(20_000)}\n----\n\n++++\n<b>${'x '.repeat(9000)}</b>\n++++`,
    )
    expect(codes(site)).toEqual([])
  })
})

test.each([
  ['pass-throughs', '+++<b>'.repeat(1000)],
  ['one pass-through', `+++${'<b>'.repeat(1000)}+++`],
  ['a block of HTML', `++++\n${'<div>\n'.repeat(1000)}++++`],
  ['lists of HTML', `++++\n${'<ul><li>\n'.repeat(1000)}++++`],
  ['tables of HTML', `++++\n${'<table><tr><td>\n'.repeat(1000)}++++`],
  ['quotations of HTML', `++++\n${'<blockquote>\n'.repeat(1000)}++++`],
])('nesting without end in %s harms nothing', async (_, text) => {
  const site = await built(`${text}\n\nafter`)
  expect(codes(site).filter((code) => code.startsWith('page/'))).toEqual([])
  expect(content(site, 'a.html')).toContain('after')
})
