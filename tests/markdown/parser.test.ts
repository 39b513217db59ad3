import { describe, expect, it } from 'vitest'
import { bookPath } from '../../src/core/path.ts'
import {
  type MarkdownRequest,
  type RenderedPage,
  createMarkdown,
} from '../../src/markdown/parser.ts'
import type { ReferenceHost } from '../../src/tree/host.ts'
import { literalHost } from './host.ts'

const path = bookPath('a/page.md')!

function request(text: string): MarkdownRequest {
  return { path, text, firstLine: 1, host: literalHost }
}

function render(text: string, host: ReferenceHost = literalHost): RenderedPage {
  return createMarkdown().render({ path, text, firstLine: 3, host })
}

describe('what a page tells of itself', () => {
  it('nothing, when it is empty', () => {
    expect(render('')).toEqual({
      html: '',
      marks: [],
      features: [],
      symbols: [],
      headings: [],
      ids: [],
      sections: [],
      diagnostics: [],
    })
  })

  it('its headings as plain text, those of raw HTML too', () => {
    const { headings, title } = render(
      'x\n\n## *A* `b` [c](d.md) &amp; 中\n\n# T\n\n<h3>R &lt; <b>S</b></h3>\n\na <h4>In<br>line</h4>\n\n# ![alt](x.png)',
    )
    expect(headings).toEqual([
      { level: 2, id: 'a-b-c--中', text: 'A b c & 中' },
      { level: 1, id: 't', text: 'T' },
      { level: 3, id: 'r--s', text: 'R < S' },
      { level: 4, id: 'inline', text: 'Inline' },
      { level: 1, id: 'section', text: 'alt' },
    ])
    expect(title).toBe('T')
  })

  it('every id that a link can point to', () => {
    const { ids } = render(
      '# A\n\n<a name="n"></a><div id="d"></div>\n\nx <i id=\'e&amp;f\'>y</i>[^1]\n\n[^1]: z',
    )
    expect(ids.toSorted()).toEqual(['a', 'd', 'e&f', 'fn_1', 'n', 'reffn_1'])
  })

  it('its text by section: code and alternative texts, no markup', () => {
    const { sections } = render(
      'Intro *a*.\n\n# One\n\n- b ![c](d.png)\n\n```js\ne()\n```\n\n<p>f<br>g &amp; h</p><h2>Two</h2><p>中</p>\n\n| i |\n|--|\n| j |\n\n第一行\n第二行',
    )
    expect(sections).toEqual([
      { id: '', title: '', text: 'Intro a.' },
      { id: 'one', title: 'One', text: 'b c\ne()\n\nf g & h' },
      { id: 'two', title: 'Two', text: '中\ni\nj\n第一行第二行' },
    ])
  })

  it('its first paragraph, shortened between words', () => {
    expect(render('# T\n\n![x](y.png)\n\nSome **bold**\ntext.').description).toBe('Some bold text.')
    expect(render('> quoted\n\n- item').description).toBeUndefined()
    const english = render('word '.repeat(100)).description
    expect(english).toBe(`${'word '.repeat(40).trim()}…`)
    expect(render('字'.repeat(300)).description).toBe(`${'字'.repeat(200)}…`)
    expect(render('x'.repeat(300)).description).toBe(`${'x'.repeat(200)}…`)
    expect(render('😀'.repeat(200) + 'x').description).toBe(`${'😀'.repeat(100)}…`)
  })
})

describe('what a host answers', () => {
  const host: ReferenceHost = {
    link: ({ written }) => ({
      href: `${written}?a=1&b="2" 中`,
      attributes: { target: '_blank', rel: 'noopener', title: 'host' },
    }),
    image: () => ({ src: 'x y.png', width: 10, height: 20 }),
    file: ({ written }) => written,
  }

  it('is encoded and escaped, and the attributes of the author win', () => {
    expect(render('[a](b "t")', host).html).toBe(
      '<p><a href="b?a=1&amp;b=%222%22%20%E4%B8%AD" title="t" target="_blank" rel="noopener">a</a></p>\n',
    )
    expect(render('x <a target=self href=b>a</a>', host).html).toBe(
      '<p>x <a target=self href="b?a=1&amp;b=%222%22%20%E4%B8%AD" rel="noopener" title="host">a</a></p>\n',
    )
  })

  it('gives images their size, unless raw HTML has one', () => {
    expect(render('![a](b)', host).html).toContain(
      '<img src="x%20y.png" alt="a" width="10" height="20" decoding="async">',
    )
    expect(render('a <img src="b" style="width: 1em">', host).html).not.toContain('height')
  })

  it('is asked once for each reference', () => {
    let asked = 0
    const link: ReferenceHost['link'] = ({ written }) => {
      asked += 1
      return { href: written }
    }
    render(
      '[a](b) <http://c.d> https://e.f [g][h] <a href="i">j</a> [^1]\n\n[h]: k\n[^1]: [l](m)',
      {
        ...host,
        link,
      },
    )
    expect(asked).toBe(6)
  })
})

