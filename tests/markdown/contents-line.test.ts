import { expect, test } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { buildBook, page } from '../support/build-book.ts'
import { fixtureHost } from './host.ts'

const render = (text: string) =>
  createMarkdown().render({ path: 'a.md' as BookPath, text, firstLine: 1, host: fixtureHost })

test.each(['[TOC]', '[toc]', '[[toc]]', '@[toc]', '[[_TOC_]]', '{:toc}'])(
  'the sign of other editors for a list of headings is not shown: %s',
  (sign) => {
    const { html, description, diagnostics } = render(
      `${sign}\n\n# A\n\n> ${sign}\n\n- ${sign}\n\n${sign}\n\nWords.`,
    )
    expect(html).not.toMatch(/toc/i)
    expect(description).toBe('Words.')
    expect(diagnostics).toEqual([])
  },
)

test.each(['`[TOC]`', 'See [TOC].', '[TOC]\nmore', '    [TOC]', '[TOC] [TOC]'])(
  '%j is text',
  (text) => {
    expect(render(text).html).toContain('[TOC]')
  },
)

test.each(['@[TOC](目录)', '* TOC\n{:toc}', '1. Contents\n{: toc .left}'])(
  'nor is one with a title, or in the place of a list: %j',
  (sign) => {
    const { html, diagnostics } = render(`# A\n\n${sign}\n\n## B\n\nWords.`)
    expect(html).not.toMatch(/toc|目录|contents|<[ou]l/i)
    expect(html).toContain('<p>Words.</p>')
    expect(diagnostics).toEqual([])
  },
)

test.each(['* One\n* TOC\n{:toc}', '* TOC\n  {:tocs}', '* TOC\n{:toc}\n\n  More.'])(
  'a list with more in it is one: %j',
  (text) => {
    expect(render(text).html).toContain('TOC')
  },
)

test('nor in the Markdown beside the page', async () => {
  const built = await buildBook({ 'README.md': '# A\n\n[TOC]\n\nWords.\n' })
  expect(page(built, 'index.md').trim()).toBe('# A\n\nWords.')
})

test('what the page defines as a link is one', () => {
  expect(render('[toc]\n\n[toc]: b.md').html).toContain('<a href="b.html">toc</a>')
})

test('many of them take no longer than as many paragraphs', () => {
  const { html } = render('[TOC]\n\n'.repeat(20_000))
  expect(html.trim()).toBe('')
})
