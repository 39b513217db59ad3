// Pictures of a page.
import { type Element, attributeOf, valueOf } from '../../tree/node.ts'
import type { Inline, Picture } from '../content.ts'
import { type Reading, writtenAt } from './reading.ts'

/** A picture; nothing when it has no address or is meant for dark pages. */
export function picture(node: Element, reading: Reading): readonly Inline[] {
  const src = attributeOf(node, 'src')
  const address = src?.value.trim() ?? ''
  if (src === undefined || address === '' || isForDark(address)) return []
  const alt = valueOf(node, 'alt')
  const at = writtenAt({ at: src.at ?? node.at }, reading)
  const shown: Picture = {
    kind: 'picture',
    src: address,
    ...(alt === undefined || src.note?.unsaid === true ? {} : { alt }),
    ...side('width', node),
    ...side('height', node),
    ...(at === undefined ? {} : { at }),
  }
  const id = valueOf(node, 'id')
  return id ? [{ kind: 'anchor', id }, shown] : [shown]
}

/** The ways of Material for MkDocs and of GitHub to say it. */
function isForDark(address: string): boolean {
  return /#(?:only|gh)-dark(?:-mode-only)?$/.test(address)
}

function side(name: 'width' | 'height', node: Element): Partial<Pick<Picture, 'width' | 'height'>> {
  const value = Number(/^\s*(\d{1,5})(?:px)?\s*$/.exec(valueOf(node, name) ?? '')?.[1])
  return value > 0 ? { [name]: value } : {}
}
