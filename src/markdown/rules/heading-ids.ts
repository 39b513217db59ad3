// Ids of headings: `{#id}` in the source, or the empty link to itself that GitBook.com writes, else GitBook's slug of the
// text, unique on the page. And the link that each heading has to itself.
import type { MarkdownIt, RendererRule, StateCore } from 'markdown-it'
import { fragment } from '../fragment.ts'
import { attributes } from '../html.ts'
import { ENGLISH } from '../labels.ts'
import { pageOf } from '../page.ts'
import { type Remark, createRemark } from '../remarks.ts'

/** Adds the rule that takes an author's id out of a heading, and the link after its text. */
export function headingIds(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'heading_ids', takeExplicitIds)
  md.renderer.rules['heading_close'] = renderClose
}

/** What a heading's opening token says about its id. */
export interface ExplicitId {
  readonly id: string
  /** Its offset in the content of the heading as written, with the braces or the tags. */
  readonly from: number
  readonly length: number
  /** The id is this heading's own; false when another element has it already. */
  readonly reserved: boolean
}

/** On tokens that open a heading. */
export const explicitIds: Remark<ExplicitId> = createRemark()
/** Id and text of a heading, on the token that closes it. */
export const headingLinks: Remark<{ readonly id: string; readonly text: string }> = createRemark()

function takeExplicitIds(state: StateCore): void {
  for (const [index, token] of state.tokens.entries()) {
    if (token.type !== 'heading_open') continue
    const inline = state.tokens[index + 1]
    if (inline === undefined) continue
    const explicit = findBraces(inline.content) ?? findOwnAnchor(inline.content)
    if (explicit === undefined) continue
    const { from, length } = explicit
    explicitIds.set(token, explicit)
    inline.content = (inline.content.slice(0, from) + inline.content.slice(from + length)).trimEnd()
  }
}

/** From the first `{#` to the last `}`, unless it stands in code or is escaped. */
function findBraces(content: string): ExplicitId | undefined {
  const from = content.indexOf('{#')
  if (from < 0) return undefined
  const close = content.lastIndexOf('}')
  if (close < from || content[from - 1] === '\\') return undefined
  if ((content.slice(0, from).split('`').length - 1) % 2 === 1) return undefined
  const id = content
    .slice(from + 2, close)
    .trim()
    .replace(/\s+/g, '-')
  return id === '' ? undefined : { id, from, length: close + 1 - from, reserved: true }
}

const OWN_ANCHOR =
  /<a\s+(?:href="#([^"#&]+)"\s+id="([^"]+)"|id="([^"]+)"\s+href="#([^"#&]+)")\s*>\s*<\/a>\s*$/

/** At the end of a heading, a link without text that leads to itself. Left in the page, it would be a stop of the Tab key. */
function findOwnAnchor(content: string): ExplicitId | undefined {
  if (!content.includes('<a')) return undefined
  const found = OWN_ANCHOR.exec(content)
  const id = found?.[2] ?? found?.[3]
  if (found === null || id === undefined || id !== (found[1] ?? found[4])) return undefined
  return { id, from: found.index, length: found[0].length, reserved: true }
}

const renderClose: RendererRule = (tokens, index, _options, env) => {
  const token = tokens[index]
  const close = `</${token?.tag ?? 'h1'}>\n`
  const heading = headingLinks.of(token)
  if (heading === undefined) return close
  const link = attributes([
    ['class', 'heading-anchor'],
    ['href', fragment(heading.id)],
    ['aria-label', `${(pageOf(env)?.labels ?? ENGLISH).anchor}: ${heading.text}`],
  ])
  return `<a${link}></a>${close}`
}
