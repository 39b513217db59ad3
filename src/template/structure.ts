// Which statements belong together: openings, what divides them, and ends.
import { setHasBody } from './inspect.ts'
import type { Tag } from './scan.ts'

/** How a tag that somebody registered is written. */
export interface BlockSpelling {
  /** The tag that closes it: 'end' and its name unless said otherwise; `null` for a tag without content. */
  readonly end?: string | null
  /** Inner tags that divide its content. */
  readonly sections?: readonly string[]
  /** Its content is left as written: nothing in it is expanded. */
  readonly verbatim?: boolean
  /**
   * Makes text of the block, which takes its place in the page. Left out, the block's tags stay in the page for a
   * later step, and only its content is expanded.
   */
  readonly render?: (block: TemplateBlock) => BlockResult | Promise<BlockResult>
}

/**
 * What a block becomes: text in its place, or text around its content. The second keeps the lines of the content
 * where they were written, so that problems in them point there.
 */
export type BlockResult = string | { readonly before: string; readonly after: string }

/** A registered block as its `render` gets it. Bodies are expanded text, not HTML. */
export interface TemplateBlock {
  readonly name: string
  readonly args: readonly unknown[]
  readonly kwargs: { readonly [name: string]: unknown }
  readonly body: string
  /** What `sections` divided, in order. */
  readonly blocks: readonly Omit<TemplateBlock, 'blocks'>[]
}

/** A statement with its companions. */
export interface Group {
  readonly open: Tag
  readonly middles: readonly Tag[]
  /** Undefined for a statement that stands alone. */
  readonly end?: Tag
  /** Who registered it; undefined for the engine's own. */
  readonly spelling?: BlockSpelling
}

/** The statements of a text, arranged. */
export interface Structure {
  /** By opening tag; a divider or an end maps to the group that it belongs to. */
  readonly groups: ReadonlyMap<Tag, Group>
  /** Openings without an end, and dividers and ends without an opening. */
  readonly loose: readonly { readonly tag: Tag; readonly expected: string }[]
  /** Statements that nobody knows. */
  readonly unknown: readonly Tag[]
}

interface Shape {
  readonly end?: string
  readonly middles: readonly string[]
  readonly spelling?: BlockSpelling
}

const SHAPES: { readonly [name: string]: Shape } = {
  if: { end: 'endif', middles: ['elif', 'elseif', 'else'] },
  for: { end: 'endfor', middles: ['else'] },
  switch: { end: 'endswitch', middles: ['case', 'default'] },
  macro: { end: 'endmacro', middles: [] },
  call: { end: 'endcall', middles: [] },
  block: { end: 'endblock', middles: [] },
  filter: { end: 'endfilter', middles: [] },
  include: { middles: [] },
  extends: { middles: [] },
  import: { middles: [] },
  from: { middles: [] },
}

interface Opened {
  readonly tag: Tag
  readonly shape: Shape
  readonly middles: Tag[]
}

/** Arranges the statements of a text. */
export function arrange(
  tags: readonly Tag[],
  blocks: ReadonlyMap<string, BlockSpelling>,
): Structure {
  const groups = new Map<Tag, Group>()
  const loose: { tag: Tag; expected: string }[] = []
  const unknown: Tag[] = []
  const stack: Opened[] = []
  const companions = companionNames(blocks)

  const close = (opener: number, tag: Tag): void => {
    // What was opened inside and never closed is not a statement.
    for (const { tag: inner, shape } of stack.splice(opener + 1))
      loose.push({ tag: inner, expected: shape.end ?? '' })
    const opened = stack[opener]
    if (opened === undefined) return
    if (tag.name !== opened.shape.end) return void opened.middles.push(tag)
    stack.pop()
    const group = groupOf(opened, tag)
    for (const member of [group.open, ...group.middles, tag]) groups.set(member, group)
  }

  for (const tag of tags) {
    if (tag.kind !== 'statement') continue
    const shape = shapeOf(tag, blocks)
    const opener = shape === undefined ? openerOf(tag, stack) : -1
    const expected = companions.get(tag.name)
    if (shape?.end !== undefined) stack.push({ tag, shape, middles: [] })
    else if (shape !== undefined) groups.set(tag, groupOf({ tag, shape, middles: [] }))
    else if (opener >= 0) close(opener, tag)
    else if (expected !== undefined) loose.push({ tag, expected })
    else unknown.push(tag)
  }
  for (const { tag, shape } of stack) loose.push({ tag, expected: shape.end ?? '' })
  return { groups, loose, unknown }
}

function shapeOf(tag: Tag, blocks: ReadonlyMap<string, BlockSpelling>): Shape | undefined {
  if (tag.name === 'set') return setHasBody(tag) ? { end: 'endset', middles: [] } : { middles: [] }
  if (Object.hasOwn(SHAPES, tag.name)) return SHAPES[tag.name]
  const spelling = blocks.get(tag.name)
  if (spelling === undefined) return undefined
  const end = spelling.end === undefined ? `end${tag.name}` : spelling.end
  return {
    ...(end === null ? {} : { end }),
    middles: spelling.sections ?? [],
    spelling,
  }
}

function groupOf({ tag, shape, middles }: Opened, end?: Tag): Group {
  return {
    open: tag,
    middles,
    ...(end === undefined ? {} : { end }),
    ...(shape.spelling === undefined ? {} : { spelling: shape.spelling }),
  }
}

/** The innermost opening that a divider or an end belongs to; -1 when there is none. */
function openerOf(tag: Tag, stack: readonly Opened[]): number {
  return stack.findLastIndex(
    ({ shape }) => shape.end === tag.name || shape.middles.includes(tag.name),
  )
}

/** Names of dividers and ends, with what should open them. */
function companionNames(blocks: ReadonlyMap<string, BlockSpelling>): ReadonlyMap<string, string> {
  const names = new Map<string, string>([['endset', 'set']])
  for (const [name, { end, middles }] of Object.entries(SHAPES))
    for (const companion of [...middles, ...(end === undefined ? [] : [end])])
      if (!names.has(companion)) names.set(companion, name)
  for (const [name, { end, sections }] of blocks) {
    if (end !== null) names.set(end ?? `end${name}`, name)
    for (const section of sections ?? []) names.set(section, name)
  }
  return names
}
