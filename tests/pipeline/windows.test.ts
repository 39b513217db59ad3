// Books written on Windows: lines end with a carriage return, and paths have backslashes. Their sites are those of the
// same book written elsewhere.
import { expect, test } from 'vitest'
import { type Contents, buildBook, codes, site } from '../support/build-book.ts'

const BOOK: Contents = {
  'book.json':
    '{\n  // the title\n  "title": "Garden",\n  "variables": { "name": "Ann" },\n  "redirects": { "old.html": "guide/pond.md" },\n  "logo": "images/a.svg",\n  "styles": { "website": "styles/own.css" },\n  "scripts": ["js/own.js"],\n  "links": { "sidebar": { "Pond": "guide/pond.md" } }\n}\n',
  'SUMMARY.md':
    '# Summary\n\n* [Garden](README.md)\n\n## Part\n\n* [Pond](guide/pond.md)\n  * [Beds](guide/beds.adoc)\n* [Deep](guide/pond.md#deep)\n',
  'GLOSSARY.md': '## Frog\n\nIt lives in the pond.\n',
  '.bookignore': '*.txt\n!kept.txt\n',
  'README.md':
    '---\ntitle: "Home"\ndescription: >-\n  Two\n  lines\n---\n\n# Garden of {{ book.name }}\n\n[pond](guide/pond.md#deep) ![a](images/a.svg) [beds](guide/beds.adoc)\n\n{% include "guide/part.md" %}\n\n{% hint style="info" %}\nA *hint*.\n{% endhint %}\n\nA frog.  \nA new line.\n\n```js\nconst a = 1\n\nconst b = 2\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n[ref]: guide/pond.md\n\nsee [ref]\n',
  'guide/part.md': 'Included,\nin two lines.\n',
  'guide/pond.md': '# Pond\n\n## Deep\n\n- a\n  - b\n\n[missing](gone.md)\n\n$$\na^2\n$$\n',
  'guide/beds.adoc':
    '= Beds\n\n[source,js]\n----\nlet a\n----\n\nimage::../images/a.svg[a]\n\n|===\n|a |b\n\n|1 |2\n|===\n',
  'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  'styles/own.css': 'a { color: red }\n',
  'js/own.js': 'x\n',
  'gone.txt': 'x',
  'kept.txt': 'x',
  '_layouts/partials/footer.hbs': '<footer>\n{{book.title}}\n</footer>\n',
}

/** Every text of a book, changed. */
function changed(change: (text: string, path: string) => string): Contents {
  return Object.fromEntries(
    Object.entries(BOOK).map(([path, text]) => [path, change(String(text), path)]),
  )
}

test('lines that end with a carriage return are lines', async () => {
  const here = await buildBook(BOOK)
  const there = await buildBook(changed((text) => text.replaceAll('\n', '\r\n')))
  expect(codes(there)).toEqual(codes(here))
  expect(site(there)).toEqual(site(here))
})

test('a byte order mark, as Notepad writes it, is no text', async () => {
  const here = await buildBook(BOOK)
  const there = await buildBook(
    changed((text, path) => (path.endsWith('.svg') ? text : `\uFEFF${text}`)),
  )
  expect(codes(there)).toEqual(codes(here))
  expect(site(there)).toEqual(site(here))
})

/** A page without the versions in the addresses of its files. */
const page = (pages: Record<string, string> | undefined, path: string): string | undefined =>
  pages?.[path]?.replaceAll(/\?v&#x3D;\w+/g, '')

test('paths with backslashes lead where those with slashes do', async () => {
  const here = await buildBook(BOOK)
  const there = await buildBook(
    changed((text, path) => {
      const one = path === 'book.json' ? '\\\\' : '\\'
      // In a text of a template a backslash means something else.
      if (text.includes('{% include')) return text
      return text.replaceAll(
        /(guide|images|styles|js)\/(?=[a-z]+\.(?:md|adoc|svg|css|js))/g,
        `$1${one}`,
      )
    }),
  )
  expect(codes(there)).toEqual(codes(here))
  const [html, other] = [here, there].map((built) => site(built))
  for (const path of ['index.html', 'guide/pond.html', 'guide/beds.html', 'old.html'])
    expect(page(other, path), path).toBe(page(html, path))
})
