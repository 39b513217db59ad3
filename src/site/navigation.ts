// What a page shows of the book around it: sidebar, neighbors, breadcrumbs. Everything is indexed once per space,
// and what one page carries is bounded: no page repeats the whole tree of a large book.
import type { Book, Chapter, Space, Part } from '../core/book.ts'
import { labelOf, menuOf, walkChapters } from '../core/menu.ts'
import { type BookPath, type OutputPath, folderOf, relativeUrl } from '../core/path.ts'
import { shared } from '../template/filled.ts'
import type { NavItem, NavPart } from './view.ts'

/** Books with at most this many rows carry their whole sidebar in every page. */
const WHOLE_TREE_ROWS = 80
/** In larger books a list of siblings shows this many rows on either side of the one that is open. */
const WINDOW = 20
/** In larger books so many folded parts are shown on either side of the current one. */
const PART_WINDOW = 10

/** Where things lie on the site. */
export interface SiteMap {
  outputOf(path: BookPath): OutputPath | undefined
  /** The classes of the symbol that the page has in its front matter. */
  symbolOf?(path: BookPath): string | undefined
  /** What the page says of itself in its front matter. */
  descriptionOf?(path: BookPath): string | undefined
  /** The page with the whole tree of the space. */
  readonly contents: OutputPath
}

interface Node {
  readonly chapter: Chapter
  readonly part: number
  readonly parent: Node | undefined
}

/** A page with the title that SUMMARY gives it. */
export interface Neighbor {
  readonly title: string
  readonly path: BookPath
}

/** The way around one space. */
export interface Navigation {
  readonly space: Space
  /** Title of the first entry without an anchor, else of the first entry; undefined for unlisted pages. */
  titleOf(path: BookPath): { readonly title: string; readonly exact: boolean } | undefined
  levelOf(path: BookPath): string | undefined
  /** Rows of the sidebar as one page sees them. */
  sidebar(path: BookPath, from: OutputPath): readonly NavPart[]
  /** The whole tree, for the page of all chapters. */
  tree(from: OutputPath): readonly NavPart[]
  previous(path: BookPath): Neighbor | undefined
  next(path: BookPath): Neighbor | undefined
  /** The chapters below a page. */
  below(path: BookPath): readonly Chapter[]
  /** Part and chapters above a page, outermost first. */
  trail(path: BookPath): { readonly part: string; readonly chapters: readonly Chapter[] }
}

/** Indexes a space. */
export function createNavigation(space: Space, site: SiteMap): Navigation {
  const menu = menuOf(space)
  const nodes = indexChapters(menu)
  const everyone = menu === space.parts ? nodes : indexChapters(space.parts)
  const order = readingOrder(nodes)
  const position = new Map(order.map((neighbor, index) => [neighbor.path, index]))
  const rows = countRows(menu)
  const firstPages = menu.map((part) => firstPage(part.chapters))
  const maker: Maker = {
    space,
    site,
    nodes,
    whole: rows <= WHOLE_TREE_ROWS && !space.config.theme.folding,
    firstPages,
    closed: { folder: undefined, rows: new Map() },
  }
  return {
    space,
    titleOf(path) {
      const chapter = (nodes.get(path) ?? everyone.get(path))?.chapter
      if (chapter?.kind !== 'page') return undefined
      return { title: chapter.title, exact: chapter.anchor === undefined }
    },
    levelOf: (path) => nodes.get(path)?.chapter.level,
    sidebar: (path, from) => sidebarParts(maker, path, from),
    tree: (from) =>
      menu.map((part, index) => ({
        title: part.title,
        divider: part.title === '' && index > 0,
        index,
        items: part.chapters.map((chapter) => wholeItem(maker, chapter, from)),
      })),
    previous: (path) => order[(position.get(path) ?? 0) - 1],
    next: (path) => {
      const at = position.get(path)
      return at === undefined ? undefined : order[at + 1]
    },
    below: (path) => nodes.get(path)?.chapter.children ?? [],
    trail(path) {
      const node = nodes.get(path)
      const chapters: Chapter[] = []
      for (let above = node?.parent; above; above = above.parent) chapters.unshift(above.chapter)
      return { part: menu[node?.part ?? -1]?.title ?? '', chapters }
    },
  }
}

function firstPage(chapters: readonly Chapter[]): Chapter | undefined {
  for (const chapter of walkChapters(chapters)) if (chapter.kind === 'page') return chapter
  return undefined
}

function countRows(parts: readonly Part[]): number {
  let rows = 0
  for (const part of parts) for (const _ of walkChapters(part.chapters)) rows += 1
  return rows
}

/** The entry that stands for each page: its first without an anchor, else its first. */
function indexChapters(parts: readonly Part[]): ReadonlyMap<BookPath, Node> {
  const nodes = new Map<BookPath, Node>()
  const visit = (chapter: Chapter, part: number, parent: Node | undefined): void => {
    const node = { chapter, part, parent }
    if (chapter.kind === 'page') {
      const known = nodes.get(chapter.path)?.chapter
      const better = known?.kind === 'page' && known.anchor !== undefined && !chapter.anchor
      if (known === undefined || better) nodes.set(chapter.path, node)
    }
    for (const child of chapter.children) visit(child, part, node)
  }
  parts.forEach((part, index) =>
    part.chapters.forEach((chapter) => visit(chapter, index, undefined)),
  )
  return nodes
}

function readingOrder(nodes: ReadonlyMap<BookPath, Node>): readonly Neighbor[] {
  return Array.from(nodes, ([path, { chapter }]) => ({
    level: chapter.level.split('.').map(Number),
    neighbor: { path, title: labelOf(chapter) },
  }))
    .sort((a, b) => compareLevels(a.level, b.level))
    .map(({ neighbor }) => neighbor)
}

