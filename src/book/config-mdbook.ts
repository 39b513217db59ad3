// What the `book.toml` of mdBook says, in our words. It counts where it leads to a table of contents, and where there is
// no other beside it: books that moved from one program to another keep both for a while.
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import { type Json, type JsonObject, objectOf } from '../core/json.ts'
import { type BookPath, type FolderPrefix, folderOf, folderPrefix } from '../core/path.ts'
import { placeOf } from '../core/position.ts'
import { isAddress } from '../core/reference.ts'
import type { Files } from '../files/files.ts'
import { type TomlResult, readToml } from '../files/toml.ts'
import { problem } from '../messages/problem.ts'
import type { Locate } from './config-check.ts'
import type { ImportedConfig } from './config-imported.ts'

/** The name of mdBook's configuration. */
export const BOOK_TOML = 'book.toml'

const SUMMARY = 'SUMMARY.md'

/** Where the pages of an mdBook lie; undefined when the folder holds none. */
export function mdbookSource(files: Files, folder: FolderPrefix): FolderPrefix | undefined {
  return readBook(files, folder)?.source
}

interface MdbookFile {
  readonly file: BookPath
  readonly text: string
  readonly read: TomlResult
  readonly source: FolderPrefix
}

function readBook(files: Files, folder: FolderPrefix): MdbookFile | undefined {
  const file = (folder + BOOK_TOML) as BookPath
  const text = files.text(file)?.text
  if (text === undefined) return undefined
  const read = readToml(text)
  const src = 'wrong' in read ? undefined : objectOf(read.value['book'])['src']
  const below = folderPrefix(typeof src === 'string' ? src : 'src')
  if (below === undefined) return undefined
  const source = (folder + below) as FolderPrefix
  const has = (path: string): boolean => files.size((path + SUMMARY) as BookPath) !== undefined
  const isMeant = has(source) && (below === '' || !has(folder))
  return isMeant ? { file, text, read, source } : undefined
}

/** The configuration of an mdBook; undefined when the folder holds none. */
export function readBookToml(
  files: Files,
  folder: FolderPrefix,
): Outcome<ImportedConfig> | undefined {
  const book = readBook(files, folder)
  if (book === undefined) return undefined
  const { file, text, read, source } = book
  const root = source.slice(folder.length)
  const basics: JsonObject = { dialect: 'mdbook', ...(root === '' ? {} : { root }) }
  const place = ([from, to]: readonly [number, number]): Place => placeOf(file, text, from, to)
  if ('wrong' in read)
    return {
      value: { value: basics, locate: () => ({ file }) },
      diagnostics: [problem('config/invalid-toml', place(read.wrong))],
    }
  const placeIn = (path: readonly string[]): Place => {
    const range = read.locate(path)
    return range === undefined ? { file } : place(range)
  }
  const settings = [...settingsOf(read.value, folder), ...iconOf(files, folder, read.value)]
  const origins = new Map(settings.map(({ to, from }) => [to.join('\0'), from]))
  const locate: Locate = (path) => {
    for (let length = path.length; length > 0; length--) {
      const from = origins.get(path.slice(0, length).join('\0'))
      if (from !== undefined) return placeIn([...from, ...path.slice(length)])
    }
    return { file }
  }
  const value = settings.reduce((all, { to, value: one }) => put(all, to, one), basics)
  return { value: { value, locate }, diagnostics: unused(read.value, placeIn) }
}

/** A key of ours, where it is from, and its value. */
interface Translated {
  readonly to: readonly string[]
  readonly from: readonly string[]
  readonly value: Json
}

