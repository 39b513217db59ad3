// How the values of options are read: each gives the value of a setting, or undefined when the option says nothing.
import { SETTINGS } from '../core/settings.ts'
import {
  type Json,
  type JsonObject,
  isJsonObject,
  objectOf,
  scalarText,
  textOf,
} from '../core/json.ts'

/** What else is known when an option is read. */
export interface Around {
  /** All options of the plugin. */
  readonly options: JsonObject
  /** Those of all plugins. */
  readonly all: JsonObject
  /** Chooses among labels in several languages. */
  readonly language: string | undefined
}

/** Reads the value of an option. */
export type ReadOption = (value: Json, around: Around) => Json | undefined

/** A text, or the one for the language of the book from an object of texts. */
export const inLanguage: ReadOption = (value, { language = 'en' }) => {
  if (!isJsonObject(value)) return textOf(value)
  const [short = ''] = language.split('-')
  return textOf(value[language] ?? value[short] ?? value['en'] ?? Object.values(value)[0])
}

export const address: ReadOption = (value) => {
  const text = textOf(value)
  return text !== undefined && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined
}

/** The words before a day, without the marks around them. */
export const label: ReadOption = (value) =>
  textOf(
    textOf(value)
      ?.replaceAll(/<[^>]*>|[*_]/g, '')
      .trimEnd()
      .replace(/[:：]$/, '')
      .trimEnd(),
  )

/** A format of days whose letters are those of Java: `YYYY-MM-dd hh:mm:ss`. */
export const javaFormat: ReadOption = (value) =>
  textOf(value)?.replaceAll(/yyyy|dd|hh/g, (letters) => letters.toUpperCase())

/** Levels of headings that are counted from the title. */
export const levels =
  (added: number): ReadOption =>
  (value) => {
    const depth = Number(value) + added
    return Number.isInteger(depth) && Number(value) > 0
      ? Math.min(Math.max(depth, 1), 3)
      : undefined
  }

/** The lowest level of headings that a selector names: `.markdown-section h2, .markdown-section h3`. */
export const lowestHeading: ReadOption = (value, around) => {
  const named = (textOf(value) ?? '').matchAll(/(?:^|[\s,>])h([1-6])\b/g)
  const lowest = Math.max(0, ...[...named].map(([, level]) => Number(level)))
  return levels(-1)(lowest, around)
}

/** `[{"lang": "js", "name": "JavaScript"}]`. */
export const languageNames: ReadOption = (value) => {
  const items = (Array.isArray(value) ? (value as readonly Json[]) : []).map(objectOf)
  const names = items.flatMap(({ lang, name }): readonly [string, Json][] => {
    const [written, called] = [textOf(lang), textOf(name)]
    return written === undefined || called === undefined ? [] : [[written, called]]
  })
  return names.length === 0 ? undefined : Object.fromEntries(names)
}

export const count: ReadOption = (value) => {
  const least = Number(value)
  return Number.isInteger(least) && least > 0 && least <= 100 ? least : undefined
}

export const flag: ReadOption = (value) => (typeof value === 'boolean' ? value : undefined)

/** One of a few values, by what it is called there. */
export const chosen =
  (values: { readonly [written: string]: Json }): ReadOption =>
  (value) => {
    const written = scalarText(value) ?? ''
    return Object.hasOwn(values, written) ? values[written] : undefined
  }

/** The height that a style asks for a logo, as far as there is room in the bar. */
export const logoHeight: ReadOption = (value) => {
  const [, pixels] = /(?:^|[\s;-])height\s*:\s*(\d+)px/i.exec(textOf(value) ?? '') ?? []
  const { least, most } = SETTINGS.logoHeight
  return pixels === undefined ? undefined : Math.min(Math.max(Number(pixels), least), most)
}

/** Texts; a single one is a list of it. */
export const list: ReadOption = (value) => {
  const texts = textList(value)
  return texts.length === 0 ? undefined : texts
}

function textList(value: Json | undefined = null): readonly string[] {
  const items = Array.isArray(value) ? (value as readonly Json[]) : [value]
  return items.flatMap((item) => textOf(item) ?? [])
}

/** The largest of pictures by their sizes: `{"120x120": "a.png"}`. */
export const largest: ReadOption = (value) => {
  const bySize = Object.entries(objectOf(value)).toSorted(
    ([one], [other]) => Number.parseInt(other, 10) - Number.parseInt(one, 10),
  )
  return textOf(bySize[0]?.[1])
}

/** `[{"value": "https://…", "text": "1.0", "selected": true, "includeFilepath": true}]`. */
export const versionList: ReadOption = (value) => {
  const items = (Array.isArray(value) ? (value as readonly Json[]) : []).map(objectOf)
  const known = items.flatMap(
    ({ value: url, text, selected, includeFilepath }): readonly JsonObject[] => {
      const [address_, name] = [textOf(url), textOf(text)]
      if (address_ === undefined && name === undefined) return []
      return [
        {
          label: name ?? address_ ?? '',
          ...(address_ === undefined ? {} : { url: address_ }),
          ...(selected === true ? { current: true } : {}),
          ...(includeFilepath === false ? {} : { keepsPage: true }),
        },
      ]
    },
  )
  return known.length === 0 ? undefined : known
}

/** `[{"label": "Home", "url": "https://…"}]`. */
export const toolbarLinks: ReadOption = (value) => {
  const items = (Array.isArray(value) ? (value as readonly Json[]) : []).map(objectOf)
  const links = items.flatMap(({ label: written, title, text, url }): readonly [string, Json][] => {
    const name = textOf(written) ?? textOf(title) ?? textOf(text)
    const target = textOf(url)
    return target === undefined ? [] : [[name ?? target, target]]
  })
  return links.length === 0 ? undefined : Object.fromEntries(links)
}

