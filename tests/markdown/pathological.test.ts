// Inputs that make careless parsers slow or crash. Sizes are such that anything quadratic would exceed the time that
// the test runner allows.
import { describe, expect, it } from 'vitest'
import { bookPath } from '../../src/core/path.ts'
import { parseBlocks } from '../../src/markdown/document.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { isLinear } from '../support/yardstick.ts'
import { literalHost } from './host.ts'

const markdown = createMarkdown()

const inputs: readonly (readonly [string, string])[] = [
  ['opening brackets', '['.repeat(50_000)],
  ['images', '!['.repeat(50_000)],
  ['links in links', '[a](b'.repeat(20_000)],
  ['links with spaces', '[a](b c'.repeat(20_000)],
  ['nested brackets', '['.repeat(5_000) + 'a' + ']'.repeat(5_000)],
  ['nested inline notes', '^['.repeat(5_000) + 'a' + ']'.repeat(5_000)],
  ['inline notes', '^['.repeat(50_000)],
  ['references to notes', '[^a'.repeat(50_000)],
  ['undefined notes', '[^a]'.repeat(20_000)],
  ['stars', '*'.repeat(50_000)],
  ['stars and letters', '*a '.repeat(30_000)],
  ['tildes', '~a~~b'.repeat(20_000)],
  ['underscores', '_a __b '.repeat(20_000)],
  ['backticks', Array.from({ length: 500 }, (_, n) => '`'.repeat(n)).join('a')],
  ['quotes', '>'.repeat(10_000)],
  ['quotes in lists', '> - '.repeat(5_000)],
  ['lists', Array.from({ length: 500 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n')],
  [
    'a table',
    `|${'a|'.repeat(300)}\n|${'-|'.repeat(300)}\n${`|${'b|'.repeat(300)}\n`.repeat(200)}`,
  ],
  ['a row of pipes', `${'|'.repeat(20_000)}\n${'|-'.repeat(20_000)}`],
  ['escaped pipes', `| a |\n|--|\n| ${'\\| [a](b) '.repeat(3_000)} |`],
  ['tags', '<a '.repeat(50_000)],
  ['tags in a block', `<div>\n${'<a href="'.repeat(50_000)}`],
  ['lines of tags', '<div>\n'.repeat(20_000)],
  ['lines of code that never ends', '<div><pre>\n'.repeat(20_000)],
  ['end tags of others', `${'<div>'.repeat(20_000)}${'</p>'.repeat(20_000)}`],
  ['lines of HTML and words', '<br>\n**a**\n<p>b</p>\nc\n'.repeat(3_000)],
  ['code in HTML', '<div>\n<pre>\n\n</pre>\n</div>\na\n'.repeat(3_000)],
  ['comments', '<!--'.repeat(50_000)],
  ['addresses', 'http://a.b'.repeat(20_000)],
  ['www', 'www.'.repeat(30_000)],
  ['www without a domain', 'www._'.repeat(30_000)],
  ['addresses among Chinese', 'http://a.b/中'.repeat(5_000)],
  ['addresses without a domain', 'http://_'.repeat(30_000)],
  ['words that are no mail', `${'a'.repeat(200_000)}@`],
  ['signs of mail', 'a@'.repeat(50_000)],
  ['mail', 'a@b.cc '.repeat(10_000)],
  ['parentheses after an address', `http://a.b/${')'.repeat(50_000)}`],
  ['entities after an address', `http://a.b/${'&amp;'.repeat(20_000)}`],
  ['links in one paragraph', '[a](b.md)\n'.repeat(10_000)],
  ['headings of one name', '# a\n\n'.repeat(5_000)],
  ['headings with ids', `# ${'{#'.repeat(20_000)}`],
  ['alerts', '> [!NOTE]\n> a\n\n'.repeat(3_000)],
  ['definitions', 'a\n: b\n'.repeat(5_000)],
  ['lines of hashes', '##a\n'.repeat(5_000)],
  ['notes', Array.from({ length: 3_000 }, (_, n) => `[^${n}]\n\n[^${n}]: a\n`).join('\n')],
  ['Chinese lines', '中文，\n'.repeat(20_000)],
]

describe('inputs made to break parsers', () => {
  it.each(inputs)('%s', (_name, text) => {
    const request = { path: bookPath('a.md')!, text, firstLine: 1, host: literalHost }
    expect(markdown.render(request).html.length).toBeGreaterThan(0)
  })

  it.each([
    '*a ',
    '**a ',
    '_a ',
    'a** ',
    '*_',
    '*a b** ',
    '~~a ',
    '==a ',
    '^a ',
    '`a ',
    '[a ',
    '$a ',
    ':a ',
    '<a ',
  ])('many of %j cost as many times more', (unit) => {
    const render = (size: number): void => {
      const text = unit.repeat(size)
      markdown.render({ path: bookPath('a.md')!, text, firstLine: 1, host: literalHost })
    }
    expect(isLinear(render, 4000)).toBe(true)
  })

  it.each(inputs)('%s, read for structure', (_name, text) => {
    const blocks = parseBlocks(`${text}\n\nend`)
    expect(blocks.at(-1)).toMatchObject({ kind: 'paragraph', inline: { text: 'end' } })
  })

  it.each([
    ['lists', Array.from({ length: 120 }, (_, n) => `${'  '.repeat(n)}- item ${n}`).join('\n')],
    ['quotes', `${'> '.repeat(150)}item 119`],
    ['quotes in lists', `${'> - '.repeat(80)}item 119`],
  ])('%s in each other, deeper than the parser goes, cost nothing behind them', (_name, deep) => {
    const text = `${deep}\n\nend\n\n## Two`
    const request = { path: bookPath('a.md')!, text, firstLine: 1, host: literalHost }
    const { html } = markdown.render(request)
    expect(html).toContain('item 119')
    expect(html).toContain('<p>end</p>')
    expect(html).toContain('id="two"')
  })
})
