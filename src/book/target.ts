// What the link of a chapter means: a page, a file, an address outside, or nothing that exists.
import type { ChapterTarget } from '../core/book.ts'
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import {
  type BookPath,
  type FolderPrefix,
  decodeReference,
  extensionOf,
  writtenFrom,
} from '../core/path.ts'
import {
  type Candidate,
  type ReferenceParts,
  candidatesOf,
  isAddress,
  isOfDeleted,
  splitReference,
} from '../core/reference.ts'
import { problem } from '../messages/problem.ts'
import { isOnDisk, unusableAddress, webAddress } from '../tree/unusable-address.ts'
import type { Lookup } from './lookup.ts'
import { isPagePath } from './output.ts'
import { type Resolution, type StartPages, findPath } from './resolve.ts'

/** Where links are written, and what they can reach. */
export interface LinkScope {
  /** The file with the links. */
  readonly file: BookPath
  /** What a leading '/' means: the root of the space. */
  readonly root: FolderPrefix
  /** The content root of the book: files outside are not published, but pages that a chapter of the only space names. */
  readonly bookRoot: FolderPrefix
  readonly isOnlySpace?: boolean
  readonly lookup: Lookup
  /** A start page that is missing, which was said already. */
  readonly missingStart?: string
  /** Where a configuration names other start pages than README. */
  readonly starts?: StartPages
}

/** A link as written, and where. */
export interface WrittenLink {
  readonly href: string
  readonly at: Place
}

/** Resolves the link of a chapter. */
export function resolveTarget(scope: LinkScope, link: WrittenLink): Outcome<ChapterTarget> {
  const { href, at } = link
  if (isAddress(href, scope.lookup.exists)) {
    const wrong = unusableAddress({ written: href, at })
    return { value: { kind: 'link', url: href }, diagnostics: wrong === undefined ? [] : [wrong] }
  }
  const parts = splitReference(href)
  if (parts.path + parts.query === '')
    return draft(problem('summary/anchor-only', at, { written: href }))
  const candidates = meantBy(scope, parts)
  const [first] = candidates
  if (first === undefined) return draft(problem('summary/outside-book', at, { written: href }))
  for (const { path, hash } of candidates) {
    const found = findPath(scope.lookup, path, scope.starts)
    const file = fileOf(found, path)
    if (file) return existing(scope, file, { path, found, parts: { ...parts, hash }, at })
  }
  return missingTarget(scope, first.path, link, parts)
}

/** What is shown for what was found. A page that SUMMARY names is one, also with a dot before its name. */
function fileOf(found: Resolution, path: string): BookPath | undefined {
  if (found.kind === 'folder') return found.start
  if (found.kind === 'file') return found.path
  const isHidden = found.kind === 'ignored' && /(?:^|\/)\.[^/]+$/.test(path)
  return isHidden && isPagePath(path) ? (path as BookPath) : undefined
}

/** Languages of pages that other programs have. */
const FORMATS: { readonly [extension: string]: string } = {
  '.rst': 'reStructuredText',
  '.rest': 'reStructuredText',
  '.org': 'Org',
  '.textile': 'Textile',
  '.mediawiki': 'MediaWiki',
  '.wiki': 'MediaWiki',
  '.creole': 'Creole',
  '.rdoc': 'RDoc',
  '.pod': 'Pod',
  '.typ': 'Typst',
  '.tex': 'LaTeX',
  '.rmd': 'R Markdown',
  '.qmd': 'Quarto',
  '.ipynb': 'Jupyter',
}

/** What was looked for and found, in the author's words. */
interface WantedPath {
  readonly path: string
  readonly found: Resolution
  readonly parts: ReferenceParts
  readonly at: Place
}

function existing(scope: LinkScope, file: BookPath, sought: WantedPath): Outcome<ChapterTarget> {
  const { path, found, parts, at } = sought
  const written = parts.path + parts.query
  const isReached = scope.isOnlySpace === true && isPagePath(file)
  if (!isReached && !file.startsWith(scope.bookRoot))
    return draft(problem('summary/outside-book', at, { written }))
  const anchor = decodeReference(parts.hash.slice(1))
  const value = {
    kind: isPagePath(file) ? 'page' : 'asset',
    path: file,
    ...(anchor === '' ? {} : { anchor }),
  } as const
  const isSame = path === (found.kind === 'folder' ? found.folder : file)
  const format = FORMATS[extensionOf(file)]
  const diagnostics = [
    ...(isSame
      ? []
      : [problem('summary/case-differs', at, { written, actual: inSpelling(scope, file) })]),
    ...(format === undefined ? [] : [problem('summary/other-format', at, { written, format })]),
  ]
  return { value, diagnostics }
}

function draft(diagnostic: Diagnostic, missing?: BookPath): Outcome<ChapterTarget> {
  const value = { kind: 'draft', ...(missing === undefined ? {} : { missing }) } as const
  return { value, diagnostics: [diagnostic] }
}

/** What a link may mean, relative to the file, else to the root. */
function meantBy({ file, root }: LinkScope, parts: ReferenceParts): readonly Candidate[] {
  const fromRoot = `${root}SUMMARY.md` as BookPath
  return [...new Set([file, fromRoot])].flatMap((from) => candidatesOf(parts, from, root))
}

function missingTarget(
  scope: LinkScope,
  path: string,
  { href, at }: WrittenLink,
  parts: ReferenceParts,
): Outcome<ChapterTarget> {
  const { lookup } = scope
  const written = parts.path + parts.query
  const { kind } = findPath(lookup, path, scope.starts)
  if (kind === 'folder')
    return draft(problem('summary/folder-without-readme', at, { written: href }))
  const absent = path as BookPath
  if (kind === 'ignored') return draft(problem('summary/ignored-page', at, { written }), absent)
  // With another end of its name it is there, and nothing was said.
  if (path === scope.missingStart && lookup.structureFile('', path) === undefined)
    return { value: { kind: 'draft', missing: absent }, diagnostics: [] }
  if (isOfDeleted(href)) return draft(problem('links/broken-reference', at, { case: 'page' }))
  if (isOnDisk(href))
    return draft(problem('links/unusable-address', at, { case: 'disk', written: href }))
  const wrong = unusableAddress({ written: href, at })
  if (wrong !== undefined) return draft(wrong)
  const similar = lookup.similar(path, scope.root)
  const near = webAddress(href) ?? (similar && inSpelling(scope, similar))
  return draft(problem('summary/missing-page', at, { written, near }), absent)
}

/** A path of the book as the author of the file would write it. */
function inSpelling(scope: LinkScope, path: string): string {
  return writtenFrom(scope.file, path)
}
