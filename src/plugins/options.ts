// The options of plugins: the setting that each becomes, with the default of the package where it means something, or why
// nobody reads it.
import { type Json, type JsonObject, isJsonObject, objectOf } from '../core/json.ts'

/** What else is known when an option is read. */
export interface Around {
  /** All options of the plugin. */
  readonly options: JsonObject
  /** Chooses among labels in several languages. */
  readonly language: string | undefined
}

/** What becomes of an option. */
export type OptionFact =
  | {
      /** The setting, by its dotted name. */
      readonly becomes: string
      /** Its value there; undefined when it says nothing. As it is when absent. */
      readonly as?: (value: Json, around: Around) => Json | undefined
      /** What the package took when nobody said. */
      readonly default?: Json
    }
  | { readonly why: OptionReason }

/** Why an option is not read. */
export type OptionReason = 'own-look' | 'own-way' | 'always' | 'other-site' | 'secret' | 'browser'

type Options = { readonly [name: string]: OptionFact }
type As = NonNullable<Extract<OptionFact, { becomes: string }>['as']>

/** All options of a plugin at once. */
export const WHOLE = '*'

const to = (becomes: string, as?: As): OptionFact =>
  as === undefined ? { becomes } : { becomes, as }
const not = (why: OptionReason, ...names: readonly string[]): Options =>
  Object.fromEntries(names.map((name) => [name, { why }]))

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** A text, or the one for the language of the book from an object of texts. */
const inLanguage: As = (value, { language = 'en' }) => {
  if (!isJsonObject(value)) return textOf(value)
  const [short = ''] = language.split('-')
  return textOf(value[language] ?? value[short] ?? value['en'] ?? Object.values(value)[0])
}

const address: As = (value) => {
  const text = textOf(value)
  return text !== undefined && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined
}

/** The words before a day, without the marks around them. */
const label: As = (value) =>
  textOf(
    textOf(value)
      ?.replaceAll(/<[^>]*>|[*_]/g, '')
      .replace(/\s*[:：]?\s*$/, ''),
  )

/** Levels of headings that are counted from the title. */
const levels =
  (added: number): As =>
  (value) => {
    const depth = Number(value) + added
    return Number.isInteger(depth) && Number(value) > 0
      ? Math.min(Math.max(depth, 1), 3)
      : undefined
  }

const count: As = (value) => {
  const least = Number(value)
  return Number.isInteger(least) && least > 0 && least <= 100 ? least : undefined
}

const flag: As = (value) => (typeof value === 'boolean' ? value : undefined)

/** Texts; a single one is a list of it. */
const list: As = (value) => {
  const items = Array.isArray(value) ? (value as readonly Json[]) : [value]
  const texts = items.flatMap((item) => textOf(item) ?? [])
  return texts.length === 0 ? undefined : texts
}

/** Beside the usual one. */
const moreStyles: As = (value, around) => {
  const own = list(value, around)
  return own === undefined ? undefined : ['styles/website.css', ...(own as readonly Json[])]
}

/** `[{"name": "a", "content": "b"}]`. */
const metaData: As = (value) => {
  const items = (Array.isArray(value) ? (value as readonly Json[]) : []).map(objectOf)
  const pairs = items.flatMap(({ name, property, content }): readonly [string, Json][] => {
    const key = textOf(name) ?? textOf(property)
    const said = typeof content === 'number' ? String(content) : textOf(content)
    return key === undefined || said === undefined ? [] : [[key, said]]
  })
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs)
}

const buttonAddress: As = (value) => {
  const [first] = Array.isArray(value) ? (value as readonly Json[]) : []
  const { user, repo } = objectOf(first)
  return repositoryOf(textOf(repo), textOf(user))
}

function repositoryOf(repo: string | undefined, user?: string): string | undefined {
  if (repo === undefined) return undefined
  return `https://github.com/${user === undefined ? '' : `${user}/`}${repo}`
}

const EDIT: Options = { base: to('editLink.base', textAs), label: to('editLink.label', inLanguage) }

/** HTML for a line of Markdown: there `&copy 2020` needs a semicolon. */
function htmlAs(value: Json): string | undefined {
  return textAs(value)?.replaceAll(/&(copy|reg|nbsp|middot|laquo|raquo)(?![\w;])/g, '&$1;')
}

function textAs(value: Json): string | undefined {
  return textOf(value)
}

/** The plugins that read formulas. */
const FORMULAS = [
  'katex',
  'mathjax',
  'mathjax-pro',
  'mathjax-zz',
  'math',
  'katex-pro',
  'latex-codecogs',
]

