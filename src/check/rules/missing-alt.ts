import { isAsciidocPath } from '../../core/path.ts'
import { type ElementOf, type Finding, type Rule, type Subject, elementsOf } from '../rule.ts'

/** An image of which somebody who cannot see it learns nothing. */
export const missingAlt: Rule = {
  code: 'accessibility/missing-alt',
  severity: 'warning',
  *find(subject: Subject): Generator<Finding> {
    for (const { element } of elementsOf(subject, 'image')) {
      if (element.alt !== undefined) continue
      yield {
        at: element.at,
        message: `This image has no text for those who cannot see it: "${element.written}"`,
        hint: hintFor(element),
      }
    }
  },
}

function hintFor({ html, at }: ElementOf<'image'>): string {
  if (html) return 'Say what it shows: alt="…"; alt="" means that it is only decoration'
  return isAsciidocPath(at.file)
    ? 'Say what it shows between the brackets, or in a title above it'
    : 'Say what it shows between the brackets; decoration is <img src="…" alt="">'
}