function settingsOf(toml: JsonObject, folder: FolderPrefix): readonly Translated[] {
  const book = objectOf(toml['book'])
  const html = objectOf(objectOf(toml['output'])['html'])
  const { emojicodes } = objectOf(toml['preprocessor'])
  const own = (key: string, to: string, value: Json | undefined = book[key]): Translated[] =>
    value === undefined || value === '' ? [] : [{ to: [to], from: ['book', key], value }]
  return [
    ...own('title', 'title'),
    ...own('description', 'description'),
    ...own('language', 'language'),
    ...own('authors', 'author', authorOf(book)),
    ...own('text-direction', 'direction'),
    ...ofHtml('git-repository-url', ['repository'], html['git-repository-url']),
    ...ofHtml('edit-url-template', ['editLink'], editLinkOf(html, folder)),
    ...ofHtml('cname', ['siteUrl'], siteUrlOf(html)),
    ...ofHtml('no-section-label', ['numbering'], html['no-section-label'] !== true),
    ...ofHtml('fold', ['folding'], objectOf(html['fold'])['enable']),
    ...ofHtml('redirect', ['redirects'], redirectsOf(html)),
    ...ofHtml('search', ['search'], objectOf(html['search'])['enable']),
    ...ofHtml('code', ['code', 'hiddenLines'], hiddenLinesOf(html)),
    ...ofHtml('default-theme', ['reader', 'theme'], colorsOf(html)),
    ...mathOf(toml, html),
    ...(emojicodes === undefined ? [] : [{ to: ['emoji'], from: ['preprocessor'], value: true }]),
  ]
}

function ofHtml(key: string, to: readonly string[], value: Json | undefined): Translated[] {
  return value === undefined ? [] : [{ to, from: ['output', 'html', key], value }]
}

function put(all: JsonObject, [key, ...rest]: readonly string[], value: Json): JsonObject {
  if (key === undefined) return all
  return { ...all, [key]: rest.length === 0 ? value : put(objectOf(all[key]), rest, value) }
}

function authorOf(book: JsonObject): Json | undefined {
  const { authors, author } = book
  const names = (Array.isArray(authors) ? authors : [author]) as readonly Json[]
  const known = names.filter((name) => typeof name === 'string')
  return known.length === 0 ? undefined : known.join(', ')
}

/** The picture that its theme has for the tabs of browsers. */
function iconOf(files: Files, folder: FolderPrefix, toml: JsonObject): Translated[] {
  const { theme = 'theme' } = objectOf(objectOf(toml['output'])['html'])
  const at = typeof theme === 'string' ? folderPrefix(folder + theme) : undefined
  if (at === undefined) return []
  const found = ['svg', 'png']
    .map((type) => `${at}favicon.${type}` as BookPath)
    .find((path) => files.size(path) !== undefined)
  return ofHtml('theme', ['favicon'], found)
}

/** Ours is what stands before the path of a page; theirs has the path in it, counted from the folder of the book. */
function editLinkOf(html: JsonObject, folder: FolderPrefix): Json | undefined {
  const template = html['edit-url-template']
  if (typeof template !== 'string') return undefined
  const [base = '', behind] = template.split('{path}', 2)
  if (behind === undefined) return undefined
  const top = base.endsWith(folder) ? base.slice(0, base.length - folder.length) : base
  return behind === '' ? top : `${top}{path}${behind}`
}

/** Only an address of the web tells where the book is; a path alone does not. */
function siteUrlOf(html: JsonObject): Json | undefined {
  const { cname, 'site-url': path } = html
  if (typeof path === 'string' && /^https?:\/\//.test(path)) return path
  if (typeof cname !== 'string' || cname === '') return undefined
  return `https://${cname}${typeof path === 'string' && path.startsWith('/') ? path : '/'}`
}

/** Theirs lead from an address of the site, relative to it. */
function redirectsOf(html: JsonObject): Json | undefined {
  const { redirect } = html
  if (redirect === undefined) return undefined
  const site = siteUrlOf(html)
  const pairs = Object.entries(objectOf(redirect)).map(([from, to]) => [
    from,
    targetFrom(from, to, site),
  ])
  return Object.fromEntries(pairs) as JsonObject
}

/** What lies beside the site has an address where that of the site is known. */
function targetFrom(from: string, to: Json, site: Json | undefined): Json {
  if (typeof to !== 'string' || to.startsWith('/') || isAddress(to)) return to
  const below = from.replace(/^\/+/, '')
  const parts = folderOf(below)
    .split('/')
    .filter((part) => part !== '')
  for (const part of to.split('/')) {
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined)
      return typeof site === 'string' && URL.canParse(below, site)
        ? new URL(to, new URL(below, site)).href
        : to
  }
  return parts.filter((part) => part !== '' && part !== '.').join('/')
}

