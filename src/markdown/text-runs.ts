// What is written without a sign between: texts, and the bare addresses among them. Escapes and entities end a run, since they
// mean themselves.
import type { Token } from 'markdown-it'

/** A run of text and where it begins in what was written. */
export interface TextRun {
  readonly from: number
  readonly text: string
}

/** The runs of a block, as long as texts and escapes beside each other are not joined. */
export function textRuns(block: Token): readonly TextRun[] {
  const found: TextRun[] = []
  let from = 0
  for (const text of textsOf(block.children ?? [])) {
    const start = text === '' ? -1 : block.content.indexOf(text, from)
    if (start < 0) continue
    from = start + text.length
    found.push({ from: start, text })
  }
  return found
}

function textsOf(tokens: readonly Token[]): readonly string[] {
  const found: string[] = []
  let run = ''
  for (const { type, info, content } of tokens) {
    if (type === 'text') run += content
    else if (info !== 'auto') {
      found.push(run)
      run = ''
    }
  }
  return [...found, run]
}
