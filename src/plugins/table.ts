// What handbook does for each plugin of GitBook that books use. What becomes of their options stands in `options.ts`; a
// plugin that is in neither is unknown.
import { leaderOf } from './families.ts'
import type { OptionFact } from './option-fact.ts'
import { OPTIONS } from './options.ts'

/** What becomes of a plugin. */
export type Treatment =
  /** What it added is part of handbook and needs to be asked for; listing it asks. */
  | 'built-in'
  /** What it added is there in every book. */
  | 'always'
  /** Its options are taken over. */
  | 'setting'
  /** Its work is left out on purpose. */
  | 'ignored'
  /** Known, and its work is missing from the site. */
  | 'unsupported'
  /** Nobody here knows what it did. */
  | 'unknown'

/** Why the work of a plugin is left out, or missing. */
export type PluginReason = (typeof REASONS)[number]

const REASONS = [
  'own-theme',
  'nothing-left',
  'own-typography',
  'empty-package',
  'other-site',
  'counter',
  'advertising',
  'program',
  'compiler',
  'java',
  'ebooks',
  'secret',
  'published-secret',
] as const

/** One plugin. */
export interface PluginFact {
  readonly treatment: Treatment
  readonly reason?: PluginReason
  /** What becomes of its options. */
  readonly options: { readonly [name: string]: OptionFact }
}

/** Plugins whose lines of text are read in books that list them, and in no others. */
export const INCLUDE_LINES: ReadonlySet<string> = new Set(['include', 'md-include'])
export const IMPORT_LINES: ReadonlySet<string> = new Set([
  'books',
  'gbook-import-code',
  'include-highlight',
])

const names = (...lines: readonly string[]): readonly string[] => lines.join(' ').split(' ')

