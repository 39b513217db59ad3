// What handbook does for each plugin of GitBook that books use. What becomes of their options stands in `options.ts`; a
// plugin that is in neither is unknown.
import { type OptionFact, OPTIONS } from './options.ts'

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
] as const

/** One plugin. */
export interface PluginFact {
  readonly treatment: Treatment
  readonly reason?: PluginReason
  /** What becomes of its options. */
  readonly options: { readonly [name: string]: OptionFact }
}

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
      'book-summary-scroll-position-saver',
      // Search.
      'search lunr search-plus search-plus-mod search-pro search-pro-kui search-pro-fixed algolia elasticsearch',
      // Code.
      'highlight prism-ext prism-codetab-fox copy-code-button codetabs simpletabs tabs terminal ace',
      'codesnippet codeblock-filename codeblock-label filename codeblock-disable-glossary exercises',
      'code-optimize highlight-code',
      // Headings, and the list of those on the page.
      'anchors anchorjs heading-anchors anker-enable page-treeview navigator',
      // Content.
      'hints hint emphasize sectionx sectionx-ex accordion todo youtube video local-video',
      'embed-pdf url-embed iframely asciinema include-csv panel checkbox diff swagger',
      'click-reveal asciidoc-admonition-icons asciidoc-include auto-scroll-table scrollablecode',
      'mermaid mermaid-gb3 mermaid-md-adoc mermaid-fox graphviz dot viz flow',
      'lightbox fancybox image-zoom zoom-image zoom medium-zoom popup',
      'open-graph robotstxt sequence-diagrams flowchart mermaid-newface mermaid-full',
      'expandable-chapters-interactive',
      // The reader.
      'livereload sharing git-author footnote-string-to-number',
    ),
  },
  {
    is: 'built-in',
    names: names(
      'toggle-chapters collapsible-menu code prism include-codeblock',
      'page-toc-button page-toc intopic-toc atoc etoc simple-page-toc toc toc2',
      'ancre-navigation anchor-navigation-ex',
      'callouts flexible-alerts richquotes alerts',
      'katex mathjax mathjax-pro mathjax-zz math katex-pro katex-gf latex-codecogs',
      'fontsettings image-captions back-to-top-button rss feed advanced-emoji emojify tags',
    ),
  },
  {
    is: 'setting',
    names: names(
      'theme-default theme-api github github-buttons edit-link editlink edit-link-plus',
      'tbfed-pagefooter page-footer-ex page-copyright copyright localized-footer',
      'sitemap sitemap-general sitemap2 canonical-link bulk-redirect redirect',
      'scripts addcssjs custom-js-css meta header hide-element',
      'favicon custom-favicon favicon-absolute insert-logo insert-logo-link',
      'versions versions-select toolbar',
    ),
  },
  {
    is: 'ignored',
    why: 'own-theme',
    names: names(
      'theme-comscore theme-official theme-faq theme-vuejs theme-lou theme-code theme-dronecode',
      'theme-fexa theme-hqbook sidebar-style autotheme yahei',
    ),
  },
  { is: 'ignored', why: 'empty-package', names: names('prism-themes') },
  { is: 'ignored', why: 'nothing-left', names: names('hide-published-with') },
  { is: 'ignored', why: 'own-typography', names: names('japanese-support french-typography') },
  { is: 'ignored', why: 'nothing-left', names: names('sharing-plus summary') },
  {
    is: 'unsupported',
    why: 'other-site',
    names: names(
      'ga 3-ba baidu gtm disqus gitalk mygitalk gitment github-issue-feedback donate openwrite readmore donate-ads',
      'google-analytics googletagmanager gtag matomo piwik cnzz baidu-tongji tongji hotjar mixpanel',
      'changyan duoshuo valine waline giscus utterances intercom zendesk plausible umami',
      'jsfiddle codepen',
    ),
  },
  {
    is: 'unsupported',
    why: 'counter',
    names: names('pageview-count hit-counter hits busuanzi cmb-pageview'),
  },
  { is: 'unsupported', why: 'advertising', names: names('adsense sidebar-ad sidebar-ads') },
  {
    is: 'unsupported',
    why: 'program',
    names: names('klipse chart sandpack js-console musicxml autocover graph quiz wavedrom'),
  },
  { is: 'unsupported', why: 'compiler', names: names('styles-less styles-sass') },
  {
    is: 'unsupported',
    why: 'java',
    names: names('plantuml puml uml plantuml-cloud plantuml-server'),
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

/** What handbook does about a plugin, by its short name. */
export function pluginFact(name: string): PluginFact {
  return TABLE.get(name) ?? { treatment: 'unknown', options: {} }
}

/** The names of all plugins that something is known of. */
export function knownPlugins(): readonly string[] {
  return [...TABLE.keys()]
}
