import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formulaConfig } from '../../src/book/config-formulas.ts'
import { bookPath } from '../../src/core/path.ts'
import { type MarkdownOptions, createMarkdown } from '../../src/markdown/parser.ts'
import { literalHost } from '../markdown/host.ts'

const file = new URL('../fixtures/formulas/manual.txt', import.meta.url)
const manual = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))

function render(text: string, formulas?: MarkdownOptions['formulas']) {
  const markdown = createMarkdown(formulas === undefined ? {} : { formulas })
  return markdown.render({ path: bookPath('page.md')!, text, firstLine: 1, host: literalHost })
}

const codes = (text: string): readonly string[] =>
  render(text).diagnostics.map(({ code, at }) => `${code} ${at?.start?.line}:${at?.start?.column}`)

/** HTML with each formula as its TeX in brackets, doubled where it stands on lines of its own. */
function short(html: string): string {
  return html
    .replaceAll(
      /<(span|div) class="formula[^"]*"[^>]*>(?:<span id="[^"]*"><\/span>)*<math( display="block")?>.*?<annotation[^>]*>(.*?)<\/annotation><\/semantics><\/math><\/\1>/gs,
      (_, _name, display, tex: string) => (display ? `[[${tex}]]` : `[${tex}]`),
    )
    .trim()
}

describe('the formulas that manuals show', () => {
  test('are more than two hundred', () => {
    expect(manual.length).toBeGreaterThan(200)
  })

  test.each(manual)('%s', (tex) => {
    for (const text of [`$$\n${tex}\n$$\n`, `a $$${tex}$$ b`]) {
      const { html, diagnostics, features } = render(text)
      expect(diagnostics).toEqual([])
      expect(features).toEqual(['math'])
      expect(html).toContain('<annotation encoding="application/x-tex">')
      // What the judge of HTML says no to.
      expect(html).not.toMatch(/<munder [^>]*accent=/)
      expect(html).not.toMatch(/ style=|undefined|tml-(?!left|right|jot|small|tag|shift)|<a |href=/)
    }
  })
})

test('a diagram whose arrows have no label is set, and numbers before a sign hang before it', () => {
  const { html, diagnostics } = render(
    '$$\n\\begin{CD} A @>>> B \\\\ @VVV @VVV \\\\ C @>>> D \\end{CD}\n$$\n',
  )
  expect(diagnostics).toEqual([])
  expect(html).toContain('<mi>D</mi>')
  expect(render('$$\\ce{^{14}_{6}C}$$').html).toMatch(
    /class="m-llap">(?:(?!<\/mpadded>).)*<\/mpadded><mn>14</,
  )
})

