// Books of mdBook as they are: nothing of them has to be changed.
import { describe, expect, test } from 'vitest'
import type { Chapter } from '../../src/core/book.ts'
import type { Built } from '../../src/pipeline/built.ts'
import { type Contents, buildBook, codes, content, page, site } from '../support/build-book.ts'
import { english } from '../support/english.ts'

const TOML = '[book]\ntitle = "Garden"\nlanguage = "en"\n'

function bookOf(contents: Contents, toml = TOML): Contents {
  return {
    'book.toml': toml,
    'src/SUMMARY.md': '# Summary\n\n- [Beds](beds.md)\n- [Pond](pond.md)\n',
    'src/beds.md': '# Beds\n',
    'src/pond.md': '# Pond\n',
    ...contents,
  }
}

/** Such a book in a folder. */
const inFolder = (folder: string, title: string): Contents =>
  Object.fromEntries(
    Object.entries(bookOf({}, TOML.replace('Garden', title))).map(([path, text]) => [
      `${folder}/${path}`,
      text,
    ]),
  )

/** A page with this text, built. */
async function shown(text: string, contents: Contents = {}, toml?: string): Promise<Built> {
  return buildBook(bookOf({ 'src/beds.md': text, ...contents }, toml))
}

const bedsOf = (built: Built): string => content(built, 'index.html')

/** What a page shows, tags aside. */
const wordsOf = (built: Built): string =>
  bedsOf(built)
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .trim()

const faults = (built: Built): readonly string[] =>
  codes(built).filter((code) => !code.startsWith('book/recognized'))

describe('SUMMARY', () => {
  const summary = [
    '# Summary',
    '[Title page](title.md)',
    '[Foreword](foreword.md)',
    '',
    '# Beds',
    '',
    '- [North](north.md)',
    '    - [Rows](rows.md)',
    '    - [Not yet]()',
    '- [South](south.md)',
    '',
    '---',
    '',
    '# Trees',
    '',
    '- [Apple](apple.md)',
    '',
    '[Appendix](appendix.md)',
    '',
    '[Thanks](thanks.md)',
    '',
  ].join('\n')
  const names = ['title', 'foreword', 'north', 'rows', 'south', 'apple', 'appendix', 'thanks']
  const pages = Object.fromEntries(names.map((name) => [`src/${name}.md`, `# ${name}\n`]))
  const book = { 'book.toml': TOML, 'src/SUMMARY.md': summary, ...pages }

  const outline = ({ title, number, kind, children }: Chapter): readonly unknown[] =>
    children.length === 0
      ? [title, number, kind]
      : [title, number, kind, children.map((child) => outline(child))]

  test('has chapters around the lists, parts, drafts, and numbers that go on', async () => {
    const built = await buildBook(book)
    const parts = built.book?.spaces[0]?.parts ?? []
    expect(parts.map(({ title, chapters }) => [title, ...chapters.map(outline)])).toEqual([
      ['', ['Title page', '', 'page'], ['Foreword', '', 'page']],
      [
        'Beds',
        [
          'North',
          '1',
          'page',
          [
            ['Rows', '1.1', 'page'],
            ['Not yet', '1.2', 'draft'],
          ],
        ],
        ['South', '2', 'page'],
      ],
      ['Trees', ['Apple', '3', 'page']],
      ['', ['Appendix', '', 'page']],
      ['', ['Thanks', '', 'page']],
    ])
    expect(faults(built)).toEqual([])
  })

  test('is read in order, with its numbers in the menu', async () => {
    const built = await buildBook(book)
    const first = page(built, 'index.html')
    expect(first).toContain('<h1 id="title">')
    expect(first).toContain('rel="next" href="foreword.html"')
    expect(page(built, 'foreword.html')).toContain('<b>1.1.</b> Rows')
    expect(page(built, 'foreword.html')).toContain('<a href="appendix.html">Appendix</a>')
    expect(page(built, 'apple.html')).toContain('rel="next" href="appendix.html"')
  })

  test('leads from the other address of the first chapter to it', async () => {
    const built = await buildBook(book)
    expect(page(built, 'title.html')).toContain('url=index.html')
    const named = await buildBook({ ...book, 'src/SUMMARY.md': '- [Start](README.md)\n' })
    expect(Object.keys(site(named))).not.toContain('title.html')
  })

  test('of other books stays what it was', async () => {
    const built = await buildBook({
      'SUMMARY.md': '# Summary\n\n[Before](a.md)\n\n# Part\n\n* [Start](README.md)\n',
      'README.md': '# Start\n',
      'a.md': '# A\n',
    })
    expect(codes(built)).toEqual([
      'summary/lost-link SUMMARY.md:3:10',
      'summary/lost-heading SUMMARY.md:5:1',
    ])
  })
})

