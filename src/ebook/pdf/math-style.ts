// The colors, sizes, boxes and lines of formulas in Typst.
import { type Element, hasClass, valueOf } from '../../tree/node.ts'
import { lengthOf } from './math-signs.ts'
import { call, text } from './values.ts'

/** What an element says, in its color, size and style, with the lines around and through it. */
export function styled(node: Element, said: string): string {
  let value = lined(node, said)
  const fill = colorOf(valueOf(node, 'mathcolor'))
  if (fill !== undefined) value = call('text', { fill }, value)
  const behind = colorOf(valueOf(node, 'mathbackground'))
  const isBox = hasClass(node, 'm-box')
  if (node.name !== 'mspace' && (behind !== undefined || isBox))
    value = boxed(value, behind, isBox, fill)
  const size = lengthOf(valueOf(node, 'mathsize'))
  if (size !== undefined) value = call('text', { size }, value)
  if (hasClass(node, 'm-bold')) value = call('math.bold', {}, value)
  const style =
    STYLES[`${valueOf(node, 'scriptlevel') ?? '0'} ${valueOf(node, 'displaystyle') ?? ''}`]
  return style === undefined || node.name === 'mtable' ? value : call(style, {}, value)
}

const STYLES: { readonly [style: string]: string } = {
  '0 true': 'math.display',
  '0 false': 'math.inline',
  '1 ': 'math.script',
  '1 false': 'math.script',
  '2 ': 'math.sscript',
  '2 false': 'math.sscript',
}

function boxed(
  value: string,
  fill: string | undefined,
  hasLine: boolean,
  color: string | undefined,
): string {
  const stroke = color === undefined ? '0.5pt' : `0.5pt + ${color}`
  const named = {
    fill,
    stroke: hasLine ? stroke : undefined,
    inset: '(x: 3pt)',
    outset: '(y: 3pt)',
  }
  return call('box', named, call('math.equation', {}, value))
}

/** Lines through, above and below. */
function lined(node: Element, said: string): string {
  const has = (name: string): boolean => hasClass(node, name)
  const value = has('m-over') ? call('math.overline', {}, said) : said
  const under = has('m-under') ? call('math.underline', {}, value) : value
  if (has('m-through')) return call('math.cancel', { angle: '90deg', length: '100%' }, under)
  if (has('m-up') && has('m-down')) return call('math.cancel', { cross: true }, under)
  if (has('m-up')) return call('math.cancel', {}, under)
  return has('m-down') ? call('math.cancel', { inverted: true }, under) : under
}

/** A color of MathML; undefined for one that nobody knows. */
export function colorOf(said: string | undefined): string | undefined {
  if (said === undefined) return undefined
  const hex = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(said)
    ? said
    : NAMED[said.toLowerCase()]
  return hex === undefined ? undefined : call('rgb', {}, text(hex))
}

/** Colors that MathML has names for. */
const NAMED: { readonly [name: string]: string } = {
  black: '#000000',
  blue: '#0000ff',
  gray: '#808080',
  green: '#008000',
  orange: '#ffa500',
  purple: '#800080',
  red: '#ff0000',
  white: '#ffffff',
  yellow: '#ffff00',
}