test.each([
  ['a $$x_1$$ b $$y_1$$', '<p>a [x_1] b [y_1]</p>'],
  ['$$x$$', '[[x]]'],
  ['$$\nx *a* \\\\\n$$', '[[x *a* \\\\]]'],
  ['$$\na\n\nb\n$$\n\nc', '[[a\n\nb]]\n<p>c</p>'],
  ['text\n$$\nx\n$$\nmore', '<p>text</p>\n[[x]]\n<p>more</p>'],
  ['text $$\nx\n$$ more', '<p>text [[x]] more</p>'],
  ['$$ a\nb $$', '[[a\nb]]'],
  ['$$\na\n$$$$\nb\n$$\n\n$$c$$ d', '<p>[[a]][[b]]</p>\n<p>[c] d</p>'],
  ['$$a$$$$b$$ c', '<p>[a][b] c</p>'],
  ['a $$x$$ $$$ b', '<p>a [x] $$$ b</p>'],
  ['> $$\n> x\n> $$', '<blockquote>\n[[x]]\n</blockquote>'],
  ['1. a\n\n   $$\n   x\n   $$', '<ol>\n<li>\n<p>a</p>\n[[x]]\n</li>\n</ol>'],
  ['- $$x$$\n- $$y$$ z', '<ul>\n<li>[x]</li>\n<li>[y] z</li>\n</ul>'],
  ['```math\nx\n```', '[[x]]'],
  ['```math\n$$x$$\n```', '[[x]]'],
  ['{% math %}$x$ {% endmath %}', '[[x]]'],
  ['$$\\[x\\]$$', '[[x]]'],
  ['a $$\\text{x \\(y\\) z}$$', '<p>a [\\text{x \\(y\\) z}]</p>'],
  ['`$$x$$` and \\$$x$$', '<p><code>$$x$$</code> and $$x$$</p>'],
  ['costs $$ or $$ more', '<p>costs $$ or $$ more</p>'],
  ['价格 $$ 5', '<p>价格 $$ 5</p>'],
  ['a $5 and $6', '<p>a $5 and $6</p>'],
  ['f\\(x\\) and \\(\\alpha\\)', '<p>f(x) and [\\alpha]</p>'],
  ['a \\(e.g. `a_b`\\) and \\(x_y^z\\)', '<p>a (e.g. <code>a_b</code>) and (x_y^z)</p>'],
  ['\\(C:\\Users\\me\\) \\(a\\_\\alpha\\)', '<p>(C:\\Users\\me) (a_\\alpha)</p>'],
  ['\\[\nx\n\\]', '[[x]]'],
  ['see \\[docs\\]\\(a\\_b\\)', '<p>see [docs](a_b)</p>'],
  ['[a $$x$$](b.md)', '<p><a href="b.md">a [x]</a></p>'],
  ['| a |\n| - |\n| $$x$$ |', expect.stringContaining('<td>[x]</td>')],
])('%j is %j', (source, html) => {
  expect(short(render(source).html)).toEqual(html)
})

const SYNTAX = { dollars: true, brackets: 'always', isLoose: true, macros: {} } as const

test.each([
  ['a $x_1$ b', '<p>a [x_1] b</p>'],
  ['costs $5 and $6', '<p>costs $5 and $6</p>'],
  ['$HOME and `$x$`', '<p>$HOME and <code>$x$</code></p>'],
  ['a \\\\(x\\\\) b \\(y\\)', '<p>a [x] b [y]</p>'],
  ['a $$ x $$ b', '<p>a [x] b</p>'],
])('a book that asks for it reads %j', (source, html) => {
  expect(short(render(source, SYNTAX).html)).toBe(html)
})

const PLUGIN = { dollars: false, brackets: 'likely', isLoose: true, macros: {} } as const

test.each([
  [
    "so $\\alpha + 1$, $x_1$, $z'^2 < 1$, $a^{n+1}$ and $n$",
    "<p>so [\\alpha + 1], [x_1], [z'^2 &lt; 1], [a^{n+1}] and [n]</p>",
  ],
  ['$HOME, $MY_NAME$ and $my_name$', '<p>$HOME, $MY_NAME$ and $my_name$</p>'],
  ['costs $5 or $6_a', '<p>costs $5 or $6_a</p>'],
  [
    'set\\begin{align} a & b \\\\ c_1 \\end{align}\nso',
    '<p>set[[\\begin{align} a &amp; b \\\\ c_1 \\end{align}]]\nso</p>',
  ],
  [
    '\\begin{align\\*}\n    a\\_1 & = \\\\{ b \\\\} \\\\\\\\\n    c\n\\end{align\\*}',
    '[[\\begin{align*}\n    a_1 &amp; = \\{ b \\} \\\\\n    c\n\\end{align*}]]',
  ],
  ['\\begin{itemize} \\item a \\end{itemize}', '<p>\\begin{itemize} \\item a \\end{itemize}</p>'],
])('a book with a plugin for formulas reads %j', (source, html) => {
  expect(short(render(source, PLUGIN).html).trim()).toBe(html)
})