describe('what a repository holds', () => {
  test('is said in one line', async () => {
    const built = await buildBook(bookOf({}))
    expect(built.diagnostics.map((one) => english(one).message)).toEqual([
      'Read as a book of mdBook, by its book.toml: src',
    ])
    expect(built.book).toMatchObject({ root: 'src/', config: { title: 'Garden' } })
  })

  test('may be several of them, or one below', async () => {
    const several = await buildBook({ ...inFolder('guide', 'Guide'), ...inFolder('api', 'API') })
    expect(several.book?.spaces.map(({ root, config }) => [root, config.title])).toEqual([
      ['api/src/', 'API'],
      ['guide/src/', 'Guide'],
    ])
    const below = await buildBook({ 'README.md': '# R\n', ...inFolder('docs', 'Docs') })
    expect(below.book).toMatchObject({ root: 'docs/src/', config: { title: 'Docs' } })
    // It begins with its first chapter, whatever the repository begins with.
    expect(below.book?.spaces[0]?.readme).toBe('docs/src/beds.md')
  })

  test('is no mdBook where another table of contents stands at its top, or where src holds none', async () => {
    const moved = await buildBook(
      bookOf({ 'SUMMARY.md': '* [Old](README.md)\n', 'README.md': '# Old\n' }),
    )
    expect(moved.book?.root).toBe('')
    const { 'src/SUMMARY.md': _, ...rest } = bookOf({ 'README.md': '# R\n' })
    expect((await buildBook(rest)).book?.spaces[0]?.dialect).toBe('gitbook')
  })
})

