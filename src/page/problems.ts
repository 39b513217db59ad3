import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'

/** Front matter that YAML cannot read. */
export function invalidFrontMatter(
  file: BookPath,
  reason: string,
  line: number,
  column: number,
): Diagnostic {
  return {
    code: 'front-matter/invalid-yaml',
    severity: 'warning',
    message: `The front matter is not valid YAML: ${reason}`,
    at: { file, start: { line, column } },
    hint: 'Values with a colon or a leading special character need quotes: title: "Part 1: the start"',
  }
}

/** Two lines of dashes around something that has no keys. */
export function notAMapping(file: BookPath): Diagnostic {
  return {
    code: 'front-matter/not-a-mapping',
    severity: 'warning',
    message:
      'Expected front matter of the form `key: value`, found other text; it is shown as content',
    at: { file, start: { line: 1, column: 1 } },
    hint: 'For a line across the page at the very start, use *** instead of ---',
  }
}

/** Bytes that are not UTF-8. */
export function notUtf8(file: BookPath, line: number, column: number): Diagnostic {
  return {
    code: 'page/not-utf8',
    severity: 'warning',
    message: 'Expected UTF-8, found bytes of another encoding; they are shown as \uFFFD',
    at: { file, start: { line, column } },
    hint: 'Save the file as UTF-8, for example with: iconv -f GB18030 -t UTF-8 old.md > new.md',
  }
}

/** A page beyond what can be rendered in reasonable time and memory. */
export function tooLarge(file: BookPath, bytes: number, limit: number): Diagnostic {
  return {
    code: 'page/too-large',
    severity: 'error',
    message: `Expected a page of at most ${limit / 1e6} MB, found ${(bytes / 1e6).toFixed(1)} MB`,
    at: { file },
    hint: 'Split the page, or add it to .bookignore and link to the file itself',
  }
}

/** A link to a file that is not in the book. */
export function missingFile(at: Place, written: string, near: string | undefined): Diagnostic {
  return {
    code: 'links/missing-file',
    severity: 'warning',
    message: `This link points to "${written}", and there is no such file in the book`,
    at,
    ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
  }
}

/** A link whose case is not the file's. */
export function caseDiffers(at: Place, written: string, actual: string): Diagnostic {
  return {
    code: 'links/case-differs',
    severity: 'warning',
    message: `This link says "${written}", and the file is called "${actual}"`,
    at,
    hint: 'Most web servers tell upper from lower case; the built page uses the real name',
  }
}

/** A link to a file that an ignore file hides. */
export function ignoredFile(at: Place, written: string): Diagnostic {
  return {
    code: 'links/ignored-file',
    severity: 'warning',
    message: `This link points to "${written}", which the book's ignore files leave out of the site`,
    at,
    hint: 'Remove it from .bookignore or .gitignore (or add `!` and its name to .bookignore)',
  }
}

/** A link that climbs out of the book. */
export function outsideBook(at: Place, written: string): Diagnostic {
  return {
    code: 'links/outside-book',
    severity: 'warning',
    message: `This link leads out of the book's folder: "${written}"`,
    at,
    hint: 'Link to the file on the web, or move it into the book',
  }
}

/** A link to a page that SUMMARY does not list. */
export function unlistedPage(at: Place, written: string): Diagnostic {
  return {
    code: 'links/unlisted-page',
    severity: 'warning',
    message: `"${written}" is a page that SUMMARY does not list; it is built, but readers find it only here`,
    at,
    hint: 'Add it to SUMMARY',
  }
}

/** An image that is not in the book. */
export function missingImage(at: Place, written: string, near: string | undefined): Diagnostic {
  return {
    code: 'images/missing-file',
    severity: 'warning',
    message: `This image is "${written}", and there is no such file in the book`,
    at,
    ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
  }
}
