// Letters, words and signs of formulas in Typst. A sign stands alone between dollars, and words stand in strings: nothing
// of a formula is code.
import { type Element, textContent, valueOf } from '../../tree/node.ts'
import { call, joined, text } from './values.ts'

/** One sign of a formula, of the class that Typst knows it to be. */
export function sign(character: string): string {
  const isMarkup = character >= '!' && character <= '~' && !/[\da-z]/i.test(character)
  return `$${isMarkup ? '\\' : ''}${character}$.body`
}

/** Signs that are heard and not seen: a function is applied, factors stand side by side. */
const UNSEEN = /\p{Cf}|\p{Variation_Selector}/gu

/** What a letter, a number, a sign or words say. */
export function saidIn(node: Element): string {
  const said = textContent(node.children)
  return node.name === 'mtext' || node.name === 'ms' ? said : said.replaceAll(UNSEEN, '').trim()
}

/** Is this one sign that a formula can have as it is? A sign of a root alone would have something below it. */
function isOneSign(said: string): boolean {
  return /^[^\s\p{C}\p{M}\u221A-\u221C]$/u.test(said)
}

/** A letter is slanted unless its formula says something else; names of several are upright. */
export function letter(node: Element): string {
  const said = saidIn(node)
  if (said === '') return ''
  if (!isOneSign(said)) return upright(said)
  return valueOf(node, 'mathvariant') === 'normal'
    ? call('math.upright', {}, sign(said))
    : sign(said)
}

/** Digits, and what is between them. */
export function number(node: Element): string {
  const said = saidIn(node)
  if (said === '') return ''
  return /^\d+(?:\.\d+)?$/.test(said) ? `$${said}$.body` : upright(said)
}

/** Words. */
export function mathWords(node: Element): string {
  const said = saidIn(node)
  return said === '' ? '' : text(said)
}

function upright(said: string): string {
  return call('math.upright', {}, text(said))
}

/** A sign between others. */
export function operator(node: Element): string {
  const said = saidIn(node)
  if (said === '') return ''
  const shown = isOneSign(said) ? sign(said) : upright(said)
  const size = lengthOf(valueOf(node, 'minsize'))
  if (size !== undefined && isDelimiter(said)) return call('math.stretch', { size }, shown)
  const own = isDelimiter(said) ? CLASSES[valueOf(node, 'form') ?? ''] : undefined
  if (own !== undefined) return call('math.class', {}, text(own), shown)
  return spaced(node, said, shown)
}

/** The space that a sign asks for: that of a relation, none at all, or its own around a name. */
function spaced(node: Element, said: string, shown: string): string {
  const [before, behind] = ['lspace', 'rspace'].map((side) => lengthOf(valueOf(node, side)))
  if (before === undefined || behind === undefined) return shown
  const sides = [before, behind].map((side) => Number.parseFloat(side))
  if (!isOneSign(said)) return joined([call('h', {}, before), shown, call('h', {}, behind)])
  if (sides.every((side) => side === 0)) return call('math.class', {}, '"normal"', shown)
  return sides.every((side) => side > 0.2) ? call('math.class', {}, '"relation"', shown) : shown
}

const CLASSES: { readonly [form: string]: string } = { prefix: 'opening', postfix: 'closing' }

/** Signs that stand around something and grow with it. */
const DELIMITERS = new Set('()[]{}|/\\‖∥⌈⌉⌊⌋⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯〈〉〈〉↑↓↕⇑⇓⇕')

/** Is this one of those? */
export function isDelimiter(said: string): boolean {
  return DELIMITERS.has(said)
}

/** A length of MathML; undefined for one that Typst has not. */
export function lengthOf(said: string | undefined): string | undefined {
  const [, digits, unit] = /^(-?[\d.]+)(em|pt|px|ex|cm|mm|in)$/.exec(said?.trim() ?? '') ?? []
  const value = Number(digits)
  if (unit === undefined || !Number.isFinite(value) || Math.abs(value) > 500) return undefined
  if (unit === 'px') return `${value * 0.75}pt`
  return unit === 'ex' ? `${value * 0.45}em` : `${value}${unit}`
}

/** Accents, by the signs that MathML has for them. */
const ACCENTS: { readonly [sign: string]: string } = {
  '\u02D9': '\u0307',
  '\u00A8': '\u0308',
  '\u02C6': '\u0302',
  '^': '\u0302',
  '\u02DC': '\u0303',
  '~': '\u0303',
  '\u00AF': '\u0304',
  '\u02C9': '\u0304',
  '-': '\u0304',
  '\u00B4': '\u0301',
  '\u02CA': '\u0301',
  '`': '\u0300',
  '\u02CB': '\u0300',
  '\u02D8': '\u0306',
  '\u02C7': '\u030C',
  '\u02DA': '\u030A',
  '\u20DB': '\u20DB',
  '\u20DC': '\u20DC',
}
/** Arrows above letters are accents where they do not grow. */
const ARROWS: { readonly [sign: string]: string } = {
  '\u2192': '\u20D7',
  '\u2190': '\u20D6',
  '\u2194': '\u20E1',
  '\u21C0': '\u20D1',
  '\u21BC': '\u20D0',
}

/** The accent that stands above a letter; undefined when something else does. */
export function accentOf(node: Element | undefined): string | undefined {
  if (node?.name !== 'mo') return undefined
  const said = saidIn(node)
  return ACCENTS[said] ?? ARROWS[said]
}

/** Braces, brackets and lines above and below, and what Typst calls them. */
export const BRACES: { readonly [sign: string]: string } = {
  '\u23DE': 'math.overbrace',
  '\u23DF': 'math.underbrace',
  '\u23B4': 'math.overbracket',
  '\u23B5': 'math.underbracket',
  '\u23DC': 'math.overparen',
  '\u23DD': 'math.underparen',
  '\u23E0': 'math.overshell',
  '\u23E1': 'math.undershell',
  '\u203E': 'math.overline',
  _: 'math.underline',
  '\u0332': 'math.underline',
}

/** Signs that grow to the width of what is above or below. */
export function isArrow(said: string): boolean {
  return /^[\u2190-\u21FF\u27F0-\u27FF=\u21CB\u21CC]$/u.test(said)
}
