import type { Diagnostic } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'

/** A symbolic link whose target is not in the book. */
export function symlinkOutside(path: BookPath): Diagnostic {
  return {
    code: 'files/symlink-outside',
    severity: 'warning',
    message: `"${path}" is a symbolic link that leads out of the book's folder; it is left out`,
    at: { file: path },
    hint: 'Copy what it points to into the book, or hide the link with .bookignore',
  }
}

/** A file or folder that the operating system does not let us read. */
export function unreadable(path: string, reason: string): Diagnostic {
  const name = path === '' ? "The book's folder" : `"${path}"`
  return {
    code: 'files/unreadable',
    severity: path === '' ? 'error' : 'warning',
    message: `${name} cannot be read (${reason})${path === '' ? '' : '; it is left out'}`,
    ...(path === '' ? {} : { at: { file: path as BookPath } }),
    hint:
      path === '' ? 'Check the name of the folder' : 'Check its permissions and where it points',
  }
}