describe('book.toml', () => {
  test('says what our configuration has a word for', async () => {
    const toml = `# A comment
[book]
title = 'Garden'
authors = ["Li Lei", "Han Meimei"]
description = """
Beds"""
src = "text"
text-direction = "rtl"

[output.html]
no-section-label = true
git-repository-url = "https://example.org/garden"
edit-url-template = "https://example.org/garden/edit/main/{path}"
cname = "garden.example.org"
site-url = "/book/"
mathjax-support = true
fold = { enable = true }
[output.html.redirect]
"/old/a.html" = "../beds.html"
"/b.html" = "/pond.html"
`
    const { 'src/SUMMARY.md': summary = '', ...pages } = bookOf({}, toml)
    const built = await buildBook({
      'book.toml': toml,
      'text/SUMMARY.md': summary,
      'text/beds.md': pages['src/beds.md'] ?? '',
      'text/pond.md': pages['src/pond.md'] ?? '',
    })
    expect(faults(built)).toEqual([])
    expect(built.book?.config).toMatchObject({
      title: 'Garden',
      author: 'Li Lei, Han Meimei',
      description: 'Beds',
      direction: 'rtl',
      siteUrl: 'https://garden.example.org/book/',
      formulas: { brackets: 'always' },
      redirects: [
        { from: '/old/a.html', to: 'beds.html', at: { file: 'book.toml', start: { line: 19 } } },
        { from: '/b.html', to: '/pond.html' },
      ],
      theme: {
        numbers: false,
        folding: true,
        repository: 'https://example.org/garden',
      },
    })
    expect(page(built, 'pond.html')).toContain('garden/edit/main/text/pond.md')
    expect(page(built, 'old/a.html')).toContain('url=../index.html')
  })

  test('says where pages are changed, found and hidden', async () => {
    const toml = `${TOML}[output.html]
edit-url-template = "https://example.org/src/main/guide/{path}?mode=edit"
cname = "example.org"
site-url = "/guide/"
math = true
[output.html.search]
enable = false
[output.html.redirect]
"/a/old.html" = "../pond.html"
"/a/gone.html" = "../../std/vec.html#new"
`
    const top = Object.fromEntries(
      Object.entries(bookOf({}, toml)).map(([path, text]) => [`guide/${path}`, text] as const),
    )
    const built = await buildBook(top)
    expect(faults(built)).toEqual([])
    expect(page(built, 'pond.html')).toContain(
      'https://example.org/src/main/guide/src/pond.md?mode&#x3D;edit',
    )
    expect(page(built, 'pond.html')).not.toContain('role="search"')
    expect(page(built, 'a/old.html')).toContain('url=../pond.html')
    expect(page(built, 'a/gone.html')).toContain('url=https://example.org/std/vec.html#new')
    expect(built.book?.config.formulas).toMatchObject({ dollars: true })
  })

  test('yields to a book.json beside it', async () => {
    const built = await buildBook(bookOf({ 'book.json': '{"title": "Mine"}' }))
    expect(built.book?.config).toMatchObject({ title: 'Mine', root: 'src/' })
  })

  test('that is none costs its settings alone', async () => {
    const built = await buildBook(bookOf({}, '[book]\ntitle = Garden\n'))
    expect(faults(built)).toEqual(['config/invalid-toml book.toml:2:9'])
    expect(bedsOf(built)).toContain('Beds')
    const deep = await buildBook(bookOf({}, `a = ${'['.repeat(5000)}${']'.repeat(5000)}\n`))
    expect(faults(deep)).toEqual([expect.stringContaining('config/invalid-toml')])
  })

  test('names what has no use here, and what is of another kind', async () => {
    const toml = `${TOML}[output.html]\nadditional-js = ["x.js"]\n[preprocessor.mermaid]\n[preprocessor.tikz]\ncommand = "x"\n`
    const built = await buildBook(bookOf({}, toml))
    expect(faults(built)).toEqual(['config/unused-mdbook book.toml:7:1'])
    const more = `${TOML}[output.html]\nedit-url-template = "https://e.org/x"\ninput-404 = "lost.md"\nprint.enable = false\nsearch.chapter."a.md".enable = false\n`
    const told = (await buildBook(bookOf({}, more))).diagnostics.map((one) => english(one).message)
    for (const key of ['input-404', 'edit-url-template', 'print.enable', 'search.chapter'])
      expect(told.join('\n')).toContain(`output.html.${key}`)
    const wrong = await buildBook(bookOf({}, '[book]\ntitle = 7\n'))
    expect(faults(wrong)).toEqual(['config/wrong-type book.toml:2:1'])
  })
})

