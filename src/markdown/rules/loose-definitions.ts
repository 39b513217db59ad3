// `[label]: address` below the last line of a paragraph ends it, as in GitBook: CommonMark wants an empty line between them
// and shows the definition, with every link that it was for, as text. Only what looks like an address counts.
import type { MarkdownIt, StateBlock } from 'markdown-it'
import { isIndented, lineOf, startOf } from './state-lines.ts'

const TARGET = String.raw`(?:https?:\/\/|mailto:|\.{1,2}\/|#|[\w./-]+\.(?:md|html?|adoc|png|jpe?g|gif|svg))`
const TITLE = String.raw`(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?`
const DEFINITION = new RegExp(
  String.raw`^\[(?!\^)[^[\]\n]+\]:[ \t]*(?:${TARGET}[^\s<>]*|<${TARGET}[^<>]*>)${TITLE}[ \t]*$`,
  'i',
)

/** Adds the rule: it ends paragraphs, and what begins then is read by the rule for definitions. */
export function looseDefinitions(md: MarkdownIt): void {
  md.block.ruler.before('paragraph', 'loose_definition', endsParagraph, { alt: ['paragraph'] })
}

function endsParagraph(state: StateBlock, line: number, _last: number, silent: boolean): boolean {
  if (!silent || isIndented(state, line)) return false
  if (state.src.charCodeAt(startOf(state, line)) !== 0x5b /* [ */) return false
  return DEFINITION.test(lineOf(state, line))
}
