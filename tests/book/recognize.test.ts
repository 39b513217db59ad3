// What a repository is taken for, without a switch: its files say it.
import { describe, expect, test } from 'vitest'
import type { Built } from '../../src/pipeline/built.ts'
import { type Contents, buildBook, codes, content, page, site } from '../support/build-book.ts'
import { english } from '../support/english.ts'

const said = (built: Built): readonly string[] =>
  built.diagnostics
    .filter(({ code }) => code === 'book/recognized')
    .map((diagnostic) => english(diagnostic).message)

const spaces = (built: Built): readonly (readonly string[])[] =>
  (built.book?.spaces ?? []).map(({ id, name, root, config }) => [
    id,
    name,
    root,
    config.language ?? '',
    config.title ?? '',
  ])

const htmlOf = (built: Built): readonly string[] =>
  Object.keys(site(built)).filter(
    (path) => path.endsWith('.html') && !path.includes('handbook/') && path !== '404.html',
  )

function bookIn(folder: string, more: Contents = {}): Contents {
  const own = {
    'SUMMARY.md': '* [Start](README.md)\n* [A](a.md)\n',
    'README.md': '# Start\n',
    'a.md': '# A\n',
    ...more,
  }
  return Object.fromEntries(Object.entries(own).map(([name, text]) => [`${folder}/${name}`, text]))
}

describe('languages side by side', () => {
  const book = {
    'README.md': '# The repository\n',
    ...bookIn('en', { 'a.md': '# A\n\n[b](../jp/a.md) [top](/README.md)\n' }),
    ...bookIn('jp'),
    ...bookIn('zh_CN'),
  }

  test('are one book, with their names, tags and a start page', async () => {
    const built = await buildBook(book)
    expect(said(built)).toEqual(['Read as one book in several languages: en, jp, zh_CN'])
    expect(spaces(built)).toEqual([
      ['en', 'English', 'en/', 'en', ''],
      ['jp', '日本語', 'jp/', 'ja', ''],
      ['zh_CN', expect.stringContaining('中文'), 'zh_CN/', 'zh-cn', ''],
    ])
    expect(built.book).toMatchObject({ multilingual: true, choice: 'language' })
    expect(htmlOf(built)).toContain('index.html')
    expect(page(built, 'index.html')).toContain(
      '<a href="jp/index.html" lang="ja" hreflang="ja">日本語</a>',
    )
  })

  test('the switch stays on the page, and links between them live', async () => {
    const built = await buildBook(book)
    expect(page(built, 'en/a.html')).toContain('<a href="../jp/a.html" lang="ja"')
    expect(content(built, 'en/a.html')).toContain(
      '<a href="../jp/a.html">b</a> <a href="index.html">top</a>',
    )
    expect(codes(built).filter((code) => !code.startsWith('book/'))).toEqual([])
  })

  test('a LANGS, a SUMMARY at the top or a named one say otherwise', async () => {
    const withLangs = await buildBook({ ...book, 'LANGS.md': '* [Eng](en)\n' })
    expect(spaces(withLangs).map(([id]) => id)).toEqual(['en'])
    const withSummary = await buildBook({ ...book, 'SUMMARY.md': '* [Top](README.md)\n' })
    expect(withSummary.book?.multilingual).toBe(false)
    const named = await buildBook({
      ...book,
      'book.json': '{"structure": {"summary": "en/SUMMARY.md"}}',
    })
    expect(said(named)).toEqual([])
    for (const built of [withLangs, withSummary]) expect(said(built)).toEqual([])
  })
})

