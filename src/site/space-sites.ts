// What the pages of each space share: the way around it, its title, and where the files lie that its pages load.
import { textOf } from '../core/json.ts'
import type { Book, Chapter, Config, PageResult, Space } from '../core/book.ts'
import { contentHash } from '../core/hash.ts'
import { chaptersIn } from '../core/menu.ts'
import type { BookPath, OutputPath } from '../core/path.ts'
import { spaceOf } from '../core/space.ts'
import { symbolClass } from '../core/symbol.ts'
import { forPrint } from '../tree/passes/print.ts'
import type { Brand } from './brand.ts'
import { bookTitle } from './book-title.ts'
import type { CompiledStyles } from './compiled-styles.ts'
import { labelsFor } from './labels.ts'
import { navScript } from './nav-data.ts'
import { type Navigation, type SiteMap, createNavigation } from './navigation.ts'
import { drawingScript, ownHead } from './own-head.ts'
import { pageTitle } from './page-view.ts'
import type { SearchAssets, SpaceSite } from './space-site.ts'
import type { EmitRequest } from './emit-request.ts'
import type { SiteMetadata } from './metadata/site-metadata.ts'
import type { SymbolSheet } from './symbols.ts'

/** The folder of the site for everything that is handbook's own. A book's file of the same name replaces ours. */
const OWN = 'handbook/'

/** What pages load that need it; see `tree/passes/features.ts`. */
const FEATURES: SpaceSite['assets']['features'] = new Map([
  ['print', { style: own('print.css'), script: own('print.js') }],
  ['editor', { style: own('editor.css') }],
  ['blocks', { style: own('blocks.css'), script: own('blocks.js') }],
  ['code', { style: own('code.css') }],
  ['lists', { style: own('lists.css') }],
  ['glossary', { style: own('glossary.css'), script: own('glossary.js') }],
  ['html', { style: own('html.css') }],
  ['head', { style: own('head.css') }],
  ['more', { style: own('more.css') }],
  ['api', { style: own('api.css') }],
  ['math', { style: own('math.css') }],
  ['diagram', { style: own('diagram.css') }],
  ['comments', { style: own('comments.css'), script: own('comments.js') }],
  ['image', { style: own('image.css'), script: own('image.js') }],
])

/** Where the list of all chapters of a space lies. */
export function contentsPath(book: Book, space: Space): OutputPath {
  return `${space.root.slice(book.root.length)}${OWN}contents.html` as OutputPath
}

/** All spaces of a book, in its order. */
export function spaceSites(
  request: EmitRequest,
  metadata: SiteMetadata,
  brand: Brand,
  {
    symbols,
    compiled,
  }: {
    readonly symbols: SymbolSheet | undefined
    readonly compiled: CompiledStyles['css']
  },
): readonly SpaceSite[] {
  const { book, theme, outputOf } = request
  const listed = new Set(book.spaces.flatMap((space) => space.pages))
  const others = book.spaces.map((space) => ({
    space,
    tag: labelsFor(space.config.language).tag,
    pageFor: (path: BookPath) => {
      // The same page in the other space, else its start.
      const home = spaceOf(book, path)?.root ?? ''
      const same = (space.root + path.slice(home.length)) as BookPath
      const isFound = listed.has(same) && space.visibility[same]?.hidden !== true
      return outputOf(isFound ? same : space.readme)
    },
  }))
  const known = haveSameMenus(request) ? request.previous?.sites : undefined
  return book.spaces.map((space) => {
    const before = known?.find((one) => one.navigation.space === space)
    const { navigation, site, navText } = before ? menusAsBefore(before) : menusOf(request, space)
    const footer = footerOf(space, request)
    return {
      navigation,
      site,
      targetOf: request.targetOf,
      title: titleOf(space, navigation, request),
      ...(footer && { footer }),
      own: ownHead({ book, space, outputOf, compiled }),
      assets: {
        style: own('style.css'),
        script: own('handbook.js'),
        early: own('early.js'),
        missing: own('missing.js'),
        ...ownFiles(request, space),
        ...drawingAssets({ book, space, outputOf }),
        navText,
        navVersion: contentHash(navText).slice(0, 8),
        features: FEATURES,
        version: theme.hash.slice(0, 8),
        ...searchAssets(book, space),
      },
      metadata,
      brand,
      ...(symbols === undefined ? {} : { symbols }),
      dates: request.dates ?? new Map(),
      downloads: (request.downloads ?? []).filter((one) => one.space === space.id),
      choice: book.choice,
      others: book.multilingual ? others : [],
    }
  })
}

/** The ways around a space. */
type Menus = Pick<SpaceSite, 'navigation' | 'site'> & Pick<SpaceSite['assets'], 'navText'>

const menusAsBefore = ({ navigation, site, assets: { navText } }: SpaceSite): Menus => ({
  navigation,
  site,
  navText,
})

