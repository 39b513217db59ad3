import { expect, test } from 'vitest'
import { displayWidth } from '../../src/cli/display-width.ts'
import { explainCommand, readExplanations } from '../../src/cli/explain.ts'
import { english } from '../../src/messages/en/index.ts'
import type { Messages } from '../../src/messages/messages.ts'
import { chinese } from '../../src/messages/zh/index.ts'

function explain(
  code: string | undefined,
  messages: Messages = english,
): { exitCode: number; out: string; err: string } {
  let [out, err] = ['', '']
  const terminal = {
    out: { write: (text: string) => (out += text), columns: 60 },
    err: { write: (text: string) => (err += text) },
    env: {},
    cwd: '/',
    messages,
  }
  return { exitCode: explainCommand(terminal, code), out, err }
}

test('prints the section of a code, wrapped to the terminal', () => {
  const { exitCode, out } = explain('links/missing-anchor')
  expect(exitCode).toBe(0)
  expect(out).toMatch(/^links\/missing-anchor\n\nThe page that the link names exists/)
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60)
})

test('takes a code as it was printed, in brackets', () => {
  expect(explain('[links/missing-anchor]').exitCode).toBe(0)
})

test('lists the codes of an area', () => {
  const { out, exitCode } = explain('house')
  expect(exitCode).toBe(0)
  expect(out).toMatch(/^house\n {2}house\//)
  expect(out).not.toContain('links/')
})

test('suggests codes that are near, or of the same name', () => {
  expect(explain('links/mising-anchor').err).toContain('Did you mean links/missing-anchor?')
  expect(explain('summary/missing-file').err).toContain('links/missing-file')
  expect(explain('x').exitCode).toBe(2)
})

test('lists every code by area', () => {
  const { out, exitCode } = explain(undefined)
  expect(exitCode).toBe(0)
  for (const code of readExplanations('en').keys()) expect(out).toContain(code)
  expect(out).toMatch(/^accessibility$/m)
})

test('shows code within four marks as it is, and joins the lines of a paragraph', () => {
  const { out } = explain('markdown/unclosed-code')
  expect(out).toContain('\n    - Plant:\n\n      ```\n      seed\n      ```\n')
  expect(explain('markdown/heading-without-space').out).not.toMatch(/^begins,/m)
})

test('does not divide code where lines end', () => {
  const { out } = explain('template/syntax')
  expect(out).toContain('{% endraw %}')
  expect(out).not.toContain('`')
})

test.each([english, chinese])('shows of links their words alone, and code as it is', (messages) => {
  for (const text of readExplanations(messages.language).values())
    expect(text.replaceAll(/(`+)[^]*?\1/g, '')).not.toMatch(/\]\(/)
  expect(explain('diagrams/not-drawn', messages).out).not.toContain('diagrams.md)')
  expect(explain('accessibility/missing-alt', messages).out).toContain('![](board.png)')
})

test('explains in Chinese, in lines that fit, without a sign at their beginning', () => {
  const { out, exitCode } = explain('links/missing-anchor', chinese)
  expect(exitCode).toBe(0)
  expect(out).toMatch(/^links\/missing-anchor\n\n链接所指的页面存在，但没有这个标题或 id/)
  const lines = out.split('\n')
  expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(60)
  expect(lines.filter((line) => /^[，。；：、！？）”]/.test(line))).toEqual([])
  expect(explain(undefined, chinese).out).toContain('链接所指的文件不在书中')
  expect(explain('links/mising-anchor', chinese).err).toContain('是不是 links/missing-anchor？')
})
