import { describe, expect, it } from 'vitest'
import { type LoadOptions, loadBook } from '../../src/book/load.ts'
import { outputPathOf } from '../../src/book/output.ts'
import type { Book } from '../../src/core/book.ts'
import type { BookPath } from '../../src/core/path.ts'
import { memoryFiles } from '../../src/files/memory.ts'

async function load(
  files: Record<string, string>,
  options?: LoadOptions,
): Promise<{ book: Book | undefined; problems: string[] }> {
  const { value, diagnostics } = await loadBook(memoryFiles(files), options)
  const problems = diagnostics.map(
    ({ code, at }) => `${at?.file ?? ''}:${at?.start?.line ?? 0} ${code}`,
  )
  return { book: value, problems }
}

describe('a book in one language', () => {
  it('has its pages in reading order, each once', async () => {
    const { book, problems } = await load({
      'SUMMARY.md': '* [B](b.md)\n  * [A](a.md#x)\n* [A](a.md)\n* [H](README.md)\n* [X](x.pdf)\n',
      'README.md': '# H',
      'GLOSSARY.md': '## T\n\nText',
      'a.md': '',
      'b.md': '',
      'extra.md': '',
      'x.pdf': '',
      'book.json': '{"title": "T"}',
      'book.js.txt': '',
    })
    expect(problems).toEqual([])
    expect(book?.multilingual).toBe(false)
    expect(book?.spaces).toMatchObject([
      {
        id: '',
        name: '',
        root: '',
        readme: 'README.md',
        summaryFile: 'SUMMARY.md',
        glossaryFile: 'GLOSSARY.md',
        pages: ['README.md', 'b.md', 'a.md', 'GLOSSARY.md'],
        glossary: [{ id: 't', name: 'T', description: 'Text' }],
      },
    ])
    expect(book?.assets).toEqual(['book.js.txt', 'extra.md', 'x.pdf'])
  })

  it('needs nothing but a start page', async () => {
    const { book, problems } = await load(
      { 'readme.markdown': '', 'a.txt': '' },
      { introduction: (language) => `Start (${language})` },
    )
    expect(problems).toEqual([])
    expect(book?.spaces[0]?.parts).toMatchObject([
      {
        title: '',
        chapters: [{ title: 'Start (undefined)', level: '1.1', path: 'readme.markdown' }],
      },
    ])
    expect(book?.spaces[0]?.pages).toEqual(['readme.markdown'])
    expect(book?.assets).toEqual(['a.txt'])
  })

  it('finds its files in another case and with another extension', async () => {
    const { book } = await load({
      'Readme.md': '',
      'summary.adoc': '. link:a.adoc[A]',
      'Glossary.asciidoc': '',
      'a.adoc': '',
      'book.json': '{"structure": {"summary": "SUMMARY.md"}}',
    })
    expect(book?.spaces[0]).toMatchObject({
      readme: 'Readme.md',
      summaryFile: 'summary.adoc',
      glossaryFile: 'Glossary.asciidoc',
      pages: ['Readme.md', 'a.adoc', 'Glossary.asciidoc'],
    })
  })

  it('prefers Markdown, and the exact case', async () => {
    const { book } = await load({ 'README.adoc': '', 'readme.md': '', 'README.md': '' })
    expect(book?.spaces[0]?.readme).toBe('README.md')
    expect(book?.assets).toEqual(['README.adoc', 'readme.md'])
  })

  it('takes other names from the configuration, folders and Chinese included', async () => {
    const { book, problems } = await load({
      'book.json':
        '{"structure": {"readme": "前言/序1.md", "summary": "目录.md", "glossary": "./TERMS.md"}}',
      '前言/序1.md': '',
      '目录.md': '* [序](前言/序1.md)\n* [A](a.md)',
      'TERMS.md': '',
      'a.md': '',
    })
    expect(problems).toEqual([])
    expect(book?.spaces[0]).toMatchObject({
      readme: '前言/序1.md',
      summaryFile: '目录.md',
      glossaryFile: 'TERMS.md',
      pages: ['前言/序1.md', 'a.md', 'TERMS.md'],
    })
  })

  it('reads below its root and publishes nothing else, but pages that chapters name', async () => {
    const { book, problems } = await load({
      'book.json': '{"root": "./docs"}',
      'README.md': 'of the repository',
      LICENSE: '',
      'NEWS.md': '',
      'src/x.ts': '',
      'docs/README.md': '',
      'docs/SUMMARY.md': '* [A](a.md)\n* [O](../README.md)\n* [L](../LICENSE)',
      'docs/a.md': '',
      'docs/i.png': '',
    })
    expect(problems).toEqual(['docs/SUMMARY.md:3 summary/outside-book'])
    expect(book).toMatchObject({ root: 'docs/', assets: ['docs/i.png'], displaced: {} })
    expect(book?.spaces[0]).toMatchObject({
      root: 'docs/',
      pages: ['docs/README.md', 'docs/a.md', 'README.md'],
    })
    expect(book && outputPathOf('README.md' as BookPath, book)).toBe('README.html')
  })

  it.each([
    ['', ['README.md', 'docs/a.md']],
    ['* [Top](../README.md)\n', ['README.md', 'docs/a.md']],
    ['* [First](a.md)\n* [Top](../README.md)\n', ['README.md', 'docs/a.md']],
  ])('begins with a page above its root that the configuration names: %j', async (above, pages) => {
    const { book, problems } = await load({
      '.gitbook.yaml': 'root: ./docs/\nstructure:\n  readme: ../README.md\n',
      'README.md': '[A](docs/a.md)',
      'NEWS.md': '',
      'docs/SUMMARY.md': `${above}* [A](a.md)\n`,
      'docs/a.md': '[up](../README.md)',
    })
    expect(problems).toEqual([])
    expect(book?.spaces[0]).toMatchObject({ root: 'docs/', readme: 'README.md', pages })
    expect(book && outputPathOf('README.md' as BookPath, book)).toBe('index.html')
  })

  it.each([
    'root: ./docs/\nstructure:\n\treadme: a.md\n',
    'structure:\n\treadme: a.md\nroot: ./docs/\n  x: y\n',
    'title: My: book\nroot: ./docs/\nstructure:\n  readme: a.md\n',
  ])('is found by what can be read of a broken configuration: %j', async (yaml) => {
    const { book, problems } = await load({
      '.gitbook.yaml': yaml,
      'README.md': '# Not this',
      'docs/SUMMARY.md': '* [A](a.md)\n* [B](b.md)\n',
      'docs/a.md': '',
      'docs/b.md': '',
    })
    expect(problems).toEqual([expect.stringMatching(/^\.gitbook\.yaml:\d config\/invalid-yaml$/)])
    expect(book?.spaces[0]).toMatchObject({ root: 'docs/', readme: 'docs/a.md' })
  })

  it('publishes the pictures above its root that a page there shows, and no others', async () => {
    const { book } = await load({
      '.gitbook.yaml': 'root: ./docs/\nstructure:\n  readme: ../README.md\n',
      'README.md': '![Logo](./art/the%20logo.png) <img src="art/标.svg"> [L](LICENSE) `x.ts`',
      LICENSE: '',
      'x.ts': '',
      'art/the logo.png': '',
      'art/标.svg': '',
      'art/other.png': '',
      'docs/SUMMARY.md': '* [A](a.md)\n',
      'docs/a.md': '![o](../art/other.png)',
      'docs/i.png': '',
    })
    expect(book?.assets.toSorted()).toEqual(['art/the logo.png', 'art/标.svg', 'docs/i.png'])
  })

  it.each(['../README.md', '../../README.md'])(
    'a start page outside of the book: %s',
    async (to) => {
      const { book, problems } = await load({
        '.gitbook.yaml': `structure:\n  readme: ${to}\n`,
        'SUMMARY.md': '* [A](a.md)\n',
        'a.md': '',
      })
      expect(problems).toEqual(['.gitbook.yaml:2 book/other-start-page'])
      expect(book?.spaces[0]).toMatchObject({ readme: 'a.md' })
    },
  )

  it('gives the same for the same files', async () => {
    const files = { 'README.md': '', 'SUMMARY.md': '* [X](gone.md)\n* [A](a.md)', 'a.md': '' }
    expect(await load(files)).toEqual(await load(files))
  })

  it('is plain data', async () => {
    const { book } = await load({ 'README.md': '', 'SUMMARY.md': '* [H](README.md)' })
    expect(structuredClone(book)).toEqual(book)
    expect(JSON.parse(JSON.stringify(book))).toEqual(book)
  })
})

