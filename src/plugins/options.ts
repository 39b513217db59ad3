// The options of plugins: the setting that each becomes, with the default of the package where it means something, or why
// nobody reads it.
import { objectOf, textOf } from '../core/json.ts'
import { type Options, WHOLE, not, to } from './option-fact.ts'
import {
  address,
  buttonAddress,
  chosen,
  count,
  feedFile,
  flag,
  formulas,
  headingNumbers,
  htmlAs,
  inLanguage,
  languageNames,
  javaFormat,
  label,
  largest,
  levels,
  list,
  logoHeight,
  lowestHeading,
  marks,
  metaData,
  networks,
  objectAs,
  moreStyles,
  recordNumber,
  repositoryOf,
  rights,
  textAs,
  textsOf,
  toolbarLinks,
  versionList,
} from './read-option.ts'
import { FORMULAS } from './listed.ts'
import { SERVICES } from './service-options.ts'

const EDIT: Options = { base: to('editLink.base', textAs), label: to('editLink.label', inLanguage) }

const FEED: Options = {
  site_url: to('siteUrl', address),
  feed_url: to('feed.file', feedFile),
  ...not('own-way', 'title', 'description', 'author', 'image_url', 'managingEditor'),
  ...not('own-way', 'webMaster', 'categories', 'copyright', 'language', 'ttl', 'limit'),
}

const FOOTER: Options = {
  copyright: to('footer', htmlAs),
  modify_label: to('dates.label', label),
  modify_format: to('dates.format', textAs),
}

const ICONS: Options = {
  favicon: to('favicon', textAs),
  shortcut: to('favicon', textAs),
  bookmark: to('favicon', textAs),
  appleTouch: to('touchIcon', textAs),
  appleTouchMore: to('touchIcon', largest),
  appleTouchIcon152: to('touchIcon', textAs),
  appleTouchIconMore: to('touchIcon', largest),
  ...not('own-way', 'appleTouchIconPrecomposed152', 'appleTouchIconPrecomposedMore', 'output'),
}

const LOGO_LINK: Options = {
  src: to('logo', textAs),
  style: to('logoHeight', logoHeight),
  ...not('own-look', 'url'),
}

const TOC_BUTTON: Options = {
  maxTocDepth: to('pageToc.depth', levels(0)),
  minTocSize: { becomes: 'pageToc.least', as: count, default: 2 },
  ...not('own-look', 'mode'),
}

/** GitBook counted sizes of type from 0 to 4, with 2 in the middle. */
const FONTS: Options = {
  theme: to('reader.theme', chosen({ white: 'light', sepia: 'sepia', night: 'dark' })),
  family: to('reader.face', chosen({ serif: 'serif', sans: 'sans' })),
  size: to('reader.size', chosen({ 0: 15, 1: 16, 2: 17, 3: 19, 4: 21 })),
}

const VERSIONS: Options = {
  options: to('versions', versionList),
  ...not('service-gone', 'type', 'gitbookConfigURL'),
}

/** Sites to which GitBook handed pages on, by its names for them. Others are gone. */
const SHARE: Options = { [WHOLE]: to('share', networks) }
const SHARE_PLUS: Options = {
  [WHOLE]: { becomes: 'share', as: networks, default: { facebook: true, twitter: true } },
}

