import { describe, expect, it } from 'vitest'
import { bookPath } from '../../src/core/path.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { notingHost } from './host.ts'

const markdown = createMarkdown()

/**
 * Where each reference of a text was placed. A mark `‹…›` in the text shows the place expected; marks are removed
 * before rendering.
 */
function check(marked: string): void {
  const expected: string[] = []
  const lines = marked.split('\n').map((line, index) => {
    let text = line
    for (;;) {
      const open = text.indexOf('‹')
      if (open < 0) return text
      const close = text.indexOf('›')
      expected.push(`${index + 1}:${open + 1}-${close}`)
      text = text.slice(0, open) + text.slice(open + 1, close) + text.slice(close + 1)
    }
  })
  const host = notingHost()
  markdown.render({ path: bookPath('page.md')!, text: lines.join('\n'), firstLine: 1, host })
  const places = host.asked.map(
    ({ at }) => `${at.start?.line}:${at.start?.column}-${at.end?.column}`,
  )
  expect(places.sort()).toEqual(expected.sort())
}

describe('places of references', () => {
  it.each([
    ['paragraphs', 'a [b](‹c.md›) d\ne ![f]( ‹g.png› "t") [h](<‹i j.md›>)'],
    ['headings', '#   A [b](‹c.md›) ##\n\n  ## 中 [x](‹y.md›) {#id}\n\nset [b](‹c.md›)\n==='],
    [
      'lists',
      '- [a](‹b.md›)\n  - x\n    continued [c](‹d.md›)\n\n    1. [e](‹f.md›)\n  lazy [g](‹h.md›)',
    ],
    ['tasks', '- [ ] [a](‹b.md›)\n- [x]   c [d](‹e.md›)\n  f [g](‹h.md›)'],
    ['quotes', '> [a](‹b.md›)\n> > [c](‹d.md›)\n> > e\nlazy [f](‹g.md›)'],
    ['alerts', '> [!NOTE]\n> a [b](‹c.md›)\n>\n> [d](‹e.md›)'],
    [
      'tables',
      '| [a](‹b.md›) | c |\n|--|--|\n| x \\| [d](‹e.md›) | ![](‹f.png›) |\n| `a\\|b` [g](‹h.md›) | i |',
    ],
    ['tables without outer pipes', 'a | [b](‹c.md›)\n--|--\n[d](‹e.md›) | [f](‹g.md›)'],
    ['tables in quotes in lists', '- > | a | b |\n  > |--|--|\n  > | 中 | [c](‹d.md›) |'],
    ['tabs', '-\ta [b](‹c.md›)\n\n\td [e](‹f.md›)\tg'],
    ['Chinese and emoji', '中文，😀 [链接](‹中文.md›) 见 ![图](‹图 片.png›)'],
    ['escapes and entities', 'a\\* &amp; [b](‹c&amp;d\\_e.md›)'],
    ['bare addresses', '见‹https://a.b/c›。(‹www.d.e›) <‹http://f.g›> ‹x@y.zz› <‹q@r.st›>'],
    ['definition lists', 'Term [a](‹b.md›)\n: def [c](‹d.md›)\n  more [e](‹f.md›)'],
    [
      'footnotes',
      'x[^1] y^[in [a](‹b.md›) c]\n\n[^1]: see [d](‹e.md›)\n    f [g](‹h.md›)\n\n    i [j](‹k.md›)',
    ],
    ['links in links of images', '[![a](‹b.png›)](‹c.md›)'],
    [
      'HTML blocks',
      '<div>\n  <a href="‹b.md›">x</a> <img src=‹c.png›>\n</div>\n\n- <p>\n  <a\n   href=\'‹d.md›\'>y</a></p>',
    ],
    [
      'HTML in text',
      'a <a class="x" href="‹b.md›">c</a>\nd <img alt="" src="‹e.png›"> 中<a href=‹f.md›>g</a>',
    ],
    ['HTML in quotes', '> <div>\n> <a href="‹b.md›">c</a></div>'],
    ['references', 'a ‹[b][c]› ‹![d][c]› ‹[c]›\n\n[c]: e.md'],
    ['several lines between', 'a\n  b [c\nd](‹e.md›) [f](\n‹g.md›)'],
  ])('are exact in %s', (_name, text) => {
    check(text)
  })

  it('count from the first line of the body', () => {
    const host = notingHost()
    const path = bookPath('page.md')!
    markdown.render({ path, text: '\n[a](b.md)', firstLine: 5, host })
    expect(host.asked[0]?.at).toEqual({
      file: 'page.md',
      start: { line: 6, column: 5 },
      end: { line: 6, column: 9 },
    })
  })

  it('tell raw HTML from Markdown and keep what is written', () => {
    const host = notingHost()
    const text = '[a](b%20c.md?x=1&amp;y) <a href=" d&#x2e;md ">e</a>'
    markdown.render({ path: bookPath('page.md')!, text, firstLine: 1, host })
    expect(host.asked.map(({ written, html }) => [written, html])).toEqual([
      ['b%20c.md?x=1&y', false],
      ['d.md', true],
    ])
  })
})
