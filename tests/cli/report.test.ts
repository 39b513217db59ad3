import { describe, expect, test } from 'vitest'
import { cellsOf, displayWidth, printable } from '../../src/cli/display-width.ts'
import { excerptOf } from '../../src/cli/excerpt.ts'
import { type ReportStyle, renderReport, renderTally } from '../../src/cli/report.ts'
import { createPaint } from '../../src/cli/terminal.ts'
import type { Diagnostic, Place } from '../../src/core/diagnostic.ts'
import type { BookPath } from '../../src/core/path.ts'
import { localeOf } from '../../src/cli/locale.ts'
import type { Messages } from '../../src/messages/messages.ts'
import { english } from '../../src/messages/en/index.ts'
import { loadMessages } from '../../src/messages/languages.ts'
import type { Said } from '../../src/messages/said.ts'
import { chinese } from '../../src/messages/zh/index.ts'

const file = 'guide/安装.md' as BookPath

/** Words of our own, to see what a report makes of them. */
const said = (args: object): Said => {
  const { text, hint } = args as { readonly text: string; readonly hint?: string }
  return [text, hint]
}
const own = { 'links/missing-file': said, 'links/missing-anchor': said }
const wording: Messages = { ...english, diagnostics: { ...english.diagnostics, ...own } }

function styleOf(text: string | undefined, more: Partial<ReportStyle> = {}): ReportStyle {
  return {
    messages: wording,
    paint: (_styles, plain) => plain,
    width: 80,
    all: false,
    textOf: () => text,
    nameOf: (path) => path,
    ...more,
  }
}

function placeAt(
  line: number,
  column: number,
  end?: readonly [line: number, column: number],
): Place {
  const start = { line, column }
  return end === undefined
    ? { file, start }
    : { file, start, end: { line: end[0], column: end[1] } }
}

function warning({ args, ...more }: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: 'links/missing-file',
    severity: 'warning',
    args: { text: 'There is no such file', ...args },
    ...more,
  }
}

