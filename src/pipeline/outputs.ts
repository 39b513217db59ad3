// What a build knows of a book before any page is rendered: where things lie, and what makes everything stale.
import { outputPathOf } from '../book/output.ts'
import { oncePer } from '../core/attempt.ts'
import type { Book, PageResult } from '../core/book.ts'
import { contentHash } from '../core/hash.ts'
import type { BookPath, OutputPath } from '../core/path.ts'
import type { Trust } from '../core/trust.ts'
import { contentsPath } from '../site/space-sites.ts'
import { summaryTitles } from '../site/navigation.ts'
import { version } from '../version.ts'

/** Everything that, if changed, makes all results stale. What a page looked at itself is among its dependencies. */
export function cacheKeyOf(book: Book, trust: Trust): string {
  const spaces = book.spaces.map(({ id, root, readme, dialect, wikiLinks, config }) => [
    id,
    root,
    readme,
    dialect,
    wikiLinks,
    config.openapi,
    config.language,
    config.direction,
    config.quotes,
    config.emoji,
    config.lineBreaks,
    config.figures,
    config.tags,
    config.formulas,
    config.diagrams,
    config.plugins,
    config.disabledPlugins,
    config.theme.code,
    config.theme.pageToc,
  ])
  const { gitIncludes, urls } = book.config
  return contentHash(JSON.stringify([version, trust, book.root, gitIncludes, urls, spaces]))
}

/** Links to structure files lead to the pages that show what is in them. */
export function specialPages(book: Book): ReadonlyMap<string, OutputPath> {
  const special = new Map<string, OutputPath>()
  for (const space of book.spaces)
    if (space.summaryFile !== undefined) special.set(space.summaryFile, contentsPath(book, space))
  if (!book.multilingual) return special
  // The top of a book in several languages is the page where readers choose one.
  const { readme, langs } = book.config.structure
  for (const name of [readme, langs]) special.set(`${book.root}${name}`, 'index.html' as OutputPath)
  return special.set(book.root.slice(0, -1), 'index.html' as OutputPath)
}

/** The title that a page carries in lists. */
export function titleFinder(book: Book): (result: PageResult) => string {
  const titles = summaryTitles(book)
  return (result) => titles.get(result.path) ?? result.title ?? result.path
}

const outputs = oncePer<Book, Map<BookPath, OutputPath>>(() => new Map())

/** Output paths of files, each found once for a book: a server builds the same one again and again. */
export function rememberOutputs(book: Book): (path: BookPath) => OutputPath {
  const known = outputs(book)
  return (path) => {
    const output = known.get(path)
    if (output !== undefined) return output
    const found = outputPathOf(path, book)
    known.set(path, found)
    return found
  }
}
