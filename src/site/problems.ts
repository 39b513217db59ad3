import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'

/** A link to a heading or id that its page does not have. */
export function missingAnchor(found: {
  readonly to: BookPath
  readonly anchor: string
  readonly at: Place | undefined
  readonly near: string | undefined
}): Diagnostic {
  const { to, anchor, at, near } = found
  return {
    code: 'links/missing-anchor',
    severity: 'warning',
    message: `This link points to "#${anchor}", and ${to} has no heading or id of that name`,
    ...(at === undefined ? {} : { at }),
    ...(near === undefined ? {} : { hint: `Did you mean "#${near}"?` }),
  }
}

/** A link above the chapters to a page that is none of the book's. */
export function missingSidebarPage(
  at: Place | undefined,
  written: string,
  near: string | undefined,
): Diagnostic {
  return {
    code: 'links/missing-sidebar-page',
    severity: 'warning',
    message: `The sidebar links to "${written}", and the book has no such page`,
    ...(at === undefined ? {} : { at }),
    ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
  }
}

/** Two sources that would be written to one file. */
export function outputCollision(output: string, first: BookPath, second: BookPath): Diagnostic {
  return {
    code: 'output/collision',
    severity: 'error',
    message: `"${first}" and "${second}" would both be written to "${output}"`,
    at: { file: second },
    hint: 'Rename one of them, or leave one out with .bookignore',
    related: [{ at: { file: first }, message: 'The first of the two' }],
  }
}

/** Two outputs that differ in case only. */
export function caseCollision(first: BookPath, second: BookPath): Diagnostic {
  return {
    code: 'output/case-collision',
    severity: 'warning',
    message: `"${first}" and "${second}" differ only in case: on Windows and macOS one replaces the other`,
    at: { file: second },
    hint: 'Rename one of them',
    related: [{ at: { file: first }, message: 'The first of the two' }],
  }
}