const DARK = new Set(['ayu', 'coal', 'navy'])
const isDark = (name: Json): boolean => typeof name === 'string' && DARK.has(name.toLowerCase())

/** A theme for all readers: those whose system is dark have another one unless the book says so. */
function colorsOf(html: JsonObject): Json | undefined {
  const { 'default-theme': usual = 'light', 'preferred-dark-theme': atNight = 'navy' } = html
  if (isDark(usual) !== isDark(atNight)) return undefined
  return isDark(usual) ? 'dark' : 'light'
}

/** Rust has its own; other languages have what the book says. */
function hiddenLinesOf(html: JsonObject): JsonObject {
  const told = objectOf(objectOf(html['code'])['hidelines'])
  return { rust: '#', ...told }
}

/** Formulas of MathJax stand between `\\(` and `\\[`; those of the preprocessor for KaTeX between dollars, too. */
function mathOf(toml: JsonObject, html: JsonObject): readonly Translated[] {
  const katex = objectOf(toml['preprocessor'])['katex'] ?? objectOf(toml['preprocessor'])['math']
  const from = katex === undefined ? ['output', 'html', 'mathjax-support'] : ['preprocessor']
  if (katex !== undefined) return [{ to: ['math'], from, value: { dollars: true } }]
  if (html['math'] === true)
    return [{ to: ['math'], from: ['output', 'html', 'math'], value: { dollars: true } }]
  if (html['mathjax-support'] !== true) return []
  return [{ to: ['math'], from, value: { brackets: true } }]
}

/** What runs by itself here, or has nothing left to do. */
const NEEDLESS = new Set(
  'admonish links index mermaid katex math alerts gfm-alerts callouts toc pagetoc emojicodes footnote linkcheck graphviz tabs trpl-listing trpl-note yml-header'.split(
    ' ',
  ),
)

function unusedOfHtml(html: JsonObject): readonly (readonly string[])[] {
  const isAsked = (key: string): boolean => html[key] !== undefined && html[key] !== false
  const { 'edit-url-template': template, print, search } = html
  const pages = Object.values(objectOf(objectOf(search)['chapter']))
  return [
    ...['additional-css', 'additional-js', 'theme', 'smart-punctuation', 'curly-quotes']
      .filter(isAsked)
      .map((key) => [key]),
    ...(isAsked('input-404') && html['input-404'] !== '404.md' ? [['input-404']] : []),
    ...(typeof template === 'string' && template !== '' && !template.includes('{path}')
      ? [['edit-url-template']]
      : []),
    ...(objectOf(print)['enable'] === false ? [['print', 'enable']] : []),
    ...(pages.some((page) => objectOf(page)['enable'] === false) ? [['search', 'chapter']] : []),
  ].map((path) => ['output', 'html', ...path])
}

/** Programs that would change pages are not run, scripts and style sheets were made for other pages, and signs stay as they were typed. */
function unused(
  toml: JsonObject,
  placeIn: (path: readonly string[]) => Place,
): readonly Diagnostic[] {
  const html = objectOf(objectOf(toml['output'])['html'])
  const programs = Object.keys(objectOf(toml['preprocessor']))
    .filter((name) => !NEEDLESS.has(name))
    .map((name) => ['preprocessor', name])
  const [first, ...others] = [...programs, ...unusedOfHtml(html)]
  if (first === undefined) return []
  const keys = [first, ...others].map((path) => path.join('.'))
  return [problem('config/unused-mdbook', placeIn(first), { keys })]
}
