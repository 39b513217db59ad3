import { describe, expect, it } from 'vitest'
import { createLookup } from '../../src/book/lookup.ts'
import { parseSummary } from '../../src/book/summary.ts'
import type { Chapter, Part } from '../../src/core/book.ts'
import type { Diagnostic } from '../../src/core/diagnostic.ts'
import type { BookPath, FolderPrefix } from '../../src/core/path.ts'
import { decodeText } from '../../src/files/decode.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { english } from '../support/english.ts'
import { isLinear } from '../support/yardstick.ts'

const PAGES = [
  'README.md',
  'a.md',
  'b.md',
  'c.md',
  'd.md',
  'ch/README.md',
  'ch/x.md',
  '中文/页面.md',
]

interface Setting {
  readonly files?: readonly string[]
  readonly file?: string
  readonly root?: string
}

function read(text: string, setting: Setting = {}): { parts: readonly Part[]; problems: string[] } {
  const { root = '', file = `${root}SUMMARY.md` } = setting
  const names = [...PAGES, ...(setting.files ?? [])].map((name) => root + name)
  const files = memoryFiles(Object.fromEntries([...names, file].map((name) => [name, 'x'])))
  const { value, diagnostics } = parseSummary(decodeText(new TextEncoder().encode(text)), {
    file: file as BookPath,
    root: root as FolderPrefix,
    bookRoot: root as FolderPrefix,
    lookup: createLookup(files),
    readme: `${root}README.md` as BookPath,
    introduction: '简介',
  })
  return { parts: value, problems: diagnostics.map(problemLine) }
}

function problemLine(diagnostic: Diagnostic): string {
  const { code, at, hint } = english(diagnostic)
  const { line = 0, column = 0 } = at?.start ?? {}
  return `${line}:${column} ${code}${hint?.startsWith('Did you mean') ? ` ${hint}` : ''}`
}

function targetOf(chapter: Chapter): string {
  switch (chapter.kind) {
    case 'page':
      return `${chapter.path}${chapter.anchor === undefined ? '' : `#${chapter.anchor}`}`
    case 'asset':
      return `file:${chapter.path}`
    case 'link':
      return chapter.url
    case 'draft':
      return chapter.missing === undefined ? '-' : `?${chapter.missing}`
  }
}

function rows(chapters: readonly Chapter[]): string[] {
  return chapters.flatMap((chapter) => [
    `${chapter.level} ${chapter.title} > ${targetOf(chapter)}`,
    ...rows(chapter.children),
  ])
}

/** Every chapter in a line, a line with brackets for each part. The start page is only shown where the text names it. */
function shape(text: string, setting?: Setting): string[] {
  return read(`* [H](README.md)\n\n## -\n\n${text}`, setting)
    .parts.slice(1)
    .flatMap((part, index) => [
      ...(index === 0 && part.title === '-' ? [] : [`[${part.title}]`]),
      ...rows(part.chapters),
    ])
}

