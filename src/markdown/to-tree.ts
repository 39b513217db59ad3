// Markdown's tokens as the tree of a page. What rules add to Markdown brings its own makers: one line of the table a
// kind of token.
import type { Token } from 'markdown-it'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { indexAt } from '../core/position.ts'
import { createBuilder } from '../tree/build.ts'
import type { Builder } from '../tree/builder.ts'
import type { Source } from '../tree/facts.ts'
import { type Block, type Element, type Node, element, raw, words } from '../tree/node.ts'
import { VOID } from '../tree/names.ts'
import { endFinder, parseHtml, unpairedTags } from '../tree/parse.ts'
import { type HtmlEnds, findHtmlEnds } from './html-ends.ts'
import type { MarkdownLabels } from './labels.ts'
import type { PageState } from './page.ts'
import { ranges } from './remarks.ts'

/** Puts a token into the tree. */
export type Maker = (making: TreeContext, token: Token, index: number) => void

/** Makers by the kinds of their tokens. */
export type Makers = { readonly [type: string]: Maker }

/** A tree being made of tokens. */
export interface TreeContext {
  readonly builder: Builder
  readonly labels: MarkdownLabels
  /** The list that the token stands in. */
  readonly tokens: readonly Token[]
  /** The block whose text is being made. */
  readonly block: Token | undefined
  /** What a part of that block, or of another, is a part of. */
  sourceOf(block: Token | undefined): Source
  /** The text of the page, for parts that are told by their offsets in it. */
  readonly page: Source
  readonly report: (diagnostic: Diagnostic) => void
  /** What is being made does not say the same in Markdown as it is written: its alternate is written anew. */
  rewrite(): void
}

/** What trees are made with. */
export interface TreeKit {
  readonly makers: Makers
  /** Absent for lines that belong to no page. */
  readonly page?: PageState
  readonly labels: MarkdownLabels
  readonly report: (diagnostic: Diagnostic) => void
  /** Lines of the page, from 0 and in order, that are not the same in Markdown. */
  readonly changed?: readonly number[]
}

/** The tree of a page, or of a line. */
export function toTree(tokens: readonly Token[], kit: TreeKit): Node[] {
  return pageTree(tokens, kit).nodes
}

/** The tree of a page, and whether something in it is not Markdown as it stands in the page. */
export function pageTree(
  tokens: readonly Token[],
  kit: TreeKit,
  mostOpen?: number,
): { readonly nodes: Node[]; readonly isRewritten: boolean } {
  const builder = createBuilder(unpairedTags(kit.report), mostOpen)
  const reader = new TokenReader(builder, kit, tokens)
  reader.read(tokens)
  return {
    nodes: builder.finish(),
    isRewritten: reader.rewritten > 0 || (kit.changed ?? []).length > 0,
  }
}

/** A block whose lines may be kept, and how much was to be written anew before it. */
interface Kept {
  readonly node: Element | Block
  readonly map: readonly [number, number]
  readonly rewritten: number
}