/** By plugin and option. */
export const OPTIONS: { readonly [plugin: string]: Options } = {
  'theme-default': {
    showLevel: to('numbering', flag),
    styles: to('styles', objectAs),
  },
  books: { github_url: to('repository', textAs), ...not('own-look', 'prism_themes') },
  'theme-api': {
    languages: to('code.names', languageNames),
    ...not('own-look', 'theme', 'split'),
  },
  chart: not('own-way', 'type'),
  'api-language-selector': { languages: to('code.names', languageNames) },
  github: { url: to('repository', textAs) },
  forkmegithub: { url: to('repository', textAs), ...not('own-look', 'color') },
  'github-buttons': {
    buttons: to('repository', buttonAddress),
    repo: to('repository', (value) => repositoryOf(textOf(value))),
    ...not('other-site', 'types', 'size', 'width', 'height', 'count'),
  },
  'edit-link': EDIT,
  editlink: { ...EDIT, ...not('always', 'multilingual') },
  'edit-link-plus': {
    base: to('editLink.base', textAs),
    defaultBase: to('editLink.base', textAs),
    label: to('editLink.label', inLanguage),
  },
  'tbfed-pagefooter': FOOTER,
  'page-footer-ex': {
    copyright: to('footer', htmlAs),
    update_label: to('dates.label', label),
    update_format: to('dates.format', textAs),
    ...not('always', 'markdown'),
  },
  ...Object.fromEntries(
    ['pagefooter', 'pagefooter-fox', 'pagefooter-pro', 'pagefooter-apachecn'].map((name) => [
      name,
      FOOTER,
    ]),
  ),
  icp: { number: to('footer', recordNumber), ...not('always', 'label', 'link', 'style') },
  'page-copyright': {
    copyright: to('footer', htmlAs),
    description: to('dates.label', label),
    format: to('dates.format', javaFormat),
    ...not('own-look', 'style', 'noPowerBy', 'noPowered', 'signature', 'wisdom', 'timeColor'),
    ...not('own-look', 'copyrightColor', 'utcOffset', 'baseUri', 'isShowQRCode', 'isShowIssues'),
  },
  'theme-lou': {
    color: to('brand', textAs),
    favicon: to('favicon', textAs),
    logo: to('logo', textAs),
    appleTouchIconPrecomposed152: to('touchIcon', textAs),
    copyright: to('footer', (value, around) => rights(objectOf(value)['author'] ?? null, around)),
    'book-anchor-title': to('pageToc.title', textAs),
    ...not('own-look', 'copyrightLogo', 'forbidCopy', 'imgStyle', 'hide-elements'),
    ...not('own-look', 'search-placeholder', 'book-summary-title'),
  },
  terminal: not('own-look', 'copyButtons', 'fade', 'style'),
  copyright: {
    copyright: to('footer', htmlAs),
    author: to('footer', rights),
    ...not('own-look', 'image', 'isShowQRCode'),
    ...not('always', 'website', 'site'),
  },
  sitemap: { hostname: to('siteUrl', address) },
  sitemap2: { hostname: to('siteUrl', address) },
  sitemap3: { hostname: to('siteUrl', address) },
  'sitemap-general': { prefix: to('siteUrl', address) },
  'canonical-link': { baseURL: to('siteUrl', address) },
  'bulk-redirect': { redirectsFile: to('redirects'), ...not('always', 'basepath') },
  'page-toc-button': TOC_BUTTON,
  'page-toc': {
    maxDepth: to('pageToc.depth', levels(-1)),
    selector: to('pageToc.depth', lowestHeading),
    ...not('own-look', 'mode', 'position', 'className', 'theme'),
    ...not('always', 'showByDefault'),
  },
  'intopic-toc': {
    maxDepth: to('pageToc.depth', levels(-1)),
    visible: to('pageToc.enabled', flag),
    label: to('pageToc.title', inLanguage),
    selector: to('pageToc.depth', lowestHeading),
    ...not('own-look', 'mode', 'isCollapsed', 'isScrollspyActive'),
  },
  'anchor-navigation-ex': {
    showLevel: to('headingNumbers', headingNumbers),
    associatedWithSummary: to('headingNumbers', () => undefined),
    showGoTop: { becomes: 'backToTop', as: flag, default: true },
    mode: to('pageToc.enabled', (value) => (value === '' ? false : undefined)),
    ...not('own-look', 'float', 'pageTop', 'printLog', 'multipleH1', 'isShowTocTitleIcon'),
    ...not('own-look', 'tocLevel1Icon', 'tocLevel2Icon', 'tocLevel3Icon'),
    ...not('own-way', 'isRewritePageTitle'),
  },
  'simple-page-toc': { maxDepth: to('pageToc.depth', levels(-1)), ...not('always', 'skipFirstH1') },
  etoc: {
    maxdepth: to('pageToc.depth', levels(-1)),
    h2lb: to('pageToc.least', count),
    ...not('own-way', 'mindepth', 'notoc', 'header'),
  },
  ...SERVICES,
  fontsettings: FONTS,
  sharing: SHARE,
  'sharing-plus': SHARE_PLUS,
  'page-treeview': not('own-look', 'copyright', 'minHeaderCount', 'minHeaderDeep'),
  atoc: not('own-look', 'addClass', 'className'),
  'ancre-navigation': TOC_BUTTON,
  lightbox: not('own-look', 'options', 'jquery', 'sameUuid', 'includeJquery', 'includeJQuery'),
  hints: not('own-look', 'info', 'tip', 'danger', 'working', 'warning', 'success'),
  sectionx: not('own-look', 'tag'),
  summary: { exclude: to('structure.exclude', list), excludeDir: to('structure.exclude', list) },
  isummary: { ignorePath: to('structure.exclude', list) },
  'mermaid-gb3': not('own-look', 'theme'),
  'language-picker': not('own-look', 'grid-columns'),
  prism: {
    lang: to('code.languages', textsOf),
    ignore: to('code.plain', list),
    ...not('own-look', 'css'),
  },
  code: not('always', 'copyButtons', 'copyButton'),
  'search-pro': not('own-way', 'cutWordLib', 'defineWord', 'maxSearchIndexSize'),
  lunr: not('own-way', 'maxIndexSize', 'ignoreSpecialCharacters'),
  search: not('own-way', 'maxIndexSize'),
  richquotes: { [WHOLE]: to('quotes.bold', objectAs) },
  'advanced-emoji': not('own-look', 'embedEmojis'),
  'flexible-alerts': { [WHOLE]: to('quotes.marks', marks), ...not('own-look', 'style') },
  'include-codeblock': {
    unindent: to('code.imports.unindent', (value) => value === true || value === 'true'),
    lang: to('code.imports.language', textAs),
    ...not('own-look', 'template', 'theme'),
    ...not('own-way', 'fixlang', 'edit', 'check'),
  },
  'image-captions': {
    caption: { becomes: 'figures.caption', as: textAs, default: 'Figure: _CAPTION_' },
    images: to('figures.images', objectAs),
    align: to('figures.align', textAs),
    attributes: to('figures.attributes', objectAs),
    list_caption: { becomes: 'figures.list', as: textAs, default: 'Figure: _CAPTION_' },
    variable_name: to('figures.variable', textAs),
  },
  favicon: ICONS,
  'favicon-custom': ICONS,
  'favicon-plus': ICONS,
  'favicon-absolute': ICONS,
  'custom-favicon': { [WHOLE]: to('favicon', (_value, { all }) => textOf(all['favicon'])) },
  'sidebar-style': not('own-look', 'title', 'author'),
  'include-csv': not('always', 'enc', 'skip'),
  'embed-pdf': not('own-look', 'width', 'height'),
  logo: {
    logo: to('logo', textAs),
    logoStyle: to('logoHeight', logoHeight),
    ...not('own-look', 'title', 'url', 'rootStyle', 'titleStyle'),
  },
  'insert-logo': { url: to('logo', textAs), style: to('logoHeight', logoHeight) },
  'insert-logo-link': LOGO_LINK,
  'insert-logo-link-website': LOGO_LINK,
  'insert-logo-link-style': LOGO_LINK,
  versions: VERSIONS,
  'versions-select': VERSIONS,
  'localized-footer': { filename: to('footerFile', textAs), ...not('own-look', 'hline') },
  links: { links: to('links.sidebar', toolbarLinks) },
  toolbar: { buttons: to('links.sidebar', toolbarLinks) },
  rss: FEED,
  feed: FEED,
  scripts: { files: to('scripts', list) },
  'add-js-css': { js: to('scripts', list), css: to('styles.website', moreStyles) },
  addcssjs: { js: to('scripts', list), css: to('styles.website', moreStyles) },
  'custom-js-css': { js: to('scripts', list), css: to('styles.website', moreStyles) },
  header: {
    [WHOLE]: to('head', (_value, { all }) => textOf(objectOf(all['layout'])['headerPath'])),
  },
  'head-append': { code: to('head', list) },
  meta: {
    data: to('head', metaData),
    name: to('head', (_value, around) => metaData([around.options], around)),
    content: to('head', () => undefined),
  },
  tags: not('own-look', 'placement'),
  'git-author': not('own-way', 'position', 'modifyTpl', 'createTpl', 'timeStampFormat'),
  'page-freshness': not(
    'own-way',
    'position',
    'modifyTpl',
    'createTpl',
    'timeStampFormat',
    'noticeTpl',
  ),
  'hide-element': { elements: to('hidden', list) },
  ...Object.fromEntries(FORMULAS.map((name) => [name, { [WHOLE]: to('math', formulas) }])),
}
