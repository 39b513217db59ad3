import type { Heading } from '../../core/book.ts'
import type { Diagnostic, Place } from '../../core/diagnostic.ts'
import type { BookPath } from '../../core/path.ts'

function meant(near: string | undefined): { readonly hint?: string } {
  return near === undefined ? {} : { hint: `Did you mean "${near}"?` }
}

/** There is nothing to move. */
export function noSuchSource(path: string, near: string | undefined): Diagnostic {
  return {
    code: 'move/no-such-source',
    severity: 'error',
    message: `There is no file or folder "${path}" in the book`,
    ...meant(near),
  }
}

/** A heading of a page that is none. */
export function noSuchPage(path: string, near: string | undefined): Diagnostic {
  return {
    code: 'move/no-such-source',
    severity: 'error',
    message: `Expected a page of the book before the "#", found "${path}"`,
    ...meant(near),
  }
}

/** Nothing would change. */
export function sameName(path: string): Diagnostic {
  return {
    code: 'move/same-name',
    severity: 'error',
    message: `"${path}" has this name already`,
  }
}

/** Something is in the way. */
export function targetExists(path: BookPath): Diagnostic {
  return {
    code: 'move/target-exists',
    severity: 'error',
    message: `"${path}" exists already, and nothing is ever replaced`,
    at: { file: path },
    hint: 'Choose another name, or move that file away first',
  }
}

/** A place below something that is no folder. */
export function belowFile(path: BookPath, file: string): Diagnostic {
  return {
    code: 'move/target-exists',
    severity: 'error',
    message: `Expected a folder "${file}" for "${path}", found a file of that name`,
    hint: 'Choose another name, or move that file away first',
  }
}

/** A page that would be none. */
export function noPageName(from: BookPath, to: BookPath, proposal: string): Diagnostic {
  return {
    code: 'move/no-page-name',
    severity: 'error',
    message: `"${from}" is a page, and a file called "${to}" would be none`,
    hint: `Write "${proposal}", or end the name with "/" if it is a folder`,
  }
}

const HELD = {
  configuration: {
    why: 'holds the book together and stays where it is',
    hint: 'A configuration is found by its name and its place',
  },
  language: {
    why: 'holds one language of the book together and stays where it is',
    hint: 'Rename it yourself, and name it under "structure" in the configuration of that language; the folder of a language can be moved as a whole',
  },
  root: {
    why: 'holds the book together, and its new place is outside of the content',
    hint: 'Choose a name inside the content, or move the folder yourself and set "root" in the configuration',
  },
  program: {
    why: 'holds the book together, and the configuration that must name its new place is a program',
    hint: 'Rename it yourself, and name it under "structure" in the configuration',
  },
} as const

/** A file that the book is held together by. */
export function movesStructure(path: BookPath, reason: keyof typeof HELD): Diagnostic {
  const { why, hint } = HELD[reason]
  return {
    code: 'move/structure-file',
    severity: 'error',
    message: `"${path}" ${why}`,
    at: { file: path },
    hint,
  }
}

/** A page of one language among those of another. */
export function leavesLanguage(path: BookPath, root: string): Diagnostic {
  return {
    code: 'move/leaves-language',
    severity: 'error',
    message: `"${path}" is a page of the language in "${root}", and its new place is not`,
    at: { file: path },
    hint: `Choose a name that begins with "${root}"`,
  }
}

/** A name outside the book. */
export function moveOutside(path: string): Diagnostic {
  return {
    code: 'move/outside-book',
    severity: 'error',
    message: `"${path}" is outside the book`,
    hint: 'Both names are relative to the folder of the book, which --book names',
  }
}

/** A configuration that is a program: nobody can add a line to it but its author. */
export function nowhereToRedirect(
  file: BookPath,
  pairs: readonly (readonly [from: string, to: string])[],
): Diagnostic {
  return {
    code: 'move/no-redirect',
    severity: 'warning',
    message: `Old addresses lead nowhere until "${file}" has redirects for them`,
    at: { file },
    hint: `Add to it: redirects: ${JSON.stringify(Object.fromEntries(pairs))}`,
  }
}

/** No heading has this anchor or this text. */
export function noSuchHeading(
  file: BookPath,
  wanted: string,
  near: string | undefined,
): Diagnostic {
  return {
    code: 'move/no-such-heading',
    severity: 'error',
    message: `"${file}" has no heading "${wanted}"`,
    at: { file },
    hint:
      near === undefined
        ? '`handbook urls` lists the anchors of every page'
        : `Did you mean "${file}#${near}"?`,
  }
}

