// What plugins are asked for by being listed.
import type { JsonObject } from '../core/json.ts'

/** The plugins that read formulas. */
export const FORMULAS: readonly string[] = [
  'katex',
  'mathjax',
  'mathjax-pro',
  'mathjax-zz',
  'math',
  'katex-pro',
  'katex-gf',
  'latex-codecogs',
]

/** What listing a plugin asks for, whatever its options. */
export const LISTED: { readonly [plugin: string]: JsonObject } = {
  code: { code: { lineNumbers: true } },
  rss: { feed: true },
  feed: { feed: true },
  'back-to-top-button': { backToTop: true },
  'scroll-to-top': { backToTop: true },
  'section-numbering': { headingNumbers: true },
  ...Object.fromEntries(
    'simple-page-toc atoc etoc toc toc2 markdown-toc toc-auto anchor-navigation-ex'
      .split(' ')
      .map((name) => [name, { pageToc: { inline: true } }]),
  ),
  pwa: { reader: { offline: true } },
  'styled-blockquotes': { quotes: { bold: true } },
  'toggle-chapters': { folding: true },
  'collapsible-menu': { folding: true },
  'include-codeblock': { code: { imports: true } },
  'gbook-import-code': { code: { imports: true } },
  'include-highlight': { code: { imports: true } },
  books: { code: { imports: true }, figures: true, math: {} },
  'image-captions': { figures: true },
  richquotes: { quotes: { bold: true } },
  alerts: { quotes: { brackets: true } },
  callouts: { quotes: { headings: true, marks: true } },
  'bootstrap-callout': { quotes: { headings: true, marks: true } },
  'flexible-alerts': { quotes: { marks: true } },
  'advanced-emoji': { emoji: true },
  emojify: { emoji: true },
  tags: { tags: true },
  'localized-footer': { footerFile: 'FOOTER.md' },
  lb2br: { lineBreaks: true },
  'natural-linebreak': { lineBreaks: true },
  ...Object.fromEntries(FORMULAS.map((name) => [name, { math: {} }])),
}
