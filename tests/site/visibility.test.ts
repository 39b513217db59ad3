// What authors keep from their readers is nowhere: each page has a word of its own, and every file of the site is
// searched for it.
import { describe, expect, test } from 'vitest'
import { build } from '../../src/pipeline/build.ts'
import type { Built, Memory } from '../../src/pipeline/built.ts'
import type { BookPath } from '../../src/core/path.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { english } from '../support/english.ts'
import { type Contents, codes, content, page, site } from '../support/build-book.ts'

const SETTINGS = '{ "title": "Garden", "siteUrl": "https://garden.example.org/", "feed": true }'

function front(text: string, word: string): string {
  return `---\n${text}\n---\n\n# ${word}\n\nThe ${word} is here.\n`
}

function buildSite(book: Contents, memory?: Memory): Promise<Built> {
  const files = memoryFiles({ 'book.json': SETTINGS, 'README.md': '# Start\n', ...book })
  const dates = new Map(
    files.list().map((path): [BookPath, string] => [path, '2026-01-02T03:04:05Z']),
  )
  return build({ files, dates }, memory)
}

/** The files of the site that hold a word. */
function holding(built: Built, word: string): readonly string[] {
  return Object.entries(site(built))
    .filter(([path, text]) => text.toLowerCase().includes(word) || path.includes(word))
    .map(([path]) => path.replace(/(search\/)[^/]*$/, '$1*'))
    .filter((path, index, all) => all.indexOf(path) === index)
}

const EVERYWHERE = [
  'feed.xml',
  'handbook/contents.html',
  'handbook/nav.js',
  'handbook/print.html',
  'handbook/search/*',
  'index.html',
  'llms.txt',
  'rose.html',
  'rose.md',
  'sitemap.xml',
]

const summary = (more: string): string => `* [Start](README.md)\n${more}`

function onePage(attributes: string): Contents {
  return {
    'SUMMARY.md': summary('* [The rose](rose.md)\n'),
    'rose.md': front(attributes, 'rose'),
  }
}

describe('a page', () => {
  test('without any of the words is everywhere', async () => {
    const built = await buildSite(onePage('description: none'))
    expect(holding(built, 'rose')).toEqual(EVERYWHERE)
    expect(page(built, 'rose.html')).not.toContain('name="robots"')
    expect(codes(built)).toEqual([])
  })

  test('that is hidden is at its address and nowhere else', async () => {
    const built = await buildSite(onePage('hidden: true'))
    expect(holding(built, 'rose')).toEqual(['rose.html'])
    expect(page(built, 'rose.html')).toContain('<meta name="robots" content="noindex">')
    expect(page(built, 'rose.html')).toContain('<title>The rose · Garden</title>')
    expect(built.diagnostics.map((problem) => english(problem).message)).toEqual([
      'In neither menu nor search, by "hidden" in front matter: rose.md',
    ])
    expect(built.diagnostics[0]?.severity).toBe('info')
  })

  test('that is not for search is in the menu and not in the index', async () => {
    const built = await buildSite(onePage('noIndex: true'))
    expect(holding(built, 'rose')).toEqual([
      'handbook/contents.html',
      'handbook/nav.js',
      'handbook/print.html',
      'index.html',
      'rose.html',
    ])
    expect(page(built, 'rose.html')).toContain('<meta name="robots" content="noindex">')
  })

  test('that is not for robots is in the search of the site', async () => {
    const built = await buildSite(onePage('noRobotsIndex: true'))
    expect(holding(built, 'rose')).toEqual([
      'handbook/contents.html',
      'handbook/nav.js',
      'handbook/print.html',
      'handbook/search/*',
      'index.html',
      'rose.html',
    ])
    expect(page(built, 'rose.html')).toContain('<meta name="robots" content="noindex, nofollow">')
  })

  test('with a condition that does not hold is not published, as page or as file', async () => {
    const built = await buildSite(onePage('if: visitor.claims.unsigned.admin'))
    expect(holding(built, 'rose')).toEqual([])
    expect(built.diagnostics.map((problem) => english(problem).message)).toEqual([
      'Not published, by "if" in front matter: rose.md',
    ])
  })

  test.each([
    'if: "!visitor.claims.unsigned.admin"',
    'if: true',
    'if:',
    'hidden: false',
    'hidden: no',
  ])('with %s is everywhere', async (attributes) => {
    expect(holding(await buildSite(onePage(attributes)), 'rose')).toEqual(EVERYWHERE)
  })

  test.each(['if: what is this', 'if: visitor.claims.list.includes("x")', 'if: [1]'])(
    'with a condition that nobody can read is not published: %s',
    async (attributes) => {
      expect(holding(await buildSite(onePage(attributes)), 'rose')).toEqual([])
    },
  )

  test.each([
    'hidden: yes',
    'hidden: "true"',
    'description: a: b\nhidden: true',
    'hidden: true\nx: [1',
  ])('is hidden by %s', async (attributes) => {
    expect(holding(await buildSite(onePage(attributes)), 'rose')).toEqual(['rose.html'])
  })

  test.each(['search: no', 'search: "off"', 'search: false'])(
    'is found by everything but the search of the site with %s',
    async (attributes) => {
      const everywhere = EVERYWHERE.filter((path) => !path.includes('search'))
      expect(holding(await buildSite(onePage(attributes)), 'rose')).toEqual(everywhere)
    },
  )
})

