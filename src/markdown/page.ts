// What the engine knows of the page being rendered. It travels in markdown-it's `env`, the only thing that rules share.
import type { Range } from '../core/range.ts'
import type { Env, Token } from 'markdown-it'
import type { Layouts } from '../components/define.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import type { MarkdownLabels } from './labels.ts'
import { createPlacer } from './positions.ts'

/** One page on its way through the engine. */
export interface PageState {
  readonly labels: MarkdownLabels
  readonly diagnostics: Diagnostic[]
  /** What of the text is none of ours: tags in it are words. */
  readonly literal: readonly Range[]
  /** What of it other files brought. */
  readonly parts: readonly Range[]
  /** Its number in SUMMARY, where something on the page needs it. */
  readonly level?: string | undefined
  /** How many pictures with captions come before its own in the book. */
  readonly picturesBefore?: (() => number) | undefined
  /** It was written for GitBook.com. */
  readonly isOfGitbookCom?: boolean | undefined
  readonly isOfMdbook?: boolean | undefined
  /** Where a name in two brackets leads, and whether anything is there; absent where brackets are brackets. */
  readonly pageNamed?: PageNamed | undefined
  /** Does the book itself define a block of this name? */
  readonly isDefined?: (name: string) => boolean
  /** The place of a part of a block's content. */
  place(block: Token, range: Range): Place
  /** The place of a part of the page's text. */
  placeAt(offset: number, length: number): Place
}

/** Finds a page by the name that a link of a wiki gives it; undefined when that is no link. */
export type PageNamed = (
  written: string,
) => { readonly href: string; readonly isFound: boolean } | undefined

/** What a page is made of. */
export interface PageSource {
  readonly path: BookPath
  readonly text: string
  readonly firstLine: number
  /** Ranges in which tags are words: their author protected them with `{% raw %}`. */
  readonly literal?: readonly Range[]
  readonly parts?: readonly Range[]
  readonly level?: string | undefined
  readonly picturesBefore?: (() => number) | undefined
  readonly layouts?: Layouts | undefined
  readonly isOfGitbookCom?: boolean | undefined
  readonly isOfMdbook?: boolean | undefined
  readonly pageNamed?: PageNamed | undefined
}

const pages = new WeakMap<Env, PageState>()

/** A page without problems yet, and the `env` by which rules find it. */
export function openPage(
  source: PageSource,
  labels: MarkdownLabels,
): { readonly page: PageState; readonly env: Env } {
  const { path, text, firstLine, literal = [], parts = [], layouts, level } = source
  const { isOfGitbookCom, isOfMdbook, pageNamed, picturesBefore } = source
  const placer = createPlacer(text, firstLine)
  const page: PageState = {
    labels,
    diagnostics: [],
    literal,
    parts,
    level,
    picturesBefore,
    isOfGitbookCom,
    isOfMdbook,
    pageNamed,
    ...(layouts && { isDefined: (name: string) => layouts.has(name) }),
    place: (block, range) => ({ file: path, ...placer.place(block, range) }),
    placeAt: (offset, length) => ({ file: path, ...placer.at(offset, length) }),
  }
  const env: Env = {}
  pages.set(env, page)
  return { page, env }
}

/** The page of an `env`; undefined when only structure is read. */
export function pageOf(env: Env | undefined): PageState | undefined {
  return env && pages.get(env)
}
