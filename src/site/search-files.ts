// The search index of every space as files of the site.
import type { Book, PageResult } from '../core/book.ts'
import type { OutputFile } from '../core/output-file.ts'
import type { OutputPath } from '../core/path.ts'
import { spaceIndex } from '../core/space.ts'
import {
  type SearchFile,
  type SearchMemory,
  createSearchMemory,
  emitSearch,
} from '../search/emit.ts'
import type { SearchPage } from '../search/page-terms.ts'
import { restoredIndex, storedIndex } from '../search/stored.ts'
import { loadReadings, readingOf } from '../tree/romanize.ts'
import type { EmitRequest, EmitResult, KeptIndexes } from './emit-request.ts'
import { languageTag } from './labels.ts'
import { NOT_FOUND } from './metadata/not-found.ts'
import { isMadeOf } from './late-file.ts'
import { inBook, searchPages } from './search-pages.ts'
import { type SpaceSite, isListed } from './space-site.ts'
import { visibilityIn } from './visibility.ts'

/** The index of every space that is searched, or what the build before made of it. */
export function searchFiles(
  { book, previous, indexes, aside, keepSearch = false }: EmitRequest,
  pages: EmitResult['pages'],
  sites: readonly SpaceSite[],
): Pick<EmitResult, 'search' | 'searched'> {
  if (keepSearch && previous !== undefined) return previous
  const bySpace = resultsBySpace(book, pages)
  const files = new Map<OutputPath, OutputFile>()
  const kept = previous === undefined ? indexes?.() : undefined
  const searched = new Map<OutputPath, SearchMemory>()
  const write = (folder: OutputPath, found: Iterable<SearchPage>, isChinese: boolean): void => {
    const own = kept?.get(folder)
    const known = own === undefined ? previous?.searched.get(folder) : restoredIndex(own)
    const memory = known ?? createSearchMemory()
    searched.set(folder, memory)
    for (const [path, file] of emitSearch(folder, found, memory, {
      aside,
      readingOf: isChinese ? readingOf : undefined,
    })) {
      const same = previous?.search.get(path)
      files.set(path, isMadeOf(same, file.hash) ? same : indexFile(path, file))
    }
  }
  const foundIn = (site: SpaceSite): Iterable<SearchPage> =>
    searchPages(
      site,
      (bySpace[sites.indexOf(site)] ?? []).filter((result) => isFound(book, result)),
    )
  for (const site of sites)
    if (site.assets.search !== undefined)
      write(site.assets.search.index, foundIn(site), isChinese(site))
  const together = sites.filter((site) => site.assets.search?.all !== undefined && isListed(site))
  const all = sites.find(({ assets }) => assets.search?.all)?.assets.search?.all
  if (all !== undefined) write(all, inBooks(together, foundIn), together.some(isChinese))
  return { search: files, searched }
}

/** Loads what the indexes of a book are made with. */
export async function prepareSearch({ spaces }: Book): Promise<void> {
  if (spaces.some(({ config }) => isRead(config.language))) await loadReadings()
}

const isChinese = ({ navigation }: SpaceSite): boolean => isRead(navigation.space.config.language)

/** Han characters are read by the one table in books in Chinese alone. */
const isRead = (language: string | undefined): boolean => languageTag(language).startsWith('zh-')

/** What is to be kept of the index: nothing when all of it was. */
export function keptIndexes({ searched }: EmitResult): KeptIndexes {
  if ([...searched.values()].every(({ isKept }) => isKept)) return new Map()
  return new Map([...searched].map(([folder, memory]) => [folder, storedIndex(memory)]))
}

/** Known by its hash: it is seldom made. */
function indexFile(path: OutputPath, { bytes, hash }: SearchFile): OutputFile {
  return {
    kind: 'made',
    path,
    madeOf: () => hash,
    get content() {
      return bytes()
    },
  }
}

/** The pages of several books, each under the name of its own. */
function* inBooks(
  sites: readonly SpaceSite[],
  foundIn: (site: SpaceSite) => Iterable<SearchPage>,
): Iterable<SearchPage> {
  for (const site of sites) yield* inBook(site, foundIn(site))
}

/** Nobody looks for the page for missing addresses. */
function isFound(book: Book, result: PageResult): boolean {
  return result.output !== NOT_FOUND && visibilityIn(book, result).unsearched !== true
}

/** Results by the space that they belong to, in the order of the book. */
export function resultsBySpace(
  book: Book,
  pages: EmitResult['pages'],
): readonly (readonly PageResult[])[] {
  const lists = book.spaces.map((): PageResult[] => [])
  for (const [path, { result }] of pages) lists[spaceIndex(book, path)]?.push(result)
  return lists
}
