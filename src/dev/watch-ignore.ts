/** Folders in which a book has nothing to read and others have much to write. */
const heavyFolders: ReadonlySet<string> = new Set([
  'node_modules',
  '_book',
  '.git',
  '.hg',
  '.svn',
  '.jj',
  '.idea',
  '.handbook',
])

/** What editors and programs leave for a moment while they save. */
const temporary: readonly RegExp[] = [
  /~$/,
  /^\.#/,
  /^#.*#$/,
  /^~\$/,
  /\.sw[a-z]$/i,
  /^4913$/,
  /___jb_(?:tmp|old)___$/,
  /\.(?:tmp|temp|crdownload|part)$/i,
  /^\.goutputstream-/,
  /^\.~lock\..*#$/,
  /^\.DS_Store$/,
]

/** True for a path inside the book, '/'-separated, whose changes mean nothing to it. */
export function isIgnoredChange(path: string): boolean {
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  return parts.some((part) => heavyFolders.has(part)) || temporary.some((rule) => rule.test(name))
}
