import type { Diagnostic } from '../../core/diagnostic.ts'
import { problem } from '../../messages/problem.ts'
import type { Rule, Subject } from '../rule.ts'

/** A heading that skips a level. */
export const headingOrder: Rule = {
  code: 'accessibility/heading-order',
  *find({ results }: Subject): Generator<Diagnostic> {
    for (const { elements = [] } of results.values()) {
      let above: number | undefined
      for (const element of elements) {
        if (element.kind !== 'heading' || element.text === '') continue
        const { level, at, text } = element
        if (above !== undefined && level > above + 1)
          yield problem('accessibility/heading-order', at, { above, found: level, text })
        above = level
      }
    }
  },
}
