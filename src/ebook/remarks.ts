// What an ebook cannot show, once a kind: the first place, and how many there are.
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { problem } from '../messages/problem.ts'

/** What is left out of an ebook, or is only a link in it. */
export type LeftOut =
  | 'frame'
  | 'film'
  | 'sound'
  | 'form'
  | 'script'
  | 'object'
  /** A picture of the web: an ebook holds only what the book has. */
  | 'web-picture'
  /** A picture in a format that readers of ebooks do not know. */
  | 'picture-format'
  /** A picture whose file is cut off or damaged. */
  | 'broken-picture'
  /** A link to a file that is not in the ebook, of a site that nobody knows. */
  | 'file-link'
  /** A part of an author's style sheet. */
  | 'style'
  /** A style sheet for PDFs, which browsers made of HTML. */
  | 'pdf-style'
  /** Pictures that a book wants to be smaller, without the package that does it. */
  | 'unscaled'

/** Collects remarks. */
export interface Remarks {
  add(what: LeftOut, at: Place | undefined): void
  diagnostics(): readonly Diagnostic[]
}

/** Remarks of one ebook. */
export function createRemarks(): Remarks {
  const found = new Map<LeftOut, { readonly at: Place | undefined; count: number }>()
  const told = new Set<string>()
  return {
    add(what, at) {
      // A book may be written twice.
      const key = `${what} ${JSON.stringify(at)}`
      if (at !== undefined && told.has(key)) return
      told.add(key)
      const known = found.get(what)
      if (known === undefined) found.set(what, { at, count: 1 })
      else known.count += 1
    },
    diagnostics: () =>
      [...found].map(([what, { at, count }]) =>
        problem('ebook/left-out', at, { case: what, count }),
      ),
  }
}
