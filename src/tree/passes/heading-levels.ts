// Levels that an author left out. What is two levels below the heading above it looks as its author wants it, and is one
// level below for those who hear the page and go from level to level.
import { type Element, attributeOf, headingLevel, setAttribute } from '../node.ts'

/** Says of every heading at which level it is heard, where that is not its own. */
export function closeLevels(elements: readonly Element[]): void {
  // Without a title in the text, the page has one.
  let above: readonly Heard[] = [{ level: 1, heard: 1 }]
  for (const node of elements) {
    const level = headingLevel(node)
    if (level === 0 || attributeOf(node, 'aria-level') !== undefined) continue
    above = above.filter((one) => one.level < level)
    const heard = (above.at(-1)?.heard ?? 0) + 1
    above = [...above, { level, heard }]
    if (heard !== level) setAttribute(node, 'aria-level', String(heard))
  }
}

interface Heard {
  readonly level: number
  readonly heard: number
}
