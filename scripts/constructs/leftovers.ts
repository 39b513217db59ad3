// What of GitBook.com's language is left in a page that readers see: tags, values, marks of Markdown, attributes that only the
// editor reads, links that lead nowhere. A page without any of it is whole.
import {
  type Element,
  type Node,
  classesOf,
  isElement,
  textContent,
  valueOf,
} from '../../src/tree/node.ts'
import { htmlTree } from '../../src/tree/parse.ts'

/** One thing that is left. */
export interface Leftover {
  readonly kind: string
  readonly text: string
}

/** In the words of a page, outside of code. */
const IN_WORDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['tag', /\{%-?\s*@?\/?[\w-]+[^%\n]{0,80}%\}/g],
  ['tag', /^:::.*/gm],
  ['strong', /\*\*[^*\s][^*\n]{0,60}\*\*/g],
  ['link', /\]\([^)\s]{1,80}\)/g],
  ['heading', /^#{1,6} \S.{0,40}$/gm],
  ['row', /^\s*\|.*\|.*\|\s*$/gm],
  ['formula', /\$\$[^$\n]{1,80}\$\$/g],
  ['entity', /&(?:#x[\da-f]{1,5}|#\d{1,6}|nbsp|amp|lt|gt|quot);/gi],
  [
    'element',
    /<\/?(?:div|span|table|td|th|img|p|br|a|center|font|figure|details|summary|mark|h[1-6])\b[^>]{0,60}>/g,
  ],
  ['comment', /<!--/g],
]
const EMOJI = /(?<![\w:/]):([a-z][a-z\d_+-]{2,30}):(?![\w/])/g

/** Attributes that mean something to GitBook.com's editor alone. */
const EDITOR =
  /^data-(?:gb-|view$|type$|hidden$|card-|mention$|footnote-ref$|option$|size$|with-frame$|full-width$|search$|header-|title$|overflow$|line-numbers$|action$|query$|icon$|tag$|object-fit$|max$|multiple$|column-|first-column)/

/** What is left in a page. `isEmoji` tells which words between colons are names of emoji. */
export function leftovers(
  html: string,
  isEmoji: (name: string) => boolean = () => true,
): readonly Leftover[] {
  const nodes = htmlTree(html, { kind: 'html', place: () => ({ file: '' }) as never })
  const found: Leftover[] = []
  const words = wordsOf(nodes, found)
  for (const [kind, pattern] of IN_WORDS)
    for (const [text] of words.matchAll(pattern)) found.push({ kind, text: text.trim() })
  for (const [text, name = ''] of words.matchAll(EMOJI))
    if (isEmoji(name)) found.push({ kind: 'emoji', text })
  if (words.trim() === '' && !html.includes('<img')) found.push({ kind: 'empty', text: '' })
  return found
}

const LINES = /^(?:p|li|td|th|h\d|div|tr|dt|dd|summary|figcaption|blockquote|details|pre)$/

const CODE = new Set(['code', 'pre', 'svg', 'math', 'script'])

/** The words of a page, its blocks on lines of their own; what elements say of themselves is noted. */
function wordsOf(nodes: readonly Node[], found: Leftover[]): string {
  let words = ''
  for (const node of nodes) {
    if (node.kind === 'text') words += node.value
    if (node.kind !== 'element') continue
    note(node, found)
    if (CODE.has(node.name)) words += ' '
    else if (LINES.test(node.name)) words += `\n${wordsOf(node.children, found)}\n`
    else words += wordsOf(node.children, found)
  }
  return words
}

function note(node: Element, found: Leftover[]): void {
  const { name, attributes } = node
  for (const attribute of attributes) {
    if (attribute.name === 'style') found.push({ kind: 'style', text: attribute.value })
    else if (EDITOR.test(attribute.name)) found.push({ kind: attribute.name, text: name })
  }
  if (/^(?:select|option|font|button|form|script|iframe)$/.test(name) && !isOfPage(node))
    found.push({ kind: `<${name}>`, text: textContent(node.children) })
  if (name === 'code' && classesOf(node).includes('expression'))
    found.push({ kind: 'expression', text: textContent(node.children) })
  if (name === 'a') noteLink(node, found)
}

function isOfPage(node: Element): boolean {
  return classesOf(node).some((one) => /^(?:copy|share|icon|needs-js)/.test(one))
}

function noteLink(node: Element, found: Leftover[]): void {
  const href = valueOf(node, 'href')
  if (href === undefined) return
  const text = textContent(node.children).trim()
  if (/broken-reference|^\/?broken\/|user-content-fn/.test(href))
    found.push({ kind: 'dead', text: href })
  const isCode = node.children.some((one) => isElement(one, 'code'))
  const isFile = /^[\w./-]+\.md(?:#.*)?$/.test(text) && !/^https?:/.test(href) && !isCode
  if (text === '.' || isFile) found.push({ kind: 'file-name', text })
}
