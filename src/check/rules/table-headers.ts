import type { Diagnostic } from '../../core/diagnostic.ts'
import { isAsciidocPath } from '../../core/path.ts'
import { problem } from '../../messages/problem.ts'
import { type Rule, type Subject, elementsOf } from '../rule.ts'

/** A table without a single header. */
export const tableHeaders: Rule = {
  code: 'accessibility/table-headers',
  *find(subject: Subject): Generator<Diagnostic> {
    for (const { element } of elementsOf(subject, 'bare-table'))
      yield problem('accessibility/table-headers', element.at, {
        form: isAsciidocPath(element.at.file) ? 'asciidoc' : 'markdown',
      })
  },
}
