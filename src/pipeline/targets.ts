// Where each path of a book leads on its site: the one answer for pages, settings, checks and moves.
import { once } from '../core/attempt.ts'
import { type Lookup, createLookup } from '../book/lookup.ts'
import { isPagePath } from '../book/output.ts'
import { type Resolution, findExactly, findInOtherCase } from '../book/resolve.ts'
import { isWithheld } from '../book/visibility.ts'
import type { Book } from '../core/book.ts'
import { addressesOfMdbook } from '../core/mdbook-addresses.ts'
import type { BookPath, OutputPath } from '../core/path.ts'
import { spaceOf } from '../core/space.ts'
import type { Target, TargetOf } from '../core/target.ts'
import type { Files } from '../files/files.ts'
import { sourceOutput, sourceTest } from '../page/source.ts'
import { rememberOutputs, specialPages } from './outputs.ts'

/** Knows where the paths of a book lead, over one state of its files. */
export function createTargets(
  files: Files,
  book: Book,
  outputOf: (path: BookPath) => OutputPath = rememberOutputs(book),
): TargetOf {
  const lookup = createLookup(files)
  const special = specialPages(book)
  const pages = new Set<string>(book.spaces.flatMap((space) => space.pages))
  const shownAbove = new Set(book.assets.filter((path) => !path.startsWith(book.root)))
  const starts = new Map<string, BookPath>(
    book.spaces.map((space) => [space.root.slice(0, -1), space.readme]),
  )
  const addresses = once(() => addressesOf(book, outputOf))
  // Where pages lie, also those that no link has reached yet.
  const possiblePages = once(
    () => new Set([...lookup.listed].filter(isPagePath).map((path) => outputOf(path as BookPath))),
  )
  const sourceKind = sourceTest(files, book.config.sourcePages)

  const ofFile = (path: BookPath): Target => {
    const made = special.get(path)
    if (made !== undefined) return { kind: 'asset', path, output: made }
    const isListed = pages.has(path)
    if (!isListed && !path.startsWith(book.root) && !shownAbove.has(path))
      return { kind: 'hidden', outside: true }
    if (isWithheld(book, files, path)) return { kind: 'withheld' }
    const output = outputOf(path)
    if (isListed) return { kind: 'page', path, output }
    if (isPagePath(path)) return { kind: 'unlisted', path, output }
    const shown = sourceOutput(output)
    const isTaken = lookup.listed.has(book.root + shown) || possiblePages().has(shown)
    const shownAs = isTaken ? undefined : sourceKind(path)
    if (shownAs === 'text') return { kind: 'source', path, output: shown }
    return { kind: 'asset', path, output, ...(shownAs === 'picture' ? { shown } : {}) }
  }

  const ofFound = (found: Resolution | undefined): Target | undefined => {
    if (found?.kind === 'file') return ofFile(found.path)
    if (found?.kind !== 'folder') return undefined
    return found.start === undefined ? { kind: 'folder' } : ofFile(found.start)
  }

  /** A page by its address on the site. */
  const byAddress = (path: string): Target | undefined => {
    const source =
      addresses().get(book.root + path) ?? addresses().get(path.slice(book.root.length))
    return source === undefined ? undefined : ofFile(source)
  }

  return (path) =>
    (special.has(path) || pages.has(path) ? ofFile(path as BookPath) : undefined) ??
    ofFound(findExactly(lookup, path, starts)) ??
    byAddress(path) ??
    ofFound(findInOtherCase(lookup, path, starts)) ??
    unpublished(lookup, book, path)
}

/** Pages by their addresses on the site. */
function addressesOf(
  { spaces, root }: Book,
  outputOf: (path: BookPath) => OutputPath,
): ReadonlyMap<string, BookPath> {
  return new Map<string, BookPath>([
    ...spaces.flatMap((space) => addressesOfMdbook(space, root, outputOf)),
    ...spaces.flatMap(({ pages }) => pages.map((path) => [outputOf(path), path] as const)),
  ])
}

/** There and kept from the site, or not there at all. */
function unpublished(lookup: Lookup, book: Book, path: string): Target {
  if (lookup.exists(path)) return { kind: 'hidden' }
  const root = spaceOf(book, path as BookPath)?.root ?? book.root
  const near = lookup.similar(path, root)
  return near === undefined ? { kind: 'absent' } : { kind: 'absent', near }
}
