// What SUMMARY and LANGS have in common: lists of links under headings. A list is a section, a heading of level two to
// four before it is its title, and everything else only separates.
import { append } from '../core/list.ts'
import { foldSpace } from '../core/text.ts'
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import type { TextFile } from '../files/files.ts'
import { rememberTexts } from '../files/remember-texts.ts'
import { parseBlocks } from '../markdown/document.ts'
import type { Block, Inline, InlineLink, ListItem, Spot } from '../markdown/structure.ts'
import { asciidocBlocks } from '../asciidoc/blocks.ts'
import { problem } from '../messages/problem.ts'
import { askedOf, leadsToPage, meantLink, nameOf, withoutBrackets } from './outline-titles.ts'
import { linksBeside, unlisted } from './outline-lost.ts'
import { lineRemarks } from './outline-remarks.ts'
import { type OutlineText, outlineText, plainText } from './outline-text.ts'
import { isAsciidocPath } from './output.ts'

/** An item of a list. */
export interface Entry {
  /** Plain text; '' never occurs. */
  readonly title: string
  /** The destination of its first link as written, and where that stands. */
  readonly link?: { readonly href: string; readonly at: Place; readonly title?: string }
  readonly children: readonly Entry[]
  readonly at: Place
  /** What it asks GitBook.com to make, in YAML; it has no link. */
  readonly asks?: string
}

/** A list with its title, or a title without a list. */
export interface Section {
  readonly title: string
  /** Of its heading, when it has one: `## Title <a href="#id" id="id"></a>`. */
  readonly anchor?: string
  readonly entries: readonly Entry[]
  /** Chapters before or behind those that are numbered. */
  readonly isUnnumbered?: true
}

interface ReaderState {
  readonly file: BookPath
  /** The lines of the file as they were written. */
  readonly lines: readonly string[]
  readonly original: OutlineText['originalColumn']
  readonly diagnostics: Diagnostic[]
  /** Links around the lists are chapters, and any heading but the first begins a part: as mdBook has it. */
  readonly hasLoose: boolean
  /** So do words before a list, as in wikis. */
  readonly hasTitledLists: boolean
  /** What its items begin with. */
  readonly marker: string
  /** Links that are no items. */
  readonly lost: InlineLink[]
}

/** A structure file as blocks, with the way back to the places of its text. */
export interface Structure {
  readonly blocks: readonly Block[]
  readonly outline: OutlineText
  /** Where a list nests deeper than any may. */
  readonly tooDeep: Spot | undefined
}

/** The blocks of a structure file, front matter aside. */
export function structureOf(file: BookPath, text: string): Structure {
  if (isAsciidocPath(file)) {
    return { blocks: asciidocBlocks(text), outline: plainText(text), tooDeep: undefined }
  }
  const outline = outlineText(withoutFrontMatter(text))
  const deep: Spot[] = outline.tooDeep.map((line) => ({ line, column: 1 }))
  const blocks = parseBlocks(outline.text, (at) => deep.push(at))
  return { blocks, outline, tooDeep: deep[0] }
}

/** Blanks front matter, of which structure files have no use. Without a `key:` it is text between two lines. */
function withoutFrontMatter(text: string): string {
  const [front] = /^---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?=\n|$)/.exec(text) ?? []
  if (front === undefined) return text
  const isMapping = /^[^\s#:*+-][^:\n]*:(?:\s|$)/m.test(front) || front.split('\n').length === 2
  return isMapping ? front.replaceAll(/[^\n]/g, '') + text.slice(front.length) : text
}

/** The sections of a structure file in order. */
export const parseOutline: (file: BookPath, source: TextFile) => Outcome<readonly Section[]> =
  rememberTexts((file, { text }) => readOutline(file, text))

/** The same of mdBook, where links around the lists are chapters, and any heading but the first begins a part. */
export const parseMdbookOutline: typeof parseOutline = rememberTexts((file, { text }) =>
  readOutline(file, text, { hasLoose: true }),
)

/** The same of the sidebar of a wiki, where words before a list are its title, too. */
export const parseSidebar: typeof parseOutline = rememberTexts((file, { text }) =>
  readOutline(file, text, { hasLoose: true, hasTitledLists: true }),
)

