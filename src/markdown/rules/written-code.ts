// Code that an author wrote as HTML. GitBook.com's editor does it where lines are marked or words have notes:
// `<pre data-title="a.yaml"><code class="lang-yaml">a: 1 <strong>b: 2 </strong></code></pre>`; it becomes code like any other.
import { lineEnd } from '../../core/position.ts'
import {
  type Attribute,
  type Block,
  type Element,
  type Node,
  classesOf,
  forEachElement,
  isElement,
  raw,
  setAttribute,
  textContent,
  valueOf,
} from '../../tree/node.ts'
import { withMore } from '../../components/code.ts'
import type { Highlighter } from '../highlight.ts'
import { titled } from '../../components/code.ts'
import { type CodeDefaults, type Wishes, highlight, optionsOf, preOf } from './code.ts'
import { type LinkedText, markLinks, setLinks } from './code-links.ts'
import type { CodeOptions, LineRange } from './code-options.ts'

const LANGUAGE = /(?:^|\s)lang(?:uage)?-(\S+)/

/** Highlights code that has a language, as GitBook did it; markup in it stays as it is. */
export function highlightWritten(nodes: readonly Node[], highlighter: Highlighter): void {
  forEachElement(nodes, ({ name, tags, children }) => {
    if (name !== 'pre' || tags === undefined || children.length > 1) return
    const [shown] = children
    if (!isElement(shown, 'code')) return
    const language = LANGUAGE.exec(classesOf(shown).join(' '))?.[1]
    const isText = shown.children.every((child) => child.kind === 'text' && child.isTag !== true)
    if (language === undefined || !isText) return
    const text = textContent(shown.children)
    const { html, classes } = highlight(text, language, highlighter)
    if (!classes.includes('hljs')) return
    shown.children = [{ ...raw(html), text }]
    setAttribute(shown, 'class', [...new Set([...classesOf(shown), ...classes])].join(' '))
  })
}

/**
 * Makes blocks of the code that GitBook.com's editor writes as HTML; tells whether there was some. `around` is what the
 * block around it says.
 */
export function readEditorCode(
  nodes: Node[],
  kit: {
    readonly highlighter: Highlighter
    readonly defaults: CodeDefaults
    /** Unfolds what is long. */
    readonly more: string
  },
  around: Partial<CodeOptions> = {},
): boolean {
  let isChanged = false
  for (const [index, node] of nodes.entries()) {
    if (!('children' in node)) continue
    const made = isElement(node, 'pre') ? codeOf(node, kit, around) : undefined
    if (made !== undefined) nodes[index] = made
    else if (!readEditorCode(node.children, kit, optionsAround(node) ?? around)) continue
    else node.verbatim = undefined
    isChanged = true
  }
  return isChanged
}

/** What `{% code %}` says of the code in it. */
function optionsAround(node: Element | Block): Partial<CodeOptions> | undefined {
  const isCode = node.kind === 'block' && node.block === 'component' && node.name === 'code'
  return isCode ? optionsOf(node.attributes) : undefined
}

/** The code of a `<pre>` around a `<code>`; undefined for anything else. */
function codeOf(
  written: Element,
  { highlighter, defaults, more }: Parameters<typeof readEditorCode>[1],
  around: Partial<CodeOptions>,
): Block | undefined {
  const inside = written.children.filter((child) => child.kind !== 'text' || child.value.trim())
  const [code] = inside
  if (written.tags === undefined || inside.length !== 1 || !isElement(code, 'code'))
    return undefined
  const read = readText(code.children)
  const names = [...classesOf(code), ...classesOf(written)].join(' ')
  const language = LANGUAGE.exec(names)?.[1] ?? ''
  const options = { ...around, ...optionsOf(written.attributes.map(bare)) }
  const asked: Wishes = {
    ...options,
    language,
    ranges: read.marked.map(({ from, to }) => linesOf(read.text, from, to)),
    numbers: options.numbers ?? (defaults.lineNumbers ? 1 : false),
    wrap: options.wrap ?? defaults.wrap,
  }
  const { html, classes } = highlight(read.text, language, highlighter)
  const shown = setLinks(preOf(markLinks(html, read.links), classes, asked), read.links)
  withMore([shown], more)
  const { title } = options
  const { at } = written
  return {
    kind: 'block',
    block: 'code',
    language,
    text: read.text,
    ...(title === undefined ? {} : { title }),
    children: title === undefined ? [shown, raw('\n')] : [titled(shown, title), raw('\n')],
    source: {
      kind: 'code',
      place: () => at?.source.place(at.from, at.to) ?? { file: '' as never },
    },
    at,
  }
}

/** `data-title="x"` is what `title="x"` is elsewhere, and an attribute without a value is set. */
function bare({ name, value }: Attribute): { readonly name: string; readonly value: string } {
  const key = name.replace(/^data-/, '').replaceAll('-', '')
  return { name: key, value: value === '' && key !== 'title' ? 'true' : value }
}

interface Read {
  readonly text: string
  readonly marked: readonly { readonly from: number; readonly to: number }[]
  readonly links: readonly LinkedText[]
}

/** The text of code, and which stretches of it are marked or lead to a note. */
function readText(nodes: readonly Node[]): Read {
  let text = ''
  const marked: { from: number; to: number }[] = []
  const links: LinkedText[] = []
  const visit = (node: Node): void => {
    if (node.kind === 'text') text += node.value
    if (node.kind !== 'element') return
    if (node.name === 'br') text += '\n'
    const from = text.length
    for (const child of node.children) visit(child)
    if (node.name === 'strong' || node.name === 'b') marked.push({ from, to: text.length })
    // A link never goes on to another line.
    const to = lineEnd(text, from)
    if (node.name === 'a' && valueOf(node, 'href') && to > from)
      links.push({ from, to, link: node })
  }
  for (const node of nodes) visit(node)
  // The editor leaves an empty line where a mark begins the code.
  const spare = /^\r?\n/.exec(text)?.[0].length ?? 0
  const moved = <One extends { from: number; to: number }>(ones: readonly One[]): readonly One[] =>
    ones
      .map((one) => ({ ...one, from: Math.max(0, one.from - spare), to: one.to - spare }))
      .filter(({ from, to }) => to > from)
  return {
    text: text.slice(spare).replace(/\n?$/, '\n'),
    marked: moved(marked),
    links: moved(links),
  }
}

/** The lines that hold a stretch of a text; the end of a line belongs to that line. */
function linesOf(text: string, from: number, to: number): LineRange {
  const before = (end: number): number => text.slice(0, end).split('\n').length
  return { from: before(from), to: before(to - 1), as: 'mark' }
}
