// Wikis of GitHub and GitLab: a sidebar, a footer, and pages that are linked by their names.
import { describe, expect, test } from 'vitest'
import { summaryOfFolder } from '../../src/cli/init-summary.ts'
import type { BookPath } from '../../src/core/path.ts'
import { build } from '../../src/pipeline/build.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { type Contents, buildBook, codes, content, page, site } from '../support/build-book.ts'

const PICTURE = new Uint8Array([0])

const wiki: Contents = {
  'Home.md': 'Welcome. See [[Getting Started]] and [[the beds|Getting Started#plan-the-beds]].\n',
  'Getting-Started.md': '## Plan the beds\n\nThen go [[Home]].\n',
  'notes/Deep-Page.md': 'Back [[Home]].\n',
  'Version-1.0.md': 'First.\n',
  '_Sidebar.md': [
    '**Garden**',
    '',
    '* [[Home]]',
    '* [[First steps|Getting Started]]',
    '  * [[Deep Page]]',
    '',
    '### Help',
    '',
    '[[Web|https://example.org]]',
    '',
  ].join('\n'),
  '_Footer.md': 'Ask at [[Deep Page]], [there](https://example.org/ask).\n',
}

const menu = (html: string): readonly string[] =>
  [...html.matchAll(/<li class="(?:header|chapter|divider)[^>]*>(?:<a[^>]*>)?([^<]*)/g)].map(
    ([, words = '']) => words,
  )

const footer = (html: string): string =>
  /<footer class="book-footer">([^]*?)<\/footer>/.exec(html)?.[1]?.trim() ?? ''

describe('a wiki', () => {
  test('begins with its Home and has the order of its sidebar, then its other pages', async () => {
    const built = await buildBook(wiki)
    expect(built.book).toMatchObject({ recognized: 'wiki', spaces: [{ readme: 'Home.md' }] })
    expect(menu(page(built, 'index.html'))).toEqual([
      'Garden',
      'Home',
      'First steps',
      'Deep Page',
      'Help',
      'Web',
      '',
      'Version 1.0',
      '',
    ])
    expect(codes(built)).toEqual(['book/recognized'])
  })

  test('finds pages by their names, in whatever folder they lie', async () => {
    const built = await buildBook(wiki)
    expect(content(built, 'index.html')).toBe(
      '<p>Welcome. See <a href="Getting-Started.html">Getting Started</a> and ' +
        '<a href="Getting-Started.html#plan-the-beds">the beds</a>.</p>',
    )
    expect(content(built, 'notes/Deep-Page.html')).toContain('<a href="../index.html">Home</a>')
  })

  test.each([
    ['[[deep page]]', '<a href="notes/Deep-Page.html">deep page</a>'],
    ['[[Version 1.0]]', '<a href="Version-1.0.html">Version 1.0</a>'],
    ['[[notes/Deep Page]]', '<a href="notes/Deep-Page.html">notes/Deep Page</a>'],
    ['[[words|Version-1.0.md]]', '<a href="Version-1.0.html">words</a>'],
    ['[[Version 1.0|turned]]', '<a href="Version-1.0.html">turned</a>'],
    ['[plain](Deep-Page)', '<a href="notes/Deep-Page.html">plain</a>'],
    ['[[here|#part]]', '<a href="#part">here</a>'],
    ['[[rose.png|alt=A rose|width=100]]', '<img src="rose.png" alt="A rose" decoding="async">'],
    ['[[the file|rose.png]]', '<a href="rose.png.html">the file</a>'],
    ['`[[Home]]`', '<code>[[Home]]</code>'],
    ['a[[1]]', 'a[[1]]'],
    ['[[ -f x ]]', '[[ -f x ]]'],
    [String.raw`\[[Home]]`, '[[Home]]'],
  ])('reads %s', async (written, html) => {
    const built = await buildBook({
      ...wiki,
      'rose.png': PICTURE,
      'Home.md': `${written}\n\n<i id="part"></i>\n`,
    })
    expect(content(built, 'index.html').split('\n')[0]).toBe(`<p>${html}</p>`)
    expect(codes(built)).toEqual(['book/recognized'])
  })

  test('shows a link to a page that nobody wrote as words, and says where', async () => {
    const built = await buildBook({ ...wiki, 'Home.md': 'Go to [[Nowhere Page]].\n' })
    expect(content(built, 'index.html')).toBe('<p>Go to Nowhere Page.</p>')
    expect(codes(built)).toEqual(['book/recognized', 'links/missing-file Home.md:1:7'])
  })

  test('has its footer on every page, with links that begin there, and never as a page', async () => {
    const built = await buildBook(wiki)
    const ask = '<a href="https://example.org/ask" target="_blank" rel="noopener">there</a>'
    expect(footer(page(built, 'index.html'))).toBe(
      `<p>Ask at <a href="notes/Deep-Page.html">Deep Page</a>, ${ask}.</p>`,
    )
    expect(footer(page(built, 'notes/Deep-Page.html'))).toContain('<a href="Deep-Page.html">')
    expect(Object.keys(site(built)).filter((path) => /_Footer|_Sidebar/.test(path))).toEqual([])
  })

  test('a footer that changes changes every page', async () => {
    const first = await buildBook(wiki)
    const changed = { ...wiki, '_Footer.md': 'Gone [[Home]].\n' }
    const second = await buildBook(changed, first.memory)
    expect(site(second)).toEqual(site(await buildBook(changed)))
    expect(footer(page(second, 'notes/Deep-Page.html'))).toBe(
      '<p>Gone <a href="../index.html">Home</a>.</p>',
    )
  })

  test('a page that appears wakes the links to it', async () => {
    const before = { ...wiki, 'Home.md': 'See [[Later]].\n' }
    const first = await buildBook(before)
    const second = await buildBook({ ...before, 'notes/Later.md': 'Now.\n' }, first.memory)
    expect(content(second, 'index.html')).toContain('<a href="notes/Later.html">Later</a>')
  })

  test('its alternates are plain Markdown', async () => {
    const built = await buildBook(wiki)
    expect(site(built)['index.md']).toContain('[Getting Started](Getting-Started.md)')
  })

  test('needs no sidebar, and a Home alone makes one', async () => {
    const built = await buildBook({ 'Home.md': '[[B]]\n', 'A.md': 'a\n', 'B.md': 'b\n' })
    expect(built.book).toMatchObject({ recognized: 'wiki', spaces: [{ readme: 'Home.md' }] })
    expect(content(built, 'index.html')).toBe('<p><a href="B.html">B</a></p>')
  })

  test('a start page in small letters is one of GitLab', async () => {
    const { 'Home.md': home = '', '_Sidebar.md': sidebar = '', ...others } = wiki
    const built = await buildBook({ ...others, 'home.md': home, '_sidebar.md': sidebar })
    expect(built.book).toMatchObject({ recognized: 'wiki', spaces: [{ readme: 'home.md' }] })
  })
})

test('written down, its order is that of its sidebar, and it stays a wiki', async () => {
  const built = await buildBook(wiki)
  const written = built.book && summaryOfFolder(built.book, 'Summary')
  expect(written?.content).toBe(
    [
      '# Summary',
      '',
      '## Garden',
      '',
      '* [Home](Home.md)',
      '* [First steps](Getting-Started.md)',
      '  * [Deep Page](notes/Deep-Page.md)',
      '',
      '## Help',
      '',
      '* [Web](https://example.org)',
      '',
      '---',
      '',
      '* [Version 1.0](Version-1.0.md)',
      '',
    ].join('\n'),
  )
  const again = await buildBook({ ...wiki, 'SUMMARY.md': written?.content ?? '' })
  expect(content(again, 'index.html')).toBe(content(built, 'index.html'))
  expect(again.book?.spaces[0]?.readme).toBe('Home.md')
})

describe('what is no wiki', () => {
  test('keeps its two brackets in a book with a SUMMARY', async () => {
    const built = await buildBook({
      'SUMMARY.md': '* [Start](README.md)\n* [A](a.md)\n',
      'README.md': '[[a]]\n',
      'a.md': '# A\n',
      'Home.md': '# Home\n',
    })
    expect(content(built, 'index.html')).toBe('<p>[[a]]</p>')
    expect(built.book?.recognized).toBeUndefined()
  })

  test('a folder of notes has links where the page exists, and brackets elsewhere', async () => {
    const built = await buildBook({
      'README.md': '[[A note]], [[A note|words]], [[Nothing]]\n',
      'notes/A note.md': '# A\n',
    })
    expect(content(built, 'index.html')).toBe(
      '<p><a href="notes/A%20note.html">A note</a>, <a href="notes/A%20note.html">words</a>, [[Nothing]]</p>',
    )
    expect(built.book?.recognized).toBe('markdown')
  })

  test('a sidebar of docsify orders a folder that begins with its README', async () => {
    const built = await buildBook({
      'README.md': '# Garden\n',
      'guide.md': '# Guide\n',
      'other.md': '# Other\n',
      '_sidebar.md': '* Start\n  * [Guide](/guide)\n',
    })
    const html = page(built, 'index.html')
    expect(menu(html).filter((words) => words !== '')).toEqual(['Introduction', 'Guide'])
    expect(html).toContain('<span>Start</span>')
    expect(built.book?.spaces[0]?.wikiLinks).toBeUndefined()
  })

  test('nothing of an untouched wiki is rendered again', async () => {
    const files = memoryFiles(wiki)
    const first = await build({ files })
    const second = await build({ files }, first.memory)
    expect(second.rendered).toEqual([])
    expect(first.rendered).toContain('_Footer.md' as BookPath)
  })
})
