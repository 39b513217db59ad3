// Which characters a book has beyond those of every font, and where.
import type { Place } from '../../core/diagnostic.ts'
import { placeOf } from '../../core/position.ts'
import type { Chapter } from '../chapter.ts'
import type { Edition } from '../edition.ts'
import { walkContent } from '../walk.ts'

/** Every character of chapters that not every font has, once, in the order of their codes. */
export function charactersOf(chapters: readonly Chapter[]): readonly string[] {
  const found = new Set<string>()
  const add = (text: string): void => {
    for (const character of text) if (isRare(character)) found.add(character)
  }
  for (const { content, title } of chapters) {
    add(title)
    walkContent(content, {
      block(block) {
        if (block.kind === 'code')
          for (const line of block.lines) for (const [text] of line) add(text)
      },
      inline(inline) {
        if (typeof inline === 'string') add(inline)
        else if (inline.kind === 'ruby') add(inline.text)
      },
    })
  }
  return [...found].sort()
}

/** Not of Latin, and seen by itself: no joiner, no mark that needs a letter, no part of a picture sign. */
function isRare(character: string): boolean {
  return character > '\u024F' && !/[\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Z}\uFE00-\uFE0F]/u.test(character)
}

/** The place of the first such character in the sources of a book. */
export function placeOfCharacter(
  { chapters, files }: Edition,
  character: string,
): Place | undefined {
  for (const { path } of chapters) {
    const text = files.text(path)?.text ?? ''
    const at = text.indexOf(character)
    if (at >= 0) return placeOf(path, text, at, at + character.length)
  }
  return undefined
}
