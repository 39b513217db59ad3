// A style sheet of an author as EPUBs can have it, and the only door to the parsers of CSS. What reading programs refuse, what
// moves or what is loaded from elsewhere is left out.
import {
  type ChildNode,
  type Container,
  CssSyntaxError,
  type Declaration,
  type Root,
  parse,
} from 'postcss'
import readValue from 'postcss-value-parser'
import type { Place } from '../../core/diagnostic.ts'
import type { BookPath } from '../../core/path.ts'

/** What is asked while a style sheet is cleaned. */
export interface Cleaning {
  readonly path: BookPath
  /** Notes what is left out. */
  readonly tell: (at: Place) => void
  /** The name in the ebook of a file that the style sheet names; undefined when it has none. */
  readonly fileAt: (url: string, at: Place) => string | undefined
}

/** A style sheet with what ebooks can have; one that nobody can read is left out as a whole. */
export function cleanSheet(text: string, cleaning: Cleaning): string {
  let root: Root
  try {
    root = parse(text)
  } catch (problem) {
    if (!(problem instanceof CssSyntaxError)) throw problem
    cleaning.tell(placeOf(cleaning.path, problem))
    return ''
  }
  clean(root, cleaning)
  const css = root.toString().trim()
  return css === '' ? '' : `${css}\n`
}

function placeOf(
  file: BookPath,
  { line, column }: { readonly line?: number | undefined; readonly column?: number | undefined },
): Place {
  return line === undefined || column === undefined ? { file } : { file, start: { line, column } }
}

/** Rules that hold others, and those of fonts and pages. */
const AT_RULES = new Set(['media', 'supports', 'font-face', 'page'])

function clean(container: Container, cleaning: Cleaning): void {
  for (const node of (container.nodes ?? []).slice()) {
    const at = placeOf(cleaning.path, node.source?.start ?? {})
    if (canBeHad(node, at, cleaning)) {
      if ('nodes' in node) clean(node, cleaning)
      if (saysNothing(node)) node.remove()
    } else {
      cleaning.tell(at)
      node.remove()
    }
  }
}

function saysNothing(node: ChildNode): boolean {
  return node.type === 'comment' || ('nodes' in node && node.nodes?.length === 0)
}

function canBeHad(node: ChildNode, at: Place, cleaning: Cleaning): boolean {
  if (node.type === 'atrule')
    return AT_RULES.has(node.name.toLowerCase()) && node.nodes !== undefined
  if (node.type === 'decl') return canBeDeclared(node, at, cleaning)
  // A rule in a rule is newer than most reading programs.
  return node.type === 'comment' || node.parent?.type !== 'rule'
}

/** Properties that belong to the text of an EPUB, or to browsers that are gone. */
const REFUSED = new Set(['direction', 'unicode-bidi', 'behavior', '-moz-binding', 'zoom'])
/** Functions that name files in other ways, or run. */
const LOADING =
  /^(?:image-set|-webkit-image-set|src|cross-fade|element|paint|expression|attr|env)$/i

/** Files that a declaration names get the names that they have in the ebook. */
function canBeDeclared(node: Declaration, at: Place, cleaning: Cleaning): boolean {
  const name = node.prop.toLowerCase()
  if (!/^-?[a-z][a-z-]*$/.test(name) || REFUSED.has(name) || node.value.trim() === '') return false
  if (name === 'position' && /fixed|sticky/i.test(node.value)) return false
  const value = readValue(node.value)
  let isFine = !/[\\{}]|progid:/i.test(node.value)
  value.walk((part) => {
    if (part.type !== 'function') return
    if (part.value.toLowerCase() === 'url') {
      const file = cleaning.fileAt(part.nodes.map((one) => one.value).join(''), at)
      if (file === undefined) isFine = false
      else part.nodes = [{ type: 'word', value: file, sourceIndex: 0, sourceEndIndex: 0 }]
    } else if (LOADING.test(part.value) || !/^[a-z-]*$/i.test(part.value)) isFine = false
  })
  if (isFine) node.value = readValue.stringify(value.nodes)
  return isFine
}