/** A text that several headings have. */
export function ambiguousHeading(
  file: BookPath,
  wanted: string,
  headings: readonly Heading[],
): Diagnostic {
  const names = headings.map(({ id }) => `"${file}#${id}"`)
  return {
    code: 'move/ambiguous-heading',
    severity: 'error',
    message: `${headings.length} headings of "${file}" are called "${wanted}"`,
    at: { file },
    hint: `Name one by its anchor: ${names.join(', ')}`,
  }
}

/** An anchor that is no heading's. */
export function notAHeading(file: BookPath, id: string): Diagnostic {
  return {
    code: 'move/not-a-heading',
    severity: 'error',
    message: `"${id}" is an id in "${file}", and not that of a heading`,
    at: { file },
    hint: 'Change the id by hand; `handbook check` lists the links that then lead nowhere',
  }
}

/** A heading that nobody wrote as such. */
export function unwrittenHeading(file: BookPath, text: string): Diagnostic {
  return {
    code: 'move/not-a-heading',
    severity: 'error',
    message: `The heading "${text}" does not stand in "${file}" as plain text on one line`,
    at: { file },
    hint: 'It is written in HTML, on several lines, or by a template: change it by hand',
  }
}

/** A section for another page. */
export function leavesPage(from: string, to: string): Diagnostic {
  return {
    code: 'move/leaves-page',
    severity: 'error',
    message: `A heading is renamed in its own page, and "${to}" is another one than "${from}"`,
    hint: 'Move the section by hand and redirect its anchor; `handbook check` lists the links to mend',
  }
}

/** An anchor that something else has. */
export function anchorExists(file: BookPath, id: string): Diagnostic {
  return {
    code: 'move/target-exists',
    severity: 'error',
    message: `"${file}" has a heading or id "${id}" already`,
    at: { file },
    hint: 'Choose another anchor',
  }
}

/** An anchor that cannot be written. */
export function unusableAnchor(file: BookPath, id: string): Diagnostic {
  return {
    code: 'move/unusable-name',
    severity: 'error',
    message: `Expected an anchor without spaces and brackets, found "${id}"`,
    at: { file },
    hint: 'Letters of any script, digits, hyphens and underscores make a good one',
  }
}

/** A text that is no heading's. */
export function unusableText(file: BookPath, text: string): Diagnostic {
  return {
    code: 'move/unusable-name',
    severity: 'error',
    message: `Expected one line of text for a heading, found "${text.replaceAll(/\s+/g, ' ')}"`,
    at: { file },
  }
}

/** Above what the book would say after a move, and does not say now. */
export function wouldBreak(count: number): Diagnostic {
  return {
    code: 'move/would-break',
    severity: 'error',
    message: `Nothing was changed, because the book would have problems then that it does not have now: ${count}`,
    hint: 'Change the places that are shown by hand first, so that they do not depend on the name, or choose another name',
  }
}

/** An anchor that passes to another heading. */
export function anchorReused(file: BookPath, id: string, text: string): Diagnostic {
  return {
    code: 'move/anchor-reused',
    severity: 'warning',
    message: `Readers who kept the address "#${id}" of "${file}" come to another heading now: "${text}"`,
    at: { file },
    hint: 'Headings of the same text are numbered. Links in the book follow; an anchor of its own for each of them would hold for readers too',
  }
}

/** A link that a move cannot write anew. */
export function linkAstray(at: Place, written: string): Diagnostic {
  return {
    code: 'move/leads-elsewhere',
    severity: 'error',
    message: `"${written}" would lead to another place than now`,
    at,
  }
}

/** A file that would become part of the structure by its new name, or would cease to be. */
export function structureAstray(path: BookPath): Diagnostic {
  return {
    code: 'move/other-role',
    severity: 'error',
    message: `"${path}" would have another role in the book than now: start page, SUMMARY or glossary`,
    ...(path === '' ? {} : { at: { file: path } }),
  }
}

/** Another heading changed, or the wanted anchor was not the outcome. */
export function headingAstray(file: BookPath, text: string): Diagnostic {
  return {
    code: 'move/unusable-name',
    severity: 'error',
    message: `"${text}" would not be a heading like the one before, or others would change with it`,
    at: { file },
    hint: 'Choose another text, or change it by hand',
  }
}