describe('mistakes', () => {
  it('leave no book when there is no page at all', async () => {
    expect(await load({ 'a.md': '' })).toEqual({ book: undefined, problems: [':0 book/no-readme'] })
    expect(await load({})).toEqual({ book: undefined, problems: [':0 book/no-readme'] })
  })

  it('let the first page stand in for the start page', async () => {
    const { book, problems } = await load({
      'SUMMARY.md': '* D\n* [A](a.md)\n* [X](gone.md)',
      'a.md': '',
    })
    expect(problems).toEqual([':0 book/other-start-page', 'SUMMARY.md:3 summary/missing-page'])
    expect(book?.spaces[0]?.readme).toBe('a.md')
  })

  it('leave no book when the configuration is broken', async () => {
    expect(await load({ 'book.json': '{', 'README.md': '' })).toEqual({
      book: undefined,
      problems: ['book.json:1 config/invalid-json'],
    })
  })

  it('name the file that the configuration promises', async () => {
    const { problems } = await load({
      'book.json': '{"structure": {\n"summary": "TOC.md"}}',
      'README.md': '',
    })
    expect(problems).toEqual(['book.json:2 book/missing-structure-file'])
    expect((await load({ 'book.json': '{"structure": {\n"readme": "x.md"}}' })).problems).toEqual([
      'book.json:2 book/no-readme',
    ])
  })

  it('keep a root outside of the book from being read', async () => {
    const { book, problems } = await load({ 'book.json': '{"root": "../x"}', 'README.md': '' })
    expect(problems).toEqual(['book.json:1 config/root-outside'])
    expect(book?.root).toBe('')
  })

  it.each([
    ['.gitbook.yaml', './documents/', '', ''],
    ['.gitbook.yaml', 'docs/README.md', '', ''],
    ['.gitbook.yaml', '"docs,"', '', ''],
    ['docs/.gitbook.yaml', './docs/', 'docs/', 'docs/'],
    ['docs/.gitbook.yaml', 'docs', 'docs/', 'docs/'],
    ['docs/.gitbook.yaml', './text', 'docs/', 'docs/'],
    ['docs/.gitbook.yaml', 'docs/inner', 'docs/inner/', 'docs/inner/'],
    ['docs/.gitbook.yaml', 'inner', 'docs/inner/', 'docs/inner/'],
  ])('reads a book whose %s has the root %s', async (file, root, at, expected) => {
    const { book, problems } = await load({
      [file]: `root: ${root}\n`,
      [`${at}README.md`]: '',
      [`${at}SUMMARY.md`]: '* [A](a.md)\n',
      [`${at}a.md`]: '',
    })
    const isMissing =
      expected === file.slice(0, -'.gitbook.yaml'.length) && !/^(?:\.\/)?docs\/?$/.test(root)
    expect(problems.filter((one) => !one.endsWith(' book/recognized'))).toEqual(
      isMissing ? [`${file}:1 config/missing-root`] : [],
    )
    expect(book?.root).toBe(expected)
    expect(book?.spaces[0]?.pages).toEqual([`${expected}README.md`, `${expected}a.md`])
  })
})

