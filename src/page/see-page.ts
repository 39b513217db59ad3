// Those who make something else of a page than HTML see its tree before it is gone.
import type { PageResult } from '../core/book.ts'
import type { Place } from '../core/diagnostic.ts'
import type { SeeTree } from '../tree/host.ts'
import type { Node } from '../tree/node.ts'

/** Makes something else of a page than HTML: plain JSON, which is kept with its result. */
export type SeePage = (nodes: readonly Node[], toSource: (place: Place) => Place) => unknown

/** Sees the tree for whoever makes something else of it. */
export function witness(
  seePage: SeePage | undefined,
  toSource: (place: Place) => Place,
): { readonly seeTree: SeeTree; readonly seen: () => Pick<PageResult, 'seen'> } {
  let seen: unknown
  return {
    seeTree: (nodes) => void (seen = seePage?.(nodes, toSource)),
    seen: () => (seen === undefined ? {} : { seen }),
  }
}
