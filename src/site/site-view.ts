// What every page of a space shows whatever its content, and the two pages that have no source: the list of all
// chapters and the start of a book in several languages.
import type { Book, ThemeConfig } from '../core/book.ts'
import { type BookPath, type OutputPath, relativeUrl, upToRoot, encodePath } from '../core/path.ts'
import { type Brand, brandStyle } from './brand.ts'
import { downloadLinks } from './downloads.ts'
import { labelsFor } from './labels.ts'
import { choiceMeta, metaView } from './metadata/meta.ts'
import { webManifest } from './offline.ts'
import { type OwnHead, headHtml, urlFrom } from './own-head.ts'
import { sidebarLinks } from './sidebar-links.ts'
import { symbolStyle } from './symbols.ts'
import type { Report, Theme } from './theme.ts'
import type { ContentsView, LanguagesView, Link, SiteView } from './view.ts'
import { type SpaceSite, isListed } from './space-site.ts'

/** The part of a view that does not depend on a page's content. */
export function siteView(
  shared: SpaceSite,
  from: OutputPath,
  path: BookPath | undefined,
): SiteView {
  const { navigation, site } = shared
  const { space } = navigation
  const { config } = space
  const { tag, direction, labels } = labelsFor(config.language)
  const menus = menusOf(shared, from, path)
  return {
    book: {
      title: shared.title,
      ...optional('author', config.author),
      ...optional('isbn', config.isbn),
      language: tag,
      direction: config.direction ?? direction,
      ...optional('repository', config.theme.repository),
      ...optional('footer', shared.footer?.(from)),
      home: relativeUrl(from, site.outputOf(space.readme) ?? from),
      ...(!config.theme.reader.settings ? { fixedReading: true } : {}),
      ...optional('usual', usualLooks(config.theme.reader)),
      ...pictures(shared.brand, from),
      ...optional('off', switchedOff(config.theme.reader)),
      ...(config.theme.reader.offline ? { offline: relativeUrl(from, webManifest) } : {}),
    },
    printUrl: relativeUrl(from, shared.assets.print),
    documentTitle: shared.title,
    base: upToRoot(from),
    assets: themeAssets(shared, from),
    contentsUrl: relativeUrl(from, site.contents),
    ...headView(shared.own, from),
    sidebarLinks: sidebarLinks(space, from, shared.targetOf),
    parts: path === undefined ? navigation.tree(from) : navigation.sidebar(path, from),
    ...optional('glossary', linkBeside(shared, from, space.glossaryFile, labels['glossary'])),
    ...optional('tags', linkBeside(shared, from, space.tagsFile, labels['tags'])),
    ...menus,
    ...extras(shared, from, menuFeatures(menus)),
    choice: shared.choice,
    labels,
  }
}

type Menus = Pick<SiteView, 'languages' | 'versions' | 'downloads'>

/** What opens below the bar. */
function menusOf(shared: SpaceSite, from: OutputPath, path: BookPath | undefined): Menus {
  const { space } = shared.navigation
  return {
    ...optional('downloads', downloadLinks(shared, from)),
    ...versionsView(shared, from, path),
    languages: shared.others
      .filter((other) => other.space.isUnlisted !== true || other.space.id === space.id)
      .map((other) => ({
        title: other.space.name,
        language: other.tag,
        url: relativeUrl(from, other.pageFor(path ?? space.readme)),
        current: other.space.id === space.id,
      })),
  }
}

/** The looks of these menus, which most books lack. */
export function menuFeatures({ languages, versions, downloads }: Menus): readonly string[] {
  const hasMenu = languages.length > 0 || versions !== undefined || downloads !== undefined
  return hasMenu ? ['more'] : []
}

/** The data of `contents.hbs`. */
export function contentsView(shared: SpaceSite): ContentsView {
  const view = siteView(shared, shared.site.contents, undefined)
  const heading = view.labels['allChapters']
  const documentTitle = heading === undefined ? view.book.title : `${heading} · ${view.book.title}`
  return {
    ...view,
    ...extras(shared, shared.site.contents, ['lists', ...menuFeatures(view)]),
    documentTitle,
    meta: metaView(shared, { output: shared.site.contents, title: documentTitle }),
  }
}

/** What `panels.hbs` makes, as a script: the dialogs of a space, in its language. Its links begin where it lies. */
export function panelsScript(shared: SpaceSite, theme: Theme, report?: Report): string {
  const html = theme.renderPanels(siteView(shared, shared.assets.panels, undefined), report)
  return `handbookPanels(${JSON.stringify(html.trim())})\n`
}

/** The data of `languages.hbs`, in the language of the book as a whole. */
export function languagesView(book: Book, sites: readonly SpaceSite[]): LanguagesView {
  const from = 'index.html' as OutputPath
  const { tag, direction, labels } = labelsFor(book.config.language)
  const [first] = sites
  const heading = labels[book.choice === 'book' ? 'chooseBook' : 'chooseLanguage']
  // Books side by side have no title that stands for all.
  const common = book.choice === 'book' ? heading : first?.title
  const title = book.config.title ?? common ?? ''
  return {
    book: {
      title,
      language: tag,
      direction: book.config.direction ?? direction,
      home: from,
      ...optional('usual', usualLooks(book.config.theme.reader)),
    },
    documentTitle: heading === undefined || heading === title ? title : `${heading} · ${title}`,
    ...(first === undefined
      ? { extraStyles: [], extraScripts: [] }
      : extras(first, from, ['lists'])),
    base: '',
    assets: first === undefined ? emptyAssets : themeAssets(first, from),
    ...(first === undefined ? { styles: [] } : headView(first.own, from)),
    choice: book.choice,
    languages: sites.filter(isListed).map(({ navigation: { space }, site }) => ({
      title: space.name,
      language: labelsFor(space.config.language).tag,
      url: relativeUrl(from, site.outputOf(space.readme) ?? from),
      current: false,
    })),
    labels,
    meta: choiceMeta(sites, title),
  }
}

