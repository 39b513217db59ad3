import { readFileSync } from 'node:fs'
import path from 'node:path'
import { packageFolder } from './files/package.ts'

/** The version of this package, as in its package.json. */
export const version: string = (
  JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
).version
