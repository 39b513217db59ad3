import { describe, expect, test } from 'vitest'
import { checkBook } from '../../src/check/check.ts'
import type { HeadingMove } from '../../src/check/rename/heading.ts'
import { type Move, planMove } from '../../src/check/rename/plan.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import type { Contents } from '../support/build-book.ts'

/** What a move makes of a book: the changed files by their new names, and the codes of problems. */
async function move(
  contents: Contents,
  from: string,
  to: string | HeadingMove['to'],
): Promise<{ names: readonly string[]; texts: Record<string, string>; codes: readonly string[] }> {
  const files = memoryFiles(contents)
  const wish: Move = typeof to === 'string' ? { kind: 'files', from, to } : heading(from, to)
  const { changes, diagnostics } = await planMove(await checkBook({ files }), files, wish)
  return {
    names: changes.filter((one) => one.from !== one.to).map((one) => `${one.from} > ${one.to}`),
    texts: Object.fromEntries(
      changes.flatMap((one) => (one.content === undefined ? [] : [[one.to, one.content]])),
    ),
    codes: diagnostics.map(({ code }) => code),
  }
}

function heading(from: string, to: HeadingMove['to']): Move {
  const [page = '', anchor = ''] = from.split('#')
  return { kind: 'heading', page, anchor, to }
}

const book = {
  'book.json': '{\n  // 注释\n  "language": "zh-hans"\n}\n',
  'README.md':
    '\uFEFF# 书\r\n\r\n看[安装](install.md#步骤 "题")、[又一次][i]、<a href="install.html">HTML</a>。\r\n\r\n[i]: ./install.md\r\n',
  'SUMMARY.md':
    '# 目录\r\n\r\n* [书](README.md)\r\n* [安装](install.md)\r\n* [其他](topic/other.md)\r\n',
  'install.md':
    '# 安装\n\n## 步骤\n\n![图](images/a%20b.png) [书](README.md) [自己](#步骤)\n\n{% include "part.md" %}\n\n`[x](README.md)`\n',
  'part.md': '共用\n',
  'images/a b.png': 'x',
  'topic/other.md': '# 其他\n\n[安装](/install.md) [邻居](./next.md) [外面](https://install.md/)\n',
  'topic/next.md': '# 邻居\n\n![](../images/a b.png)\n',
}

test('a folder, a name with codes and one with a question mark lead where links of pages lead', async () => {
  const { names, texts, codes } = await move(
    {
      'README.md': '# A\n\n[m](m/) [n](m/n%2520o.md) [q](m/q?.md#q)\n',
      'SUMMARY.md': '* [A](README.md)\n* [M](m/)\n* [N](m/n%2520o.md)\n* [Q](<m/q?.md>)\n',
      'm/README.markdown': '# M\n\n[up](../)\n',
      'm/n%20o.md': '# N\n',
      'm/q?.md': '# Q\n',
    },
    'm',
    'x/y',
  )
  expect(codes).toEqual([])
  expect(names).toEqual([
    'm/README.markdown > x/y/README.markdown',
    'm/n%20o.md > x/y/n%20o.md',
    'm/q?.md > x/y/q?.md',
  ])
  expect(texts['README.md']).toBe('# A\n\n[m](x/y/) [n](x/y/n%2520o.md) [q](x/y/q%3F.md#q)\n')
  expect(texts['SUMMARY.md']).toBe(
    '* [A](README.md)\n* [M](x/y/)\n* [N](x/y/n%2520o.md)\n* [Q](<x/y/q%3F.md>)\n',
  )
  expect(texts['x/y/README.markdown']).toBe('# M\n\n[up](../../)\n')
})

