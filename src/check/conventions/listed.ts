import { isPagePath } from '../../book/output.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { problem } from '../../messages/problem.ts'
import { askedFiles, isConventional } from '../usages.ts'
import type { Rule, Subject } from '../rule.ts'

/** A page that SUMMARY does not list. */
export const listed: Rule = {
  code: 'house/listed',
  *find(subject: Subject): Generator<Diagnostic> {
    const { book, results, spaceOf } = subject
    const inSummary = new Set<string>(book.spaces.flatMap(({ pages }) => pages))
    const asked = askedFiles(subject)
    for (const path of book.assets) {
      if (!isPagePath(path) || inSummary.has(path) || isConventional(path)) continue
      // A piece that other pages include is no page.
      if (!results.has(path) && asked.has(path)) continue
      const space = spaceOf(path)
      // Beside all spaces of a book of several languages: none of their SUMMARYs is meant.
      if (space === undefined || !path.startsWith(space.root)) continue
      const summary = space.summaryFile ?? `${space.root}SUMMARY.md`
      yield problem('house/listed', { file: path }, { summary })
    }
  },
}
