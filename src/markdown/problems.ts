import type { Diagnostic, Place } from '../core/diagnostic.ts'

/** A footnote that is referred to and not written. */
export function undefinedFootnote(at: Place, label: string): Diagnostic {
  return {
    code: 'markdown/undefined-footnote',
    severity: 'warning',
    message: `Expected a footnote "[^${label}]: …" on this page, found none; the reference is shown as text`,
    at,
    hint: `Write the note on a line of its own, or escape the bracket: \\[^${label}]`,
  }
}

/** A footnote that nothing refers to. */
export function unusedFootnote(at: Place, label: string): Diagnostic {
  return {
    code: 'markdown/unused-footnote',
    severity: 'info',
    message: `No text refers to the footnote "${label}"; it is shown after the others`,
    at,
  }
}

/** Two footnotes of the same name. */
export function duplicateFootnote(at: Place, label: string, first: Place): Diagnostic {
  return {
    code: 'markdown/duplicate-footnote',
    severity: 'warning',
    message: `Expected one footnote "${label}" on this page, found another; only the first is shown`,
    at,
    related: [{ at: first, message: 'The first is here' }],
  }
}

/** Two elements that their author gave the same id. */
export function duplicateId(at: Place, id: string, first: Place): Diagnostic {
  return {
    code: 'markdown/duplicate-id',
    severity: 'warning',
    message: `Expected each id once on a page, found "${id}" again; links lead to the first`,
    at,
    related: [{ at: first, message: 'The first is here' }],
  }
}

/** A line that was a heading in GitBook and is a paragraph in CommonMark. */
export function headingWithoutSpace(at: Place, marks: string, isHeading: boolean): Diagnostic {
  const shown = isHeading ? 'it is shown as a heading, as GitBook did' : 'it is shown as text'
  return {
    code: 'markdown/heading-without-space',
    severity: isHeading ? 'info' : 'warning',
    message: `Expected a space after "${marks}" to make a heading, found text; ${shown}`,
    at,
    hint: `Write a space after "${marks}", or "\\${marks}" when no heading is meant`,
  }
}
