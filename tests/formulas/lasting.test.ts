import { expect, test } from 'vitest'
import { bookPath } from '../../src/core/path.ts'
import { lasting } from '../../src/formulas/lasting.ts'
import { respelled } from '../../src/formulas/spellings.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { literalHost } from '../markdown/host.ts'

const render = (text: string) =>
  createMarkdown({}).render({
    path: bookPath('page.md')!,
    text,
    firstLine: 1,
    host: literalHost,
  })

const codes = (text: string): readonly string[] => render(text).diagnostics.map(({ code }) => code)

/** What the formulas of a page show, each without its source. */
const shown = (text: string): readonly string[] =>
  [...render(text).html.matchAll(/<math.*?<annotation/gs)].map(([math]) =>
    math.replaceAll(/<[^>]*>|<annotation$|[\u2061\s]/g, ''),
  )

test.each([
  [
    '$$\n\\newcommand{\\half}[1]{\\frac{1}{#1}}\n\\def\\R{\\mathbb{R}}\n$$\n\n# A\n\n- $$\\half{2}$$ $$\\R$$',
    ['12', 'ℝ'],
  ],
  ['$$\\newcommand\\wrap[2]{(#1)_{#2}}$$ a $$\\wrap{a}{b}$$', ['(a)b']],
  ['$$\\let\\eps\\varepsilon$$ $$\\eps$$', ['ε']],
  ['$$\\DeclareMathOperator*{\\best}{best}$$ $$\\best_x$$', ['bestx']],
  ['$$\\newcommand{\\a}{b}\\a$$ $$\\newcommand{\\a}{c}\\a$$ $$\\a$$', ['b', 'c', 'c']],
  ['$$\\newcommand{\\x}[2][n]{#2_#1}$$ $$\\x{a}$$ $$\\x[k]{a}$$', ['an', 'ak']],
  ['$$\\vec{A}$$ $$\\newcommand{\\vec}[1]{(#1)}$$ $$\\vec{A}$$', ['A→', '(A)']],
])('a definition goes on to the end of its page: %j', (text, signs) => {
  expect(shown(text)).toEqual(signs)
  expect(codes(text)).toEqual([])
})

test('no other page has it', () => {
  const markdown = createMarkdown({})
  const page = (text: string) =>
    markdown.render({ path: bookPath('page.md')!, text, firstLine: 1, host: literalHost })
  expect(page('$$\\def\\mine{a}\\mine$$ b').diagnostics).toEqual([])
  expect(page('$$\\mine$$ b').diagnostics).toHaveLength(1)
})

test('a formula of definitions alone shows nothing, not even a box', () => {
  const { html } = render('$$\n\\def\\R{\\mathbb{R}}\n$$\n\n$$\\R$$ a')
  expect(html).toMatch(/^<p><span class="formula">/)
})

test('in braces and environments a definition ends with them, and a long one with its formula', () => {
  expect(codes('$${\\def\\a{b}\\a}$$ $$\\a$$ c')).toEqual(['formulas/mistake'])
  expect(codes(`$$\\def\\a{${'x'.repeat(400)}}\\a$$ $$\\a$$ c`)).toEqual(['formulas/mistake'])
})

test('what is about the tables of one formula stays with it', () => {
  for (const tex of ['\\def\\arraystretch{2}', '\\renewcommand{\\arraystretch}{2}'])
    expect(lasting(tex)).toBe(tex)
  expect(lasting('\\left(\\definition\\lettuce')).toBe('\\left(\\definition\\lettuce')
})

test('braces that never close take linear time', () => {
  const tex = `\\def\\a${'{\\def'.repeat(100_000)}`
  expect(lasting(tex)).toBe(tex)
})

test('so does what never stands above anything', () => {
  for (const part of ['\\buildrel', '\\buildrel\\abcdef{x}y']) {
    const tex = part.repeat(20_000)
    expect(respelled(tex)).toBe(tex)
  }
})
