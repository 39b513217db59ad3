// npm run licenses: writes LICENSES.md, the list of everything of others that users of handbook get.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { licensesFile } from './licenses/list.ts'

writeFileSync(path.resolve(import.meta.dirname, '../LICENSES.md'), licensesFile())
