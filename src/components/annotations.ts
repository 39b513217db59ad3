// Words with a note: `[words](#user-content-fn-1)[^1]` of GitBook.com's editor, and in its HTML
// `<a data-footnote-ref href="#user-content-fn-1">words</a>`. The words stay words, and what follows them leads to the note.
import { replaceAt } from '../core/list.ts'
import { decodeReference } from '../core/path.ts'
import {
  type Element,
  type Node,
  added,
  attributeOf,
  element,
  hasClass,
  isElement,
  textContent,
  valueOf,
  words,
} from '../tree/node.ts'

const TARGET = /^#user-content-fn-(.+)$/

/** Shows words with notes. */
export function showAnnotations(nodes: Node[]): void {
  const notes = new Map<string, number>()
  // The list of notes is the last of the page, and no number of it is known before it was looked at.
  for (const node of nodes)
    if (isElement(node, 'section') && hasClass(node, 'footnotes')) takeNotes(node, notes)
  show(nodes, { notes, references: new Map() }, false)
}

interface Notes {
  /** The numbers of notes that say something, by their ids. */
  readonly notes: ReadonlyMap<string, number>
  /** How often each was referred to so far. */
  readonly references: Map<string, number>
}

/** Numbers the notes that say something; the others are left out. */
function takeNotes(section: Element, notes: Map<string, number>): void {
  for (const list of section.children)
    if (isElement(list, 'ol'))
      list.children = list.children.filter((note) => {
        if (!isElement(note, 'li')) return true
        if (isEmpty(note)) return false
        notes.set(valueOf(note, 'id') ?? '', notes.size + 1)
        return true
      })
}

function isEmpty(note: Element): boolean {
  return textContent(note.children).trim() === ''
}

/** Tells whether something changed. */
function show(nodes: Node[], kit: Notes, isCode: boolean): boolean {
  let isChanged = dropMarks(nodes, kit)
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (node === undefined || !('children' in node)) continue
    if (isMark(node)) count(node, kit)
    const id = isElement(node, 'a') ? noteOf(node) : undefined
    if (id !== undefined && isElement(node)) {
      if (isCode) toNote(node, id, kit)
      else index += unwrap(nodes, index, id, kit) - 1
    } else if (show(node.children, kit, isCode || isElement(node, 'pre'))) node.verbatim = undefined
    else continue
    isChanged = true
  }
  return isChanged
}

/** A note that says nothing is none. Tells whether there was a mark of one. */
function dropMarks(nodes: Node[], { notes }: Notes): boolean {
  const isOfNone = (node: Node): boolean => isMark(node) && !notes.has(markedNote(node))
  if (!nodes.some(isOfNone)) return false
  nodes.splice(0, nodes.length, ...nodes.filter((node) => !isOfNone(node)))
  return true
}

function isMark(node: Node | undefined): node is Element {
  return isElement(node, 'sup') && hasClass(node, 'footnote-ref')
}

/** The id of the note that a link of the editor means. */
function noteOf(node: Element): string | undefined {
  const label = TARGET.exec(valueOf(node, 'href') ?? '')?.[1]
  return label === undefined ? undefined : `fn_${decodeReference(label)}`
}

/** The id of the note that a mark leads to. */
function markedNote({ children: [link] }: Element): string {
  return isElement(link, 'a') ? decodeReference((valueOf(link, 'href') ?? '').slice(1)) : ''
}

/** Counts a mark, and gives it the number that its note has now. */
function count(node: Element, { notes, references }: Notes): number {
  const [link] = node.children
  const id = markedNote(node)
  const number = notes.get(id)
  if (number !== undefined && isElement(link)) link.children = [words(String(number))]
  references.set(id, (references.get(id) ?? 0) + 1)
  return references.get(id) ?? 1
}

/** Puts words in the place of a link, and a mark behind them unless one is there; tells how many nodes that makes. */
function unwrap(nodes: Node[], index: number, id: string, kit: Notes): number {
  const link = nodes[index] as Element
  const isMarked = isMark(nodes[index + 1])
  const number = kit.notes.get(id)
  // A note that says nothing is none.
  if (isMarked && number === undefined) nodes.splice(index + 1, 1)
  const made = isMarked || number === undefined ? [] : [markFor(id, number, kit)]
  replaceAt(nodes, index, [...link.children, ...made])
  return link.children.length + made.length
}

function markFor(id: string, number: number, kit: Notes): Node {
  const link = element('a', [['href', `#${id}`]], [words(String(number))])
  const mark = added('sup', [['class', 'footnote-ref']], [link])
  link.attributes.push({ name: 'id', value: backId(id, count(mark, kit)) })
  return mark
}

function backId(id: string, reference: number): string {
  return `ref${id}${reference > 1 ? `-${reference - 1}` : ''}`
}

/** In code the words themselves lead to the note. */
function toNote(link: Element, id: string, kit: Notes): void {
  const reference = (kit.references.get(id) ?? 0) + 1
  kit.references.set(id, reference)
  const href = attributeOf(link, 'href')
  link.attributes.splice(0, link.attributes.length, {
    name: 'href',
    value: kit.notes.has(id) ? `#${id}` : '',
    at: href?.at,
  })
  if (kit.notes.has(id)) link.attributes.push({ name: 'id', value: backId(id, reference) })
  else link.attributes.length = 0
}
