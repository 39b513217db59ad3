// Addresses such as git+https://host/owner/repository.git/folder/file.md#branch. The repository's own address ends
// at `.git`, the file follows it, and what stands after `#` is a branch, a tag or a commit.

/** An address, taken apart. */
export interface GitAddress {
  /** What `git clone` gets: `https://host/owner/repository.git`. */
  readonly repository: string
  readonly protocol: 'https' | 'http' | 'ssh' | 'file' | 'git'
  /** The file inside the repository, without a leading slash. */
  readonly path: string
  /** Undefined for the default branch. */
  readonly ref?: string
}

const ADDRESS = /^git\+((https?|ssh|file|git):\/\/[^\s#]*?\.git)\/([^#]+)(?:#(.*))?$/
// Names that git takes for a branch, a tag or a commit. None begins with a dash, so none can be an option.
const REF = /^[\p{L}\p{N}_][\p{L}\p{N}._/+@-]*$/u

/** True for a reference that names a file of a git repository. */
export function isGitReference(reference: string): boolean {
  return reference.startsWith('git+')
}

/** The parts of an address; undefined when it is not of the expected form or climbs out of its repository. */
export function parseGitAddress(address: string): GitAddress | undefined {
  const found = ADDRESS.exec(address)
  if (found === null) return undefined
  const [, repository = '', protocol, written = '', ref = ''] = found
  const path = normalized([], written)
  if (path === undefined || path === '') return undefined
  if (ref !== '' && (!REF.test(ref) || ref.includes('..'))) return undefined
  return {
    repository,
    protocol: protocol as GitAddress['protocol'],
    path,
    ...(ref === '' ? {} : { ref }),
  }
}

/** The address that a reference inside a file of a repository means; undefined when the holder is not such a file. */
export function gitReference(holder: string, reference: string): string | undefined {
  const from = isGitReference(holder) ? parseGitAddress(holder) : undefined
  if (from === undefined) return undefined
  const folder = reference.startsWith('/') ? [] : from.path.split('/').slice(0, -1)
  // A path that climbs out stays as written, so that it is refused with its own words.
  const path = normalized(folder, reference) ?? reference
  return `git+${from.repository}/${path}${from.ref === undefined ? '' : `#${from.ref}`}`
}

function normalized(folder: readonly string[], path: string): string | undefined {
  const parts = [...folder]
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}
