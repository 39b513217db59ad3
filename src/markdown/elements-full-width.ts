// Full-width punctuation where Markdown and code know only the ASCII signs. Input methods of Chinese and Japanese type
// it without asking.
import type { Token } from 'markdown-it'

const FULL_WIDTH = /[（），：；“”‘’。！＝－]/
/** `[text]（page.md）`, `[text](page.md）`, `【text】(page.md)`: what is between the brackets must look like an address. */
const ALMOST =
  /(?:\[[^[\]\n]+\](?:（\s*([\w%./:?=&~#+-]+)\s*[）)]|\(\s*([\w%./:?=&~#+-]+)\s*）)|【[^【】\n]+】\(([\w%./:?=&~#+-]+)\))/g
const ADDRESS = /[./#]/

/** Part of a block's content. */
interface Found {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** What would be links in a block of running text. */
export function almostLinks(block: Token): readonly Found[] {
  if (!/[（）】]/.test(block.content)) return []
  const shown = (block.children ?? [])
    .map(({ type, content }) => (type === 'text' ? content : '\n'))
    .join('')
  return [...block.content.matchAll(ALMOST)]
    .filter(([text, ...targets]) => {
      const target = targets.find((one) => one !== undefined) ?? ''
      return ADDRESS.test(target) && shown.includes(text)
    })
    .map((match) => ({ from: match.index, to: match.index + match[0].length, text: match[0] }))
}

/** A line of code without its indentation. */
interface CodeLine {
  readonly line: number
  readonly column: number
  readonly text: string
}

/** The lines of code that have full-width punctuation; `first` is the number of the first line. */
export function codeLines(lines: readonly string[], first: number): readonly CodeLine[] {
  return lines.flatMap((written, index) => {
    if (!FULL_WIDTH.test(written)) return []
    const text = written.trim()
    const column = 1 + written.length - written.trimStart().length
    return [{ line: first + index, column, text }]
  })
}
