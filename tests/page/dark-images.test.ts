import { expect, test } from 'vitest'
import { buildBook, content } from '../support/build-book.ts'

const light = { 'i/甲 a.png': '', 'README.md': '![x](<i/甲 a.png>)' }

const picture = (dark: string): string =>
  `<picture><source srcset="i/${encodeURI(dark)}" media="(prefers-color-scheme: dark)"><img src="i/${encodeURI('甲 a.png')}" alt="x" decoding="async"></picture>`

test.each(['甲 a.dark.png', '甲 a-dark.png'])(
  'an image with %s beside it has two forms',
  async (dark) => {
    const built = await buildBook({ ...light, [`i/${dark}`]: '' })
    expect(content(built, 'index.html')).toBe(`<p>${picture(dark)}</p>`)
  },
)

test('an image without one has one form, and so has the dark one itself', async () => {
  const html = content(
    await buildBook({ ...light, 'i/b.dark.png': '', 'i/b.dark.dark.png': '' }),
    'index.html',
  )
  expect(html).not.toContain('<picture>')
  const files = { 'b.dark.png': '', 'b.dark.dark.png': '', 'README.md': '![](b.dark.png)' }
  expect(content(await buildBook(files), 'index.html')).not.toContain('<picture>')
})

test('a page gets the second form when it appears, and loses it when it goes', async () => {
  const before = await buildBook(light)
  const with2 = await buildBook({ ...light, 'i/甲 a.dark.png': '' }, before.memory)
  expect(with2.rendered).toEqual(['README.md'])
  expect(content(with2, 'index.html')).toContain('<picture>')
  const after = await buildBook(light, with2.memory)
  expect(content(after, 'index.html')).not.toContain('<picture>')
})

test('an image of AsciiDoc has two forms, too', async () => {
  const built = await buildBook({
    'README.adoc': '= A\n\nimage::i/a.png[x]\n',
    'i/a.png': '',
    'i/a.dark.png': '',
  })
  expect(content(built, 'index.html')).toContain(
    '<picture><source srcset="i/a.dark.png" media="(prefers-color-scheme: dark)"><img src="i/a.png" alt="x"',
  )
})
