// Lists as Markdown.
import { type Element, isElement, valueOf } from '../node.ts'
import { indented } from './escape.ts'
import type { Piece, Writing } from './writing.ts'

/** Items below each other; with empty lines between them where paragraphs are. */
export function listMarkdown(element: Element, writing: Writing): string {
  const { name, children } = element
  const items = children.filter((node) => isElement(node, 'li')) as readonly Element[]
  const first = Number(valueOf(element, 'start') ?? 1)
  const all = items.map((item) => writing.pieces(item.children))
  const isLoose = items.some(hasParagraphs) || all.some(needsSpace)
  const rows = all.map((pieces, index) => {
    const marker = name === 'ol' ? `${first + index}. ` : '- '
    return (marker + indented(itemText(pieces, isLoose), marker.length)).trimEnd()
  })
  return rows.join(isLoose ? '\n\n' : '\n')
}

/** In Markdown only the items of a list with empty lines hold paragraphs. */
function hasParagraphs({ children }: Element): boolean {
  return children.some((node) => isElement(node, 'p') && node.tags === undefined)
}

function itemText(pieces: readonly Piece[], isLoose: boolean): string {
  const [first = '', ...rest] = pieces.map(({ text }) => text)
  // `- ---` would be a line.
  return [first === '---' ? '***' : first, ...rest].join(isLoose ? '\n\n' : '\n')
}

/** What no paragraph takes for its own next line. */
const BEGINS = /^(?:[-*+] |1[.)] |```|~~~|> |#{1,6} )/
/** What no paragraph goes on with. */
const ENDS = /(?:```|~~~)$|^#{1,6} [^\n]*$/

/** Would two blocks of an item become one, without an empty line between them? */
function needsSpace(pieces: readonly Piece[]): boolean {
  return pieces.some(({ text }, index) => {
    const before = pieces[index - 1]
    if (before === undefined) return false
    return BEGINS.test(text) ? false : !ENDS.test(before.text)
  })
}

/** Terms, and what is said of them behind colons. */
export function descriptionsMarkdown({ children }: Element, writing: Writing): readonly string[] {
  const groups: string[] = []
  let terms: string[] = []
  let isTerm = true
  for (const node of children.filter((child) => child.kind === 'element')) {
    if (node.name === 'dt') {
      terms.push(writing.inline(node.children).replaceAll('\\\n', ' '))
      isTerm = true
    } else if (node.name === 'dd') {
      const said = `:   ${indented(writing.blocks(node.children).join('\n\n'), 4)}`.trimEnd()
      const gap = hasParagraphs(node) ? '\n\n' : '\n'
      if (isTerm || groups.length === 0) groups.push(`${terms.join(', ')}${gap}${said}`)
      else groups.push(`${groups.pop() ?? ''}${gap}${said}`)
      terms = []
      isTerm = false
    }
  }
  if (terms.length > 0) groups.push(`**${terms.join(', ')}**`)
  return groups.length === 0 ? [] : [groups.join('\n\n')]
}
