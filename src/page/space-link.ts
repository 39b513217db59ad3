// What a link to another space of GitBook.com means: a page of the book when the space is in the repository.
import type { Diagnostic } from '../core/diagnostic.ts'
import type { Inputs } from '../core/dependency.ts'
import { encodePath, writtenFrom } from '../core/path.ts'
import { isAddress } from '../core/reference.ts'
import { spaceLink } from '../core/space-link.ts'
import { problem } from '../messages/problem.ts'
import type { Reference } from '../tree/host.ts'

/** A reference to a file or an address, or why there is none. */
export type SpaceTarget = { readonly written: string } | { readonly diagnostic: Diagnostic }

/** Undefined for what is no such link. */
export function meantBySpaceLink(
  { written, at }: Reference,
  inputs: Inputs,
): SpaceTarget | undefined {
  const link = spaceLink(written)
  if (link === undefined) return undefined
  const { id, path, hash } = link
  const found = inputs.get('space', `${id}/${path}`)
  if (found === '') return { diagnostic: problem('links/other-space', at, { case: 'space', id }) }
  if (found === '?')
    return { diagnostic: problem('links/other-space', at, { case: 'page', written: path }) }
  const target = isAddress(found) ? found : encodePath(writtenFrom(at.file, found))
  return { written: target + hash }
}
