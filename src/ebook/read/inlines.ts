// Lines of a page as content: words, styles, links, pictures.
import { decodeReference } from '../../core/path.ts'
import type { MathFacts } from '../../tree/facts.ts'
import {
  type Block as TreeBlock,
  type Element,
  type Node,
  attributeOf,
  classesOf,
  hasClass,
  isElement,
  isFormula,
  textContent,
  valueOf,
} from '../../tree/node.ts'
import type { Inline, Speech } from '../content.ts'
import { drawingAsWords } from './drawing.ts'
import { formulaOf } from './formulas.ts'
import { tidy } from './lines.ts'
import { liveInline } from './live.ts'
import { BLOCKS, HIDDEN, LIVE, STYLES } from './names.ts'
import { picture } from './pictures.ts'
import { type Reading, findElement, opened, writtenAt } from './reading.ts'

/** A line: its white space folded, its ends trimmed. */
export function lineOf(nodes: readonly Node[], reading: Reading): readonly Inline[] {
  return tidy(inlinesOf(nodes, reading))
}

/** What stands in a line; blocks in it are set apart by breaks. */
export function inlinesOf(nodes: readonly Node[], reading: Reading): readonly Inline[] {
  const line: Inline[] = []
  for (const node of opened(nodes)) {
    if (node.kind === 'text') line.push(node.value)
    else if (node.kind === 'block')
      line.push(
        ...(isFormula(node) ? formulaLine(node, reading) : inlinesOf(node.children, reading)),
      )
    else if (!BLOCKS.has(node.name)) line.push(...inlineOf(node, reading))
    else if (node.name !== 'hr') line.push(...apart(line, inlinesOf(node.children, reading)))
  }
  return line
}

/** A formula behind the id that references lead to; a reference to one is the link that it has become. */
export function formulaLine(node: TreeBlock & MathFacts, reading: Reading): readonly Inline[] {
  const formula = formulaOf(node)
  const inside = [...opened(node.children)]
  const reference = formula.mathml === undefined ? findElement(inside, 'a') : undefined
  if (reference !== undefined) return inlineOf(reference, reading)
  const ids = inside.filter((child) => isElement(child)).map(idOf)
  return [
    ...ids.flatMap((id) => (id === undefined ? [] : [{ kind: 'anchor' as const, id }])),
    formula,
  ]
}

/** A block inside of a line. */
function apart(before: readonly Inline[], inside: readonly Inline[]): readonly Inline[] {
  const isFirst = before.every((one) => typeof one === 'string' && one.trim() === '')
  return isFirst || inside.length === 0 ? inside : [{ kind: 'break' }, ...inside]
}

/** An element of a line. */
export function inlineOf(node: Element, reading: Reading): readonly Inline[] {
  const { name } = node
  if (isForReaders(node) || HIDDEN.has(name)) return []
  if (name in LIVE) return liveInline(node, reading, () => inlinesOf(node.children, reading))
  if (name === 'sup' && hasClass(node, 'footnote-ref')) return call(node, reading)
  if (hasClass(node, 'beside')) return beside(node, reading)
  const make = Object.hasOwn(MAKERS, name) ? MAKERS[name] : undefined
  if (make !== undefined) return make(node, reading)
  const own = inlinesOf(node.children, reading)
  const said = name in STYLES ? styled(name, own) : inSpeech(node, own)
  return withAnchor(node, said)
}

const MAKERS: { readonly [name: string]: (node: Element, reading: Reading) => readonly Inline[] } =
  {
    br: () => [{ kind: 'break' }],
    img: picture,
    a: link,
    ruby,
    svg: drawingAsWords,
    math: drawingAsWords,
  }

/** Arrows back from footnotes and links to the headings that they stand in. */
function isForReaders(node: Element): boolean {
  return classesOf(node).some((name) => name === 'heading-anchor' || name === 'footnote-back')
}

