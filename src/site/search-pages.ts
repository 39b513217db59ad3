// What a space gives to search: its pages under the titles that readers see.
import { isolateWords } from '../core/bidi.ts'
import type { PageResult } from '../core/book.ts'
import { type OutputPath, relativeUrl } from '../core/path.ts'
import { resultHash } from '../core/result-hash.ts'
import type { SearchPage } from '../search/page-terms.ts'
import { labelsFor } from './labels.ts'
import { pageTitle } from './page-view.ts'
import type { SpaceSite } from './space-site.ts'

const TOP = 'index.html' as OutputPath

/** The pages of a space for its index, in the order of the results. */
export function* searchPages(
  shared: SpaceSite,
  results: readonly PageResult[],
): Iterable<SearchPage> {
  const { navigation } = shared
  const { language, direction = labelsFor(language).direction } = navigation.space.config
  // Results show titles as the menu does.
  const shown = direction === 'rtl' ? isolateWords : (text: string): string => text
  for (const result of results) {
    const { part, chapters } = navigation.trail(result.path)
    const above = chapters.map(({ title }) => title)
    yield {
      of: result,
      hash: () => resultHash(result),
      url: relativeUrl(TOP, result.output),
      title: shown(pageTitle(result, navigation)),
      trail: (part === '' ? above : [part, ...above]).map(shown),
      keywords: keywordsOf(result),
      get sections() {
        return direction === 'rtl'
          ? result.sections.map((section) => ({ ...section, title: shown(section.title) }))
          : result.sections
      },
    }
  }
}

/** The same among those of other books: each says which book it is in. */
export function* inBook(
  { navigation }: SpaceSite,
  pages: Iterable<SearchPage>,
): Iterable<SearchPage> {
  const { name } = navigation.space
  for (const page of pages) {
    const { of, hash, url, title, trail, keywords } = page
    yield {
      of,
      url,
      title,
      keywords,
      trail: [name, ...trail],
      ...(hash && { hash }),
      get sections() {
        return page.sections
      },
    }
  }
}

/** `search.keywords` of the front matter: a list, or a text with commas. */
function keywordsOf({ attributes: { search } }: PageResult): readonly string[] {
  if (typeof search !== 'object' || search === null || Array.isArray(search)) return []
  const { keywords } = search as { readonly keywords?: unknown }
  const list = Array.isArray(keywords) ? keywords : [keywords]
  return list
    .filter((word): word is string | number => ['string', 'number'].includes(typeof word))
    .flatMap((word) => String(word).split(/[,，、]/))
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
