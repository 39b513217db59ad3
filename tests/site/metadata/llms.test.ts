import { describe, expect, test } from 'vitest'
import { type Contents, buildBook } from '../../support/build-book.ts'
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

  test('is what the convention asks for, whatever titles, places and descriptions hold', async () => {
    const built = await machineBook(
      { title: '# 书\n[x]' },
      {
        'README.md': '[a](a%20(1).md) [b](b.md)\n\n> quote\n',
        'a (1).md': '---\ndescription: "one\\ntwo: [three](x)"\n---\n# A ](x) `b`\n',
        'b.md': '',
      },
    )
    const [first, empty, summary, ...rest] = (text(built, 'llms.txt') ?? '').split('\n')
    expect([first, empty, summary?.slice(0, 2)]).toEqual(['# # 书 [x]', '', '> '])
    const item = /^- \[(?:[^[\]\\]|\\.)+\]\([^()\s]+\)(?:: .+)?$/
    const others = rest.filter((line) => line !== '' && !/^## \S/.test(line))
    expect(others.length).toBeGreaterThan(4)
    expect(others.filter((line) => !item.test(line))).toEqual([])
  })

  test('leads to source files themselves, and alternates that link to SUMMARY lead to it', async () => {
    const built = await machineBook(
      {},
      { 'guide/README.md': '# G\n\n[all](../SUMMARY.md) [c](c.cfg)\n', 'guide/c.cfg': 'a=1\n' },
    )
    expect(text(built, 'llms.txt')).toContain('- [c.cfg](guide/c.cfg)\n')
    expect(text(built, 'guide/index.md')).toBe('# G\n\n[all](../llms.txt) [c](c.cfg)\n')
  })

  test('of a book in several languages leads to those of the languages', async () => {
    const built = await buildBook({
      'book.json': '{ "title": "Books", "description": "Two of them" }',
      'LANGS.md': '* [English](en)\n* [中文](zh)\n',
      'en/README.md': '# Home\n\nSee [root](/a.md).\n',
      'en/a.md': '# A\n',
      'zh/README.md': '# 首页\n',
    })
    expect(text(built, 'llms.txt')).toBe(
      '# Books\n\n> Two of them\n\n## Language\n\n- [English](en/llms.txt)\n- [中文](zh/llms.txt)\n',
    )
    expect(text(built, 'zh/llms.txt')).toContain('- [简介](index.md)')
    expect(text(built, 'en/index.md')).toBe('# Home\n\nSee [root](a.md).\n')
  })

  test('and alternates are left out when the book says so', async () => {
    const built = await machineBook({ llms: false })
    expect([...built.outputs.keys()].filter((path) => /\.md$|llms/.test(path))).toEqual([])
    expect(headOf(built, 'index.html')).not.toHaveProperty('alternate text/markdown')
  })
})

describe('the Markdown alternate of a page', () => {
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

  test('of an AsciiDoc page is the same page in Markdown', async () => {
    const built = await machineBook(
      {},
      {
        'README.md': '[x](x.adoc#_b)\n',
        'x.adoc':
          '= X\n\nxref:guide/README.md[g] link:files/a%20b.pdf[f] xref:README.md[h] https://example.org[o]\n\n== B\n\nimage::p.png[P]\n',
        'files/a b.pdf': 'pdf',
        'p.png': 'png',
      },
    )
    expect(text(built, 'x.md')).toBe(
      '# X\n\n[g](guide/index.md) [f](files/a%20b.pdf) [h](index.md) [o](https://example.org)\n\n## B\n\n![P](p.png)\n',
    )
    expect(text(built, 'index.md')).toContain('](x.md#_b)')
    expect(headOf(built, 'x.html')['alternate text/markdown']).toBe('x.md')
    expect(text(built, 'llms.txt')).toContain('- [X](x.md)')
  })
})

const linked: Contents = {
  'README.md': '# Home\n',
  'y/z.md': '',
  'x/README.md': '# X\n\n## B\n',
  'x/my file.md': '# My file\n',
  'p.png': 'png',
  'c.cfg': 'a=1\nb=2\n',
  'SUMMARY.md': '* [Z](y/z.md)\n* [X](x/README.md)\n* [M](x/my file.md)\n',
}

test.each([
  ['[a](/x/README.md)', '[a](../x/index.md)'],
  ['[a](</x/README.md> "t")', '[a](<../x/index.md> "t")'],
  ['[a][b] [b]\n\n[b]: /x/README.md#b', '[a][b] [b]\n\n[b]: ../x/index.md#b'],
  ['[a]\n\n[a]:\n  <../x/README.md>\n  "t"', '[a]\n\n[a]:\n  <../x/index.md>\n  "t"'],
  ['<a href="/x/README.md">a</a>', '<a href="../x/index.md">a</a>'],
  ['![p](/p.png) //x', '![p](../p.png) //x'],
  ['[![p](/p.png)](../x/)', '[![p](../p.png)](../x/index.md)'],
  [
    '> - [a](../x/my file.md) [b](../x/my%20file.md)',
    '> - [a](../x/my%20file.md) [b](../x/my%20file.md)',
  ],
  [
    '| a |\n| - |\n| ![](/p.png) [a](/x/README.md#b) |',
    '| a |\n| - |\n| ![](../p.png) [a](../x/index.md#b) |',
  ],
  ['[c](../c.cfg#L1-L2)', '[c](../c.cfg#L1)'],
  ['[b](//example.org/) [c](https://example.org)', '[b](//example.org/) [c](https://example.org)'],
  ['`[a](/x/README.md)` ``[a](/x/README.md) ` ``', '`[a](/x/README.md)` ``[a](/x/README.md) ` ``'],
  [
    '```\n[a](/x/README.md)\n[a]: /x/README.md\n```\n[a](/x/README.md)',
    '```\n[a](/x/README.md)\n[a]: /x/README.md\n```\n[a](../x/index.md)',
  ],
  ['> ```\n> [a](/p.png)\n> ```\n> ![a](/p.png)', '> ```\n> [a](/p.png)\n> ```\n> ![a](../p.png)'],
  ['[none](/none.md)', '[none](/none.md)'],
])('links of %j become %j', async (markdown, expected) => {
  const built = await buildBook({ ...linked, 'y/z.md': `# Z\n\n${markdown}\n` })
  expect(text(built, 'y/z.md')).toBe(`# Z\n\n${expected}\n`)
})

test('what a page includes from another folder leads to the same places as there', async () => {
  const built = await buildBook({
    ...linked,
    'x/part.md': '![own](q.png) [file](my%20file.md) [same](a.md)\n\n[def]\n\n[def]: README.md\n',
    'x/q.png': 'png',
    'x/a.md': '# A in x\n',
    'y/a.md': '# A in y\n',
    'y/z.md': '# Z\n\n[same](a.md) {% include "/x/part.md" %}',
  })
  expect(text(built, 'y/z.md')).toBe(
    '# Z\n\n[same](a.md) ![own](../x/q.png) [file](../x/my%20file.md) [same](../x/a.md)\n\n[def]\n\n[def]: ../x/index.md\n',
  )
})
