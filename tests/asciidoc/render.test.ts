import { expect, test, vi } from 'vitest'
import { type AsciidocRequest, renderAsciidoc } from '../../src/asciidoc/render.ts'
import type { BookPath } from '../../src/core/path.ts'
import { createHighlighter } from '../../src/markdown/highlight.ts'
import type { Reference } from '../../src/tree/host.ts'
import { ENGLISH } from '../../src/markdown/labels.ts'
import type { RenderedPage } from '../../src/markdown/parser.ts'

const highlighter = createHighlighter()

interface Page extends RenderedPage {
  readonly asked: readonly Reference[]
  /** `line:column` of each reference, as found. */
  readonly spots: readonly string[]
}

async function render(
  text: string,
  files: Record<string, string> = {},
  request: Partial<AsciidocRequest> = {},
): Promise<Page> {
  const asked: Reference[] = []
  const page = await renderAsciidoc({
    path: 'ch/page.adoc' as BookPath,
    text,
    firstLine: 1,
    host: {
      link(reference) {
        asked.push(reference)
        return { href: reference.written.replace('.adoc', '.html'), attributes: { rel: 'x' } }
      },
      image(reference) {
        asked.push(reference)
        return { src: `../${reference.written}`, width: 200, height: 100 }
      },
      file(reference) {
        asked.push(reference)
        return reference.written.replace('.adoc', '.html')
      },
    },
    include(target, from) {
      const path = `${from.split('/').slice(0, -1).join('/')}/${target}` as BookPath
      const found = files[path]
      return found === undefined ? undefined : { path, text: found }
    },
    labels: ENGLISH,
    highlight: (code, language) => highlighter.highlight(code, language),
    ...request,
  })
  const spots = asked.map(
    ({ written, at }) => `${written} ${at.file}:${at.start?.line}:${at.start?.column}`,
  )
  return { ...page, asked, spots }
}

test('an empty page is an empty page', async () => {
  const page = await render('')
  expect(page).toMatchObject({ html: '', headings: [], ids: [], sections: [], diagnostics: [] })
  expect(page.title).toBeUndefined()
})

test('the document title is an h1 with the id of GitBook, sections keep the ids of Asciidoctor', async () => {
  const page = await render('= My Title\n\nHello.\n\n== Section One\n\n[#own]\n=== Two\n')
  expect(page.headings).toEqual([
    { level: 1, id: 'my-title', text: 'My Title' },
    { level: 2, id: '_section_one', text: 'Section One' },
    { level: 3, id: 'own', text: 'Two' },
  ])
  expect(page.html).toContain(
    '<h1 id="my-title">My Title<a class="heading-anchor" href="#my-title"',
  )
  expect(page.title).toBe('My Title')
  expect(page.description).toBe('Hello.')
  expect(page.ids).toEqual(['my-title', '_section_one', 'own'])
})

test('Chinese titles and text come through, and lines are joined without spaces', async () => {
  const page = await render(
    '= 入门 指南\n\n第一行\n第二行 *粗体*\n继续。\n\n== 安装，测试！\n\n文字\n',
  )
  expect(page.title).toBe('入门 指南')
  expect(page.headings[0]?.id).toBe('入门-指南')
  expect(page.html).toContain('<p>第一行第二行 <strong>粗体</strong>继续。</p>')
  expect(page.description).toBe('第一行第二行 粗体继续。')
  expect(page.sections[1]).toEqual({ id: '_安装测试', title: '安装，测试！', text: '文字' })
})

test('every reference goes through the host with its spelling and its place', async () => {
  const page = await render(
    [
      'See link:other.adoc[A] and xref:b.adoc#sec[B],',
      '<<c.adoc#x,C>> and <<d.asciidoc#>> and <<e.md#y,E>>, link:f%20g.pdf?a=1&b=2[F].',
      '',
      '* item xref:b.adoc#sec[again]',
      '',
      'image::img/图.png[]',
      '',
      '+++<a href="raw.adoc">raw</a>+++',
    ].join('\n'),
  )
  expect(page.spots).toEqual([
    'other.adoc ch/page.adoc:1:10',
    'b.adoc#sec ch/page.adoc:1:33',
    'c.adoc#x ch/page.adoc:2:3',
    'd.asciidoc ch/page.adoc:2:22',
    'e.md#y ch/page.adoc:2:42',
    'f%20g.pdf?a=1&b=2 ch/page.adoc:2:59',
    'b.adoc#sec ch/page.adoc:4:13',
    'img/图.png ch/page.adoc:6:8',
    'raw.adoc ch/page.adoc:8:13',
  ])
  expect(page.asked.map(({ html }) => html).lastIndexOf(true)).toBe(8)
  expect(page.html).toContain('<a href="b.html#sec" rel="x">B</a>')
  expect(page.html).toContain('href="f%20g.pdf?a=1&amp;b=2"')
  expect(page.html).toContain(
    '<img src="../img/%E5%9B%BE.png" alt="图" width="200" height="100" decoding="async">',
  )
})