function problems(text: string): string[] {
  return render(text).diagnostics.map(
    ({ code, at }) => `${code} ${at?.file} ${at?.start?.line}:${at?.start?.column}`,
  )
}

describe('what is wrong with a page', () => {
  it('a footnote that is not there', () => {
    expect(problems('a\nb[^x] `[^y]`')).toEqual(['markdown/undefined-footnote a/page.md 4:2'])
  })

  it('a footnote that nobody refers to, or twice the same', () => {
    expect(problems('a[^1]\n\n[^1]: b\n\n[^1]: c\n\n[^2]: d')).toEqual([
      'markdown/duplicate-footnote a/page.md 7:1',
      'markdown/unused-footnote a/page.md 9:1',
    ])
  })

  it('an id given twice', () => {
    expect(problems('# a {#x}\n\n## b {#x}\n\n<i id="x"></i>')).toEqual([
      'markdown/duplicate-id a/page.md 5:6',
      'markdown/duplicate-id a/page.md 7:8',
    ])
    expect(problems('# a\n\n# a')).toEqual([])
  })

  it('the marks behind a heading without a space are no part of it, a sharp is', () => {
    const page = '##标题二##\n\n##C#\n\n###F## x\n\n##a ## b ##\n'
    expect(render(page).headings.map(({ text }) => text)).toEqual([
      '标题二',
      'C#',
      'F## x',
      'a ## b',
    ])
  })

  it('a heading without a space, but not a hashtag or code', () => {
    expect(
      problems(
        '#Title\n\n##标题\n\ntext\n  ###Sub\n\n#one #two\n\n#12 is an issue\n\n    ##code\n\n```\n##x\n```\n\n## ',
      ),
    ).toEqual([
      'markdown/heading-without-space a/page.md 3:1',
      'markdown/heading-without-space a/page.md 5:1',
      'markdown/heading-without-space a/page.md 8:3',
    ])
  })

  it.each([
    ['#¿Qué es?\n######2-1\ntext', ['h1 ¿Qué es?', 'h6 2-1']],
    ['text\n##Title\nmore', ['h2 Title']],
    ['文字\n#标题\n文字', ['h1 标题']],
    ['> quote\n##Title', ['h2 Title']],
    ['##**bold**', ['h2 bold']],
    ['##`code` x', ['h2 code x']],
    ['#[link](x.md)', ['h1 link']],
    ['##《书名》', ['h2 《书名》']],
    ['####“引用”', ['h4 “引用”']],
    ['##<a name="q"></a>Anchor', ['h2 Anchor']],
    ['##1.1 x', ['h2 1.1 x']],
    ['#"Quoted" title', ['h1 "Quoted" title']],
    ['#3DS的硬件\n正文', ['h1 3DS的硬件']],
    ['文字\n#2023年总结\n文字', ['h1 2023年总结']],
    ['#10分钟入门', ['h1 10分钟入门']],
  ])('%j has the headings that GitBook made', (text, expected) => {
    expect(render(text).headings.map(({ level, text: title }) => `h${level} ${title}`)).toEqual(
      expected,
    )
  })

  it.each([
    'text\n#hashtag and\nmore',
    'see\n#1 now',
    '#12の修正',
    '#12是 #13 的一部分',
    '#3rd of them',
    '#1E90FF',
    'text\n#3DS now',
    '#!shebang',
    '#include <stdio.h>\n#define X 1',
    'text\n#include <stdio.h>',
    '#-x',
    '##------',
    '#######seven',
    '\\##no heading',
    'text\n\\##no heading',
  ])('%j has no heading', (text) => {
    expect(render(text).headings).toEqual([])
  })
})

