import { expect, test } from 'vitest'
import { english } from '../../src/messages/en/index.ts'
import { formatDiagnostic } from '../../src/messages/format.ts'
import { chinese } from '../../src/messages/zh/index.ts'
import { bookPath } from '../../src/core/path.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { literalHost } from '../markdown/host.ts'

/** What is said of a formula, in English and in Chinese, behind the colon. */
function said(tex: string): readonly string[] {
  const text = `a $$${tex}$$ b`
  const page = { path: bookPath('page.md')!, text, firstLine: 1, host: literalHost }
  const [found] = createMarkdown().render(page).diagnostics
  return [english, chinese].map((messages) =>
    formatDiagnostic(found!, messages).message.replace(/^.*?[:：]\s*/, ''),
  )
}

test.each([
  [String.raw`\nonsense`, String.raw`TeX has no command "\nonsense" here`],
  [String.raw`\begin{foo}x\end{foo}`, 'TeX has no environment "foo" here'],
  [String.raw`\sqrt`, String.raw`"\sqrt" needs an argument`],
  ['a^b^c', 'two superscripts follow each other'],
  ['a_b_c', 'two subscripts follow each other'],
  ['x}', '"}" makes no sense there'],
  ['a & b', '"&" makes no sense there'],
  [String.raw`\frac{1`, 'expected "}"'],
  [String.raw`\left( x`, String.raw`expected "\right"`],
  [String.raw`\begin{matrix}a`, String.raw`expected "\end"`],
  [
    String.raw`\begin{matrix}x\end{pmatrix}`,
    String.raw`expected "\end{matrix}", found "\end{pmatrix}"`,
  ],
  [String.raw`\rule{1zz}{2}`, '"zz" makes no sense there'],
  [String.raw`\def\a{\a\a}\a`, 'too much work'],
  ['^', 'this is no TeX that can be set'],
])('what is wrong with %s is said in both languages', (tex, message) => {
  const [inEnglish, inChinese] = said(tex)
  expect(inEnglish).toBe(message)
  expect(inChinese).toMatch(/\p{Script=Han}/u)
  expect(inChinese).not.toMatch(/[a-z]{3,} [a-z]{3,}/)
})

test('what Temml says of rare mistakes is told in its words', () => {
  expect(said(String.raw`a\over b\over c`)[1]).toBe('only one infix operator per group')
})
