// What converters noted for attributes and blocks becomes part of the tree: the address that the author wrote, and where.
import type { Place } from '../core/diagnostic.ts'
import {
  type Attribute,
  type Element,
  type Node,
  type SourceRange,
  forEachElement,
} from '../tree/node.ts'
import {
  COMPONENT,
  MARK,
  type BlockMark,
  type Notes,
  type Notebook,
  type SourceMap,
} from './references.ts'

const TITLE = /^(?:=|#){1,6}[ \t]+(\S(?:.*\S)?)\s*$/
const TABLE = /^([|,:!]={3,})\s*$/

/** What of a component stands in an element, when it is one. */
export type FindComponent = (node: Element) =>
  | {
      readonly tag: string
      readonly attributes: readonly Attribute[]
      readonly at: SourceRange
    }
  | undefined

const STYLE = /^(\[.*\])\s*$/

/** Tells the components among elements, with the places of what their authors wrote. */
export function findComponents(notebook: Notebook, places: SourceMap): FindComponent {
  return ({ attributes }) => {
    const mark = attributes.find(({ name }) => name === COMPONENT)
    const found = mark && notebook.named(mark.value)
    if (found === undefined) return undefined
    const { spot, tag, given } = found
    const at = spanAt(places.begin(spot, STYLE))
    const placed = given.map(({ name, value }) => {
      const written = places.search(spot, [value])?.at
      return { name, value, at: written === undefined ? at : spanAt(written) }
    })
    return { tag, attributes: placed, at }
  }
}

/** Puts notes into a tree; gives what was noted of its blocks of code. */
export function placeNotes(
  nodes: readonly Node[],
  notebook: Notebook,
  places: SourceMap,
): readonly BlockMark[] {
  const code: BlockMark[] = []
  forEachElement(nodes, (node) => {
    placeAttributes(node, notebook, places)
    const marked = takeMark(node, notebook)
    if (marked?.code !== undefined) code.push(marked)
    else if (marked !== undefined)
      setPlace(node, spanAt(places.begin(marked.spot, node.name === 'table' ? TABLE : TITLE)))
  })
  return code
}

function placeAttributes(node: Element, notebook: Notebook, places: SourceMap): void {
  for (const [index, attribute] of node.attributes.entries()) {
    if (attribute.name === MARK || attribute.name === COMPONENT) continue
    const note = notebook.find(attribute.value)
    if (note !== undefined) {
      const placed = noted(attribute.name, note, places)
      node.attributes[index] = placed
      if (placed.at !== undefined) setPlace(node, placed.at)
    }
    // Asciidoctor's frames have a border attribute that HTML no longer knows.
    else if (node.name === 'iframe' && attribute.name === 'frameborder')
      node.attributes[index] = { name: 'loading', value: 'lazy' }
  }
}

function setPlace(node: Element, at: SourceRange): void {
  ;(node as { at?: SourceRange }).at = at
}

/** What a converter left here for checks is not for readers. */
function takeMark(node: Element, notebook: Notebook): BlockMark | undefined {
  const index = node.attributes.findIndex(({ name }) => name === MARK)
  const [mark] = index < 0 ? [] : node.attributes.splice(index, 1)
  return mark && notebook.marked(mark.value)
}

function noted(name: string, note: Notes, places: SourceMap): Attribute {
  const found = places.search(note.spot, note.spellings)
  return {
    name,
    value: spelledOut(note, found?.spelling),
    at: spanAt(found?.at ?? places.line(note.spot)),
    note: {
      ...(note.picture ? { picture: true } : {}),
      ...(note.unsaid ? { unsaid: true } : {}),
      ...(note.local && { local: note.local }),
    },
  }
}

/** A cross reference with the extension that stands in the source. */
function spelledOut({ written, stem }: Notes, spelling: string | undefined): string {
  if (stem === undefined || spelling === undefined) return written
  if (spelling === stem.path || spelling === stem.path + stem.suffix) return written
  return spelling
}

/** All of something that has one place. */
function spanAt(place: Place): SourceRange {
  return { source: { kind: 'html', place: () => place }, from: 0, to: 0 }
}
