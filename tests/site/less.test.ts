import { describe, expect, test } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import { compileLess, loadLess } from '../../src/site/less.ts'
import { type Contents, buildBook, codes, page, site } from '../support/build-book.ts'
import { english } from '../support/english.ts'

const book = (sheet: string, more: Contents = {}, written = './styles/pond.less'): Contents => ({
  'book.json': JSON.stringify({ plugins: ['styles-less'], styles: { website: written } }),
  'README.md': '# A\n\n[b](sub/b.md)\n',
  'sub/b.md': '# B\n',
  'SUMMARY.md': '* [A](README.md)\n* [B](sub/b.md)\n',
  'styles/pond.less': sheet,
  ...more,
})

const CSS = 'styles/pond.less.css'

describe('a style sheet in Less', () => {
  test('becomes CSS beside it, with variables, mixins, nesting and comments', async () => {
    const built = await buildBook(
      book(
        '// of the pond\n@water: #036;\n@deep: @water;\n.round(@r: 2px) { border-radius: @r; }\n.frog { .round(4px); color: @deep; p & { margin: 10px / 2; } &:hover { width: ~"calc(1px + 2px)"; mask: data-uri("a.svg"); } }\n',
      ),
    )
    expect(codes(built)).toEqual([])
    expect(page(built, CSS)).toBe(
      '.frog {\n  border-radius: 4px;\n  color: #036;\n}\np .frog {\n  margin: 5px;\n}\n.frog:hover {\n  width: calc(1px + 2px);\n  mask: url("a.svg");\n}\n',
    )
    expect(page(built, 'index.html')).toContain(`<link rel="stylesheet" href="${CSS}">`)
    expect(page(built, 'sub/b.html')).toContain(`<link rel="stylesheet" href="../${CSS}">`)
  })

  test('imports sheets of the book, whose addresses count from their own folder', async () => {
    const more = {
      'styles/parts/reed.less':
        '@import "../base";\n.reed { background: url(reed.png); color: @c; }',
      'styles/base.less': '@c: green;',
      'styles/plain.css': '.plain { color: blue; }',
    }
    const sheet =
      '@import "parts/reed";\n@import (inline) "plain.css";\n@import url(https://fonts.example/a.css);\n'
    const built = await buildBook(book(sheet, more))
    expect(codes(built)).toEqual([])
    expect(page(built, CSS)).toBe(
      '@import url(https://fonts.example/a.css);\n.reed {\n  background: url(parts/reed.png);\n  color: green;\n}\n.plain { color: blue; }\n',
    )
  })

  test('is compiled again when what it imports changes', async () => {
    const first = await buildBook(book('@import "a";', { 'styles/a.less': 'p { a: b }' }))
    const next = (text: string) =>
      buildBook(book('@import "a";', { 'styles/a.less': text }), first.memory)
    const other = await next('p { a: c }')
    expect(page(other, CSS)).toContain('a: c')
    expect(site(other)).toEqual(
      site(await buildBook(book('@import "a";', { 'styles/a.less': 'p { a: c }' }))),
    )
    // One that was missing, and one that goes.
    const without = await buildBook(book('@import "a";'), first.memory)
    expect(codes(without)).toEqual(['theme/style-mistake styles/pond.less:1:1'])
    expect(
      page(
        await buildBook(book('@import "a";', { 'styles/a.less': 'p{}q{r:s}' }), without.memory),
        CSS,
      ),
    ).toContain('r: s')
  })

  test.each([
    ['a variable that nobody sets', '.a {\n  b: @none;\n}', '2:6'],
    ['a brace too few', '.a {\n  b: c', '2:7'],
    ['a file that is not there', 'p { q: r }\n@import "none";', '2:1'],
    ['a file that is no sheet', '@import (inline) "../book.json";', '1:1'],
    ['a file outside of the book', '@import (inline) "../../../x.css";', '1:1'],
    ['a file of the web', '@import (less) "https://a.example/b.less";', '1:1'],
    ['a plugin', '@plugin "no";', '1:9'],
    ['a program', '.a { b: `process.exit(3)` }', '1:9'],
    ['a list without end', '.a { b: length(range(1000000000)) }', undefined],
  ])('with %s is left out, and its author told where', async (_, sheet, at) => {
    const built = await buildBook(book(sheet))
    expect(codes(built)).toEqual([
      expect.stringMatching(
        at === undefined
          ? /^theme\/style-mistake styles\/pond\.less/
          : `^theme/style-mistake styles/pond.less:${at}$`,
      ),
    ])
    expect(Object.keys(site(built))).not.toContain(CSS)
    expect(page(built, 'index.html')).not.toContain('pond')
  })

  test('tells of a mistake in the sheet that it stands in', async () => {
    const built = await buildBook(book('@import "a";', { 'styles/a.less': 'p {}\nq { r: @s }' }))
    expect(codes(built)).toEqual(['theme/style-mistake styles/a.less:2:8'])
  })

  test.each([
    ['time', 200, '.m(@n) when (@n < 40) { .m(@n + 1); .m(@n + 1); a: b }\n.a { .m(0) }'],
    ['the stack', 60_000, '.m(@i) { .m(@i + 1) }\n.a { .m(1) }'],
    ['the stack', 60_000, '.m(@i) { .n(@i) }\n.n(@i) { b { .m(@i + 1) } }\n.a { .m(1) }'],
  ])('ends, whatever it asks for: by %s, within %i ms: %s', async (_, longest, text) => {
    await loadLess()
    const path = 'a.less' as BookPath
    expect(compileLess(path, () => text, longest)).toEqual({
      reason: 'too-much-work',
      at: { file: path },
    })
  })
})

const sheets = (...website: readonly string[]): Contents => ({
  'book.json': JSON.stringify({ styles: { website } }),
  'README.md': '# A\n',
  'a.scss': '$c: red;\n',
  'b.styl': 'c = red\n',
  'b.css': 'p { color: red }\n',
})

describe('a style sheet that nothing here compiles', () => {
  test('is told once, with the CSS beside it, and no page links to it', async () => {
    const built = await buildBook(sheets('a.scss', './b.styl', 'c.sass', 'b.css'))
    expect(codes(built)).toEqual(Array.from('abc', () => 'theme/unread-style book.json:1:22'))
    const near = built.diagnostics.map((one) => english(one).hint)
    expect(near).toContain('Did you mean "./b.css"?')
    expect(page(built, 'index.html')).not.toMatch(/\.(?:scss|sass|styl)"/)
    expect(page(built, 'index.html')).toContain('<link rel="stylesheet" href="b.css">')
  })
})