describe('moving a page', () => {
  test('writes every reference to it and in it anew, and nothing else', async () => {
    const { names, texts, codes } = await move(book, 'install.md', 'guide/安装.md')
    expect({ names, codes }).toEqual({ names: ['install.md > guide/安装.md'], codes: [] })
    expect(texts).toEqual({
      'README.md':
        '\uFEFF# 书\r\n\r\n看[安装](guide/安装.md#步骤 "题")、[又一次][i]、<a href="guide/安装.md">HTML</a>。\r\n\r\n[i]: ./guide/安装.md\r\n',
      'SUMMARY.md':
        '# 目录\r\n\r\n* [书](README.md)\r\n* [安装](guide/安装.md)\r\n* [其他](topic/other.md)\r\n',
      'guide/安装.md':
        '# 安装\n\n## 步骤\n\n![图](../images/a%20b.png) [书](../README.md) [自己](#步骤)\n\n{% include "../part.md" %}\n\n`[x](README.md)`\n',
      'topic/other.md':
        '# 其他\n\n[安装](/guide/安装.md) [邻居](./next.md) [外面](https://install.md/)\n',
      'book.json':
        '{\n  // 注释\n  "language": "zh-hans",\n  "redirects": {\n    "install.md": "guide/安装.md"\n  }\n}\n',
    })
  })

  test('into a folder that exists keeps its name', async () => {
    const { names } = await move(book, 'install.md', 'topic')
    expect(names).toEqual(['install.md > topic/install.md'])
  })

  test('back again takes its redirect away', async () => {
    const once = await move(book, 'install.md', 'guide.md')
    const moved = {
      ...book,
      ...once.texts,
      'guide.md': once.texts['guide.md'] ?? book['install.md'],
    }
    const { 'install.md': _gone, ...rest } = moved
    const back = await move(rest, 'guide.md', 'install.md')
    expect(JSON.parse((back.texts['book.json'] ?? '').replace('// 注释', ''))).toEqual({
      language: 'zh-hans',
      redirects: { 'guide.md': 'install.md' },
    })
  })
})

describe('moving a folder', () => {
  test('moves all that is in it and leaves references inside alone', async () => {
    const { names, texts } = await move(book, 'topic', 'a/b')
    expect(names).toEqual(['topic/next.md > a/b/next.md', 'topic/other.md > a/b/other.md'])
    expect(texts['a/b/other.md']).toBeUndefined()
    expect(texts['a/b/next.md']).toBe('# 邻居\n\n![](../../images/a%20b.png)\n')
    expect(texts['SUMMARY.md']).toContain('(a/b/other.md)')
  })

  test('of images changes the pages that show them, and needs no redirect', async () => {
    const { texts } = await move(book, 'images', 'pictures')
    expect(Object.keys(texts)).toEqual(['install.md', 'topic/next.md'])
  })
})

describe('refuses', () => {
  test.each([
    ['nothing.md', 'b.md', 'move/no-such-source'],
    ['install.md', 'part.md', 'move/target-exists'],
    ['book.json', 'other.json', 'move/structure-file'],
    ['install.md', 'install.md', 'move/same-name'],
    ['install.md', 'part.md/install.md', 'move/target-exists'],
    ['install.md', 'guide/install', 'move/no-page-name'],
  ])('to move %s to %s', async (from, to, code) => {
    expect(await move(book, from, to)).toEqual({ names: [], texts: {}, codes: [code] })
  })

  test('to move the start page out of the content', async () => {
    const below = {
      'book.json': '{ "root": "docs" }',
      'docs/README.md': '# A\n',
      'docs/SUMMARY.md': '* [A](README.md)\n',
    }
    expect((await move(below, 'docs/README.md', 'README.md')).codes).toEqual([
      'move/structure-file',
    ])
    expect((await move(below, 'docs', 'manual')).codes).toEqual(['move/structure-file'])
  })

  test('what would break a link that it cannot write', async () => {
    const escaped = {
      ...book,
      'README.md': '# 书\n\n[y](topic/next&#46;md)\n',
    }
    const { names, codes } = await move(escaped, 'topic/next.md', 'topic/neu.md')
    expect({ names, codes }).toEqual({
      names: [],
      codes: ['links/missing-file', 'move/would-break'],
    })
  })

  test('what would lead a link to another file than now', async () => {
    const alternates = {
      'README.md': '# A\n',
      'SUMMARY.md': '* [A](README.md)\n* [X](a/x.md)\n* [Y](a/y.md)\n* [Y](b/y.md)\n',
      'a/x.md': '# X\n\n[y](y&#46;md)\n',
      'a/y.md': '# Y\n',
      'b/y.md': '# Other\n',
    }
    const { names, codes } = await move(alternates, 'a/x.md', 'b')
    expect({ names, codes }).toEqual({
      names: [],
      codes: ['move/leads-elsewhere', 'move/would-break'],
    })
  })

  test('a name that would give it another role', async () => {
    expect((await move(book, 'install.md', 'GLOSSARY.md')).codes).toEqual([
      'move/other-role',
      'move/would-break',
    ])
  })
})