describe('the theme of mdBook', () => {
  const titles = '<p class="callout-title">Warning</p>'

  test.each([
    ['<div class="warning">\n\nMind *it*.\n\n</div>', '<em>it</em>'],
    ['<div class="warning">Mind it.</div>', 'Mind it.'],
    ['- a\n\n  <div class="warning">\n\n  Mind it.\n\n  </div>', 'Mind it.'],
  ])('shows a warning as a callout: %j', async (text, words) => {
    const html = bedsOf(await shown(`# Beds\n\n${text}\n`))
    expect(html).toContain(`<div class="warning callout callout-warning" role="note">\n${titles}`)
    expect(html).toContain(words)
  })

  test('does not show what is hidden, and search does not find it', async () => {
    const built = await shown('# Beds\n\n<div class="hidden">\n\nUnder *soil*.\n\n</div>\n\nUp.\n')
    expect(bedsOf(built)).toContain('<div class="hidden" hidden="">')
    const found = Object.entries(site(built)).filter(([path]) => path.includes('/search/'))
    expect(found.join('\n')).toMatch(/\bup\b/i)
    expect(found.join('\n')).not.toMatch(/\bsoil\b/i)
  })

  test.each([
    ['theme/favicon.svg', '', 'theme/favicon.svg'],
    ['theme/favicon.png', '', 'theme/favicon.png'],
    ['look/favicon.png', '[output.html]\ntheme = "./look"\n', 'look/favicon.png'],
    ['src/theme/favicon.svg', '[output.html]\ntheme = "src/theme"\n', 'theme/favicon.svg'],
  ])('gives the book its picture for tabs: %s', async (file, toml, output) => {
    const files = { ...bookOf({}, TOML + toml), [file]: 'x', 'theme/other.png': 'y' }
    const below = Object.entries(files).map(([path, text]) => [`guide/${path}`, text] as const)
    const built = await buildBook(files)
    expect(page(built, 'pond.html')).toContain(`<link rel="icon" href="${output}">`)
    expect(Object.keys(site(built))).toContain(output)
    expect(Object.keys(site(built))).not.toContain('theme/other.png')
    const deep = await buildBook(Object.fromEntries(below))
    expect(page(deep, 'pond.html')).toMatch(/<link rel="icon" href="[^"]*favicon\.(?:svg|png)">/)
  })

  test('leaves other elements and books alone', async () => {
    const text = '<div class="warnings">x</div>\n\n<p class="warning">y</p>\n'
    expect(bedsOf(await shown(text))).not.toContain('callout')
    const other = await buildBook({ 'README.md': '<div class="warning">z</div>\n' })
    expect(content(other, 'index.html')).not.toContain('callout')
  })

  test.each([
    ['default-theme = "coal"', 'dark'],
    ['default-theme = "Ayu"\npreferred-dark-theme = "navy"', 'dark'],
    ['preferred-dark-theme = "rust"', 'light'],
    ['default-theme = "rust"', 'auto'],
    ['default-theme = "navy"\npreferred-dark-theme = "light"', 'auto'],
  ])('has colors: %j', async (lines, theme) => {
    const built = await buildBook(bookOf({}, `${TOML}[output.html]\n${lines}\n`))
    expect(built.book?.config.theme.reader.theme).toBe(theme)
  })

  test('sets no other quotes than were typed, and says so', async () => {
    const built = await buildBook(bookOf({}, `${TOML}[output.html]\nsmart-punctuation = true\n`))
    expect(faults(built)).toEqual(['config/unused-mdbook book.toml:5:1'])
    const off = await buildBook(bookOf({}, `${TOML}[output.html]\nsmart-punctuation = false\n`))
    expect(faults(off)).toEqual([])
  })
})

