// Names of programs, options and versions among right-to-left words. Where nothing says that they are read from left to
// right, signs go to the wrong side of letters: `--no-cache` is read as `no-cache--`, `3.x` as `x.3`.

/** Letters of the scripts that are written from right to left, without their brackets. */
const SCRIPTS = '\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC'
const RIGHT_TO_LEFT = new RegExp(`[${SCRIPTS}]`)
/** What stands between spaces and right-to-left letters. */
const PIECE = new RegExp(`[^\\s${SCRIPTS}]+`, 'g')
const LETTER = /\p{L}/u
const CLOSED_BY: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '<': '>',
  '«': '»',
  '“': '”',
  '"': '"',
}
const OPENED_BY: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CLOSED_BY).map(([open, close]) => [close, open]),
)
/** `2026-01-31`: with one hyphen it may be two numbers that are read one after the other. */
const DATE = /^\d+(?:-\d+){2,}$/
/** A version, a size: a sign between a digit and a letter behind it. */
const MIXED = /^\p{N}[^\p{L}]*[^\p{L}\p{N}\s]\p{L}/u

type Span = readonly [from: number, to: number]

/** U+2066 LEFT-TO-RIGHT ISOLATE and U+2069 POP DIRECTIONAL ISOLATE. */
const isolated = (text: string): string => `\u2066${text}\u2069`

/** A right-to-left text in which left-to-right words keep their signs. Shown, it is the same text. */
export function isolateWords(text: string): string {
  let out = ''
  let done = 0
  for (const [from, to] of leftToRight(text)) {
    out += text.slice(done, from) + isolated(text.slice(from, to))
    done = to
  }
  return out + text.slice(done)
}

/** Where words stand in a right-to-left text that would lose the order of their signs. */
export function leftToRight(text: string): readonly Span[] {
  if (!/[^\p{L}\p{N}\s]/u.test(text)) return []
  const found: Span[] = []
  for (const run of runsOf(text)) {
    const [from, to] = withoutSentence(text, run)
    if (isTurned(text.slice(from, to))) found.push([from, to])
  }
  return found
}

/** Words that follow each other without a right-to-left one between them; numbers belong to none but stand alone. */
function runsOf(text: string): readonly Span[] {
  const runs: Span[] = []
  let open = false
  let end = 0
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (RIGHT_TO_LEFT.test(text.slice(end, index))) open = false
    end = index + piece.length
    const last = runs.at(-1)
    if (open && last !== undefined && LETTER.test(piece)) runs[runs.length - 1] = [last[0], end]
    else if (!open) {
      runs.push([index, end])
      open = LETTER.test(piece)
    }
  }
  return runs
}

/** Signs that belong to the sentence stay outside, and what ties a prefix to the word. */
function withoutSentence(text: string, [first, last]: Span): Span {
  const run = text.slice(first, last)
  const isPrefixed = first > 0 && RIGHT_TO_LEFT.test(text[first - 1] ?? '')
  const ties = isPrefixed ? /^[-–]*/.exec(run) : null
  let from = ties?.[0].length ?? 0
  let to = run.length
  while (from < to && endsSentence(run, to - 1)) to--
  while (from < to && isLone(run, run[from], CLOSED_BY)) from++
  return [first + from, first + to]
}

function endsSentence(run: string, at: number): boolean {
  return /[.,;:!?…]/.test(run[at] ?? '') || isLone(run, run[at], OPENED_BY)
}

/** True for a bracket or quote whose partner is not in the run. */
function isLone(
  run: string,
  sign: string | undefined,
  partners: Readonly<Record<string, string>>,
): boolean {
  const partner = partners[sign ?? '']
  if (partner === undefined) return false
  return partner === sign ? run.split(partner).length === 2 : !run.includes(partner)
}

/** Do right-to-left neighbors change the order of its signs? */
function isTurned(run: string): boolean {
  if (!LETTER.test(run)) return DATE.test(run)
  return /^[^\p{L}\p{N}]|(?<=[^\p{L}\p{N}])$/u.test(run) || MIXED.test(run)
}

const POP_DIRECTION = '\u202C'
const POP_ISOLATE = '\u2069'
/** Characters that change the direction of what is behind them, with what ends that (UAX #9, section 2). */
const DIRECTED: ReadonlyMap<string, string> = new Map([
  ...['\u202A', '\u202B', '\u202D', '\u202E'].map((sign) => [sign, POP_DIRECTION] as const),
  ...['\u2066', '\u2067', '\u2068'].map((sign) => [sign, POP_ISOLATE] as const),
])
const CONTROL = /[\u202A-\u202E\u2066-\u2069]/g

/** A text that changes no direction behind its end: what it began is ended, and what ends nothing is left out. */
export function closeDirections(text: string): string {
  const open: string[] = []
  const closed = text.replaceAll(CONTROL, (sign) => {
    const end = DIRECTED.get(sign)
    if (end !== undefined) open.push(end)
    else if (open.at(-1) !== sign) return ''
    else open.pop()
    return sign
  })
  return closed + open.toReversed().join('')
}
