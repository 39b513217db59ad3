// Configuration, files, SUMMARY, languages, glossary: sections 1 to 6 of the formats.
import { type Rule, bookOf, config } from './rule.ts'

const PAGES = { 'a.md': '# Alpha\n', 'b.md': '# Beta\n' }

/** What files mean. */
export const bookRules: readonly Rule[] = [
  {
    id: 'legacy/1.1-no-config',
    says: 'a book needs no configuration',
    book: bookOf({}),
    pages: ['index'],
    problems: [],
    on: { index: { title: 'Home' } },
  },
  {
    id: 'legacy/1.1-broken-json',
    says: 'broken JSON is an error with its place, and no site',
    book: bookOf({ 'book.json': '{"title": }' }),
    problems: ['config/invalid-json'],
    fails: true,
  },
  {
    id: 'legacy/1.1-config-not-copied',
    says: 'the configuration in use is not published',
    book: bookOf({ 'book.json': '{}' }),
    notCopied: ['book.json'],
  },
  {
    id: 'legacy/1.2-title',
    says: 'the title of the book stands after that of the page',
    book: bookOf({ 'book.json': config({ title: 'The Book' }), ...PAGES }, '* [A](a.md)'),
    on: { a: { title: 'A · The Book' }, index: { title: 'The Book' } },
  },
  {
    id: 'legacy/1.2-author-isbn',
    says: 'author and ISBN are told to machines',
    book: bookOf({ 'book.json': config({ author: 'Li "Lei"', isbn: '978-0' }) }),
    on: {
      index: {
        page: [
          '<meta name="author" content="Li &quot;Lei&quot;">',
          '<meta name="identifier" content="978-0">',
        ],
      },
    },
  },
  {
    id: 'legacy/1.2-unknown-keys',
    says: 'unknown keys are readable in templates, with a warning',
    book: { 'README.md': '# {{ config.mine }}\n', 'book.json': config({ mine: 'Value' }) },
    problems: ['config/unknown-key'],
    on: { index: { has: ['Value'] } },
  },
  {
    id: 'legacy/1.2-sidebar-links',
    says: 'links.sidebar stands above the chapters',
    book: bookOf({ 'book.json': config({ links: { sidebar: { Home: 'https://example.org' } } }) }),
    on: { index: { page: ['<a class="custom-link" href="https://example.org">Home</a>'] } },
  },
  {
    id: 'legacy/1.2-styles',
    says: 'styles.website is loaded where it exists',
    book: bookOf({
      'book.json': config({ styles: { website: 'css/own.css' } }),
      'css/own.css': 'p{}',
    }),
    copied: ['css/own.css'],
    on: { index: { page: ['<link rel="stylesheet" href="css/own.css">'] } },
  },
  {
    id: 'legacy/1.2-default-styles',
    says: 'styles/website.css needs no configuration',
    book: bookOf({ 'styles/website.css': 'p{}', ...PAGES }, '* [A](a.md)'),
    on: { a: { page: ['<link rel="stylesheet" href="styles/website.css">'] } },
  },
  {
    id: 'legacy/1.4-unknown-plugins',
    says: 'unknown plugins never stop a build',
    book: bookOf({ 'book.json': config({ plugins: ['no-such-thing', 'anchors'] }) }),
    pages: ['index'],
    problems: ['plugins/unsupported'],
  },
  {
    id: 'legacy/1.4-plugins-as-text',
    says: 'plugins may be one text with commas and spaces',
    book: bookOf({ 'book.json': config({ plugins: '-lunr, -search , -sharing' }) }),
    problems: [],
  },
  {
    id: 'legacy/1.4-fontsettings-off',
    says: '-fontsettings hides the settings of type and color',
    book: bookOf({ 'book.json': config({ plugins: ['-fontsettings'] }) }),
    on: { index: { pageLacks: ['settings-button'] } },
  },
  {
    id: 'legacy/1.4-highlight-off',
    says: '-highlight leaves code plain',
    book: bookOf({
      'README.md': '```js\nlet a = 1\n```\n',
      'book.json': config({ plugins: ['-highlight'] }),
    }),
    on: { index: { has: ['let a = 1'], lacks: ['hljs-'] } },
  },
  {
    id: 'legacy/1.5-structure-names',
    says: 'structure files may have any path, also with digits and folders',
    book: {
      'docs/intro1.md': '# Intro\n',
      'toc/sum 2.md': '* [B](../b.md)\n',
      'b.md': '# B\n',
      'book.json': config({ structure: { readme: 'docs/intro1.md', summary: 'toc/sum 2.md' } }),
    },
    on: { index: { has: ['Intro'] } },
  },
  {
    id: 'legacy/2.1-bookignore',
    says: 'ignored files are not published',
    book: bookOf({
      '.bookignore': '*.tmp\n!keep.tmp\n',
      'x.tmp': 'x',
      'keep.tmp': 'k',
      'y.txt': 'y',
    }),
    copied: ['y.txt'],
  },
  {
    id: 'legacy/2.2-assets',
    says: 'everything else is copied under its own name',
    book: bookOf({ 'img/图 1.png': 'x', 'data.JSON': '{}' }),
    copied: ['img/图 1.png', 'data.JSON'],
  },
  {
    id: 'legacy/2.2-structure-not-copied',
    says: 'SUMMARY and GLOSSARY are not published as files',
    book: bookOf({ 'GLOSSARY.md': '## T\n\nd\n', ...PAGES }, '* [A](a.md)'),
    notCopied: ['SUMMARY.md', 'GLOSSARY.md', 'a.md'],
  },
  {
    id: 'legacy/2.4-readme-is-index',
    says: 'README of any folder is its index',
    book: bookOf({ 'ch/README.md': '# Ch\n' }, '* [Ch](ch/README.md)'),
    pages: ['index', 'ch/index'],
  },
  {
    id: 'legacy/2.4-lower-readme',
    says: 'readme in small letters is an ordinary page below the top',
    book: bookOf({ 'low/readme.md': '# Low\n' }, '* [Low](low/readme.md)'),
    pages: ['index', 'low/readme'],
  },
  {
    id: 'legacy/2.4-last-extension',
    says: 'only the last extension is replaced',
    book: bookOf(
      { 'v1.2.md': '# V\n', 'up.markdown': '# U\n' },
      '* [V](v1.2.md)\n* [U](up.markdown)',
    ),
    pages: ['index', 'v1.2', 'up'],
  },
  {
    id: 'legacy/2.4-names-kept',
    says: 'names with spaces and of other scripts are kept',
    book: bookOf(
      { '中文/页面.md': '# 页\n', 'c d.md': '# C\n' },
      '* [页](中文/页面.md)\n* [C](c d.md)',
    ),
    pages: ['index', '中文/页面', 'c d'],
    problems: [],
  },
  {
    id: 'legacy/2.4-collision',
    says: 'of two sources of one page the second has another name',
    book: bookOf({ 'x.md': '# X\n', 'x.markdown': '# Y\n' }, '* [X](x.md)\n* [Y](x.markdown)'),
    pages: ['index', 'x-1', 'x'],
    problems: ['output/displaced'],
  },
  {
    id: 'legacy/3.1-any-case',
    says: 'structure files are found in any case and with any extension',
    book: { 'readme.markdown': '# R\n', 'Summary.md': '* [A](a.md)\n', 'a.md': '# A\n' },
    pages: ['index', 'a'],
  },
  {
    id: 'legacy/3.2-no-readme',
    says: 'a book without a start page begins with its first chapter',
    book: { 'SUMMARY.md': '* [A](a.md)\n', 'a.md': '# A\n' },
    pages: ['index'],
    problems: ['book/other-start-page'],
  },
  {
    id: 'legacy/4.1-parts',
    says: 'headings of level two to four begin parts; their text is plain',
    book: bookOf(
      PAGES,
      '* [Home](README.md)\n\n## Part *I* `x`\n\n* [A](a.md)\n\n### II\n\n* [B](b.md)',
    ),
    menu: ['1.1 Home README.md', '# Part I x', '2.1 A a.md', '# II', '3.1 B b.md'],
  },
  {
    id: 'legacy/4.1-rule-begins-part',
    says: 'a line across begins a part without a title',
    book: bookOf(PAGES, '* [Home](README.md)\n\n----\n\n* [A](a.md)'),
    menu: ['1.1 Home README.md', '---', '2.1 A a.md'],
  },
  {
    id: 'legacy/4.2-first-link',
    says: 'of several links in an item the first counts',
    book: bookOf(PAGES, '* [Home](README.md)\n* text [A](a.md) and [B](b.md)'),
    menu: ['1.1 Home README.md', '1.2 A a.md'],
  },
  {
    id: 'legacy/4.2-plain-titles',
    says: 'markup in titles is flattened, entities are decoded',
    book: bookOf(PAGES, '* [Home](README.md)\n* [D *em* `code` &amp; x](a.md "tip")'),
    menu: ['1.1 Home README.md', '1.2 D em code & x a.md'],
  },
  {
    id: 'legacy/4.2-drafts',
    says: 'an item without a link is a title alone',
    book: bookOf(PAGES, '* [Home](README.md)\n* **Bold** later\n    * [A](a.md)'),
    menu: ['1.1 Home README.md', '1.2 Bold later', '1.2.1 A a.md'],
  },
  {
    id: 'legacy/4.2-markers',
    says: 'all markers are equal and nest by any indent',
    book: bookOf(
      { ...PAGES, 'c.md': '# C\n' },
      '- [Home](README.md)\n * [A](a.md)\n   + [B](b.md)\n- [C](c.md)',
    ),
    menu: ['1.1 Home README.md', '1.1.1 A a.md', '1.1.1.1 B b.md', '1.2 C c.md'],
  },
  {
    id: 'legacy/4.2-reference-links',
    says: 'reference links and bare addresses work',
    book: bookOf(PAGES, '* [Home](README.md)\n* [A][r]\n* <https://x.org>\n\n[r]: a.md'),
    menu: ['1.1 Home README.md', '1.2 A a.md', '1.3 https://x.org'],
  },
  {
    id: 'legacy/4.3-anchors',
    says: 'entries may lead to a heading of a page',
    book: bookOf(
      { 'a.md': '# A\n\n## Sec\n' },
      '* [Home](README.md)\n* [A](a.md)\n    * [S](a.md#sec)',
    ),
    menu: ['1.1 Home README.md', '1.2 A a.md', '1.2.1 S a.md'],
    pages: ['index', 'a'],
  },
  {
    id: 'legacy/4.3-slashes',
    says: 'leading slashes and dots mean the top of the book',
    book: bookOf(PAGES, '* [Home](./README.md)\n* [A](/a.md)\n* [B](//b.md)'),
    pages: ['index', 'a', 'b'],
  },
  {
    id: 'legacy/4.3-percent-codes',
    says: 'percent codes in references are decoded',
    book: bookOf({ 'a b.md': '# AB\n' }, '* [AB](a%20b.md)'),
    pages: ['index', 'a b'],
    problems: [],
  },
  {
    id: 'legacy/4.3-external',
    says: 'addresses of the web are links of the menu',
    book: bookOf({}, '* [Home](README.md)\n* [Site](https://example.org/x)'),
    on: { index: { page: ['<a href="https://example.org/x" rel="external">Site</a>'] } },
  },
  {
    id: 'legacy/4.4-headings-end-lists',
    says: 'a heading ends a list also without a blank line',
    book: bookOf(PAGES, '* [A](a.md)\n## Two\n* [B](b.md)'),
    menu: ['1.1 Introduction README.md', '1.2 A a.md', '# Two', '2.1 B b.md'],
  },
  {
    id: 'legacy/4.4-comments',
    says: 'a comment in a list hides an entry and does not split the list',
    book: bookOf(PAGES, '* [Home](README.md)\n<!-- * [A](a.md) -->\n* [B](b.md)'),
    menu: ['1.1 Home README.md', '1.2 B b.md'],
  },
  {
    id: 'legacy/4.6-introduction',
    says: 'a start page that is not listed comes first, as Introduction',
    book: bookOf(PAGES, '* [A](a.md)'),
    menu: ['1.1 Introduction README.md', '1.2 A a.md'],
  },
  {
    id: 'legacy/4.6-introduction-translated',
    says: 'its title is in the language of the book',
    book: bookOf({ ...PAGES, 'book.json': config({ language: 'zh-hans' }) }, '* [A](a.md)'),
    menu: ['1.1 简介 README.md', '1.2 A a.md'],
  },
  {
    id: 'legacy/4.6-missing-file',
    says: 'an entry without its file is a title alone, with a warning',
    book: bookOf({}, '* [Home](README.md)\n* [Gone](gone.md)'),
    menu: ['1.1 Home README.md', '1.2 Gone'],
    pages: ['index'],
    problems: ['summary/missing-page'],
  },
  {
    id: 'legacy/4.6-title-of-first-entry',
    says: 'a page has the title of its first entry without an anchor',
    book: bookOf({ 'a.md': '# Heading\n\n## S\n' }, '* [Sec](a.md#s)\n* [Alpha](a.md)'),
    on: { a: { title: 'Alpha · Home' } },
  },
  {
    id: 'legacy/4.7-front-matter',
    says: 'front matter of SUMMARY is not a part',
    book: { 'README.md': '# H\n', 'SUMMARY.md': '---\ntitle: x\n---\n\n* [Home](README.md)\n' },
    menu: ['1.1 Home README.md'],
  },
  {
    id: 'legacy/4.8-neighbors',
    says: 'next and previous skip titles, anchors, links and repeated pages',
    book: bookOf(
      { ...PAGES, 'c.md': '# C\n' },
      '* [Home](README.md)\n* [A](a.md)\n* Draft\n* [S](a.md#alpha)\n* [Web](https://x.org)\n* [A again](a.md)\n* [C](c.md)',
    ),
    on: { a: { page: ['rel="prev" href="index.html"', 'rel="next" href="c.html"'] } },
  },
  {
    id: 'legacy/4.9-asciidoc',
    says: 'SUMMARY may be AsciiDoc',
    book: {
      'README.adoc': '= Start\n\nText.\n',
      'SUMMARY.adoc':
        '= Summary\n\n. link:README.adoc[Start]\n. link:a.adoc[A]\n.. link:b.adoc[B]\n',
      'a.adoc': '= A\n',
      'b.adoc': '= B\n',
    },
    menu: ['1.1 Start README.adoc', '1.2 A a.adoc', '1.2.1 B b.adoc'],
    pages: ['index', 'a', 'b'],
  },
  {
    id: 'legacy/5-languages',
    says: 'LANGS makes a book of each folder and a page to choose',
    book: {
      'LANGS.md': '* [English](en/)\n* [中文](zh)\n',
      'en/README.md': '# Hello\n',
      'zh/README.md': '# 你好\n',
    },
    pages: ['index', 'en/index', 'zh/index'],
    problems: [],
  },
  {
    id: 'legacy/5-inherited',
    says: 'languages inherit the configuration, structure included',
    book: {
      'LANGS.md': '* [English](en)\n* [中文](zh)\n',
      'book.json': config({ title: 'Both', structure: { readme: 'intro.md' } }),
      'en/intro.md': '# Hello\n',
      'zh/intro.md': '# 你好\n',
      'zh/book.json': config({ title: '书' }),
    },
    on: { 'en/index': { title: 'Both' }, 'zh/index': { title: '书' } },
  },
  {
    id: 'legacy/5-links-across',
    says: 'links between languages become links of the site',
    book: {
      'LANGS.md': '* [English](en)\n* [Français](fr)\n',
      'en/README.md': '# E\n\n[fr](../fr/README.md) [top](/README.md)\n',
      'fr/README.md': '# F\n',
    },
    on: { 'en/index': { links: ['../fr/index.html', 'index.html'] } },
  },
  {
    id: 'legacy/5-language-variable',
    says: 'book.language is the id of the language',
    book: { 'LANGS.md': '* [English](en)\n', 'en/README.md': '# {{ book.language }}\n' },
    on: { 'en/index': { has: ['>en<a'] } },
  },
  {
    id: 'legacy/6.1-glossary',
    says: 'headings of level two are terms, marked wherever they occur',
    book: bookOf({
      'README.md': '# Home\n\nAn api, APIs, an API.\n',
      'GLOSSARY.md': '## API\n\nAn *interface*.\n',
    }),
    pages: ['GLOSSARY', 'index'],
    on: { index: { has: ['href="GLOSSARY.html#api"'], lacks: ['>APIs</a>'] } },
  },
  {
    id: 'legacy/6.3-glossary-cjk',
    says: 'Chinese terms are found inside running text, and no space is lost',
    book: bookOf({
      'README.md': '# 首页\n\n这是术语吗 术语 是。\n',
      'GLOSSARY.md': '## 术语\n\n解释。\n',
    }),
    on: { index: { has: ['这是<a', '</a>吗 '] } },
  },
  {
    id: 'legacy/6.3-glossary-not-in-code',
    says: 'terms in code, links and headings stay as they are',
    book: bookOf({
      'README.md': '# API\n\n`API` [API](a.md)\n',
      'GLOSSARY.md': '## API\n\nX.\n',
      ...PAGES,
    }),
    on: { index: { lacks: ['GLOSSARY.html#api'] } },
  },
]