/** How formulas are written, as MathJax and KaTeX are told. */
const formulas: As = (_value, { options }) => {
  const signs = delimitersOf(options)
  return {
    ...(signs.includes('$') ? { dollars: true } : {}),
    ...(signs.some((sign) => /^\\+[([]$/.test(sign)) ? { brackets: true } : {}),
    macros: macrosOf(options),
  }
}

/** What begins formulas: `inlineMath: [["$", "$"]]` of MathJax, `delimiters: [{left: "$"}]` of KaTeX, or a switch. */
function delimitersOf(options: JsonObject): readonly string[] {
  const tex = { ...objectOf(options['tex2jax']), ...objectOf(options['tex']), ...options }
  const pairs = [tex['inlineMath'], tex['displayMath'], tex['delimiters']].flat() as readonly Json[]
  const begins = pairs.map((pair) =>
    Array.isArray(pair) ? (pair as readonly Json[])[0] : objectOf(pair)['left'],
  )
  const isOn = ['singleDollar', 'dollars', 'inlineDollar'].some((name) => options[name] === true)
  return [...begins.filter((sign) => typeof sign === 'string'), ...(isOn ? ['$'] : [])]
}

function macrosOf(options: JsonObject): JsonObject {
  const places = [options, objectOf(options['TeX']), objectOf(options['tex'])]
  const found = places.flatMap(({ macros, Macros }) => [macros, Macros].filter(isJsonObject))
  return Object.assign({}, ...found) as JsonObject
}

const TOC_LOOK = not('own-look', 'mode', 'position', 'selector', 'className', 'theme')

/** By plugin and option. */
export const OPTIONS: { readonly [plugin: string]: Options } = {
  'theme-default': {
    showLevel: to('numbering', flag),
    styles: to('styles', (value) => (isJsonObject(value) ? value : undefined)),
  },
  'theme-api': not('own-look', 'theme', 'split', 'languages'),
  github: { url: to('repository', textAs) },
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
  'tbfed-pagefooter': {
    copyright: to('footer', htmlAs),
    modify_label: to('dates.label', label),
    modify_format: to('dates.format', textAs),
  },
  'page-footer-ex': {
    copyright: to('footer', htmlAs),
    update_label: to('dates.label', label),
    update_format: to('dates.format', textAs),
    ...not('always', 'markdown'),
  },
  'page-copyright': { copyright: to('footer', htmlAs), ...not('own-look', 'style', 'noPowerBy') },
  copyright: { copyright: to('footer', htmlAs) },
  sitemap: { hostname: to('siteUrl', address) },
  sitemap2: { hostname: to('siteUrl', address) },
  'sitemap-general': { prefix: to('siteUrl', address) },
  'canonical-link': { baseURL: to('siteUrl', address) },
  'bulk-redirect': { redirectsFile: to('redirects'), basepath: to('redirects') },
  'page-toc-button': {
    maxTocDepth: to('pageToc.depth', levels(0)),
    minTocSize: { becomes: 'pageToc.least', as: count, default: 2 },
  },
  'page-toc': { maxDepth: to('pageToc.depth', levels(-1)), ...TOC_LOOK },
  'intopic-toc': {
    maxDepth: to('pageToc.depth', levels(-1)),
    visible: to('pageToc.enabled', flag),
    ...not('own-look', 'selector', 'mode', 'isCollapsed', 'isScrollspyActive', 'label'),
  },
  'anchor-navigation-ex': {
    ...not('own-look', 'mode', 'float', 'pageTop', 'showGoTop', 'printLog', 'multipleH1'),
    ...not('own-look', 'showLevel', 'associatedWithSummary', 'isRewritePageTitle'),
  },
  'simple-page-toc': { maxDepth: to('pageToc.depth', levels(-1)), ...not('always', 'skipFirstH1') },
  etoc: {
    maxdepth: to('pageToc.depth', levels(-1)),
    ...not('own-way', 'mindepth', 'notoc', 'h2lb', 'header'),
  },
  prism: not('own-look', 'css', 'lang', 'ignore'),
  code: { copyButtons: { why: 'always' } },
  'search-pro': not('own-way', 'cutWordLib', 'defineWord'),
  lunr: not('own-way', 'maxIndexSize', 'ignoreSpecialCharacters'),
  search: not('own-way', 'maxIndexSize'),
  richquotes: { [WHOLE]: to('quotes.bold', (value) => (isJsonObject(value) ? value : undefined)) },
  'include-codeblock': {
    unindent: to('code.imports.unindent', (value) => value === true || value === 'true'),
    lang: to('code.imports.language', textAs),
    ...not('own-look', 'template', 'theme'),
    ...not('own-way', 'fixlang', 'edit', 'check'),
  },
  'image-captions': {
    caption: { becomes: 'figures.caption', as: textAs, default: 'Figure: _CAPTION_' },
    images: to('figures.images', (value) => (isJsonObject(value) ? value : undefined)),
  },
  scripts: { files: to('scripts', list) },
  addcssjs: { js: to('scripts', list), css: to('styles.website', moreStyles) },
  'custom-js-css': { js: to('scripts', list), css: to('styles.website', moreStyles) },
  meta: { data: to('head', metaData) },
  'hide-element': { elements: to('hidden', list) },
  ...Object.fromEntries(FORMULAS.map((name) => [name, { [WHOLE]: to('math', formulas) }])),
}

/** What listing a plugin asks for, whatever its options. */
export const LISTED: { readonly [plugin: string]: JsonObject } = {
  code: { code: { lineNumbers: true } },
  'toggle-chapters': { folding: true },
  'collapsible-menu': { folding: true },
  'include-codeblock': { code: { imports: true } },
  'image-captions': { figures: true },
  richquotes: { quotes: { bold: true } },
  alerts: { quotes: { brackets: true } },
  callouts: { quotes: { headings: true } },
  'flexible-alerts': { quotes: { headings: true } },
  ...Object.fromEntries(FORMULAS.map((name) => [name, { math: {} }])),
}
