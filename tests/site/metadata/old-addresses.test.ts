// Where GitBook.com published the pages of a book, and that whoever comes there arrives.
import { parse } from 'node-html-parser'
import { describe, expect, test } from 'vitest'
import { memoryFiles } from '../../../src/files/memory.ts'
import { build } from '../../../src/pipeline/build.ts'
import { type Contents, buildBook, codes } from '../../support/build-book.ts'
import { text } from './site.ts'

const yaml = { '.gitbook.yaml': 'root: ./\n' }

/** Every old address that leads on, with where to. */
async function movedIn(contents: Contents): Promise<Readonly<Record<string, string>>> {
  const built = await build({ files: memoryFiles(contents) })
  const map = JSON.parse(text(built, 'handbook/redirects.json') ?? '{}') as Record<string, string>
  for (const [from, to] of Object.entries(map)) {
    const page = text(built, from.slice(1).replace(/(^|\/)$/, '$1index.html'))
    const href =
      parse(page ?? '')
        .querySelector('a')
        ?.getAttribute('href') ?? ''
    const { pathname } = new URL(href, `https://book.test${from}`)
    expect(pathname.replace(/\/index\.html$/, '/')).toBe(to)
  }
  return map
}

/** A book of GitBook.com with a page for each name, and this table of contents. */
function book(summary: string, names: readonly string[], more: Contents = {}): Contents {
  const pages = names.map((name) => [name, `# ${name}\n`])
  return {
    ...yaml,
    'README.md': '# Home\n',
    'SUMMARY.md': `# Table of contents\n\n${summary}`,
    ...Object.fromEntries(pages),
    ...more,
  } as Contents
}

/** A space of `docs.yaml`. */
function space(path: string, directory: string, first = false): string {
  return `{ type: space, path: ${path}, default: ${first}, content: { directory: ./${directory} } }`
}

/** A language of a book. */
const language = (folder: string): Contents => ({
  [`${folder}/SUMMARY.md`]: '# Table of contents\n\n* [Start](README.md)\n* [A](x/a.md)\n',
  [`${folder}/README.md`]: '# Start\n',
  [`${folder}/x/a.md`]: '# A\n',
})

test('of a language among several is that of a variant, too', async () => {
  const map = await movedIn({ ...language('en'), ...language('zh_CN') })
  expect(map).toMatchObject({
    '/v/zh-hans/': '/zh_CN/',
    '/v/zh-hans/a/': '/zh_CN/x/a.html',
    '/v/zh_cn/a/': '/zh_CN/x/a.html',
    '/v/en/a/': '/en/x/a.html',
    '/zh_CN/a/': '/zh_CN/x/a.html',
  })
})