/** HTML that is Markdown in the alternate of a page, or nothing. */
const REWRITTEN =
  /<!--|<\/?(?:details|summary|figure)\b|class=["'](?:callout|block-title|expression)/i

const NOWHERE = { file: '' } as Place

class TokenReader implements TreeContext {
  readonly builder: Builder
  readonly labels: MarkdownLabels
  readonly #kit: TreeKit
  readonly #all: readonly Token[]
  readonly page: Source
  readonly report: (diagnostic: Diagnostic) => void
  tokens: readonly Token[] = []
  block: Token | undefined
  #source: { readonly of: Token; readonly source: Source } | undefined
  /** How many pieces of HTML were read. */
  #pieces = 0
  #ends: HtmlEnds | undefined
  rewritten = 0
  #kept: Kept | undefined
  /** The lines of the outermost block before. */
  #last: readonly [number, number] = [0, 0]

  constructor(builder: Builder, kit: TreeKit, all: readonly Token[]) {
    this.builder = builder
    this.labels = kit.labels
    this.#kit = kit
    this.#all = all
    this.report = kit.report
    this.page = {
      kind: 'markdown',
      place: (from, to) => kit.page?.placeAt(from, to - from) ?? NOWHERE,
    }
  }

  read(tokens: readonly Token[]): void {
    const { tokens: outer } = this
    this.tokens = tokens
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index] as Token
      const isOfPage = this.#kit.page !== undefined && token.level === 0 && token.block
      if (isOfPage) this.#outermost(token, index)
      else this.#make(token, index)
    }
    this.tokens = outer
  }

  #make(token: Token, index: number): void {
    // Most tokens are of two kinds, for which nobody has makers.
    if (token.type === 'text') {
      if (token.content !== '') this.builder.add(words(token.content, this.sourceOf(this.block)))
      return
    }
    if (token.type === 'inline') {
      this.block = token
      this.read(token.children ?? [])
      this.block = undefined
      return
    }
    const maker = this.#kit.makers[token.type]
    if (maker !== undefined) maker(this, token, index)
    else if (token.type === 'html_block') this.#html(token, token, 'html', index)
    else if (token.type === 'html_inline') this.#html(token, this.block, 'markdown', index)
    else this.#other(token, index)
  }

  /** A block that stands in no other: nothing of its lines belongs to a container, so that they may be kept. */
  #outermost(token: Token, index: number): void {
    const { map, nesting } = token
    const siblings = this.builder.siblings()
    const { length } = siblings
    const { rewritten } = this
    // A line that others have begun is not this block's alone.
    const [from, to] = this.#last
    const isOwn = map !== null && (map[0] < from || map[0] >= to)
    this.#last = map ?? this.#last
    this.#make(token, index)
    if (nesting === 1) {
      const node = siblings[length]
      if (isOwn && isMade(node)) this.#kept = { node, map, rewritten }
    } else if (nesting === -1) {
      if (this.#kept !== undefined) this.#keep(this.#kept)
      this.#kept = undefined
    } else {
      const node = siblings[length]
      if (isOwn && isMade(node)) this.#keep({ node, map, rewritten })
    }
  }

  #keep({ node, map, rewritten }: Kept): void {
    const { changed = [] } = this.#kit
    const next = changed[indexAt(changed, map[1] - 1, (line) => line)] ?? -1
    if (rewritten === this.rewritten && !(next >= map[0] && next < map[1])) node.verbatim = map
  }

  rewrite(): void {
    this.rewritten += 1
  }

  #other(token: Token, index: number): void {
    if (token.hidden) return
    const { builder, tokens } = this
    if (token.block && token.nesting !== -1 && isAfterHidden(tokens, index)) builder.add(NEW_LINE)
    if (token.nesting === -1) builder.close()
    else {
      const node = element(token.tag, token.attrs ?? [])
      if (token.nesting === 1) builder.open(node)
      else builder.add(node)
    }
    if (token.block && !isJoined(tokens, token, index)) builder.add(NEW_LINE)
  }

  #html(token: Token, block: Token | undefined, kind: Source['kind'], index: number): void {
    this.#pieces += 1
    const piece = this.#pieces
    if (REWRITTEN.test(token.content)) this.rewrite()
    const source = kind === 'html' ? this.#newSource(block, kind) : this.sourceOf(block)
    let inPiece: ReturnType<typeof endFinder> | undefined
    const hasEnd = (name: string, from: number): boolean => {
      inPiece ??= endFinder(token.content)
      if (inPiece(name) >= from) return true
      return this.#htmlEnds().isBehind(piece, name)
    }
    const isAlone =
      kind === 'html' ? undefined : (name: string): boolean => this.#isAlone(name, index)
    const base = kind === 'html' ? 0 : (ranges.of(token)?.from ?? 0)
    const isLonger = kind === 'html' ? undefined : () => this.#htmlEnds().isLonger(piece)
    const { builder, report } = this
    parseHtml(token.content, source, { builder, report, hasEnd, isLonger, isAlone }, base)
  }

  #htmlEnds(): HtmlEnds {
    this.#ends ??= findHtmlEnds(this.#all)
    return this.#ends
  }

  /** A tag among words, the only one of its name: what an author closes in another block, or with a start tag, is none. */
  #isAlone(name: string, index: number): boolean {
    const { tokens } = this
    const isTag = (at: number): boolean => tokens[at]?.type === 'html_inline'
    if (isTag(index - 1) || isTag(index + 1)) return false
    const tag = new RegExp(`^<${name}[\\s/>]`, 'i')
    const isSame = (token: Token): boolean =>
      token.type === 'html_inline' && tag.test(token.content)
    const first = tokens.findIndex(isSame)
    if (tokens.findIndex((token, at) => at > first && isSame(token)) >= 0) return false
    return PARTS.has(name) || !this.#htmlEnds().has(name)
  }

  #newSource(block: Token | undefined, kind: Source['kind']): Source {
    const { page } = this.#kit
    return {
      kind,
      place: (from, to) =>
        block === undefined || page === undefined ? NOWHERE : page.place(block, { from, to }),
    }
  }

  sourceOf(block: Token | undefined): Source {
    if (block === undefined) return this.page
    if (this.#source?.of !== block)
      this.#source = { of: block, source: this.#newSource(block, 'markdown') }
    return this.#source.source
  }
}

/** Alone among words these begin nothing that another block could end. */
const PARTS = new Set([...VOID, 'html', 'head', 'body', 'li', 'dt', 'dd', 'tr', 'td', 'th'])

/** A node that the dialect made. */
function isMade(node: Node | undefined): node is Element | Block {
  return node?.kind === 'block' || (node?.kind === 'element' && node.tags === undefined)
}

const NEW_LINE = raw('\n')

/** In a tight list, what follows the hidden end of a paragraph begins a line. */
function isAfterHidden(tokens: readonly Token[], index: number): boolean {
  let before = index - 1
  while (before >= 0 && isHiddenLeaf(tokens[before])) before -= 1
  const token = tokens[before]
  return token?.hidden === true && token.nesting === -1
}

/** No line ends between a block and the text or the end that follows it. */
function isJoined(tokens: readonly Token[], { nesting, tag }: Token, index: number): boolean {
  if (nesting !== 1) return false
  let after = index + 1
  while (isHiddenLeaf(tokens[after])) after += 1
  const next = tokens[after]
  if (next === undefined) return false
  return next.type === 'inline' || next.hidden || (next.nesting === -1 && next.tag === tag)
}

function isHiddenLeaf(token: Token | undefined): boolean {
  return token?.hidden === true && token.nesting === 0
}
