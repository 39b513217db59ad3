// The title of a chapter: the heading that its page begins with, else the one that SUMMARY gives it.
import type { Chapter } from './chapter.ts'
import type { Block } from './content.ts'
import { plainWords } from './walk.ts'

/** The blocks of a chapter, of which a heading of the first level is the first. */
export function titledBlocks({ content: { blocks }, title }: Chapter): readonly Block[] {
  const at = blocks.findIndex(({ kind }) => kind !== 'group')
  const first = blocks[at]
  if (first?.kind === 'heading') {
    if (first.level === 1) return blocks
    // A page whose headings begin at the second level has its title there, and needs no other above it.
    if (withoutNumber(plainWords(first.children)) === withoutNumber(title))
      return blocks.with(at, { ...first, level: 1 })
  }
  return [{ kind: 'heading', level: 1, children: [title] }, ...blocks]
}

/** SUMMARY says `Beds` of the page `## 2.3. Beds`, or the other way round. */
function withoutNumber(title: string): string {
  return title
    .replace(/^\s*\d+(?:\.\d+)*[.)、]?\s*(?=\S)/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
