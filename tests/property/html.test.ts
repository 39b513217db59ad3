// Random documents of Markdown and raw HTML, closed or not: no word is lost, nothing reaches the layout, and time stays
// linear.
import { expect, test } from 'vitest'
import type { BookPath, OutputPath } from '../../src/core/path.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { type PrintPage, forPrint } from '../../src/tree/passes/print.ts'
import { literalHost } from '../markdown/host.ts'
import { layoutAround } from '../support/layout-around.ts'
import { createRandom } from '../support/random.ts'
import { isLinear } from '../support/yardstick.ts'
import { treeOf, written } from '../tree/html.ts'

const markdown = createMarkdown()
const PIECES = [
  '<div>',
  '</div>',
  '<div class="x',
  '<b>',
  '</b>',
  '<p>',
  '</p>',
  '<table>',
  '<table><tr><td>',
  '</td></tr></table>',
  '<li>',
  '<ul>',
  '</ul>',
  '<!--',
  '-->',
  '<!-- c -->',
  '<?php',
  '?>',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE html>',
  '<script>',
  '</script>',
  '<style>',
  '</style>',
  '<textarea>',
  '</textarea>',
  '<title>',
  '</title>',
  '<iframe src="x">',
  '</iframe>',
  '<video>',
  '</video>',
  '<select>',
  '</select>',
  '<svg>',
  '<path d="x"/>',
  '</svg>',
  '<details><summary>',
  '</summary></details>',
  '<Unknown>',
  '</Unknown>',
  '<br>',
  '</br>',
  '<img src=x>',
  '<a href="y">',
  '</a>',
  '<h2>',
  '</h2>',
  '<plaintext>',
  '<',
  '*',
  '**',
  '`',
  '```',
  '> ',
  '- ',
  '1. ',
  '# ',
  '| a | b |\n|---|---|\n| c | d |',
  '[x](y)',
  '![x](y)',
  '[^1]',
  '[^1]: z',
  '> [!NOTE]\n> ',
  '\n',
  '\n',
  '\n\n',
  '\n\n',
  '    ',
  '  ',
]

const PLACE: PrintPage = { output: 'print.html' as OutputPath, idOf: () => 'p1' }

const request = (text: string) => ({
  path: 'page.md' as BookPath,
  text,
  firstLine: 1,
  host: literalHost,
  inspect: true,
})

test.each(Array.from({ length: 400 }, (_, seed) => seed))('a page of pieces: %i', (seed) => {
  const random = createRandom(seed)
  let text = ''
  for (let count = 2 + random.below(24); count > 0; count--) {
    text += random.pick(PIECES)
    if (random.below(3) > 0) continue
    text += ' words '
  }
  const { html, marks } = markdown.render(request(text))
  expect(layoutAround(html), text).toBe('main nav')
  for (let at = 0; at < marks.length; at += 3)
    expect(marks[at + 2], text).toBeLessThanOrEqual(html.length)
  const printed = forPrint({ html, marks }, 'page.html' as OutputPath, PLACE)
  expect(layoutAround(printed), text).toBe('main nav')
})

test('no word behind unclosed HTML is lost', () => {
  const hidden = /<(?:script|style|template|noscript)\b[^]*?<\/\w+>|<!--[^]*?-->|<[^>]*>/g
  for (const piece of PIECES.filter((one) => one.startsWith('<'))) {
    const { html } = markdown.render(request(`Before.\n\n${piece}\n\nBehind it.\n`))
    expect(html.replaceAll(hidden, ''), piece).toContain('Behind it.')
  }
})

// A browser ends an open item for the next one, with the boxes in it, whose end tags then end boxes of the layout.
test.each([
  '<ul><li><div><li>x</li></div></li></ul>',
  '<ul><li><div><div><li>x</ul>',
  '- a\n\n  <div>\n  <li>x\n  </div>\n',
  '- a\n\n  > [!NOTE]\n  > <li>x\n',
  '<dl><dd><div><dt>x</div></dl>',
  '<button><div><button>x</button></div></button>',
  '<select><div><select>x</select></div></select>',
  '<li><section><div><li>x</section>',
  '<li><div><ul><li>x</div></li>',
  '<table>\n\n| x |\n|---|\n',
  '<table><tr>\n\n| x |\n|---|\n\n</table>',
  '<table>\n\n> [!NOTE]\n> | x |\n> |---|\n\n<tr><td>y</table>',
  '<table>\n\n- <table><tr><td>x</table>\n',
  '<table><div><table><tr><td>x</table></div></table>',
  '<table><tr><td>x</td></tr><table>',
])('no start tag ends what is around it: %j', (text) => {
  const { html } = markdown.render(request(`${text}\n\nwords\n`))
  expect(layoutAround(html), html).toBe('main nav')
  expect(html).toContain('x')
  expect(html).toContain('words')
})

test('HTML that was written is read as the same HTML', () => {
  for (let seed = 0; seed < 200; seed++) {
    const random = createRandom(seed + 1000)
    const text = Array.from({ length: 12 }, () => random.pick(PIECES)).join(' w ')
    const once = written(text).html
    expect(written(once).html, text).toBe(once)
  }
})

test.each(PIECES.filter((piece) => piece.trim() !== ''))(
  'reading takes linear time for %j',
  (piece) => {
    expect(isLinear((count) => treeOf(`${piece} w "`.repeat(count)), 1000)).toBe(true)
  },
)
