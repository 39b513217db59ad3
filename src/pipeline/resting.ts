// Results of a large book that is built once: what is heavy in them lies on the disk, is read when a page is laid out,
// filed or printed, and is let go again. A result looks the same either way.
import type { PageResult } from '../core/book.ts'
import { type ShelfPlace, fillShelf, openShelf } from '../files/shelf.ts'
import type { Aside } from '../core/aside.ts'
import { hasLine, restingResult, resultLine } from './result-lines.ts'
import { MANY_PAGES } from './sizes.ts'

/** Puts a result of a book with so many pages aside, or gives it back as it is. */
export type Rest = (result: PageResult, pages: number) => PageResult

/** What puts results aside, of books of many pages that are built `once`. */
export function createRest(once: boolean | undefined): Rest {
  let own: OwnShelf | undefined
  return (result, pages) => {
    if (once !== true || pages < MANY_PAGES || hasLine(result)) return result
    own ??= ownShelf()
    const line = resultLine(result)
    const place = own.put(line)
    // The result itself when there is no room.
    return place === undefined ? result : resultAt(own, place, line)
  }
}

/** The result whose line lies in a place. */
export function resultAt(
  { read }: Pick<OwnShelf, 'read'>,
  place: ShelfPlace,
  line: Buffer = read(place),
): PageResult {
  const { from } = place
  return restingResult(line, (start, end) => read({ from: from + start, length: end - start }))
}

/** Puts texts of a book of many pages aside that is built `once`; undefined for all others. */
export function createAside(once: boolean | undefined, pages: number): Aside | undefined {
  if (once !== true || pages < MANY_PAGES) return undefined
  const { put, read } = ownShelf()
  return (text) => {
    const place = put(Buffer.from(text))
    return place === undefined ? () => text : textAt(read, place)
  }
}

/** Apart from the text, which it must not keep. */
const textAt = (read: OwnShelf['read'], place: ShelfPlace) => (): string => read(place).toString()

/** A shelf that this thread fills and reads. */
interface OwnShelf {
  readonly put: (bytes: Uint8Array) => ShelfPlace | undefined
  readonly read: (place: ShelfPlace) => Buffer
}

/** Where the system has no place for a shelf, nothing can be put on it. */
function ownShelf(): OwnShelf {
  const shelf = openShelf()
  const put = shelf === undefined ? () => undefined : fillShelf(shelf.handle)
  const read = (place: ShelfPlace): Buffer => shelf?.read(place) ?? Buffer.alloc(0)
  return { put, read }
}
