import { describe, expect, test } from 'vitest'
import { checkBook } from '../../src/check/check.ts'
import { planMove } from '../../src/check/move/plan.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import type { Contents } from '../support/build-book.ts'

/** What a move makes of a book: the changed files by their new names, and the codes of problems. */
async function move(
  contents: Contents,
  from: string,
  to: string,
): Promise<{ names: readonly string[]; texts: Record<string, string>; codes: readonly string[] }> {
  const files = memoryFiles(contents)
  const { changes, diagnostics } = planMove(await checkBook({ files }), files, from, to)
  return {
    names: changes.filter((one) => one.from !== one.to).map((one) => `${one.from} > ${one.to}`),
    texts: Object.fromEntries(
      changes.flatMap((one) => (one.content === undefined ? [] : [[one.to, one.content]])),
    ),
    codes: diagnostics.map(({ code }) => code),
  }
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
    ['README.md', 'start.md', 'move/structure-file'],
    ['SUMMARY.md', 'topic', 'move/structure-file'],
  ])('to move %s to %s', async (from, to, code) => {
    expect(await move(book, from, to)).toEqual({ names: [], texts: {}, codes: [code] })
  })

  test('to move a page out of its language', async () => {
    const languages = {
      'LANGS.md': '* [English](en/)\n* [中文](zh/)\n',
      'en/README.md': '# A\n',
      'zh/README.md': '# 书\n',
      'zh/SUMMARY.md': '* [书](README.md)\n* [页](page.md)\n',
      'zh/page.md': '# 页\n',
    }
    expect((await move(languages, 'zh/page.md', 'page.md')).codes).toEqual(['move/leaves-language'])
    expect((await move(languages, 'zh/page.md', 'zh/a/page.md')).codes).toEqual([])
  })
})

test('carries the images of an AsciiDoc page along', async () => {
  const { texts } = await move(
    {
      'README.md': '# A\n',
      'SUMMARY.md': '* [A](README.md)\n* [B](b.adoc)\n',
      'b.adoc': '= B\n:imagesdir: pictures\n\nimage::x.png[X]\n\nxref:README.md[A]\n',
      'pictures/x.png': 'x',
    },
    'b.adoc',
    'deep/b.adoc',
  )
  expect(texts['deep/b.adoc']).toContain(':imagesdir: ../pictures\n\nimage::x.png[X]')
})
