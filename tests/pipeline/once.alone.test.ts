import { expect, test, vi } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { build } from '../../src/pipeline/build.ts'
import { type Contents, buildBook, codes, site } from '../support/build-book.ts'

// A tenth of what it is.
vi.mock('../../src/pipeline/sizes.ts', () => ({ MANY_PAGES: 200, PAGES_OF_A_START: 10 }))

const book: Contents = {
  'README.md': '# Start\n\n[a](a.md) and [b](b/c.md#two)',
  'SUMMARY.md': '- [Start](README.md)\n- [A](a.md)\n- [C](b/c.md)',
  'a.md': 'text',
  'b/c.md': '# C\n\n## Two\n\n[back](../a.md)',
  '404.md': '# Not here\n\n[Start](README.md)',
}

test('a site that is made while it is written is the one that is kept in memory', async () => {
  const once = await build({ files: memoryFiles(book), once: true })
  const kept = await buildBook(book)
  expect(site(once)).toEqual(site(kept))
  // Whoever asks again gets the same.
  expect(site(once)).toEqual(site(kept))
  expect(codes(once)).toEqual(codes(kept))
})

test('what is wrong with a layout of the book is told before anything is written', async () => {
  const endless = {
    ...book,
    '_layouts/layouts/page.hbs': '{{> again}}',
    '_layouts/partials/again.hbs': '{{#if page}}x{{> again}}{{/if}}',
  }
  const once = await build({ files: memoryFiles(endless), once: true })
  expect(codes(once)).toEqual(codes(await buildBook(endless)))
  expect(codes(once).length).toBeGreaterThan(0)
})

const text = (index: number): string =>
  `# Page ${index}\n\nA *leaf* of [the next](p${(index + 1) % 210}.md). 树叶\n\n## Part\n\n\`x\``

test('the site of a large book is the same whether its results lie in memory or on the disk', async () => {
  const names = Array.from({ length: 210 }, (_, index) => `p${index}.md`)
  const large: Contents = {
    'README.md': '# Start',
    'GLOSSARY.md': '## Leaf\n\nPart of a tree.',
    'SUMMARY.md': names.map((name) => `- [${name}](${name})`).join('\n'),
    ...Object.fromEntries(names.map((name, index) => [name, text(index)])),
  }
  const once = await build({ files: memoryFiles(large), once: true })
  const kept = await buildBook(large)
  const result = once.memory.results.get(names[7] as BookPath)
  expect(Object.getOwnPropertyDescriptor(result, 'html')).not.toHaveProperty('value')
  expect(site(once)).toEqual(site(kept))
  expect(JSON.parse(JSON.stringify([...once.memory.results]))).toEqual(
    JSON.parse(JSON.stringify([...kept.memory.results])),
  )
})
