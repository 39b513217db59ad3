// Plugins whose work is done in every book: one book with what they were for, a page each, and what is seen of it. And
// the others that change nothing: what is ignored, and what is missing and told.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Place } from '../../src/core/diagnostic.ts'
import type { BookPath } from '../../src/core/path.ts'
import { resolveSettings } from '../../src/book/config-resolve.ts'
import { memoryFiles } from '../../src/files/memory.ts'
import { build } from '../../src/pipeline/build.ts'
import type { Built } from '../../src/pipeline/built.ts'
import { LISTED } from '../../src/plugins/listed.ts'
import { reportPlugins } from '../../src/plugins/report.ts'
import { type Treatment, knownPlugins, pluginFact } from '../../src/plugins/table.ts'
import { type Contents, buildBook, page } from '../support/build-book.ts'
import { english } from '../support/english.ts'
import { loaded } from '../support/loaded.ts'

interface Row {
  readonly plugins: readonly string[]
  /** What is seen on the page of this source, else on the first, or in another file. */
  readonly seen: RegExp
  readonly source?: string
  readonly on?: string
}

const row = (plugins: string, seen: RegExp, more: Pick<Row, 'source' | 'on'> = {}): Row => ({
  plugins: plugins.split(' '),
  seen,
  ...more,
})
const written = (plugins: string, source: string, seen: RegExp): Row =>
  row(plugins, seen, { source })