/** The host or the type of a file, which a site sets apart from the words of the link by room alone. */
function beside(node: Element, reading: Reading): readonly Inline[] {
  const children = inlinesOf(node.children, reading)
  return children.length === 0 ? [] : [' ', { kind: 'styled', as: 'small', children }]
}

function styled(name: string, children: readonly Inline[]): readonly Inline[] {
  const as = STYLES[name]
  return as === undefined || children.length === 0 ? children : [{ kind: 'styled', as, children }]
}

function inSpeech(node: Element, children: readonly Inline[]): readonly Inline[] {
  const title = node.name === 'abbr' || node.name === 'acronym' ? valueOf(node, 'title') : undefined
  if (title !== undefined && children.length > 0) return [{ kind: 'abbreviation', title, children }]
  const speech = speechOf(node)
  return speech === undefined || children.length === 0
    ? children
    : [{ kind: 'passage', ...speech, children }]
}

/** The language and the direction that an element names. */
export function speechOf(node: Element): Speech | undefined {
  const lang = (valueOf(node, 'lang') ?? valueOf(node, 'xml:lang') ?? '').trim()
  const dir = (valueOf(node, 'dir') ?? '').trim().toLowerCase()
  const isKnown = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(lang)
  const isDirected = dir === 'ltr' || dir === 'rtl'
  if (!isKnown && !isDirected) return undefined
  return { ...(isKnown ? { lang } : {}), ...(isDirected ? { dir } : {}) }
}

/** What links can lead to. */
export function idOf(node: Element): string | undefined {
  const id = valueOf(node, 'id') ?? (node.name === 'a' ? valueOf(node, 'name') : undefined)
  return id === undefined || id.trim() === '' ? undefined : id
}

function withAnchor(node: Element, inlines: readonly Inline[]): readonly Inline[] {
  const id = idOf(node)
  return id === undefined ? inlines : [{ kind: 'anchor', id }, ...inlines]
}

function link(node: Element, reading: Reading): readonly Inline[] {
  const children = inlinesOf(node.children, reading)
  const href = attributeOf(node, 'href')
  if (href === undefined || children.length === 0) return withAnchor(node, children)
  const id = idOf(node)
  const at = writtenAt({ at: href.at ?? node.at }, reading)
  return [
    {
      kind: 'link',
      to: href.value.trim(),
      children: children.map(withoutLinks),
      ...(id === undefined ? {} : { id }),
      ...(at === undefined ? {} : { at }),
    },
  ]
}

/** No link stands in another. */
function withoutLinks(inline: Inline): Inline {
  if (typeof inline === 'string' || !('children' in inline)) return inline
  const children = inline.children.map(withoutLinks)
  return inline.kind === 'link' ? { kind: 'passage', children } : { ...inline, children }
}

/** The call of a footnote: a link to it with its number. */
function call(node: Element, reading: Reading): readonly Inline[] {
  const inner = node.children.find((child): child is Element => isElement(child, 'a'))
  const to = inner === undefined ? undefined : valueOf(inner, 'href')
  if (inner === undefined || to?.startsWith('#') !== true)
    return styled('sup', inlinesOf(node.children, reading))
  const id = idOf(inner)
  return [{ kind: 'call', note: decodeReference(to.slice(1)), ...(id === undefined ? {} : { id }) }]
}

function ruby(node: Element, reading: Reading): readonly Inline[] {
  const inlines: Inline[] = []
  let base: Node[] = []
  for (const child of opened(node.children)) {
    if (!isElement(child, 'rt', 'rtc')) {
      if (!isElement(child, 'rp')) base.push(child)
      continue
    }
    const children = inlinesOf(base, reading)
    const text = textContent(child.children).trim()
    inlines.push(...(text === '' ? children : [{ kind: 'ruby', children, text } as const]))
    base = []
  }
  return [...inlines, ...inlinesOf(base, reading)]
}
