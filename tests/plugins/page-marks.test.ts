// What plugins let a page say of the list and the numbers of its headings, and what goes on from the number of the page.
import { describe, expect, test } from 'vitest'
import { memoryFiles } from '../../src/files/memory.ts'
import { build } from '../../src/pipeline/build.ts'
import { type Contents, buildBook, codes, page } from '../support/build-book.ts'

const book = (config: object, text: string, more: Contents = {}): Contents => ({
  'book.json': JSON.stringify(config),
  'README.md': '# Beds\n',
  'SUMMARY.md': '* [Beds](README.md)\n    * [Pond](pond.md)\n',
  'pond.md': text,
  ...more,
})
const shown = async (config: object, text: string): Promise<string> =>
  page(await buildBook(book(config, text)), 'pond.html')

const BODY = '# Pond\n\n## Fish\n\n### Carp\n\n## Reed\n'

describe('the list of headings', () => {
  test.each([
    [true, BODY, true],
    [true, `---\nisTocVisible: false\n---\n${BODY}`, false],
    [true, `---\nshowToc: no\n---\n${BODY}`, false],
    [true, `<!-- ex_nonav -->\n\n${BODY}`, false],
    [true, `${BODY}\n\`<!-- ex_nonav -->\`\n\n\`\`\`\n<!-- ex_nonav -->\n\`\`\`\n`, true],
    [false, BODY, false],
    [false, `---\nisTocVisible: true\n---\n${BODY}`, true],
    [true, `---\nshowToc: false\nlayout:\n  outline:\n    visible: true\n---\n${BODY}`, true],
  ])('pageToc %j, page %j: %j', async (pageToc, text, isThere) => {
    expect((await shown({ pageToc }, text)).includes('class="page-toc"')).toBe(isThere)
  })
})

const numbered = (html: string): readonly (readonly [string, string])[] =>
  [...html.matchAll(/<h\d[^>]*id="([^"]*)"[^>]*data-number="([^"]*)"/g)].map(
    ([, id = '', number = '']) => [id, number],
  )

describe('numbers of headings', () => {
  test('go on from that of the page', async () => {
    const text = `${BODY}\n#### Depth\n\n##### Mud\n\n> ## Said\n\n## Frogs\n`
    expect(numbered(await shown({ headingNumbers: 'chapter' }, text))).toEqual([
      ['pond', '1.1.1'],
      ['fish', '1.1.1.1'],
      ['carp', '1.1.1.1.1'],
      ['reed', '1.1.1.2'],
      ['depth', '1.1.1.2.0.1'],
      ['frogs', '1.1.1.3'],
    ])
    expect(numbered(await shown({ headingNumbers: true }, BODY))).toEqual([])
  })

  test('follow a page that moves in SUMMARY, also in a build with a memory', async () => {
    const config = { headingNumbers: 'chapter' }
    const first = await buildBook(book(config, BODY))
    const SUMMARY = '* [Beds](README.md)\n* [Pond](pond.md)\n'
    const second = await buildBook(book(config, BODY, { 'SUMMARY.md': SUMMARY }), first.memory)
    expect(numbered(page(second, 'pond.html'))[1]).toEqual(['fish', '1.2.1'])
  })

  test('are left out on a page that says so', async () => {
    const html = await shown({ headingNumbers: true }, `<!-- ex_nolevel -->\n\n${BODY}`)
    expect(html).not.toContain('numbered')
  })

  test('of AsciiDoc pages are the same', async () => {
    const more = {
      'SUMMARY.md': '* [Beds](README.md)\n* [Hill](hill.adoc)\n',
      'hill.adoc': '= Hill\n\n== Moss\n\nx\n',
    }
    const built = await buildBook(book({ headingNumbers: 'chapter' }, BODY, more))
    expect(numbered(page(built, 'hill.html'))).toContainEqual(['_moss', '1.2.1'])
  })
})

test.each([
  ['rss.xml', 'rss.xml'],
  ['rss', 'rss'],
  ['../out.xml', 'feed.xml'],
  ['pond.html', 'feed.xml'],
  ['sub', 'feed.xml'],
])('a feed called %s is %s', async (file, name) => {
  const config = { siteUrl: 'https://x.org/', feed: { file } }
  const files = memoryFiles(book(config, BODY, { 'sub/a.png': '' }))
  const dates = new Map([['pond.md', '2026-03-01T04:05:06Z']]) as never
  const built = await build({ files, dates })
  expect(codes(built)).toEqual([])
  expect(page(built, name)).toContain(
    `<link rel="self" type="application/atom+xml" href="https://x.org/${name}"/>`,
  )
  expect(page(built, 'pond.html')).toContain(`type="application/atom+xml" href="${name}"`)
})
