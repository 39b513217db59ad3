// What the pages of each edition share: the way around it, its title, and where the files lie that its pages load.
import type { Book, Edition, PageResult } from '../core/book.ts'
import { contentHash } from '../core/hash.ts'
import type { BookPath, OutputPath } from '../core/path.ts'
import { searchEnabled } from '../search/enabled.ts'
import type { Brand } from './brand.ts'
import type { EmitRequest } from './emit.ts'
import { labelsFor } from './labels.ts'
import type { MachineSite } from './machine/meta.ts'
import { navScript } from './nav-data.ts'
import { type Navigation, type SiteMap, createNavigation } from './navigation.ts'
import { pageTitle } from './page-view.ts'
import type { EditionSite, SearchAssets } from './site-view.ts'

/** The folder of the site for everything that is handbook's own. A book's file of the same name replaces ours. */
const OWN = 'handbook/'

/** What pages load that need it; see `page/features.ts`. */
const FEATURES: EditionSite['assets']['features'] = new Map([
  ['print', { style: own('print.css') }],
  ['code', { style: own('code.css') }],
  ['image', { style: own('image.css'), script: own('image.js') }],
])

/** Where the list of all chapters of an edition lies. */
export function contentsPath(book: Book, edition: Edition): OutputPath {
  return `${edition.root.slice(book.root.length)}${OWN}contents.html` as OutputPath
}

/** The edition that a page belongs to: the one with the longest matching folder, else the first. */
export function editionIndex(book: Book, path: BookPath): number {
  let best = 0
  let length = -1
  book.editions.forEach((edition, index) => {
    if (!path.startsWith(edition.root) || edition.root.length <= length) return
    best = index
    length = edition.root.length
  })
  return best
}

/** All editions of a book, in its order. */
export function editionSites(
  request: EmitRequest,
  machine: MachineSite,
  brand: Brand,
): readonly EditionSite[] {
  const { book, results, theme, outputOf } = request
  const listed = new Set(book.editions.flatMap((edition) => edition.pages))
  const others = book.editions.map((edition) => ({
    edition,
    tag: labelsFor(edition.config.language).tag,
    pageFor: (path: BookPath) => {
      // The same page in the other edition, else its start.
      const home = book.editions[editionIndex(book, path)]?.root ?? ''
      const same = (edition.root + path.slice(home.length)) as BookPath
      return outputOf(listed.has(same) ? same : edition.readme)
    },
  }))
  return book.editions.map((edition) => {
    const site: SiteMap = {
      outputOf: (path) => outputOf(path),
      contents: contentsPath(book, edition),
    }
    const navigation = createNavigation(edition, site)
    const { footer } = edition.config.theme
    const navText = navScript(navigation, site)
    return {
      navigation,
      site,
      title: bookTitle(edition, navigation, results),
      ...(footer === undefined ? {} : { footer: request.inline(footer) }),
      styles: bookStyles(book, edition, outputOf),
      assets: {
        style: own('style.css'),
        script: own('handbook.js'),
        early: own('early.js'),
        nav: contentsPath(book, edition).replace(/contents\.html$/, 'nav.js') as OutputPath,
        navText,
        navVersion: contentHash(navText).slice(0, 8),
        print: contentsPath(book, edition).replace(/contents\.html$/, 'print.html') as OutputPath,
        features: FEATURES,
        version: theme.hash.slice(0, 8),
        ...searchAssets(book, edition),
      },
      machine,
      brand,
      dates: request.dates ?? new Map(),
      others: book.multilingual ? others : [],
    }
  })
}

/** Files of search, unless the book turned it off. */
function searchAssets(book: Book, edition: Edition): { readonly search?: SearchAssets } {
  if (!searchEnabled(book.config)) return {}
  const index = contentsPath(book, edition).replace(/contents\.html$/, 'search/') as OutputPath
  return { search: { script: own('search.js'), style: own('search.css'), index } }
}

/** Where a file of the theme lies. */
export function own(name: string): OutputPath {
  return `${OWN}${name}` as OutputPath
}

function bookTitle(
  edition: Edition,
  navigation: Navigation,
  results: ReadonlyMap<BookPath, PageResult>,
): string {
  if (edition.config.title !== undefined) return edition.config.title
  const readme = results.get(edition.readme)
  return readme?.title ?? (readme === undefined ? 'Book' : pageTitle(readme, navigation))
}

/** `styles.website` of the edition, or of the whole book. */
function bookStyles(
  book: Book,
  edition: Edition,
  outputOf: (path: BookPath) => OutputPath,
): readonly OutputPath[] {
  const name = edition.config.styles['website']?.replace(/^(?:\.?\/)+/, '')
  if (name === undefined) return []
  const found = [edition.root, book.root]
    .map((root) => `${root}${name}` as BookPath)
    .find((path) => book.assets.includes(path))
  return found === undefined ? [] : [outputOf(found)]
}