test('a reference that its author protects from formatting is asked for as it is meant', async () => {
  const page = await render(
    'Link:++no++ link:++a_b_c d.adoc++[A] and link:pass:[x__y__.adoc][X],\nimage:++i__j__.png++[I] and link:++https://example.org/a_b_c?d&e++[web].\n\n* link:++f__g__.adoc++[F]\n',
  )
  expect(page.spots).toEqual([
    'a_b_c d.adoc ch/page.adoc:1:20',
    'x__y__.adoc ch/page.adoc:1:53',
    'i__j__.png ch/page.adoc:2:9',
    'https://example.org/a_b_c?d&e ch/page.adoc:2:36',
    'f__g__.adoc ch/page.adoc:4:10',
  ])
  expect(page.html).not.toMatch(/[\u0096\u0097]|%C2%9/)
})

test('a reference to the page itself is asked too, and lines count from the start of the file', async () => {
  const page = await render('<<_here>> and <<gone>>\n\n== Here\n', {}, { firstLine: 5 })
  expect(page.spots).toEqual(['#_here ch/page.adoc:5:1', '#gone ch/page.adoc:5:15'])
  expect(page.html).toContain('<a href="#_here" rel="x">Here</a>')
})

test('a link in a title is asked once, although the contents repeat the title', async () => {
  const page = await render('= T\n:toc:\n\n== See link:x.adoc[X]\n')
  expect(page.spots).toEqual(['x.adoc ch/page.adoc:4:13'])
  expect(page.html).toContain('<nav class="toc" id="toc">')
  expect(page.html).toContain('<li><a href="#_see_x">See X</a></li>')
})

test('includes come from the book, and their references have places in their own files', async () => {
  const page = await render(
    '= T\n\ninclude::sub/part.adoc[leveloffset=+1]\n\nxref:sub/part.adoc#_part[same page]\n',
    {
      'ch/sub/part.adoc': '= Part\n\nlink:x.adoc[X]\n\ninclude::deep.adoc[]\n',
      'ch/sub/deep.adoc': 'link:y.adoc[Y]\n',
    },
  )
  expect(page.headings.map(({ level, text }) => `${level} ${text}`)).toEqual(['1 T', '2 Part'])
  expect(page.spots).toEqual([
    'x.adoc ch/sub/part.adoc:3:6',
    'y.adoc ch/sub/deep.adoc:1:6',
    '#_part ch/page.adoc:5:19',
  ])
  expect(page.diagnostics).toEqual([])
})

test('a list item with a block that never ends says nothing on the console', async () => {
  const said = vi.spyOn(console, 'warn')
  const { diagnostics } = await render('* a\n+\n----\nx\n')
  expect(diagnostics.map(({ code }) => code)).toEqual(['asciidoc/unterminated-block'])
  expect(said).not.toHaveBeenCalled()
  said.mockRestore()
})

test('a block right above an include has its place in its own file', async () => {
  const page = await render('Text.\n\nimage::a.png[A]\ninclude::p.adoc[]\n', {
    'ch/p.adoc': 'Part.\n',
  })
  expect(page.spots).toEqual(['a.png ch/page.adoc:3:8'])
})

test('an include can take lines or tagged parts, also into code', async () => {
  const files = { 'ch/a.js': '// tag::one[]\nconst a = 1\n// end::one[]\nconst b = 2\n' }
  const tagged = await render('[source,js]\n----\ninclude::a.js[tag=one]\n----\n', files)
  expect(tagged.html).toContain('const</span> a')
  expect(tagged.html).not.toContain('tag::')
  expect(tagged.html).not.toContain('const</span> b')
  const lines = await render('----\ninclude::a.js[lines=4..]\n----\n', files)
  expect(lines.html).toBe('<pre tabindex="0"><code>const b = 2\n</code></pre>')
})

test('includes that cannot be are reported where they stand', async () => {
  const page = await render(
    [
      'include::gone.adoc[]',
      '',
      'include::maybe.adoc[opts=optional]',
      '',
      'include::https://example.org/x.adoc[]',
      '',
      'include::page.adoc[]',
      '',
      'include::a.txt[tag=none]',
    ].join('\n'),
    { 'ch/a.txt': 'text', 'ch/page.adoc': 'self' },
  )
  expect(
    page.diagnostics.map(({ code, at }) => `${code} ${at?.start?.line}:${at?.start?.column}`),
  ).toEqual([
    'asciidoc/missing-include 1:10',
    'asciidoc/remote-include 5:10',
    'asciidoc/include-cycle 7:10',
    'asciidoc/missing-tag 9:10',
  ])
  expect(page.html).toContain('https://example.org/x.adoc')
})

test('the messages of Asciidoctor become diagnostics, and nothing is printed', async () => {
  const spies = [
    vi.spyOn(console, 'error'),
    vi.spyOn(console, 'warn'),
    vi.spyOn(process.stderr, 'write'),
    vi.spyOn(process.stdout, 'write'),
  ]
  const text =
    '== A\n\n==== Too deep\n\nfootnote:nobody[]\n\n[#x]\none\n\n[#x]\ntwo\n\n|===\n|a |b\n\n|c\n|===\n\n----\nnever closed\n'
  const page = await render(text, {}, { firstLine: 3 })
  expect(spies.map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0, 0])
  for (const spy of spies) spy.mockRestore()
  expect(page.diagnostics.map(({ code, at }) => `${code} ${at?.start?.line}`).sort()).toEqual([
    'asciidoc/duplicate-id 13',
    'asciidoc/heading-level 5',
    'asciidoc/incomplete-row 18',
    'asciidoc/unknown-footnote 7',
    'asciidoc/unterminated-block 21',
  ])
})

