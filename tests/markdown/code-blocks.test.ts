import { type HTMLElement, parse as parseHtml } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { bookPath } from '../../src/core/path.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { parseCodeInfo } from '../../src/markdown/rules/code-info.ts'
import { parseCodeOptions } from '../../src/markdown/rules/code-options.ts'
import { takeCodeComments } from '../../src/markdown/rules/code-comments.ts'
import { literalHost } from './host.ts'

/** The parser takes what is inside `<pre>` for text unless it is told otherwise. */
function parse(html: string): HTMLElement {
  return parseHtml(html, { blockTextElements: { script: true } })
}

function render(text: string, code = {}): string {
  const request = { path: bookPath('page.md')!, text, firstLine: 1, host: literalHost }
  return createMarkdown({ code }).render(request).html
}

function fence(info: string, lines: readonly string[]): string {
  return ['```' + info, ...lines, '```'].join('\n')
}

/** The classes of each line without `line`. */
function marks(html: string): readonly string[] {
  return parse(html)
    .querySelectorAll('.line')
    .map((line) => (line.getAttribute('class') ?? '').replaceAll(/line-|^line ?/g, ''))
}

describe('the info string of a block', () => {
  it.each([
    ['js', {}],
    ['js title="a b.js"', { title: 'a b.js' }],
    ["js title='配置.js'", { title: '配置.js' }],
    ['js filename=a.js', { title: 'a.js' }],
    ['js [vite.config.js]', { title: 'vite.config.js' }],
    ['js title=""', {}],
    ['js showLineNumbers', { numbers: 1 }],
    ['js showLineNumbers=5', { numbers: 5 }],
    ['js showLineNumbers=false', { numbers: false }],
    ['js showLineNumbers{7}', { numbers: 1, ranges: [[7, 7, 'mark']] }],
    ['js:line-numbers', { numbers: 1 }],
    ['js:line-numbers=2 {1}', { numbers: 2, ranges: [[1, 1, 'mark']] }],
    ['js:no-line-numbers', { numbers: false }],
    ['js linenums="3"', { numbers: 3 }],
    ['js showLineNumbers startLineNumber=4', { numbers: 4 }],
    ['{.js .numberLines startFrom="10"}', { numbers: 10 }],
    ['js wrap', { wrap: true }],
    ['js wrap=false', { wrap: false }],
    [
      'js{1,3-5}',
      {
        ranges: [
          [1, 1, 'mark'],
          [3, 5, 'mark'],
        ],
      },
    ],
    [
      'js hl_lines="1 3-4"',
      {
        ranges: [
          [1, 1, 'mark'],
          [3, 4, 'mark'],
        ],
      },
    ],
    [
      'js ins={2} del={3-4}',
      {
        ranges: [
          [2, 2, 'ins'],
          [3, 4, 'del'],
        ],
      },
    ],
    [
      'js mark={1} focus={2}',
      {
        ranges: [
          [1, 1, 'mark'],
          [2, 2, 'focus'],
        ],
      },
    ],
    ['diff lang="js"', { under: 'js' }],
    ['rust,ignore editable', {}],
    ['js {', {}],
    ['js title="', {}],
  ])('%s', (info, expected) => {
    const { ranges, ...options } = parseCodeOptions(parseCodeInfo(info))
    const lines = ranges.map(({ from, to, as }) => [from, to, as])
    expect({ ...options, ...(lines.length > 0 ? { ranges: lines } : {}) }).toEqual(expected)
  })
})