/** The versions of the book; nothing where it names none. */
function versionsView(
  { navigation, site }: SpaceSite,
  from: OutputPath,
  path: BookPath | undefined,
): Pick<SiteView, 'versions'> {
  const { theme } = navigation.space.config
  const top = site.contents.replace(/handbook\/contents\.html$/, '')
  const page = path === undefined ? '' : from.slice(top.length).replace(/(^|\/)index\.html$/, '$1')
  const versions = theme.versions.flatMap(({ label = '', url = '', current, keepsPage }) => {
    if (label === '' && url === '') return []
    const base = url.endsWith('/') ? url : `${url}/`
    return [
      {
        title: label === '' ? url : label,
        url: url === '' ? '' : keepsPage ? base + encodePath(page) : url,
        current,
      },
    ]
  })
  return versions.length === 0 ? {} : { versions }
}

/** What the book adds to the head of a page. */
function headView(own: OwnHead, from: OutputPath): Pick<SiteView, 'styles' | 'head'> {
  const html = headHtml(own, from)
  return {
    styles: own.styles.map((style) => urlFrom(from, style)),
    ...(html === '' ? {} : { head: html }),
  }
}

/** URLs of what a page with these features loads beside what all pages do. */
export function extras(
  { assets, brand, symbols }: SpaceSite,
  from: OutputPath,
  features: readonly string[],
): Pick<SiteView, 'extraStyles' | 'extraScripts' | 'drawing'> {
  const versioned = (path: OutputPath, version = assets.version): string =>
    `${relativeUrl(from, path)}?v=${version}`
  const found = features.flatMap((feature) => assets.features.get(feature) ?? [])
  const own = brand.style && versioned(brandStyle, brand.style.version)
  return {
    extraStyles: [
      ...found.map(({ style }) => versioned(style)),
      ...(symbols === undefined ? [] : [versioned(symbolStyle, symbols.version)]),
      ...(own === undefined ? [] : [own]),
    ],
    extraScripts: found.flatMap(({ script }) => (script === undefined ? [] : [versioned(script)])),
    ...(features.includes('drawing') && assets.drawing !== undefined
      ? {
          drawing: {
            script: versioned(assets.drawing.script),
            library: urlFrom(from, assets.drawing.library),
          },
        }
      : {}),
  }
}

function switchedOff(reader: ThemeConfig['reader']): string | undefined {
  const off = Object.entries(reader).flatMap(([name, isOn]) =>
    isOn !== false || name === 'offline' || name === 'settings' ? [] : [name],
  )
  return off.length === 0 ? undefined : off.join(' ')
}

/** What pages look like as long as a reader chooses nothing, where it is not what they look like anywhere. */
function usualLooks({ theme, face, size }: ThemeConfig['reader']): SiteView['book']['usual'] {
  const usual = {
    ...(theme === 'auto' ? {} : { theme }),
    ...(face === 'sans' ? {} : { face }),
    ...(size === 17 ? {} : { size }),
  }
  return Object.keys(usual).length === 0 ? undefined : usual
}

function pictures(
  brand: Brand,
  from: OutputPath,
): { logo?: string; favicon?: string; touchIcon?: string } {
  return {
    ...optional('logo', brand.logo && urlFrom(from, brand.logo)),
    ...optional('favicon', brand.favicon && urlFrom(from, brand.favicon)),
    ...optional('touchIcon', brand.touchIcon && urlFrom(from, brand.touchIcon)),
  }
}

const emptyAssets: SiteView['assets'] = { style: '', script: '', early: '', nav: '', panels: '' }

function themeAssets(shared: SpaceSite, from: OutputPath): SiteView['assets'] {
  const { assets } = shared
  const versioned = (path: OutputPath): string => `${relativeUrl(from, path)}?v=${assets.version}`
  return {
    style: versioned(assets.style),
    script: versioned(assets.script),
    early: versioned(assets.early),
    nav: `${relativeUrl(from, assets.nav)}?v=${assets.navVersion}`,
    panels: `${relativeUrl(from, assets.panels)}?v=${assets.panelsVersion}`,
    ...(assets.search === undefined
      ? {}
      : {
          search: versioned(assets.search.script),
          searchStyle: versioned(assets.search.style),
          searchIndex: relativeUrl(from, assets.search.index),
          ...optional('searchAll', assets.search.all && relativeUrl(from, assets.search.all)),
        }),
  }
}

/** An object with one member, or none when its value is undefined. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { [name in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [name in Key]?: Value })
}

/** A page beside the chapters, unless the book lists it among them. */
function linkBeside(
  { navigation, site }: SpaceSite,
  from: OutputPath,
  file: BookPath | undefined,
  title = '',
): Link | undefined {
  if (file === undefined || navigation.levelOf(file) !== undefined) return undefined
  const output = site.outputOf(file)
  return output && { title, url: relativeUrl(from, output) }
}