/** Names by what is done about them, and why. */
const ROWS: readonly {
  readonly is: Treatment
  readonly why?: PluginReason
  readonly names: readonly string[]
}[] = [
  {
    is: 'always',
    names: names(
      // The menu.
      'splitter expandable-chapters expandable-chapters-small expandable-chapters-small2 expandable-menu',
      'collapsible-chapters folding-chapters chapter-fold multipart language-picker multilingual-index',
      'book-summary-scroll-position-saver expand-active-chapter smart-nav-collapse cuav-chapters',
      'breadcrumbs wikify',
      // Search.
      'search lunr search-plus search-plus-mod search-pro search-pro-kui search-pro-fixed algolia elasticsearch',
      'contextual-search site-search',
      // Code.
      'highlight prism-ext prism-codetab-fox copy-code-button codetabs simpletabs tabs terminal ace',
      'codesnippet codeblock-filename codeblock-label filename codeblock-disable-glossary exercises mcqx quiz',
      'bibtex bibtex-cite bibtex-indexed-cite',
      'code-optimize highlight-code copy-code clipboard code-highlighter sunlight-highlighter pygments shiki',
      'codegroup tabs2 platform-tabs markdown-tabs',
      // Headings, and the list of those on the page.
      'anchors anchorjs heading-anchors anker-enable page-treeview navigator',
      'headers-with-anchors anchor-link anchors-with-target encode-link-round-with-angle-brackets',
      // Content.
      'hints hint emphasize sectionx sectionx-ex sectionx-fork accordion todo youtube video local-video',
      'embed-pdf url-embed iframely asciinema include-csv panel checkbox diff swagger',
      'click-reveal asciidoc-admonition-icons asciidoc-include auto-scroll-table scrollablecode',
      'mermaid mermaid-gb3 mermaid-md-adoc mermaid-fox graphviz dot viz flow chart',
      'lightbox fancybox image-zoom zoom-image zoom medium-zoom popup',
      'open-graph robotstxt sequence-diagrams flowchart mermaid-newface mermaid-full',
      'image-preview image-viewer imgviewer img-zoom-pan modal-image sequence flowchart-png',
      'admonition alertarea panels folding-content hide-solution todos tasklist glossary-tooltip printlinks',
      'summary summary3 auto-summary auto-summary-follow build-summary gensum isummary',
      'summary-generator summary-new summary-pro summary2',
      'styles-less autosize-iframe i18nsettings html5-video api-mod llms-txt markdown-parse-add-br link-fix',
      // The reader.
      'livereload git-author footnote-string-to-number page-freshness mtime timefooter',
    ),
  },
  {
    is: 'built-in',
    names: names(
      'toggle-chapters collapsible-menu code prism include-codeblock',
      'page-toc-button page-toc intopic-toc atoc etoc simple-page-toc toc toc2 right-toc toc-auto markdown-toc',
      'ancre-navigation anchor-navigation-ex anchor-navigation-ex-toc anchor-navigation-simple',
      'books gbook-import-code include-highlight section-numbering scroll-to-top include md-include pwa styled-blockquotes',
      'callouts bootstrap-callout flexible-alerts richquotes alerts',
      'katex mathjax mathjax-pro mathjax-zz math katex-pro katex-gf latex-codecogs',
      'lb2br natural-linebreak',
      'fontsettings image-captions back-to-top-button rss feed advanced-emoji emojify tags',
    ),
  },
  {
    is: 'setting',
    names: names(
      'theme-default theme-api api-language-selector github github-buttons edit-link editlink edit-link-plus',
      'tbfed-pagefooter page-footer-ex page-copyright copyright localized-footer',
      'pagefooter pagefooter-fox pagefooter-pro pagefooter-apachecn icp head-append forkmegithub',
      'favicon-custom favicon-plus insert-logo-link-website insert-logo-link-style',
      'sitemap sitemap-general sitemap2 sitemap3 canonical-link bulk-redirect redirect',
      'scripts addcssjs add-js-css custom-js-css meta header hide-element',
      'favicon custom-favicon favicon-absolute logo insert-logo insert-logo-link',
      'versions versions-select toolbar links sharing sharing-plus theme-lou',
      'analytics ga google-analytics gtag gtm googletagmanager 3-ba baidu baidu-tongji tongji disqus',
    ),
  },
  {
    is: 'ignored',
    why: 'own-theme',
    names: names('sidebar-style autotheme yahei font-zh bg-nest change-bg watermark-fox fixside'),
  },
  { is: 'ignored', why: 'empty-package', names: names('prism-themes') },
  { is: 'ignored', why: 'nothing-left', names: names('hide-published-with') },
  {
    is: 'ignored',
    why: 'nothing-left',
    names: names(
      'removebooklink remove-published-with-link remove-gitbook-link share twemoji wordcount',
      'journal-summary submodule-summary summary-extend upyun',
      'replace-with-index-html minifier html-minifier prettify-html strip-frontmatter multibyte-fragment-identifire-fix',
    ),
  },
  {
    is: 'ignored',
    why: 'own-typography',
    names: names('japanese-support french-typography typogr punctuate'),
  },
  {
    is: 'unsupported',
    why: 'other-site',
    names: names(
      'gitlab-disqus ghcomment github-issue-feedback donate openwrite readmore donate-ads',
      'matomo piwik cnzz hotjar mixpanel',
      'changyan duoshuo valine waline giscus utterances intercom zendesk plausible umami',
      'jsfiddle codepen codesandbox-placeholder codepen-placeholder runkit-code rust-playpen expo-snack',
      'pageload-analytics clicky crazyegg add-giscus gitlab-comment hypercomments comments discourse',
      'facebook talkus tawk ppmessage typekit cookie-consent swiftype page-feedback insert-contact',
      'hatena-bookmark-pageowner noembed googledocs bilibili chinese-video',
    ),
  },
  {
    is: 'unsupported',
    why: 'counter',
    names: names(
      'pageview-count hit-counter hits busuanzi cmb-pageview pageview-count-tp pageview-busuanzi',
    ),
  },
  {
    is: 'unsupported',
    why: 'advertising',
    names: names('adsense sidebar-ad sidebar-ads amazonads ad'),
  },
  {
    is: 'unsupported',
    why: 'program',
    names: names(
      'klipse sandpack js-console musicxml autocover graph wavedrom echarts echartjs plotly',
      'charts chartjs simple-mind-map ederaquiz ace-editor code-editor python pyweb emscripten',
      'clojurescript presentation changelog datatables runkit',
    ),
  },
  { is: 'unsupported', why: 'compiler', names: names('styles-sass styles-stylus') },
  {
    is: 'unsupported',
    why: 'ebooks',
    names: names(
      'downloadpdf download-pdf multilang-pdf-download copy-pdf cppdf download-pdf-link',
    ),
  },
  {
    is: 'unsupported',
    why: 'secret',
    names: names('password-pro password-z aes-page-encrypt sso private'),
  },
  { is: 'unsupported', why: 'published-secret', names: names('gitalk mygitalk gitment') },
  {
    is: 'unsupported',
    why: 'java',
    names: names('plantuml local-plantuml puml uml plantuml-cloud plantuml-server'),
  },
]

const TABLE: ReadonlyMap<string, PluginFact> = new Map(
  ROWS.flatMap(({ is, why, names: listed }) =>
    listed.map((name): [string, PluginFact] => [
      name,
      { treatment: is, ...(why && { reason: why }), options: OPTIONS[name] ?? {} },
    ]),
  ),
)

/** Plugins that are many, and do the same under names that say it. */
const FAMILIES: readonly {
  readonly begins: string
  readonly is: Treatment
  readonly why?: PluginReason
}[] = [
  { begins: 'theme-', is: 'ignored', why: 'own-theme' },
  { begins: 'search-', is: 'always' },
  { begins: 'mermaid-', is: 'always' },
  { begins: 'prism-', is: 'always' },
  { begins: 'expandable-', is: 'always' },
  { begins: 'collapsible-', is: 'always' },
  { begins: 'collapse-', is: 'always' },
  { begins: 'folding-', is: 'always' },
  { begins: 'highlight-', is: 'always' },
  { begins: 'plantuml-', is: 'unsupported', why: 'java' },
]

/** What handbook does about a plugin, by its short name. */
export function pluginFact(name: string): PluginFact {
  const known = TABLE.get(name) ?? TABLE.get(leaderOf(name))
  if (known !== undefined) return known
  const { is = 'unknown', why } = FAMILIES.find(({ begins }) => name.startsWith(begins)) ?? {}
  return { treatment: is, ...(why && { reason: why }), options: {} }
}

/** The names of all plugins that something is known of. */
export function knownPlugins(): readonly string[] {
  return [...TABLE.keys()]
}
