import { expect, test } from 'vitest'
import { bookPath } from '../../src/core/path.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { literalHost } from '../markdown/host.ts'

/** What is seen of a formula. */
function shown(tex: string): string {
  const page = {
    path: bookPath('page.md')!,
    text: `a $$${tex}$$ b`,
    firstLine: 1,
    host: literalHost,
  }
  return createMarkdown()
    .render(page)
    .html.replace(/<annotation[^]*?<\/annotation>/, '')
}

test.each([
  [String.raw`\theta\_{t+1} = \theta\_t`, String.raw`\theta_{t+1} = \theta_t`],
  [String.raw`d\_1, P(w\_i | c)`, 'd_1, P(w_i | c)'],
  [String.raw`\bar x\_i^\* + FOV\_h`, String.raw`\bar x_i^* + FOV_h`],
  [String.raw`\begin{cases} a\_1 \\ b \end{cases}`, String.raw`\begin{cases} a_1 \\ b \end{cases}`],
  [String.raw`\\{\\alpha\_{1}\\} \\\\ b`, String.raw`\{\alpha_{1}\} \\ b`],
])('an index whose sign has a backslash is one: %s', (escaped, meant) => {
  expect(shown(escaped)).toBe(shown(meant))
})

test.each([
  String.raw`batch\_size`,
  String.raw`x\_train`,
  String.raw`\text{a\_b}`,
  String.raw`a_1 + b\_2`,
  String.raw`\mathrm{n\_1}`,
])('what shows the sign itself stays: %s', (tex) => {
  expect(shown(tex)).toMatch(/(?:<mi>|<mtext>[^<]*|<mo>)_/)
})
