// Lists and headings that an author wrote as HTML, as the blocks that Markdown would have given.
import { lineStarts, positionAt } from '../core/position.ts'
import type { Block, Inline, ListItem } from '../markdown/document.ts'
import { decodeText, decodeValue } from '../tree/parse.ts'
import { type Tag, attributeOf, scanTags } from '../tree/scan.ts'
import { MAX_DEPTH } from './outline-text.ts'

/** A block of raw HTML and where it begins. */
export interface HtmlRun {
  readonly html: string
  readonly line: number
  readonly column: number
}

interface PlacedRun extends HtmlRun {
  readonly starts: readonly number[]
}

/** A line and a column of the file. */
export interface Spot {
  readonly line: number
  readonly column: number
}

/** A list or an item that is still open. */
interface OpenList extends Spot {
  readonly ordered: boolean
  readonly items: ListItem[]
}

interface OpenItem extends Spot {
  text: string
  readonly links: Inline['links'][number][]
  readonly blocks: Block[]
}

interface State {
  readonly blocks: Block[]
  readonly lists: OpenList[]
  /** How many lists are open below the last level that is kept: their items stand at that level. */
  sunk: number
  tooDeep: Spot | undefined
  readonly items: OpenItem[]
  link: { readonly href: string; readonly offset: number; readonly spot: Spot } | undefined
  heading: { readonly level: number; readonly spot: Spot; text: string } | undefined
}

/**
 * The lists and headings of pieces of HTML that belong together, and where a list is too deep to be one of its own.
 * Whatever is left open is closed at the end.
 */
export function htmlBlocks(runs: readonly HtmlRun[]): {
  readonly blocks: readonly Block[]
  readonly tooDeep: Spot | undefined
} {
  const state: State = {
    blocks: [],
    lists: [],
    sunk: 0,
    tooDeep: undefined,
    items: [],
    link: undefined,
    heading: undefined,
  }
  for (const run of runs) {
    const placed: PlacedRun = { ...run, starts: lineStarts(run.html) }
    let done = 0
    for (const tag of scanTags(run.html)) {
      addText(state, run.html.slice(done, tag.start))
      done = tag.end
      visit(state, tag, placed)
    }
    addText(state, run.html.slice(done))
  }
  while (state.lists.length > 0) closeList(state)
  const { blocks, tooDeep } = state
  return { blocks, tooDeep }
}

function visit(state: State, tag: Tag, run: PlacedRun): void {
  const { name, closing } = tag
  if (name === 'ul' || name === 'ol') {
    if (closing) endList(state)
    else openList(state, name === 'ol', spotAt(run, tag.start))
  } else if (name === 'li') {
    closeItem(state)
    if (!closing && state.lists.length > 0) openItem(state, spotAt(run, tag.start))
  } else if (name === 'a') {
    closeLink(state)
    if (!closing) openLink(state, tag, run)
  } else if (/^h[1-6]$/.test(name)) {
    closeHeading(state)
    const spot = spotAt(run, tag.start)
    if (!closing) state.heading = { level: Number(name[1]), spot, text: '' }
  }
}

function openItem(state: State, spot: Spot): void {
  state.items.push({ text: '', links: [], blocks: [], ...spot })
}

function openLink(state: State, tag: Tag, run: PlacedRun): void {
  const href = attributeOf(tag, 'href')
  if (href === undefined) return
  const offset = state.items.at(-1)?.text.length ?? 0
  state.link = {
    href: decodeValue(href.value.trim()),
    offset,
    spot: spotAt(run, href.valueStart),
  }
}

function openList(state: State, ordered: boolean, spot: Spot): void {
  if (state.lists.length >= MAX_DEPTH) {
    state.sunk += 1
    state.tooDeep ??= spot
    return
  }
  closeLink(state)
  // A list directly in a list belongs to the item before it.
  const list = state.lists.at(-1)
  if (list !== undefined && state.items.length < state.lists.length) openItem(state, spot)
  state.lists.push({ ordered, items: [], ...spot })
}

function endList(state: State): void {
  if (state.sunk > 0) state.sunk -= 1
  else closeList(state)
}

function closeList(state: State): void {
  closeItem(state)
  const list = state.lists.pop()
  if (list === undefined) return
  const { ordered, items, line, column } = list
  const block: Block = { kind: 'list', ordered, items, line, column }
  const parent = state.items.at(-1)
  if (parent === undefined) state.blocks.push(block)
  else parent.blocks.push(block)
}

/** Closes the item of the innermost list, if it is open. */
function closeItem(state: State): void {
  closeLink(state)
  if (state.items.length < state.lists.length || state.lists.length === 0) return
  const item = state.items.pop()
  if (item === undefined) return
  const { line, column, text, links, blocks } = item
  const paragraph: Block = { kind: 'paragraph', inline: { text, links }, line, column }
  state.lists.at(-1)?.items.push({ blocks: [paragraph, ...blocks], line, column })
}

function closeLink(state: State): void {
  const { link } = state
  const item = state.items.at(-1)
  state.link = undefined
  if (link === undefined || item === undefined) return
  const { href, offset, spot } = link
  item.links.push({ text: item.text.slice(offset), href, offset, ...spot })
}

function closeHeading(state: State): void {
  const { heading } = state
  state.heading = undefined
  if (heading === undefined) return
  const { level, spot, text } = heading
  state.blocks.push({ kind: 'heading', level, inline: { text, links: [] }, ...spot })
}

function addText(state: State, html: string): void {
  const text = decodeText(html)
  if (state.heading !== undefined) state.heading.text += text
  const item = state.items.at(-1)
  if (item !== undefined && state.items.length === state.lists.length) item.text += text
}

function spotAt({ starts, line, column }: PlacedRun, offset: number): Spot {
  const inside = positionAt(starts, offset)
  // Only the first line begins somewhere inside a line of the file.
  const shift = inside.line === 1 ? column - 1 : 0
  return { line: line + inside.line - 1, column: inside.column + shift }
}
