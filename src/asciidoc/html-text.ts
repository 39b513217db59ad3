// What stands between two tags of the finished HTML, as text.
import { joinsWithoutSpace } from '../markdown/characters.ts'
import type { Tag } from '../markdown/html-tags.ts'
import { decodeEntities } from './entities.ts'
import { INLINE } from './inline-elements.ts'

/** Index of the closing tag of a tag; the last tag when there is none. */
export function closingOf(tags: readonly Tag[], index: number): number {
  const name = tags[index]?.name
  let depth = 0
  for (let at = index; at < tags.length; at++) {
    const tag = tags[at]
    if (tag?.name !== name) continue
    depth += tag?.closing ? -1 : 1
    if (depth === 0) return at
  }
  return tags.length - 1
}

/** The text from one tag to another, entities and all. */
export function textOf(html: string, tags: readonly Tag[], from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at++) {
    const [tag, next] = [tags[at], tags[at + 1]]
    if (tag === undefined || next === undefined) break
    if (tag.name === 'script' || tag.name === 'style') continue
    text += withBreaks(tag) + html.slice(tag.end, next.start)
  }
  return text
}

function withBreaks({ name }: Tag): string {
  return INLINE.has(name) ? '' : ' '
}

/** HTML without tags as text: entities decoded, white space folded, lines of Chinese and Japanese joined. */
export function fold(html: string): string {
  const text = decodeEntities(html.replaceAll(/<!--[\s\S]*?-->/g, ''))
  return text
    .replaceAll(/(\S)\s*\n\s*(?=(\S))/gu, (match, before: string, after: string) =>
      joinsWithoutSpace(before, after) ? before : match,
    )
    .replaceAll(/\s+/g, ' ')
    .trim()
}
