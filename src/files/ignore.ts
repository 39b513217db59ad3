// What a book leaves out of its site: built-in rules first, then the ignore files of each folder with the meaning that
// git gives them. A later rule wins over an earlier one, a deeper folder over the one above it.
import ignore from 'ignore'
import { once } from '../core/attempt.ts'

/** Files with patterns, the later ones overriding the earlier. */
export const IGNORE_FILES: readonly string[] = ['.ignore', '.gitignore', '.bookignore']

/** A folder with this file in it was written by us: it is output, never source. */
export const MANIFEST_NAME = '.handbook-manifest.json'

/** Rules that hold unless an ignore file says otherwise. Tools' files are only meant at the top of the book. */
export const BUILT_IN: readonly string[] = [
  '.*',
  '!.nojekyll',
  '!.well-known',
  '!.gitbook',
  '.gitbook/*',
  '!.gitbook/assets',
  'node_modules',
  '_book',
  '/package.json',
  '/package-lock.json',
  '/npm-shrinkwrap.json',
  '/yarn.lock',
  '/pnpm-lock.yaml',
  '/bun.lock',
  '/bun.lockb',
  // What editors and merges leave behind: drafts that nobody meant to publish.
  '*~',
  '~$*',
  String.raw`\#*#`,
  '*.orig',
  '*.bak',
  '*.rej',
  '*.sw[a-p]',
  '*.save',
  '*___jb_tmp___',
  '*___jb_old___',
  '*_BACKUP_[0-9]*.*',
  '*_BASE_[0-9]*.*',
  '*_LOCAL_[0-9]*.*',
  '*_REMOTE_[0-9]*.*',
  '4913',
  'Thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
]

/**
 * Paths that a built-in rule may mean, by the names in them: all others are compared with the rules of the book alone, one
 * by one, which takes longer than to read the folders.
 */
const MAY_BE_BUILT_IN = new RegExp(`(?:${BUILT_IN.map(expressionOf).join('|')})(?:/|$)`)

/** Finds names that the first part of a rule means, which may have stars, sets of characters and an escaped `#`. */
function expressionOf(rule: string): string {
  const [name = ''] = rule.replace(/^!?\/?/, '').split('/')
  const isOpen = name.startsWith('*')
  const expression = name
    .slice(isOpen ? 1 : 0)
    .replaceAll(String.raw`\#`, '#')
    .replaceAll(/[.$]/g, String.raw`\$&`)
    .replaceAll('*', '[^/]*')
  return isOpen ? expression : `(?:^|/)${expression}`
}

/** Each may be compared with every part of every path, for each of the others again. */
const MOST_DEEP_STARS = 3
/** No path is as long. */
const LONGEST_PATTERN = 4096

/** The patterns of an ignore file without those that take too long to compare, and the lines of these. */
export function usablePatterns(text: string): {
  readonly usable: string
  readonly unusable: readonly number[]
} {
  const unusable: number[] = []
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line, index) => {
      const stars = line.split('**').length - 1
      if (stars <= MOST_DEEP_STARS && line.length <= LONGEST_PATTERN) return line
      unusable.push(index + 1)
      return ''
    })
  return { usable: lines.join('\n'), unusable }
}

type Matcher = ReturnType<typeof ignore>

/** The rules of one folder, asked with paths relative to it. */
interface Layer {
  /** '' or a path with a trailing slash. */
  readonly folder: string
  readonly matcherFor: (path: string) => Matcher | undefined
}

/** Rules in force somewhere in the tree, outermost first. */
export type IgnoreRules = readonly Layer[]

/** The rules of the book's own folder; `patterns` are the texts of its ignore files in order. */
export function topRules(patterns: readonly string[]): IgnoreRules {
  const all = once(() => matcherOf([BUILT_IN.join('\n'), ...patterns]))
  const own = patterns.length === 0 ? undefined : matcherOf(patterns)
  return [{ folder: '', matcherFor: (path) => (MAY_BE_BUILT_IN.test(path) ? all() : own) }]
}

/** The rules inside a folder that has ignore files of its own. */
export function nestedRules(
  outer: IgnoreRules,
  folder: string,
  patterns: readonly string[],
): IgnoreRules {
  if (patterns.length === 0) return outer
  const matcher = matcherOf(patterns)
  return [...outer, { folder, matcherFor: () => matcher }]
}

function matcherOf(patterns: readonly string[]): Matcher {
  const matcher = ignore({ ignorecase: false })
  for (const text of patterns) matcher.add(text.replaceAll('\r', ''))
  return matcher
}

/** Is this path left out? Folders carry a trailing slash. Those above it are taken to be included. */
export function isIgnored(rules: IgnoreRules, path: string): boolean {
  for (const { folder, matcherFor } of rules.toReversed()) {
    const below = path.slice(folder.length)
    const result = matcherFor(below)?.test(below)
    if (result?.ignored) return true
    if (result?.unignored) return false
  }
  return false
}