test('code has the classes of Markdown pages, and its callouts stay at the ends of their lines', async () => {
  const page = await render(
    '[source,js]\n----\nlet a = "<b>" // <1>\ncall() // <2>\n----\n<1> one\n<2> two\n',
  )
  expect(page.html).toContain('<pre tabindex="0"><code class="lang-js language-javascript hljs">')
  expect(page.html).toContain('&lt;b&gt;&quot;</span> <b class="conum">(1)</b>\n')
  expect(page.html).toContain('() <b class="conum">(2)</b>\n</code></pre>')
  expect(page.html).toContain('<ol class="colist">\n<li>\n<p>one</p>\n</li>')
})

test('admonitions, tables and tasks look like those of Markdown', async () => {
  const page = await render(
    'NOTE: Short.\n\n.Mind *this*\n[WARNING]\n====\nLong.\n====\n\n[cols="1,>1"]\n|===\n|A |B\n\n|1 |2\n|===\n\n* [x] done\n* [ ] open\n',
  )
  expect(page.html).toContain(
    '<div class="callout callout-note" role="note">\n<p class="callout-title">Note</p>\n<p>Short.</p>\n</div>',
  )
  expect(page.html).toContain(
    '<p class="callout-title">Mind <strong>this</strong></p>\n<p>Long.</p>',
  )
  expect(page.html).toContain('<div class="table-wrap" tabindex="0">\n<table>')
  expect(page.html).toContain('<td>1</td>\n<td class="align-right">2</td>')
  expect(page.html).toContain('<input type="checkbox" checked disabled aria-label="Done"> done')
})

test('captions and labels speak the language of the book', async () => {
  const labels = { ...ENGLISH, note: '注意', contents: '目录', figure: '图' }
  const page = await render(
    '= 书\n:toc:\n\nNOTE: 小心。\n\n.截图\nimage::a.png[]\n\n== 一\n',
    {},
    { labels },
  )
  expect(page.html).toContain('<p class="callout-title">注意</p>')
  expect(page.html).toContain('<p class="toc-title">目录</p>')
  expect(page.html).toContain('<figcaption>图 1. 截图</figcaption>')
})

test('footnotes are gathered at the end and lead back', async () => {
  const page = await render('Text.footnote:[See link:n.adoc[N].]\n')
  expect(page.html).toContain(
    '<sup class="footnote-ref"><a href="#_footnotedef_1" id="_footnoteref_1">1</a></sup>',
  )
  expect(page.html).toContain('<li id="_footnotedef_1">')
  expect(page.html).toContain('aria-label="Back to reference 1"')
  expect(page.ids).toEqual(['_footnoteref_1', '_footnotedef_1'])
})

test('the output has no inline styles, no scripts and no obsolete widths', async () => {
  const page = await render(
    '= T\n:icons: font\n:stem:\n\n[width=50%,cols="1,2"]\n|===\n|{set:cellbgcolor:red}a |b\n|===\n\nimage::a.png[width=50%]\n\nicon:heart[] stem:[x]\n\n[horizontal]\na:: b\n\nvideo::abc[youtube]\n',
  )
  expect(page.html).not.toMatch(/style=|<script|<i |<col|frameborder|width="\d+%/)
  expect(page.html).toContain('class="width-50"')
  expect(page.features).toContain('image')
})

test('includes that multiply without end are stopped', async () => {
  const page = await render(
    'include::a.adoc[]\n',
    {},
    {
      include: (target) => {
        const inner = target.replace('.adoc', '')
        return {
          path: target as BookPath,
          text: `x\n\ninclude::${inner}0.adoc[]\n\ninclude::${inner}1.adoc[]\n`,
        }
      },
    },
  )
  expect(page.diagnostics.map(({ code }) => code)).toEqual(['asciidoc/too-many-includes'])
})

test('line ends of Windows make no difference', async () => {
  const text = '= T\n\nA link:b.adoc[B]\n\n----\ncode\n----\n'
  const [unix, windows] = [await render(text), await render(text.replaceAll('\n', '\r\n'))]
  expect(windows.html).toBe(unix.html)
})

test('pages rendered at once do not disturb each other', async () => {
  const texts = ['== A\n\n<<_a>>\n\n----\n', '== B\n\n<<_b>>\n', '== C\n\ninclude::gone.adoc[]\n']
  const pages = await Promise.all(texts.map((text) => render(text)))
  expect(pages.map(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual([
    ['asciidoc/unterminated-block'],
    [],
    ['asciidoc/missing-include'],
  ])
  expect(pages[1]?.html).toContain('<a href="#_b" rel="x">B</a>')
})
