// Tags: words that a page is filed under, in its front matter or in a line of its own, and the page that lists them.
import { expect, test } from 'vitest'
import { build } from '../../src/pipeline/build.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { type Contents, buildBook, codes, content, page, site } from '../support/build-book.ts'

const BOOK = { 'book.json': JSON.stringify({ plugins: ['tags'] }) }

async function shown(text: string, book: Contents = BOOK): Promise<string> {
  const built = await buildBook({ ...book, 'README.md': text })
  expect(codes(built)).toEqual([])
  return content(built, 'index.html')
}
const LIST =
  '<ul class="tags"><li><a href="tags.html#spring">spring</a></li><li><a href="tags.html#root-crops">root crops</a></li></ul>'

test.each([
  'tags: spring, root crops',
  'tags: [spring, root crops]',
  'tags: [spring, {tag: root crops}]',
])('stand below the title and lead to their list (%s)', async (line) => {
  expect(await shown(`---\n${line}\n---\n\n# Beds\n\nText.\n`)).toContain(LIST)
})

test.each(['tags: spring, root crops', 'Tags: ["spring", \'root crops\']'])(
  'stand where their line is (%s)',
  async (line) => {
    const html = await shown(`# Beds\n${line}\n\nText *here*.\n`)
    expect(html).toContain(LIST)
    expect(html).toContain('<p>Text <em>here</em>.</p>')
    expect(html).not.toMatch(/tags:/i)
  },
)

test('are text in code, among other words, and without the plugin', async () => {
  const html = await shown(
    '# Beds\n\n```\n\ntags: a, b\n\n```\n\nThe tags: a, b\n\ntags: a\nmore\n',
  )
  expect(html).not.toContain('class="tags"')
  const line = '# Beds\n\ntags: a, x < y\n\nx\n'
  expect(await shown(line, {})).toContain('tags: a')
  expect(await shown(line)).toContain('>x &lt; y</a></li>')
})

const GARDEN: Contents = {
  'book.json': JSON.stringify({ tags: true, language: 'en' }),
  'SUMMARY.md': '* [Start](README.md)\n* [Beds](a/beds.md)\n* [The pond](pond.md)\n',
  'README.md': '# Garden\n\nSee [all](tags.md#spring) and [drafts](draft.md).\n',
  'a/beds.md': '---\ntags: [Spring, C#]\n---\n\n# Beds\n',
  'pond.md': '# Pond\n\ntags: spring, tags, 数学\n\nText.\n',
  'draft.md': '---\ntags: spring, nowhere\n---\n\n# Draft\n',
}

test('are listed with their pages on a page that nobody wrote', async () => {
  const built = await buildBook(GARDEN)
  expect(codes(built)).toEqual(['links/unlisted-page README.md:3:40'])
  const list = content(built, 'tags.html')
  const found = [...list.matchAll(/<h2 id="([^"]*)">([^<]*)|<li>(.*?)<\/li>/g)]
  expect(found.map(([, id, name, item]) => item ?? `${id} ${name}`)).toEqual([
    'c# C#',
    '<a href="a/beds.html">Beds</a>',
    'spring Spring',
    '<a href="a/beds.html">Beds</a>',
    '<a href="pond.html">The pond</a>',
    'tags tags',
    '<a href="pond.html">The pond</a>',
    '数学 数学',
    '<a href="pond.html">The pond</a>',
  ])
  expect(content(built, 'a/beds.html')).toContain('<a href="../tags.html#c%23">C#</a>')
  expect(page(built, 'index.html')).toContain('<li><a href="tags.html">Tags</a></li>')
  expect(page(built, 'tags.md')).toContain('- [The pond](pond.md)')
})

test('of pages that the menu does not name are words alone', async () => {
  const built = await buildBook(GARDEN)
  expect(content(built, 'draft.html')).toContain('<li>spring</li><li>nowhere</li>')
})

