// What stands at the corners, above and below parts of formulas in Typst.
import { type Element, isElement, valueOf } from '../../tree/node.ts'
import { BRACES, accentOf, isArrow, saidIn, sign } from './math-signs.ts'
import { call, text } from './values.ts'

type Side = 't' | 'b' | 'tl' | 'bl'

/** Writes an element. */
type WriteMath = (node: Element | undefined) => string

function attached(base: string, sides: readonly Side[], values: readonly string[]): string {
  const named = Object.fromEntries(
    sides.map((side, index) => [side, values[index] === '' ? undefined : values[index]]),
  )
  const isBare = Object.values(named).every((value) => value === undefined)
  return isBare ? base : call('math.attach', named, base)
}

/** What stands at the corners of a base: behind it, and in front of it. */
export function scripts(
  base: Element | undefined,
  sides: readonly Side[],
  parts: readonly (Element | undefined)[],
  write: WriteMath,
): string {
  return attached(call('math.scripts', {}, part(base, write)), sides, parts.map(write))
}

/** An element that something must stand in. */
export function part(node: Element | undefined, write: WriteMath): string {
  return write(node) || '[]'
}

/** What stands above and below a base. */
export function around(
  [base, ...rest]: readonly Element[],
  sides: readonly Side[],
  write: WriteMath,
): string {
  const [only] = rest.length === 1 ? rest : []
  const one = only?.name === 'mo' ? only : undefined
  const grown = one && asOne(part(base, write), one, sides)
  if (grown !== undefined) return grown
  const isLong = base?.name === 'mo' && isStretchy(base)
  const middle = isLong
    ? call('math.stretch', { size: '100% + 0.8em' }, sign(saidIn(base)))
    : call('math.limits', {}, part(base, write))
  const parts = rest.map((node) =>
    node === one && isStretchy(one)
      ? call('math.stretch', { size: '1.6em' }, sign(saidIn(one)))
      : write(withoutSpace(node)),
  )
  return attached(middle, sides, parts)
}

/** A sign above or below that belongs to what it is set on: an accent, a brace, a line. */
function asOne(base: string, over: Element, [side]: readonly Side[]): string | undefined {
  const said = saidIn(over)
  const accent = side === 't' ? accentOf(over) : undefined
  if (accent !== undefined) return call('math.accent', {}, base, text(accent))
  const name = Object.hasOwn(BRACES, said) ? BRACES[said] : undefined
  return name === undefined ? undefined : call(name, {}, base)
}

function isStretchy(node: Element): boolean {
  return valueOf(node, 'stretchy') === 'true' && isArrow(saidIn(node))
}

/** What stands beside an arrow, without the space that makes the arrow long. */
function withoutSpace(node: Element): Element | undefined {
  const [inside, below] = node.children.filter((child) => isElement(child))
  return isElement(node, 'mover', 'munder') && isElement(below, 'mspace') ? inside : node
}
