// The ten plugins of the book that handbook was first written for, listed as it lists them, two of them with their
// settings at the wrong level.
import { beforeAll, describe, expect, test } from 'vitest'
import { memoryFiles } from '../../src/files/memory.ts'
import { build } from '../../src/pipeline/build.ts'
import type { Built } from '../../src/pipeline/built.ts'
import { english } from '../support/english.ts'
import { type Contents, buildBook, codes, content, page } from '../support/build-book.ts'

const CONFIG = {
  title: 'Beds',
  language: 'zh-cn',
  plugins: [
    'github',
    'codesnippet',
    'splitter',
    'page-toc-button',
    'image-captions',
    'page-footer-ex',
    'editlink',
    '-lunr',
    '-search',
    'search-plus',
  ],
  pluginsConfig: {
    github: { url: 'https://github.com/example/beds' },
    editlink: { base: 'https://github.com/example/beds/blob/main/', label: '编辑本页' },
  },
  'page-footer-ex': {
    copyright: 'Li Lei',
    update_label: '最后更新：',
    update_format: 'YYYY-MM-DD HH:mm:ss',
  },
  'image-captions': { caption: '图片 - _CAPTION_' },
}

const BOOK: Contents = {
  'book.json': JSON.stringify(CONFIG, null, 1),
  'README.md': '# 花园\n\n一句话。\n',
  'SUMMARY.md': '* [花园](README.md)\n* [池塘](a/pond.md)\n',
  'a/pond.md':
    '# 池塘\n\n## 水\n\n### 深\n\n#### 更深\n\n## 鱼\n\n![平面图](p.png)\n\n{% codesnippet "./a.js", lines="2:3" %}{% endcodesnippet %}\n\n关键词水草。\n',
  'a/p.png': '',
  'a/a.js': 'one\n<two>\nthree\nfour\n',
}

let built: Built
beforeAll(async () => {
  const dates = new Map([['a/pond.md', '2026-03-01T04:05:06Z']]) as never
  built = await build({ files: memoryFiles(BOOK), dates })
})

describe('the ten', () => {
  test('github: a link to the repository in the bar', () => {
    expect(page(built, 'a/pond.html')).toContain(
      '<a class="icon-button source-button" href="https://github.com/example/beds">',
    )
  })

  test('codesnippet: lines of a file, escaped', () => {
    expect(content(built, 'a/pond.html')).toMatch(/&lt;two&gt;|&lt;<span[^>]*>two|<span[^>]*>&lt;/)
    expect(content(built, 'a/pond.html')).not.toContain('four')
  })

  test('splitter: the sidebar has a grip', () => {
    expect(page(built, 'a/pond.html')).toContain('class="grip" role="separator"')
  })

  test('page-toc-button: headings down to the third level, and no list for one of them', () => {
    const [, list = ''] =
      /<nav class="page-toc"([^]*?)<\/nav>/.exec(page(built, 'a/pond.html')) ?? []
    expect([...list.matchAll(/href="#([^"]*)"/g)].map(([, id]) => decodeURI(id!))).toEqual([
      '水',
      '深',
      '鱼',
    ])
    expect(page(built, 'index.html')).not.toContain('class="page-toc"')
  })

  test('image-captions: the caption by its template', () => {
    expect(content(built, 'a/pond.html')).toContain('<figcaption>图片 - 平面图</figcaption>')
    expect(content(built, 'a/pond.html')).toContain('<figure id="fig1.2.1">')
  })

  test('page-footer-ex: the copyright, and the day of the last change in its format', () => {
    expect(page(built, 'a/pond.html')).toContain('<footer class="book-footer">Li Lei</footer>')
    expect(page(built, 'a/pond.html')).toContain(
      '<span>最后更新 <time datetime="2026-03-01">2026-03-01 04:05:06</time></span>',
    )
  })

  test('editlink: the link with its label', () => {
    expect(page(built, 'a/pond.html')).toContain(
      '<a href="https://github.com/example/beds/blob/main/a/pond.md">编辑本页</a>',
    )
  })

  test('-lunr, -search, search-plus: readers can search', () => {
    expect(page(built, 'a/pond.html')).toContain('class="search-button"')
    const index = [...built.outputs].filter(([path]) => path.startsWith('handbook/search/'))
    expect(index.length).toBeGreaterThan(0)
  })
})

test('settings at the wrong level are honored, and the right form is shown', () => {
  const misplaced = built.diagnostics.filter(
    ({ code }) => code === 'config/misplaced-plugin-settings',
  )
  expect(misplaced.map(({ at }) => at?.start?.line)).toHaveLength(2)
  expect(misplaced.map((one) => english(one).hint).join('\n')).toContain('"pluginsConfig": {')
})

test('nothing else is to be said of these plugins', () => {
  expect(codes(built).filter((one) => one.startsWith('plugins/'))).toEqual([])
})

test('a book of plugins of the house alone warns once for each', async () => {
  const book = {
    'README.md': '# A',
    'book.json': '{"plugins": ["a", "b@git+https://x.org/b.git", "-c"]}',
  }
  expect(codes(await buildBook(book))).toEqual([
    'plugins/unsupported book.json:1:14',
    'plugins/unsupported book.json:1:19',
  ])
})
