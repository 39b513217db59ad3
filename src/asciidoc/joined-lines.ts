// A line break shows as a space. Between Chinese or Japanese characters that space is wrong, so it goes.
import { joinsWithoutSpace } from '../markdown/characters.ts'
import type { Edit, Tag } from '../markdown/html-tags.ts'
import { INLINE } from './inline-elements.ts'

const PREFORMATTED = new Set(['pre', 'script', 'style', 'textarea'])

/** The edits that take those line breaks out of a page. */
export function joinedLines(html: string, tags: readonly Tag[]): readonly Edit[] {
  const edits = breaksIn(html.slice(0, tags[0]?.start), 0, { before: '', after: '' })
  let preformatted = 0
  // The end of the text before, when only inline tags are between.
  let before = ''
  for (const [index, tag] of tags.entries()) {
    if (PREFORMATTED.has(tag.name)) preformatted += tag.closing ? -1 : 1
    if (!INLINE.has(tag.name)) before = ''
    const text = html.slice(tag.end, tags[index + 1]?.start)
    if (text === '') continue
    if (preformatted === 0) {
      const after = following(html, tags, index + 1)
      edits.push(...breaksIn(text, tag.end, { before, after }))
    }
    before = text.slice(-2)
  }
  return edits
}

/** The text on both sides of another. */
interface Neighbors {
  readonly before: string
  readonly after: string
}

function breaksIn(text: string, offset: number, { before, after }: Neighbors): Edit[] {
  const edits: Edit[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    const left = at > 0 ? text.slice(Math.max(0, at - 2), at) : before
    const right = at + 1 < text.length ? text.slice(at + 1, at + 3) : after
    if (!joinsWithoutSpace(left, right)) continue
    edits.push({ from: offset + at, to: offset + at + 1, text: '' })
  }
  return edits
}

/** The first characters after inline tags; '' at the end of a block. */
function following(html: string, tags: readonly Tag[], index: number): string {
  for (let at = index; at < tags.length; at++) {
    const tag = tags[at]
    if (tag === undefined || !INLINE.has(tag.name)) return ''
    const next = tags[at + 1]?.start ?? html.length
    if (next > tag.end) return html.slice(tag.end, Math.min(next, tag.end + 2))
  }
  return ''
}
