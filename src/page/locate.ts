// Where a reference of a page to a file of the book leads, and what is wrong with it.
import type { Diagnostic } from '../core/diagnostic.ts'
import { type BookPath, type FolderPrefix, decodeReference, writtenFrom } from '../core/path.ts'
import type { Inputs } from '../core/dependency.ts'
import {
  type Candidate,
  candidatesOf,
  isOfDeleted,
  splitReference,
  usableHash,
} from '../core/reference.ts'
import type { LocatedTarget, Target } from '../core/target.ts'
import { problem } from '../messages/problem.ts'
import type { Reference } from '../tree/host.ts'
import { isOnDisk, webAddress } from '../tree/unusable-address.ts'

/** What was found of a local path. */
export interface FoundPath {
  readonly target?: LocatedTarget
  /** The query and fragment that are left when the file is named. */
  readonly suffix: string
  readonly diagnostic?: Diagnostic
  /** It leads to a page that is kept from readers, or that is deleted: only its words are shown. */
  readonly isWithheld?: true
}

/** Who asks. */
export interface Referrer {
  /** What a leading '/' means. */
  readonly root: FolderPrefix
  readonly inputs: Inputs
  /** Links that lead nowhere are words, as on GitBook.com. */
  readonly hasNoDeadLinks?: boolean
  /** The space, where pages are linked by their names alone: as wikis have it. */
  readonly wiki?: string
  /** The page, where paths in files that it includes count from it: as mdBook has it. */
  readonly base?: BookPath
}

const LEADS_NOWHERE: ReadonlySet<string | undefined> = new Set([
  'links/missing-file',
  'links/folder-without-readme',
])

/** Finds the file that a reference names; its place says in which file it is written. */
export function locate(asking: Referrer, reference: Reference, isImage = false): FoundPath {
  const { written, at } = reference
  const found = find(asking, reference, isImage)
  if (found.target !== undefined || found.isWithheld === true) return found
  if (isImage && !isOfDeleted(written)) return found
  if (!isOfDeleted(written))
    return asking.hasNoDeadLinks === true && LEADS_NOWHERE.has(found.diagnostic?.code)
      ? { ...found, isWithheld: true }
      : found
  const diagnostic = problem('links/broken-reference', at, { case: isImage ? 'file' : 'page' })
  return { suffix: found.suffix, isWithheld: true, diagnostic }
}

/** The files from which a path may count. */
function basesOf(base: BookPath | undefined, file: BookPath): readonly BookPath[] {
  return base === undefined || base === file ? [file] : [base, file]
}

function find(asking: Referrer, reference: Reference, isImage: boolean): FoundPath {
  const { inputs, root, base } = asking
  const { written, at } = reference
  const parts = splitReference(written)
  const roots = rootsFor(written, root)
  const candidates = basesOf(base, at.file).flatMap((file) =>
    roots.flatMap((from) => candidatesOf(parts, file, from)),
  )
  const [first] = candidates
  if (first === undefined) return { suffix: '', diagnostic: outside(asking, reference, isImage) }
  const found = existing(asking, candidates) ?? pageNamed(asking, first)
  const target = inputs.get('target', found.path)
  const suffix = found.query + usableHash(found.hash)
  switch (target.kind) {
    case 'page':
    case 'asset':
    case 'source':
    case 'unlisted':
      return { suffix, target, ...problemOf(target, found.path, reference) }
    case 'hidden':
      return { suffix, diagnostic: unpublished(asking, target, reference, isImage) }
    case 'withheld':
      return { suffix, isWithheld: true }
    case 'folder':
    case 'absent':
      return { suffix, diagnostic: missing(reference, target, isImage) }
  }
}

/**
 * They are asked for one after the other: each is something that the page then depends on. A folder without a start page
 * shows nothing where a page is called like it.
 */
function existing({ inputs }: Referrer, candidates: readonly Candidate[]): Candidate | undefined {
  let folder: Candidate | undefined
  for (const candidate of candidates) {
    const { kind } = inputs.get('target', candidate.path)
    if (kind === 'folder') folder ??= candidate
    else if (kind !== 'absent') return candidate
  }
  return folder
}

/** A page that is linked by its name, in whatever folder it lies; else what was looked for. */
function pageNamed({ wiki, inputs }: Referrer, first: Candidate): Candidate {
  const path = wiki === undefined ? '' : inputs.get('named', `${wiki}/${first.path}`)
  return path === '' ? first : { ...first, path }
}

/** What a leading '/' may mean: the root of a language, or a folder above it, since languages share pictures. */
function rootsFor(written: string, root: FolderPrefix): readonly FolderPrefix[] {
  if (!written.startsWith('/')) return [root]
  const ends = [...root.matchAll(/\//g)].map(({ index }) => index + 1)
  return [0, ...ends].toReversed().map((end) => root.slice(0, end) as FolderPrefix)
}

/** What the author may have meant, as it is written from a page. */
function nearTo(target: Target, from: BookPath): string | undefined {
  const near = target.kind === 'absent' ? target.near : undefined
  return near === undefined || near === '' ? undefined : writtenFrom(from, near)
}

function outside(asking: Referrer, { at, written }: Reference, isImage: boolean): Diagnostic {
  const near = withinBook(asking, written, at.file)
  return problem(isImage ? 'images/outside-book' : 'links/outside-book', at, { written, near })
}

function unpublished(
  asking: Referrer,
  target: { readonly outside?: true },
  reference: Reference,
  isImage: boolean,
): Diagnostic {
  if (target.outside === true) return outside(asking, reference, isImage)
  return problem('links/ignored-file', reference.at, { written: reference.written })
}

/** A file of the book whose path is the end of one that leads out of it. */
function withinBook(
  { inputs, root }: Referrer,
  written: string,
  from: BookPath,
): string | undefined {
  const { path } = splitReference(written)
  const names = decodeReference(path)
    .split('/')
    .filter((name) => !/^\.{0,2}$/.test(name))
  for (let first = 0; first < names.length; first++) {
    const end = root + names.slice(first).join('/')
    const target = inputs.get('target', end)
    const found = 'path' in target ? target.path : undefined
    // Every folder has one of these.
    const isAnyone = names.length - first === 1 && /^(?:readme|index)\./i.test(names[first] ?? '')
    if (found !== undefined && !isAnyone) return writtenFrom(from, found)
  }
  return undefined
}

function missing(reference: Reference, target: Target, isImage: boolean): Diagnostic {
  const { at, written } = reference
  const near = nearTo(target, at.file)
  if (isOnDisk(written)) return problem('links/unusable-address', at, { case: 'disk', written })
  if (isImage) return problem('images/missing-file', at, { written, near })
  if (target.kind === 'folder') return problem('links/folder-without-readme', at, { written })
  return problem('links/missing-file', at, { written, near: webAddress(written) ?? near })
}

function problemOf(
  target: LocatedTarget,
  path: string,
  { at, written }: Reference,
): { diagnostic?: Diagnostic } {
  const actual = inOtherCase(target.path, path)
  if (actual !== undefined)
    return { diagnostic: problem('links/case-differs', at, { written, actual }) }
  if (target.kind !== 'unlisted') return {}
  return { diagnostic: problem('links/unlisted-page', at, { written }) }
}

/** How a path that was found in another case is really written: a file, or the folder that it is in. */
function inOtherCase(found: BookPath, path: string): string | undefined {
  const isFolder = found[path.length] === '/'
  const actual = isFolder ? found.slice(0, path.length) : found
  return actual !== path && actual.toLowerCase() === path.toLowerCase() ? actual : undefined
}
