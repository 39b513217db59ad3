// The page that somebody writes is shown before its book is: it is rendered first, and laid out in what was around it in the
// build before. The build then goes on as ever; whatever else its change changes comes with that.
import type { Book, PageResult } from '../core/book.ts'
import type { BookPath } from '../core/path.ts'
import { spaceIndex } from '../core/space.ts'
import type { EmitRequest, EmitResult } from '../site/emit-request.ts'
import { layOut } from '../site/lay-out.ts'
import { NOT_FOUND } from '../site/metadata/not-found.ts'
import type { BuildRequest } from './built.ts'
import { type MarkedPages, markGlossary } from './terms.ts'

/** What a build renders before anything else. */
export interface Ahead {
  /** Files that have changed; those of them that are pages are rendered. */
  readonly paths: readonly BookPath[]
  /** Shows a page, and waits until it was looked at. */
  readonly show: (result: PageResult) => Promise<void>
}

/** What the build before made, and of what. */
export interface LaidOutBefore {
  readonly emitted?: EmitResult | undefined
  readonly plan?: EmitRequest | undefined
  readonly marked?: MarkedPages | undefined
}

/** Who changes more files at once looks at none of them. */
const MOST_FILES = 4

/** What to do ahead for somebody who wants it; `changed` are the files that are others since a build of the same book. */
export function lookAhead(
  { onAhead }: Pick<BuildRequest, 'onAhead'>,
  book: Book,
  { emitted, plan, marked }: LaidOutBefore = {},
  changed: ReadonlySet<BookPath> = new Set(),
): Ahead | undefined {
  if (onAhead === undefined || emitted === undefined || plan === undefined) return undefined
  if (changed.size > MOST_FILES) return undefined
  const glossaries = new Set(book.spaces.map(({ glossaryFile }) => glossaryFile))
  return {
    // A glossary tells of all pages.
    paths: [...changed].filter((path) => emitted.pages.has(path) && !glossaries.has(path)),
    async show(result) {
      const { path, output, diagnostics } = result
      const shared = emitted.sites[spaceIndex(book, path)]
      const before = emitted.pages.get(path)
      const isOurs = before !== undefined && emitted.outputs.get(output) === before.file
      if (shared === undefined || !isOurs || output === NOT_FOUND) return
      const { results } = markGlossary({
        book,
        results: new Map([[path, result]]),
        outputOf: plan.outputOf,
        titleOf: () => '',
        rest: (made) => made,
        previous: marked,
      })
      const { key } = emitted
      const { file } = layOut(plan, results.get(path) ?? result, { shared, key, top: '' })
      await onAhead(file, diagnostics)
    },
  }
}

/** What a build can be looked back on by: nothing of the builds before it. */
export function planToKeep(plan: EmitRequest): EmitRequest {
  return { ...plan, previous: undefined, indexes: undefined, elsewhere: undefined }
}
