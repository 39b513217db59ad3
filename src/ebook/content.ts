// What a page says, without how a site shows it: blocks and lines as plain data, valid by construction. It is read from
// the tree of a page while that is rendered, and every writer of an ebook starts from it.
import type { Place } from '../core/diagnostic.ts'

/** What is written on one page. */
export interface Content {
  readonly blocks: readonly Block[]
  /** Its footnotes, in the order of their first calls. */
  readonly notes: readonly Note[]
}

/** A footnote. */
export interface Note {
  readonly id: string
  readonly number: string
  readonly blocks: readonly Block[]
}

/** How words are set. The names are those of HTML's elements. */
export type Style =
  // prettier-ignore
  | 'em'
  | 'strong'
  | 'del'
  | 'ins'
  | 'sub'
  | 'sup'
  | 'mark'
  | 'small'
  | 'kbd'
  | 'samp'
  | 'code'
  | 'var'
  | 'q'
  | 'cite'
  | 'dfn'
  | 'u'

/** Something in a line. White space in words means a single space. */
export type Inline =
  | string
  | { readonly kind: 'styled'; readonly as: Style; readonly children: readonly Inline[] }
  | Link
  | Picture
  | { readonly kind: 'break' }
  /** The call of a footnote. */
  | { readonly kind: 'call'; readonly note: string; readonly id?: string }
  | { readonly kind: 'ruby'; readonly children: readonly Inline[]; readonly text: string }
  | { readonly kind: 'anchor'; readonly id: string }
  | {
      readonly kind: 'abbreviation'
      readonly title: string
      readonly children: readonly Inline[]
    }
  | Passage
  | Formula

/** A formula. */
export interface Formula {
  readonly kind: 'formula'
  readonly tex: string
  /** On a line of its own. */
  readonly isDisplay?: true
  /** What stands at the edge of its line: `(1)`. */
  readonly number?: string
  /** Whole and with its namespace; absent when nobody could read the formula. */
  readonly mathml?: string
}

/** Words in a language or a direction of their own. */
export interface Passage extends Speech {
  readonly kind: 'passage'
  readonly children: readonly Inline[]
}

/** Language and direction, where they differ from what is around. */
export interface Speech {
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
}

/** A link, as it leads from the page of the site. */
export interface Link {
  readonly kind: 'link'
  readonly to: string
  readonly children: readonly Inline[]
  readonly id?: string
  readonly at?: Place
}

/** A picture, by its address as seen from the page of the site. */
export interface Picture {
  readonly kind: 'picture'
  readonly src: string
  /** Absent when its author said nothing; '' for a picture that says nothing. */
  readonly alt?: string
  readonly width?: number
  readonly height?: number
  readonly at?: Place
}

/** A block. An id is what links lead to. */
export type Block = { readonly id?: string } & (
  | {
      readonly kind: 'paragraph'
      readonly children: readonly Inline[]
      readonly align?: Align
      readonly isTitle?: true
      /** It stays with what follows: a title, the day of an update, the name of an example. */
      readonly leads?: true
    }
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | List
  | { readonly kind: 'terms'; readonly entries: readonly Entry[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | Code
  | {
      readonly kind: 'callout'
      readonly callout: string
      readonly title: readonly Inline[]
      readonly blocks: readonly Block[]
    }
  | Table
  | {
      readonly kind: 'figure'
      readonly blocks: readonly Block[]
      readonly caption: readonly Inline[]
    }
  | { readonly kind: 'rule' }
  /** What belongs together: a tab, a card, a box of the author. */
  | ({
      readonly kind: 'group'
      readonly title?: readonly Inline[]
      readonly blocks: readonly Block[]
    } & Speech)
  /** A drawing in SVG, whole, with its namespaces and its name; its size where it tells one, and the ids in it. */
  | {
      readonly kind: 'drawing'
      readonly svg: string
      readonly alt: string
      readonly ids: readonly string[]
      readonly width?: number
      readonly height?: number
    }
)

/** Blocks of one kind. */
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>

/** What is done with each kind of block. */
export type PerBlock<Args extends readonly unknown[], Result> = {
  readonly [Kind in Block['kind']]: (block: BlockOf<Kind>, ...args: Args) => Result
}

/** Does with a block what is done with its kind. */
export function forBlock<Args extends readonly unknown[], Result>(
  table: PerBlock<Args, Result>,
  block: Block,
  ...args: Args
): Result {
  const act = table[block.kind] as (block: Block, ...args: Args) => Result
  return act(block, ...args)
}

/** What stands in lines beside words. */
export type InlineElement = Exclude<Inline, string>

/** What is done with each kind of thing in a line. */
export type PerInline<Args extends readonly unknown[], Result> = {
  readonly [Kind in InlineElement['kind']]: (
    inline: Extract<InlineElement, { readonly kind: Kind }>,
    ...args: Args
  ) => Result
}

/** Does with something in a line what is done with its kind. */
export function forInline<Args extends readonly unknown[], Result>(
  table: PerInline<Args, Result>,
  inline: InlineElement,
  ...args: Args
): Result {
  const act = table[inline.kind] as (inline: InlineElement, ...args: Args) => Result
  return act(inline, ...args)
}

/** Where words stand in their line. */
export type Align = 'left' | 'center' | 'right'

/** A list. */
export interface List {
  readonly kind: 'list'
  readonly isOrdered: boolean
  readonly start?: number
  /** `a`, `A`, `i` or `I` instead of numbers. */
  readonly marker?: string
  readonly items: readonly Item[]
}

/** An item of a list; a task says whether it is done. */
export interface Item {
  readonly id?: string
  readonly blocks: readonly Block[]
  readonly isDone?: boolean
}

/** Terms, and what is said of them. */
export interface Entry {
  readonly terms: readonly { readonly id?: string; readonly children: readonly Inline[] }[]
  readonly details: readonly (readonly Block[])[]
}

/** Code, line by line; each line is made of runs. */
export interface Code {
  readonly kind: 'code'
  readonly language: string
  readonly title?: readonly Inline[]
  readonly lines: readonly (readonly Run[])[]
  /** The number of the first line, where lines are numbered. */
  readonly first?: number
  /** What is said of lines, by their places in `lines`; absent when nothing is. */
  readonly marks?: { readonly [line: number]: LineMark }
}

/** What an author said of a line of code: it is new or gone, wrong or doubtful, or only to be seen. */
export type LineMark = 'mark' | 'ins' | 'del' | 'focus' | 'error' | 'warning'

/** A piece of code and what it is for a highlighter: `keyword`, `comment`; '' for the rest. */
export type Run = readonly [text: string, kind: string]

/** A table whose rows all have the same number of columns. */
export interface Table {
  readonly kind: 'table'
  readonly caption: readonly Inline[]
  readonly columns: number
  readonly head: readonly Row[]
  readonly body: readonly Row[]
}

/** More columns than this leave less room than a long word takes. */
export const MANY = 8

/** A row of a table, without the cells that reach down from rows above. */
export type Row = readonly Cell[]

/** A cell of a table. */
export interface Cell {
  readonly isHeader: boolean
  readonly align?: Align
  readonly columns: number
  readonly rows: number
  readonly blocks: readonly Block[]
}
