// Tables stand in a box that can scroll, and their alignment is a class: a strict content policy forbids styles.
import type { Token } from 'markdown-it'
import { TABLE_BOX } from '../../tree/boxes.ts'
import { element, raw } from '../../tree/node.ts'
import type { Maker, Makers } from '../to-tree.ts'

const openTable: Maker = ({ builder }) => {
  builder.open(element('div', TABLE_BOX))
  builder.add(raw('\n'))
  builder.open(element('table', []))
  builder.add(raw('\n'))
}

/** Ends an element, and the line. */
export const closeOnLine: Maker = ({ builder }) => {
  builder.close()
  builder.add(raw('\n'))
}

/** Ends an element and the box around it, each with its line. */
export const closeInBox: Maker = (making, token, index) => {
  closeOnLine(making, token, index)
  closeOnLine(making, token, index)
}

const openCell: Maker = ({ builder, tokens }, token, index) => {
  const style = token.attrGet('style')
  const alignment = typeof style === 'string' ? style.slice('text-align:'.length) : ''
  const name = token.tag === 'th' && !isEmpty(tokens, index) ? 'th' : 'td'
  builder.open(element(name, alignment === '' ? [] : [['class', `align-${alignment}`]]))
}

/** A header without text names nothing: such a cell is an ordinary one. */
function isEmpty(tokens: readonly Token[], open: number): boolean {
  return tokens[open + 1]?.content === ''
}

/** Tables and their cells. */
export const tableMakers: Makers = {
  table_open: openTable,
  table_close: closeInBox,
  th_open: openCell,
  th_close: closeOnLine,
  td_open: openCell,
  td_close: closeOnLine,
}