describe('shapes of a table of contents', () => {
  it.each<[string, string, string[]]>([
    ['an item with a link', '* [A](a.md)', ['2.1 A > a.md']],
    [
      'nested items',
      '* [A](a.md)\n  * [B](b.md)\n    * [C](c.md)\n* [D](d.md)',
      ['2.1 A > a.md', '2.1.1 B > b.md', '2.1.1.1 C > c.md', '2.2 D > d.md'],
    ],
    [
      'ideographic spaces, which are two columns wide',
      '* [A](a.md)\n * [B](b.md)\n\u3000* [C](c.md)\n\u3000\u3000* [D](d.md)',
      ['2.1 A > a.md', '2.1.1 B > b.md', '2.1.1.1 C > c.md', '2.1.1.1.1 D > d.md'],
    ],
    [
      'a title in brackets, which has no address',
      '* [A](a.md)\n* [Modules]\n  * [B](b.md)\n* [ ]\n* [1] C',
      ['2.1 A > a.md', '2.2 Modules > -', '2.2.1 B > b.md', '2.3 [ ] > -', '2.4 [1] C > -'],
    ],
    [
      'one space as nesting',
      '* [A](a.md)\n * [B](b.md)\n  * [C](c.md)',
      ['2.1 A > a.md', '2.1.1 B > b.md', '2.1.1.1 C > c.md'],
    ],
    [
      'three spaces and a tab',
      '* [A](a.md)\n   * [B](b.md)\n\t* [C](c.md)',
      ['2.1 A > a.md', '2.1.1 B > b.md', '2.1.1.1 C > c.md'],
    ],
    [
      'eight spaces below a top item',
      '* [A](a.md)\n        * [B](b.md)',
      ['2.1 A > a.md', '2.1.1 B > b.md'],
    ],
    [
      'full-width spaces as indentation',
      '* [A](a.md)\n　　* [B](b.md)',
      ['2.1 A > a.md', '2.1.1 B > b.md'],
    ],
    [
      'no-break spaces as indentation',
      '* [A](a.md)\n\u00A0\u00A0* [B](b.md)',
      ['2.1 A > a.md', '2.1.1 B > b.md'],
    ],
    [
      'a list that is indented as a whole',
      '  * [A](a.md)\n    * [B](b.md)\n  * [C](c.md)',
      ['2.1 A > a.md', '2.1.1 B > b.md', '2.2 C > c.md'],
    ],
    [
      'an item between two levels',
      '* [A](a.md)\n    * [B](b.md)\n  * [C](c.md)',
      ['2.1 A > a.md', '2.1.1 B > b.md', '2.1.2 C > c.md'],
    ],
    [
      'markers of all kinds in one list',
      '* [A](a.md)\n- [B](b.md)\n+ [C](c.md)\n1. [D](d.md)',
      ['2.1 A > a.md', '2.2 B > b.md', '2.3 C > c.md', '2.4 D > d.md'],
    ],
    [
      'signs of word processors in front of links',
      '• [A](a.md)\n  – [B](b.md)\n▪[C](c.md)\n\n– words of [D](d.md)',
      ['2.1 A > a.md', '2.1.1 B > b.md', '2.2 C > c.md'],
    ],
    [
      'an ordered list below a bullet',
      '* [A](a.md)\n   1. [B](b.md)\n   2) [C](c.md)',
      ['2.1 A > a.md', '2.1.1 B > b.md', '2.1.2 C > c.md'],
    ],
    [
      'bullets below a number',
      '1. [A](a.md)\n  - [B](b.md)\n10. [C](c.md)',
      ['2.1 A > a.md', '2.1.1 B > b.md', '2.2 C > c.md'],
    ],
    [
      'blank lines inside a list',
      '* [A](a.md)\n\n\n\n* [B](b.md)\n\n  * [C](c.md)',
      ['2.1 A > a.md', '2.2 B > b.md', '2.2.1 C > c.md'],
    ],
    ['many spaces after the marker', '*      [A](a.md)', ['2.1 A > a.md']],
    [
      'a number inside a bullet',
      '* 1. [A](a.md)\n* 2. [B](b.md)',
      ['2.1 A > a.md', '2.2 B > b.md'],
    ],
    [
      'a title alone',
      '* Plain *title* `x`\n  * [A](a.md)',
      ['2.1 Plain title x > -', '2.1.1 A > a.md'],
    ],
    ['a bold title alone', '* **Bold** more', ['2.1 Bold more > -']],
    ['an empty link target', '* [A]()', ['2.1 A > -']],
    [
      'markup in a title',
      '* [D *em* `code` <b>h</b> &amp; x](d.md "tip")',
      ['2.1 D em code h & x > d.md'],
    ],
    ['the first of two links', '* see [A](a.md) and [B](b.md)', ['2.1 A > a.md']],
    ['a reference link', '* [A][r]\n\n[r]: a.md', ['2.1 A > a.md']],
    ['an address in angle brackets', '* <https://x.org>', ['2.1 https://x.org > https://x.org']],
    [
      'external links',
      '* [X](https://x.org/a#b)\n* [M](mailto:m@x.org)\n* [P](//x.org/a)',
      ['2.1 X > https://x.org/a#b', '2.2 M > mailto:m@x.org', '2.3 P > //x.org/a'],
    ],
    ['anchors', '* [A](a.md#sec)\n* [B](b.md#%E4%B8%AD)', ['2.1 A > a.md#sec', '2.2 B > b.md#中']],
    ['a page twice', '* [A](a.md)\n* [Again](a.md)', ['2.1 A > a.md', '2.2 Again > a.md']],
    [
      'leading dots and slashes',
      '* [A](./a.md)\n* [B](/b.md)\n* [C](//c.md)',
      ['2.1 A > a.md', '2.2 B > b.md', '2.3 C > c.md'],
    ],
    ['a backslash', '* [X](ch\\x.md)', ['2.1 X > ch/x.md']],
    ['a query', '* [A](a.md?x=1#y)', ['2.1 A > a.md#y']],
    ['a folder', '* [X](ch/)\n* [Y](ch)', ['2.1 X > ch/README.md', '2.2 Y > ch/README.md']],
    [
      'Chinese names',
      '* [页面](中文/页面.md)\n* [编码](%E4%B8%AD%E6%96%87/%E9%A1%B5%E9%9D%A2.md)',
      ['2.1 页面 > 中文/页面.md', '2.2 编码 > 中文/页面.md'],
    ],
    [
      'parts',
      '* [A](a.md)\n\n## Part *I* `x`\n\n* [B](b.md)\n\n### 第三\n\n* [C](c.md)',
      ['2.1 A > a.md', '[Part I x]', '3.1 B > b.md', '[第三]', '4.1 C > c.md'],
    ],
    [
      'a part without blank lines',
      '* [A](a.md)\n## Two\n* [B](b.md)',
      ['2.1 A > a.md', '[Two]', '3.1 B > b.md'],
    ],
    [
      'parts without the space behind their marks',
      '##One\n* [A](a.md)\n##第二部分\n* [B](b.md)\n  * [C](c.md)\n\n###Three###\n* [D](d.md)',
      [
        '[One]',
        '3.1 A > a.md',
        '[第二部分]',
        '4.1 B > b.md',
        '4.1.1 C > c.md',
        '[Three]',
        '5.1 D > d.md',
      ],
    ],
    [
      'lists that stand directly in lists, as programs write them',
      '*   One\n*   *   [A](a.md)\n    *   [B](b.md)\n    *   *   [C](c.md)\n*   * [D](d.md)\n* One',
      [
        '2.1 One > -',
        '2.1.1 A > a.md',
        '2.1.2 B > b.md',
        '2.1.2.1 C > c.md',
        '2.1.3 D > d.md',
        '2.2 One > -',
      ],
    ],
    [
      'an underlined part',
      '* [A](a.md)\n\nTwo\n---\n* [B](b.md)',
      ['2.1 A > a.md', '[Two]', '3.1 B > b.md'],
    ],
    [
      'an empty part',
      '* [A](a.md)\n\n## Empty\n\n## Full\n\n* [B](b.md)',
      ['2.1 A > a.md', '[Empty]', '[Full]', '4.1 B > b.md'],
    ],
    ['a part at the end', '* [A](a.md)\n\n## Later', ['2.1 A > a.md', '[Later]']],
    [
      'a line between lists',
      '* [A](a.md)\n----\n* [B](b.md)\n* * *\n* [C](c.md)',
      ['2.1 A > a.md', '[]', '3.1 B > b.md', '[]', '4.1 C > c.md'],
    ],
    [
      'a text between lists',
      '* [A](a.md)\n\nText\n\n* [B](b.md)',
      ['2.1 A > a.md', '[]', '3.1 B > b.md'],
    ],
    [
      'headings of level one and five',
      '* [A](a.md)\n\n# One\n\n* [B](b.md)\n\n##### Five\n\n* [C](c.md)',
      ['2.1 A > a.md', '[]', '3.1 B > b.md', '[]', '4.1 C > c.md'],
    ],
    [
      'a comment in a list',
      '* [A](a.md)\n<!-- * [B](b.md) -->\n* [C](c.md)',
      ['2.1 A > a.md', '2.2 C > c.md'],
    ],
    [
      'a comment over several lines',
      '* [A](a.md)\n\n<!--\n* [B](b.md)\n\n## Two\n-->\n\n  * [C](c.md)',
      ['2.1 A > a.md', '2.1.1 C > c.md'],
    ],
    ['a comment behind an item', '* [A](a.md) <!-- soon: [B](b.md) -->', ['2.1 A > a.md']],
    [
      'a list as HTML',
      '<ul>\n  <li><a href="a.md">A &amp; a</a>\n    <ul><li><a href="b.md">B</a></li></ul>\n  </li>\n\n  <li>Draft</li>\n</ul>',
      ['2.1 A & a > a.md', '2.1.1 B > b.md', '2.2 Draft > -'],
    ],
    [
      'entities in a list as HTML as those of Markdown',
      '<ul><li><a href="a.md?x&amp;y&copy=1#%E7%A7%8D">A &mdash; B &copy; &NotEqualTilde; &nosuch; &#x79cd;</a></li></ul>',
      ['2.1 A — B © ≂̸ &nosuch; 种 > a.md#种'],
    ],
    ['a link as HTML', '* <a href="a.md">A</a>', ['2.1 A > a.md']],
    ['a link as HTML with spaces', '* <a href=" a.md ">A</a>', ['2.1 A > a.md']],
    [
      'Markdown in a list as HTML',
      '<ul>\n<li>\n\n[A](a.md)\n\n* [B](b.md)\n\n</li>\n</ul>\n\n* [C](c.md)',
      ['2.1 A > a.md', '2.1.1 B > b.md', '[]', '3.1 C > c.md'],
    ],
    [
      'a list as HTML that is never closed, up to the next heading',
      '<ul><li><a href="a.md">A</a>\n\n## Two\n\n* [B](b.md)',
      ['2.1 A > a.md', '[Two]', '3.1 B > b.md'],
    ],
    [
      'a list as HTML directly in a list, as a part of the item before it',
      '<ul><li><a href="a.md">A</a></li><ul><li>B</li></ul><li>C</li></ul>',
      ['2.1 A > a.md', '2.1.1 B > -', '2.2 C > -'],
    ],
    [
      'blocks in a link, headings in items, and items that nothing ends',
      '<ol><li><a href="a.md"><p>A</p></a><li><h3><a href="b.md">B<br>b</a></h3><li>C <img alt="c"></ol>',
      ['2.1 A > a.md', '2.2 B b > b.md', '2.3 C c > -'],
    ],
    ['what is no tag of HTML as words', '* [Map<Name>](a.md)', ['2.1 Map<Name> > a.md']],
    [
      'headings as HTML',
      '<h2 align="center">One &amp; 1</h2>\n\n* [A](a.md)',
      ['[One & 1]', '3.1 A > a.md'],
    ],
    [
      'text below an item',
      '* [A](a.md)\n  more\n\n  and more\n  * [B](b.md)',
      ['2.1 A > a.md', '2.1.1 B > b.md'],
    ],
    ['a code block', '```\n* [X](x.md)\n```\n\n* [A](a.md)', ['2.1 A > a.md']],
    ['a task list', '* [ ] later\n* [x] [A](a.md)', ['2.1 [ ] later > -', '2.2 A > a.md']],
  ])('reads %s', (_, text, expected) => {
    expect(shape(text)).toEqual(expected)
  })

  it('reads the same with CRLF', () => {
    const text = '* [A](a.md)\n  * [B](b.md)\n\n## Two\n\n* [C](c.md)\n'
    expect(shape(text.replaceAll('\n', '\r\n'))).toEqual(shape(text))
  })

  it('reads names with spaces, in brackets and without', () => {
    const files = ['a b.md', 'a%20c.md']
    expect(shape('* [A](<a b.md>)\n* [B](a%20b.md)\n* [C](a%20c.md)', { files })).toEqual([
      '2.1 A > a b.md',
      '2.2 B > a b.md',
      '2.3 C > a%20c.md',
    ])
  })

  it('reads a name with the sign of a fragment in it, and the fragment behind it', () => {
    const text = '* [A](C#.md)\n* [B](C#.md#x)\n* [C](C%23.md)\n* [D](a.md#b.c)'
    expect(shape(text, { files: ['C#.md'] })).toEqual([
      '2.1 A > C#.md',
      '2.2 B > C#.md#x',
      '2.3 C > C#.md',
      '2.4 D > a.md#b.c',
    ])
  })

  it('gives files that are no pages as they are', () => {
    const files = ['notes.txt', 'a.pdf']
    expect(shape('* [T](notes.txt)\n* [P](a.pdf#page=2)', { files })).toEqual([
      '2.1 T > file:notes.txt',
      '2.2 P > file:a.pdf',
    ])
  })

  it('leaves front matter out', () => {
    const { parts, problems } = read('---\ntitle: x\n---\n* [H](README.md)\n* [Gone](gone.md)\n')
    expect(parts.flatMap((part) => rows(part.chapters))).toEqual([
      '1.1 H > README.md',
      '1.2 Gone > ?gone.md',
    ])
    expect(problems).toEqual(['5:10 summary/missing-page'])
  })

  it('takes a line at the very top for a line', () => {
    const { parts } = read('---\n* [H](README.md)\n---\n* [A](a.md)\n')
    expect(parts.map((part) => rows(part.chapters))).toEqual([
      ['1.1 H > README.md'],
      ['2.1 A > a.md'],
    ])
  })

  it('resolves links relative to its own folder, then to the root', () => {
    const { parts } = read('* [H](/README.md)\n* [X](x.md)\n* [A](a.md)', { file: 'ch/SUMMARY.md' })
    expect(rows(parts[0]?.chapters ?? [])).toEqual([
      '1.1 H > README.md',
      '1.2 X > ch/x.md',
      '1.3 A > a.md',
    ])
  })

  it('resolves links below a content root', () => {
    const { parts, problems } = read('* [H](README.md)\n* [A](/a.md)\n* [O](../out.md)\n', {
      root: 'docs/',
    })
    expect(rows(parts[0]?.chapters ?? [])).toEqual([
      '1.1 H > docs/README.md',
      '1.2 A > docs/a.md',
      '1.3 O > ?out.md',
    ])
    expect(problems).toEqual(['3:7 summary/missing-page'])
  })

  it('reads AsciiDoc', () => {
    const text = `= Summary

// a comment
. link:README.adoc[Home]
.. link:a.md[_A_ *a*]
... xref:ch/x.md#sec[X]
.. <<b.md#t,B>>
. Draft
. https://x.org[Site]

== Part two

* link:c.md[C]
** link:gone.adoc[Gone]

'''

* link:d.md[D]
`
    const { parts, problems } = read(text, { file: 'SUMMARY.adoc', files: ['README.adoc'] })
    expect(parts.map(({ title }) => title)).toEqual(['', 'Part two', ''])
    expect(parts.flatMap((part) => rows(part.chapters))).toEqual([
      '1.1 简介 > README.md',
      '1.2 Home > README.adoc',
      '1.2.1 A a > a.md',
      '1.2.1.1 X > ch/x.md#sec',
      '1.2.2 B > b.md#t',
      '1.3 Draft > -',
      '1.4 Site > https://x.org',
      '2.1 C > c.md',
      '2.1.1 Gone > ?gone.adoc',
      '3.1 D > d.md',
    ])
    expect(problems).toEqual(['14:9 summary/missing-page'])
  })
})

