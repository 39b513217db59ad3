// Where in a page elements of raw HTML may end: an end tag outside of what a start tag stands in (an item, a quote, a
// paragraph) ends nothing.
import type { Token } from 'markdown-it'
import { addTo } from '../core/list.ts'
import { indexAt } from '../core/position.ts'
import { ENDS_PARAGRAPH, OPTIONAL_END } from '../tree/names.ts'
import { tagsIn } from '../tree/parse.ts'

/** The end tags of a page. Pieces of HTML are counted from 1, in the order of the text. */
export interface HtmlEnds {
  /** Is there an end tag of this name behind a piece, in what holds that? */
  isBehind(piece: number, name: string): boolean
  /** Is a piece the start of a box in a paragraph, and the end tag of that box behind the paragraph, in what holds it? */
  isLonger(piece: number): boolean
  /** Is there one anywhere in the page? */
  has(name: string): boolean
}

/** Finds the end tags in the tokens of a page. */
export function findHtmlEnds(tokens: readonly Token[]): HtmlEnds {
  const byName = new Map<string, number[]>()
  /** By piece, the last one in what holds it. */
  const lastBeside: number[] = [0]
  const longer = new Set<number>()
  /** The pieces that stand directly in what is open. */
  const open: number[][] = [[]]
  /** The boxes that nothing has ended, of what is open; a paragraph shares them with what holds it. */
  const boxes: OpenBoxes[] = [new Map()]
  let piece = 0
  let paragraph = 0
  const enter = ({ type }: Token): void => {
    open.push([])
    const isParagraph = type === 'paragraph_open'
    if (isParagraph) paragraph += 1
    boxes.push((isParagraph ? boxes.at(-1) : undefined) ?? new Map())
  }
  const leave = (): void => {
    boxes.pop()
    for (const one of open.pop() ?? []) lastBeside[one] = piece
  }
  const readTags = ({ type, content }: Token): void => {
    // A block of HTML is of no paragraph.
    const at = type === 'html_block' ? 0 : paragraph
    for (const { name, closing: isEnd } of tagsIn(content)) {
      if (isEnd) addTo(byName, name, piece)
      const ended = pair(boxes.at(-1), name, { isEnd, piece, paragraph: at })
      if (ended !== undefined && ended.paragraph > 0 && ended.paragraph !== at)
        longer.add(ended.piece)
    }
  }
  const visit = (token: Token): void => {
    if (token.nesting === 1) enter(token)
    else if (token.nesting === -1) leave()
    else if (token.type === 'html_block' || token.type === 'html_inline') {
      piece += 1
      open.at(-1)?.push(piece)
      readTags(token)
    }
    if (token.type === 'inline') token.children?.forEach(visit)
  }
  tokens.forEach(visit)
  while (open.length > 0) leave()
  return {
    isBehind(start, name) {
      const ends = byName.get(name) ?? []
      const last = lastBeside[start] ?? start
      const end = ends[indexAt(ends, last, (at) => at)] ?? 0
      return end > start && end <= last
    },
    isLonger: (start) => longer.has(start),
    has: (name) => byName.has(name),
  }
}

/** The start tag of a box: its piece and its paragraph, 0 for none. */
interface BoxStart {
  readonly piece: number
  readonly paragraph: number
}

/** By their names, the innermost last. */
type OpenBoxes = Map<string, BoxStart[]>

/** Notes the start of a box, or gives the one that an end tag ends. */
function pair(
  open: OpenBoxes | undefined,
  name: string,
  { isEnd, piece, paragraph }: BoxStart & { readonly isEnd: boolean },
): BoxStart | undefined {
  if (open === undefined || !ENDS_PARAGRAPH.has(name) || OPTIONAL_END.has(name)) return undefined
  if (isEnd) return open.get(name)?.pop()
  addTo(open, name, { piece, paragraph })
  return undefined
}
