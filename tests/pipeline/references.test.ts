// One meaning of a reference: whoever writes it, SUMMARY or a page in either language, it leads to the same place.
import { describe, expect, test } from 'vitest'
import { buildBook, content, codes, page } from '../support/build-book.ts'

const files = {
  'a.md': '# A\n',
  'c:/x.md': '# X\n',
  'v1.2/b.md': '# B\n',
  'markdown/README.markdown': '# M\n',
  'asciidoc/README.asciidoc': '= A\n',
  'lower/readme.md': '# L\n',
  'index/index.md': '# I\n',
  'both/index.md': '# I\n',
  'both/README.adoc': '= B\n',
  'site/index.html': '<p>\n',
  'empty/x.txt': '\n',
  'a%20b.md': '# Literal\n',
  'c d.md': '# Space\n',
  'what?.md': '# Question\n',
  'Upper/Case.md': '# Case\n',
}

/** Where links of this text lead. */
function hrefs(html: string): readonly string[] {
  return [...html.matchAll(/<a[^>]*?href="([^"]*)"[^>]*>it</gi)].map(([, href = '']) => href)
}

/** Where a reference of the start page leads, written in SUMMARY, in Markdown, as HTML and in AsciiDoc. */
async function meanings(
  written: string,
  more: Readonly<Record<string, string>> = {},
): Promise<object> {
  const built = await buildBook({
    ...files,
    ...more,
    'SUMMARY.md': `* [Home](README.md)\n* [Doc](doc.adoc)\n* [It](<${written}>)\n`,
    'README.md': `# Home\n\n[it](<${written}>)\n\n<a href="${written}">it</a>\n`,
    'doc.adoc': `= Doc\n\nlink:++${written}++[it]\n`,
  })
  return {
    summary: hrefs(/<main[^]*?<\/main>/.exec(page(built, 'handbook/contents.html'))?.[0] ?? '').map(
      (href) => href.replace(/^\.\.\//, ''),
    ),
    markdown: hrefs(content(built, 'index.html')),
    asciidoc: hrefs(content(built, 'doc.html')),
    problems: codes(built),
  }
}

describe('leads to the same place from everywhere', () => {
  test.each([
    ['a.md', 'a.html'],
    ['/a.md', 'a.html'],
    ['//a.md', 'a.html'],
    ['./x/../a.md', 'a.html'],
    ['a.md#a', 'a.html#a'],
    ['c:/x.md', 'c%3A/x.html'],
    ['//v1.2/b.md', 'v1.2/b.html'],
    ['a%20b.md', 'a%2520b.html'],
    ['a%2520b.md', 'a%2520b.html'],
    ['c%20d.md', 'c%20d.html'],
    ['c d.md', 'c%20d.html'],
    ['what?.md', 'what%3F.html'],
    ['what%3F.md', 'what%3F.html'],
    ['markdown/', 'markdown/index.html'],
    ['markdown', 'markdown/index.html'],
    ['asciidoc/', 'asciidoc/index.html'],
    ['lower/', 'lower/readme.html'],
    ['index/', 'index/index.html'],
    ['both/', 'both/index.html'],
    ['site/', 'site/index.html'],
    ['./', 'index.html'],
    ['//example.org/a.md', '//example.org/a.md'],
    ['https://example.org/a.md', 'https://example.org/a.md'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
  ])('%s', async (written, expected) => {
    expect(await meanings(written)).toEqual({
      summary: [expected],
      markdown: [expected, expected],
      asciidoc: [expected],
      problems: [],
    })
  })
})

describe('leads to what is nearly called so from everywhere, and says it', () => {
  test.each([
    ['A.md', 'a.html'],
    ['upper/case.md', 'Upper/Case.html'],
    ['LOWER/', 'lower/readme.html'],
    ['Markdown/readme.MARKDOWN', 'markdown/index.html'],
  ])('%s', async (written, expected) => {
    const problems = [
      'links/case-differs README.md:3:7',
      'links/case-differs README.md:5:10',
      'links/case-differs doc.adoc:3:8',
      'summary/case-differs SUMMARY.md:3:9',
    ]
    expect(await meanings(written)).toMatchObject({
      summary: [expected],
      markdown: [expected, expected],
      asciidoc: [expected],
      problems: expect.arrayContaining(problems) as object,
    })
  })
})

describe('leads nowhere from anywhere', () => {
  test.each([
    ['empty/', 'links/folder-without-readme', 'summary/folder-without-readme'],
    ['gone.md', 'links/missing-file', 'summary/missing-page'],
    ['../out.md', 'links/outside-book', 'summary/outside-book'],
    ['%2e%2e/out.md', 'links/outside-book', 'summary/outside-book'],
  ])('%s', async (written, inPage, inSummary) => {
    expect(await meanings(written)).toEqual({
      summary: [],
      markdown: [written, written],
      asciidoc: [written],
      problems: [
        `${inPage} README.md:3:7`,
        `${inPage} README.md:5:10`,
        `${inSummary} SUMMARY.md:3:9`,
        `${inPage} doc.adoc:3:8`,
      ],
    })
  })
})

test('an address from the top that a language does not hold is looked for above the language', async () => {
  const built = await buildBook({
    'LANGS.md': '* [English](en/)\n* [中文](zh/)\n',
    'images/shared.png': 'x',
    'images/own.png': 'x',
    'en/SUMMARY.md': '* [Home](README.md)\n',
    'en/README.md': '# H\n\n![a](/images/shared.png) ![b](/images/own.png) ![c](/gone.png)\n',
    'en/images/own.png': 'y',
    'zh/SUMMARY.md': '* [首页](README.md)\n',
    'zh/README.md': '# 首页\n\n[it](/images/shared.png)\n',
  })
  expect(content(built, 'en/index.html').match(/src="[^"]*"/g)).toEqual([
    'src="../images/shared.png"',
    'src="images/own.png"',
    'src="/gone.png"',
  ])
  expect(hrefs(content(built, 'zh/index.html'))).toEqual(['../images/shared.png.html'])
  expect(codes(built)).toEqual(['images/missing-file en/README.md:3:53'])
})
