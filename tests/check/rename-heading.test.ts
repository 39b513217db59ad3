import { describe, expect, test } from 'vitest'
import { checkBook } from '../../src/check/check.ts'
import type { HeadingMove } from '../../src/check/rename/heading.ts'
import { planMove } from '../../src/check/rename/plan.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import type { Contents } from '../support/build-book.ts'
import { english } from '../support/english.ts'

/** What a new heading makes of a book: the lines of changed files that are new, and the codes of problems. */
async function rename(
  contents: Contents,
  place: string,
  to: HeadingMove['to'],
): Promise<{ lines: Record<string, readonly string[]>; codes: readonly string[]; hint?: string }> {
  const files = memoryFiles(contents)
  const [page = '', anchor = ''] = place.split('#')
  const move: HeadingMove = { kind: 'heading', page, anchor, to }
  const { changes, diagnostics } = await planMove(await checkBook({ files }), files, move)
  const lines = changes.map(({ to: name, content = '' }) => {
    const before = new Set(String(contents[name] ?? '').split('\n'))
    return [name, content.split('\n').filter((line) => !before.has(line))] as const
  })
  const hint = diagnostics.map(english)[0]?.hint
  return {
    lines: Object.fromEntries(lines),
    codes: diagnostics.map(({ code }) => code),
    ...(hint === undefined ? {} : { hint }),
  }
}

const book = {
  'book.json': '{\n  "redirects": {\n    "old.md": "b.md#setup"\n  }\n}\n',
  'README.md':
    '# A\n\n[one](b.md#setup) <a href="b.html#setup">html</a> [two](b.md#setup-1) [d][d]\n\n[d]: b.md#setup\n',
  'SUMMARY.md':
    '* [A](README.md)\n* [B](b.md)\n  * [Setup](b.md#setup)\n  * [Read this](b.md#setup)\n',
  'b.md':
    '# B\r\n\r\n## Setup\r\n\r\n[here](#setup) {% include "part.md" %}\r\n\r\n## Setup ##\r\n\r\n### 中文 {#zh}\r\n',
  'part.md': '[from a part](b.md#setup-1)\n',
}

describe('another text', () => {
  test('changes the anchor, every link to it, and leaves a redirect', async () => {
    const { lines, codes } = await rename(book, 'b.md#setup-1', { text: 'Configure `it`' })
    expect(codes).toEqual([])
    expect(lines).toEqual({
      'README.md': [
        '[one](b.md#setup) <a href="b.html#setup">html</a> [two](b.md#configure-it) [d][d]',
      ],
      'b.md': ['## Configure `it` ##\r'],
      'part.md': ['[from a part](b.md#configure-it)'],
      'book.json': ['    "old.md": "b.md#setup",', '    "b.md#setup-1": "b.md#configure-it"'],
    })
  })

  test('of the first of several takes the anchors of the others along', async () => {
    const { lines, codes } = await rename(book, 'b.md#setup', { text: '安装' })
    expect(codes).toEqual(['move/anchor-reused'])
    expect(lines).toEqual({
      'README.md': [
        '[one](b.md#安装) <a href="b.html#安装">html</a> [two](b.md#setup) [d][d]',
        '[d]: b.md#安装',
      ],
      // An entry that says something else keeps it.
      'SUMMARY.md': ['  * [安装](b.md#安装)', '  * [Read this](b.md#安装)'],
      'b.md': ['## 安装\r', '[here](#安装) {% include "part.md" %}\r'],
      'part.md': ['[from a part](b.md#setup)'],
      'book.json': ['    "old.md": "b.md#安装",', '    "b.md#setup-1": "b.md#setup"'],
    })
  })

  test('of a heading with an anchor of its own changes nothing else', async () => {
    const { lines } = await rename(book, 'b.md#zh', { text: 'Chinese' })
    expect(lines).toEqual({ 'b.md': ['### Chinese {#zh}\r'] })
  })

  test('of the title is that of SUMMARY, too', async () => {
    const { lines } = await rename(book, 'b.md#B', { text: 'Basics' })
    expect(lines['SUMMARY.md']).toEqual(['* [Basics](b.md)'])
  })

  test('keeps the anchors of HTML that the heading holds', async () => {
    const { lines, codes } = await rename(
      { ...book, 'b.md': '# B\n\n## <a name="x"></a>Setup\n\n## Setup\n\n[x](#x)\n' },
      'b.md#setup',
      { text: 'Begin' },
    )
    expect(codes).toEqual(['move/anchor-reused'])
    expect(lines['b.md']).toEqual(['## <a name="x"></a>Begin'])
  })

  test('of a heading in an included file changes the pages that include it', async () => {
    const { lines, codes } = await rename(
      {
        ...book,
        'part.md': '## Shared\n',
        'c.md': '# C\n\n{% include "part.md" %}\n',
        'README.md': '# A\n\n[b](b.md#shared) [c](c.md#shared) [d](b.md#setup-1)\n',
      },
      'c.md#shared',
      { text: 'Common' },
    )
    expect(codes).toEqual([])
    expect(lines['part.md']).toEqual(['## Common'])
    expect(lines['README.md']).toEqual(['[b](b.md#shared) [c](c.md#common) [d](b.md#setup-1)'])
  })
})

