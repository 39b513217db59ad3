import { isPagePath } from '../../book/output.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { problem } from '../../messages/problem.ts'
import { askedFiles, isConventional } from '../usages.ts'
import type { Rule, Subject } from '../rule.ts'

/** A source of a page that neither SUMMARY nor a link nor an include reaches. */
export const unreachablePage: Rule = {
  code: 'check/unreachable-page',
  *find(subject: Subject): Generator<Diagnostic> {
    const { book, results } = subject
    const asked = askedFiles(subject)
    for (const path of book.assets) {
      if (!isPagePath(path) || results.has(path) || asked.has(path) || isConventional(path))
        continue
      yield problem('check/unreachable-page', { file: path })
    }
  },
}
