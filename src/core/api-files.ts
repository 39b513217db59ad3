// Where the description of an interface lies that a book calls by a name: GitBook.com keeps them outside of repositories.
import { attempt } from './attempt.ts'
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
  const hosted = hostedPath(name)
  if (hosted !== undefined) return tailsOf(hosted, root)
  if (!/^[\w.-]+$/.test(name)) return []
  // The name is made of that of a file; what is no letter became a hyphen.
  const names = [...new Set([name, name.replaceAll('-', '_')])]
  return PLACES.flatMap(([folder, end]) =>
    names.map((one) => `${root}${folder}${one}${end}` as BookPath),
  )
}

/** A file on a host of repositories: the owner, the repository and, in one segment or more, what was checked out come first. */
const HOSTED =
  /^https?:\/\/(?:raw\.githubusercontent\.com|(?:www\.)?(?:github|gitlab)\.com|bitbucket\.org)\/[^/?#]+\/([^?#]+\.(?:ya?ml|json))(?:[?#].*)?$/i
/** So deep lies no description. */
const DEEPEST = 12

function hostedPath(address: string): string | undefined {
  const written = HOSTED.exec(address)?.[1]
  return written === undefined ? undefined : attempt(() => decodeURIComponent(written))
}

/** A description is mostly a file of the same repository. What is before its path nobody can tell: the longest end counts. */
function tailsOf(hosted: string, root: FolderPrefix): readonly BookPath[] {
  const segments = hosted.split('/').slice(-DEEPEST)
  const tails = segments.map((_, index) => segments.slice(index).join('/'))
  return tails
    .flatMap((tail) => (root === '' ? [tail] : [tail, root + tail]))
    .map(bookPath)
    .filter((path) => path !== undefined)
}
