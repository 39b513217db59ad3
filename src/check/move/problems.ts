import type { Diagnostic } from '../../core/diagnostic.ts'
import type { BookPath } from '../../core/path.ts'

/** There is nothing to move. */
export function noSuchSource(path: string, near: string | undefined): Diagnostic {
  return {
    code: 'move/no-such-source',
    severity: 'error',
    message: `There is no file or folder "${path}" in the book`,
    ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
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

/** A file that the book is held together by. */
export function movesStructure(path: BookPath): Diagnostic {
  return {
    code: 'move/structure-file',
    severity: 'error',
    message: `"${path}" holds the book together and stays where it is`,
    at: { file: path },
    hint: 'Rename it yourself, and name it under "structure" in the configuration',
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
