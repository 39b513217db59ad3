// What becomes of one reference when files get other names and headings other anchors.
import { type Lookup, createLookup } from '../../book/lookup.ts'
import type { Book, PageResult } from '../../core/book.ts'
import {
  type BookPath,
  type FolderPrefix,
  decodeReference,
  isAsciidocPath,
  resolveReference,
} from '../../core/path.ts'
import { candidatesOf, isAddress, splitReference } from '../../core/reference.ts'
import type { Files } from '../../files/files.ts'
import { type WrittenReference, encodeSigns, inMannerOf, sourceReference } from '../fixes/source.ts'
import type { SourceReference } from './references.ts'

/** New names by old ones: files that move. */
export type Names = ReadonlyMap<BookPath, BookPath>

/** By page, under its old name: new anchors by old ones. */
export type Anchors = ReadonlyMap<BookPath, ReadonlyMap<string, string>>

/** Files that move, with the folder that holds them all when that is what moves. */
export interface RenameRequest {
  readonly names: Names
  readonly folder?: { readonly from: string; readonly to: string }
}

/** A path as it is written in a file; `root` is what a leading '/' means there. */
interface WrittenPath {
  readonly path: string
  readonly from: BookPath
  readonly root: FolderPrefix
}

/** What references are read with. */
export interface RewriteContext extends RenameRequest {
  readonly anchors: Anchors
  /** What a path means in a file: another file, or a folder with something in it. */
  readonly find: (path: WrittenPath) => string | undefined
  /** What a leading '/' means in a file. */
  readonly rootOf: (file: BookPath) => FolderPrefix
}

/** What stands in a book before a move. */
export function createRewriting(
  book: Book,
  results: ReadonlyMap<BookPath, PageResult>,
  files: Files,
  changed: RenameRequest & { readonly anchors: Anchors },
): RewriteContext {
  const outputs = new Map<string, BookPath>(
    [...results.values()].map(({ path, output }) => [`${book.root}${output}`, path]),
  )
  const lookup = createLookup(files)
  const roots = book.spaces.map(({ root }) => root).toSorted((a, b) => b.length - a.length)
  const { names, anchors, folder } = changed
  return {
    names,
    anchors,
    ...(folder === undefined ? {} : { folder }),
    rootOf: (file) => roots.find((root) => file.startsWith(root)) ?? book.root,
    find({ path, from, root }) {
      if (path === '') return undefined
      const candidates = candidatesOf({ path, query: '' }, from, root)
      return candidates
        .map((candidate) => placeAt(candidate.path, lookup, outputs))
        .find((place) => place !== undefined)
    },
  }
}

/** A file by its name or by its address on the site, or a folder; '' is the book's own. */
function placeAt(
  path: string,
  lookup: Lookup,
  outputs: ReadonlyMap<string, BookPath>,
): string | undefined {
  if (path === '' || lookup.listed.has(path)) return path
  const source = outputs.get(path)
  if (source !== undefined || lookup.isFolder(path)) return source ?? path
  return lookup.exists(path) ? path : undefined
}

/** The reference as it has to be written after the move; undefined when it stays as it is. */
export function rewritten(
  reference: SourceReference,
  rewriting: RewriteContext,
): string | undefined {
  const { at, written, to, bare } = reference
  if (bare) return rewriting.anchors.get(to ?? at.file)?.get(decodeReference(written))
  const parts = partsOf(reference, rewriting)
  if (parts === undefined || isAddress(written)) return undefined
  const { extension = '' } = reference
  const whole = { ...parts, path: parts.path + extension }
  const path = reference.plain
    ? plainPath(reference, rewriting)
    : newPath(whole.path, reference, rewriting)
  const suffix = newSuffix(whole, reference, rewriting)
  const text =
    (path.endsWith(extension) ? path.slice(0, path.length - extension.length) : path) + suffix
  return text === written ? undefined : text
}

