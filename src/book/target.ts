// What the link of a chapter means: a page, a file, an address outside, or nothing that exists.
import type { ChapterTarget } from '../core/book.ts'
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import {
  type BookPath,
  type FolderPrefix,
  decodeReference,
  resolveReference,
  writtenFrom,
} from '../core/path.ts'
import { isAddress } from '../core/reference.ts'
import { problem } from '../messages/problem.ts'
import type { Lookup } from './lookup.ts'
import { isPagePath } from './output.ts'

/** Where links are written, and what they can reach. */
export interface LinkScope {
  /** The file with the links. */
  readonly file: BookPath
  /** What a leading '/' means: the root of the space. */
  readonly root: FolderPrefix
  /** The content root of the book: files outside are not published. */
  readonly bookRoot: FolderPrefix
  readonly lookup: Lookup
}

/** A link as written, and where. */
export interface WrittenLink {
  readonly href: string
  readonly at: Place
}

/** Resolves the link of a chapter. */
export function resolveTarget(scope: LinkScope, link: WrittenLink): Outcome<ChapterTarget> {
  const { href, at } = link
  if (isAddress(href, scope.lookup.exists))
    return { value: { kind: 'link', url: href }, diagnostics: [] }
  const [, written = '', anchor = ''] = /^([^#]*)(?:#(.*))?$/s.exec(href) ?? []
  if (written === '') return draft(problem('summary/anchor-only', at, { written: href }))
  const candidates = pathsOf(scope, written)
  const [first] = candidates
  if (first === undefined) return draft(problem('summary/outside-book', at, { written: href }))
  for (const path of candidates) {
    const found = locate(scope, path)
    if (found !== undefined) return existing(scope, found, { path, written, anchor, at })
  }
  return missingTarget(scope, first, link, written)
}

/** A path that was looked for and found, in the author's words. */
interface Sought {
  readonly path: string
  readonly written: string
  readonly anchor: string
  readonly at: Place
}

function existing(scope: LinkScope, found: BookPath, sought: Sought): Outcome<ChapterTarget> {
  const { path, written, at } = sought
  if (!found.startsWith(scope.bookRoot))
    return draft(problem('summary/outside-book', at, { written }))
  const anchor = decodeReference(sought.anchor)
  const value = {
    kind: isPagePath(found) ? 'page' : 'asset',
    path: found,
    ...(anchor === '' ? {} : { anchor }),
  } as const
  const isSame = found === path || path === '' || scope.lookup.isFolder(path)
  const diagnostics = isSame
    ? []
    : [problem('summary/case-differs', at, { written, actual: inSpelling(scope, found) })]
  return { value, diagnostics }
}

function draft(diagnostic: Diagnostic, missing?: BookPath): Outcome<ChapterTarget> {
  const value = { kind: 'draft', ...(missing === undefined ? {} : { missing }) } as const
  return { value, diagnostics: [diagnostic] }
}

/**
 * The paths that a reference may mean, likeliest first: percent codes decoded or literal, with or without a query,
 * relative to the file or to the root.
 */
function pathsOf(scope: LinkScope, written: string): readonly string[] {
  const clean = written.replaceAll('\\', '/')
  const bare = clean.replace(/\?.*$/s, '')
  const spellings = new Set([decodeReference(bare), bare, decodeReference(clean), clean])
  const fromRoot = `${scope.root}SUMMARY.md` as BookPath
  const paths = new Set<string>()
  for (const origin of [scope.file, fromRoot])
    for (const spelling of spellings) {
      const path = resolveReference(origin, spelling.normalize('NFC'), scope.root)
      if (path !== undefined) paths.add(path)
    }
  return [...paths]
}

/** The published file behind a path: itself, a folder's start page, or the same in another case. */
function locate({ lookup }: LinkScope, path: string): BookPath | undefined {
  if (lookup.listed.has(path)) return path as BookPath
  if (path === '' || lookup.isFolder(path)) return lookup.readmeOf(path)
  return lookup.otherCase(path)
}

function missingTarget(
  scope: LinkScope,
  path: string,
  { href, at }: WrittenLink,
  written: string,
): Outcome<ChapterTarget> {
  const { lookup } = scope
  if (path === '' || lookup.isFolder(path))
    return draft(problem('summary/folder-without-readme', at, { written: href }))
  const absent = path as BookPath
  if (lookup.exists(path)) return draft(problem('summary/ignored-page', at, { written }), absent)
  const near = lookup.similar(path, scope.root)
  const suggestion = near === undefined ? undefined : inSpelling(scope, near)
  return draft(problem('summary/missing-page', at, { written, near: suggestion }), absent)
}

/** A path of the book as the author of the file would write it. */
function inSpelling(scope: LinkScope, path: string): string {
  return writtenFrom(scope.file, path)
}
