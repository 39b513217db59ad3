// Definitions that go on behind the formula that they stand in, to the end of the page, as MathJax has them: authors write
// them once, above all others. In braces and in environments they end where these do.

/** A definition at hand, and how it is written so that it lasts. */
interface Definition {
  readonly from: number
  readonly to: number
  readonly by: string
  /** No braces follow that say what it means. */
  readonly isWhole?: boolean
}

/** A longer one is of its own formula: in a few signs nobody calls for a page of any size. */
const LONGEST = 300

/** `\arraystretch` is about the tables of one formula. */
const TOKEN =
  /\\(?:begin|end)\b|\\(def|edef|let)(?![a-zA-Z@])(?!\s*\\arraystretch)|\\(?:re)?newcommand(?![a-zA-Z@])\s*(?:\{\s*(\\(?:[a-zA-Z@]+|[^]))\s*\}|(\\(?:[a-zA-Z@]+|[^])))\s*(?:\[\s*(\d)\s*\])?|\\(?:[a-zA-Z@]+|[^])|[{}]/g

const LASTING: { readonly [name: string]: string } = {
  def: '\\gdef',
  edef: '\\xdef',
  let: '\\global\\let',
}

/** A formula whose definitions last. */
export function lasting(tex: string): string {
  if (!/\\(?:e?def|let|(?:re)?newcommand)(?![a-zA-Z@])/.test(tex)) return tex
  let result = ''
  let done = 0
  for (const { from, to, by } of definitionsIn(tex)) {
    result += tex.slice(done, from) + by
    done = to
  }
  return result + tex.slice(done)
}

function definitionsIn(tex: string): readonly Definition[] {
  const found: Definition[] = []
  let depth = 0
  let open: Definition | undefined
  let body = 0
  for (const token of tex.matchAll(TOKEN)) {
    const [written] = token
    if (opens(written)) {
      if (depth === 0) body = token.index
      depth += 1
    } else if (closes(written)) {
      depth -= 1
      if (depth !== 0) continue
      if (open !== undefined && token.index - body <= LONGEST) found.push(open)
      open = undefined
    } else if (depth === 0) {
      const definition = definitionAt(token)
      if (definition?.isWhole === true) found.push(definition)
      else open = definition ?? open
    }
  }
  return found
}

const opens = (token: string): boolean => token === '{' || token === '\\begin'
const closes = (token: string): boolean => token === '}' || token === '\\end'

function definitionAt(token: RegExpExecArray): Definition | undefined {
  const [written, kind, braced, bare, count = '0'] = token
  const [from, to] = [token.index, token.index + written.length]
  if (kind !== undefined) return { from, to, by: LASTING[kind] ?? written, isWhole: kind === 'let' }
  const name = braced ?? bare
  if (name === undefined || name === '\\arraystretch') return undefined
  const signs = Array.from({ length: Number(count) }, (_, at) => `#${at + 1}`).join('')
  return { from, to, by: `\\gdef${name}${signs}` }
}
