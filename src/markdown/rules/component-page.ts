// What is known of the components of a page while it is parsed.
import { startOf } from './state-lines.ts'
import type { StateBlock, Token } from 'markdown-it'
import type { Scan } from '../../components/opening.ts'
import type { KnownTag } from '../../components/table.ts'
import type { Tag } from '../../components/tag.ts'
import { indexAt } from '../../core/position.ts'
import { type Remark, createRemark } from '../remarks.ts'

/** What a page knows of its components. */
export interface PageComponents {
  readonly scan: Scan
  readonly starts: readonly number[]
}

/** On the token that opens a component. */
export interface OpenComponent {
  readonly tag: Tag
  readonly known: KnownTag
  readonly isInline?: true
  /** Content that is code, and where it begins. */
  readonly text?: string
  readonly from?: number
}

/** On tokens that open components. */
export const opened: Remark<OpenComponent> = createRemark()

/** What stands in the cells of tables, where blocks may be: a cell is one line. */
export const cellTokens: WeakSet<readonly Token[]> = new WeakSet()

/** By the `env` of the page. */
export const pages: WeakMap<object, PageComponents> = new WeakMap()

/** Does a block begin or end here? */
export function isTag({ openings, ends, stray }: Scan, at: number): boolean {
  const opening = openings.get(at)
  if (opening === undefined) return ends.has(at) || stray.has(at)
  return opening.where === 'block' && !opening.isOfLine
}

/** Is there a tag at the beginning of a line? Whoever reads raw HTML ends before it. */
export function beginsComponent(state: StateBlock, line: number): boolean {
  const at = startOf(state, line)
  const known = state.env && pages.get(state.env)
  return known !== undefined && isTag(known.scan, at)
}

/** The lines of a page that hold a tag, from 0 and in order. */
export function componentLines(env: object): readonly number[] {
  const known = pages.get(env)
  if (known === undefined) return []
  const { scan, starts } = known
  const tags = [...scan.ends.values(), ...scan.stray.values()]
  for (const { tag } of scan.openings.values()) tags.push(tag)
  const lines = tags.flatMap(({ from, to }) =>
    [from, to].map((at) => indexAt(starts, at, (start) => start)),
  )
  return [...new Set(lines)].sort((a, b) => a - b)
}