function plants(attributes: string): Contents {
  return {
    'SUMMARY.md': summary(
      '* [Plants](plants.md)\n  * [The rose](rose.md)\n    * [Thorns](thorn.md)\n  * More\n    * [The tulip](tulip.md)\n* [End](end.md)\n',
    ),
    'plants.md': front(attributes, 'plants'),
    'rose.md': front('', 'rose'),
    'thorn.md': front('', 'thorn'),
    'tulip.md': front('', 'tulip'),
    'end.md': '# End\n\n[x](rose.md)\n',
  }
}

/** Books of every shape with one page about a rose, and where it is. */
const SHAPES: readonly (readonly [what: string, book: (attributes: string) => Contents])[] = [
  [
    'of GitBook.com, with a page that lists those below it',
    (attributes) => ({
      'book.json': '{}',
      '.gitbook.yaml': 'root: ./\n',
      'SUMMARY.md': summary(
        '\n## Beds\n\n* [Plants](p.md)\n  * [The rose](x.md)\n  * [Two](two.md)\n',
      ),
      'p.md': '# Plants\n',
      'x.md': front(attributes, 'rose'),
      'two.md': '# Two\n',
    }),
  ],
  [
    'with tags and pages to read offline',
    (attributes) => ({
      'book.json': '{ "tags": true, "reader": { "offline": true }, "figures": true }',
      'SUMMARY.md': summary('* [The rose](x.md)\n* [Two](two.md)\n'),
      'x.md': front(`tags: [wet]\n${attributes}`, 'rose'),
      'two.md': '---\ntags: [wet]\n---\n\n# Two\n',
    }),
  ],
  [
    'side by side with another',
    (attributes) => ({
      'one/SUMMARY.md': summary(''),
      'one/README.md': '# One\n',
      'two/SUMMARY.md': summary('* [The rose](x.md)\n'),
      'two/README.md': '# Two\n',
      'two/x.md': front(attributes, 'rose'),
    }),
  ],
  ['without a SUMMARY', (attributes) => ({ 'x.md': front(attributes, 'rose'), 'b.md': '# B\n' })],
  [
    'of mdBook',
    (attributes) => ({
      'book.toml': '',
      'src/SUMMARY.md': '- [S](s.md)\n- [The rose](x.md)\n',
      'src/s.md': '# S\n',
      'src/x.md': front(attributes, 'rose'),
    }),
  ],
  [
    'in AsciiDoc',
    (attributes) => ({
      'SUMMARY.md': summary('* [The rose](x.adoc)\n'),
      'x.adoc': `---\n${attributes}\n---\n\n= The rose\n\nA rose.\n`,
    }),
  ],
]

