import { isPagePath } from '../../book/output.ts'
import { askedFiles, isConventional, unmentioned } from '../usages.ts'
import type { Finding, Rule, Subject } from '../rule.ts'

/** A published file that nothing in the book names. */
export const unusedFile: Rule = {
  code: 'check/unused-file',
  severity: 'info',
  *find(subject: Subject): Generator<Finding> {
    const { book, results } = subject
    const asked = askedFiles(subject)
    const { styles, cover } = book.config
    const named = new Set([...Object.values(styles), cover].map((name) => `${book.root}${name}`))
    const candidates = book.assets.filter(
      (path) =>
        !isPagePath(path) &&
        !results.has(path) &&
        !asked.has(path) &&
        !named.has(path) &&
        !isConventional(path),
    )
    for (const path of unmentioned(subject, candidates))
      yield {
        at: { file: path },
        message: 'This file is published, and nothing in the book names it',
        hint: 'Delete it, or leave it out of the site with .bookignore',
      }
  },
}
