import type { Diagnostic } from '../../core/diagnostic.ts'
import { isAsciidocPath } from '../../core/path.ts'
import { problem } from '../../messages/problem.ts'
import { type ElementOf, type Rule, type Subject, elementsOf } from '../rule.ts'

/** An image of which somebody who cannot see it learns nothing. */
export const missingAlt: Rule = {
  code: 'accessibility/missing-alt',
  *find(subject: Subject): Generator<Diagnostic> {
    for (const { element } of elementsOf(subject, 'image')) {
      if (element.alt !== undefined) continue
      const { at, written } = element
      yield problem('accessibility/missing-alt', at, { written, form: formOf(element) })
    }
  },
}

function formOf({ html, at }: ElementOf<'image'>): 'html' | 'asciidoc' | 'markdown' {
  if (html) return 'html'
  return isAsciidocPath(at.file) ? 'asciidoc' : 'markdown'
}