describe('structure files', () => {
  test('keep their role under another name', async () => {
    const start = await move(book, 'README.md', 'start.md')
    expect(start.codes).toEqual([])
    expect(start.texts['book.json']).toContain('"structure": {\n    "readme": "start.md"\n  }')
    // It is still the index.html of the site.
    expect(start.texts['book.json']).not.toContain('redirects')
    // From a neighbor the same words lead to the same file.
    expect(start.texts['start.md']).toBeUndefined()
    const list = await move(book, 'SUMMARY.md', 'topic')
    expect(list.texts['topic/SUMMARY.md']).toContain('[书](../README.md)')
    expect(list.texts['book.json']).toContain('"summary": "topic/SUMMARY.md"')
  })

  test('of a start page keep the old addresses of its headings', async () => {
    const redirects = { 'README.md#a': 'README.md#书', '/x/': 'README.md' }
    const { texts, codes } = await move(
      { ...book, 'book.json': JSON.stringify({ redirects }) },
      'README.md',
      'docs/start.md',
    )
    expect(codes).toEqual([])
    expect(JSON.parse(texts['book.json'] ?? '')).toEqual({
      redirects: { '/x/': 'docs/start.md', 'docs/start.md#a': 'docs/start.md#书' },
      structure: { readme: 'docs/start.md' },
    })
  })

  test('of a glossary take a redirect with them', async () => {
    const { texts } = await move(
      { ...book, 'GLOSSARY.md': '# G\n\n## Term\n\nx\n', 'install.md': '[t](GLOSSARY.md#term)\n' },
      'GLOSSARY.md',
      'terms.md',
    )
    expect(texts['install.md']).toBe('[t](terms.md#term)\n')
    expect(texts['book.json']).toContain('"glossary": "terms.md"')
    expect(texts['book.json']).toContain('"GLOSSARY.md": "terms.md"')
  })
})

describe('languages', () => {
  const languages = {
    'LANGS.md': '* [English](en/)\n* [中文](zh/)\n',
    'en/README.md': '# A\n\n[zh](../zh/page.md)\n',
    'zh/README.md': '# 书\n\n[页](/page.md)\n',
    'zh/SUMMARY.md': '* [书](README.md)\n* [页](page.md)\n',
    'zh/page.md': '# 页\n',
  }

  test('keep their pages', async () => {
    expect((await move(languages, 'zh/page.md', 'page.md')).codes).toEqual(['move/leaves-language'])
    const inside = await move(languages, 'zh/page.md', 'zh/a/page.md')
    expect(inside.codes).toEqual([])
    expect(inside.texts['zh/README.md']).toBe('# 书\n\n[页](/a/page.md)\n')
  })

  test('move as a whole with their folder', async () => {
    const { names, texts, codes } = await move(languages, 'zh', 'langs/zh-hans')
    expect(codes).toEqual([])
    expect(names).toHaveLength(3)
    expect(texts['LANGS.md']).toBe('* [English](en/)\n* [中文](langs/zh-hans/)\n')
    expect(texts['en/README.md']).toContain('(../langs/zh-hans/page.md)')
    expect(texts['langs/zh-hans/README.md']).toBeUndefined()
    expect(JSON.parse(texts['book.json'] ?? '')).toEqual({
      redirects: {
        'zh/README.md': 'langs/zh-hans/README.md',
        'zh/page.md': 'langs/zh-hans/page.md',
      },
    })
  })

  test('keep their start page', async () => {
    expect((await move(languages, 'zh/README.md', 'zh/a.md')).codes).toEqual([
      'move/structure-file',
    ])
  })

  test('may be listed in a file of another name', async () => {
    const { texts } = await move(languages, 'LANGS.md', 'LANGUAGES.md')
    expect(JSON.parse(texts['book.json'] ?? '')).toEqual({ structure: { langs: 'LANGUAGES.md' } })
  })
})