function readOutline(
  file: BookPath,
  text: string,
  {
    hasLoose = false,
    hasTitledLists = false,
  }: Partial<Pick<ReaderState, 'hasLoose' | 'hasTitledLists'>> = {},
): Outcome<readonly Section[]> {
  const { blocks, outline, tooDeep } = structureOf(file, text)
  const diagnostics: Diagnostic[] = [...lineRemarks(file, outline)]
  if (tooDeep !== undefined) diagnostics.push(problem('summary/too-deep', { file, start: tooDeep }))
  const lines = text.split('\n')
  const [, marker = '*'] = lines.map((line) => /^\s*([*+-])\s/.exec(line)).find(Boolean) ?? []
  const original = outline.originalColumn
  const manner = { hasLoose, hasTitledLists, marker }
  const reading: ReaderState = { file, lines, original, diagnostics, ...manner, lost: [] }
  const sections = readSections(reading, blocks)
  reportLost(reading, sections)
  return { value: sections, diagnostics }
}

function readSections(reading: ReaderState, blocks: readonly Block[]): readonly Section[] {
  const sections: Section[] = []
  const [name] = blocks
  let begun: Section | undefined
  for (const [index, block] of blocks.entries()) {
    const entries = entriesOf(reading, block)
    if (entries.length > 0 || block.kind === 'list') {
      const isUnnumbered = block.kind === 'list' ? {} : ({ isUnnumbered: true } as const)
      sections.push({ title: '', ...begun, entries, ...isUnnumbered })
      begun = undefined
    } else if (block.kind === 'heading' && isPartTitle(reading, block, name)) {
      if (begun !== undefined) sections.push(begun)
      begun = sectionUnder(block)
    } else if (reading.hasTitledLists && isTitleOf(blocks[index + 1], block)) {
      if (begun !== undefined) sections.push(begun)
      begun = { title: foldSpace(block.inline.text), entries: [] }
    }
  }
  if (begun !== undefined) sections.push(begun)
  reportAround(reading, blocks)
  return sections
}

/** The chapters that a block at the top names. */
function entriesOf(reading: ReaderState, block: Block): readonly Entry[] {
  if (block.kind === 'list') return readItems(reading, block.items)
  if (!reading.hasLoose || block.kind !== 'paragraph') return []
  return block.inline.links.flatMap((link) => {
    const { text, href } = link
    const title = foldSpace(text) || nameOf(href)
    const at = addressOf(reading, link)
    if (title === '') return []
    return [{ title, ...(href === '' ? {} : { link: { href, at } }), children: [], at }]
  })
}

type Heading = Extract<Block, { kind: 'heading' }>

function isPartTitle({ hasLoose }: ReaderState, block: Heading, name: Block | undefined): boolean {
  const { level } = block
  return hasLoose ? block !== name || level > 1 : level >= 2 && level <= 4
}

/** Beyond this length words before a list are prose. */
const LONGEST_TITLE = 80

function isTitleOf(
  list: Block | undefined,
  block: Block,
): block is Extract<Block, { kind: 'paragraph' }> {
  if (list?.kind !== 'list' || block.kind !== 'paragraph') return false
  const { length } = foldSpace(block.inline.text)
  return length > 0 && length <= LONGEST_TITLE
}

function sectionUnder({ inline }: Heading): Section {
  const anchor = inline.links.find(({ text, href }) => text === '' && /^#./.test(href))
  const title = foldSpace(inline.text)
  return { title, ...(anchor === undefined ? {} : { anchor: anchor.href.slice(1) }), entries: [] }
}

/** What stands around the lists and means nothing there: links, and headings beside the name of the file. */
function reportAround(reading: ReaderState, blocks: readonly Block[]): void {
  if (reading.hasLoose) return
  const name = blocks.find(({ kind }) => kind === 'list' || kind === 'heading')
  for (const block of blocks) {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') continue
    append(reading.lost, linksBeside(block.inline))
    if (block.kind === 'paragraph' || isPartTitle(reading, block, name)) continue
    if (block !== name || block.level > 1) reportHeading(reading, block)
  }
}

function reportLost(reading: ReaderState, sections: readonly Section[]): void {
  if (reading.lost.length === 0) return
  for (const link of unlisted(
    reading.lost,
    sections.flatMap(({ entries }) => addressesOf(entries)),
  )) {
    const better = `${reading.marker} [${foldSpace(link.text)}](${link.href})`
    const at = addressOf(reading, link)
    reading.diagnostics.push(problem('summary/lost-link', at, { written: link.href, better }))
  }
}

function addressesOf(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ link, children }) => [
    ...(link === undefined ? [] : [link.href]),
    ...addressesOf(children),
  ])
}

