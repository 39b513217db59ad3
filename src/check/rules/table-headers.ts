import { isAsciidocPath } from '../../core/path.ts'
import { type Finding, type Rule, type Subject, elementsOf } from '../rule.ts'

/** A table without a single header. */
export const tableHeaders: Rule = {
  code: 'accessibility/table-headers',
  severity: 'info',
  *find(subject: Subject): Generator<Finding> {
    for (const { element } of elementsOf(subject, 'bare-table'))
      yield {
        at: element.at,
        message: 'Expected this table to have headers, found none',
        hint: isAsciidocPath(element.at.file)
          ? 'Name the columns in the first row, with [%header] above the table; a screen reader says the header before each cell'
          : 'Name the columns in the first row (in HTML with <th>); a screen reader says the header before each cell',
      }
  },
}