describe('several books', () => {
  test('are one site, with a start page and a switch between them', async () => {
    const built = await buildBook({
      ...bookIn('guides/help-center'),
      ...bookIn('developers/v2', { 'book.json': '{"title": "API"}' }),
      ...bookIn('id'),
    })
    expect(said(built)).toEqual([
      'Read as several books side by side: developers/v2, guides/help-center, id',
    ])
    expect(spaces(built)).toEqual([
      ['v2', 'Developers v2', 'developers/v2/', '', 'API'],
      ['help-center', 'Help center', 'guides/help-center/', '', 'Help center'],
      ['id', 'Id', 'id/', '', 'Id'],
    ])
    expect(built.book?.choice).toBe('book')
    const home = page(built, 'index.html')
    expect(home).toContain('aria-label="Choose a book"')
    expect(home).not.toContain('languages.js')
    expect(Object.keys(site(built))).not.toContain('handbook/languages.js')
    expect(page(built, 'id/a.html')).toContain('<span class="book-name">Id</span>')
    expect(page(built, 'id/a.html')).toContain('href="../guides/help-center/a.html"')
  })

  test('with folders that only their own configuration names', async () => {
    const built = await buildBook({
      ...bookIn('one/pages'),
      'one/.gitbook.yaml': 'root: ./pages/\n',
      ...bookIn('two'),
    })
    expect(spaces(built).map(([id, , root]) => [id, root])).toEqual([
      ['one', 'one/pages/'],
      ['two', 'two/'],
    ])
  })

  test('samples, tests and what programs made are no books', async () => {
    const built = await buildBook({
      'README.md': '# R\n',
      ...bookIn('examples/x'),
      ...bookIn('test/fixtures/y'),
      ...bookIn('node_modules/z'),
      ...bookIn('a/b/c/d'),
      'guide/summary.md': '# A page\n',
    })
    expect(said(built)).toEqual([
      'Read as a folder of Markdown: its files and folders are the chapters',
    ])
    expect(htmlOf(built).toSorted()).toEqual(['guide/summary.html', 'index.html'])
  })
})

