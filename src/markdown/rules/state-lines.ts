// What a rule for blocks asks of the lines before it.
import type { StateBlock } from 'markdown-it'

/** Where the first visible character of a line stands in the source. */
export function startOf(
  { bMarks, tShift }: Pick<StateBlock, 'bMarks' | 'tShift'>,
  line: number,
): number {
  return (bMarks[line] ?? 0) + (tShift[line] ?? 0)
}

/** A line without its indentation. */
export function lineOf(state: StateBlock, line: number): string {
  return state.src.slice(startOf(state, line), state.eMarks[line])
}

/** Is a line indented as code is? */
export function isIndented(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) - state.blkIndent >= 4
}