describe('{{#include}}', () => {
  const main = [
    'use std::fmt;',
    '// ANCHOR: bed',
    'struct Bed {',
    '    // ANCHOR: name',
    '    name: String,',
    '    // ANCHOR_END: name',
    '}',
    '// ANCHOR_END: bed',
    'fn main() {}',
    '',
  ].join('\n')
  const files = { 'code/main.rs': main }
  const of = async (directive: string): Promise<string> => {
    const built = await shown(`\`\`\`\n${directive}\n\`\`\`\n`, files)
    expect(faults(built)).toEqual([])
    return wordsOf(built)
  }

  test.each([
    ['{{#include ../code/main.rs}}', /^use std::fmt;\nstruct Bed \{\n {4}name: String,\n\}\nfn/],
    ['{{#include ../code/main.rs:1}}', /^use std::fmt;$/],
    ['{{#include ../code/main.rs:3:5}}', /^struct Bed \{\n {4}name: String,$/],
    ['{{#include ../code/main.rs:7:}}', /^\}\nfn main\(\) \{\}$/],
    ['{{#include ../code/main.rs::3}}', /^use std::fmt;\nstruct Bed \{$/],
    ['{{#include ../code/main.rs:bed}}', /^struct Bed \{\n {4}name: String,\n\}$/],
    ['{{ #rustdoc_include ../code/main.rs:name }}', /^name: String,$/],
  ])('%s', async (directive, wanted) => {
    expect(await of(directive)).toMatch(wanted)
  })

  test('brings text whose links count from the page, or else from the file', async () => {
    const built = await shown('{{#include parts/a.md}}\n', {
      'src/parts/a.md': 'See [pond](pond.md), [b](b.md) and [gone](gone.md), {{#include b.md}}.\n',
      'src/parts/b.md': 'b in a',
    })
    expect(bedsOf(built)).toContain('<a href="pond.html">pond</a>')
    expect(bedsOf(built)).toContain('<a href="parts/b.html">b</a>')
    expect(wordsOf(built)).toContain('b in a.')
    expect(faults(built)).toEqual([
      'links/unlisted-page src/parts/a.md:1:26',
      'links/missing-file src/parts/a.md:1:43',
    ])
  })

  test('stays in the list and in the quote that it stands in', async () => {
    const built = await shown(
      '- item\n\n  ```\n  {{#include ../code/main.rs:3:7}}\n  ```\n\n> {{#include two.md}}\n',
      { ...files, 'src/two.md': 'one\n\ntwo\n' },
    )
    expect(bedsOf(built)).toContain('<pre tabindex="0"><code>struct Bed {\n    name: String,\n}\n')
    expect(bedsOf(built)).toMatch(/<blockquote>\s*<p>one<\/p>\s*<p>two<\/p>\s*<\/blockquote>/)
  })

  test('that asks for nothing stays, with its place', async () => {
    const text =
      '中文 {{#include gone.md}} {{#include ../code/main.rs:none}} {{#include ../../up.md}} {{#include beds.md}}\n'
    const built = await shown(text, files)
    expect(faults(built)).toEqual([
      'template/missing-include src/beds.md:1:4',
      'template/missing-part src/beds.md:1:25',
      'template/outside-book src/beds.md:1:59',
      'template/include-cycle src/beds.md:1:84',
    ])
    expect(wordsOf(built)).toBe(text.trim())
  })

  test('that grows without end leaves the page as it is written', async () => {
    const lines = '{{#include b.txt}}\n'.repeat(40)
    const names = ['b', 'c', 'd', 'e', 'f', 'g']
    const more = Object.fromEntries(
      names.map((name, index) => [
        `src/${name}.txt`,
        index === 5 ? 'x'.repeat(5000) : lines.replaceAll('b.txt', `${names[index + 1]}.txt`),
      ]),
    )
    const built = await shown(lines, more)
    expect(faults(built)).toEqual(['template/failed src/beds.md'])
    expect(wordsOf(built)).toContain('{{#include b.txt}}')
  })
})

describe('other directives', () => {
  test('{{#playground}} is a block of Rust, whatever the file holds', async () => {
    const built = await shown('{{#playground a.rs editable}}\n', {
      'src/a.rs': '/// ```\nfn a() {}\n',
    })
    expect(bedsOf(built)).toContain('<code class="lang-rust language-rust hljs">')
    expect(wordsOf(built)).toBe('/// ```\nfn a() {}')
  })

  test('{{#title}} is the title of the window alone', async () => {
    const built = await shown('# Beds\n\n{{#title All beds}}\n\nText\n')
    expect(page(built, 'index.html')).toContain('<title>All beds</title>')
    expect(bedsOf(built)).toContain('Beds<a')
    expect(wordsOf(built)).not.toContain('title')
  })

  test('what is escaped is shown, and other braces are words', async () => {
    const text =
      '\\{{#include a.md}} {{ x }} {% if y %} {{#if z}} `{{ book.title }}` {% raw %} {{#each list}}\n'
    const built = await shown(text)
    expect(wordsOf(built)).toBe(text.slice(1).trim().replaceAll('`', ''))
    expect(faults(built)).toEqual([])
  })

  test('a page asks again when what it shows changes', async () => {
    const before = await shown('{{#include a.txt}}\n', { 'src/a.txt': 'old' })
    const after = await buildBook(
      bookOf({ 'src/beds.md': '{{#include a.txt}}\n', 'src/a.txt': 'new' }),
      before.memory,
    )
    expect([wordsOf(before), wordsOf(after)]).toEqual(['old', 'new'])
  })
})

test('links may name pages by the addresses and files of the built book', async () => {
  const links = 'beds.html beds.html#beds index.md index.html s/index.md s/index.html pond.html'
  const text = links.replaceAll(/\S+/g, (link) => `[a](${link})`)
  const built = await shown('# Beds\n', {
    'src/SUMMARY.md': '- [Beds](beds.md)\n- [Pond](pond.md)\n- [S](s/README.md)\n',
    'src/s/README.md': '# S\n',
    'src/pond.md': text,
  })
  expect(faults(built)).toEqual([])
  const hrefs = content(built, 'pond.html').matchAll(/href="([^"]*)"/g)
  expect(Array.from(hrefs, ([, href]) => href)).toEqual(
    'index.html index.html#beds index.html index.html s/index.html s/index.html pond.html'.split(
      ' ',
    ),
  )
})