describe('docs.yaml', () => {
  const yaml = `site:
  title: The site
  structure:
    - type: section
      title: Product
      children:
        - { type: space, key: a, title: Guide, content: { directory: ./guide } }
        - { type: space, key: b, title: Gone, content: { directory: ./gone } }
        - { type: space, key: c, title: None, content: { directory: null } }
    - { type: space, key: d, title: API, content: { directory: /api, language: de } }
    - { type: space, key: e, title: Draft, draft: true, content: { directory: draft } }
    - { type: space, key: f, title: Twice, content: { directory: guide } }
`

  test.each(['docs.yaml', 'gitbook-docs.yaml'])('is no file for readers: %s', async (name) => {
    const described = await buildBook({ [name]: yaml, ...bookIn('api'), ...bookIn('guide') })
    expect(site(described)[name]).toBeUndefined()
    // Another file of this name is a file like all.
    const other = await buildBook({ [name]: 'openapi: 3.1.0\n', 'README.md': '# R\n' })
    expect(site(other)[name]).toBeDefined()
  })

  test('names the books, their order and the site', async () => {
    const built = await buildBook({
      'docs.yaml': yaml,
      ...bookIn('api'),
      ...bookIn('draft'),
      ...bookIn('guide'),
      ...bookIn('other'),
    })
    expect(spaces(built)).toEqual([
      ['guide', 'Product', 'guide/', '', 'The site'],
      ['api', 'API', 'api/', 'de', 'The site'],
    ])
    expect(page(built, 'index.html')).toContain('href="guide/index.html"')
  })

  const variants = `site:
  structure:
    - type: section
      title: Product
      localizedTitle: { fr: Produit, ja: 製品 }
      children:
        - { type: space, title: Guide, localizedTitle: { zh_CN: 指南, fr: Le guide }, content: { directory: a, language: fr } }
        - { type: space, title: Guide, localizedTitle: { zh_CN: 指南 }, content: { directory: b, language: zh-cn } }
        - { type: space, title: Guide, localizedTitle: 7, content: { directory: c } }
    - { type: section, title: More, children: [{ type: space, title: Only, content: { directory: d } }] }
`

  test('gives each book its title in the language of the book', async () => {
    const files = { 'docs.yaml': variants, ...bookIn('a'), ...bookIn('b'), ...bookIn('c') }
    expect(spaces(await buildBook({ ...files, ...bookIn('d') })).map(([, name]) => name)).toEqual([
      'Produit · Le guide',
      'Product · 指南',
      'Product · Guide',
      'More',
    ])
  })

  test('does not name the section where there is no other', async () => {
    const files = { 'docs.yaml': variants, ...bookIn('a'), ...bookIn('b'), ...bookIn('c') }
    expect(spaces(await buildBook(files)).map(([, name]) => name)).toEqual([
      'Le guide',
      '指南',
      'Guide',
    ])
  })

  test('that hides a book keeps it from the choice and from search engines, and no page of it', async () => {
    const built = await buildBook({
      'book.json': '{"siteUrl": "https://a.example/"}',
      'docs.yaml': `site:
  structure:
    - { type: space, title: Seen, content: { directory: a } }
    - { type: space, title: Kept, hidden: true, content: { directory: b } }
    - { type: section, title: All kept, hidden: true, children: [{ type: space, title: Also, content: { directory: c } }] }
`,
      ...bookIn('a'),
      ...bookIn('b', { 'a.md': '# A\n\nA gnu.\n' }),
      ...bookIn('c'),
    })
    expect(htmlOf(built)).toEqual(expect.arrayContaining(['a/a.html', 'b/a.html', 'c/a.html']))
    for (const at of ['index.html', 'a/a.html', 'llms.txt'])
      expect(page(built, at)).not.toMatch(/Kept|Also/)
    expect(page(built, 'sitemap.xml').match(/(?<=a\.example\/)[^<]*/g)).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/^[bc]\//)]),
    )
    expect(page(built, 'sitemap.xml')).toContain('https://a.example/a/a.html')
    expect(page(built, 'b/a.html')).toContain('<meta name="robots" content="noindex">')
    expect(page(built, 'a/a.html')).not.toContain('name="robots"')
    expect(page(built, 'b/a.html')).toContain('<span class="book-name">Kept</span>')
    const ofAll = Object.entries(site(built)).filter(([path]) =>
      path.startsWith('handbook/search/b'),
    )
    expect(ofAll.map(([, text]) => text).join('')).not.toContain('gnu')
  })

  test.each([
    [
      'a table of contents at the top',
      { 'SUMMARY.md': '* [R](README.md)\n', 'README.md': '# R\n' },
    ],
    ['the settings of one space at the top', { '.gitbook.yaml': 'root: ./guide/\n' }],
    ['names of its files', { '.gitbook.yaml': 'structure:\n  summary: SUMMARY.md\n' }],
  ])('comes before %s', async (_what, top) => {
    const files = { ...bookIn('api'), ...bookIn('guide'), ...top }
    for (const name of ['docs.yaml', 'gitbook-docs.yaml']) {
      const built = await buildBook({ ...files, [name]: yaml })
      expect(spaces(built).map(([, title]) => title)).toEqual(['Product', 'API'])
    }
  })

  test('comes behind what book.json says', async () => {
    const built = await buildBook({
      'docs.yaml': yaml,
      'book.json': '{"structure": {"summary": "SUMMARY.md"}}',
      'README.md': '# R\n',
      'SUMMARY.md': '* [R](README.md)\n',
      ...bookIn('guide'),
    })
    expect(spaces(built).map(([id]) => id)).toEqual([''])
  })

  test('in a folder below describes the books there, unless there are others', async () => {
    const below = (folder: string, more: Contents = {}): Contents => ({
      'README.md': '# The repository\n',
      [`${folder}/docs.yaml`]: variants,
      ...Object.assign({}, ...['a', 'b', 'c', 'd'].map((name) => bookIn(`${folder}/${name}`))),
      ...more,
    })
    const links = { 'docs/a/a.md': '# A\n\n[b](../b/a.md) [gone](../b/gone.md)\n' }
    const built = await buildBook(below('docs', links))
    expect(spaces(built).map(([, name, root, tag]) => [name, root, tag])).toEqual([
      ['Produit · Le guide', 'docs/a/', 'fr'],
      ['Product · 指南', 'docs/b/', 'zh-cn'],
      ['Product · Guide', 'docs/c/', ''],
      ['More', 'docs/d/', ''],
    ])
    expect(content(built, 'docs/a/a.html')).toContain('<a href="../b/a.html">b</a> gone')
    expect(page(built, 'docs/a/a.html')).toMatch(/<a href="\.\.\/b\/a\.html" lang="zh/i)
    expect(site(built)['docs/docs.yaml']).toBeUndefined()
    const [first] = spaces(await buildBook(below('docs', bookIn('other'))))
    expect(first).toEqual(['a', 'A', 'docs/a/', '', 'A'])
    for (const folder of ['examples', 'a/b/c/d'])
      expect(spaces(await buildBook(below(folder)))).toHaveLength(1)
  })

  test('may be the structure alone', async () => {
    const built = await buildBook({
      'docs.yaml':
        'structure:\n  - { type: space, title: A, content: { directory: a } }\n  - { type: space, title: B, content: { directory: b } }\n',
      ...bookIn('a'),
      ...bookIn('b'),
    })
    expect(spaces(built).map(([, title]) => title)).toEqual(['A', 'B'])
  })

  test('with one book is that book', async () => {
    const built = await buildBook({ 'docs.yaml': yaml, ...bookIn('guide') })
    expect(spaces(built)).toEqual([['', '', 'guide/', '', 'The site']])
    expect(htmlOf(built)).toEqual(['a.html', 'index.html', 'readme/index.html'])
  })

  test.each(['site: [', 'site: 1', 'site: { structure: x }', '- a', ''])(
    'that says nothing is no reason to fail: %s',
    async (text) => {
      const built = await buildBook({ 'docs.yaml': text, 'README.md': '# R\n', ...bookIn('guide') })
      expect(said(built)).toEqual(['Read as a book in the folder guide'])
    },
  )
})

