import { isPagePath } from '../../book/output.ts'
import { askedFiles, isConventional } from '../usages.ts'
import type { Finding, Rule, Subject } from '../rule.ts'

/** A source of a page that neither SUMMARY nor a link nor an include reaches. */
export const unreachablePage: Rule = {
  code: 'check/unreachable-page',
  severity: 'info',
  *find(subject: Subject): Generator<Finding> {
    const { book, results } = subject
    const asked = askedFiles(subject)
    for (const path of book.assets) {
      if (!isPagePath(path) || results.has(path) || asked.has(path) || isConventional(path))
        continue
      yield {
        at: { file: path },
        message:
          'No reader can reach this page: neither SUMMARY nor a link nor an include leads to it',
        hint: 'Add it to SUMMARY, or leave it out of the site with .bookignore',
      }
    }
  },
}