function menusOf(request: EmitRequest, space: Space): Menus {
  const site = siteMap(request, space)
  const navigation = createNavigation(withShownFiles(space, request.results), site)
  return { navigation, site, navText: navScript(navigation, site) }
}

/** Do menus say of all pages what they said in the build before? */
function haveSameMenus({ book, results, previous }: EmitRequest): boolean {
  if (previous?.book !== book || previous.pages.size !== results.size) return false
  for (const [path, result] of results) {
    const before = previous.pages.get(path)?.result
    if (before !== result && (before === undefined || !isSameInMenus(before, result))) return false
  }
  return true
}

/** By all that `siteMap` looks at. */
function isSameInMenus(a: PageResult, b: PageResult): boolean {
  return (
    a.output === b.output &&
    a.isSource === b.isSource &&
    a.attributes['description'] === b.attributes['description'] &&
    a.attributes['icon'] === b.attributes['icon']
  )
}

function siteMap({ book, results, outputOf }: EmitRequest, space: Space): SiteMap {
  return {
    outputOf: (path) => {
      const result = results.get(path)
      return result?.isSource === true ? result.output : outputOf(path)
    },
    descriptionOf: (path) => textOf(results.get(path)?.attributes['description']),
    symbolOf: (path) => symbolClass(results.get(path)?.attributes['icon']),
    contents: contentsPath(book, space),
  }
}

/** Files among the chapters that pages show are pages to readers. */
function withShownFiles(space: Space, results: EmitRequest['results']): Space {
  const isFile = (chapter: Chapter): boolean =>
    chapter.kind === 'asset' && results.get(chapter.path)?.isSource === true
  const all = chaptersIn(space.parts)
  if (!all.some(isFile)) return space
  const shown = (chapter: Chapter): Chapter =>
    ({
      ...chapter,
      children: chapter.children.map(shown),
      ...(isFile(chapter) && { kind: 'page' as const }),
    }) as Chapter
  const parts = space.parts.map((part) => ({ ...part, chapters: part.chapters.map(shown) }))
  return { ...space, parts }
}

/** The footer that the configuration has, else that of a wiki, whose links begin where it is shown. */
function footerOf(
  { config, footerFile }: Space,
  { inline, footers }: EmitRequest,
): SpaceSite['footer'] {
  const { footer } = config.theme
  if (footer !== undefined) {
    const html = inline(footer)
    return () => html
  }
  const shown = footerFile && footers?.get(footerFile)
  if (shown === undefined) return undefined
  const idOf = (output: OutputPath): string | undefined =>
    output === shown.output ? 'footer' : undefined
  return (from) => forPrint(shown, shown.output, { output: from, idOf })
}

/** What handbook makes for a space alone. */
function ownFiles(
  { book, theme }: EmitRequest,
  space: Space,
): Pick<SpaceSite['assets'], 'nav' | 'print' | 'panels' | 'panelsVersion'> {
  const beside = (name: string): OutputPath =>
    contentsPath(book, space).replace(/contents\.html$/, name) as OutputPath
  const made = JSON.stringify([theme.hash, shownOf(space.config), shownOf(book.config)])
  return {
    nav: beside('nav.js'),
    print: beside('print.html'),
    panels: beside('panels.js'),
    panelsVersion: contentHash(made).slice(0, 8),
  }
}

/** What draws diagrams in browsers, where the book wants it. */
function drawingAssets(place: Parameters<typeof drawingScript>[0]): {
  readonly drawing?: NonNullable<SpaceSite['assets']['drawing']>
} {
  const library = drawingScript(place)
  return library === undefined ? {} : { drawing: { script: own('drawing.js'), library } }
}

/** What layouts can show of a configuration, however it was written. */
function shownOf(config: Config): Partial<Config> {
  const { raw: _raw, plugins: _plugins, disabledPlugins: _off, places: _places, ...rest } = config
  const { pluginsConfig: _settings, check: _check, redirects: _moved, ...shown } = rest
  return shown
}

/** Files of search, unless the book turned it off. */
function searchAssets(book: Book, space: Space): { readonly search?: SearchAssets } {
  if (!space.config.theme.search) return {}
  const index = contentsPath(book, space).replace(/contents\.html$/, 'search/') as OutputPath
  const all = book.choice === 'book' ? { all: own('search/') } : {}
  return { search: { script: own('search.js'), style: own('search.css'), index, ...all } }
}

/** Where a file of the theme lies. */
export function own(name: string): OutputPath {
  return `${OWN}${name}` as OutputPath
}

function titleOf(space: Space, navigation: Navigation, request: EmitRequest): string {
  const { book, results, names } = request
  const start = results.get(space.readme)
  const kept = book.choice === 'book' ? undefined : (names?.repository ?? names?.folder)
  return (
    bookTitle(space, start, kept) ?? (start === undefined ? 'Book' : pageTitle(start, navigation))
  )
}
