// Front matter and templates: section 8 of the formats.
import { type Rule, bookOf, config, pageOf } from './rule.ts'

const VARIABLES = { 'book.json': config({ title: 'T', variables: { v: 'VAL', list: ['x', 'y'] } }) }

/** What templates mean. */
export const templateRules: readonly Rule[] = [
  {
    id: 'legacy/8.1-front-matter',
    says: 'front matter is not shown, its keys are readable',
    book: pageOf('---\nmine: "42"\n---\n# {{ page.mine }}\n'),
    on: { index: { has: ['>42<a'], lacks: ['mine'] } },
  },
  {
    id: 'legacy/8.1-crlf-bom',
    says: 'front matter works behind a byte order mark and with CRLF',
    book: pageOf('\uFEFF---\r\ndescription: Desc\r\n---\r\n# T\r\n'),
    on: { index: { page: ['<meta name="description" content="Desc">'] } },
  },
  {
    id: 'legacy/8.1-description',
    says: 'description is told to search engines',
    book: pageOf('---\ndescription: What <it> is\n---\n# T\n'),
    on: { index: { page: ['<meta name="description" content="What &lt;it&gt; is">'] } },
  },
  {
    id: 'legacy/8.1-keywords',
    says: 'keywords are told to machines',
    book: pageOf('---\nkeywords: [a, b]\n---\n# T\n'),
    on: { index: { page: ['<meta name="keywords" content="a, b">'] } },
  },
  {
    id: 'legacy/8.1-title',
    says: 'title names a page that SUMMARY does not',
    book: bookOf({
      'README.md': '# H\n\n[x](x.md)\n',
      'x.md': '---\ntitle: Named\n---\n# Other\n',
    }),
    on: { x: { title: 'Named · H' } },
  },
  {
    id: 'legacy/8.1-broken-yaml',
    says: 'broken front matter is a warning, and the page is built',
    book: pageOf('---\na: b: c\n---\n# T\n'),
    problems: ['front-matter/invalid-yaml'],
    on: { index: { ids: ['t'] } },
  },
  {
    id: 'legacy/8.1-only-dashes',
    says: 'dashes inside the first line open nothing',
    book: pageOf('# A --- B\n\ntext\n\n---\n\nmore\n'),
    on: { index: { has: ['text', 'more'] } },
  },
  {
    id: 'legacy/8.1-layout',
    says: 'layout takes a layout of the book',
    book: pageOf('---\nlayout: wide\n---\n# T\n', {
      '_layouts/layouts/wide.hbs':
        '<html><body class="wide"><section class="markdown-section">{{{page.content}}}</section></body></html>',
    }),
    problems: [],
    on: { index: { page: ['<body class="wide">'], has: ['<h1'] } },
  },
  {
    id: 'legacy/8.2-variables',
    says: 'variables of the configuration are book.*',
    book: pageOf('{{ book.v }} {{ config.title }} {{ file.path }}\n', VARIABLES),
    on: { index: { has: ['VAL T README.md'] } },
  },
  {
    id: 'legacy/8.2-undefined',
    says: 'undefined members print nothing',
    book: pageOf('a{{ book.nothing.at.all }}b\n'),
    on: { index: { has: ['ab'] } },
  },
  {
    id: 'legacy/8.2-comments',
    says: 'comments have three signs, ids of headings are no comments',
    book: pageOf('a{### hidden ###}b {# x #}\n\n## H {#own}\n'),
    on: { index: { has: ['ab {# x #}'], ids: ['own'] } },
  },
  {
    id: 'legacy/8.2-dates',
    says: 'the filter date formats',
    book: pageOf('{{ "2020-01-02" | date("YYYY/MM") }}\n'),
    on: { index: { has: ['2020/01'] } },
  },
  {
    id: 'legacy/8.2-summary',
    says: 'templates see the table of contents',
    book: bookOf(
      {
        'README.md': '{{ summary.parts[0].articles[1].title }} {{ page.next.path }}\n',
        'a.md': '# A\n',
      },
      '* [Home](README.md)\n* [Alpha](a.md)',
    ),
    on: { index: { has: ['Alpha a.md'] } },
  },
  {
    id: 'legacy/8.3-before-markdown',
    says: 'templates run before Markdown',
    book: pageOf(
      '{% for i in book.list %}\n* {{ i }}\n{% endfor %}\n\n{{ "**b** [x](other.md)" }}\n',
      {
        ...VARIABLES,
        'other.md': '# O\n',
      },
    ),
    on: { index: { has: ['<strong>b</strong>', '<li>'], links: ['other.html'] } },
  },
  {
    id: 'legacy/8.3-not-in-summary',
    says: 'titles of SUMMARY are not expanded',
    book: bookOf({}, '* [{{ x }}](README.md)'),
    menu: ['1.1 {{ x }} README.md'],
  },
  {
    id: 'legacy/8.4-fences',
    says: 'code of the top level is kept, and in deeper code what the book defines is expanded',
    book: pageOf(
      '`{{ book.v }}`\n\n- item `{{ book.v }}`\n\n  ```\n  {{ book.v }} {{ user.name }}\n  ```\n\n> **`{{ book.v }}`**\n\n| a |\n|---|\n| `{{ book.v }}` |\n\n<code>{{ book.v }}</code>\n\n```\n{{ book.v }}\n```\n',
      VARIABLES,
    ),
    problems: [],
    on: {
      index: {
        has: [
          '<p><code>{{ book.v }}</code></p>',
          'item <code>VAL</code>',
          'VAL {{ user.name }}',
          '<strong><code>VAL</code></strong>',
          '<td><code>VAL</code></td>',
          '<p><code>VAL</code></p>',
          '<code>{{ book.v }}\n</code>',
        ],
      },
    },
  },
  {
    id: 'legacy/8.4-raw',
    says: 'raw protects anything and is removed',
    book: pageOf('{% raw %}{{ a }}{% endraw %}\n'),
    problems: [],
    on: { index: { has: ['<p>{{ a }}</p>'] } },
  },
  {
    id: 'legacy/8.5-include',
    says: 'included text is expanded where it stands, without its front matter',
    book: pageOf('{% include "./inc/x.md" %}\n', {
      ...VARIABLES,
      'inc/x.md': '---\na: 1\n---\n{{ book.v }} `{{ book.v }}`\n',
    }),
    problems: [],
    on: { index: { has: ['VAL <code>VAL</code>'], lacks: ['a: 1'] } },
  },
  {
    id: 'legacy/8.5-missing-include',
    says: 'a missing include is a warning and stays visible',
    book: pageOf('before\n\n{% include "no.md" %}\n\nafter\n'),
    problems: ['template/missing-include'],
    on: { index: { has: ['before', 'after'] } },
  },
  {
    id: 'legacy/8.5-extends',
    says: 'pages may fill the blocks of another text',
    book: pageOf('{% extends "./base.md" %}{% block a %}mine{% endblock %}\n', {
      'base.md': 'Base {% block a %}x{% endblock %} end\n',
    }),
    on: { index: { has: ['Base mine end'] } },
  },
  {
    id: 'legacy/8.5-built-in-blocks',
    says: 'built-in blocks keep their content',
    book: pageOf('{% markdown %}*a*{% endmarkdown %}\n\n{% html %}<b>c</b>{% endhtml %}\n'),
    problems: [],
    on: { index: { has: ['<em>a</em>', '<b>c</b>'], lacks: ['{%'] } },
  },
  {
    id: 'legacy/8.6-unknown-tags',
    says: 'unknown blocks are a warning and keep their content',
    book: pageOf('{% foo %}x{% endfoo %}\n'),
    problems: ['component/unknown'],
    on: { index: { has: ['x'], lacks: ['{%'] } },
  },
  {
    id: 'legacy/8.6-unclosed',
    says: 'an unclosed tag costs nothing but a warning',
    book: pageOf('before\n\n{{ a \n\nafter {{ book.v }}\n', VARIABLES),
    on: { index: { has: ['before', 'after VAL'] } },
  },
  {
    id: 'legacy/8.7-hint',
    says: 'hints are callouts with Markdown in them',
    book: pageOf(
      "{% hint style='danger' %}\nMind the **gap** {{ book.v }}\n{% endhint %}\n\nafter *x*\n",
      VARIABLES,
    ),
    problems: [],
    on: {
      index: {
        has: ['callout callout-caution', 'Mind the <strong>gap</strong> VAL', 'after <em>x</em>'],
        lacks: ['{%'],
      },
    },
  },
  {
    id: 'legacy/8.7-codetabs',
    says: 'tabs of code are shown one after another',
    book: pageOf(
      '{% codetabs name="Python", type="py" -%}\nx = {{1}}\n{%- language name="Go", type="go" -%}\nvar x int\n{%- endcodetabs %}\n',
    ),
    problems: [],
    on: { index: { has: ['Python', 'language-python', 'Go', 'language-go'], lacks: ['{%'] } },
  },
  {
    id: 'legacy/8.7-exercise',
    says: 'exercises are readable without the plugin',
    book: pageOf(
      '{% exercise %}\nDo *it*.\n{% initial %}\nvar x =\n{% solution %}\nvar x = 1\n{% validation %}\nassert(x)\n{% endexercise %}\n',
      {
        'book.json': config({ plugins: ['exercises'] }),
      },
    ),
    problems: [],
    on: {
      index: { has: ['Do <em>it</em>.', '<summary>Solution</summary>', 'assert'], lacks: ['{%'] },
    },
  },
  {
    id: 'legacy/8.7-shortcut-math',
    says: 'formulas of a listed plugin are safe from Markdown and templates',
    book: pageOf('A $$a_b{{c}}_d$$ formula\n', { 'book.json': config({ plugins: ['katex'] }) }),
    problems: [],
    on: { index: { has: ['<math>', '>a_b{{c}}_d</annotation>'] } },
  },
  {
    id: 'legacy/8.7-import-code',
    says: 'include-codeblock shows the lines of a file',
    book: pageOf('[import:2-3](src/a.js)\n', {
      'src/a.js': 'one\ntwo\nthree\nfour\n',
      'book.json': config({ plugins: ['include-codeblock'] }),
    }),
    problems: [],
    on: { index: { has: ['two\nthree'], lacks: ['one', 'four', 'import'] } },
  },
]
