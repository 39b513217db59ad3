// One meaning of a reference: whoever writes it, SUMMARY or a page in either language, it leads to the same place.
import { describe, expect, test } from 'vitest'
import { buildBook, content, codes, page } from '../support/build-book.ts'

const files = {
  'README.md': '# Home\n',
  'a.md': '# A\n',
  'c:/x.md': '# X\n',
  'v1.2/b.md': '# B\n',
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
    'doc.adoc': `= Doc\n\nlink:${written}[it]\n`,
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
    ['c:/x.md', 'c%3A/x.html'],
    ['//v1.2/b.md', 'v1.2/b.html'],
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
