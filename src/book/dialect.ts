// Which program a space was written for. Old books and those of GitBook.com share most of their language; where they
// read the same words in two ways, this decides.
import type { Config, Dialect } from '../core/book.ts'
import { type BookPath, type FolderPrefix, foldersAbove, prefixOf } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { CONFIG_NAMES, filesNamed } from './config.ts'
import { GITBOOK_YAML } from './config-imported.ts'
import { SITE_FILES } from './described-site.ts'

/** What a space is told by. */
export interface DialectSigns {
  readonly files: Files
  readonly config: Config
  readonly root: FolderPrefix
  readonly summaryFile: BookPath | undefined
}

/** The heading that GitBook.com writes above every table of contents; old books have another, or none. */
const HEADING = /^\s*#[ \t]+Table of contents[ \t]*$/m

/** What the author said, else what the files look like. */
export function dialectOf({ files, config, root, summaryFile }: DialectSigns): Dialect {
  if (config.dialect !== undefined) return config.dialect
  const folders = [...foldersAbove(root), ''].map(prefixOf)
  const has = (names: readonly string[]): boolean =>
    folders.some((folder) => filesNamed(files, folder, names).length > 0)
  const heading = (summaryFile && files.text(summaryFile)?.text.slice(0, 2000)) ?? ''
  const isExported = HEADING.test(heading)
  if (has(CONFIG_NAMES) && config.plugins.length > 0 && !isExported) return 'gitbook'
  if (isExported || has([GITBOOK_YAML, ...SITE_FILES])) return 'gitbook.com'
  const hasFolder = files
    .list()
    .some((path) => folders.some((at) => path.startsWith(`${at}.gitbook/`)))
  return hasFolder && !has(CONFIG_NAMES) ? 'gitbook.com' : 'gitbook'
}
