// Files that no page may show by including them: those whose name, or a folder's above them, begins with a dot. What is in
// them is for programs, secrets among it (`.env`, `.npmrc`, `.git/config`), and whoever writes pages need not be whoever
// may read them. A file that the book publishes, because an ignore file says so, is no secret.
import type { BookPath } from '../core/path.ts'
import type { Inputs } from '../core/dependency.ts'

/** GitBook.com keeps texts that pages include in `.gitbook`. */
const OPEN = new Set(['.gitbook', '.well-known'])

/** May no page include this file? */
export function isHidden(path: BookPath, inputs: Inputs): boolean {
  const isDotted = path.split('/').some((part) => part.startsWith('.') && !OPEN.has(part))
  return isDotted && !inputs.get('listed', path)
}
