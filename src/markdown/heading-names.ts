// The headings of a page that another page refers to, by every id that leads to them: its own tree is made elsewhere, or later.
import { takeAnchors } from '../components/own-anchors.ts'
import { showWords } from '../components/render.ts'
import { type Node, forEachElement, headingLevel, valueOf } from '../tree/node.ts'
import { outline } from '../tree/passes/outline.ts'
import { keyOf } from '../tree/slug.ts'
import { spokenText } from '../tree/spoken-text.ts'
import { foldSpace } from '../core/text.ts'

/** The headings of texts. */
export interface HeadingNames {
  /** What the heading with an id says; undefined when a text has none. */
  nameOf(text: string, id: string): string | undefined
  /** The id that another spelling of it means; undefined when a text has none. */
  idOf(text: string, written: string): string | undefined
}

/** The pages of a book refer to the same few again and again. */
const MOST_KNOWN = 64

/** Reads headings off the tree of a text, once. */
export function headingNames(
  treeOf: (text: string) => Node[],
  isOfGitbookCom: boolean,
): HeadingNames {
  const known = new Map<string, ReadonlyMap<string, string>>()
  const namesOf = (text: string): ReadonlyMap<string, string> => {
    const read = known.get(text)
    if (read !== undefined) return read
    if (known.size >= MOST_KNOWN) known.clear()
    const names = namesIn(treeOf(text), isOfGitbookCom)
    known.set(text, names)
    return names
  }
  return {
    nameOf(text, id) {
      const name = namesOf(text).get(id)
      return name === '' ? undefined : name
    },
    idOf(text, written) {
      const ids = namesOf(text)
      const key = keyOf(written)
      if (ids.has(written)) return written
      return key === '' ? undefined : [...ids.keys()].find((id) => keyOf(id) === key)
    },
  }
}

function namesIn(nodes: Node[], isOfGitbookCom: boolean): ReadonlyMap<string, string> {
  showWords(nodes, isOfGitbookCom)
  if (isOfGitbookCom) takeAnchors(nodes)
  outline(nodes, { isOwn: () => false, isOfGitbookCom })
  const found = new Map<string, string>()
  forEachElement(nodes, (node) => {
    if (headingLevel(node) === 0) return
    const name = foldSpace(spokenText(node.children))
    forEachElement([node], (one) => {
      const id = valueOf(one, 'id') ?? (one.name === 'a' ? valueOf(one, 'name') : undefined)
      if (id !== undefined && !found.has(id)) found.set(id, name)
    })
  })
  return found
}
