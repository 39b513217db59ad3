// The part of GitHub's expressions that our workflows use. What is not understood is an error, never a guess.

/** What expressions can name: `github.event_name` is `github` → `event_name`. */
export type Contexts = { readonly [name: string]: unknown }

type Token = { readonly kind: 'text' | 'name' | 'sign'; readonly text: string }

const TOKEN = /\s*(?:'((?:[^']|'')*)'|([a-z_][\w.-]*)|(==|!=|&&|\|\||[(),!]))/iy

/** Replaces every `${{ … }}` in a text by its value. */
export function fillIn(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, inside: string) =>
    shown(evaluate(inside, contexts)),
  )
}

/** Whether an `if` holds; one without a condition does. */
export function holds(condition: string | undefined, contexts: Contexts): boolean {
  if (condition === undefined) return true
  const inside = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(condition)?.[1] ?? condition
  return isTrue(evaluate(inside, contexts))
}

/** The value of an expression, as a text or a truth. */
export function evaluate(expression: string, contexts: Contexts): unknown {
  const tokens = tokensOf(expression)
  const state = { at: 0 }
  const value = either(tokens, state, contexts)
  if (state.at < tokens.length) throw new Error(`Not understood: "${expression.trim()}"`)
  return value
}

function tokensOf(expression: string): readonly Token[] {
  const tokens: Token[] = []
  const text = expression.trim()
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex
    const found = TOKEN.exec(text)
    if (found === null) throw new Error(`Not understood: "${text.slice(at)}" in "${text}"`)
    const [, quoted, name, sign] = found
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replaceAll("''", "'") })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else tokens.push({ kind: 'sign', text: sign ?? '' })
  }
  return tokens
}

type State = { at: number }

function takes(tokens: readonly Token[], state: State, sign: string): boolean {
  const token = tokens[state.at]
  if (token?.kind !== 'sign' || token.text !== sign) return false
  state.at += 1
  return true
}

function either(tokens: readonly Token[], state: State, contexts: Contexts): unknown {
  let value = both(tokens, state, contexts)
  while (takes(tokens, state, '||')) {
    const other = both(tokens, state, contexts)
    value = isTrue(value) ? value : other
  }
  return value
}

function both(tokens: readonly Token[], state: State, contexts: Contexts): unknown {
  let value = comparison(tokens, state, contexts)
  while (takes(tokens, state, '&&')) {
    const other = comparison(tokens, state, contexts)
    value = isTrue(value) ? other : value
  }
  return value
}

function comparison(tokens: readonly Token[], state: State, contexts: Contexts): unknown {
  const value = single(tokens, state, contexts)
  for (const sign of ['==', '!='])
    if (takes(tokens, state, sign)) {
      const isSame = shown(value) === shown(single(tokens, state, contexts))
      return isSame === (sign === '==')
    }
  return value
}

function single(tokens: readonly Token[], state: State, contexts: Contexts): unknown {
  if (takes(tokens, state, '!')) return !isTrue(single(tokens, state, contexts))
  if (takes(tokens, state, '(')) {
    const value = either(tokens, state, contexts)
    if (!takes(tokens, state, ')')) throw new Error('Expected a closing bracket')
    return value
  }
  const token = tokens[state.at]
  state.at += 1
  if (token?.kind === 'text') return token.text
  if (token?.kind !== 'name') throw new Error('Expected a value')
  if (takes(tokens, state, '(')) return called(token.text, tokens, state, contexts)
  return named(token.text, contexts)
}

function called(name: string, tokens: readonly Token[], state: State, contexts: Contexts): unknown {
  const values: string[] = []
  while (!takes(tokens, state, ')')) {
    if (values.length > 0 && !takes(tokens, state, ',')) throw new Error('Expected a comma')
    values.push(shown(either(tokens, state, contexts)))
  }
  const [first = '', ...rest] = values
  // GitHub compares without regard to case.
  if (name === 'startsWith') return first.toLowerCase().startsWith((rest[0] ?? '').toLowerCase())
  if (name !== 'format') throw new Error(`There is no local equivalent of ${name}()`)
  return first.replaceAll(/\{(\d+)\}/g, (_, index: string) => rest[Number(index)] ?? '')
}

function named(name: string, contexts: Contexts): unknown {
  if (name === 'true' || name === 'false') return name === 'true'
  const [context = '', ...path] = name.split('.')
  if (!(context in contexts)) throw new Error(`There is no context "${context}" in "${name}"`)
  const value = path.reduce<unknown>(
    (inside, key) => (inside as Contexts | undefined)?.[key],
    contexts[context],
  )
  // Steps that did not run, and inputs that nobody gave, are empty; everything else has to be known.
  if (value === undefined && context !== 'steps')
    throw new Error(`Nothing is known about "${name}"`)
  return value
}

function isTrue(value: unknown): boolean {
  return value !== undefined && value !== false && value !== ''
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
