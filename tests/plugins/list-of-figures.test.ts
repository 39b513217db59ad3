// Numbers of pictures through the whole book, and lists of them in pages, as image-captions made them.
import { expect, test } from 'vitest'
import { type Contents, buildBook, codes, content, page, site } from '../support/build-book.ts'

const OPTIONS = {
  variable_name: 'pictures',
  caption: 'Fig. _BOOK_IMAGE_NUMBER_: _CAPTION_',
  list_caption: 'Page _PAGE_LEVEL_: _CAPTION_',
  images: { '1.1.2': { skip: true }, '1.2.1': { list_caption: 'Pond' } },
}
const LOOP = [
  '{% for picture in book.pictures %}',
  '{{ picture.nro }}. [{{ picture.list_caption }}]({{ picture.backlink }}) {{ picture.src }}',
  '{% endfor %}',
]

const book = (list: string = LOOP.join('\n'), options: object = OPTIONS): Contents => ({
  'book.json': JSON.stringify({
    plugins: ['image-captions'],
    pluginsConfig: { 'image-captions': options },
    variables: { pictures: [] },
  }),
  'README.md': '# Beds\n\n![Plan](i/a.png)\n\n![Soil](i/a.png)\n\n![in](i/a.png) a line\n',
  'a/pond.md': '# Pond\n\n> [![Pond in *May*](../i/a.png "In May")](https://x.org)\n',
  'a/list.md': `# Figures\n\n${list}\n`,
  'unlisted.md': '# Unlisted\n\n![Alone](i/a.png)\n',
  'SUMMARY.md': '* [Beds](README.md)\n* [Pond](a/pond.md)\n* [Figures](a/list.md)\n',
  'i/a.png': '',
})

const captions = (html: string): readonly string[] =>
  [...html.matchAll(/<figcaption>([^<]*)</g)].map(([, words = '']) => words)
const links = (html: string): readonly string[] =>
  [...html.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(
    ([, href = '', words = '']) => `${words} -> ${href}`,
  )

test('numbers of the book go on from page to page, over pictures that are left out', async () => {
  const built = await buildBook(book())
  expect(captions(page(built, 'index.html'))).toEqual(['Fig. 1: Plan'])
  expect(captions(page(built, 'a/pond.html'))).toEqual(['Fig. 3: In May'])
})

test('a list has the captions, the numbers, and links that lead to the pictures', async () => {
  const built = await buildBook(book())
  const list = content(built, 'a/list.html')
  expect(links(list)).toEqual([
    'Page 1.1: Plan -> ../index.html#fig1.1.1',
    'Pond -> pond.html#fig1.2.1',
  ])
  expect(list).toContain('</a> /i/a.png')
  expect(codes(built).filter((one) => !one.startsWith('plugins/'))).toEqual([])
})

test('a list that is indented below the tag that repeats it is a list', async () => {
  const list = [
    '  {% for p in book.pictures %}',
    '    1. [{{ p.label }}]({{ p.backlink }})',
    '  {% endfor %}',
  ]
  const html = content(await buildBook(book(list.join('\n'))), 'a/list.html')
  expect(html.match(/<li>/g)).toHaveLength(2)
  expect(links(html)).toEqual(['Plan -> ../index.html#fig1.1.1', 'In May -> pond.html#fig1.2.1'])
})

test.each([
  ['code below a tag', '{% if true %}\n    sudo {{ book.title }}\n{% endif %}'],
  ['a sample of templates', '    {% for a in b %}\n        - {{ a }}\n    {% endfor %}'],
  ['code behind an empty line', '{% if true %}\n\n    - {{ book.title }}\n{% endif %}'],
])('%s stays code', async (_name, text) => {
  expect(content(await buildBook(book(text)), 'a/list.html')).toMatch(/<pre[^]*(?:sudo|-) /)
})

test('the usual name is _pictures, the usual words are those of the package', async () => {
  const list =
    '{% for p in book._pictures %}\n- [{{ p.list_caption }}]({{ p.backlink }})\n{% endfor %}'
  const html = content(await buildBook(book(list, {})), 'a/list.html')
  expect(links(html)[0]).toBe('Figure: Plan -> ../index.html#fig1.1.1')
})

test('without the plugin the variable is what the book says', async () => {
  const contents = { ...book(), 'book.json': '{"variables": {"pictures": [{"nro": 7}]}}' }
  expect(content(await buildBook(contents), 'a/list.html')).toContain('<ol start="7">')
})

test('after a picture is gone, a build with a memory is a clean one', async () => {
  const before = await buildBook(book())
  const after = { ...book(), 'README.md': '# Beds\n\n![Soil](i/a.png)\n' }
  const again = await buildBook(after, before.memory)
  expect(site(again)).toEqual(site(await buildBook(after)))
  expect(captions(page(again, 'a/pond.html'))).toEqual(['Fig. 2: In May'])
  expect([...again.rendered].toSorted()).toEqual(['README.md', 'a/list.md', 'a/pond.md'])
})

test('a caption without that number does not wait for the rest of the book', async () => {
  const options = { caption: '_CAPTION_' }
  const before = await buildBook(book('', options))
  const after = { ...book('', options), 'README.md': '# Beds\n\n![Soil](i/a.png)\n' }
  expect((await buildBook(after, before.memory)).rendered).toEqual(['README.md'])
})

test('a page that is in no list counts for itself', async () => {
  const linked = { ...book(), 'README.md': '# Beds\n\n[more](unlisted.md)\n\n![Plan](i/a.png)\n' }
  expect(captions(page(await buildBook(linked), 'unlisted.html'))).toEqual(['Fig. 1: Alone'])
})
