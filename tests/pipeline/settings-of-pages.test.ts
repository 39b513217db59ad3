// Settings that change what a page is: after one of them has changed, nothing of the results before is taken.
import { expect, test } from 'vitest'
import type { JsonObject } from '../../src/core/json.ts'
import { type Contents, buildBook, content } from '../support/build-book.ts'

const TEXT =
  '---\ntags: [wet]\n---\n# Pond\n\na\nb :fish:\n\n<!-- toc -->\n\n> **Note** c[^1]\n\n## Fish\n\n![e](e.png)\n\n## Reed\n\n[^1]: d\n'

const book = (settings: JsonObject): Contents => ({
  'book.json': JSON.stringify(settings),
  'README.md': TEXT,
})

test.each<JsonObject>([
  { lineBreaks: true },
  { emoji: true },
  { quotes: { bold: true } },
  { pageToc: { inline: true } },
  { figures: true },
  { tags: true },
])('%j', async (settings) => {
  const before = await buildBook(book({}))
  const [clean, after] = [
    await buildBook(book(settings)),
    await buildBook(book(settings), before.memory),
  ]
  expect(content(after, 'index.html')).toBe(content(clean, 'index.html'))
  expect(content(after, 'index.html')).not.toBe(content(before, 'index.html'))
})