describe('what preprocessors made', () => {
  const panels = [
    '{{#tabs global="os" }}',
    '{{#tab name="Linux & co" }}',
    '',
    '{{#include part.md}}',
    '',
    '{{#endtab }}',
    '{{#tab Windows}}',
    '**two**',
    '{{#/tab }}',
    '{{#endtabs}}',
    '',
  ]

  test('panels are tabs, also in lists and included files', async () => {
    const inner = '{{#tabs}}\n{{#tab name="In"}}\none\n{{#endtab}}\n{{#endtabs}}\n'
    const built = await shown(panels.join('\n'), { 'src/part.md': inner })
    expect(bedsOf(built).match(/class="tab-title">[^<]*/g)).toEqual([
      'class="tab-title">Linux &amp; co',
      'class="tab-title">In',
      'class="tab-title">Windows',
    ])
    expect(wordsOf(built)).not.toContain('{{')
    const list = panels.map((line) => `  ${line}`.trimEnd()).join('\n')
    const inList = await shown(`- item\n\n${list}\n`, { 'src/part.md': 'one' })
    expect(bedsOf(inList)).toMatch(/<li>[^]*<div class="tabs">[^]*<strong>two<\/strong>[^]*<\/li>/)
  })

  test('a sample of them stays one', async () => {
    const text = '```\n{{#tabs}}\n{{#include part.md}}\n```\n\n`{{#tab name="a"}}` \\{{#endtabs}}\n'
    const built = await shown(text, { 'src/part.md': '{{#tab name="b"}}\n<Listing number="1">' })
    expect(wordsOf(built).split(/\s*\n\s*/)).toEqual([
      '{{#tabs}}',
      '{{#tab name="b"}}',
      '&lt;Listing number="1"&gt;',
      '{{#tab name="a"}} {{#endtabs}}',
    ])
    expect(faults(built)).toEqual([])
  })

  test('titles of callouts are Markdown', async () => {
    const written = ['', ' collapsible=true'].map(
      (more) => `\`\`\`admonish info title="[Pond](pond.md), *then*"${more}\ntext\n\`\`\`\n`,
    )
    const html = bedsOf(await shown(written.join('\n')))
    const title = '<a href="pond.html">Pond</a>, <em>then</em>'
    expect(html).toContain(`<p class="callout-title">${title}</p>`)
    expect(html).toContain(`<summary>${title}</summary>`)
  })

  test('notes in braces are footnotes, and names of emoji are emoji', async () => {
    const toml = `${TOML}[preprocessor.footnote]\n[preprocessor.emojicodes]\n`
    const text =
      'a{{footnote:\nan *inner* [Pond](pond.md)\n}} b{{footnote: two}} :smile:\n\n`{{footnote: c}} :smile:` \\{{footnote: d}} {{footnote: e\n'
    const built = await shown(text, {}, toml)
    expect(faults(built)).toEqual([])
    expect(bedsOf(built)).toContain('<p>an <em>inner</em> <a href="pond.html">Pond</a>')
    const [first = '', second] = wordsOf(built).split('\n')
    expect(first).toBe('a1 b2 😄')
    expect(second).toBe('{{footnote: c}} :smile: {{footnote: d}} {{footnote: e')
  })

  test('a note in braces whose link leads nowhere is found where it stands', async () => {
    const [found] = (await shown('a {{footnote: [b](none.md)}}\n')).diagnostics.filter(
      ({ code }) => code === 'links/missing-file',
    )
    expect(found?.at?.start).toMatchObject({ line: 1, column: 19 })
  })

  test('a listing is a figure with the name of its file and a caption', async () => {
    const html = bedsOf(
      await shown(
        '<Listing number="2-1" file-name="src/main.rs" caption="A `Vec<T>`, *sown*">\n\n```rust\nlet a = 1;\n```\n\n</Listing>\n\nAfter.\n\n<Listing caption="Only words">\n\nText\n\n</Listing>\n\n</Listing> end\n',
      ),
    )
    expect(html).toMatch(
      /<figure>\s*<figure class="code">\s*<figcaption>src\/main.rs<\/figcaption>/,
    )
    expect(html).toMatch(
      /<figcaption>\s*<p>Listing 2-1: A <code>Vec&lt;T&gt;<\/code>, <em>sown<\/em><\/p>\s*<\/figcaption>\s*<\/figure>\s*<p>After/,
    )
    expect(html).toMatch(/<p>Text<\/p>\s*<figcaption>\s*<p>Only words/)
    expect(html).toContain('&lt;/Listing&gt; end')
  })
})

