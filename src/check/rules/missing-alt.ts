import { type Finding, type Rule, type Subject, elementsOf } from '../rule.ts'

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
        hint: element.html
          ? 'Say what it shows: alt="…"; alt="" means that it is only decoration'
          : 'Say what it shows between the brackets; decoration is <img src="…" alt="">',
      }
    }
  },
}