test('a book without one keeps dollars and environments as they are', () => {
  const source = 'a $x_1$ and \\begin{align}x\\end{align}'
  expect(short(render(source).html)).toBe(`<p>${source}</p>`)
})

test('a book may say that dollars are dollars', () => {
  expect(render('$$x$$', false).html).toBe('<p>$$x$$</p>\n')
})

test('commands of the book are known in all its formulas', () => {
  const formulas = { ...SYNTAX, macros: { '\\half': '\\frac{1}{#1}' } }
  expect(render('$$\\half{2}$$', formulas).html).toContain('<mfrac><mn>1</mn><mn>2</mn></mfrac>')
})

test('the place of a formula over several lines ends in its last line', () => {
  const [found] = render('$$\nab\n\\frac{1\n$$').diagnostics
  expect(found?.at).toMatchObject({ start: { line: 2, column: 1 }, end: { line: 3, column: 8 } })
})

test('a mistake is shown as its source, with its place', () => {
  expect(codes('one\n\nab $$\\nonsense$$')).toEqual(['formulas/mistake 3:6'])
  expect(render('ab $$\\nonsense<$$').html).toContain('formula-source">\\nonsense&lt;</code>')
  expect(codes('数学 $$\\frac{1$$ 完')).toEqual(['formulas/mistake 1:6'])
})

test('older exports escape what Markdown would have read', () => {
  expect(render('$$a\\_b \\\\alpha$$').diagnostics).toEqual([])
})

test.each([
  '$$\na\n$$$$\nb\n$$\n\n$$c$$ d',
  '> Let\n>\n> $$\na=b\n$$\n>\n> be.',
  '$$\na\n$$ b',
  '- $$\n  a\n  $$ b',
])('a formula that the paragraph ends is set, and nothing is said of it: %j', (source) => {
  expect(render(source).html).toContain('<math')
  expect(render(source).html.replaceAll(/<[^>]*>/g, '')).not.toContain('$')
  expect(codes(source)).toEqual([])
})

describe('a formula that never ends', () => {
  test.each([
    ['$$\nx', ['formulas/never-ends 1:1']],
    ['$$\nx\n# Title\n$$', ['formulas/never-ends 1:1', 'formulas/never-ends 4:1']],
    ['- $$\n  x\n\n$$\ny', ['formulas/never-ends 1:3', 'formulas/never-ends 4:1']],
  ])('%j takes nothing in', (source, found) => {
    expect(codes(source)).toEqual(found)
    expect(render(source).html).toContain('x')
    expect(render(source).html).not.toContain('<math')
  })
})

const equation = (label: string): string =>
  `$$\\begin{equation}\\label{${label}} x \\end{equation}$$`

describe('numbers', () => {
  test('go up on a page, and references lead to them from before and behind', () => {
    const { html, ids, diagnostics } = render(
      `see $$\\eqref{b}$$\n\n${equation('a')}\n\n${equation('b')}\n\n$$y=\\ref{a}$$`,
    )
    expect(html).toContain('<a href="#eq-b">(2)</a>')
    expect(html).toContain('<mtext>1</mtext>')
    expect(ids).toEqual(['eq-a', 'eq-b'])
    expect(diagnostics).toEqual([])
  })

  test('are given to a formula with a label', () => {
    expect(render('$$E=mc^2 \\label{e:1}$$\n\n$$\\ref{e:1}$$').html).toContain('>1</a>')
  })

  test('of lines that belong together are one', () => {
    const lines = '\\begin{multline} a \\\\ b \\label{m} \\\\ c \\end{multline}'
    const { html } = render(`$$${lines}$$\n\n$$\\eqref{m}$$\n\n${equation('next')}`)
    expect(html.match(/<mtext>\(\d\)<\/mtext>/g)).toEqual([
      '<mtext>(1)</mtext>',
      '<mtext>(2)</mtext>',
    ])
    expect(html).toContain('<a href="#eq-m">(1)</a>')
  })

  test('that nobody has are reported', () => {
    expect(codes('a $$\\ref{no:where}$$')).toEqual(['formulas/unknown-label 1:5'])
  })
})

