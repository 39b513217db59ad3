import { describe, expect, test } from 'vitest'
import type { PageResult } from '../../../src/core/book.ts'
import type { OutputPath } from '../../../src/core/path.ts'
import { twinText } from '../../../src/site/machine/twins.ts'
import { buildBook } from '../../support/build-book.ts'
import { headOf, machineBook, text } from './site.ts'

describe('llms.txt', () => {
  test('lists the pages of each part with what they are about', async () => {
    const built = await machineBook({
      title: 'B',
      description: 'About\nb',
      siteUrl: 'https://b.org/x',
    })
    expect(text(built, 'llms.txt')).toBe(
      [
        '# B\n',
        '> About b\n',
        '## All chapters\n',
        '- [Start](https://b.org/x/index.md): The first "paragraph" & more.\n',
        '## 第一部分\n',
        '- [Guide](https://b.org/x/guide/index.md): See 安装 and home.',
        '- [安装](https://b.org/x/guide/%E5%AE%89%E8%A3%85%20a.md): 怎样安装\n',
      ].join('\n'),
    )
  })

  test('has relative links where nobody knows the address', async () => {
    expect(text(await machineBook({}), 'llms.txt')).toContain('](guide/index.md)')
  })

  test('puts pages that only links reach at its end', async () => {
    const built = await machineBook(
      {},
      { 'README.md': '[x](x%20[1].md)\n', 'x [1].md': '# X [1]\n' },
    )
    expect(text(built, 'llms.txt')).toMatch(
      /## Optional\n\n- \[X \\\[1\\\]\]\(x%20%5B1%5D\.md\)\n$/,
    )
  })

  test('of a book in several languages leads to those of the languages', async () => {
    const built = await buildBook({
      'book.json': '{ "title": "Books" }',
      'LANGS.md': '* [English](en)\n* [中文](zh)\n',
      'en/README.md': '# Home\n\nSee [root](/a.md).\n',
      'en/a.md': '# A\n',
      'zh/README.md': '# 首页\n',
    })
    expect(text(built, 'llms.txt')).toBe(
      '# Books\n\n## Language\n\n- [English](en/llms.txt)\n- [中文](zh/llms.txt)\n',
    )
    expect(text(built, 'zh/llms.txt')).toContain('- [简介](index.md)')
    expect(text(built, 'en/index.md')).toBe('# Home\n\nSee [root](a.md).\n')
  })

  test('and twins are left out when the book says so', async () => {
    const built = await machineBook({ llms: false })
    expect([...built.outputs.keys()].filter((path) => /\.md$|llms/.test(path))).toEqual([])
    expect(headOf(built, 'index.html')).not.toHaveProperty('alternate text/markdown')
  })
})

describe('the Markdown twin of a page', () => {
  test('has a title, expanded templates, and no front matter', async () => {
    const built = await machineBook(
      {},
      {
        'guide/安装 a.md':
          '---\r\ndescription: d\r\n---\r\n\r\n## 步骤\r\n\r\n{{ config.title }}{% include "inc.md" %}\r\n',
        'guide/inc.md': '由此开始',
        'book.json': '{ "title": "手册" }',
      },
    )
    expect(text(built, 'guide/安装 a.md')).toBe('# 安装\n\n## 步骤\n\n手册由此开始\n')
    expect(headOf(built, 'guide/安装 a.html')['alternate text/markdown']).toBe(
      '%E5%AE%89%E8%A3%85%20a.md',
    )
  })

  test('leads to other twins', async () => {
    const built = await machineBook({})
    expect(text(built, 'guide/index.md')).toBe(
      '# Guide\n\nSee [安装](安装%20a.md#步骤) and [home](../index.md).\n',
    )
  })

  test('an empty page has a title alone', async () => {
    expect(text(await machineBook({}, { 'guide/README.md': '' }), 'guide/index.md')).toBe(
      '# Guide\n',
    )
  })

  test('gives way to a file of the book', async () => {
    const built = await machineBook({}, { 'guide/index.md': '# Own\n' })
    expect(built.outputs.get('guide/index.md' as never)).toMatchObject({ kind: 'copied' })
    expect(headOf(built, 'guide/index.html')).not.toHaveProperty('alternate text/markdown')
    expect(text(built, 'llms.txt')).toContain('- [Guide](guide/index.html)')
  })

  test('of an AsciiDoc page does not exist', async () => {
    const built = await machineBook({}, { 'README.md': '[x](x.adoc)\n', 'x.adoc': '= X\n\ntext\n' })
    expect(built.outputs.has('x.md' as never)).toBe(false)
    expect(text(built, 'index.md')).toContain('](x.html)')
  })
})

const targetOf = (): OutputPath => 'x/index.md' as OutputPath

test.each([
  ['[a](/x/README.md)', '[a](../x/index.md)'],
  ['[a](</x/README.md> "t")', '[a](<../x/index.md> "t")'],
  ['[a]: /x/README.md', '[a]: ../x/index.md'],
  ['<a href="/x/README.md">a</a>', '<a href="../x/index.md">a</a>'],
  ['![p](/p.png) //x', '![p](../p.png) //x'],
  ['[b](//example.org/) [c](https://example.org)', '[b](//example.org/) [c](https://example.org)'],
  ['`[a](/x/README.md)` ``[a](/x/README.md) ` ``', '`[a](/x/README.md)` ``[a](/x/README.md) ` ``'],
  [
    '```\n[a](/x/README.md)\n```\n[a](/x/README.md)',
    '```\n[a](/x/README.md)\n```\n[a](../x/index.md)',
  ],
  ['~~~~\n~~~\n[a](/p)\n~~~~', '~~~~\n~~~\n[a](/p)\n~~~~'],
  ['> ```\n> [a](/p)\n> ```\n> [a](/p)', '> ```\n> [a](/p)\n> ```\n> [a](../p)'],
])('links of %j become %j', (markdown, expected) => {
  const result = {
    output: 'y/z.html' as OutputPath,
    markdown,
    headings: [{ level: 1, id: 'a', text: 'a' }],
    links: [{ to: 'x/README.md', written: '/x/README.md' }],
  } as unknown as PageResult
  expect(twinText({ result, title: 'T', root: '', targetOf })).toBe(`${expected}\n`)
})
