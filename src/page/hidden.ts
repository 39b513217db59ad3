// Files that no page may show by including them: those whose name, or a folder's above them, begins with a dot. What is in
// them is for programs, secrets among it (`.env`, `.npmrc`, `.git/config`), and whoever writes pages need not be whoever
// may read them. A file that the book publishes, because an ignore file says so, is no secret.
import type { Inputs } from '../core/dependency.ts'
import type { BookPath } from '../core/path.ts'
import { isDotted } from '../files/dotted.ts'

/** May no page include this file? */
export function isHidden(path: BookPath, inputs: Inputs): boolean {
  return isDotted(path) && !inputs.get('listed', path)
}
