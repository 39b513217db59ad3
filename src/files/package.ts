// Where this package is: its sources, its compiled files and the bundle that users get stand at different depths of it.
import { existsSync } from 'node:fs'
import path from 'node:path'

/** The folder of the package, which holds `templates`, `docs` and package.json. */
export const packageFolder: string = folderAbove(import.meta.dirname)

function folderAbove(folder: string): string {
  const above = path.dirname(folder)
  const isPackage = existsSync(path.join(folder, 'package.json'))
  return isPackage || above === folder ? folder : folderAbove(above)
}
