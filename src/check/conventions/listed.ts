import { isPagePath } from '../../book/output.ts'
import { askedFiles, isConventional } from '../usages.ts'
import type { Finding, Rule, Subject } from '../rule.ts'

/** A page that SUMMARY does not list. */
export const listed: Rule = {
  code: 'house/listed',
  severity: 'off',
  *find(subject: Subject): Generator<Finding> {
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
      yield {
        at: { file: path },
        message: `Expected every page in "${summary}", and this one is not there`,
        hint: `Add a line to ${summary}, or leave the file out with .bookignore`,
      }
    }
  },
}
