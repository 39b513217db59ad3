// Comments that say something about lines of code and are not part of it: `// highlight-next-line` of Docusaurus and
// `// [!code ++]` of VitePress. A comment alone in its line goes with its line.
import type { LineMark, LineRange } from './code-options.ts'

const OPEN = String.raw`(?:\/\/|\/\*|\{\s*\/\*|<!--|--|#|;+|%|')`
const CLOSE = String.raw`\s*(?:\*\/\s*\}?|-->)?\s*$`
const WHOLE_LINE = new RegExp(String.raw`^\s*${OPEN}\s*highlight-(next-line|start|end)${CLOSE}`)
const AT_END = new RegExp(
  String.raw`(?<!\s)\s*${OPEN}\s*\[!code\s+([a-z]+|\+\+|--)(?::(\d+))?\]${CLOSE}`,
)
const KINDS: Readonly<Record<string, LineMark>> = {
  '++': 'ins',
  '--': 'del',
  hl: 'mark',
  highlight: 'mark',
  focus: 'focus',
  error: 'error',
  warning: 'warning',
}

/** Code without such comments, and the lines that they mark. */
export interface MarkedCode {
  readonly text: string
  readonly ranges: readonly LineRange[]
}

/** Is this Markdown that shows how to write a block of code? Comments in it are part of what it shows. */
export function showsBlocks(language: string, text: string): boolean {
  return /^(?:md|mdx|markdown)$/i.test(language) && /^\s*(?:`{3}|~{3})/m.test(text)
}

/** Takes the comments out of code. Code without any is given back as it is. */
export function takeCodeComments(text: string): MarkedCode {
  if (!text.includes('[!code') && !text.includes('highlight-')) return { text, ranges: [] }
  const kept: string[] = []
  const ranges: LineRange[] = []
  let open: number | undefined
  for (const line of text.split('\n')) {
    const [, word] = WHOLE_LINE.exec(line) ?? []
    const next = kept.length + 1
    if (word === 'next-line') ranges.push({ from: next, to: next, as: 'mark' })
    else if (word === 'start') open = next
    else if (word === 'end') {
      if (open !== undefined && open < next) ranges.push({ from: open, to: next - 1, as: 'mark' })
      open = undefined
    } else {
      const { code, range } = takeAtEnd(line, next)
      if (range !== undefined) ranges.push(range)
      if (code !== undefined) kept.push(code)
    }
  }
  return { text: kept.join('\n'), ranges }
}

function takeAtEnd(line: string, number: number): { code?: string; range?: LineRange } {
  const found = AT_END.exec(line)
  const as = KINDS[found?.[1] ?? '']
  if (found === null || as === undefined) return { code: line }
  const range = { from: number, to: number + Number(found[2] ?? 1) - 1, as }
  return found.index === 0 ? { range } : { code: line.slice(0, found.index), range }
}

/** Code below a `diff` in another language: signs at the beginnings of lines become marks. */
export function takeDiffSigns(text: string): MarkedCode {
  const ranges: LineRange[] = []
  const lines = text.split('\n').map((line, index) => {
    const as = ({ '+': 'ins', '-': 'del' } as const)[line[0] ?? '']
    if (as === undefined) return line.startsWith(' ') ? line.slice(1) : line
    ranges.push({ from: index + 1, to: index + 1, as })
    return line.slice(1)
  })
  return { text: lines.join('\n'), ranges }
}
