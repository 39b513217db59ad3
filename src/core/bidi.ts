// Names of programs and options among right-to-left words. Where no element says so, as in a title of the menu, the
// signs at their ends go to the wrong side: `--no-cache` is read as `no-cache--`.

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
const LETTER = /\p{L}/u
const CLOSED_BY: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '<': '>',
  '«': '»',
  '“': '”',
}
const OPENED_BY: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CLOSED_BY).map(([open, close]) => [close, open]),
)

/** U+2066 LEFT-TO-RIGHT ISOLATE and U+2069 POP DIRECTIONAL ISOLATE. */
const isolated = (text: string): string => `\u2066${text}\u2069`

/** A right-to-left text in which left-to-right words keep the signs at their ends. Shown, it is the same text. */
export function isolateWords(text: string): string {
  if (!/[^\p{L}\p{N}\s]/u.test(text)) return text
  const pieces = text.split(/(\s+)/)
  let out = ''
  for (let at = 0; at < pieces.length; at++) {
    const end = runEnd(pieces, at)
    out += end > at ? isolateRun(pieces.slice(at, end).join('')) : (pieces[at] ?? '')
    if (end > at) at = end - 1
  }
  return out
}

/** After the last left-to-right word of the words that begin here with one; the same index when there is none. */
function runEnd(pieces: readonly string[], from: number): number {
  let end = from
  for (let at = from; at < pieces.length; at++) {
    const piece = pieces[at] ?? ''
    if (RIGHT_TO_LEFT.test(piece)) break
    if (LETTER.test(piece)) end = at + 1
    else if (at === from) break
  }
  return end
}

/** Signs that belong to the sentence stay outside. */
function isolateRun(run: string): string {
  let from = 0
  let to = run.length
  while (/[,;:،؛]/.test(run[to - 1] ?? '') || isLone(run, to - 1, OPENED_BY)) to--
  while (isLone(run, from, CLOSED_BY)) from++
  const core = run.slice(from, to)
  const needed = /^[^\p{L}\p{N}]|(?<=[^\p{L}\p{N}])$/u.test(core)
  return run.slice(0, from) + (needed ? isolated(core) : core) + run.slice(to)
}

/** True for a bracket whose partner is not in the run. */
function isLone(run: string, at: number, partners: Readonly<Record<string, string>>): boolean {
  const partner = partners[run[at] ?? '']
  return partner !== undefined && !run.includes(partner)
}
