// Authors forget to close tags, and close tags that were never open. A browser repairs that by moving what follows,
// which may be the rest of the layout; so the content of a page is closed in itself before it leaves the engine.
// Balanced HTML comes out untouched, character by character.
import { type Tag, scanTags } from './html-tags.ts'

/** Elements without content (HTML standard, "void elements"). */
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)
/** Elements whose end tag may be left out: they end with their parent or their next sibling. */
const OPTIONAL_END = new Set(
  'p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rp rt'.split(' '),
)

interface Edit {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/** The HTML with every element closed inside its parent, and without end tags that close nothing. */
export function balanceTags(html: string): string {
  const edits: Edit[] = []
  const open: Tag[] = []
  for (const tag of scanTags(html)) {
    if (VOID.has(tag.name)) continue
    if (!tag.closing) {
      if (!(isSelfClosed(html, tag) && open.some(isForeign))) open.push(tag)
      continue
    }
    const match = open.findLastIndex((candidate) => candidate.name === tag.name)
    if (match < 0) edits.push({ at: tag.start, remove: tag.end - tag.start, insert: '' })
    else {
      const inside = open.splice(match).slice(1)
      closeAll(inside.filter(endsItself), tag.start, edits)
    }
  }
  closeAll(open, html.length, edits)
  return edits.length === 0 ? html : apply(html, edits)
}

/** True when an element lasts until it is closed. */
function endsItself(tag: Tag): boolean {
  return !OPTIONAL_END.has(tag.name)
}

/** Adds the end tags of elements that are still open. */
function closeAll(unclosed: readonly Tag[], at: number, edits: Edit[]): void {
  const insert = unclosed.toReversed().map((tag) => `</${tag.name}>`)
  if (insert.length > 0) edits.push({ at, remove: 0, insert: insert.join('') })
}

/** Inside these `<x/>` closes itself; in HTML the slash means nothing. */
function isForeign(tag: Tag): boolean {
  return tag.name === 'svg' || tag.name === 'math'
}

function isSelfClosed(html: string, tag: Tag): boolean {
  return html.slice(tag.attributesEnd, tag.end).includes('/')
}

function apply(html: string, edits: readonly Edit[]): string {
  let out = ''
  let from = 0
  for (const { at, remove, insert } of edits) {
    out += html.slice(from, at) + insert
    from = at + remove
  }
  return out + html.slice(from)
}
