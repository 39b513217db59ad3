// Which addresses of the list nobody answers to any more: no page, and no redirect that leads to one.
import type { Book, Space, PageResult } from '../../core/book.ts'
import { outputPathOf } from '../../book/output.ts'
import { type BookPath, type OutputPath, withoutRoot } from '../../core/path.ts'
import type { Files } from '../../files/files.ts'
import { createTargets } from '../../pipeline/targets.ts'
import { type Redirects, resolveRedirects } from '../../site/metadata/redirects.ts'
import type { Lock, LockedPage } from './lock.ts'

/** What is needed to know who answers. */
export interface Site {
  readonly book: Book
  readonly results: ReadonlyMap<BookPath, PageResult>
  readonly spaceOf: (path: BookPath) => Space | undefined
}

/** An anchor that is gone while its page, or what it leads to, is there. */
export interface VanishedAnchor {
  readonly locked: LockedPage
  readonly id: string
  /** The page that readers come to; undefined when it is outside of the site. */
  readonly page: PageResult
}

/** What is gone. */
export interface VanishedAddresses {
  readonly pages: readonly LockedPage[]
  readonly anchors: readonly VanishedAnchor[]
}

/** Where a redirect is written is of no interest here. */
function textOf(): undefined {
  return undefined
}

/** Compares a list with a site. */
export function findVanished(lock: Lock, site: Site, files: Files): VanishedAddresses {
  const { book, results, spaceOf } = site
  const outputOf = (path: BookPath): OutputPath => outputPathOf(path, book)
  const targetOf = createTargets(files, book)
  const { value: redirects } = resolveRedirects({
    book,
    results,
    outputOf,
    targetOf,
    spaceOf,
    textOf,
  })
  const answers: Answers = {
    living: new Map([...results.values()].map((result) => [result.output, result])),
    files: new Set(book.assets.map((path) => withoutRoot(book.root, path))),
    redirects,
  }
  const pages: LockedPage[] = []
  const anchors: VanishedAnchor[] = []
  for (const locked of lock.pages.values()) {
    const found = answerTo(locked.page, answers)
    if (found === 'nobody') pages.push(locked)
    if (typeof found === 'string') continue
    for (const id of locked.anchors)
      if (!hasAnchor(locked.page, id, found, redirects)) anchors.push({ locked, id, page: found })
  }
  return { pages, anchors }
}

interface Answers {
  readonly living: ReadonlyMap<OutputPath, PageResult>
  readonly files: ReadonlySet<string>
  readonly redirects: Redirects
}

/** The page at an address, or the one that it leads to; a file of the book and another site have anchors of their own. */
function answerTo(
  page: OutputPath,
  { living, files, redirects }: Answers,
): PageResult | 'somebody' | 'nobody' {
  const own = living.get(page)
  if (own !== undefined) return own
  if (files.has(page)) return 'somebody'
  const to = redirects.pages.get(page)
  if (to === undefined) return 'nobody'
  // Whoever named a section meant it for all of the old page.
  if (to.kind === 'link' || to.anchor !== undefined) return 'somebody'
  return living.get(to.output) ?? 'somebody'
}

function hasAnchor(old: OutputPath, id: string, page: PageResult, redirects: Redirects): boolean {
  if (page.ids.includes(id)) return true
  return [old, page.output].some((output) => redirects.fragments.get(output)?.has(id) === true)
}
