import { describe, expect, test } from 'vitest'
import { quoted } from '../../src/messages/said.ts'
import { displayWidth } from '../../src/cli/display-width.ts'
import { renderReport } from '../../src/cli/report.ts'
import { printFailure } from '../../src/cli/failure.ts'
import { widthOf } from '../../src/cli/terminal.ts'
import { wrapLine } from '../../src/cli/wrap.ts'
import { problem } from '../../src/messages/problem.ts'
import type { BookPath } from '../../src/core/path.ts'
import { english } from '../../src/messages/en/index.ts'
import { chinese } from '../../src/messages/zh/index.ts'

describe('a line for a terminal', () => {
  test.each([
    ['fits', 10, ['fits']],
    ['one two three', 8, ['one two', 'three']],
    ['  one two', 8, ['  one', 'two']],
    ['a `code with spaces` b', 12, ['a', '`code with spaces`', 'b']],
    ['把书做成网站，书由文件组成。', 12, ['把书做成网', '站，书由文件', '组成。']],
    ['（括号）和“引号”', 6, ['（括', '号）和', '“引号”']],
    ['averyveryverylongname and more', 10, ['averyveryverylongname', 'and more']],
    ['新建一本书，或创建 SUMMARY 中的文件', 20, ['新建一本书，或创建', 'SUMMARY 中的文件']],
  ])('%j in %i cells', (text, width, lines) => {
    expect(wrapLine(text, width)).toEqual(lines)
  })

  test('loses nothing but spaces where it breaks, and is too long only where nothing can break', () => {
    const text =
      'A link names “a file” (`the one`) that 不在这本书里：“手册”，`代码 里`。 Mend the path ```x'
    for (let width = 4; width < 90; width += 1) {
      const lines = wrapLine(text, width)
      expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      for (const line of lines)
        if (displayWidth(line) > width) expect(line).toMatch(/^[^\s]+$|^[^\s`]*`[^`]+`\S*$/)
    }
  })

  test('may begin behind other words', () => {
    expect(wrapLine('one two three', 9, 4)).toEqual(['one', 'two three'])
  })
})

describe('what is wrong', () => {
  test('in Chinese has a first line no longer than the others', () => {
    const found = problem('links/missing-file', undefined, {
      written: '很长很长很长很长很长很长很长很长的文件名.md',
      near: undefined,
    })
    for (let textWidth = 30; textWidth < 70; textWidth += 1) {
      const text = renderReport([found], {
        messages: chinese,
        paint: (_styles, plain) => plain,
        width: 80,
        textWidth,
        all: false,
        textOf: () => undefined,
        nameOf: (name) => name,
      })
      for (const line of text.split('\n').slice(1))
        expect(displayWidth(line)).toBeLessThanOrEqual(textWidth)
      expect(displayWidth(text.split('\n')[0] ?? '')).toBeLessThanOrEqual(textWidth)
    }
  })

  const diagnostic = problem('links/missing-file', { file: 'a.md' as BookPath }, {
    case: 'link',
    target: 'a/very/long/path/of/a/page.md',
    near: undefined,
  } as never)
  const report = (textWidth: number | undefined): string =>
    renderReport([diagnostic], {
      messages: english,
      paint: (_styles, text) => text,
      width: 80,
      textWidth,
      all: false,
      textOf: () => undefined,
      nameOf: (name) => name,
    })

  test('ends its lines between words on a terminal, and stays one line for programs', () => {
    expect(report(undefined).split('\n')[0]).toMatch(/in the book$/)
    const narrow = report(40).split('\n')
    expect(narrow.length).toBeGreaterThan(4)
    for (const line of narrow) expect(displayWidth(line)).toBeLessThanOrEqual(40)
  })

  test('with a command line, too', () => {
    const lines: string[] = []
    const write = (text: string): number => lines.push(text)
    printFailure(
      { case: 'port-taken', host: 'localhost', port: 4000, strict: true },
      { out: { write }, err: { write, columns: 40 }, env: {}, cwd: '/', messages: english },
    )
    for (const line of lines.join('').split('\n')) expect(line.length).toBeLessThanOrEqual(40)
  })
})

test.each([
  ['docs/a.md', 'docs/a.md'],
  ['花园', '花园'],
  ['a b', '"a b"'],
  ["it's", `"it's"`],
  ['a"b', `'a"b'`],
  ['$x', "'$x'"],
  [`"it's"`, String.raw`'"it'\''s"'`],
  ['-x', './-x'],
  ['a&b#c', '"a&b#c"'],
  [String.raw`docs\a b`, String.raw`"docs\a b"`],
])('the word %s is typed as %s in a shell', (word, typed) => {
  expect(quoted(word)).toBe(typed)
})

test('a terminal that was never given a size gets whole lines', () => {
  expect(widthOf({ write: () => true, columns: 0 })).toBeUndefined()
  expect(widthOf({ write: () => true, columns: 40 })).toBe(40)
  expect(widthOf({ write: () => true })).toBeUndefined()
})
