// Whether a condition of GitBook.com holds for a reader of whom nothing is known: `visitor.claims.unsigned.beta`,
// `!visitor.claims.x && "A" !== visitor.claims.plan`. Nothing is run: there are literals, names, which all stand for
// nothing, comparisons and connectives.

type Value = string | number | boolean | null | undefined

const TOKEN =
  /\s*(?:(?<op>[!=]==?|&&|\|\||[!()])|(?<text>"[^"\\]*"|'[^'\\]*')|(?<number>\d+(?:\.\d+)?)|(?<name>[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*|\[(?:"[^"\]\\]*"|'[^'\]\\]*')\])*))\s*/y
const LONGEST = 1000
const DEEPEST = 50

const KEYWORDS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['true', true],
  ['false', false],
  ['null', null],
])

const COMPARISONS: { readonly [op: string]: (a: Value, b: Value) => boolean } = {
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
  '==': (a, b) => (a ?? null) === (b ?? null),
  '!=': (a, b) => (a ?? null) !== (b ?? null),
}

interface Token {
  readonly op?: string
  readonly value?: Value
}

/** Undefined when the condition cannot be read. */
export function holdsForAnyone(condition: string): boolean | undefined {
  const tokens = tokensOf(condition.trim())
  if (tokens === undefined) return undefined
  let at = 0
  let failed = false
  const take = (op: string): boolean => {
    if (tokens[at]?.op !== op) return false
    at += 1
    return true
  }
  const either = (depth: number): Value => {
    let value = both(depth)
    while (take('||')) {
      const right = both(depth)
      value = value ? value : right
    }
    return value
  }
  const both = (depth: number): Value => {
    let value = compared(depth)
    while (take('&&')) {
      const right = compared(depth)
      value = value ? right : value
    }
    return value
  }
  const compared = (depth: number): Value => {
    const left = single(depth)
    const compare = COMPARISONS[tokens[at]?.op ?? '']
    if (compare === undefined) return left
    at += 1
    return compare(left, single(depth))
  }
  const single = (depth: number): Value => {
    if (take('!')) return depth < DEEPEST ? !single(depth + 1) : void (failed = true)
    if (take('(')) {
      const value = depth < DEEPEST ? either(depth + 1) : void (failed = true)
      failed ||= !take(')')
      return value
    }
    const token = tokens[at]
    at += 1
    failed ||= token === undefined || token.op !== undefined
    return token?.value
  }
  const value = either(0)
  return failed || at < tokens.length ? undefined : Boolean(value)
}

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = []
  if (text.length > LONGEST) return undefined
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at
    const groups = TOKEN.exec(text)?.groups
    if (groups === undefined) return undefined
    tokens.push(tokenOf(groups))
  }
  return tokens
}

function tokenOf(groups: { readonly [name: string]: string | undefined }): Token {
  const { op, text, number, name = '' } = groups
  if (op !== undefined) return { op }
  if (text !== undefined) return { value: text.slice(1, -1) }
  return { value: number === undefined ? KEYWORDS.get(name) : Number(number) }
}