describe('lines of code', () => {
  it('are elements only when something is to be seen of them', () => {
    expect(render(fence('js', ['a', 'b']))).not.toContain('class="line')
    expect(marks(render(fence('js {2}', ['a', 'b'])))).toEqual(['', 'mark'])
  })

  it.each([
    ['js showLineNumbers', ['/* a', '', 'b */ "甲"', '<b> & c']],
    ['nosuch {1}', ['a < b', '', '']],
    [' {1}', ['']],
  ])('keep the text of the block: %s', (info, lines) => {
    const plain = parse(render(fence(info.split(' ')[0] ?? '', lines))).querySelector('pre')?.text
    expect(parse(render(fence(info, lines))).querySelector('pre')?.text).toBe(plain)
  })

  it('close the elements that reach over several of them', () => {
    const html = render(fence('js {2}', ['/* a', 'b */']))
    expect(
      parse(html)
        .querySelectorAll('.line > .hljs-comment')
        .map(({ text }) => text),
    ).toEqual(['/* a', 'b */'])
  })

  it('count from where the author says', () => {
    const html = render(fence('js showLineNumbers=9', ['a', 'b']))
    expect([...html.matchAll(/data-line="(\d+)"/g)].map(([, number]) => number)).toEqual([
      '9',
      '10',
    ])
    expect(render(fence('js showLineNumbers', ['a']))).not.toContain('data-line')
  })

  it('are numbered and wrapped by default where the book wants it', () => {
    const html = render(fence('js', ['a']), { lineNumbers: true, wrap: true })
    expect(html).toContain('class="code-lines code-numbers wrap"')
    expect(render(fence('js:no-line-numbers', ['a']), { lineNumbers: true })).toContain(
      '<pre tabindex="0"><code',
    )
  })

  it('beyond the end are no lines', () => {
    expect(marks(render(fence('js {2-999999999}', ['a', 'b'])))).toEqual(['', 'mark'])
  })
})

describe('comments about code', () => {
  it('mark lines and are not part of them', () => {
    const html = render(
      fence('js', [
        'a() // [!code ++]',
        'b() // [!code --]',
        '// highlight-next-line',
        'c()',
        '/* highlight-start */',
        'd()',
        '/* highlight-end */',
        '// [!code focus:2]',
        'e()',
        'f() // [!code error]',
      ]),
    )
    expect(marks(html)).toEqual(['ins', 'del', 'mark', 'mark', 'focus', 'focus error'])
    expect(parse(html).querySelector('pre')?.text).toBe('a()\nb()\nc()\nd()\ne()\nf()\n')
  })

  it.each([
    '# highlight-next-line',
    '<!-- highlight-next-line -->',
    '{/* highlight-next-line */}',
    '-- highlight-next-line',
  ])('are known in other languages: %s', (comment) => {
    expect(takeCodeComments(`${comment}\nx\n`)).toEqual({
      text: 'x\n',
      ranges: [{ from: 1, to: 1, as: 'mark' }],
    })
  })

  it.each(['say "highlight-next-line"', 'a // [!code word:b]', '// highlight-end', 'a[!code ++]'])(
    'are not seen in: %s',
    (line) => {
      const { text, ranges } = takeCodeComments(`${line}\n`)
      expect(ranges).toEqual([])
      expect(text).toBe(line === '// highlight-end' ? '' : `${line}\n`)
    },
  )

  it('stay in Markdown that shows how to write them', () => {
    const sample = ['```js', 'a() // [!code ++]', '```', '']
    const shown = ['````markdown', ...sample, '````'].join('\n')
    expect(parse(render(shown)).querySelector('pre')?.text).toBe(sample.join('\n') + '\n')
    expect(marks(render(fence('markdown', ['a <!-- [!code ++] -->'])))).toEqual(['ins'])
  })

  it('do not reach search', () => {
    const request = {
      path: bookPath('p.md')!,
      text: fence('js', ['a // [!code ++]']),
      firstLine: 1,
      host: literalHost,
    }
    expect(createMarkdown().render(request).sections).toEqual([{ id: '', title: '', text: 'a' }])
  })
})

it('shows a difference in another language', () => {
  const html = render(fence('diff lang="js"', ['+const a = 1', '-let a', ' b()']))
  expect(marks(html)).toEqual(['ins', 'del', ''])
  expect(html).toContain('language-javascript')
  expect(parse(html).querySelector('pre')?.text).toBe('const a = 1\nlet a\nb()\n')
})
