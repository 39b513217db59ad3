// A page of the tree as content.
import type { Place } from '../../core/diagnostic.ts'
import type { Node } from '../../tree/node.ts'
import type { Content } from '../content.ts'
import { blocksOf, takeNotes } from './blocks.ts'
import type { Reading, UnshownKind } from './reading.ts'

/** What is on a page, and what of it no ebook can show. */
export interface PageContent extends Content {
  readonly unshown: readonly { readonly what: UnshownKind; readonly at: Place | undefined }[]
}

/** Reads a page before its tree is gone. */
export function readPage(nodes: readonly Node[], toSource: (place: Place) => Place): PageContent {
  const unshown: { what: UnshownKind; at: Place | undefined }[] = []
  const reading: Reading = {
    toSource,
    drawn: new Set(),
    unshown: (what, at) => void unshown.push({ what, at }),
  }
  const { rest, notes } = takeNotes(nodes, reading)
  return { blocks: blocksOf(rest, reading), notes, unshown }
}
