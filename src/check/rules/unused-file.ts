import { isPagePath } from '../../book/output.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { problem } from '../../messages/problem.ts'
import { askedFiles, isConventional, unmentioned } from '../usages.ts'
import type { Rule, Subject } from '../rule.ts'

/** A published file that nothing in the book names. */
export const unusedFile: Rule = {
  code: 'check/unused-file',
  *find(subject: Subject): Generator<Diagnostic> {
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
      yield problem('check/unused-file', { file: path })
  },
}