describe.each(SHAPES)('in a book %s', (_what, bookOf) => {
  test('a hidden page is at its address alone, and one that is withheld nowhere', async () => {
    const hidden = holding(await buildSite(bookOf('hidden: true')), 'rose')
    // The address that it had at GitBook.com leads to it.
    const own = hidden.filter((path) => path !== 'beds/p/x/index.html')
    expect(own).toEqual([expect.stringMatching(/^(?:two\/)?x\.html$/)])
    expect(holding(await buildSite(bookOf('if: false')), 'rose')).toEqual([])
  })
})

describe('chapters below', () => {
  test('share the fate of those above', async () => {
    const hidden = await buildSite(plants('hidden: true'))
    for (const word of ['thorn', 'tulip']) expect(holding(hidden, word)).toEqual([`${word}.html`])
    const withheld = await buildSite(plants('if: false'))
    for (const word of ['plants', 'rose', 'thorn', 'tulip'])
      expect(holding(withheld, word)).toEqual([])
    expect(content(withheld, 'end.html')).toContain('<p>x</p>')
    const unindexed = await buildSite(plants('noIndex: true'))
    expect(holding(unindexed, 'tulip')).not.toContain('sitemap.xml')
  })

  test('those that stay are numbered and follow each other as if the others were not there', async () => {
    const built = await buildSite(plants('hidden: true'))
    const home = page(built, 'index.html')
    expect(home).toContain('rel="next" href="end.html"')
    expect(home).toContain('data-level="1.2" data-path="end.md"')
    expect(page(built, 'end.html')).toContain('rel="prev" href="index.html"')
    expect(page(built, 'rose.html')).not.toContain('rel="next"')
  })

  test('a page that another place shows is shown', async () => {
    const twice = { ...plants('hidden: true') }
    twice['SUMMARY.md'] += '* [The rose](rose.md)\n'
    expect(holding(await buildSite(twice), 'rose')).toContain('sitemap.xml')
  })

  test('a part of which nothing is left is gone with its title', async () => {
    const built = await buildSite({
      'SUMMARY.md': `${summary('')}\n## Greenhouse\n\n* [The rose](rose.md)\n\n## Shed\n\n* [End](end.md)\n`,
      'rose.md': front('hidden: true', 'rose'),
      'end.md': '# End\n',
    })
    expect(holding(built, 'greenhouse')).toEqual([])
    expect(page(built, 'index.html')).toContain('data-level="2.1" data-path="end.md"')
  })
})

describe('a page that SUMMARY does not name', () => {
  test('is kept from readers by its own words', async () => {
    const built = await buildSite({
      'README.md':
        '# Start\n\n[r](rose.md) <a class="c" href="/fern.md">f</a> [o](moss/) [t][t]\n\n[t]: fern.md\n',
      'SUMMARY.md': summary(''),
      'rose.md': front('hidden: true', 'rose'),
      'fern.md': front('if: false', 'fern'),
      'moss/README.md': front('if: false', 'moss'),
    })
    expect(holding(built, 'rose')).toEqual([
      'handbook/print.html',
      'index.html',
      'index.md',
      'rose.html',
    ])
    expect(page(built, 'index.md')).toContain('[r](rose.html) <a class="c">f</a> o t')
    expect(content(built, 'index.html')).toContain(
      '<p><a href="rose.html">r</a> <a class="c">f</a> o t</p>',
    )
    expect(codes(built)).toEqual(['book/kept-pages', 'links/unlisted-page README.md:3:5'])
  })

  test('is not copied to the site when nobody links to it', async () => {
    const built = await buildSite({
      'fern.md': front('if: false', 'fern'),
      'moss.md': '\uFEFF' + front('if: false', 'moss'),
      'iris.adoc': '---\nif: false\n---\n\n= iris\n',
    })
    for (const word of ['fern', 'moss', 'iris']) expect(holding(built, word)).toEqual([])
  })

  test('links of AsciiDoc to it are words', async () => {
    const built = await buildSite({
      'README.md': '# Start\n\n[a](a.adoc)\n',
      'a.adoc': '= Start\n\nlink:fern.md[fff] and xref:fern.md[ggg] and xref:README.md[hhh]\n',
      'fern.md': front('if: false', 'fern'),
    })
    expect(content(built, 'a.html')).not.toContain('fern')
    expect(content(built, 'a.html')).toMatch(/fff.*ggg.*href="index.html"/)
  })
})

