// Code as lines of runs, with what a highlighter said of them.
import type { CodeFacts } from '../../tree/facts.ts'
import { type Element, type Node, classesOf, hasClass, isElement } from '../../tree/node.ts'
import type { Block, Code, Inline, LineMark, Run } from '../content.ts'
import { type Reading, findElement, opened } from './reading.ts'
import { idOf, lineOf } from './inlines.ts'

/** A block of code with what its author said of it. */
export function codeBlock(
  { language, title }: CodeFacts,
  children: readonly Node[],
): Block | undefined {
  const pre = findElement(children, 'pre')
  if (pre === undefined) return undefined
  return { ...preformatted(pre), language, ...(title === undefined ? {} : { title: [title] }) }
}

/** What is in a `pre`. */
export function preformatted(pre: Element): Code & { readonly id?: string } {
  const collected: Collected = { runs: [], line: 0, marks: {} }
  collect(pre.children, '', collected)
  const code = findElement(pre.children, 'code')
  const id = idOf(pre)
  return {
    kind: 'code',
    language:
      /(?:^|\s)lang-(\S+)/.exec(code === undefined ? '' : classesOf(code).join(' '))?.[1] ?? '',
    lines: linesOf(collected.runs),
    ...(Object.keys(collected.marks).length === 0 ? {} : { marks: collected.marks }),
    ...(hasClass(pre, 'code-numbers') ? { first: firstNumber(pre) } : {}),
    ...(id === undefined ? {} : { id }),
  }
}

/** Code with a title of AsciiDoc or a caption around it; undefined for other boxes. */
export function titledCode(box: Element, reading: Reading): Block | undefined {
  const isCode = hasClass(box, 'code-block') || (box.name === 'figure' && hasClass(box, 'code'))
  const pre = isCode ? findElement(box.children, 'pre') : undefined
  if (pre === undefined) return undefined
  const caption = box.children.find((child): child is Element =>
    isElement(child, 'p', 'figcaption'),
  )
  const id = idOf(box)
  return {
    ...preformatted(pre),
    ...(id === undefined ? {} : { id }),
    ...(caption === undefined ? {} : { title: lineOf(caption.children, reading) }),
  }
}

function firstNumber(pre: Element): number {
  for (const node of opened(findElement(pre.children, 'code')?.children ?? []))
    if (node.kind === 'element') {
      const written = node.attributes.find(({ name }) => name === 'data-line')?.value
      return Number(written ?? 1) || 1
    }
  return 1
}

/** What was found so far: runs, the number of line ends in them, and what is said of lines. */
interface Collected {
  readonly runs: Run[]
  line: number
  readonly marks: { [line: number]: LineMark }
}

function collect(nodes: readonly Node[], kind: string, found: Collected): void {
  const add = (text: string): void => {
    found.runs.push([text, kind])
    found.line += text.split('\n').length - 1
  }
  for (const node of opened(nodes)) {
    if (node.kind === 'text') add(node.value)
    else if (node.kind === 'block') collect(node.children, kind, found)
    else if (node.name === 'br') add('\n')
    else {
      const mark = markOf(node)
      if (mark !== undefined) found.marks[found.line] = mark
      collect(node.children, kindOf(node) ?? kind, found)
    }
  }
}

/** In the order of their weight: a line may carry several. */
const MARKS: readonly LineMark[] = ['ins', 'del', 'error', 'warning', 'mark', 'focus']

function markOf(node: Element): LineMark | undefined {
  if (!hasClass(node, 'line')) return undefined
  return MARKS.find((mark) => hasClass(node, `line-${mark}`))
}

function kindOf(node: Element): string | undefined {
  const name = classesOf(node).find((one) => one.startsWith('hljs-'))
  return name?.slice('hljs-'.length)
}

function linesOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]]
  for (const [text, kind] of runs)
    for (const [index, piece] of text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (piece !== '') lines.at(-1)?.push([piece, kind])
    }
  // Code ends with its last line, not with the line after it.
  if (lines.length > 1 && lines.at(-1)?.length === 0) lines.pop()
  return lines
}

/** Words of verses, which keep their lines. */
export function verse(pre: Element, reading: Reading): readonly Inline[] {
  return lineOf(pre.children.flatMap(breakLines), reading)
}

function breakLines(node: Node): readonly Node[] {
  if (node.kind !== 'text') return [node]
  return node.value.split('\n').flatMap((value, index): readonly Node[] => {
    const text: Node = { kind: 'text', value }
    const line: Element = { kind: 'element', name: 'br', attributes: [], children: [] }
    return index === 0 ? [text] : [line, text]
  })
}
