// Ids of headings that their author wrote: `{#id}`, or the empty link to itself that GitBook.com writes.
import type { MarkdownIt, StateCore } from 'markdown-it'
import { attributeAs, elementOf } from '../../tree/node.ts'
import { type Remark, createRemark, origins } from '../remarks.ts'
import type { Maker, Makers } from '../to-tree.ts'

/** Adds the rule that takes an author's id out of a heading. */
export function headingIds(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'heading_ids', takeExplicitIds)
}

/** What a heading's opening token says about its id. */
interface ExplicitId {
  readonly id: string
  /** Its offset in the content of the heading as written, with the braces or the tags. */
  readonly from: number
  readonly length: number
}

/** On tokens that open a heading. */
const explicitIds: Remark<ExplicitId> = createRemark()

function takeExplicitIds(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return
    const inline = state.tokens[index + 1]
    if (inline === undefined) return
    const explicit = findBraces(inline.content) ?? findOwnAnchor(inline.content)
    if (explicit === undefined) return
    const { from, length } = explicit
    explicitIds.set(token, explicit)
    inline.content = (inline.content.slice(0, from) + inline.content.slice(from + length)).trimEnd()
  })
}

/** Classes behind an id are for style sheets of others. */
const CLASSES = /(?:\s+\.[\w-]+)+$/

/** From the first `{#`, or `{ #`, to the last `}`, unless it stands in code or is escaped. */
function findBraces(content: string): ExplicitId | undefined {
  const from = content.search(/\{[ \t]*#/)
  if (from < 0) return undefined
  const close = content.lastIndexOf('}')
  if (close < from || content[from - 1] === '\\') return undefined
  if ((content.slice(0, from).split('`').length - 1) % 2 === 1) return undefined
  const id = content
    .slice(content.indexOf('#', from) + 1, close)
    .trim()
    .replace(CLASSES, '')
    .replace(/\s+/g, '-')
  return id === '' ? undefined : { id, from, length: close + 1 - from }
}

const OWN_ANCHOR =
  /<a\s+(?:href="#([^"#&]+)"\s+id="([^"]+)"|id="([^"]+)"\s+href="#([^"#&]+)")\s*>\s*<\/a>\s*$/

/** At the end of a heading, a link without text that leads to itself. Left in the page, it would be a stop of the Tab key. */
function findOwnAnchor(content: string): ExplicitId | undefined {
  if (!content.includes('<a')) return undefined
  const found = OWN_ANCHOR.exec(content)
  const id = found?.[2] ?? found?.[3]
  if (found === null || id === undefined || id !== (found[1] ?? found[4])) return undefined
  return { id, from: found.index, length: found[0].length }
}

const openHeading: Maker = (making, token, index) => {
  const { builder, tokens, page } = making
  const inline = tokens[index + 1]
  const explicit = explicitIds.of(token)
  const attributes = (token.attrs ?? []).map(([name, value]) => attributeAs(name, String(value)))
  if (explicit !== undefined) {
    const from = (origins.of(inline)?.[0] ?? 0) + explicit.from
    const at = { source: page, from, to: from + explicit.length }
    attributes.push(attributeAs('id', explicit.id, at))
  }
  const at = { source: making.sourceOf(inline), from: 0, to: inline?.content.length ?? 0 }
  builder.open(elementOf(token.tag, attributes, [], { at }))
}

/** Headings with the ids that were written. */
export const headingMakers: Makers = { heading_open: openHeading }
