// Every page with its layout around it, and its alternate.
import type { OutputFile } from '../core/output-file.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { contentHash } from '../core/hash.ts'
import type { BookPath, OutputPath } from '../core/path.ts'
import { resultHash } from '../core/result-hash.ts'
import { spaceIndex } from '../core/space.ts'
import type { ComingPage, EmitRequest, LaidOut } from './emit-request.ts'
import { passingFile } from './late-file.ts'
import { alternateOf } from './metadata/emit.ts'
import { NOT_FOUND, rooted } from './metadata/not-found.ts'
import { pageView } from './page-view.ts'
import type { SpaceSite } from './space-site.ts'

/** What pages see beside their results: its fingerprint, and where the site begins on its host. */
export interface Surroundings {
  readonly key: string
  readonly top: string
}

/** All pages by source; those of the build before where nothing that they show has changed. */
export function layOutPages(
  request: EmitRequest,
  sites: readonly SpaceSite[],
  { key, top }: Surroundings,
): ReadonlyMap<BookPath, LaidOut> {
  const { book, results, previous } = request
  const kept = previous?.key === key ? previous.pages : undefined
  const pages = new Map<BookPath, LaidOut>()
  for (const [path, result] of results) {
    const before = kept?.get(path)
    if (before?.result === result) {
      pages.set(path, before)
      continue
    }
    const shared = sites[spaceIndex(book, path)]
    if (shared !== undefined) pages.set(path, layOut(request, result, { shared, top, key }))
  }
  return pages
}

/** A page with its layout around it. */
export function layOut(
  request: EmitRequest,
  result: LaidOut['result'],
  { shared, top, key }: Surroundings & { readonly shared: SpaceSite },
): LaidOut {
  const { theme, results, outputOf } = request
  const problems: Diagnostic[] = []
  // What is laid out anew when the result or anything around it is another, in this process or the next.
  const madeOf = (): string | undefined => {
    const hash = resultHash(result)
    return hash && contentHash(`${key} ${hash}`)
  }
  // What is written once is made when it is written; what is wrong with layouts of a book is told before.
  const elsewhere = request.elsewhere?.(result.path, key)
  const fileOf = (path: OutputPath, make: () => string, kind: keyof ComingPage): OutputFile =>
    request.once === true && !theme.isOwn
      ? passingFile(path, make, { madeOf, ...(elsewhere && { coming: elsewhere[kind] }) })
      : { kind: 'made', path, content: make() }
  const file = fileOf(
    result.output,
    () => {
      const html = theme.renderPage(pageView(result, shared), (one) => problems.push(one))
      return result.output === NOT_FOUND ? rooted(html, top) : html
    },
    'file',
  )
  const alternate = alternateOf(result, shared, {
    resultOf: (target) => results.get(target),
    outputOf,
  })
  return {
    result,
    file,
    alternate: alternate && fileOf(alternate.path, alternate.make, 'alternate'),
    ...(problems.length > 0 && { problems }),
  }
}
