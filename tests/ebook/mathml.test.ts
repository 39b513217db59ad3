import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Formula } from '../../src/ebook/content.ts'
import { loadCompiler } from '../../src/ebook/pdf/compiler.ts'
import { typstOfMathml } from '../../src/ebook/pdf/mathml.ts'
import { walkContent } from '../../src/ebook/walk.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { editionsOf } from './editions.ts'

const compiler = await loadCompiler()

/** The formulas of a page that has each of these on lines of its own. */
async function formulas(...all: readonly string[]): Promise<readonly Formula[]> {
  const page = `# A\n\n${all.map((tex) => `$$\n${tex}\n$$\n`).join('\n')}`
  const [first] = await editionsOf(memoryFiles({ 'README.md': page }))
  const found: Formula[] = []
  for (const { content } of first?.edition.chapters ?? [])
    walkContent(content, {
      inline(inline) {
        if (typeof inline !== 'string' && inline.kind === 'formula') found.push(inline)
      },
    })
  return found
}

async function typst(tex: string): Promise<string> {
  const [formula] = await formulas(tex)
  return typstOfMathml(formula?.mathml ?? '') ?? ''
}

test.skipIf(compiler === undefined)(
  'every formula of manuals of TeX is one for the compiler (needs it)',
  async () => {
    const file = new URL('../fixtures/formulas/manual.txt', import.meta.url)
    const lines = readFileSync(file, 'utf8').split('\n')
    const all = await formulas(...lines.filter((line) => line !== '' && !line.startsWith('#')))
    expect(all.length).toBeGreaterThan(200)
    const refused = all.filter(({ mathml = '' }) => {
      const said = typstOfMathml(mathml)
      return said === undefined || compiler?.accepts(`#math.equation(${said})`) !== true
    })
    expect(refused.map(({ tex }) => tex)).toEqual([])
  },
)

test('chemistry is upright, with its numbers below', async () => {
  expect(await typst(String.raw`\ce{H2O}`)).toMatch(
    /math\.upright\(\$H\$\.body\).*b: \$2\$\.body.*math\.upright\(\$O\$\.body\)/,
  )
})

test('colors and boxes are those of the formula', async () => {
  expect(await typst(String.raw`\color{red} x`)).toBe('text(fill: rgb("#ff0000"), $x$.body)')
  expect(await typst(String.raw`\boxed{x}`)).toContain('box(stroke: 0.5pt')
})

test('brackets grow with what they enclose, and stay small where they are told to', async () => {
  expect(await typst(String.raw`\left( x \right]`)).toContain(
    String.raw`math.lr({math.class("opening", $\($.body);$x$.body;math.class("closing", $\]$.body)})`,
  )
  expect(await typst('( x )')).not.toContain('math.lr')
})

test('each of several lines has its number, and one alone leaves it to the formula', async () => {
  const line = String.raw`a &= b`
  const two = await typst(String.raw`\begin{align} ${line} \\ ${line} \end{align}`)
  expect(two.match(/"\(\d\)"/g)).toEqual(['"(1)"', '"(2)"'])
  expect(await typst(String.raw`\begin{align} ${line} \end{align}`)).not.toContain('(1)')
})

test('signs and words of a formula are no code', async () => {
  const said = await typst(String.raw`\text{"\#panic()} \# \$ \backslash`)
  expect(said.replaceAll(/"(?:[^"\\]|\\.)*"/g, '')).not.toMatch(/(?<!\\)#|panic/)
  expect(said).toContain(String.raw`$\#$.body`)
  expect(said).toContain(String.raw`$\$$.body`)
})
