// What it takes to move a page, a file or a folder: which files get which names, and which references change with
// them. Nothing is written here.
import { CONFIG_NAMES } from '../../book/config.ts'
import { setJsonValue } from '../../book/json-lenient.ts'
import { isPagePath } from '../../book/output.ts'
import type { Book } from '../../core/book.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import {
  type BookPath,
  type FolderPrefix,
  baseName,
  decodeReference,
  resolveReference,
} from '../../core/path.ts'
import { closest } from '../../core/suggest.ts'
import type { Files } from '../../files/files.ts'
import type { Checked } from '../check.ts'
import { type FileFixes, applyFixes, groupFixes } from '../fix.ts'
import { inMannerOf, splitReference } from '../fixes/source.ts'
import {
  leavesLanguage,
  movesStructure,
  noSuchSource,
  nowhereToRedirect,
  targetExists,
} from './problems.ts'
import { type SourceReference, sourceReferences } from './references.ts'

/** A file with its new name, its new text, or both. */
export interface FileChange {
  readonly from: BookPath
  readonly to: BookPath
  /** Undefined when the bytes stay as they are. */
  readonly content?: string
}

/** A move, or why there is none. */
export interface MovePlan {
  readonly changes: readonly FileChange[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Plans to move `from` to `to`, both as paths of the book. */
export function planMove(checked: Checked, files: Files, from: string, to: string): MovePlan {
  const listed = files.list()
  const isFolder = listed.some((path) => path.startsWith(`${from}/`))
  // As with other commands, what exists as a folder is where a thing goes into.
  const isInto = listed.some((path) => path.startsWith(`${to}/`)) && !isFolder
  const target = isInto ? `${to}/${baseName(from)}` : to
  const names = new Map(
    listed
      .filter((path) => path === from || path.startsWith(`${from}/`))
      .map((path) => [path, (target + path.slice(from.length)) as BookPath]),
  )
  const problem = refusal(checked, files, from, names)
  if (problem !== undefined || checked.book === undefined)
    return { changes: [], diagnostics: problem === undefined ? checked.diagnostics : [problem] }
  const edits = new Map(editsFor(checked.book, checked, files, names).map((one) => [one.file, one]))
  const touched = new Set([...names.keys(), ...edits.keys()])
  const changes = [...touched].sort().map((file) => {
    const fixes = edits.get(file)?.fixes ?? []
    const bytes = fixes.length === 0 ? undefined : files.bytes(file)
    const content = bytes && applyFixes(bytes, fixes)
    return {
      from: file,
      to: names.get(file) ?? file,
      ...(content === undefined ? {} : { content }),
    }
  })
  const redirects = withRedirects(checked, files, names)
  return {
    changes: redirects.change === undefined ? changes : [...changes, redirects.change],
    diagnostics: redirects.diagnostics,
  }
}

function refusal(
  { book }: Checked,
  files: Files,
  from: string,
  names: ReadonlyMap<BookPath, BookPath>,
): Diagnostic | undefined {
  if (names.size === 0) return noSuchSource(from, closest(from, files.list()))
  const taken = [...names.values()].find(
    (path) => files.size(path) !== undefined && !names.has(path),
  )
  if (taken !== undefined) return targetExists(taken)
  const structure = (book?.editions ?? []).flatMap(({ readme, summaryFile, glossaryFile }) => [
    readme,
    summaryFile,
    glossaryFile,
  ])
  const held = [...names.keys()].find(
    (path) => structure.includes(path) || CONFIG_NAMES.includes(baseName(path)),
  )
  return held === undefined ? leavingLanguage(book, names) : movesStructure(held)
}

/** A link with a leading '/' and a chapter of SUMMARY mean something in their own language only. */
function leavingLanguage(
  book: Book | undefined,
  names: ReadonlyMap<BookPath, BookPath>,
): Diagnostic | undefined {
  for (const { root, pages } of book?.editions ?? []) {
    const leaving = pages.find((page) => names.get(page)?.startsWith(root) === false)
    if (leaving !== undefined) return leavesLanguage(leaving, root)
  }
  return undefined
}

function editsFor(
  book: Book,
  checked: Checked,
  files: Files,
  names: ReadonlyMap<BookPath, BookPath>,
): readonly FileFixes[] {
  const outputs = new Map<string, BookPath>(
    [...checked.results.values()].map(({ path, output }) => [`${book.root}${output}`, path]),
  )
  const listed = new Set<string>(files.list())
  const rootOf = (path: BookPath): FolderPrefix =>
    book.editions
      .map(({ root }) => root)
      .filter((root) => path.startsWith(root))
      .toSorted((a, b) => b.length - a.length)[0] ?? book.root
  const find = (path: string): string | undefined => {
    if (path === '' || listed.has(path)) return path || undefined
    const source = outputs.get(path)
    if (source !== undefined) return source
    return [...listed].some((one) => one.startsWith(`${path}/`)) ? path : undefined
  }
  const fixes = sourceReferences(checked, files).flatMap((reference) => {
    const text = rewritten(reference, { names, find, root: rootOf(reference.at.file) })
    return text === undefined ? [] : [{ at: reference.at, text }]
  })
  return groupFixes(fixes)
}

interface Rewriting {
  readonly names: ReadonlyMap<BookPath, BookPath>
  /** What is at a path: a file, or a folder with something in it. */
  readonly find: (path: string) => string | undefined
  readonly root: FolderPrefix
}

const OUTSIDE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i

/** The reference as it has to be written after the move; undefined when it stays as it is. */
function rewritten(
  { at, written }: SourceReference,
  { names, find, root }: Rewriting,
): string | undefined {
  const { path, suffix } = splitReference(written) ?? { path: '', suffix: '' }
  if (path === '' || OUTSIDE.test(written)) return undefined
  const decoded = decodeReference(path).normalize('NFC')
  const target = find(resolveReference(at.file, decoded, root) ?? '')
  if (target === undefined) return undefined
  const file = names.get(at.file) ?? at.file
  const moved = movedTo(target, names)
  if (file === at.file && moved === target) return undefined
  const place = inMannerOf(path, file, moved, root)
  const slash = path.endsWith('/') && !place.endsWith('/') ? '/' : ''
  const text = place + slash + suffix
  return text === written ? undefined : text
}

/** The new place of a file, or of a folder of which everything moves. */
function movedTo(target: string, names: ReadonlyMap<BookPath, BookPath>): string {
  const own = names.get(target as BookPath)
  if (own !== undefined) return own
  for (const [from, to] of names)
    if (from.startsWith(`${target}/`)) {
      const rest = from.slice(target.length)
      return to.endsWith(rest) ? to.slice(0, to.length - rest.length) : target
    }
  return target
}

/** The configuration with a redirect for each page that readers know, and without those that would hide a page. */
function withRedirects(
  { book, results }: Checked,
  files: Files,
  names: ReadonlyMap<BookPath, BookPath>,
): { readonly change?: FileChange; readonly diagnostics: readonly Diagnostic[] } {
  const root = book?.root ?? ''
  const moved = [...names].filter(([from]) => results.has(from) && isPagePath(from))
  if (book === undefined || moved.length === 0) return { diagnostics: [] }
  const file = CONFIG_NAMES.find((name) => files.size(name as BookPath) !== undefined)
  const pairs = moved.map(([from, to]) => [from.slice(root.length), to.slice(root.length)] as const)
  if (file !== undefined && !file.endsWith('.json'))
    return { diagnostics: [nowhereToRedirect(file as BookPath, pairs)] }
  const path = 'book.json' as BookPath
  const before = file === undefined ? '{}\n' : (files.text(path)?.text ?? '{}\n')
  const listed = Array.isArray(book.config.raw['redirects'])
  const arrived = new Set(pairs.map(([, to]) => to))
  const old = book.config.redirects.filter(({ from }) => !arrived.has(from.replace(/^\//, '')))
  const content = listed
    ? setJsonValue(
        before,
        ['redirects'],
        [
          ...old.map(({ from, to }) => ({ from, to })),
          ...pairs.map(([from, to]) => ({ from, to })),
        ],
      )
    : pairs.reduce(
        (text, [from, to]) => setJsonValue(text, ['redirects', from], to),
        withoutKeys(before, book, arrived),
      )
  return { change: { from: path, to: path, content }, diagnostics: [] }
}

function withoutKeys(text: string, { config }: Book, arrived: ReadonlySet<string>): string {
  return config.redirects
    .filter(({ from }) => arrived.has(from.replace(/^\//, '')))
    .reduce((left, { from }) => setJsonValue(left, ['redirects', from], undefined), text)
}