const MENU: readonly Row[] = [
  row(
    'expandable-chapters expandable-chapters-small expandable-chapters-small2 expandable-menu collapsible-chapters folding-chapters chapter-fold expand-active-chapter smart-nav-collapse cuav-chapters',
    /data-branch="open"><a href="a\/index.html">North[^]*<button type="button" class="fold"/,
  ),
  row('splitter', /<div class="grip" role="separator"/),
  row('book-summary-scroll-position-saver', /sessionStorage/, { on: 'handbook/handbook.js' }),
  row('multipart', /<li class="header" data-part="1">Banks</),
  row('breadcrumbs wikify', /<nav class="breadcrumbs?"[^>]*>[^]*?North[^]*?<\/nav>/, {
    on: 'a/b.html',
  }),
  row(
    'search lunr search-plus search-plus-mod search-pro search-pro-kui search-pro-fixed algolia elasticsearch contextual-search site-search',
    /class="search-button"[^>]*data-index="handbook\/search\/"/,
  ),
  row('page-treeview navigator', /<nav class="page-toc"[^]*#carp-here">Carp here</),
  row('todo todos tasklist checkbox', /type="checkbox" checked disabled aria-label="Done"> fill/),
  row('glossary-tooltip', /class="glossary-term"[^>]*data-definition="A fish\."/),
  row('codeblock-disable-glossary', /<code>Carp in code<\/code>/),
  row('mtime timefooter git-author page-freshness', /<time datetime="2026-03-01">/),
  row('open-graph', /<meta property="og:title" content="Pond">/),
  row('robotstxt', /Sitemap: https:\/\/x\.org\/sitemap\.xml/, { on: 'robots.txt' }),
  row('llms-txt', /\[North\]\(/, { on: 'llms.txt' }),
  row('printlinks', /content:" \(" attr\(href\)/, { on: 'handbook/style.css' }),
  row(
    'lightbox fancybox image-zoom zoom-image zoom medium-zoom popup image-preview image-viewer imgviewer img-zoom-pan modal-image',
    /<dialog class="zoom"/,
  ),
  row(
    'anchors anchorjs heading-anchors anker-enable headers-with-anchors anchor-link anchors-with-target',
    /<h2 id="carp-here">Carp here<a class="heading-anchor" href="#carp-here"/,
  ),
  row('auto-scroll-table', /<div class="table-wrap" tabindex="0">\n<table>/),
  row('scrollablecode', /<pre tabindex="0">/),
  row('copy-code-button copy-code clipboard', /class="copy-button"/),
  row(
    'highlight prism-ext code-optimize highlight-code code-highlighter sunlight-highlighter pygments shiki',
    /<span class="hljs-keyword">const<\/span>/,
  ),
  row('footnote-string-to-number', /href="#fn_a" id="reffn_a">1</),
  row('markdown-parse-add-br', /<strong>bold<\/strong> words\.<br>\nNext line\./),
  row('link-fix', /<a href="a\/index\.html">the north<\/a>/),
]

const BLOCKS: readonly Row[] = [
  written(
    'codetabs',
    '{% codetabs name="JS", type="js" %}\na()\n{% language name="Py", type="py" %}\nb()\n{% endcodetabs %}\n',
    /tab-title">JS<[^]*tab-title">Py</,
  ),
  written(
    'tabs simpletabs tabs2 platform-tabs',
    '{% tabs %}{% tab title="One" %}\na\n{% endtab %}{% tab title="Two" %}\nb\n{% endtab %}{% endtabs %}\n',
    /tab-title">One<[^]*tab-title">Two</,
  ),
  written(
    'codegroup prism-codetab-fox',
    '{% codegroup %}\n```js::One\na\n```\n```js::Two\nb\n```\n{% endcodegroup %}\n',
    /tab-title">One<[^]*tab-title">Two</,
  ),
  written(
    'markdown-tabs',
    '<!-- tabs:start -->\n#### **One**\na\n#### **Two**\nb\n<!-- tabs:end -->\n',
    /tab-title">One<[^]*tab-title">Two</,
  ),
  written(
    'ace',
    "{%ace edit=true, lang='js', check=false%}\nlet a\n{%endace%}\n",
    /hljs-keyword">let/,
  ),
  written(
    'terminal',
    '```\n**[terminal]\n**[prompt me@home]**[path ~]**[delimiter $ ]**[command ls]\n```\n',
    /me@home/,
  ),
  written(
    'codesnippet',
    '{% codesnippet "./x.js", lines="1:2" %}{% endcodesnippet %}\n',
    /hljs[^]*one/,
  ),
  written(
    'filename codeblock-filename codeblock-label',
    '{% filename %}a.js{% endfilename %}\n```js\na\n```\n',
    /<figcaption[^>]*>a\.js</,
  ),
  written(
    'exercises',
    '{% exercise %}\nDo it\n{% initial %}\na\n{% solution %}\nb\n{% validation %}\nc\n{% endexercise %}\n',
    /Do it[^]*<summary>Solution</,
  ),
  written(
    'mcqx',
    '{%mcq ans="o2"%}\n{%title%} Which?\n{%o1%} This\n{%o2%} That\n{%endmcq%}\n',
    /Which\?[^]*<li>That<[^]*<summary>✓<\/summary>That</,
  ),
  written(
    'quiz',
    '<quiz>\n<question>\n<p>Which?</p>\n<answer>This</answer>\n<answer correct>That</answer>\n</question>\n</quiz>\n',
    /Which\?[^]*<li>That<[^]*<summary>✓<\/summary>\s*<p>That</,
  ),
  written(
    'bibtex bibtex-cite bibtex-indexed-cite',
    'See {{ "elbe" | cite }}.\n\n{% references %}{% endreferences %}\n',
    /See <a href="#cite-1">\[1\]<[^]*<li id="cite-1"[^]*The Elbe/,
  ),
  written('diff', '```diff\n+ a\n- b\n```\n', /hljs-addition/),
  written('encode-link-round-with-angle-brackets', '[n](<d e.md>)\n', /href="d%20e\.html">n</),
  written('hints hint', '{% hint style="tip" %}\nDig.\n{% endhint %}\n', /callout-tip[^]*Dig/),
  written(
    'panel panels',
    '{% panel style="info", title="Soil" %}\nDig.\n{% endpanel %}\n',
    /callout[^]*Soil[^]*Dig/,
  ),
  written('alertarea admonition', '!!! note "Soil"\n    Dig.\n', /Soil[^]*Dig/),
  written('emphasize', '{% em type="red" %}dig{% endem %}\n', /<mark>dig<\/mark>/),
  written(
    'sectionx sectionx-ex sectionx-fork',
    '<!--sec data-title="More" data-id="m" data-show=true ces-->\nDig.\n<!--endsec-->\n',
    /<details open><summary>More<\/summary>[^]*Dig/,
  ),
  written(
    'accordion',
    '%accordion%More%accordion%\nDig.\n%/accordion%\n',
    /<summary>More<\/summary>[^]*Dig/,
  ),
  written(
    'click-reveal folding-content hide-solution',
    '{% reveal %}\nDig.\n{% endreveal %}\n',
    /<details[^]*Dig/,
  ),
  written(
    'youtube video',
    '{% youtube %}https://www.youtube.com/watch?v=abcdefghijk{% endyoutube %}\n',
    /data-player="https:\/\/www\.youtube-nocookie\.com/,
  ),
  written('local-video html5-video', '{% video %}f.mp4{% endvideo %}\n', /f\.mp4/),
  written('embed-pdf', '{% pdf src="f.pdf" %}{% endpdf %}\n', /href="f\.pdf"/),
  written(
    'url-embed iframely',
    '{% embed url="https://x.org/a" %}\n',
    /<p class="embed"><a href="https:\/\/x\.org\/a"/,
  ),
  written(
    'autosize-iframe',
    '<iframe src="https://x.org/a"></iframe>\n',
    /<iframe[^>]*src="https:\/\/x\.org\/a"/,
  ),
  written(
    'asciinema',
    '{% asciinema %}https://asciinema.org/a/1{% endasciinema %}\n',
    /https:\/\/asciinema\.org\/a\/1/,
  ),
  written('include-csv', '{% includeCsv src="./a.csv" %}{% endincludeCsv %}\n', /<td>one<\/td>/),
  written(
    'swagger api-mod',
    '{% openapi src="./api.json" path="/beds" method="get" %}\n{% endopenapi %}\n',
    /\/beds/,
  ),
  written(
    'mermaid mermaid-gb3 mermaid-md-adoc mermaid-fox mermaid-newface mermaid-full',
    '```mermaid\ngraph LR\n  A --> B\n```\n',
    /<div class="diagram">[^]*<svg /,
  ),
  written(
    'graphviz dot viz',
    '```dot\ndigraph { a -> b }\n```\n',
    /<div class="diagram">[^]*<svg /,
  ),
  written(
    'sequence sequence-diagrams',
    '```sequence\nA->B: dig\n```\n',
    /<div class="diagram">[^]*<svg /,
  ),
  written(
    'chart',
    '{% chart format="yaml" %}\ndata:\n  type: bar\n  columns:\n    - [beds, 3, 4]\n{% endchart %}\n',
    /<div class="diagram">[^]*<svg /,
  ),
  written(
    'flow flowchart flowchart-png',
    '```flow\ns=>start: Dig\ne=>end: Rest\ns->e\n```\n',
    /<div class="diagram">[^]*<svg /,
  ),
  row('asciidoc-admonition-icons asciidoc-include', /callout[^]*Dig[^]*Included/, { on: 'p.html' }),
]

const ROWS = [...MENU, ...BLOCKS]

const sourceOf = (index: number): string => `r${index}.md`
const PAGES: Contents = Object.fromEntries(
  ROWS.flatMap(({ source }, index) =>
    source === undefined ? [] : [[sourceOf(index), `# Page\n\n${source}`]],
  ),
)
const FILES: Contents = {
  'book.json': '{"siteUrl": "https://x.org/"}',
  'README.md':
    '# Pond\n\n## Carp here\n\nCarp[^a] and **bold** words.  \nNext line. [the north](a/) `Carp in code`\n\n- [ ] dig\n- [x] fill\n\n![Plan](i.png)\n\n```js\nconst a = 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^a]: A note.\n',
  'SUMMARY.md': [
    '# Summary\n\n* [Pond](README.md)\n\n## Banks\n\n* [North](a/README.md)\n  * [Reed](a/b.md)\n* [P](p.adoc)',
    ...Object.keys(PAGES).map((path) => `* [Page](${path})`),
    '* [E](<d e.md>)\n',
  ].join('\n'),
  'GLOSSARY.md': '## Carp\n\nA fish.\n',
  'a/README.md': '# North\n',
  'a/b.md': '# Reed\n',
  'd e.md': '# E\n',
  'p.adoc': '= P\n\nNOTE: Dig.\n\ninclude::q.adoc[]\n',
  'q.adoc': 'Included.\n',
  'x.js': 'one\ntwo\n',
  'a.csv': 'h\none\n',
  'literature.bib': '@book{elbe, title = {The Elbe}}\n',
  'api.json':
    '{"openapi": "3.0.0", "info": {"title": "B", "version": "1"}, "paths": {"/beds": {"get": {"responses": {}}}}}',
  'i.png': '',
  'f.mp4': '',
  'f.pdf': '',
  ...PAGES,
}
const DATES = new Map([['README.md', '2026-03-01T04:05:06Z']]) as never

describe('in every book', () => {
  let built: Built
  beforeAll(async () => {
    built = await loaded(() => build({ files: memoryFiles(FILES), dates: DATES }))
  }, 120_000)

  test.each(ROWS.map((one, index) => ({ ...one, index })))(
    '$plugins: $seen',
    ({ plugins, seen, source, on, index }) => {
      const path = on ?? (source === undefined ? 'index.html' : `r${index}.html`)
      expect(page(built, path)).toMatch(seen)
      expect(plugins.map((name) => pluginFact(name).treatment)).toEqual(plugins.map(() => 'always'))
    },
  )
})

/** Seen elsewhere: in several languages, without a SUMMARY, while serving, in other tests. */
const ELSEWHERE =
  'language-picker multilingual-index summary summary2 summary3 auto-summary auto-summary-follow build-summary gensum isummary summary-generator summary-new summary-pro styles-less i18nsettings livereload'.split(
    ' ',
  )

const ofKind = (treatment: Treatment): readonly string[] =>
  knownPlugins().filter((name) => pluginFact(name).treatment === treatment)

test('nothing is said to be in every book that is not seen in one', () => {
  const seen = new Set([...ROWS.flatMap(({ plugins }) => plugins), ...ELSEWHERE])
  expect(ofKind('always').filter((name) => !seen.has(name))).toEqual([])
})

describe('a book with languages', () => {
  test('language-picker, multilingual-index: a page to choose one, and a menu on each page', async () => {
    const many = await buildBook({
      'LANGS.md': '* [English](en)\n* [中文](zh)\n',
      ...Object.fromEntries(
        ['en', 'zh'].flatMap((id) => [
          [`${id}/README.md`, '# A\n'],
          [`${id}/SUMMARY.md`, '* [A](README.md)\n'],
        ]),
      ),
    })
    expect(page(many, 'index.html')).toMatch(/href="en\/index\.html"[^]*href="zh\/index\.html"/)
    expect(page(many, 'en/index.html')).toMatch(/href="\.\.\/zh\/index\.html"[^>]*>中文</)
  })
})

const at: Place = { file: 'book.json' as BookPath, start: { line: 1, column: 1 } }
const reportOf = (name: string) =>
  reportPlugins(
    { plugins: [{ name }], pluginsConfig: {}, disabledPlugins: [] },
    () => at,
    () => at,
  )

/** Their options say something; what they are for is there besides, or is read by the name in the list. */
const BESIDES =
  'prism page-toc intopic-toc right-toc anchor-navigation-ex-toc anchor-navigation-simple include md-include fontsettings'

test('what asks for something by being listed says it in settings', () => {
  const silent = ofKind('built-in').filter((name) => {
    const { told } = resolveSettings({ plugins: [name], pluginsConfig: {} }, 'en')
    return Object.keys(told).length === 0
  })
  expect(silent.join(' ')).toBe(BESIDES)
  expect(Object.keys(LISTED).filter((name) => pluginFact(name).treatment === 'unknown')).toEqual([])
})

test('what is ignored says nothing, changes nothing, and is explained', () => {
  for (const name of ofKind('ignored')) {
    expect(pluginFact(name).reason, name).toBeDefined()
    expect(reportOf(name), name).toEqual([])
    const { told } = resolveSettings({ plugins: [name], pluginsConfig: {} }, 'en')
    expect(told, name).toEqual({})
  }
})

test('what is missing is told once, at its entry, with why', () => {
  for (const name of ofKind('unsupported')) {
    expect(pluginFact(name).reason, name).toBeDefined()
    const [told, ...more] = reportOf(name)
    expect(more, name).toEqual([])
    expect(told, name).toMatchObject({ code: 'plugins/unsupported', at })
    const { message, hint } = english(told!)
    expect(message, name).toContain(name)
    expect(hint, name).toBeDefined()
  }
})
