import { createRequire } from 'node:module'
import hljs from 'highlight.js'
import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { bookPath } from '../../src/core/path.ts'
import { createHighlighter } from '../../src/markdown/highlight.ts'
import { canonicalLanguage } from '../../src/markdown/languages.ts'
import { createMarkdown } from '../../src/markdown/parser.ts'
import { parseCodeInfo } from '../../src/markdown/rules/code-info.ts'
import { literalHost } from './host.ts'

const require = createRequire(import.meta.url)

describe('a highlighter', () => {
  it('colors code as its language says, also when the same code came before in another', () => {
    const highlighter = createHighlighter()
    const text = 'class A: # def\n'
    const languages = ['python', 'ruby', 'yaml', 'python', 'ruby']
    expect(languages.map((name) => highlighter.highlight(text, name)?.html)).toEqual(
      languages.map((language) => hljs.highlight(text, { language, ignoreIllegals: true }).value),
    )
  })

  it('colors the same however much code it has seen', () => {
    const highlighter = createHighlighter()
    const colors = (): string | undefined => highlighter.highlight('let a = 1\n', 'js')?.html
    const first = colors()
    for (let block = 0; block < 3; block += 1)
      highlighter.highlight(`// ${String(block).repeat(600_000)}\n`, 'js')
    expect(first).toContain('hljs-keyword')
    expect(colors()).toBe(first)
  })

  it('keeps what a book wishes from other books', () => {
    const wish = { languages: { petal: 'js' }, plain: ['python'] }
    const [wishing, other] = [createHighlighter(wish), createHighlighter()]
    for (const one of [wishing, other, wishing])
      expect(
        ['petal', 'python', 'js'].map((name) => one.highlight('let a\n', name)?.language),
      ).toEqual(
        one === wishing
          ? ['javascript', undefined, 'javascript']
          : [undefined, 'python', 'javascript'],
      )
  })
})

describe('names of languages', () => {
  it('are those of highlight.js', () => {
    for (const name of hljs.listLanguages()) {
      expect(canonicalLanguage(name)).toBe(name)
      for (const alias of hljs.getLanguage(name)?.aliases ?? []) {
        const canonical = canonicalLanguage(alias)
        // A few aliases belong to two languages.
        expect(hljs.getLanguage(canonical)?.aliases?.includes(alias), alias).toBe(true)
      }
    }
  })

  it.each([
    ['py', 'python'],
    ['js', 'javascript'],
    ['rb', 'ruby'],
    ['csharp', 'csharp'],
    ['JSON', 'json'],
    ['C++', 'cpp'],
    ['markup', 'xml'],
    ['eval-js', 'javascript'],
    ['lang-ts', 'typescript'],
    ['html?linenums=1', 'xml'],
    ['java=1', 'java'],
    ['sass', 'scss'],
    ['=', '='],
    ['nosuch', 'nosuch'],
  ])('%s is %s', (name, canonical) => {
    expect(canonicalLanguage(name)).toBe(canonical)
  })

  it('each lead to a module', () => {
    const highlighter = createHighlighter()
    for (const name of hljs.listLanguages())
      if (name !== 'plaintext') expect(highlighter.highlight('a', name)?.language, name).toBe(name)
  })
})

describe('highlighting', () => {
  const highlighter = createHighlighter()

  it('gives what highlight.js gives with every language loaded', () => {
    const html = '<p class="a">b</p><script>var c = `d`</script><style>e { f: g }</style>'
    expect(highlighter.highlight(html, 'html')?.html).toBe(
      hljs.highlight(html, { language: 'html' }).value,
    )
  })

  it('leaves unknown languages, plain text and strange names alone', () => {
    for (const name of ['nosuch', 'text', '', '../core', '__proto__', 'constructor'])
      expect(highlighter.highlight('a', name), name).toBeUndefined()
  })

  it('never changes the text of a block', () => {
    const code = '\n<a> &amp; "q" \'s\'\t中文 😀\r\n  ${x} `y`  \n\n'
    for (const language of ['js', 'html', 'sh', 'nosuch', 'markdown', '']) {
      const text = `\`\`\`\`${language}\n${code}\`\`\`\``
      const { html } = createMarkdown().render({
        path: bookPath('a.md')!,
        text: text.replaceAll('\r', ''),
        firstLine: 1,
        host: literalHost,
      })
      expect(parse(html, { blockTextElements: {} }).querySelector('code')?.textContent).toBe(
        code.replaceAll('\r', ''),
      )
    }
  })

  it('loads highlight.js in a form that can be instantiated', () => {
    expect(typeof require('highlight.js/lib/core').newInstance).toBe('function')
  })
})

describe('parseCodeInfo', () => {
  it.each([
    ['', '', ''],
    ['js', 'js', ''],
    ['  js  ', 'js', ''],
    ['js title="a b"', 'js', 'title="a b"'],
    ['js{1,3}', 'js', '{1,3}'],
    ['js {1,3}', 'js', '{1,3}'],
    ['{.js}', 'js', ''],
    ['{ .js .numbered #x }', 'js', '.numbered #x'],
    ['rust,ignore', 'rust', ',ignore'],
    ['C++', 'C++', ''],
    ['{title="a"}', '', '{title="a"}'],
    ['中文 a', '中文', 'a'],
  ])('reads %j', (info, language, rest) => {
    expect(parseCodeInfo(info)).toEqual({ language, rest, text: info.trim() })
  })
})

describe('code in HTML', () => {
  it.each(['lang-go', 'language-go', 'mine lang-go'])(
    'is highlighted with the class %s',
    (name) => {
      const html = shown(
        `<pre><code class="${name}">if a &lt; b { return "x &amp; y" }</code></pre>\n`,
      )
      const code = parse(html, { blockTextElements: {} }).querySelector('pre > code')
      expect(code?.classNames.split(' ')).toEqual(
        expect.arrayContaining([...name.split(' '), 'hljs']),
      )
      expect(code?.querySelector('.hljs-keyword')?.text).toBe('if')
      expect(code?.text).toBe('if a < b { return "x & y" }')
    },
  )

  it.each([
    ['no language', '<pre><code class="mine">if a</code></pre>'],
    ['a language that nobody knows', '<pre><code class="lang-nobody">if a</code></pre>'],
    ['markup in it', '<pre><code class="lang-go">if <b>a</b></code></pre>'],
    ['something beside it', '<pre><code class="lang-go">if a</code> <b>x</b></pre>'],
    ['no block around it', '<div><code class="lang-go">if a</code></div>'],
  ])('stays as it is with %s', (_, source) => {
    expect(shown(`${source}\n`).trim()).toBe(source)
  })
})

function shown(text: string): string {
  return createMarkdown().render({ path: bookPath('a.md')!, text, firstLine: 1, host: literalHost })
    .html
}
