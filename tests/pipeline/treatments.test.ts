import { expect, test } from 'vitest'
import { memoryFiles } from '../../src/files/memory.ts'
import { build } from '../../src/pipeline/build.ts'
import { treatments } from '../../src/pipeline/treatments.ts'

test('every plugin of a book is named once, with what becomes of it', async () => {
  const plugins = ['splitter', 'image-captions', 'lightbox', 'own@1.0', 'splitter', '-lunr']
  const files = memoryFiles({
    'README.md': '# A\n',
    'book.json': JSON.stringify({ plugins }),
  })
  const { book } = await build({ files })
  expect(treatments(book!).map(({ name, treatment }) => `${name} ${treatment}`)).toEqual([
    'splitter always',
    'image-captions built-in',
    'lightbox always',
    'own unknown',
    'lunr off',
  ])
})
