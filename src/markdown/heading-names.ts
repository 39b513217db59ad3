// The headings of a page that another page refers to, by every id that leads to them: its own tree is made elsewhere, or later.
import { takeAnchors } from '../components/own-anchors.ts'
import { showWords } from '../components/render.ts'
import { type Node, forEachElement, headingLevel, valueOf } from '../tree/node.ts'
import { outline } from '../tree/passes/outline.ts'
import { spokenText } from '../tree/spoken-text.ts'
import { foldSpace } from '../core/text.ts'

/** What the heading of a text with an id says; undefined when the text has none. */
export type HeadingNames = (text: string, id: string) => string | undefined

/** The pages of a book refer to the same few again and again. */
const MOST_KNOWN = 64

/** Reads headings off the tree of a text, once. */
export function headingNames(
  treeOf: (text: string) => Node[],
  isOfGitbookCom: boolean,
): HeadingNames {
  const known = new Map<string, ReadonlyMap<string, string>>()
  return (text, id) => {
    let names = known.get(text)
    if (names === undefined) {
      if (known.size >= MOST_KNOWN) known.clear()
      names = namesIn(treeOf(text), isOfGitbookCom)
      known.set(text, names)
    }
    const name = names.get(id)
    return name === '' ? undefined : name
  }
}

function namesIn(nodes: Node[], isOfGitbookCom: boolean): ReadonlyMap<string, string> {
  showWords(nodes, isOfGitbookCom)
  if (isOfGitbookCom) takeAnchors(nodes)
  outline(nodes, { anchor: '', isOwn: () => false, isOfGitbookCom })
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
