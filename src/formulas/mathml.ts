// Nodes of Temml as MathML for a page: what it says in styles becomes attributes and classes of the theme, because pages
// have no styles of their own.
import { escapeHtml } from '../core/html.ts'
import type { MathNode } from './temml.ts'

/** What is known only when all formulas of a page are read. */
export interface Context {
  /** The numbers of numbered lines, by the nodes that show them. */
  readonly numbers: ReadonlyMap<MathNode, string>
  /** What a reference to a label says. */
  readonly reference: (label: string, withParentheses: boolean) => string
}

/** Attributes that a page may have, of those that Temml writes. */
const ATTRIBUTES = new Set(
  (
    'accent columnalign columnspacing depth display displaystyle fence form height largeop linebreak linethickness lspace mathbackground ' +
    'mathcolor mathsize mathvariant maxsize minsize movablelimits rowspacing rspace scriptlevel separator ' +
    'stretchy symmetric voffset width columnlines rowlines accentunder rowspan columnspan'
  ).split(' '),
)
/** Classes of Temml that the theme knows; others mend what browsers of old did. */
const CLASSES = new Set(
  'tml-left tml-right tml-jot tml-small tml-tag tml-shift-left mathscr mathcal wbk-acc wbk-sml-acc wbk-med-acc wbk-lrg-acc ff-squash'.split(
    ' ',
  ),
)
/** Lines around and through something, by the word for it. */
const STROKES: { readonly [notation: string]: string } = {
  top: 'm-over',
  bottom: 'm-under',
  box: 'm-box',
  updiagonalstrike: 'm-up',
  downdiagonalstrike: 'm-down',
  horizontalstrike: 'm-through',
}

/** A node as MathML. */
export function writeMath(node: MathNode, context: Context): string {
  if (node.type === undefined) return writeOther(node, context)
  const shown = (node.children ?? []).map((child) => writeMath(child, context)).join('')
  const attributes = new Map<string, string>()
  for (const [key, value] of Object.entries(node.attributes ?? {}))
    if (ATTRIBUTES.has(key) && isSaid(value)) attributes.set(key, String(value))
  const classes = [...classesOf(node), ...stylesOf(node, attributes)]
  if (classes.length > 0) attributes.set('class', [...new Set(classes)].join(' '))
  const name = nameOf(node, shown)
  if (name === 'munder') attributes.delete('accent')
  if (name === 'mrow') for (const key of OF_LETTERS) attributes.delete(key)
  return styled(name, attributes, shown)
}

/** What holds elements is no letter, and lines around something are classes. */
function nameOf({ type = '' }: MathNode, shown: string): string {
  const isLetter = /^m[ions]$|^mtext$/.test(type)
  return type === 'menclose' || (isLetter && shown.includes('<m')) ? 'mrow' : type
}

/** What a row has none of. */
const OF_LETTERS =
  'lspace rspace fence form separator stretchy symmetric largeop movablelimits minsize maxsize mathvariant mathsize'.split(
    ' ',
  )
const STYLES = ['scriptlevel', 'displaystyle'] as const

/** An element; the size of what is in it is told by one around it, where it may not tell itself. */
function styled(name: string, attributes: Map<string, string>, shown: string): string {
  const outer = new Map<string, string>()
  for (const key of STYLES) {
    const value = attributes.get(key)
    const isOwn = name === 'mstyle' || (name === 'mtable' && key === 'displaystyle')
    if (value === undefined || isOwn) continue
    attributes.delete(key)
    outer.set(key, value)
  }
  const inner = `<${name}${spelled(attributes)}>${shown}</${name}>`
  return outer.size === 0 ? inner : `<mstyle${spelled(outer)}>${inner}</mstyle>`
}

function spelled(attributes: ReadonlyMap<string, string>): string {
  return [...attributes].map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join('')
}

function classesOf(node: MathNode): readonly string[] {
  const classes = node.classes ?? []
  const strokes = textOf(node, 'notation')
    .split(' ')
    .flatMap((word) => STROKES[word] ?? [])
  const known = classes.filter((one) => CLASSES.has(one))
  return [...known, ...strokes, ...(classes.includes('tml-cancelto') ? ['m-up'] : [])]
}

function textOf({ attributes }: MathNode, name: string): string {
  const value = attributes?.[name]
  return typeof value === 'string' ? value : ''
}

/** Texts, references, and the elements of HTML that show the number of a line. */
function writeOther(node: MathNode & { readonly href?: string }, context: Context): string {
  if (node.text !== undefined) return escapeHtml(node.text)
  const { href } = node
  if (href !== undefined) {
    const withParentheses = node.classes?.includes('tml-eqref') === true
    return `<mtext>${escapeHtml(context.reference(href.slice(1), withParentheses))}</mtext>`
  }
  const number = context.numbers.get(node)
  if (number !== undefined) return escapeHtml(number)
  return (node.children ?? []).map((child) => writeMath(child, context)).join('')
}

function isSaid(value: unknown): boolean {
  return (typeof value === 'string' && value !== 'undefined') || typeof value === 'number'
}

/** Styles that are classes of the theme. */
const PLACED: { readonly [style: string]: string } = {
  'width 100%': 'm-wide',
  'width 50%': 'm-half',
  'position relative': 'm-llap',
  'display flex': 'm-clap',
}

/** The styles that show something. What only moves a sign by a hair is left to the browser. */
function stylesOf(node: MathNode, attributes: Map<string, string>): readonly string[] {
  const classes: string[] = []
  for (const [property, value] of Object.entries(node.style ?? {})) {
    const said = String(value).trim()
    if (property === 'color' && isColor(said)) attributes.set('mathcolor', said)
    else if (property === 'paddingLeft') classes.push(`m-l${tenths(said)}`)
    else if (property === 'paddingRight') classes.push(`m-r${tenths(said)}`)
    else if (property.startsWith('border')) readBorder(property, said, attributes, classes)
    else classes.push(...[PLACED[`${property} ${said}`] ?? []].flat())
  }
  const isBold = /font-weight:\s*bold/.test(textOf(node, 'style'))
  return isBold ? [...classes, 'm-bold'] : classes
}

/** Lines beside cells, and boxes; the line of a box in a color of its own has the color of what is in it. */
function readBorder(
  property: string,
  said: string,
  attributes: Map<string, string>,
  classes: string[],
): void {
  const dashed = said.includes('dashed') ? 'd' : ''
  if (property === 'border') classes.push('m-box')
  else
    classes.push(
      `m-b${property.slice('border'.length, 'border'.length + 1).toLowerCase()}${dashed}`,
    )
  const color = /#[0-9a-f]{3,8}\b/i.exec(said)?.[0]
  if (color !== undefined) attributes.set('mathcolor', color)
}

function isColor(said: string): boolean {
  return /^#[0-9a-f]{3,8}$|^[a-z]+$/i.test(said) && said !== 'undefined'
}

const STEPS = [0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20]

/** A distance in the steps that the theme has, in tenths of an em. */
function tenths(said: string): number {
  const size = Number.parseFloat(said) * (said.endsWith('pt') ? 1 : 10)
  if (!Number.isFinite(size)) return 0
  return STEPS.reduce((best, step) => (Math.abs(step - size) < Math.abs(best - size) ? step : best))
}

/** All texts of a node. */
export function mathText(node: MathNode): string {
  if (node.text !== undefined) return node.text
  return (node.children ?? []).map(mathText).join('')
}