describe('the start page', () => {
  it('is put first when no chapter names it', () => {
    const { parts } = read('## One\n\n* [A](a.md)\n')
    expect(parts[0]?.title).toBe('One')
    expect(rows(parts[0]?.chapters ?? [])).toEqual(['1.1 简介 > README.md', '1.2 A > a.md'])
  })

  it.each(['* [A](a.md)\n  * [H](README.md)', '* [H](README.md#x)', '* [H](./)'])(
    'is not added when it is named: %s',
    (text) => {
      const titles = read(text).parts.flatMap((part) => rows(part.chapters))
      expect(titles.filter((row) => row.includes('简介'))).toEqual([])
    },
  )

  it('is found in another case', () => {
    const { parts, problems } = read('* [H](readme.md)')
    expect(rows(parts[0]?.chapters ?? [])).toEqual(['1.1 H > README.md'])
    expect(problems).toEqual(['1:7 summary/case-differs'])
  })

  it('makes a part of its own in an empty file', () => {
    const { parts, problems } = read('')
    expect(parts.flatMap((part) => rows(part.chapters))).toEqual(['1.1 简介 > README.md'])
    expect(problems).toEqual(['0:0 summary/no-chapters'])
  })
})

describe('mistakes', () => {
  it('end where the address ends, and nowhere when it was written in another way', () => {
    const text = '* [A](gone.md)\n* [B](go\\_ne.md)\n* [C](gone\\\n'
    const source = decodeText(new TextEncoder().encode(text))
    const lookup = createLookup(memoryFiles({ 'SUMMARY.md': text }))
    const root = '' as FolderPrefix
    const scope = { file: 'SUMMARY.md' as BookPath, root, bookRoot: root, lookup, introduction: '' }
    const { diagnostics } = parseSummary(source, { ...scope, readme: 'README.md' as BookPath })
    const missing = diagnostics.filter(({ code }) => code === 'summary/missing-page')
    const places = missing.flatMap(({ at }) => (at?.start?.line === undefined ? [] : [at]))
    expect(places.map(({ start, end }) => [start?.line, start?.column, end?.column])).toEqual([
      [1, 7, 14],
      [2, 7, undefined],
    ])
  })

  it('are told of a start page that has another end of its name', () => {
    const source = decodeText(new TextEncoder().encode('* [A](README.md)'))
    const root = '' as FolderPrefix
    const codes = (readme: string): string[] => {
      const lookup = createLookup(memoryFiles({ [readme]: '# A\n' }))
      const scope = { file: 'SUMMARY.md' as BookPath, root, bookRoot: root, lookup }
      const start = { introduction: '', readme: readme as BookPath, missingStart: 'README.md' }
      return parseSummary(source, { ...scope, ...start }).diagnostics.map(({ code }) => code)
    }
    expect(codes('README.markdown')).toEqual(['summary/missing-page'])
    expect(codes('a.md')).toEqual([])
  })

  it.each<[string, string, string[], string[]]>([
    ['a missing page', '* [A](gone.md)', ['1:7 summary/missing-page'], ['?gone.md']],
    [
      'a misspelled page',
      '* [A](ch/xx.md)',
      ['1:7 summary/missing-page Did you mean "ch/x.md"?'],
      ['?ch/xx.md'],
    ],
    [
      'a page in one bracket too many',
      '* [A]((ch/x.md))',
      ['1:7 summary/missing-page Did you mean "ch/x.md"?'],
      ['?(ch/x.md)'],
    ],
    [
      'a page with a wrong extension',
      '* [A](ch/x.mkd)',
      ['1:7 summary/missing-page Did you mean "ch/x.md"?'],
      ['?ch/x.mkd'],
    ],
    [
      'a page with the extension of the site',
      '* [A](a.html)',
      ['1:7 summary/missing-page Did you mean "a.md"?'],
      ['?a.html'],
    ],
    ['another case', '* [A](CH/X.md)', ['1:7 summary/case-differs'], ['ch/x.md']],
    [
      'a nested missing page with tabs',
      '* [A](a.md)\n\t\t*   [页](没有.md)',
      ['2:11 summary/missing-page'],
      ['a.md', '?没有.md'],
    ],
    [
      'one level of indentation too few',
      '1. [A](a.md)\n 1. [B](gone.md)',
      ['2:9 summary/missing-page'],
      ['a.md', '?gone.md'],
    ],
    ['a page outside the book', '* [A](../out.md)', ['1:7 summary/outside-book'], ['-']],
    ['an anchor alone', '* [A](#top)', ['1:7 summary/anchor-only'], ['-']],
    ['a folder without start page', '* [A](中文/)', ['1:7 summary/folder-without-readme'], ['-']],
    ['an empty title with a link', '* [](a.md)', ['1:6 summary/empty-title'], ['a.md']],
    ['an empty item with children', '* \n  * [A](a.md)', [], ['a.md']],
    ['an empty item', '* [A](a.md)\n*', ['2:1 summary/empty-title'], ['a.md']],
    [
      'an empty item below one',
      '* [A](a.md)\n   * \n* [B](b.md)',
      ['2:4 summary/empty-title'],
      ['a.md', 'b.md'],
    ],
    [
      'a part without the space behind its marks',
      '* [A](a.md)\n\n ##Two\n* [B](b.md)',
      ['3:2 markdown/heading-without-space'],
      ['a.md', 'b.md'],
    ],
    [
      'no space after the marker',
      '* [A](a.md)\n*[B](b.md)',
      ['2:1 summary/missing-space'],
      ['a.md', 'b.md'],
    ],
    [
      'no marker before links below an item',
      '* [A](a.md)\n\t\t[B](b.md)  \n\t\t[C](c.md)\n* [D](d.md)',
      ['2:3 summary/missing-marker', '3:3 summary/missing-marker'],
      ['a.md', 'b.md', 'c.md', 'd.md'],
    ],
    ['a link below words is theirs', '* Part\n  [A](a.md)', [], ['a.md']],
    [
      'a second link of an item',
      '* [A](a.md) and\n  [B](b.md)',
      ['2:7 summary/lost-link'],
      ['a.md'],
    ],
    [
      'a link beside the list to a page in it, and to the start page',
      '## [Part](README.md)\n\n[A](./a.md#x)\n\n* [B](b.md) before [A](a.md)\n  * [A](a.md)',
      [],
      ['b.md', 'a.md'],
    ],
    [
      "a page deleted in GitBook.com's editor",
      '* [A](a.md)\n* [B](/broken/pages/b1)\n  * [C](broken-reference)',
      ['2:7 links/broken-reference', '3:9 links/broken-reference'],
      ['a.md', '-', '-'],
    ],
    ['an address below an item is words', '* [A](a.md)\n  [B](https://b.example)', [], ['a.md']],
    [
      'a space in a link',
      '* [A] (a.md)\n* (B)[b.md]',
      ['1:1 summary/broken-link', '2:1 summary/broken-link'],
      ['a.md', 'b.md'],
    ],
    [
      'a bracket of a Chinese keyboard at its end',
      '* [A](a.md）\n* [B] (b.md）',
      ['1:1 summary/broken-link', '2:1 summary/broken-link'],
      ['a.md', 'b.md'],
    ],
    [
      'exchanged brackets with a space between them, or none before them',
      '* (A) [a.md]\n*(B)[b.md]\n* (C) [draft]',
      ['2:1 summary/missing-space', '1:1 summary/broken-link', '2:1 summary/broken-link'],
      ['a.md', 'b.md', '-'],
    ],
    [
      'quotes around a target with a space, or no end behind it',
      '* [A]("a b.md")\n* [C](c d.md',
      [
        '1:1 summary/broken-link',
        '2:1 summary/broken-link',
        '1:1 summary/missing-page',
        '2:1 summary/missing-page',
      ],
      ['?a b.md', '?c d.md'],
    ],
  ])('are reported where they stand: %s', (_, text, problems, targets) => {
    const found = read(`${text}\n* [H](README.md)`)
    expect(found.problems).toEqual(problems)
    const all = found.parts.flatMap((part) => flat(part.chapters)).map(targetOf)
    expect(all.filter((target) => target !== 'README.md')).toEqual(targets)
  })

  it('says the place of the whole target', () => {
    const { parts } = read('* [H](README.md)\n  - [A](gone.md)\n')
    expect(parts[0]?.chapters[0]?.children[0]?.at).toEqual({
      file: 'SUMMARY.md',
      start: { line: 2, column: 9 },
      end: { line: 2, column: 16 },
    })
  })

  it('keeps what nests too deep at the last level', () => {
    const deep = Array.from({ length: 40 }, (_, depth) => `${' '.repeat(depth)}* [A](a.md)`)
    const { parts, problems } = read(deep.join('\n'))
    const levels = flat(parts[0]?.chapters ?? []).map(({ level }) => level.split('.').length)
    expect(levels).toHaveLength(41)
    expect(Math.max(...levels)).toBe(17)
    expect(problems).toEqual(['17:1 summary/too-deep'])
  })

  it('keeps the items of HTML lists without end at the last level, and says where that begins', () => {
    const html = `${'<ul><li>x'.repeat(1000)}${'</ul>'.repeat(1000)}<ul><li>last</ul>`
    const { parts, problems } = read(html)
    const levels = flat(parts.flatMap(({ chapters }) => chapters)).map(
      ({ level }) => level.split('.').length,
    )
    expect(levels).toHaveLength(1002)
    expect(Math.max(...levels)).toBe(17)
    expect(problems).toEqual(['1:145 summary/too-deep'])
  })

  it.each<[string, (size: number) => string]>([
    [
      'ever deeper bullets',
      // As long as the others, of which a line is always as long.
      (size) =>
        Array.from({ length: 5 * Math.sqrt(size) }, (_, n) => `${' '.repeat(n)}* x`).join('\n'),
    ],
    ['bullets on one line', (size) => '- + '.repeat(3 * size)],
    ['long lists', (size) => '* [x](a.md)\n  * [y](b.md)\n'.repeat(size / 2)],
    ['unclosed links', (size) => `* ${'[x]('.repeat(3 * size)}`],
    ['unclosed comments', (size) => '<!-- '.repeat(10 * size)],
    ['unclosed front matter', (size) => `---\n${'a\n'.repeat(20 * size)}`],
    ['lists of HTML in each other', (size) => '<ul><li>x'.repeat(2 * size)],
    ['lists of HTML', (size) => `<ul>${'<li><a href="a.md">x</a>\n'.repeat(size)}`],
  ])('takes linear time for %s', (_, text) => {
    expect(read(text(100)).parts.length).toBeGreaterThan(0)
    expect(isLinear((size) => read(text(size)), 800)).toBe(true)
  })
})

function flat(chapters: readonly Chapter[]): readonly Chapter[] {
  return chapters.flatMap((chapter) => [chapter, ...flat(chapter.children)])
}

describe('a page with a dot before its name', () => {
  it.each(['.local.md', 'ch/.local.md', '.hidden.adoc', '.gitbook/page.md'])(
    'is a page when SUMMARY names it: %s',
    (path) => {
      const name = path.startsWith('.gitbook') ? '.gitbook/.page.md' : path
      const { parts, problems } = read(`* [A](README.md)\n* [L](${name})\n`, { files: [name] })
      expect(parts[0]?.chapters[1]).toMatchObject({ kind: 'page', path: name })
      expect(problems).toEqual([])
    },
  )
})
