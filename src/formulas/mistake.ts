// Why a formula cannot be set, as data: Temml says it in English, and draws a picture of the place behind it.
import type { Reason } from '../messages/messages.ts'

/** What Temml says of the mistakes that authors make, and what each of them is. */
const SAID: readonly (readonly [
  pattern: RegExp,
  reason: (found: string, more: string) => Reason,
])[] = [
  [/^(?:Unsupported function name|Undefined control sequence): (.+)/, tex('tex-command')],
  [/^No such environment: (.+)/, tex('tex-environment')],
  [/^Expected group (?:as argument to|after) '(.+)'/, tex('tex-argument')],
  [/^Double superscript/, () => ({ case: 'tex-superscript' })],
  [/^Double subscript/, () => ({ case: 'tex-subscript' })],
  [/^Too many expansions/, () => ({ case: 'too-much-work' })],
  [/^Expected 'EOF', got '(.+)'/, (found) => ({ case: 'unexpected', found })],
  [/^Expected '(.+)', got 'EOF'/, (expected) => sign(expected)],
  [/^Expected '(.+)', got '(.+)'/, (expected, found) => sign(expected, found)],
  [/^Unexpected end of input in .*, expected '(.+)'/, (expected) => sign(expected)],
  [/^Expected & or .* or (\\end)$/, (expected) => sign(expected)],
  [
    /^Mismatch: \\begin(\{.+\}) matched by (\\end\{.+\})/,
    (name, found) => sign(`\\end${name}`, found),
  ],
  [/^Invalid (?:color|size|unit): '(.+)'/, (found) => ({ case: 'unexpected', found })],
]

function tex(name: 'tex-command' | 'tex-environment' | 'tex-argument'): (found: string) => Reason {
  return (found) => ({ case: name, name: found })
}

function sign(expected: string, found = ''): Reason {
  return { case: 'expected-sign', expected, found }
}

/** The reason of what was thrown; the words of Temml where it says something rare. */
export function mistakeOf(error: unknown): Reason {
  if (error instanceof RangeError) return { case: 'too-much-work' }
  // What Temml does not say itself is a fault in it, and its words are those of the engine.
  if (!(error instanceof Error) || error instanceof TypeError) return { case: 'no-tex' }
  const said = error.message.replace(/ at (?:position \d+|end of input):[^]*$/, '').trim()
  for (const [pattern, reason] of SAID) {
    const found = pattern.exec(said)
    if (found !== null) return reason(found[1] ?? '', found[2] ?? '')
  }
  return said
}
