import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'

function warning(code: Diagnostic['code'], at: Place, message: string, hint?: string): Diagnostic {
  return { code, severity: 'warning', message, at, ...(hint === undefined ? {} : { hint }) }
}

function didYouMean(near: string | undefined): string | undefined {
  return near === undefined ? undefined : `Did you mean "${near}"?`
}

/** A chapter whose page does not exist. */
export function missingPage(at: Place, written: string, near: string | undefined): Diagnostic {
  return warning(
    'summary/missing-page',
    at,
    `This chapter points to "${written}", and there is no such file in the book`,
    didYouMean(near) ?? 'Create the file, or remove the link to keep the title alone',
  )
}

/** A chapter whose spelling differs from the file's in upper and lower case. */
export function summaryCaseDiffers(at: Place, written: string, actual: string): Diagnostic {
  return warning(
    'summary/case-differs',
    at,
    `This chapter says "${written}", and the file is called "${actual}"`,
    'Most web servers tell upper from lower case; the built site uses the real name',
  )
}

/** A chapter whose page an ignore file hides. */
export function ignoredPage(at: Place, written: string): Diagnostic {
  return warning(
    'summary/ignored-page',
    at,
    `This chapter points to "${written}", which the book's ignore files leave out of the site`,
    'Remove it from .bookignore or .gitignore (or add `!` and its name to .bookignore)',
  )
}

/** A chapter that points out of the book's folder. */
export function summaryOutside(at: Place, written: string): Diagnostic {
  return warning(
    'summary/outside-book',
    at,
    `This chapter leads out of the book: "${written}"`,
    'Move the file into the book, or link to it on the web',
  )
}

/** A chapter that names a heading without a page. */
export function anchorOnly(at: Place, written: string): Diagnostic {
  return warning(
    'summary/anchor-only',
    at,
    `Expected a page before the anchor, found only "${written}"`,
    `Write the page first: page.md${written}`,
  )
}

/** A chapter that points to a folder without a start page. */
export function folderWithoutReadme(at: Place, written: string): Diagnostic {
  return warning(
    'summary/folder-without-readme',
    at,
    `This chapter points to the folder "${written}", and there is no README in it`,
    'Add a README.md to the folder, or point to one of its pages',
  )
}

/** An item of a list that shows nothing. */
export function emptyTitle(at: Place): Diagnostic {
  return warning(
    'summary/empty-title',
    at,
    'Expected a title, found an item without text',
    'Write * [Title](page.md)',
  )
}

/** A marker that touches the text after it. */
export function missingSpace(at: Place): Diagnostic {
  return warning(
    'summary/missing-space',
    at,
    'Expected a space after the marker of the list; the item is read as if it were there',
    'Write * [Title](page.md)',
  )
}

/** A list that nests without end. */
export function tooDeep(at: Place): Diagnostic {
  return warning(
    'summary/too-deep',
    at,
    'This list nests more than 16 levels deep; what lies deeper is shown at the last of them',
    'Check the indentation from this line on',
  )
}

/** A table of contents without a single entry. */
export function emptySummary(file: BookPath): Diagnostic {
  return warning(
    'summary/no-chapters',
    { file },
    'Expected a list of chapters, found none',
    'Write a list of links: * [Title](page.md)',
  )
}

/** A book without start page. */
export function noReadme(at: Place | undefined, wanted: string): Diagnostic {
  return {
    code: 'book/no-readme',
    severity: 'error',
    message: `Expected a start page called "${wanted}", found none`,
    ...(at === undefined ? {} : { at }),
    hint: 'Create it, or name another one under "structure.readme"; an ignored file does not count',
  }
}

/** A structure file that the configuration names and nobody can find. */
export function missingStructureFile(at: Place, key: string, name: string): Diagnostic {
  return warning(
    'book/missing-structure-file',
    at,
    `Expected the file "${name}" that "structure.${key}" names, found none`,
    'Names are relative to the content root',
  )
}

/** A heading of the glossary without text. */
export function emptyTerm(at: Place): Diagnostic {
  return warning('glossary/empty-term', at, 'Expected a term, found an empty heading')
}

/** A term that is defined a second time. */
export function duplicateTerm(at: Place, name: string, first: Place): Diagnostic {
  return {
    ...warning(
      'glossary/duplicate-term',
      at,
      `Expected each term once, found "${name}" again; this definition is used`,
      'Merge the two definitions',
    ),
    related: [{ at: first, message: 'First defined here' }],
  }
}

/** A list of languages that lists none. */
export function noLanguages(file: BookPath): Diagnostic {
  return warning(
    'languages/none',
    { file },
    'Expected a list of languages, found none; the book is built as one in a single language',
    'Write * [English](en)',
  )
}

/** A language without a folder. */
export function languageWithoutFolder(at: Place, name: string): Diagnostic {
  return warning(
    'languages/no-link',
    at,
    `Expected a link to a folder for the language "${name}", found a title alone`,
    `Write * [${name}](folder)`,
  )
}

/** A language that is somewhere else. */
export function externalLanguage(at: Place, written: string): Diagnostic {
  return warning(
    'languages/external',
    at,
    `Expected a folder of the book, found the address "${written}"; it is left out`,
  )
}

/** A language whose folder does not exist or has nothing in it. */
export function missingLanguage(at: Place, written: string, near: string | undefined): Diagnostic {
  return warning(
    'languages/missing-folder',
    at,
    `Expected the folder "${written}" with the pages of this language, found none`,
    didYouMean(near) ?? 'Folders are relative to the list of languages',
  )
}

/** A language that points out of the book, or to all of it. */
export function languageOutside(at: Place, written: string): Diagnostic {
  return warning(
    'languages/outside-book',
    at,
    `Expected a folder below the content root, found "${written}"`,
  )
}

/** A folder that is listed for two languages. */
export function duplicateLanguage(at: Place, written: string): Diagnostic {
  return warning(
    'languages/duplicate',
    at,
    `Expected each folder once, found "${written}" again; it is left out`,
  )
}
