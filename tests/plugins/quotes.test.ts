import { describe, expect, test } from 'vitest'
import type { BookPath } from '../../src/core/path.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { quoteMarks } from '../../src/plugins/quotes.ts'
import { literalHost } from '../markdown/host.ts'
import { configOf } from '../support/config-of.ts'

function html(text: string, plugins: readonly string[], pluginsConfig = {}): string {
  const quotes = quoteMarks(configOf({ plugins, pluginsConfig }))
  return createMarkdown({ quotes })
    .render({ path: 'a.md' as BookPath, text, firstLine: 1, host: literalHost })
    .html.trim()
}

const callout = (kind: string, title: string, body: string): string =>
  `<div class="callout callout-${kind}" role="note">\n<p class="callout-title">${title}</p>\n${body}\n</div>`

describe('quotes of richquotes', () => {
  test.each([
    ['> **Note** a *b*', callout('note', 'Note', '<p>a <em>b</em></p>')],
    ['> **Note:** a', callout('note', 'Note', '<p>a</p>')],
    ['> __HINT__: a', callout('tip', 'HINT', '<p>a</p>')],
    ['> **Caution**\n> a', callout('warning', 'Caution', '<p>a</p>')],
    ['> **Bug**\n>\n> - a', callout('caution', 'Bug', '<ul>\n<li>a</li>\n</ul>')],
  ])('%j is a callout that keeps its word', (text, expected) => {
    expect(html(text, ['richquotes'])).toBe(expected)
  })

  test.each([
    '> **Nobody** said so',
    '> Note that',
    '> **Note**',
    '> ***Note* x** a',
    '**Note** a',
  ])('%j is none', (text) => {
    expect(html(text, ['richquotes'])).toBe(html(text, []))
  })

  test('may stand in a list, and in each other', () => {
    const found = html('- a\n\n  > **Tip** b\n  >\n  > > **Danger** c', ['richquotes'])
    expect(found.match(/callout callout-\w+/g)).toEqual([
      'callout callout-tip',
      'callout callout-caution',
    ])
  })

  test('have the words that the book gives them', () => {
    const own = { richquotes: { Achtung: { alert: 'danger', picto: 'fa-bug' }, tag: false } }
    expect(html('> **Achtung** a', ['richquotes'], own)).toContain('callout-caution')
    expect(html('> **Tag** a', ['richquotes'], own)).toContain('<blockquote>')
  })
})

describe('quotes of alerts', () => {
  test.each([
    ['> **[info] For *all***\n>\n> a', callout('note', 'For all', '<p>a</p>')],
    [
      '> **[success] [A *b*](https://c.org/) `d`**\n>\n> a',
      callout('tip', '<a href="https://c.org/">A <em>b</em></a> <code>d</code>', '<p>a</p>'),
    ],
    ['> **[success] [A](https://c.org/)**', expect.stringMatching(/<p class="callout-title"><a /)],
    ['> **[danger]** a', callout('caution', 'Caution', '<p>a</p>')],
    ['> [success] `a` b', callout('tip', 'Tip', '<p><code>a</code> b</p>')],
    ['> [warning]\n> a', callout('warning', 'Warning', '<p>a</p>')],
    ['> #### **[warning]**\n> a', callout('warning', 'Warning', '<p>a</p>')],
    ['> ### [Info] Of *all*\n>\n> a', callout('note', 'Of all', '<p>a</p>')],
  ])('%j is a callout', (text, expected) => {
    expect(html(text, ['alerts'])).toEqual(expected)
  })

  test('are links and words where they are not marks', () => {
    expect(html('> [info] a\n\n[info]: b.md', ['alerts'])).toContain('<a href="b.md">info</a>')
    expect(html('> [other] a', ['alerts'])).toContain('<blockquote>')
    expect(html('> #### [other] a\n> b', ['alerts'])).toContain('<h4')
    expect(html('> #### **[warning]**', ['alerts'])).toContain('<h4')
    expect(html('> **Note** a', ['alerts'])).toContain('<blockquote>')
  })
})

describe('quotes of callouts', () => {
  test.each([
    ['> #### Note\n> a', callout('note', 'Note', '<p>a</p>')],
    ['> #### hint::\n> a', callout('tip', 'Tip', '<p>a</p>')],
    [
      '> ####Danger:: Of `a`, [b] and [c](d.md)|e\n>\n> f',
      callout('caution', 'Of <code>a</code>, [b] and <a href="d.md">c</a>|e', '<p>f</p>'),
    ],
    ['> #### Warning::*All* of it', callout('warning', '<em>All</em> of it', '').trimEnd()],
    ['> #### Warning', callout('warning', 'Warning', '')],
  ])('%j is a callout with its title', (text, expected) => {
    expect(html(text, ['callouts']).replaceAll(/\n+/g, '\n')).toBe(
      expected.replaceAll(/\n+/g, '\n'),
    )
  })

  test('are headings where they are not marks', () => {
    for (const text of [
      '> #### Hint\n> a',
      '> ### Note\n> a',
      '> #### Note *that*\n> a',
      '#### Note',
    ])
      expect(html(text, ['callouts'])).toMatch(/<h[34] /)
    expect(html('> #### Note\n> a\n> #### Tip::b', ['callouts'])).toContain('>Tip::b<')
  })
})

test('a mark alone is a callout where plugins or a title make it one', () => {
  expect(html('> [!NOTE]', [])).toContain('[!NOTE]')
  expect(html('> [!NOTE]', ['flexible-alerts'])).toContain('<p class="callout-title">Note</p>')
  expect(html('> [!NOTE|label:Beds]', [])).toContain('<p class="callout-title">Beds</p>')
})
