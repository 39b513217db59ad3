// The website: sections 11 and 13 of the formats, and files that other programs left.
import { type Rule, bookOf, config, pageOf } from './rule.ts'

const PAGES = { 'a.md': '# Alpha\n', 'b.md': '# Beta\n' }

/** What readers get. */
export const siteRules: readonly Rule[] = [
  {
    id: 'legacy/11.1-language',
    says: 'the page says its language, English unless told',
    book: bookOf({}),
    on: { index: { page: ['<html lang="en">'] } },
  },
  {
    id: 'legacy/11.1-right-to-left',
    says: 'a language that is written from right to left turns the page',
    book: bookOf({ 'book.json': config({ language: 'ar' }) }),
    on: { index: { page: ['<html lang="ar" dir="rtl">'] } },
  },
  {
    id: 'legacy/11.1-direction',
    says: 'the key direction decides',
    book: bookOf({ 'book.json': config({ direction: 'rtl' }) }),
    on: { index: { page: ['<html lang="en" dir="rtl">'] } },
  },
  {
    id: 'legacy/11.1-page-direction',
    says: 'a page in another script has its own direction',
    book: pageOf('# سلام\n\nهذا نص عربي طويل جدا في كتاب.\n', {
      'book.json': config({ language: 'en' }),
    }),
    on: { index: { page: ['<html lang="en">', 'markdown-section" dir="rtl"'] } },
  },
  {
    id: 'legacy/11.1-escaping',
    says: 'titles are escaped wherever they stand',
    book: bookOf({ 'book.json': config({ title: 'A <y> & "q"' }) }, '* [Tom & <Jerry>](README.md)'),
    on: { index: { title: 'A <y> & "q"', page: ['<title>A &lt;y&gt; &amp;'] } },
  },
  {
    id: 'legacy/11.2-classes',
    says: 'the names that style sheets of books know are there',
    book: bookOf(PAGES, '* [Home](README.md)\n* [A](a.md)'),
    on: {
      index: {
        page: [
          'class="book with-summary"',
          'class="book-summary"',
          '<ul class="summary">',
          'data-level="1.2" data-path="a.md"',
          'class="book-body"',
          'class="body-inner"',
          'class="page-wrapper"',
          'class="page-inner"',
          'normal markdown-section',
        ],
      },
    },
  },
  {
    id: 'legacy/11.2-show-level',
    says: 'showLevel of the default theme numbers the chapters',
    book: bookOf(
      {
        ...PAGES,
        'book.json': config({ pluginsConfig: { 'theme-default': { showLevel: true } } }),
      },
      '* [Home](README.md)\n* [A](a.md)',
    ),
    on: { index: { page: ['<b>1.2.</b> A'] } },
  },
  {
    id: 'legacy/11.3-nothing-leaks',
    says: 'the configuration is not in the page',
    book: bookOf({ 'book.json': config({ variables: { secret: 'hunter2' } }) }),
    on: { index: { pageLacks: ['hunter2'] } },
  },
  {
    id: 'legacy/11.6-legacy-layouts',
    says: 'Nunjucks layouts are reported, not used',
    book: bookOf({ '_layouts/website/page.html': '{% extends template.self %}' }),
    problems: ['theme/legacy-layout'],
    notCopied: ['_layouts/website/page.html'],
  },
  {
    id: 'legacy/11.7-github',
    says: 'github.url is the link to the repository',
    book: bookOf({
      'book.json': config({
        plugins: ['github'],
        pluginsConfig: { github: { url: 'https://g.example/x' } },
      }),
    }),
    problems: [],
    on: { index: { page: ['href="https://g.example/x"'] } },
  },
  {
    id: 'legacy/11.7-edit-link',
    says: 'edit-link.base is the address of the edit links',
    book: bookOf(
      {
        ...PAGES,
        'book.json': config({
          plugins: ['edit-link'],
          pluginsConfig: { 'edit-link': { base: 'https://g.example/edit' } },
        }),
      },
      '* [A](a.md)',
    ),
    problems: [],
    on: { a: { page: ['href="https://g.example/edit/a.md"'] } },
  },
  {
    id: 'legacy/11.7-page-footer',
    says: 'the copyright of page footers is the footer',
    book: bookOf({
      'book.json': config({
        plugins: ['page-footer-ex'],
        pluginsConfig: { 'page-footer-ex': { copyright: 'By *me*' } },
      }),
    }),
    problems: [],
    on: { index: { page: ['By <em>me</em>'] } },
  },
  {
    id: 'legacy/11.7-misplaced-settings',
    says: 'settings of plugins outside pluginsConfig are used, with a warning',
    book: bookOf({
      'book.json': config({ plugins: ['github'], github: { url: 'https://g.example/y' } }),
    }),
    problems: ['config/misplaced-plugin-settings'],
    on: { index: { page: ['href="https://g.example/y"'] } },
  },
  {
    id: 'legacy/13-chinese',
    says: 'zh and zh-CN are simplified Chinese',
    book: bookOf({ 'book.json': config({ language: 'zh-CN' }) }),
    on: { index: { page: ['目录'] } },
  },
  {
    id: 'legacy/13-regions',
    says: 'a region falls back to its language',
    book: bookOf({ 'book.json': config({ language: 'fr-CA' }) }),
    on: { index: { page: ['lang="fr-CA"'] } },
  },
  {
    id: 'legacy/5-chooser',
    says: 'the page to choose a language names each in its own words',
    book: {
      'LANGS.md': '* [English](en)\n* [中文](zh)\n',
      'en/README.md': '# H\n',
      'zh/README.md': '# 你\n',
    },
    on: { 'en/index': { page: ['hreflang="zh-Hans"', '>中文</a>'] } },
  },
  {
    id: 'legacy/5-own-language',
    says: 'the page to choose a language works without scripts, and has one that chooses',
    book: {
      'LANGS.md': '* [English](en)\n* [中文](zh)\n',
      'en/README.md': '# H\n',
      'zh/README.md': '# 你\n',
    },
    on: {
      index: {
        page: [
          '<a href="en/index.html" lang="en" hreflang="en">English</a>',
          '<script src="handbook/languages.js"></script>',
        ],
      },
    },
  },
  {
    id: 'legacy/11.8-gitbook-yaml',
    says: '.gitbook.yaml says where the book is when book.json does not',
    book: {
      '.gitbook.yaml': 'root: ./docs/\nstructure:\n  readme: start.md\n  summary: toc.md\n',
      'docs/start.md': '# Start\n',
      'docs/toc.md': '* [Start](start.md)\n* [A](a.md)\n',
      'docs/a.md': '# A\n',
    },
    // GitBook.com had the first page at its own name, too.
    pages: ['index', 'a', 'start/index'],
    problems: [],
  },
  {
    id: 'legacy/11.8-gitbook-yaml-redirects',
    says: 'redirects of .gitbook.yaml lead to the new places',
    book: bookOf({ ...PAGES, '.gitbook.yaml': 'redirects:\n  old/place: a.md\n' }, '* [A](a.md)'),
    pages: ['index', 'a', 'old/place/index', 'readme/index'],
    problems: [],
  },
  {
    id: 'legacy/11.8-bulk-redirect',
    says: 'the list of bulk-redirect is read',
    book: bookOf(
      {
        ...PAGES,
        'redirects.json': '{"redirects": [{"from": "old.html", "to": "a.html"}]}',
        'book.json': config({
          plugins: ['bulk-redirect'],
          pluginsConfig: { 'bulk-redirect': { redirectsFile: 'redirects.json' } },
        }),
      },
      '* [A](a.md)',
    ),
    pages: ['index', 'a', 'old'],
    problems: [],
  },
]
