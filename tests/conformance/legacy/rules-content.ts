// Markdown and links: sections 7 and 9 of the formats.
import { type Rule, bookOf, pageOf } from './rule.ts'

const PAGES = {
  'sub/b.md': '# B\n\n## H\n',
  'sub/README.md': '# Sub\n',
  '中文.md': '# 中\n',
  'my file.md': '# M\n',
}
const LISTED =
  '* [Home](README.md)\n* [B](sub/b.md)\n* [S](sub/README.md)\n* [中](中文.md)\n* [M](my file.md)'

/** What Markdown means. */
export const contentRules: readonly Rule[] = [
  {
    id: 'legacy/7.1-heading-without-space',
    says: 'a heading without a space is a heading, with a remark',
    book: pageOf('# A\n\n##Two\n'),
    on: { index: { ids: ['a', 'two'] } },
  },
  {
    id: 'legacy/7.1-fence-class',
    says: 'code keeps the class of its language as written',
    book: pageOf('```JS\nlet a\n```\n'),
    on: { index: { has: ['class="lang-JS'] } },
  },
  {
    id: 'legacy/7.1-fence-info',
    says: 'a fence may say more than its language',
    book: pageOf('```js extra words\nlet a\n```\n\n```\n```\n'),
    on: { index: { has: ['lang-js'] } },
  },
  {
    id: 'legacy/7.1-tables',
    says: 'tables work without outer pipes, and protect escaped ones',
    book: pageOf('a | b\n:--|--:\n`x\\|y` | 2\n'),
    on: { index: { has: ['<table', '<code>x|y</code>'] } },
  },
  {
    id: 'legacy/7.1-inline-html',
    says: 'Markdown in inline elements is parsed',
    book: pageOf('<span>*x*</span>\n'),
    on: { index: { has: ['<span><em>x</em></span>'] } },
  },
  {
    id: 'legacy/7.1-void-elements',
    says: 'a line break is one',
    book: pageOf('a<br>b\n\n---\n'),
    on: { index: { has: ['<br>'], lacks: ['</br>', '</hr>'] } },
  },
  {
    id: 'legacy/7.2-cjk-emphasis',
    says: 'emphasis works beside Chinese',
    book: pageOf('这是**粗体**文字，**“引号”**也是。\n'),
    on: { index: { has: ['<strong>粗体</strong>', '<strong>“引号”</strong>'] } },
  },
  {
    id: 'legacy/7.2-deletions',
    says: 'two tildes delete',
    book: pageOf('~~x~~\n'),
    on: { index: { has: ['x</del>'] } },
  },
  {
    id: 'legacy/7.2-bare-addresses',
    says: 'bare addresses are links, names of hosts are not',
    book: pageOf('https://example.org and example.org\n'),
    on: { index: { links: ['https://example.org'] } },
  },
  {
    id: 'legacy/7.2-entities',
    says: 'entities pass, quotes stay straight',
    book: pageOf('&copy; "x" -- ...\n'),
    on: { index: { has: ['©', '&quot;x&quot; -- ...'] } },
  },
  {
    id: 'legacy/7.3-footnotes',
    says: 'footnotes keep their ids',
    book: pageOf('Text[^n].\n\n[^n]: The note.\n'),
    on: { index: { has: ['id="fn_n"', 'id="reffn_n"', 'The note.'] } },
  },
  {
    id: 'legacy/7.4-slugs',
    says: 'ids of headings follow the old algorithm',
    book: pageOf(
      '# Hello   World\n\n## a - b -- c\n\n## 1. Numbered\n\n## 中文 标题，测试！\n\n## snake_case\n',
    ),
    on: {
      index: {
        ids: ['hello---world', 'a---b----c', '1-numbered', '中文-标题，测试！', 'snakecase'],
      },
    },
  },
  {
    id: 'legacy/7.4-explicit-ids',
    says: 'an id in braces is taken, and not shown',
    book: pageOf('# T\n\n## Explicit {#my-id}\n'),
    on: { index: { ids: ['t', 'my-id'], lacks: ['{#'] } },
  },
  {
    id: 'legacy/7.4-equal-headings',
    says: 'of equal headings the first keeps the old id',
    book: pageOf('# T\n\n## Same\n\n## Same\n'),
    on: { index: { ids: ['t', 'same', 'same-1'] } },
  },
  {
    id: 'legacy/7.4-html-headings',
    says: 'an id that the author wrote is kept',
    book: pageOf('# T\n\n<h2 id="own">Own</h2>\n'),
    on: { index: { has: ['<h2 id="own">'] } },
  },
  {
    id: 'legacy/7.5-aliases',
    says: 'languages of code have short names, unknown ones stay plain',
    book: pageOf('```py\nprint(1)\n```\n\n```nosuch\nx < y\n```\n'),
    on: { index: { has: ['language-python', 'x &lt; y'] } },
  },
  {
    id: 'legacy/9.1-pages',
    says: 'links to sources become links to pages',
    book: bookOf(
      {
        ...PAGES,
        'README.md':
          '# H\n\n[1](sub/b.md) [2](/sub/b.md) [3](./sub/b.md#h) [4](sub/README.md) [5](中文.md) [6](<my file.md>) [7](my%20file.md)\n',
      },
      LISTED,
    ),
    problems: [],
    on: {
      index: {
        links: [
          'sub/b.html',
          'sub/b.html',
          'sub/b.html#h',
          'sub/index.html',
          '%E4%B8%AD%E6%96%87.html',
          'my%20file.html',
          'my%20file.html',
        ],
      },
    },
  },
  {
    id: 'legacy/9.1-queries',
    says: 'a query is kept',
    book: bookOf({ ...PAGES, 'README.md': '# H\n\n[1](sub/b.md?x=1#h)\n' }, LISTED),
    on: { index: { links: ['sub/b.html?x=1#h'] } },
  },
  {
    id: 'legacy/9.1-upwards',
    says: 'links upwards and to the top work from a folder',
    book: bookOf(
      {
        ...PAGES,
        'sub/b.md': '# B\n\n[1](../README.md) [2](/README.md) [3](README.md) [4](../中文.md)\n',
      },
      LISTED,
    ),
    on: {
      'sub/b': {
        links: ['../index.html', '../index.html', 'index.html', '../%E4%B8%AD%E6%96%87.html'],
      },
    },
  },
  {
    id: 'legacy/9.1-html-links',
    says: 'links in HTML are converted too',
    book: bookOf({ ...PAGES, 'README.md': '# H\n\n<p><a href="sub/b.md">b</a></p>\n' }, LISTED),
    on: { index: { links: ['sub/b.html'] } },
  },
  {
    id: 'legacy/9.1-other-schemes',
    says: 'addresses with a scheme stay, those of the web open apart',
    book: pageOf('[a](https://x.org) [b](mailto:a@b.c) [c](//cdn.org/x)\n'),
    on: {
      index: { links: ['https://x.org', 'mailto:a@b.c', '//cdn.org/x'], has: ['target="_blank"'] },
    },
  },
  {
    id: 'legacy/9.1-unlisted',
    says: 'a page that is linked and not listed is built, and reported',
    book: bookOf({ 'README.md': '# H\n\n[x](x.md)\n', 'x.md': '# X\n' }, '* [Home](README.md)'),
    pages: ['index', 'x'],
    problems: ['links/unlisted-page'],
  },
  {
    id: 'legacy/9.1-broken',
    says: 'a link to nowhere is reported',
    book: pageOf('[x](nowhere.md)\n'),
    problems: ['links/missing-file'],
  },
  {
    id: 'legacy/9.1-broken-anchor',
    says: 'a link to a heading that is not there is reported',
    book: pageOf('# A\n\n[x](#b)\n'),
    problems: ['links/missing-anchor'],
  },
  {
    id: 'legacy/9.1-assets',
    says: 'links to other files stay',
    book: pageOf('[x](files/a.zip)\n', { 'files/a.zip': 'z' }),
    problems: [],
    on: { index: { links: ['files/a.zip'] } },
  },
  {
    id: 'legacy/9.2-images',
    says: 'pictures from the top are found from a folder',
    book: bookOf(
      { 'sub/b.md': '# B\n\n![x](/img/x.svg)\n', 'img/x.svg': '<svg/>' },
      '* [B](sub/b.md)',
    ),
    problems: [],
    on: { 'sub/b': { has: ['src="../img/x.svg"'] } },
  },
  {
    id: 'legacy/10-asciidoc-page',
    says: 'AsciiDoc pages are pages, with links between them',
    book: bookOf({ 'a.adoc': '= Alpha\n\n== Sec\n\nlink:README.md[home]\n' }, '* [A](a.adoc)'),
    on: { a: { title: 'A · Home', links: ['index.html'], has: ['id="_sec"'] } },
  },
  {
    id: 'legacy/10-asciidoc-code',
    says: 'code of AsciiDoc pages is not expanded',
    book: bookOf(
      {
        'a.adoc': '= A\n\n----\n{{ x }} {% if %}\n----\n\n`{{ y }}` {{ book.v }}\n',
        'book.json': '{"variables": {"v": "VAL"}}',
      },
      '* [A](a.adoc)',
    ),
    problems: [],
    on: { a: { has: ['{{ x }} {% if %}', '{{ y }}', 'VAL'] } },
  },
]