describe('the engine', () => {
  it('renders a line without a block', () => {
    const markdown = createMarkdown()
    expect(markdown.renderInline('*a* [b](c d.md) ![e](f.png) <i>g</i>')).toBe(
      '<em>a</em> <a href="c%20d.md">b</a> <img src="f.png" alt="e"> <i>g</i>',
    )
    expect(markdown.renderInline('')).toBe('')
  })

  it.each([
    ['[a](b.md){:target="_blank"}', '<a href="b.md">a</a>'],
    ["[a](b.md){target=_blank rel='x y'}, c", '<a href="b.md">a</a>, c'],
    ['[a](b.md "t"){.button #id}', '<a href="b.md" title="t">a</a>'],
    ['![a](b.png){width="600" zoomable="yes"}', '<img src="b.png" alt="a" width="600">'],
    ['![a](b.png){: width=60px height=40 }', '<img src="b.png" alt="a" width="60" height="40">'],
    ['![a](b.png){width=50%, height=50%}', '<img src="b.png" alt="a">'],
    ['![a](b.png =300x200)', '<img src="b.png" alt="a" width="300" height="200">'],
    ['![a](b.png "t" =300x)', '<img src="b.png" alt="a" title="t" width="300">'],
    [
      '![a](b.png =x200) ![a](b.png =30x*)',
      '<img src="b.png" alt="a" height="200"> <img src="b.png" alt="a" width="30">',
    ],
    // What is none of these is text.
    [
      '[a](b.md){ not } [a](b.md){a} [a](b.md){{x}}',
      '<a href="b.md">a</a>{ not } <a href="b.md">a</a>{a} <a href="b.md">a</a>{{x}}',
    ],
    ['[a](b.md) {.c} `[a](b){.c}`', '<a href="b.md">a</a> {.c} <code>[a](b){.c}</code>'],
    ['[a](b=1x2.md) ![a](b.png=3x4)', '<a href="b=1x2.md">a</a> <img src="b.png=3x4" alt="a">'],
  ])('says how large a picture is, and shows no list of attributes: %s', (written, shown) => {
    expect(createMarkdown().renderInline(written)).toBe(shown)
  })

  it.each([
    ['<figure><img src="a.png"></figure>## H', '</figure>\n<h2>H</h2>'],
    [
      '<figure><img src="a.png"></figure> w *x*\ny `z`',
      '</figure>\n<p>w <em>x</em>\ny <code>z</code></p>',
    ],
    [
      '<details>\n<summary>s</summary>\n\nb\n\n</details>### H\n\n*n*',
      '</details>\n<h3>H</h3>\n<p><em>n</em></p>',
    ],
    ['<table><tr><td>a</td></tr></table>\n*b*', '</table></div>\n<p><em>b</em></p>'],
    ['<table><tr><td>a</td></tr></table>| b |\n| :--- |\n| c |', '>c</td>'],
    ['<div><table><tr><td>a</td></tr></table>## c</div>', '## c'],
    ['<div>a</div>## H', '<div>a</div>\n<h2>H</h2>'],
    ['<div>a</div> *b*', '<div>a</div> *b*'],
    ['<pre>\n</figure>## a\n</pre>', '<pre>\n## a\n</pre>'],
    ['- <figure><img src="a.png"></figure>#### H\n  w', '</figure>\n<h4>H</h4>\nw</li>'],
  ])('reads what follows HTML on its last line: %s', (written, shown) => {
    expect(
      render(written).html.replaceAll(
        / (?:id|aria-level)="[^"]*"|<a class="heading-anchor.*?<\/a>/g,
        '',
      ),
    ).toContain(shown)
  })

  it('reads the lines behind many figures without going deeper and deeper', () => {
    const text = '<figure><img src="a.png"></figure>w\n'.repeat(5000)
    expect(render(text).html.match(/<figure>/g)).toHaveLength(5000)
  })

  it.each([
    ['<p>a</p>\n**b**', '<p>a</p>\n<p><strong>b</strong></p>\n'],
    ['<center>a</center>\n## b', '<center>a</center>\n<h2 id="b">'],
    ['<div\n  title="x > y\nz">\n</div>\n*b*', '</div>\n<p><em>b</em></p>\n'],
    ['<ul>\n<li>a\n<li>b\n</ul>\n*c*', '</ul>\n<p><em>c</em></p>\n'],
    ['<div>\n\n*a*\n\n</div>\n*b*', '<p><em>a</em></p>\n</div>\n<p><em>b</em></p>\n'],
    ['<hr>\n- *a*', '<hr>\n<ul>\n<li><em>a</em></li>'],
    ['<br>\n- *a*', '<br>\n<ul>\n<li><em>a</em></li>'],
    ['<br>\n*a*', '<p><br>\n<em>a</em></p>\n'],
    ['<u>\n*a*\n</u>\n*b*', '<p><u>\n<em>a</em>\n</u>\n<em>b</em></p>\n'],
    ['> <hr>\n> *a*', '<hr>\n<p><em>a</em></p>\n</blockquote>'],
    // What is still open holds HTML, and lines of HTML and indented ones stay what they are.
    ['<div>\n*a*\n</div>', '<div>\n*a*\n</div>'],
    ['<p>a</p>\n<b>*c*</b>', '<p>a</p>\n<b>*c*</b>'],
    ['<p>a</p>\n    *c*', '<p>a</p>\n    *c*'],
  ])('reads Markdown right behind HTML that has ended: %j', (written, shown) => {
    expect(render(written).html).toContain(shown)
  })

  it.each([
    ['<div>\n<pre>\na\n\n*b*\n</pre>\n</div>\n*c*', '*b*\n</pre>\n</div>\n<p><em>c</em></p>'],
    ['<div>\n<!-- a\n\n*b* -->\n</div>', '<div>\n<!-- a\n\n*b* -->\n</div>'],
    ['<div><script>\n"</div>"\n\n*a*\n</script></div>', '"</div>"\n\n*a*\n</script></div>'],
    ['<p><iframe src="a"></iframe>\n<pre>\n\n*b*</pre></p>', '\n\n*b*</pre>'],
  ])('ends no HTML at an empty line in code, a comment or a script: %j', (written, shown) => {
    expect(render(written).html).toContain(shown)
  })

  it.each([
    ['<div>\n<pre>\na\n\n*b*', '<p><em>b</em></p>', 'html/unclosed-element', 4],
    ['<div>\n<!-- a\n\n*b*', '<p><em>b</em></p>', 'html/never-ends', 4],
    ['- <div>\n  <pre>\n\n*b*\n\n</pre>', '<p><em>b</em></p>', 'html/unclosed-element', 4],
  ])('lets nothing last that never ends where it began: %j', (written, shown, code, line) => {
    const { html, diagnostics } = render(written)
    expect(html).toContain(shown)
    expect(diagnostics.map((one) => `${one.code} ${one.at?.start?.line}`)).toContain(
      `${code} ${line}`,
    )
  })

  it('speaks the language it is given', () => {
    const labels = { note: '注意', taskDone: '<完成>' }
    const { html } = createMarkdown({ labels }).render({
      path,
      text: '# 一\n\n> [!NOTE]\n> x\n\n- [x] y',
      firstLine: 1,
      host: literalHost,
    })
    expect(html).toContain('<p class="callout-title">注意</p>')
    expect(html).toContain('aria-label="&lt;完成&gt;"')
  })

  it('remembers nothing from page to page', () => {
    const markdown = createMarkdown()
    const text =
      '# a\n\n[^1] ![x](y) [z]\n\n[^1]: b\n\n[z]: q\n\n```http\nGET / HTTP/1.1\n\n{"a": 1}\n```'
    const first = markdown.render(request(text))
    markdown.render(request('```js\na\n```\n\n```json\n{}\n```\n\n[^1] [z]'))
    expect(markdown.render(request(text))).toEqual(first)
    expect(markdown.render(request('[z] [^1]')).html).toBe('<p>[z] [^1]</p>\n')
  })

  it('reads other line ends as line ends', () => {
    expect(render('a\r\nb\r\n\r\n- c\r\n').html).toBe(render('a\nb\n\n- c\n').html)
  })

  it('never writes a style', () => {
    expect(render('| a |\n|:-:|\n| b |').html).not.toContain('style')
  })
})