/** A question mark may belong to the name of a file. */
function partsOf(
  { at, written }: SourceReference,
  rewriting: RewriteContext,
): WrittenReference | undefined {
  const parts = sourceReference(written)
  if (parts === undefined || !parts.suffix.startsWith('?')) return parts
  const root = rewriting.rootOf(at.file)
  const { path, query, hash } = splitReference(written)
  const isThere = (name: string): boolean =>
    rewriting.find({ path: name, from: at.file, root }) !== undefined
  return !isThere(path) && isThere(path + query) ? { path: path + query, suffix: hash } : parts
}

/** The path as it is written after the move. */
function newPath(path: string, { at, to }: SourceReference, rewriting: RewriteContext): string {
  const { names, find } = rewriting
  const root = rewriting.rootOf(at.file)
  const target = find({ path, from: at.file, root })
  if (target === undefined) return path
  const file = names.get(at.file) ?? at.file
  const moved = newPlace(target, to, rewriting)
  const newRoot = movedFolder(root.slice(0, -1), rewriting)
  const newPrefix = (newRoot && `${newRoot}/`) as FolderPrefix
  // From a neighbor the same words lead to the same file.
  const stays = moved === target && find({ path, from: file, root: newPrefix }) === target
  if (stays) return path
  const place = inMannerOf(path, file, moved, newPrefix)
  return path.endsWith('/') && !place.endsWith('/') && !isFileOf(names, moved) ? `${place}/` : place
}

function isFileOf(names: Names, path: string): boolean {
  return [...names.values()].includes(path as BookPath)
}

/** An old place of a page stays the same place, seen from another folder. */
function plainPath({ at, written }: SourceReference, { names }: RewriteContext): string {
  const { path } = sourceReference(written) ?? { path: written }
  const file = names.get(at.file)
  const place = resolveReference(at.file, path, '' as FolderPrefix)
  if (file === undefined || place === undefined || place === '') return path
  const moved = inMannerOf(path, file, place, '' as FolderPrefix)
  return path.endsWith('/') ? `${moved}/` : moved
}

/** The new place of a file, or of a folder: as a whole, else of the page that stands for it. */
function newPlace(target: string, to: BookPath | undefined, renaming: RenameRequest): string {
  const { names } = renaming
  const own = names.get(target as BookPath)
  if (own !== undefined) return own
  const folder = movedFolder(target, renaming)
  if (folder !== target) return folder
  const page = to !== undefined && to.startsWith(`${target}/`) ? names.get(to) : undefined
  return page ?? target
}

/** The new name of a folder; the old one unless it moves as a whole. */
export function movedFolder(path: string, { folder }: RenameRequest): string {
  if (folder === undefined || path === '') return path
  if (path !== folder.from && !path.startsWith(`${folder.from}/`)) return path
  return folder.to + path.slice(folder.from.length)
}

/** Query and fragment, with the new anchor. */
function newSuffix(
  { path, suffix }: { readonly path: string; readonly suffix: string },
  { at, to, plain }: SourceReference,
  { anchors, find, rootOf }: RewriteContext,
): string {
  const hash = suffix.indexOf('#')
  if (hash < 0 || anchors.size === 0 || plain) return suffix
  const named = path === '' ? at.file : find({ path, from: at.file, root: rootOf(at.file) })
  const page = to ?? named
  const id = anchors.get(page as BookPath)?.get(decodeReference(suffix.slice(hash + 1)))
  if (id === undefined) return suffix
  return suffix.slice(0, hash + 1) + fragmentInMannerOf(suffix, id, isAsciidocPath(at.file))
}

/** Encoded where the old one was, and wherever a plain sign would end the link. */
function fragmentInMannerOf(written: string, id: string, isAsciidoc: boolean): string {
  if (/%[89a-f][0-9a-f]/i.test(written)) return encodeURIComponent(id)
  const unsafe = isAsciidoc ? /[\s[\]<>,"%]/g : /[\s()<>"%]/g
  return encodeSigns(id, unsafe)
}