function reportHeading(reading: ReaderState, block: Heading): void {
  const title = foldSpace(block.inline.text)
  if (title !== '')
    reading.diagnostics.push(problem('summary/lost-heading', spot(reading, block), { title }))
}

function readItems(reading: ReaderState, items: readonly ListItem[]): readonly Entry[] {
  const entries: Entry[] = []
  for (const item of items) {
    const found = readItem(reading, item)
    const before = isListInList(item) ? entries.pop() : undefined
    if (before === undefined) entries.push(...found)
    else entries.push({ ...before, children: [...before.children, ...found] })
  }
  return entries
}

/** `* * [A](a.md)`: programs write a list so that stands directly in a list. It belongs to the item before. */
function isListInList({ blocks: [only, ...others], line }: ListItem): boolean {
  return only?.kind === 'list' && !only.ordered && only.line === line && others.length === 0
}

/** One entry; an item without any text gives its children to the list that it is in. */
function readItem(reading: ReaderState, item: ListItem): readonly Entry[] {
  const texts = item.blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'heading' ? [block.inline] : [],
  )
  const children = item.blocks.flatMap((block) =>
    block.kind === 'list' ? readItems(reading, block.items) : [],
  )
  const at = spot(reading, item)
  const link = firstLink(reading, texts)
  const title = titleOf(texts, link?.text)
  for (const text of texts) append(reading.lost, linksBeside(text, link?.href))
  if (title !== '') {
    if (link === undefined) {
      const meant = meantLink(title)
      if (meant === undefined) return [{ title: withoutBrackets(title), children, at }]
      const { text, href } = meant
      const better = `${reading.marker} [${text}](${href})`
      reading.diagnostics.push(problem('summary/broken-link', at, { better }))
      if (!leadsToPage(href)) return [{ title, children, at }]
      return [{ title: text, link: { href, at }, children, at }]
    }
    const { text: _text, ...target } = link
    return [{ title, link: target, children, at }]
  }
  if (link === undefined) {
    const asks = askedOf(reading.lines, item)
    if (asks !== undefined) return [{ title: 'API', asks, children, at }]
    if (children.length === 0 || texts.length > 0)
      reading.diagnostics.push(problem('summary/empty-title', at))
    return children
  }
  reading.diagnostics.push(problem('summary/empty-title', link.at))
  return [{ title: nameOf(link.href), link, children, at }]
}

function firstLink(
  reading: ReaderState,
  texts: readonly Inline[],
): (NonNullable<Entry['link']> & { readonly text: string }) | undefined {
  const link = texts.flatMap(({ links }) => links).find(({ href }) => href !== '')
  if (link === undefined) return undefined
  const { text, href } = link
  const title = link.title === undefined ? {} : { title: foldSpace(link.title) }
  return { text, href, ...title, at: addressOf(reading, link) }
}

/** Where the address of a link stands. */
function addressOf(reading: ReaderState, link: InlineLink): Place {
  const { line, column } = spot(reading, link).start ?? link
  const { href } = link
  // Written in another way, with escapes or over two lines, it ends who knows where.
  const isWritten = reading.lines[line - 1]?.startsWith(href, column - 1) === true
  const end = isWritten ? { end: { line, column: column + href.length } } : {}
  return { file: reading.file, start: { line, column }, ...end }
}

/** The text of the link, else all of the first paragraph. */
function titleOf(texts: readonly Inline[], linked: string | undefined): string {
  const title = foldSpace(linked ?? '')
  if (title !== '' || linked !== undefined) return title
  return texts.map(({ text }) => foldSpace(text)).find((text) => text !== '') ?? ''
}

function spot(reading: ReaderState, at: { readonly line: number; readonly column: number }): Place {
  const column = Math.max(1, reading.original(at.line, at.column))
  return { file: reading.file, start: { line: at.line, column } }
}
