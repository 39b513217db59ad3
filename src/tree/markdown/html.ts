// What Markdown cannot say, as HTML in Markdown: an author's as it was written, a dialect's with what tells of its
// content alone. No empty line stands in it, since that would end it.
import { escapeHtml } from '../../core/html.ts'
import { marked, withoutMarks } from '../../core/marked-text.ts'
import { type AddressFact, addressFact, addressesIn } from '../addresses.ts'
import { VOID } from '../names.ts'
import {
  type Attribute,
  type Element,
  type Node,
  hasClass,
  isComment,
  textContent,
  valueOf,
} from '../node.ts'

/** The start tag of an element that its author wrote. */
export function startTag(node: Element): string {
  const { name, attributes, tags } = node
  const written = attributes.map((one) => attribute(name, one)).join('')
  return withoutMarks(tags?.open ?? `<${name}`) + written + withoutMarks(tags?.tail ?? '>')
}

/** Its end tag. */
export function endTag({ tags }: Element): string {
  return tags?.close ?? ''
}

/** An attribute: what stands before its value, the quotes, and the value. */
const SPELLED = /^(\s*[^\s=]+\s*=\s*)(["']?)(\S+)\2$/

/** What handbook put there for browsers is left out. */
function attribute(element: string, { name, value, written, at }: Attribute): string {
  if (written === undefined && at === undefined) return ''
  const fact = addressFact(element, name)
  if (fact === undefined) return withoutMarks(written ?? ` ${name}="${escapeHtml(value)}"`)
  const [, lead = '', quote = '', spelled = ''] = SPELLED.exec(written ?? '') ?? []
  return spelled !== '' && fact.isList !== true
    ? withoutMarks(lead) + quote + marked(withoutMarks(spelled)) + quote
    : addresses(name, value, fact)
}

/** Every address in a value between marks. */
function addresses(name: string, value: string, fact: AddressFact): string {
  let text = ''
  let done = 0
  for (const { address, from, to } of addressesIn(value, fact)) {
    text += escapeHtml(withoutMarks(value.slice(done, from)))
    text += marked(escapeHtml(withoutMarks(address)))
    done = to
  }
  return ` ${name}="${text}${escapeHtml(withoutMarks(value.slice(done)))}"`
}

/** HTML of an author. */
export function authorHtml(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return withoutMarks(node.written ?? escapeHtml(node.value))
      if (node.kind === 'raw') return isComment(node) ? '' : withoutMarks(node.html)
      if (node.kind === 'block') return authorHtml(node.children)
      return startTag(node) + authorHtml(node.children) + endTag(node)
    })
    .join('')
}

const KEPT = new Set(
  'href src alt title colspan rowspan start type checked open poster controls datetime'.split(' '),
)
const ALIGNED = /(?:^|\s)align-(center|right)(?:\s|$)/

/** HTML that says what nodes say, without what it is for looks. */
export function plainHtml(nodes: readonly Node[]): string {
  return contentHtml(nodes)
    .replaceAll(/\n\s*\n/g, '\n')
    .trim()
}

function contentHtml(nodes: readonly Node[]): string {
  return nodes.map(nodeHtml).join('')
}

function nodeHtml(node: Node): string {
  if (node.kind === 'element') return elementHtml(node)
  if (node.kind === 'text') return textHtml(node.value)
  if (node.kind === 'raw') return node.text === undefined ? spaceOf(node.html) : textHtml(node.text)
  if (node.block === 'math') return `<code>${textHtml(node.tex)}</code>`
  const isCode = node.block === 'code' || node.block === 'diagram'
  return isCode ? codeHtml(node.text) : contentHtml(node.children)
}

function spaceOf(html: string): string {
  return html.trim() === '' ? html : ''
}

/** What Markdown cannot say. */
const LEFT_OUT = new Set(['script', 'style', 'template', 'svg'])
/** What is only there for readers of the page, unless its author wrote it. */
const CONTROLS = new Set(['nav', 'button'])

/** Is an element nothing that Markdown says? */
export function isLeftOut(node: Element): boolean {
  const { name, tags } = node
  if (LEFT_OUT.has(name)) return true
  // A list of the page's own headings, as AsciiDoc makes it.
  return CONTROLS.has(name) && (tags === undefined || hasClass(node, 'toc'))
}

function elementHtml(node: Element): string {
  const { name, children } = node
  if (name === 'pre') return codeHtml(textContent(children))
  if (name === 'sup' && node.added) return `<sup>${contentHtml(children)}</sup>`
  if (node.added || isLeftOut(node)) return ''
  // It only carries a class.
  if (name === 'span' || name === 'button') return contentHtml(children)
  const end = VOID.has(name) ? '' : `</${name}>`
  return `<${name}${plainAttributes(node)}>${contentHtml(children)}${end}`
}

function textHtml(text: string): string {
  return escapeHtml(withoutMarks(text))
}

/** An empty line of code is no empty line of Markdown. */
function codeHtml(text: string): string {
  const code = textHtml(text.replace(/\n+$/, '')).replaceAll(/\n(?=\s*\n)/g, '&#10;')
  return `<pre><code>${code}</code></pre>`
}

function plainAttributes(node: Element): string {
  const kept = node.attributes.filter(({ name }) => KEPT.has(name))
  const align = ALIGNED.exec(valueOf(node, 'class') ?? '')?.[1]
  const told = kept.map(({ name, value }) =>
    value === '' && name !== 'alt'
      ? ` ${name}`
      : ` ${name}="${addressFact(node.name, name) === undefined ? textHtml(value) : marked(textHtml(value))}"`,
  )
  return told.join('') + (align === undefined ? '' : ` align="${align}"`)
}