describe('the start page', () => {
  test('that is hidden is still the start', async () => {
    const built = await buildSite({
      'README.md': front('hidden: true', 'start'),
      'SUMMARY.md': summary('* [End](end.md)\n'),
      'end.md': '# End\n',
    })
    expect(page(built, 'index.html')).toContain('The start is here')
    expect(page(built, 'end.html')).not.toContain('rel="prev"')
  })

  test('that is not published leaves its place to the first page that is', async () => {
    const built = await buildSite({
      'README.md': front('if: false', 'fern'),
      'SUMMARY.md': summary('* [Moss](moss.md)\n* [End](end.md)\n'),
      'moss.md': front('if: false', 'moss'),
      'end.md': '# End\n',
    })
    expect(built.book?.spaces[0]?.readme).toBe('end.md')
    expect(page(built, 'index.html')).toContain('End')
    expect(holding(built, 'fern')).toEqual([])
    expect(codes(built)).toEqual(['book/kept-pages'])
  })

  test('of a book that publishes nothing is no book', async () => {
    const built = await buildSite({ 'README.md': front('if: false', 'fern') })
    expect(built.book).toBeUndefined()
    expect(codes(built)).toEqual(['book/no-readme'])
  })
})

test('the menu of languages does not lead to a hidden page', async () => {
  const built = await buildSite({
    'LANGS.md': '* [English](en)\n* [Deutsch](de)\n',
    'en/README.md': '# Start\n',
    'en/SUMMARY.md': '* [Start](README.md)\n* [Fern](fern.md)\n',
    'en/fern.md': '# Fern\n',
    'de/README.md': '# Anfang\n',
    'de/SUMMARY.md': '* [Anfang](README.md)\n* [Farn](fern.md)\n',
    'de/fern.md': front('hidden: true', 'farn'),
  })
  expect(holding(built, 'farn')).toEqual(['de/fern.html'])
  expect(page(built, 'en/fern.html')).not.toContain('de/fern')
  expect(page(built, 'en/fern.html')).toContain('../de/index.html')
})

test('the glossary names no hidden page among the places of a term', async () => {
  const built = await buildSite({
    'SUMMARY.md': summary('* [The rose](rose.md)\n* [Soil](soil.md)\n'),
    'GLOSSARY.md': '# Glossary\n\n## Humus\n\nBlack.\n',
    'rose.md': `${front('hidden: true', 'rose')}\nHumus\n`,
    'soil.md': '# Soil\n\nHumus\n',
  })
  expect(holding(built, 'rose')).toEqual(['rose.html'])
  expect(page(built, 'GLOSSARY.html')).toContain('soil.html')
})

test('templates see no hidden page', async () => {
  const built = await buildSite({
    'README.md':
      '# Start\n\n{{ page.next.title }}.{% for p in summary.parts %}{% for a in p.articles %}[{{ a.title }}]{% endfor %}{% endfor %}\n',
    'SUMMARY.md': summary('* [The rose](rose.md)\n* [End](end.md)\n'),
    'rose.md': front('hidden: true', 'rose'),
    'end.md': '# End\n',
  })
  expect(content(built, 'index.html')).toContain('End.[Start][End]')
})

function changing(attributes: string): Contents {
  return {
    'README.md': '# Start\n\n[r](rose.md) [f](fern.md)\n',
    'SUMMARY.md': summary('* [The rose](rose.md)\n  * [Thorns](thorn.md)\n'),
    'rose.md': front(attributes, 'rose'),
    'thorn.md': '# Thorns\n',
    'fern.md': front(attributes, 'fern'),
  }
}

test('a build with a memory obeys every change', async () => {
  const steps = [
    '',
    'hidden: true',
    'if: false',
    'noIndex: true',
    'if: true',
    'if: x: y',
    'hidden: no',
  ]
  let memory: Memory | undefined
  for (const attributes of [...steps, ...steps.toReversed()]) {
    const after = await buildSite(changing(attributes), memory)
    const clean = await buildSite(changing(attributes))
    expect({ attributes, site: site(after) }).toEqual({ attributes, site: site(clean) })
    expect(after.diagnostics).toEqual(clean.diagnostics)
    memory = after.memory
  }
})
