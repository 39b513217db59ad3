// Tags whose names are no names: misspelled, or translated by a machine with the text around them. Their ends tell what
// they were to be.
import type { Opening } from './opening.ts'
import type { Tag } from './tag.ts'

/**
 * Where in a stack the last block stands that nobody knows and that has no end of its own; -1 for none. `isTaken` tells of
 * names that are those of somebody.
 */
export function lastMisspelled(
  stack: readonly Opening[],
  isTaken: (name: string) => boolean,
): number {
  return stack.findLastIndex(
    ({ tag: { name }, known, where, colons }) =>
      known.component.name === 'unknown' && where === 'block' && colons === 0 && !isTaken(name),
  )
}

/** No language of templates has such a name: it is a word that a translator left in the place of one. */
export function isTranslated({ name }: Tag): boolean {
  return !/\p{Script=Latin}/u.test(name)
}