describe('a book in a folder below', () => {
  test('is the site, with the configuration of its folder', async () => {
    const built = await buildBook({
      'README.md': '# The repository\n',
      'src/x.ts': '',
      ...bookIn('docs', { 'book.json': '{"title": "Docs", "structure": {"readme": "a.md"}}' }),
    })
    expect(said(built)).toEqual(['Read as a book in the folder docs'])
    expect(spaces(built)).toEqual([['', '', 'docs/', '', 'Docs']])
    expect(htmlOf(built)).toEqual(['README.html', 'index.html'])
    expect(Object.keys(site(built))).not.toContain('src/x.ts')
  })

  test('of mdBook has its title and language', async () => {
    const built = await buildBook({
      'book.toml':
        '[book]\nauthors = ["A"]\ntitle = "Der Garten"\nlanguage = \'de\'\n\n[output.html]\ntitle = "no"\n',
      ...bookIn('src'),
    })
    expect(spaces(built)).toEqual([['', '', 'src/', 'de', 'Der Garten']])
    expect(htmlOf(built)).toEqual(['a.html', 'index.html'])
  })
})

test('a build with a memory sees what the repository became', async () => {
  const steps: readonly Contents[] = [
    bookIn('en'),
    { ...bookIn('en'), ...bookIn('ja') },
    { ...bookIn('en'), ...bookIn('api') },
    { ...bookIn('en'), ...bookIn('api'), 'README.md': '# R\n', 'SUMMARY.md': '* [R](README.md)\n' },
    bookIn('en'),
  ]
  let before = await buildBook(steps[0] ?? {})
  for (const book of steps) {
    // oxlint-disable-next-line no-await-in-loop -- each step begins where the last one ended
    const [after, clean] = [await buildBook(book, before.memory), await buildBook(book)]
    expect(site(after)).toEqual(site(clean))
    expect(after.diagnostics).toEqual(clean.diagnostics)
    before = after
  }
})
