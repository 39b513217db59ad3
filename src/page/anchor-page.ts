// References of AsciiDoc to a part of a file that is no page: what other pages include, or what is not there any more.
// The part is where its id is, when exactly one page has it.
import type { AnchorHolder } from '../core/anchor.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { Inputs } from '../core/dependency.ts'
import { decodeReference, isAsciidocPath, writtenFrom } from '../core/path.ts'
import { splitReference } from '../core/reference.ts'
import { problem } from '../messages/problem.ts'
import type { Reference } from '../tree/host.ts'
import type { FoundPath } from './locate.ts'

/** What was found of a reference, or the page that has its id. */
export function foundByAnchor(
  asking: { readonly space?: string; readonly inputs: Inputs },
  reference: Reference,
  found: FoundPath,
): FoundPath {
  const kind = caseOf(found)
  if (kind === undefined || !isAsciidocPath(reference.at.file)) return found
  const holder = holderOf(asking, reference)
  if (holder === undefined) return found
  const target = asking.inputs.get('target', holder.page)
  if (target.kind !== 'page') return found
  const { suffix } = found
  return kind === 'missing'
    ? { suffix, target, diagnostic: said(reference, holder) }
    : { suffix, target }
}

/** Is there no such file, or is it a part of pages? */
function caseOf({ target, diagnostic, isWithheld }: FoundPath): 'missing' | 'part' | undefined {
  if (target === undefined)
    return !isWithheld && diagnostic?.code === 'links/missing-file' ? 'missing' : undefined
  return target.kind === 'unlisted' && isAsciidocPath(target.path) ? 'part' : undefined
}

/** The one page that has the id of a reference. */
function holderOf(
  { space, inputs }: Parameters<typeof foundByAnchor>[0],
  { written }: Reference,
): AnchorHolder | undefined {
  const id = decodeReference(splitReference(written).hash.slice(1))
  if (space === undefined || id === '') return undefined
  const [holder, another] = inputs.get('anchor', `${space}/${id}`)
  return another === undefined ? holder : undefined
}

function said({ written, at }: Reference, { page, id }: AnchorHolder): Diagnostic {
  return problem('links/missing-file', at, { written, near: `${writtenFrom(at.file, page)}#${id}` })
}