describe('a book in several languages', () => {
  const FILES = {
    'LANGS.md': '* [English](en)\n* [中文](i18n/zh)\n',
    'README.md': 'of the repository',
    'SUMMARY.md': 'unused',
    'logo.png': '',
    'book.json':
      '{"title": "T", "author": "A", "structure": {"glossary": "TERMS.md"}, "plugins": ["anchors"], "variables": {"a": 1, "b": 1}}',
    'en/README.md': '',
    'en/SUMMARY.md': '* [H](README.md)\n* [A](a.md)\n* [Z](../i18n/zh/README.md)',
    'en/a.md': '',
    'en/i.png': '',
    'en/TERMS.md': '## T\n\nx',
    'i18n/zh/README.md': '',
    'i18n/zh/book.json': '{"title": "手册", "language": "zh-hant", "variables": {"b": 2}}',
  }

  it('is a book for each of them', async () => {
    const { book, problems } = await load(FILES, { introduction: (language) => `${language}` })
    expect(problems).toEqual([])
    expect(book?.multilingual).toBe(true)
    expect(book?.spaces).toMatchObject([
      {
        id: 'en',
        name: 'English',
        root: 'en/',
        readme: 'en/README.md',
        pages: ['en/README.md', 'en/a.md', 'en/TERMS.md'],
        config: { title: 'T', author: 'A', language: 'en', plugins: [{ name: 'anchors' }] },
      },
      {
        id: 'zh',
        name: '中文',
        root: 'i18n/zh/',
        pages: ['i18n/zh/README.md'],
        config: {
          title: '手册',
          author: 'A',
          language: 'zh-hant',
          plugins: [{ name: 'anchors' }],
          variables: { a: 1, b: 2 },
        },
      },
    ])
    expect(book?.spaces[1]?.parts[0]?.chapters[0]?.title).toBe('zh-hant')
    expect(book?.assets).toEqual(['en/i.png', 'logo.png'])
  })

  it('may link from one table of contents into another language', async () => {
    const { book } = await load(FILES)
    expect(book?.spaces[0]?.parts[0]?.chapters[2]).toMatchObject({
      kind: 'page',
      path: 'i18n/zh/README.md',
    })
  })

  it('works below a content root', async () => {
    const files = Object.fromEntries(
      Object.entries(FILES).map(([name, text]) => [
        name === 'book.json' ? name : `src/${name}`,
        text,
      ]),
    )
    const { book, problems } = await load({ ...files, 'book.json': '{"root": "src"}' })
    expect(problems).toEqual([])
    expect(book?.root).toBe('src/')
    expect(book?.spaces.map(({ root }) => root)).toEqual(['src/en/', 'src/i18n/zh/'])
    expect(book?.assets).toEqual(['src/en/TERMS.md', 'src/en/i.png', 'src/logo.png'])
  })

  it('lets a language have a root of its own', async () => {
    const { book } = await load({
      'LANGS.md': '* [English](en)',
      'en/book.json': '{"root": "text"}',
      'en/text/README.md': '',
    })
    expect(book?.spaces[0]).toMatchObject({ root: 'en/text/', readme: 'en/text/README.md' })
  })

  it('leaves out a language without pages and says so where it is listed', async () => {
    const { book, problems } = await load({
      'LANGS.md': '* [English](en)\n* [Français](fr)',
      'en/README.md': '',
      'fr/a.md': '',
    })
    expect(problems).toEqual(['LANGS.md:2 languages/no-pages'])
    expect(book?.spaces.map(({ id }) => id)).toEqual(['en'])
  })

  it('begins a language without start page with its first chapter', async () => {
    const { book, problems } = await load({
      'LANGS.md': '* [English](en)\n* [Русский](ru)\n* [中文](zh)',
      'en/README.md': '',
      'ru/SUMMARY.md': '* [English](../en/README.md)\n* Черновик\n* [А](a.md)\n* [Б](b.md)',
      'ru/a.md': '',
      'ru/b.md': '',
      'zh/SUMMARY.md': '* 草稿',
    })
    expect(problems).toEqual(['LANGS.md:2 book/other-start-page', 'LANGS.md:3 languages/no-pages'])
    expect(book?.spaces.map(({ id, readme }) => [id, readme])).toEqual([
      ['en', 'en/README.md'],
      ['ru', 'ru/a.md'],
    ])
  })

  it('is no book when no language has a page', async () => {
    const { book, problems } = await load({ 'LANGS.md': '* [Français](fr)', 'fr/a.md': '' })
    expect(problems).toEqual(['LANGS.md:1 languages/no-pages', ':0 book/no-readme'])
    expect(book).toBeUndefined()
  })

  it('reports mistakes in the configuration of a language once, in its file', async () => {
    const { problems } = await load({
      ...FILES,
      'book.json': '{"titel": 1}',
      'en/book.json': '{"author": 1}',
    })
    expect(problems).toEqual(['book.json:1 config/unknown-key', 'en/book.json:1 config/wrong-type'])
  })

  it('is a book in one language when the list has none', async () => {
    const { book, problems } = await load({ 'LANGS.md': '# Languages', 'README.md': '' })
    expect(problems).toEqual(['LANGS.md:0 languages/none'])
    expect(book?.multilingual).toBe(false)
    expect(book?.assets).toEqual([])
  })
})

it('layouts of the book are no part of the site', async () => {
  const { value } = await loadBook(
    memoryFiles({ 'README.md': '', '_layouts/partials/footer.hbs': '', 'en/_layouts/x.hbs': '' }),
  )
  expect(value?.assets).toEqual([])
})
