import { expect, test } from 'vitest'
import { buildBook, content } from '../support/build-book.ts'

const lazyWith = async (before: string): Promise<readonly boolean[]> => {
  const built = await buildBook({
    'a.png': '',
    'b.png': '',
    'README.md': `# Beds\n\n${before}\n\n![a](a.png)\n\n![b](b.png)\n`,
  })
  return [...content(built, 'index.html').matchAll(/<img[^>]*>/g)].map(([image]) =>
    image.includes('loading="lazy"'),
  )
}

test('the first image is loaded at once where it stands on the first screen, the second when it is near', async () => {
  expect(await lazyWith('A few words.')).toEqual([false, true])
  expect(await lazyWith('Words. '.repeat(100))).toEqual([false, true])
})

test('an image below many words or many lines of code is loaded when it is near', async () => {
  expect(await lazyWith('Words. '.repeat(400))).toEqual([true, true])
  expect(await lazyWith(`\`\`\`js\n${'go()\n'.repeat(60)}\`\`\``)).toEqual([true, true])
  expect(await lazyWith(`\`\`\`\n${'go\n'.repeat(60)}\`\`\``)).toEqual([true, true])
})

test.each([
  ['README.md', '# Beds\n\n![a](a.png#only-dark) ![a](a.png#only-light)\n\n![b](b.png)\n'],
  [
    'README.adoc',
    '= Beds\n\nimage::a.png#only-dark[a]\n\nimage::a.png#only-light[a]\n\nimage::b.png[b]\n',
  ],
])('images for one theme alone are not the first one of %s', async (name, text) => {
  const built = await buildBook({ 'a.png': '', 'b.png': '', [name]: text })
  const images = [...content(built, 'index.html').matchAll(/<img[^>]*>/g)].map(([image]) => image)
  expect(images.map((image) => image.includes('loading="lazy"'))).toEqual([true, true, false])
})
