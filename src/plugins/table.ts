// What handbook does for each plugin of GitBook that books use. A plugin that is not listed here is not supported.

/** What becomes of a plugin. */
export type Treatment =
  /** What it added is part of handbook, or what it left to a later program is read. */
  | 'built-in'
  /** Its options are taken over. */
  | 'setting'
  /** Pointless today. */
  | 'ignored'
  /** What it did is missing from the site. */
  | 'unsupported'

/** One plugin. */
export interface PluginFact {
  readonly treatment: Treatment
  /** The options that are read, or '*' for all; others have no counterpart. */
  readonly options: readonly string[]
}

const names = (...lines: readonly string[]): readonly string[] => lines.join(' ').split(' ')

/** Names by what is done about them. */
const NAMES: Readonly<Record<Exclude<Treatment, 'unsupported'>, readonly string[]>> = {
  'built-in': names(
    // The menu.
    'splitter expandable-chapters expandable-chapters-small expandable-chapters-small2 expandable-menu',
    'collapsible-chapters chapter-fold toggle-chapters collapsible-menu multipart language-picker',
    'book-summary-scroll-position-saver multilingual-index',
    // Search.
    'search lunr search-plus search-plus-mod search-pro search-pro-kui search-pro-fixed algolia',
    // Code.
    'highlight prism prism-ext prism-codetab-fox code copy-code-button codetabs simpletabs tabs terminal',
    'codesnippet codeblock-filename codeblock-label filename codeblock-disable-glossary exercises',
    'include-codeblock',
    // Headings, and the list of those on the page.
    'anchors anchorjs heading-anchors anker-enable page-toc-button page-toc intopic-toc page-treeview',
    'ancre-navigation anchor-navigation-ex atoc etoc simple-page-toc toc toc2',
    // Content.
    'hints hint callouts flexible-alerts richquotes alerts emphasize sectionx sectionx-ex todo youtube video local-video',
    'click-reveal asciidoc-admonition-icons asciidoc-include auto-scroll-table scrollablecode',
    'mermaid mermaid-gb3 mermaid-md-adoc graphviz dot',
    'katex mathjax mathjax-pro mathjax-zz math katex-pro latex-codecogs',
    // The reader.
    'fontsettings livereload',
  ),
  setting: names(
    'theme-default theme-api github github-buttons edit-link editlink edit-link-plus',
    'tbfed-pagefooter page-footer-ex page-copyright copyright localized-footer',
    'sitemap sitemap-general sitemap2 canonical-link bulk-redirect redirect image-captions',
  ),
  ignored: names(
    'prism-themes theme-comscore theme-official theme-faq theme-vuejs theme-lou theme-code',
    'hide-published-with back-to-top-button sharing sharing-plus summary japanese-support',
    'lightbox fancybox image-zoom zoom-image popup',
  ),
}

/** Options that are read; all others of these plugins have no counterpart. */
const OPTIONS: { readonly [name: string]: string } = {
  richquotes: '*',
  'image-captions': 'caption images',
  'include-codeblock': 'unindent',
  'theme-default': 'showLevel styles',
  github: 'url',
  'github-buttons': 'repo buttons',
  'edit-link': 'base label',
  editlink: 'base label',
  'edit-link-plus': 'base defaultBase label',
  'tbfed-pagefooter': 'copyright modify_label modify_format',
  'page-footer-ex': 'copyright update_label update_format',
  'page-copyright': 'copyright',
  copyright: 'copyright',
  'localized-footer': 'hline filename',
  sitemap: 'hostname',
  sitemap2: 'hostname',
  'sitemap-general': 'prefix',
  'canonical-link': 'baseURL',
  'bulk-redirect': 'redirectsFile basepath',
}

const TABLE: ReadonlyMap<string, PluginFact> = new Map(
  (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((treatment) =>
    NAMES[treatment].map((name): [string, PluginFact] => [
      name,
      { treatment, options: (OPTIONS[name] ?? '').split(' ').filter(Boolean) },
    ]),
  ),
)

/** What handbook does about a plugin, by its short name. */
export function pluginFact(name: string): PluginFact {
  return TABLE.get(name) ?? { treatment: 'unsupported', options: [] }
}

/** The names of all plugins that something is done about. */
export function knownPlugins(): readonly string[] {
  return [...TABLE.keys()]
}
