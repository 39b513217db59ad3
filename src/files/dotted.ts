// Names that begin with a dot: files for programs, secrets among them (`.env`, `.npmrc`, `.git/config`).

/** GitBook.com keeps texts that pages include in `.gitbook`. */
const OPEN: ReadonlySet<string> = new Set(['.gitbook', '.well-known'])

/** Is a file, or a folder above it, one for programs alone? The path has slashes and is seen from the book's folder. */
export function isDotted(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') && !OPEN.has(part))
}
