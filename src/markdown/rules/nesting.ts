// Containers in containers have an end: markdown-it drops what stands deeper, with all that follows. Here the mark that
// would begin one container too many is text, and nothing of a page is lost.
import type { MarkdownIt } from 'markdown-it'
import { ruleOf } from './rule-of.ts'

/** As many levels as one container may open before its content. */
const LEVELS = 3

/** Keeps lists and quotes within the bounds of the parser. */
export function nesting(md: MarkdownIt): void {
  const { ruler } = md.block
  const most = (md.options.maxNesting ?? 100) - LEVELS
  const containers: readonly (readonly [name: string, alt: readonly string[]])[] = [
    ['list', ['paragraph', 'reference', 'blockquote']],
    ['blockquote', ['paragraph', 'reference', 'blockquote', 'list']],
  ]
  for (const [name, alt] of containers) {
    const rule = ruleOf(ruler, name)
    ruler.at(
      name,
      (state, line, end, silent) => state.level < most && rule(state, line, end, silent),
      { alt: [...alt] },
    )
  }
}
