import { type Element, isElement } from './node.ts'

/** The rows of a table, or of a part of one. */
export function rowsOf({ children }: Pick<Element, 'children'>): readonly Element[] {
  return children.flatMap((node) => {
    if (isElement(node, 'tr')) return [node]
    return isElement(node, 'thead', 'tbody', 'tfoot') ? rowsOf(node) : []
  })
}

/** The cells of a row. */
export function cellsOf({ children }: Pick<Element, 'children'>): readonly Element[] {
  return children.filter((node) => isElement(node, 'td', 'th'))
}
