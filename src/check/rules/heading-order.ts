import type { Finding, Rule, Subject } from '../rule.ts'

/** A heading that skips a level. */
export const headingOrder: Rule = {
  code: 'accessibility/heading-order',
  severity: 'info',
  *find({ results }: Subject): Generator<Finding> {
    for (const { elements = [] } of results.values()) {
      let above: number | undefined
      for (const element of elements) {
        if (element.kind !== 'heading' || element.text === '') continue
        const { level, at, text } = element
        if (above !== undefined && level > above + 1)
          yield {
            at,
            message: `Expected a heading of level ${above + 1} at most after one of level ${above}, found level ${level}: "${text}"`,
            hint: `Make it level ${above + 1}: screen readers show the headings of a page as a tree`,
          }
        above = level
      }
    }
  },
}