describe('the configuration', () => {
  const config = {
    cover: 'images/a b.png',
    styles: { website: 'styles/a.css' },
    redirects: [
      { from: 'old.md', to: 'install.md#步骤' },
      { from: '/guide/', to: 'README.md' },
    ],
  }
  const named = {
    ...book,
    'book.json': JSON.stringify(config, null, 2),
    'styles/a.css': 'a { background: url("../images/a%20b.png") }',
  }

  test('names files by their new names, and leads old addresses on', async () => {
    const { texts } = await move(named, 'images', 'pictures')
    expect(JSON.parse(texts['book.json'] ?? '')).toEqual({ ...config, cover: 'pictures/a%20b.png' })
    expect(texts['styles/a.css']).toBe('a { background: url("../pictures/a%20b.png") }')
    const page = await move(named, 'install.md', 'setup.md')
    expect(JSON.parse(page.texts['book.json'] ?? '')).toEqual({
      ...config,
      redirects: [
        { from: 'old.md', to: 'setup.md#步骤' },
        { from: '/guide/', to: 'README.md' },
        { from: 'install.md', to: 'setup.md' },
      ],
    })
  })

  test('loses a redirect from where a page comes to be', async () => {
    const { texts, codes } = await move(named, 'install.md', 'guide/README.md')
    expect(codes).toEqual([])
    expect(JSON.parse(texts['book.json'] ?? '')).toMatchObject({
      redirects: [
        { from: 'old.md', to: 'guide/README.md#步骤' },
        { from: 'install.md', to: 'guide/README.md' },
      ],
    })
  })
})

test('keeps old places of a page that names them itself', async () => {
  const { texts } = await move(
    {
      'README.md': '# A\n\n[b](b.md)\n',
      'SUMMARY.md': '* [A](README.md)\n* [B](b.md)\n',
      'b.md': '---\r\nredirect_from: [older.md, /2019/b/]\r\n---\r\n# B\r\n',
    },
    'b.md',
    'deep/b.md',
  )
  expect(texts['deep/b.md']).toBe('---\r\nredirect_from: [../older.md, /2019/b/]\r\n---\r\n# B\r\n')
})

test('writes links in files that no build reads, and leaves code alone', async () => {
  const { texts } = await move(
    { ...book, 'drafts/new.md': '[安装](../install.md)\n\n```\n[x](../install.md)\n```\n' },
    'install.md',
    'setup.md',
  )
  expect(texts['drafts/new.md']).toBe('[安装](../setup.md)\n\n```\n[x](../install.md)\n```\n')
})

test('carries the images of an AsciiDoc page along', async () => {
  const { texts } = await move(
    {
      'README.md': '# A\n',
      'SUMMARY.md': '* [A](README.md)\n* [B](b.adoc)\n',
      'b.adoc':
        '= B\n:imagesdir: pictures\n\nimage::x.png[X]\n\nAnd image:x.png[Y] in a line: xref:README.md[A]\n',
      'pictures/x.png': 'x',
    },
    'b.adoc',
    'deep/b.adoc',
  )
  expect(texts['deep/b.adoc']).toContain(':imagesdir: ../pictures\n\nimage::x.png[X]')
})

test('writes references of AsciiDoc without an extension anew, and leaves it out', async () => {
  const written =
    '<<b#own>> <<b#own,words>> <<b.adoc#own>> <<b#>> <<b#,B>> xref:b#own[B] xref:b.adoc[] xref:b.adoc#own[b]'
  const { texts } = await move(
    {
      'README.md': '# A\n',
      'SUMMARY.md': '* [A](README.md)\n* [B](b.adoc)\n* [C](c.adoc)\n* [D](deep/d.adoc)\n',
      'b.adoc': '= B\n\n[[own]]\n== Own\n\nA c is no reference, <<c#>> is one.\n',
      'c.adoc': `= C\n\n${written}\n`,
      'deep/d.adoc': '= D\n\n<<../b#own>>\n',
    },
    'b.adoc',
    'deep/bed.adoc',
  )
  expect(texts['c.adoc']).toBe(
    '= C\n\n<<deep/bed#own>> <<deep/bed#own,words>> <<deep/bed.adoc#own>> <<deep/bed#>> <<deep/bed#,B>> xref:deep/bed#own[B] xref:deep/bed.adoc[] xref:deep/bed.adoc#own[b]\n',
  )
  expect(texts['deep/bed.adoc']).toContain('A c is no reference, <<../c#>> is one.')
  expect(texts['deep/d.adoc']).toContain('<<bed#own>>')
})
