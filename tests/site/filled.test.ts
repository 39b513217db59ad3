import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type Contents, buildBook, site } from '../support/build-book.ts'

const templates = path.resolve(import.meta.dirname, '../../templates/partials')
/** A partial of the theme as it is: all templates of such a book are run by Handlebars. */
const replaced: Contents = {
  '_layouts/partials/icon.hbs': readFileSync(path.join(templates, 'icon.hbs')),
}

const chapters = Array.from({ length: 120 }, (_, index) => `  - [A & "B" ${index}](c/${index}.md)`)
const pages = Object.fromEntries(
  chapters.map((_, index) => [
    `c/${index}.md`,
    index % 3 === 0
      ? `---\ndescription: a = 'b' <c>\nicon: rocket\n---\n\ntext without a heading\n`
      : `# Page \`${index}\`\n\n## Two\n\n### Three & more\n\n![x](../x.png)\n`,
  ]),
)

const books: readonly (readonly [string, Contents])[] = [
  ['an empty book', { 'README.md': '' }],
  [
    'a small book',
    {
      'README.md': '# One\n\n## Two',
      'SUMMARY.md': '- [One](README.md)\n- [X](x.md)',
      'x.md': 'x',
    },
  ],
  [
    'a large book with everything',
    {
      ...pages,
      'README.md': '# Start',
      'SUMMARY.md': `# Summary\n\n- [Start](README.md)\n- [No page]()\n- [Elsewhere](https://example.org)\n\n## A part\n\n- [First](c/0.md)\n${chapters.join('\n')}\n\n---\n\n- [Last](last.md)`,
      'last.md': '# Last',
      'GLOSSARY.md': '## Word\n\nWhat it is.',
      'book.json': JSON.stringify({
        title: '<Title> & more',
        author: "O'Author",
        siteUrl: 'https://example.org/b/',
        theme: {
          repository: 'https://example.org/r',
          footer: '*Footer*',
          numbers: true,
          reader: { offline: true, sharing: true, markdown: true },
          editLink: { base: 'https://example.org/edit' },
        },
      }),
    },
  ],
  [
    'a book in two languages, one from right to left',
    {
      'LANGS.md': '- [English](en)\n- [עברית](he)',
      'en/README.md': '# Start\n\n[next](a.md)',
      'en/a.md': '# A',
      'en/SUMMARY.md': '- [Start](README.md)\n- [A](a.md)',
      'he/README.md': '# התחלה\n\nטקסט',
      'he/SUMMARY.md': '- [התחלה `--no-cache`](README.md)',
      'he/book.json': JSON.stringify({ language: 'he' }),
    },
  ],
]

/** Pages name the versions of files, which follow from the templates. */
function withoutVersions(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, text.replaceAll(/[\da-f]{8,}/g, '')]),
  )
}

test.each(books)('%s looks as Handlebars would have it', async (_, book) => {
  const ours = withoutVersions(site(await buildBook(book)))
  const others = withoutVersions(site(await buildBook({ ...book, ...replaced })))
  expect(Object.keys(ours).length).toBeGreaterThan(3)
  expect(ours).toEqual(others)
})
