// Results of a large book that is built once: what is heavy in them lies on the disk, is read when a page is laid out,
// filed or printed, and is let go again. A result looks the same either way.
import type { PageResult } from '../core/book.ts'
import { type Shelf, openShelf } from '../files/shelf.ts'
import type { Aside } from '../core/aside.ts'
import { HEAVY, withParts, withoutParts } from './heavy-parts.ts'

/** Books with fewer pages fit into memory, and are quicker there. */
export const MANY_PAGES = 2000

/** What only the next build asks for is put aside, too. */
export const ASIDE: readonly (keyof PageResult)[] = [...HEAVY, 'dependencies']

/** Puts a result of a book with so many pages aside, or gives it back as it is. */
export type Rest = (result: PageResult, pages: number) => PageResult

/** What puts results aside, of books of many pages that are built `once`. */
export function createRest(once: boolean | undefined): Rest {
  let shelf: Shelf | undefined
  return (result, pages) => {
    if (once !== true || pages < MANY_PAGES) return result
    shelf ??= openShelf()
    return resting(result, shelf)
  }
}

/** Puts texts of a book of many pages aside that is built `once`; undefined for all others. */
export function createAside(once: boolean | undefined, pages: number): Aside | undefined {
  if (once !== true || pages < MANY_PAGES) return undefined
  const shelf = openShelf()
  return (text) => {
    const [read = () => text] = shelf.put([text]) ?? []
    return read
  }
}

/** The result itself when there is no room. */
function resting(result: PageResult, shelf: Shelf): PageResult {
  const names = ASIDE.filter((name) => name in result)
  const readers = shelf.put(names.map((name) => JSON.stringify(result[name])))
  if (readers === undefined) return result
  return withParts(
    inOwnTexts(withoutParts(result, ASIDE)),
    names.map((name, index) => [name, laterValue(readers[index])] as const),
  )
}

/** A title or the address of a link may be a slice of the text of its page, and would keep all of it in memory. */
function inOwnTexts<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}

/** Apart from the result, which it must not keep. */
const laterValue = (read: (() => string) | undefined) => (): unknown => read && JSON.parse(read())