/** Beside the usual one. */
export const moreStyles: ReadOption = (value, around) => {
  const own = list(value, around)
  return own === undefined ? undefined : ['styles/website.css', ...(own as readonly Json[])]
}

/** `[{"name": "a", "content": "b"}]`. */
export const metaData: ReadOption = (value) => {
  const items = (Array.isArray(value) ? (value as readonly Json[]) : []).map(objectOf)
  const pairs = items.flatMap(({ name, property, content }): readonly [string, Json][] => {
    const key = textOf(name) ?? textOf(property)
    const said = typeof content === 'number' ? String(content) : textOf(content)
    return key === undefined || said === undefined ? [] : [[key, said]]
  })
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs)
}

export const buttonAddress: ReadOption = (value) => {
  const [first] = Array.isArray(value) ? (value as readonly Json[]) : []
  const { user, repo } = objectOf(first)
  return repositoryOf(textOf(repo), textOf(user))
}

export function repositoryOf(repo: string | undefined, user?: string): string | undefined {
  if (repo === undefined) return undefined
  return `https://github.com/${user === undefined ? '' : `${user}/`}${repo}`
}

/** Whose the book is, with a link to their site. */
export const rights: ReadOption = (value, around) => {
  const { website, site } = around.options
  const said = [value, website ?? null].map((one) => inLanguage(one, around))
  const [author, name] = said.map((one) => textOf(one))
  const link = textOf(address(site ?? null, around))
  if (author === undefined) return undefined
  if (name === undefined) return `© ${author}`
  return `© ${author}, ${link === undefined ? name : `[${name}](${link})`}`
}

/** The number under which a site is on record in China, with the link that must lead there. */
export const recordNumber: ReadOption = (value, around) => {
  const number = textOf(value)
  if (number === undefined) return undefined
  const before = textOf(around.options['label'] ?? null)
  const link = textOf(address(around.options['link'] ?? null, around))
  const shown = `[${number}](${link ?? 'https://beian.miit.gov.cn/'})`
  return before === undefined ? shown : `${before} ${shown}`
}

/** HTML for a line of Markdown: there `&copy 2020` needs a semicolon. */
export function htmlAs(value: Json): string | undefined {
  return textAs(value)?.replaceAll(/&(copy|reg|nbsp|middot|laquo|raquo)(?![\w;])/g, '&$1;')
}

export function textAs(value: Json): string | undefined {
  return textOf(value)
}

/** How formulas are written, as MathJax and KaTeX are told. */
export const formulas: ReadOption = (_value, { options }) => {
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

/** Kinds of flexible-alerts: `{"comment": {"label": {"en": "Comment"}, "icon": "…", "className": "info"}}`. */
export const marks: ReadOption = (_value, around) => {
  const own = Object.entries(around.options).flatMap(([name, value]): readonly [string, Json][] => {
    if (!isJsonObject(value)) return []
    const title = textOf(inLanguage(value['label'] ?? null, around))
    const kind = textOf(value['className'])
    return [
      [
        name,
        { ...(kind === undefined ? {} : { kind }), ...(title === undefined ? {} : { title }) },
      ],
    ]
  })
  return own.length === 0 ? undefined : Object.fromEntries(own)
}

/** GitBook's names of sites, where ours are others. */
const NETWORKS: { readonly [name: string]: string } = { hatenaBookmark: 'hatena', x: 'twitter' }
const OFFERED: readonly string[] = SETTINGS.share.of.oneOf

/** Sites to hand a page on to: `{"weibo": true, "google": false, "all": ["douban"]}`. Those that are gone are left out. */
export const networks: ReadOption = (value, { all }) => {
  const options = objectOf(all['sharing'] ?? value)
  const direct = Object.keys(options).filter((name) => options[name] === true)
  const others = textList(options['all'])
  const known = [...direct, ...others]
    .map((name) => NETWORKS[name] ?? name)
    .filter((name) => OFFERED.includes(name))
  return known.length === 0 ? undefined : [...new Set(known)]
}

/** Texts by name: what is none is left out. */
export const textsOf: ReadOption = (value) => {
  const texts = Object.entries(objectOf(value)).filter(([, one]) => textOf(one) !== undefined)
  return texts.length === 0 ? undefined : Object.fromEntries(texts)
}

/** Numbers of headings go on from those of chapters, where these are shown, unless the book says that they do not. */
export const headingNumbers: ReadOption = (value, around) => {
  const { options, all } = around
  const areChaptersNumbered = objectOf(all['theme-default'])['showLevel'] === true
  const goesOn = areChaptersNumbered && options['associatedWithSummary'] !== false
  return value === true && goesOn ? 'chapter' : flag(value, around)
}

/** The name of a feed below the address of the site. */
export const feedFile: ReadOption = (value, around) => {
  const feed = textOf(address(value, around))
  const site = textOf(address(around.options['site_url'] ?? null, around))
  if (feed === undefined) return undefined
  const [whole, top] = [new URL(feed).pathname, site && new URL(site).pathname]
  const below = top !== undefined && whole.startsWith(top) ? whole.slice(top.length) : undefined
  const name = (below ?? whole.split('/').at(-1) ?? '').replace(/^\/+/, '')
  return /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(name) ? name : undefined
}

export const objectAs: ReadOption = (value) => (isJsonObject(value) ? value : undefined)
