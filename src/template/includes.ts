// Which file a tag means, and whether it may be had: relative to the file that holds the tag, inside the book, and not
// in a circle. Files of a git repository refer to files of the same repository.
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import {
  type BookPath,
  type FolderPrefix,
  bookPath,
  decodeReference,
  foldersAbove,
  prefixOf,
  resolveReference,
} from '../core/path.ts'
import type { TextFile } from '../files/files.ts'
import type { Reason } from '../messages/messages.ts'
import { problem } from '../messages/problem.ts'
import { gitReference, isGitReference } from './git-address.ts'

/** What includes may ask of the world. */
export interface IncludeHost {
  /** A text of the book; undefined when there is none. */
  text(path: BookPath): TextFile | undefined
  /** A file of the book that no page may include, whether it exists or not. */
  isHidden?(path: BookPath): boolean
  /** A text of a git repository by its address; left out when the book may not use any. */
  git?(address: string): { readonly text: string } | { readonly problem: Reason }
}

/** A text that was asked for. */
export interface IncludedText {
  /** A path of the book, or the address of a file in a git repository. */
  readonly name: string
  /** Undefined for a file of a git repository. */
  readonly path?: BookPath
  readonly text: string
}

/** Why there is none. `missing` is what `ignore missing` forgives. */
export interface NotIncluded {
  readonly diagnostic: Diagnostic
  readonly missing: boolean
}

const DEEPEST = 50

/** One question for a file. */
export interface IncludeRequest {
  /** Names from the page down to the file that holds the tag. */
  readonly chain: readonly string[]
  readonly reference: string
  readonly root: FolderPrefix
  /** What a folder of GitBook.com's holds is found by its name. */
  readonly isOfGitbookCom?: boolean
  /** The tag. */
  readonly at: Place
}

/** The text that a reference means. */
export function findIncluded(
  asking: IncludeRequest,
  host: IncludeHost,
): IncludedText | NotIncluded {
  const { chain, reference, at } = asking
  if (chain.length > DEEPEST)
    return refuse(problem('template/include-depth', at, { limit: DEEPEST }))
  const holder = chain.at(-1) ?? ''
  const address = isGitReference(reference) ? reference : gitReference(holder, reference)
  const found =
    address === undefined ? fromBook(asking, holder, host) : fromGit(asking, address, host)
  if ('diagnostic' in found || !chain.includes(found.name)) return found
  return refuse(
    problem('template/include-cycle', at, {
      chain: [...chain.slice(chain.indexOf(found.name)), found.name],
    }),
  )
}

function refuse(diagnostic: Diagnostic, missing = false): NotIncluded {
  return { diagnostic, missing }
}

function fromGit(
  { reference, at }: IncludeRequest,
  address: string,
  host: IncludeHost,
): IncludedText | NotIncluded {
  const found = host.git?.(address) ?? { problem: { case: 'git-off' } as const }
  if ('problem' in found)
    return refuse(
      problem('template/git-include', at, { written: reference, reason: found.problem }),
      true,
    )
  return { name: address, text: found.text }
}

function fromBook(
  asked: IncludeRequest,
  holder: string,
  host: IncludeHost,
): IncludedText | NotIncluded {
  const found = byPath(asked, holder, host)
  if (!('diagnostic' in found) || asked.isOfGitbookCom !== true) return found
  return byName(asked, holder, host) ?? found
}

const NAME = /^[^:]*?(\bincludes\/.+|[^/]+)$/

/** GitBook.com finds its reusable content whatever the path to it says. */
function byName(
  { reference, root }: IncludeRequest,
  holder: string,
  host: IncludeHost,
): IncludedText | undefined {
  const name = NAME.exec(decodeReference(reference))?.[1]?.replace(/^includes\//, '')
  if (name === undefined) return undefined
  for (const folder of new Set([...foldersAbove(holder).map(prefixOf), root, ''])) {
    const path = bookPath(`${folder}.gitbook/includes/${name}`.normalize('NFC'))
    const file = path === undefined ? undefined : host.text(path)
    if (path !== undefined && file !== undefined) return { name: path, path, text: file.text }
  }
  return undefined
}

function byPath(
  { reference, root, at }: IncludeRequest,
  holder: string,
  host: IncludeHost,
): IncludedText | NotIncluded {
  const from = holder as BookPath
  for (const written of new Set([reference, decodeReference(reference)])) {
    const resolved = resolveReference(from, written.normalize('NFC'), root)
    if (resolved === undefined)
      return refuse(problem('template/outside-book', at, { written: reference }))
    const path = bookPath(resolved)
    if (path !== undefined && host.isHidden?.(path))
      return refuse(problem('files/hidden-include', at, { path }))
    const file = path === undefined ? undefined : host.text(path)
    if (path !== undefined && file !== undefined) return { name: path, path, text: file.text }
  }
  return refuse(problem('template/missing-include', at, { written: reference }), true)
}