describe('hidden lines', () => {
  const rust = '# use x;\n#\nlet a = 1;\n    # b\n## c\n#[derive(Debug)]\n#![allow(x)]\n'

  test('of Rust are neither shown nor found', async () => {
    const built = await shown(`\`\`\`rust,ignore\n${rust}\`\`\`\n`)
    expect(wordsOf(built)).toBe('let a = 1;\n# c\n#[derive(Debug)]\n#![allow(x)]')
    expect(page(built, 'index.md')).toContain('# use x;')
  })

  test('of others are where the book or the block says so', async () => {
    const toml = `${TOML}[output.html.code.hidelines]\npython = "~"\n`
    const text = '```python\n~a\nb\n```\n\n```sh\n# c\n```\n\n```js,hidelines=!!\n!!d\ne\n```\n'
    expect(wordsOf(await shown(text, {}, toml)).split(/\s+/)).toEqual(['b', '#', 'c', 'e'])
  })

  test('are shown in books of others, unless these name their sign', async () => {
    const book = { 'README.md': `\`\`\`rust\n${rust}\`\`\`\n`, 'SUMMARY.md': '* [a](README.md)\n' }
    expect(wordsOf(await buildBook(book))).toContain('# use x;')
    const told = { ...book, 'book.json': '{"code": {"hiddenLines": {"rust": "#"}}}' }
    expect(wordsOf(await buildBook(told))).not.toContain('# use x;')
  })
})

test('headings have the ids of mdBook', async () => {
  const built = await shown('## Bed_one: C++ & `Rc<T>`\n\n## 园子 二\n\n## Twice\n\n## Twice\n')
  const ids = [...bedsOf(built).matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id)
  expect(ids).toEqual(['bed_one-c--rct', '园子-二', 'twice', 'twice-1'])
})
