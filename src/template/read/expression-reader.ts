// From the text inside a tag to a tree: one climb by binding strength (Pratt), in the order that Nunjucks really has. It
// prints JavaScript without parentheses, so that `~`, `+` and `-` are of one strength.
import { Failure } from '../failure.ts'
import {
  type Arguments,
  type Dialect,
  type Expression,
  type Operator,
  type Parameter,
  NO_ARGUMENTS,
  OF_JAVASCRIPT,
  STRENGTHS,
  negated,
  wordOf,
} from './expression.ts'
import { type Token, tokenAt, unescaped } from './tokens.ts'

const [NOT, IS] = [3, 5]
/** Nesting beyond this is no expression that anybody wrote. */
const DEEPEST = 120

// The text of a template literal, up to a value or its end.
const LITERAL = /((?:[^`\\$]|\\[\s\S]|\$(?!\{))*)(`|\$\{)/y

/** Reads the text of a tag from left to right; throws a `Failure` where that makes no sense. */
export class ExpressionReader {
  readonly #text: string
  readonly #hasJavascript: boolean
  #token: Token
  #depth = 0

  constructor(text: string, dialect: Dialect) {
    this.#text = text
    this.#hasJavascript = dialect !== 'nunjucks'
    this.#token = tokenAt(this.#text, 0)
  }

  /** One expression, as long as it goes. */
  expression(): Expression {
    const value = this.#climb(1)
    if (this.#hasJavascript && this.takeSign('?')) {
      const yes = this.expression()
      this.expectSign(':')
      return { kind: 'choice', test: value, yes, no: this.expression() }
    }
    if (!this.takeWord('if')) return value
    const test = this.#climb(1)
    if (!this.takeWord('else')) return { kind: 'choice', test, yes: value }
    return { kind: 'choice', test, yes: value, no: this.#climb(1) }
  }

  /** An expression and nothing behind it. */
  whole(): Expression {
    const value = this.expression()
    this.end()
    return value
  }

  /** `(…)`. */
  parenthesized(): Arguments {
    this.expectSign('(')
    return this.#arguments(() => this.takeSign(')'), false)
  }

  /** What is left, as arguments; the commas between them may be missing. */
  rest(): Arguments {
    return this.#arguments(() => this.isAtEnd(), true)
  }

  /** `(a, b="x")` of a macro. */
  parameters(): readonly Parameter[] {
    const { positional, named } = this.parenthesized()
    const plain = positional.map((value) => ({ name: this.#nameOf(value) }))
    return [...plain, ...named.map(([name, otherwise]) => ({ name, otherwise }))]
  }

  /** A name. */
  name(): string {
    const { kind, text } = this.#token
    if (kind !== 'name') throw this.#unexpected()
    this.#advance()
    return text
  }

  /** `a, b`. */
  names(): readonly string[] {
    const names = [this.name()]
    while (this.takeSign(',')) names.push(this.name())
    return names
  }

  /** `name.of.a.filter`. */
  dotted(): string {
    let name = this.name()
    while (this.takeSign('.')) name += `.${this.name()}`
    return name
  }

  isAtEnd(): boolean {
    return this.#token.kind === 'end'
  }

  isSign(text: string): boolean {
    return this.#token.kind === 'sign' && this.#token.text === text
  }

  takeSign(text: string): boolean {
    if (!this.isSign(text)) return false
    this.#advance()
    return true
  }

  expectSign(text: string): void {
    if (!this.takeSign(text)) throw this.#unexpected(text)
  }

  takeWord(text: string): boolean {
    if (this.#token.kind !== 'name' || this.#token.text !== text) return false
    this.#advance()
    return true
  }

  expectWord(text: string): void {
    if (!this.takeWord(text)) throw this.#unexpected(text)
  }

  /** Demands that nothing is left. */
  end(): void {
    if (!this.isAtEnd()) throw this.#unexpected()
  }

  #arguments(isDone: () => boolean, loose: boolean): Arguments {
    const positional: Expression[] = []
    const named: [string, Expression][] = []
    while (!isDone()) {
      const value = this.expression()
      if (this.takeSign('=')) named.push([this.#nameOf(value), this.expression()])
      else positional.push(value)
      if (this.takeSign(',') || loose) continue
      if (isDone()) break
      throw this.#unexpected()
    }
    return { positional, named }
  }

  #nameOf(value: Expression): string {
    if (value.kind !== 'name') throw this.#unexpected()
    return value.name
  }

  /** A value, and all operators behind it that bind at least this strongly. */
  #climb(least: number): Expression {
    this.#depth += 1
    if (this.#depth > DEEPEST) throw new Failure({ case: 'too-deep', levels: DEEPEST })
    let left = this.#operand()
    for (;;) {
      if (least <= IS && this.takeWord('is')) {
        left = this.#test(left)
        continue
      }
      const operator = this.#operator()
      if (operator === undefined || STRENGTHS[operator] < least) break
      this.#advance()
      if (operator === 'not in') this.#advance()
      left = { kind: 'binary', operator, left, right: this.#climb(STRENGTHS[operator] + 1) }
    }
    this.#depth -= 1
    return left
  }

  #operator(): Operator | undefined {
    const { kind, text, to } = this.#token
    if (kind === 'name') {
      if (text === 'or' || text === 'and' || text === 'in') return text
      const isNotIn = text === 'not' && tokenAt(this.#text, to).text === 'in'
      return isNotIn ? 'not in' : undefined
    }
    if (kind !== 'sign') return undefined
    if (Object.hasOwn(OF_JAVASCRIPT, text))
      return this.#hasJavascript ? OF_JAVASCRIPT[text] : undefined
    return Object.hasOwn(STRENGTHS, text) ? (text as Operator) : undefined
  }

  #test(target: Expression): Expression {
    const isNegated = this.takeWord('not')
    const name = this.name()
    const args = this.isSign('(') ? this.parenthesized() : NO_ARGUMENTS
    const test: Expression = { kind: 'test', name, target, args }
    return isNegated ? { kind: 'not', operand: test } : test
  }

  /** A value with the signs before it and the filters behind it. */
  #operand(): Expression {
    if (this.takeWord('not')) return negated(this.#climb(NOT))
    let value = this.#signed()
    while (this.takeSign('|')) {
      const name = this.dotted()
      const args = this.isSign('(') ? this.parenthesized() : NO_ARGUMENTS
      value = { kind: 'filter', name, target: value, args }
    }
    return value
  }

  #signed(): Expression {
    const kinds: ('not' | '-' | '+')[] = []
    for (;;) {
      if (this.takeSign('-')) kinds.push('-')
      else if (this.takeSign('+')) kinds.push('+')
      else if (this.#hasJavascript && this.takeSign('!')) kinds.push('not')
      else break
      if (kinds.length > DEEPEST) throw new Failure({ case: 'too-deep', levels: DEEPEST })
    }
    const value = this.#postfix(this.#primary())
    return kinds.reduceRight((operand: Expression, kind) => ({ kind, operand }), value)
  }

  #postfix(primary: Expression): Expression {
    let value = primary
    for (let links = 0; ; links++) {
      if (links > DEEPEST) throw new Failure({ case: 'too-deep', levels: DEEPEST })
      const link = this.#hasJavascript && this.takeSign('?.') ? { isOptional: true } : undefined
      if (this.isSign('(')) value = { kind: 'call', target: value, args: this.parenthesized() }
      else if (this.takeSign('[')) {
        value = { kind: 'member', target: value, key: this.expression(), ...link }
        this.expectSign(']')
      } else if (link !== undefined || this.takeSign('.'))
        value = { kind: 'member', target: value, key: wordOf('string', this.name()), ...link }
      else return value
    }
  }

  #primary(): Expression {
    const { kind, text, to } = this.#token
    // A regular expression of an author's may run for years.
    if (kind === 'name' && text === 'r' && this.#text[to] === '/')
      throw new Failure({ case: 'regular-expression' })
    if (kind === 'name' || kind === 'string' || kind === 'number') {
      this.#advance()
      return wordOf(kind, text)
    }
    if (this.takeSign('(')) return { kind: 'group', items: this.#items(')') }
    if (this.takeSign('[')) return { kind: 'list', items: this.#items(']') }
    if (this.takeSign('{')) return this.#dict()
    if (this.#hasJavascript && this.isSign('`')) return this.#literal()
    throw this.#unexpected()
  }

  /** A template literal: texts and `${values}`, joined. */
  #literal(): Expression {
    let joined: Expression = { kind: 'value', value: '' }
    const join = (right: Expression): void => {
      joined = { kind: 'binary', operator: '~', left: joined, right }
    }
    for (let parts = 0; ; parts++) {
      if (parts > DEEPEST) throw new Failure({ case: 'too-deep', levels: DEEPEST })
      LITERAL.lastIndex = this.#token.to
      const [whole = '', text = '', end] = LITERAL.exec(this.#text) ?? []
      if (end === undefined) throw this.#unexpected('`')
      if (text !== '') join({ kind: 'value', value: unescaped(text) })
      this.#token = tokenAt(this.#text, this.#token.to + whole.length)
      if (end === '`') return joined
      join(this.expression())
      if (!this.isSign('}')) throw this.#unexpected('}')
    }
  }

  #items(close: string): readonly Expression[] {
    const items: Expression[] = []
    while (!this.takeSign(close)) {
      if (items.length > 0) this.expectSign(',')
      items.push(this.expression())
    }
    return items
  }

  #dict(): Expression {
    const pairs: (readonly [string, Expression])[] = []
    while (!this.takeSign('}')) {
      if (pairs.length > 0) this.expectSign(',')
      const { kind, text } = this.#token
      if (kind !== 'name' && kind !== 'string') throw this.#unexpected()
      this.#advance()
      this.expectSign(':')
      pairs.push([text, this.expression()])
    }
    return { kind: 'dict', pairs }
  }

  #advance(): void {
    this.#token = tokenAt(this.#text, this.#token.to)
  }

  #unexpected(expected = ''): Failure {
    const { kind, text } = this.#token
    const found = kind === 'end' ? '' : text
    return new Failure(
      expected === '' ? { case: 'unexpected', found } : { case: 'expected-sign', expected, found },
    )
  }
}