test('are found by the search', async () => {
  const built = await buildBook(GARDEN)
  const files = Object.entries(site(built)).filter(([path]) => /search\/b\d+\.js$/.test(path))
  const text = files.map(([, file]) => file).join('')
  expect(text).toContain('tags.html')
  expect(text).toMatch(/a\/beds\.html[^\]]*Spring/)
})

test('have a list for each language, with a title in it', async () => {
  const built = await buildBook({
    'book.json': JSON.stringify({ plugins: ['tags'] }),
    'LANGS.md': '* [English](en)\n* [中文](zh-hans)\n',
    'en/README.md': '---\ntags: a\n---\n\n# One\n',
    'zh-hans/README.md': '---\ntags: 甲，乙\n---\n\n# 一\n',
  })
  expect(codes(built)).toEqual([])
  expect(content(built, 'en/tags.html')).toContain('<h2 id="a">a')
  const list = content(built, 'zh-hans/tags.html')
  expect(list).toMatch(/<h1 id="[^"]*">标签</)
  expect(list).toContain('<h2 id="甲">甲')
  expect(list).not.toContain('>a<')
  expect(content(built, 'zh-hans/index.html')).toContain('href="tags.html#%E7%94%B2"')
})

test('are listed behind what an author says of them, or where they ask for it', async () => {
  const said = await buildBook({ ...GARDEN, 'tags.md': '# By topic\n\nWords.\n' })
  expect(content(said, 'tags.html')).toMatch(
    /By topic[^]*<p>Words\.<\/p>[^]*<div class="tagged">\s*<h2 id="c#">/,
  )
  const asked = await buildBook({ ...GARDEN, 'tags.md': '# By topic\n\n{% tags %}\n\nWords.\n' })
  expect(content(asked, 'tags.html')).toMatch(/<h2 id="c#">[^]*<p>Words\.<\/p>/)
  const elsewhere = await buildBook({ 'README.md': '---\ntags: a\n---\n\n# T\n\n{% tags %}\n' })
  expect(content(elsewhere, 'index.html')).toContain('<h2 id="a">a')
})

test('make no page in a book without any', async () => {
  const built = await buildBook({ ...BOOK, 'README.md': '# Garden\n' })
  expect(Object.keys(site(built))).not.toContain('tags.html')
})

test('carry the names and symbols that GitBook.com gave them', async () => {
  const built = await buildBook({
    'book.json': JSON.stringify({ tags: true, dialect: 'gitbook.com' }),
    '.gitbook/tags.yaml': '- tag: ga\n  label: Generally available\n  icon: rocket\n',
    'README.md': '---\ntags:\n  - tag: ga\n---\n\n# Start\n',
  })
  expect(content(built, 'tags.html')).toMatch(
    /<h2 id="ga">(?:<span id="[^"]*"><\/span>)?<span class="[^"]*rocket[^"]*" aria-hidden="true"><\/span>Generally available/,
  )
  expect(content(built, 'index.html')).toMatch(
    /<a href="tags.html#ga"><span[^>]*><\/span>Generally available<\/a>/,
  )
})

test('that change leave the same site as a build from nothing', async () => {
  const changes: readonly Contents[] = [
    { 'pond.md': '---\ntags: frogs\n---\n\n# Pond\n' },
    { 'pond.md': '# Pond\n', 'a/beds.md': '# Beds\n' },
    { 'a/beds.md': '---\ntags: [new]\n---\n\n# Beds\n' },
    { 'tags.md': '# Mine\n' },
    { 'SUMMARY.md': '* [Start](README.md)\n* [Beds](a/beds.md)\n* [Draft](draft.md)\n' },
  ]
  let contents = GARDEN
  let { memory } = await buildBook(contents)
  for (const change of changes) {
    contents = { ...contents, ...change }
    const again = await build({ files: memoryFiles(contents) }, memory)
    const fresh = await buildBook(contents)
    expect(site(again)).toEqual(site(fresh))
    expect(codes(again)).toEqual(codes(fresh))
    ;({ memory } = again)
  }
})