describe('an old address', () => {
  test('is made of the group, the pages above and the name of the file', async () => {
    const summary =
      '* [Home](README.md)\n\n## API Guides\n\n* [Cart](checkout/cart/README.md)\n  * [Pay](pay.md)\n    * [Later](x/later.md)\n'
    const names = ['checkout/cart/README.md', 'pay.md', 'x/later.md']
    expect(await movedIn(book(summary, names))).toEqual({
      '/api-guides/cart/': '/checkout/cart/',
      '/api-guides/cart/pay/': '/pay.html',
      '/api-guides/cart/pay/later/': '/x/later.html',
      '/readme/': '/',
    })
  })

  test('has the id that a group was given', async () => {
    const summary =
      '* [Home](README.md)\n\n## The API <a href="#api" id="api"></a>\n\n* [A](a.md)\n'
    expect(await movedIn(book(summary, ['a.md']))).toEqual({
      '/api/a/': '/a.html',
      '/readme/': '/',
    })
  })

  test('has the words of a label, and nothing of a link', async () => {
    const summary =
      '* [Home](README.md)\n* Deep & dark\n  * [A](a.md)\n* [Web](https://example.org/)\n  * [B](b.md)\n'
    expect(await movedIn(book(summary, ['a.md', 'b.md']))).toEqual({
      '/deep-and-dark/a/': '/a.html',
      '/readme/': '/',
    })
  })

  test('is numbered where pages of one name stand side by side', async () => {
    const summary =
      '* [Home](README.md)\n* [A](x/overview.md)\n* [B](y/overview.md)\n* [C](z/overview.md)\n'
    const names = ['x/overview.md', 'y/overview.md', 'z/overview.md']
    expect(await movedIn(book(summary, names))).toEqual({
      '/overview-1/': '/y/overview.html',
      '/overview-2/': '/z/overview.html',
      '/overview/': '/x/overview.html',
      '/readme/': '/',
    })
  })

  test('is in small letters, without signs and spaces', async () => {
    const summary = '* [Home](README.md)\n* [A](<undefined (1).md>)\n* [B](Set_Up.v2.md)\n'
    expect(await movedIn(book(summary, ['undefined (1).md', 'Set_Up.v2.md']))).toEqual({
      '/readme/': '/',
      '/undefined-1/': '/undefined%20(1).html',
    })
  })

  test('gives way to pages, files and redirects that are there', async () => {
    const summary =
      '* [Home](README.md)\n* [G](g.md)\n  * [A](x/a.md)\n  * [B](x/b.md)\n  * [C](x/c.md)\n  * [D](x/d.md)\n'
    const names = ['g.md', 'g/a.md', 'G/B/README.md', 'x/a.md', 'x/b.md', 'x/c.md', 'x/d.md']
    const more = {
      'g/c': 'a file',
      'g/a.md': '# other\n',
      '.gitbook.yaml': 'redirects:\n  g/d: g.md\n  readme: g.md\n',
    }
    const contents = book(`${summary}* [O](g/a.md)\n* [P](G/B/README.md)\n`, names, more)
    const moved = await movedIn(contents)
    expect(moved).toMatchObject({ '/g/d/': '/g.html', '/readme/': '/g.html' })
    for (const taken of ['/g/a/', '/g/b/', '/g/c/']) expect(moved).not.toHaveProperty([taken])
  })

  test('is never a name that leads out of its folder or that disks refuse', async () => {
    const long = '很'.repeat(100)
    const summary = `* [Home](README.md)\n\n## ..\n\n* [A](a.md)\n\n## ${long}\n\n* [B](b.md)\n`
    expect(await movedIn(book(summary, ['a.md', 'b.md']))).toEqual({
      '/readme/': '/',
      [`/${'hen-'.repeat(25)}/b/`]: '/b.html',
    })
  })

  test('is followed by the redirects of the book', async () => {
    const redirects = { '.gitbook.yaml': 'redirects:\n  older: guides/a\n' }
    const summary = '* [Home](README.md)\n\n## Guides\n\n* [A](a.md)\n'
    expect(await movedIn(book(summary, ['a.md'], redirects))).toMatchObject({
      '/guides/a/': '/a.html',
      '/older/': '/a.html',
    })
  })

  test('begins with the section and the variant of docs.yaml, unless they come first', async () => {
    const contents = {
      'docs.yaml': `site:\n  structure:\n    - { type: section, path: start, default: true, children: [${space('v2', 'a', true)}, ${space('v1', 'b')}] }\n    - { type: section, path: api, children: [${space('v2', 'c', true)}, ${space('V1', 'd')}] }\n`,
      ...Object.fromEntries(
        ['a', 'b', 'c', 'd'].flatMap((folder) => [
          [`${folder}/README.md`, `# ${folder}\n`],
          [`${folder}/page.md`, '# Page\n'],
          [`${folder}/SUMMARY.md`, '# Table of contents\n\n* [R](README.md)\n* [P](page.md)\n'],
        ]),
      ),
    }
    expect(await movedIn(contents)).toEqual({
      '/': '/a/',
      '/api/': '/c/',
      '/api/page/': '/c/page.html',
      '/api/readme/': '/c/',
      '/api/v1/': '/d/',
      '/api/v1/page/': '/d/page.html',
      '/api/v1/readme/': '/d/',
      '/page/': '/a/page.html',
      '/readme/': '/a/',
      '/v1/': '/b/',
      '/v1/page/': '/b/page.html',
      '/v1/readme/': '/b/',
    })
  })

  test('is that of the first book where two were at one place', async () => {
    const contents = {
      'docs.yaml': `site:\n  structure: [${space('x', 'a', true)}, ${space('y', 'b', true)}]\n`,
      'a/README.md': '# A\n',
      'a/SUMMARY.md': '# Table of contents\n\n* [A](README.md)\n',
      'b/README.md': '# B\n',
      'b/SUMMARY.md': '# Table of contents\n\n* [B](README.md)\n',
    }
    expect(await movedIn(contents)).toEqual({ '/': '/a/', '/readme/': '/a/' })
  })

  test('is made in books of GitBook.com only, and not where a book says so', async () => {
    const summary = '* [Home](README.md)\n\n## Guides\n\n* [A](a.md)\n'
    const contents = book(summary, ['a.md'])
    for (const settings of [{ dialect: 'gitbook' }, { oldAddresses: false }])
      expect(
        // oxlint-disable-next-line no-await-in-loop -- two small books
        await movedIn({ ...contents, 'book.json': JSON.stringify(settings) }),
      ).toEqual({})
  })

  test('has a line for hosts that read them', async () => {
    const contents = book('* [Home](README.md)\n\n## Guides\n\n* [A](a.md)\n', ['a.md'])
    const built = await buildBook({ ...contents, 'book.json': '{ "hosting": "cloudflare" }' })
    expect(codes(built)).toEqual([])
    expect(text(built, '_redirects')).toContain('/guides/a /a.html 301\n')
  })
})

test('names in other scripts have addresses in Latin letters, too', async () => {
  const moved = await movedIn(
    book(
      '* [Home](README.md)\n\n## 快速开始\n\n* [架构](架构/概览.md)\n* [x](plain.md)\n\n## Справка\n\n* [y](other.md)\n',
      ['架构/概览.md', 'plain.md', 'other.md'],
    ),
  )
  expect(moved).toMatchObject({
    '/kuai-su-kai-shi/gai-lan/': encodeURI('/架构/概览.html'),
    '/kuai-su-kai-shi/plain/': '/plain.html',
    '/spravka/other/': '/other.html',
  })
})

/** A site of two spaces, of which the first may open at its top. */
function siteOf(path: string, first: boolean): Contents {
  return {
    'docs.yaml': `site:\n  structure:\n    - ${space('guide', 'guide', first)}\n    - ${space(path, 'api')}\n`,
    ...language('guide'),
    ...language('api'),
  }
}

test('the top of a site leads to the space that opens there, and to a choice where none does', async () => {
  expect(await movedIn(siteOf('api', true))).toMatchObject({ '/': '/guide/' })
  const chosen = await buildBook(siteOf('api', false))
  expect(text(chosen, 'index.html')).toContain('href="guide/index.html"')
  expect(codes(chosen)).toEqual(['book/recognized'])
})
