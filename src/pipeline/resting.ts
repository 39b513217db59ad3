// Results of a large book that is built once: what is heavy in them lies on the disk, is read when a page is laid out,
// filed or printed, and is let go again. A result looks the same either way.
import type { PageResult } from '../core/book.ts'
import { type Shelf, openShelf } from '../files/shelf.ts'

/** Books with fewer pages fit into memory, and are quicker there. */
const MANY_PAGES = 2000

/** What grows with the text of a page, and what only the next build asks for. */
const HEAVY = ['html', 'markdown', 'marks', 'markdownLinks', 'sections', 'dependencies'] as const

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

/** The result itself when there is no room. */
function resting(result: PageResult, shelf: Shelf): PageResult {
  const names = HEAVY.filter((name) => result[name] !== undefined)
  const readers = shelf.put(names.map((name) => JSON.stringify(result[name])))
  if (readers === undefined) return result
  const light = Object.entries(result).filter(([name]) => !HEAVY.some((heavy) => heavy === name))
  const aside = names.map((name, index) => [name, laterValue(readers[index])] as const)
  return Object.defineProperties(Object.fromEntries(light), Object.fromEntries(aside)) as PageResult
}

/** Apart from the result, which it must not keep. */
function laterValue(read: (() => string) | undefined): PropertyDescriptor {
  return { enumerable: true, get: (): unknown => read && JSON.parse(read()) }
}