test.each([
  ['a \\\\ b', 2],
  ['a \\\\[2pt] b \\\\ c \\\\', 3],
  ['a \\\\', 0],
  ['\\text{a \\\\ b}', 0],
  ['\\begin{matrix} a \\\\ b \\end{matrix}', 2],
])('lines of a formula stand below each other: %s', (tex, rows) => {
  const { html, diagnostics } = render(`$$\n${tex}\n$$`)
  expect(html.split('<mtr>').length - 1).toBe(rows)
  expect(diagnostics).toEqual([])
})

test('what goes to a value is struck through', () => {
  expect(render('$$\\cancelto{0}{x}$$').html).toContain('<mrow class="m-up"><mi>x</mi>')
})

test('search finds the TeX, and ids of headings are made of it', () => {
  const { sections, headings } = render('# The $$x^2$$ law\n\na $$\\alpha$$ b')
  expect(sections[0]?.text).toBe('a \\alpha b')
  expect(headings[0]?.text).toBe('The x^2 law')
})

test('neither depth nor length of a formula is too much', () => {
  expect(codes(`$$${'{'.repeat(1500)}$$`)).toEqual(['formulas/mistake 1:3'])
  expect(codes(`$$\n\\def\\a{\\a\\a}\\a\n$$`)).toEqual(['formulas/mistake 2:1'])
  expect(render(`${'\\('.repeat(3000)} ${'$'.repeat(3001)}`).html).toContain('$')
})

/** The letters and numbers of the formulas of a page. */
const signs = (html: string): readonly string[] =>
  [...html.matchAll(/<math.*?<annotation/gs)].map(([math]) =>
    [...math.matchAll(/<m[ino][^>]*>([^<]*)</g)].map(([, sign = '']) => sign).join(''),
  )

describe('an argument that may be left out', () => {
  test.each([
    ['\\newcommand{\\vec}[2][n]{#2_#1}', '\\vec{x} + \\vec[k]{y}', 'xn+yk'],
    ['\\newcommand*{\\pond}[1][{a}b]{#1^2}', '\\pond + \\pond[c]', 'ab2+c2'],
    ['\\renewcommand\\pi[3][0]{#3#2#1}', '\\pi12 \\pi[9]34', '210439'],
  ])('%s', (definition, use, shown) => {
    const { html, diagnostics } = render(`$$${definition} ${use}$$\n`)
    expect(diagnostics).toEqual([])
    expect(signs(html)).toEqual([shown])
  })

  test('has its value in the configuration, as MathJax has it', () => {
    const macros = formulaConfig({
      math: { macros: { pond: ['#1_{#2}', 2, 'p'], '\\reed': ['r^{#1}', 1] } },
    } as never)!.macros
    const { html, diagnostics } = render('$$\\pond{1} \\pond[q]{2} \\reed{3}$$\n', {
      dollars: false,
      brackets: 'likely',
      isLoose: false,
      macros,
    })
    expect(diagnostics).toEqual([])
    expect(signs(html)).toEqual(['p1q2r3'])
  })
})

/** What the formulas of a page are called. */
const labels = (text: string): readonly (string | undefined)[] =>
  [...render(text).html.matchAll(/<math(?: display="block")?(?: aria-label="([^"]*)")?>/g)].map(
    ([, label]) => label,
  )

describe('a head of a table that is a formula', () => {
  test('has a name, and one with words has it from them', () => {
    expect(
      labels(
        '| $$\\alpha$$ | $$n+1$$ | **$$x^2 < y$$** | of $$n$$ |\n|---|---|---|---|\n| $$a$$ | 1 | 2 | 3 |\n',
      ),
    ).toEqual(['α', 'n+1', 'x^2 &lt; y', undefined, undefined])
  })
})