describe('the width of', () => {
  test.each([
    ['nothing', '', 0],
    ['plain letters', 'abc', 3],
    ['Chinese', '安装说明', 8],
    ['Japanese and Korean', 'テスト한글', 10],
    ['fullwidth signs', '（ａ）', 6],
    ['halfwidth katakana', 'ｱｲ', 2],
    ['a combining accent', 'e\u0301', 1],
    ['decomposed Korean', '\u1112\u1161\u11AB', 2],
    ['Devanagari', 'नि', 2],
    ['emoji', '🎉✅', 4],
    ['an emoji family', '👨‍👩‍👧', 2],
    ['an emoji with a skin tone', '👍🏽', 2],
    ['an emoji by variation selector', '❤️', 2],
    ['a flag', '🇨🇳', 2],
    ['a keycap sign without emoji form', '©', 1],
    ['rare ideographs', '𠮷', 2],
    ['numbers in circles on squares, which are ambiguous', '㉈㉏', 2],
    ['Tangut components beyond the first block', '\u{18D09}\u{18D80}', 4],
    ['unassigned code points beside wide ones', '\u2FD6\uA4C7', 2],
    ['zero-width characters', 'a\u200Bb', 2],
    ['a tab at the beginning and in the middle', '\ta\tb', 9],
    ['a lone surrogate', '\uD800', 1],
  ])('%s', (_what, text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

test('control characters and turns of direction are shown, not obeyed', () => {
  expect(printable('a\u001B[31mb\u202Ec\r')).toBe('a\uFFFD[31mb\uFFFDc\uFFFD')
  expect(cellsOf('\u001B').map(({ text }) => text)).toEqual(['\uFFFD'])
})

const show = (text: string, place: Place, room = 80): readonly string[] => {
  const excerpt = excerptOf(text, place, room)
  if (excerpt === undefined) return []
  return [excerpt.text, ' '.repeat(excerpt.indent) + '^'.repeat(excerpt.carets)]
}

describe('an excerpt', () => {
  test.each([
    ['under Latin', 'See [x](y.md).', [9, 13], ['See [x](y.md).', '        ^^^^']],
    ['under Chinese', '看[这](安装.md)。', [6, 11], ['看[这](安装.md)。', '       ^^^^^^^']],
    ['after a tab', 'a\tb', [3, 4], ['a   b', '    ^']],
    ['under a tab', 'a\tb', [2, 3], ['a   b', ' ^^^']],
    ['after an emoji of eight units', '👨‍👩‍👧x', [9, 10], ['👨‍👩‍👧x', '  ^']],
    ['under a combined letter', 'e\u0301x', [1, 2], ['e\u0301x', '^']],
    ['at the end of the line', 'ab', [3, 3], ['ab', '  ^']],
    ['beyond the end', 'ab', [99, 120], ['ab', '  ^']],
    ['in an empty line', '', [1, 1], ['', '^']],
  ])('has its carets %s', (_where, text, [from = 0, to = 0], expected) => {
    expect(show(text, placeAt(1, from, [1, to]))).toEqual(expected)
  })

  test('of a place over several lines is underlined to the end of the first', () => {
    expect(show('one two\nthree', placeAt(1, 5, [2, 3]))).toEqual(['one two', '    ^^^'])
  })

  test('without an end has one caret', () => {
    expect(show('安装', placeAt(1, 2))).toEqual(['安装', '  ^^'])
  })

  test('is taken from its line, and is missing when there is no such line', () => {
    expect(show('a\nb\nc', placeAt(3, 1))).toEqual(['c', '^'])
    expect(show('a\nb', placeAt(4, 1))).toEqual([])
    expect(show('a', { file })).toEqual([])
  })

  test.each([
    [1, 5],
    [40, 44],
    [60, 63],
    [117, 121],
    [90, 200],
    [1, 121],
  ])('of a long line is cut around columns %i to %i', (from, to) => {
    const text = '零一二三四五六七八九'.repeat(12)
    const [line = '', carets = ''] = show(text, placeAt(1, from, [1, to]), 40)
    expect(displayWidth(line)).toBeLessThanOrEqual(40)
    expect(displayWidth(carets)).toBeLessThanOrEqual(displayWidth(line))
    const under = cellsUnder(line, carets)
    const wanted = text.slice(from - 1, to - 1)
    expect(wanted.startsWith(under) && under !== '').toBe(true)
    if (to - from < 10) expect(under).toBe(wanted)
    expect(line.startsWith('…')).toBe(!text.startsWith(line.replaceAll('…', '')))
  })

  test('of a line without end is found quickly', () => {
    const text = `${'长'.repeat(500_000)}[x](y.md)${'文'.repeat(500_000)}`
    const [line = '', carets = ''] = show(text, placeAt(1, 500_005, [1, 500_009]), 60)
    expect(cellsUnder(line, carets)).toBe('y.md')
  })
})

function cellsUnder(line: string, carets: string): string {
  let column = 0
  return cellsOf(line)
    .filter(({ width }) => {
      column += width
      return carets[column - 1] === '^'
    })
    .map(({ text }) => text)
    .join('')
}

/** Warnings of one kind that differ in what they say. */
function some(count: number): readonly Diagnostic[] {
  return Array.from({ length: count }, (_, n) =>
    warning({ at: placeAt(n + 1, 1), args: { text: `There is no such file as ${n}` } }),
  )
}

describe('a report', () => {
  test('shows what, where, the line, and what to do', () => {
    const diagnostic = warning({
      at: placeAt(42, 3, [42, 7]),
      args: { near: 'b.md' },
      related: [{ at: placeAt(7, 1), note: 'first-of-two' }],
    })
    expect(renderReport([diagnostic], styleOf(`${'\n'.repeat(41)}看 a.md`))).toBe(
      [
        'warning[links/missing-file]: There is no such file',
        '  ┌─ guide/安装.md:42:3',
        '  │',
        '42│ 看 a.md',
        '  │    ^^^^',
        '  │',
        '  = see guide/安装.md:7:1: The first of the two',
        '  = hint: Did you mean "b.md"?',
        '',
        '',
      ].join('\n'),
    )
  })

  test('keeps its frame straight at any line number', () => {
    const text = `${'\n'.repeat(1233)}x`
    expect(renderReport([warning({ at: placeAt(1234, 1) })], styleOf(text))).toContain(
      '    ┌─ guide/安装.md:1234:1\n    │\n1234│ x\n    │ ^\n',
    )
    expect(renderReport([warning({ at: placeAt(1, 1) })], styleOf('x'))).toContain(' 1│ x\n')
  })

  test('does without an excerpt when the file or the line is not there', () => {
    const expected =
      'warning[links/missing-file]: There is no such file\n  ┌─ guide/安装.md:9:2\n\n'
    expect(renderReport([warning({ at: placeAt(9, 2) })], styleOf(undefined))).toBe(expected)
    expect(renderReport([warning({ at: placeAt(9, 2) })], styleOf(''))).toBe(expected)
    expect(renderReport([warning({ at: { file } })], styleOf('x'))).toContain('┌─ guide/安装.md\n')
    expect(renderReport([warning()], styleOf('x'))).toBe(
      'warning[links/missing-file]: There is no such file\n\n',
    )
    expect(renderReport([], styleOf('x'))).toBe('')
  })

  test('puts errors last and everything else in the order of files and lines', () => {
    const order = renderReport(
      [
        warning({ severity: 'error', args: { text: 'E' }, at: placeAt(1, 1) }),
        warning({ args: { text: 'W2' }, at: placeAt(2, 1) }),
        warning({ args: { text: 'W1' }, at: placeAt(1, 1) }),
        warning({ severity: 'info', args: { text: 'I' }, at: placeAt(3, 1) }),
      ],
      styleOf(undefined),
    ).match(/(?<=: )\w+$/gm)
    expect(order).toEqual(['I', 'W1', 'W2', 'E'])
  })

  test('counts what goes beyond twenty of one code, and shows all when asked', () => {
    const many = Array.from({ length: 23 }, (_, n) =>
      warning({ at: placeAt(n + 1, 1), args: { text: `There is no such file as ${n}` } }),
    )
    const other = warning({ code: 'links/missing-anchor', args: { text: 'Other' } })
    const short = renderReport([...many, other], styleOf(undefined))
    expect(short.match(/There is no such file/g)).toHaveLength(20)
    expect(short).toContain('Other')
    expect(short).toContain(
      'warning[links/missing-file]: and 3 more like this (guide/安装.md:21:1, guide/安装.md:22:1, guide/安装.md:23:1); -v shows them all\n',
    )
    const narrow = renderReport(many, styleOf(undefined, { textWidth: 60 })).split('\n')
    const more = narrow.findIndex((line) => line.includes(' more like this'))
    expect(narrow[more + 1]).toMatch(/^ {2}\S/)
    expect(displayWidth(narrow[more] ?? '')).toBeLessThanOrEqual(60)
    const long = renderReport(many, styleOf(undefined, { all: true }))
    expect(long.match(/There is no such file/g)).toHaveLength(23)
  })

  test('is brief when asked: one line for each code, with the first place and a count', () => {
    const brief = (count: number, more: object = {}): string =>
      renderReport(some(count), styleOf(undefined, { brief: true, ...more }))
    expect(brief(1)).toMatch(
      /^warning\[links\/missing-file\] guide\/安装\.md:1:1: There is no such file[^\n]*\n\n-v shows [^\n]*\n\n$/,
    )
    expect(brief(9)).toMatch(
      /^warning\[links\/missing-file\] guide\/安装\.md:1:1 \(1 of 9\): There is no such file[^\n]*\n\n-v shows [^\n]*\n\n$/,
    )
    const [line = ''] = brief(9, { textWidth: 70 }).split('\n')
    expect(displayWidth(line)).toBeLessThanOrEqual(70)
    expect(line.endsWith('…')).toBe(true)
    expect(brief(9, { textWidth: 50 })).toContain('There is no such')
    const deep = { nameOf: (path: string) => `../shelf/of/garden/${path}` }
    const lines = [94, 90, 40].map((textWidth) => brief(9, { textWidth, ...deep }).split('\n')[0])
    expect(lines[0]).toContain('] …/garden/guide/安装.md:1:1 (1 of 9): There is no such')
    expect(lines[1]).toContain('] …/guide/安装.md:1:1 (1 of 9): There is no such')
    expect(lines[2]).toContain('] …/安装.md:1:1 (1 of 9): There is no such')
    const errors = some(2).map((one) => ({ ...one, severity: 'error' as const }))
    expect(renderReport(errors, styleOf(undefined, { brief: true }))).toContain('┌─')
    expect(brief(9, { all: true }).match(/There is no such file/g)).toHaveLength(9)
    expect(chinese.words.times(9)).toBe('（共 9 处）')
    expect(chinese.words.more(4, ['甲.md:2:1'])).toBe(
      '另有 4 处同类问题（甲.md:2:1 …），用 -v 查看全部',
    )
  })

  test('says once what is the same at several places, and names the first of them', () => {
    const many = Array.from({ length: 6 }, (_, n) => warning({ at: placeAt(n + 1, 2) }))
    const text = renderReport(many, styleOf(undefined))
    expect(text.match(/There is no such file/g)).toHaveLength(1)
    expect(text).toContain(
      '= the same at 5 other places: guide/安装.md:2:2, guide/安装.md:3:2, guide/安装.md:4:2 …\n',
    )
    expect(renderReport(many.slice(0, 2), styleOf(undefined))).toContain(
      '= the same at another place: guide/安装.md:2:2\n',
    )
    expect(renderReport(many, styleOf('', { messages: chinese }))).toContain('另有 5 处相同：')
    const long = renderReport(many, styleOf(undefined, { all: true }))
    expect(long.match(/There is no such file/g)).toHaveLength(6)
  })

  test('keeps apart what differs in its hint, its severity or its code', () => {
    const found = [
      warning({ args: { text: 'A', hint: 'x' }, at: placeAt(1, 1) }),
      warning({ args: { text: 'A', hint: 'y' }, at: placeAt(2, 1) }),
      warning({ args: { text: 'A', hint: 'y' }, at: placeAt(3, 1), severity: 'error' }),
      warning({ code: 'links/missing-anchor', args: { text: 'A' }, at: placeAt(4, 1) }),
    ]
    expect(renderReport(found, styleOf(undefined)).match(/: A$/gm)).toHaveLength(4)
  })

  test('keeps further lines of a message below the first, and disarms terminal codes', () => {
    const text = renderReport(
      [warning({ args: { text: 'One\ntwo\u001B[2J', hint: 'a\nb' } })],
      styleOf(''),
    )
    expect(text).toBe('warning[links/missing-file]: One\n  two\uFFFD[2J\n  = hint: a\n    b\n\n')
  })

  test('speaks Chinese in a Chinese locale', () => {
    const diagnostic = warning({ at: placeAt(1, 1), args: { written: 'a.md', near: 'b.md' } })
    expect(renderReport([diagnostic], styleOf('x', { messages: chinese }))).toMatch(
      /^警告\[links\/missing-file\]: 这个链接指向“a\.md”[^]*= 提示: 是不是“b\.md”？/,
    )
    expect(renderTally([diagnostic], chinese.words)).toBe('1 个警告，涉及 1 个文件')
  })
})

test.each([
  [{ LC_ALL: 'zh_TW', LANG: 'en_US' }, '错误'],
  [{ LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US' }, '错误'],
  [{ LC_ALL: 'C', LANG: 'zh_CN' }, 'error'],
  [{ LANG: 'en_US.UTF-8' }, 'error'],
  [{}, 'error'],
])('the locale of %j says "%s"', async (env, expected) => {
  const { words } = await loadMessages(localeOf(env))
  expect(words.severity.error).toBe(expected)
})

test('a tally counts errors, warnings and files, and leaves information out', () => {
  const { words } = english
  const error = warning({ severity: 'error', at: { file } })
  expect(renderTally([error, error, warning()], words)).toBe('2 errors and 1 warning in 1 file')
  expect(renderTally([warning()], words)).toBe('1 warning')
  expect(renderTally([warning({ severity: 'info' })], words)).toBeUndefined()
})

const colored = (isTTY: boolean, env: { [name: string]: string }): boolean =>
  createPaint({ write: () => true, isTTY }, env)(['red'], 'x') !== 'x'

describe('colors', () => {
  test.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [false, { FORCE_COLOR: '' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('terminal %s with %j: %s', (isTTY, env, expected) => {
    expect(colored(isTTY, env)).toBe(expected)
  })
})