function compareLevels(left: readonly number[], right: readonly number[]): number {
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? -1) - (right[index] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

interface Maker {
  readonly space: Space
  readonly site: SiteMap
  readonly nodes: ReadonlyMap<BookPath, Node>
  readonly whole: boolean
  /** Where the title of each part leads. */
  readonly firstPages: readonly (Chapter | undefined)[]
  /** Rows of chapters that are not open are the same on all pages of a folder, which mostly follow each other. */
  readonly closed: { folder: string | undefined; rows: Map<Chapter, NavItem> }
}

function sidebarParts(maker: Maker, path: BookPath, from: OutputPath): readonly NavPart[] {
  const node = maker.nodes.get(path)
  const openChain = new Set<Chapter>()
  for (let above = node; above; above = above.parent) openChain.add(above.chapter)
  const currentPart = node?.part ?? 0
  const folder = folderOf(from)
  if (maker.closed.folder !== folder) Object.assign(maker.closed, { folder, rows: new Map() })
  const look = { maker, path, from, openChain }
  const menu = menuOf(maker.space)
  const begin = maker.whole ? 0 : Math.max(0, currentPart - PART_WINDOW)
  const end = maker.whole ? menu.length : currentPart + PART_WINDOW + 1
  return menu.slice(begin, end).map((part, place): NavPart => {
    const index = begin + place
    const head = { title: part.title, divider: part.title === '' && index > 0, index }
    if (maker.whole || index === currentPart)
      return { ...head, items: itemsOf(look, part.chapters, true) }
    const first = maker.firstPages[index]
    const url = first && urlOf(maker.site, first, from)
    const title = part.title === '' ? (part.chapters[0]?.title ?? '') : part.title
    return { ...head, title, items: [], folded: url === undefined ? {} : { url } }
  })
}

interface Look {
  readonly maker: Maker
  readonly path: BookPath
  readonly from: OutputPath
  readonly openChain: ReadonlySet<Chapter>
}

/** The rows of one list: all in small books, a window around the open one in large books. */
function itemsOf(look: Look, chapters: readonly Chapter[], shown: boolean): readonly NavItem[] {
  const { maker, openChain } = look
  if (!maker.whole && !shown) return []
  const at = Math.max(
    0,
    chapters.findIndex((chapter) => openChain.has(chapter)),
  )
  const bounded = !maker.whole && chapters.length > 3 * WINDOW
  const first = bounded ? Math.max(0, at - WINDOW) : 0
  const last = bounded ? Math.min(chapters.length, at + WINDOW + 1) : chapters.length
  const rows = chapters.slice(first, last).map((chapter) => item(look, chapter))
  if (first > 0) rows.unshift(gap(look))
  if (last < chapters.length) rows.push(gap(look))
  return rows
}

function gap(look: Look): NavItem {
  const url = relativeUrl(look.from, look.maker.site.contents)
  const flags = { external: false, current: false, open: false, branch: false }
  return { title: '…', level: '', url, ...flags, children: [], gap: true }
}

function item(look: Look, chapter: Chapter): NavItem {
  const { maker, path, from, openChain } = look
  if (!openChain.has(chapter)) return closedItem(look, chapter)
  return {
    ...row(maker, chapter, from),
    current: chapter.kind === 'page' && chapter.path === path,
    open: true,
    children: itemsOf(look, chapter.children, true),
  }
}

function closedItem(look: Look, chapter: Chapter): NavItem {
  const { maker, from } = look
  const known = maker.closed.rows.get(chapter)
  if (known !== undefined) return known
  const children = itemsOf(look, chapter.children, false)
  const made = shared({ ...row(maker, chapter, from), current: false, open: false, children })
  maker.closed.rows.set(chapter, made)
  return made
}

function wholeItem(maker: Maker, chapter: Chapter, from: OutputPath): NavItem {
  const children = chapter.children.map((child) => wholeItem(maker, child, from))
  return { ...row(maker, chapter, from), current: false, open: false, children }
}

function row(
  maker: Maker,
  chapter: Chapter,
  from: OutputPath,
): Omit<NavItem, 'current' | 'open' | 'children'> {
  const url = urlOf(maker.site, chapter, from)
  const symbol = chapter.kind === 'page' ? maker.site.symbolOf?.(chapter.path) : undefined
  return {
    title: labelOf(chapter),
    ...(symbol === undefined ? {} : { symbol }),
    ...(maker.space.config.theme.numbers ? numberOf(chapter) : {}),
    level: chapter.level,
    ...(url === undefined ? {} : { url }),
    ...(chapter.kind === 'page' ? { path: chapter.path } : {}),
    external: chapter.kind === 'link',
    branch: chapter.children.length > 0,
  }
}

function numberOf({ number, level }: Chapter): Pick<NavItem, 'number'> {
  return number === '' ? {} : { number: `${number ?? level}.` }
}

/** Where a chapter leads from a page; undefined for a title alone. */
export function urlOf(site: SiteMap, chapter: Chapter, from: OutputPath): string | undefined {
  switch (chapter.kind) {
    case 'draft':
      return undefined
    case 'link':
      return chapter.url
    case 'page':
    case 'asset': {
      const output = site.outputOf(chapter.path)
      if (output === undefined) return undefined
      const anchor = chapter.anchor === undefined ? '' : `#${encodeURIComponent(chapter.anchor)}`
      return relativeUrl(from, output) + anchor
    }
  }
}

/** Titles that SUMMARY gives to pages: of the first entry without an anchor, else of the first. */
export function summaryTitles(book: Book): ReadonlyMap<BookPath, string> {
  const titles = new Map<BookPath, string>()
  for (const space of book.spaces)
    for (const [path, { chapter }] of indexChapters(space.parts)) titles.set(path, chapter.title)
  return titles
}
