// Where the description of an interface lies that a book calls by a name: GitBook.com keeps them outside of repositories.
import type { Config } from './book.ts'
import { type BookPath, type FolderPrefix, bookPath } from './path.ts'

/** Where descriptions may lie that no setting names. */
const PLACES = [
  '',
  '.gitbook/',
  '.gitbook/assets/',
  '.gitbook/openapi/',
  'openapi/',
  'api/',
].flatMap((folder) => ['.yaml', '.yml', '.json'].map((end) => [folder, end] as const))

/** The files that may hold the description of this name, the likeliest first: only these, when a setting names it. */
export function filesOfApi(
  name: string,
  { root, config }: { readonly root: FolderPrefix; readonly config: Pick<Config, 'openapi'> },
): readonly BookPath[] {
  const known = Object.hasOwn(config.openapi, name) ? config.openapi[name] : undefined
  if (known !== undefined) {
    const written = known.replace(/^\.?\//, '')
    return [root + written, written].map(bookPath).filter((path) => path !== undefined)
  }
  if (!/^[\w.-]+$/.test(name)) return []
  // The name is made of that of a file; what is no letter became a hyphen.
  const names = [...new Set([name, name.replaceAll('-', '_')])]
  return PLACES.flatMap(([folder, end]) =>
    names.map((one) => `${root}${folder}${one}${end}` as BookPath),
  )
}