describe('another anchor', () => {
  test('is written into the heading', async () => {
    const { lines } = await rename(book, 'b.md#setup-1', { anchor: '配置' })
    expect(lines['b.md']).toEqual(['## Setup {#配置} ##\r'])
    expect(lines['part.md']).toEqual(['[from a part](b.md#配置)'])
  })

  test('takes the place of the old one', async () => {
    const { lines } = await rename(book, 'b.md#zh', { anchor: 'chinese' })
    expect(lines['b.md']).toEqual(['### 中文 {#chinese}\r'])
    expect(lines['book.json']).toContain('    "b.md#zh": "b.md#chinese"')
  })
})

describe('AsciiDoc', () => {
  const pages = {
    'README.adoc': '= A\n\nxref:b.adoc#_setup[S] <<b.adoc#_setup,S>> link:b.adoc#_setup[L]\n',
    'SUMMARY.adoc':
      '= Summary\n\n. link:README.adoc[A]\n. link:b.adoc[B]\n.. link:b.adoc#_setup[Setup]\n',
    'b.adoc':
      '= B\n\n<<_setup>> <<Setup>> xref:_setup[x] <<own>>\n\n----\n== Setup\n----\n\n== Setup\n\n[[own]]\n== Own\n\ninclude::c.adoc[]\n',
    'c.adoc': '== Deep\n\ntext\n',
  }

  test('headings get another text', async () => {
    const { lines, codes } = await rename(pages, 'b.adoc#_setup', { text: 'First steps' })
    expect(codes).toEqual([])
    expect(lines).toEqual({
      'README.adoc': [
        'xref:b.adoc#_first_steps[S] <<b.adoc#_first_steps,S>> link:b.adoc#_first_steps[L]',
      ],
      'SUMMARY.adoc': ['.. link:b.adoc#_first_steps[First steps]'],
      'b.adoc': ['<<_first_steps>> <<First steps>> xref:_first_steps[x] <<own>>', '== First steps'],
      'book.json': [
        '{',
        '  "redirects": {',
        '    "b.adoc#_setup": "b.adoc#_first_steps"',
        '  }',
        '}',
      ],
    })
  })

  test('headings get another anchor, above them or in its place', async () => {
    const own = await rename(pages, 'b.adoc#own', { anchor: 'mine' })
    expect(own.lines['b.adoc']).toEqual([
      '<<_setup>> <<Setup>> xref:_setup[x] <<mine>>',
      '[[mine]]',
    ])
    const elsewhere = {
      ...pages,
      'd.adoc':
        '= D\n\n<<own>> xref:own[x] <<own,y>> <<own2>> <<b#own>> xref:b#own[z]\n\n[[own2]]\nText.\n',
    }
    const menu = { 'SUMMARY.adoc': `${pages['SUMMARY.adoc']}. link:d.adoc[D]\n` }
    const far = await rename({ ...elsewhere, ...menu }, 'b.adoc#own', { anchor: 'mine' })
    expect(far.lines['d.adoc']).toEqual([
      '<<mine>> xref:mine[x] <<mine,y>> <<own2>> <<b#mine>> xref:b#mine[z]',
    ])
    const fresh = await rename(pages, 'b.adoc#_deep', { anchor: 'deep' })
    expect(fresh.lines['c.adoc']).toEqual(['[#deep]'])
  })
})

describe('refuses', () => {
  test.each([
    ['c.md#x', { text: 'X' }, 'move/no-such-source'],
    ['b.md#setpu', { text: 'X' }, 'move/no-such-heading'],
    ['b.md#Setup', { text: 'X' }, 'move/ambiguous-heading'],
    ['b.md#zh', { anchor: 'setup' }, 'move/target-exists'],
    ['b.md#zh', { anchor: 'a b' }, 'move/unusable-name'],
    ['b.md#zh', { text: ' ' }, 'move/unusable-name'],
    ['b.md#zh', { text: 'a\nb' }, 'move/unusable-name'],
  ] as const)('%s, %j', async (place, to, code) => {
    const { lines, codes } = await rename(book, place, to)
    expect({ lines, codes }).toEqual({ lines: {}, codes: [code] })
  })

  test('a text that makes a mistake', async () => {
    const { lines, codes } = await rename(book, 'b.md#zh', { text: '{{ nobody }}' })
    expect(lines).toEqual({})
    expect(codes.at(0)).toBe('template/unknown-variable')
    expect(codes.at(-1)).toBe('move/would-break')
  })

  test('what is no heading of Markdown', async () => {
    const html = { ...book, 'b.md': '# B\n\n<h2 id="setup">Setup</h2>\n\n<p id="setup-1"></p>\n' }
    expect((await rename(html, 'b.md#setup', { text: 'X' })).codes).toEqual(['move/not-a-heading'])
    expect((await rename(html, 'b.md#setup-1', { text: 'X' })).codes).toEqual([
      'move/not-a-heading',
    ])
  })

  test('and says what can be meant', async () => {
    expect((await rename(book, 'b.md#setpu', { text: 'X' })).hint).toBe(
      'Did you mean "b.md#setup"?',
    )
    expect((await rename(book, 'b.md#Setup', { text: 'X' })).hint).toBe(
      'Name one by its anchor: "b.md#setup", "b.md#setup-1"',
    )
  })
})
