// AsciiMath as AsciiDoc's formulas have it, in TeX.
import { expect, test } from 'vitest'
import { texOf } from '../../src/formulas/asciimath.ts'
import { isLinear } from '../support/yardstick.ts'

const written = (asciimath: string): string => texOf(asciimath).replaceAll(' ', '')

test.each([
  ['x_{ij}', 'x_{ij}'],
  ['x^{a_{i}}', 'x^{a_{i}}'],
  ['frac{a}{b_{i}}', String.raw`\frac{a}{b_{i}}`],
  ['{a}/{b}', String.raw`\frac{a}{b}`],
  ['sqrt{x}', String.raw`\sqrt{x}`],
  [String.raw`\frac{a}{b}`, String.raw`\frac{a}{b}`],
  [String.raw`\alpha`, String.raw`\alpha`],
])('braces around an argument show nothing, and a backslash is one of TeX: %s', (text, tex) => {
  expect(written(text)).toBe(tex)
})

test.each([
  ['{a}', String.raw`\left\lbracea\right\rbrace`],
  ['f{x}', String.raw`f\left\lbracex\right\rbrace`],
])('others are seen: %s', (text, tex) => {
  expect(written(text)).toBe(tex)
})

test.each(['{}', '[[a,b],', String.raw`\frac{a}{b}`])(
  'a formula of nothing but %s costs what its length costs',
  (unit) => {
    expect(isLinear((size) => texOf(unit.repeat(size)), 40)).toBe(true)
    expect(texOf(unit.repeat(20_000))).toBe(unit.repeat(20_000))
  },
)
