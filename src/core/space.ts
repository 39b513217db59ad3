// Which space a page belongs to.
import type { Book, Space } from './book.ts'
import type { BookPath } from './path.ts'

/** The index in `book.spaces` of the space with the longest root above a path; 0 when none is above it. */
export function spaceIndex(book: Pick<Book, 'spaces'>, path: BookPath): number {
  let best = 0
  let length = -1
  book.spaces.forEach((space, index) => {
    if (!path.startsWith(space.root) || space.root.length <= length) return
    best = index
    length = space.root.length
  })
  return best
}

/**
 * The space that opens at the top of a site of GitBook.com, as `docs.yaml` says; undefined where readers choose there.
 */
export function openingSpace({ spaces, multilingual }: Book): Space | undefined {
  if (!multilingual) return undefined
  return spaces.find(
    ({ address, isUnlisted, dialect, config }) =>
      address === '' && isUnlisted !== true && dialect === 'gitbook.com' && config.oldAddresses,
  )
}

/** Do readers choose a space at the top of the site? */
export function hasChoice(book: Book): boolean {
  return book.multilingual && openingSpace(book) === undefined
}

/** The space that a path belongs to; undefined in a book without any. */
export function spaceOf(book: Pick<Book, 'spaces'>, path: BookPath): Space | undefined {
  return book.spaces[spaceIndex(book, path)]
}

/** The tables of contents and glossaries of a book. */
export function structureFiles({ spaces }: Pick<Book, 'spaces'>): readonly BookPath[] {
  return spaces
    .flatMap(({ summaryFile, glossaryFile }) => [summaryFile, glossaryFile])
    .filter((path) => path !== undefined)
}
