// The expressions of templates, read.

/** An expression, read. */
export type Expression =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'name'; readonly name: string }
  | Member
  | { readonly kind: 'call'; readonly target: Expression; readonly args: Arguments }
  | Application
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'group'; readonly items: readonly Expression[] }
  | { readonly kind: 'dict'; readonly pairs: readonly (readonly [string, Expression])[] }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: '-'; readonly operand: Expression }
  | { readonly kind: '+'; readonly operand: Expression }
  | Binary
  | Choice

/** A part of a value; `a?.b` and all that follows it have no value when `a` has none. */
export interface Member {
  readonly kind: 'member'
  readonly target: Expression
  readonly key: Expression
  readonly isOptional?: boolean
}

/** A filter or a test with its value. */
export interface Application {
  readonly kind: 'filter' | 'test'
  readonly name: string
  readonly target: Expression
  readonly args: Arguments
}

/** Two values and what is between them. */
export interface Binary {
  readonly kind: 'binary'
  readonly operator: Operator
  readonly left: Expression
  readonly right: Expression
}

/** `a if b else c`. */
export interface Choice {
  readonly kind: 'choice'
  readonly test: Expression
  readonly yes: Expression
  readonly no?: Expression
}

/** What stands between the parentheses of a call. */
export interface Arguments {
  readonly positional: readonly Expression[]
  readonly named: readonly (readonly [string, Expression])[]
}

/** A parameter of a macro, with its default. */
export interface Parameter {
  readonly name: string
  readonly otherwise?: Expression
}

/** An operator between two values. */
export type Operator = keyof typeof STRENGTHS

/**
 * How tags are read: as in Nunjucks; with the operators of JavaScript besides; or as GitBook.com does, with those
 * operators and no tags but its own, while values and definitions are words.
 */
export type Dialect = 'nunjucks' | 'javascript' | 'gitbook.com'

/** Operators by how strongly they bind. */
export const STRENGTHS = {
  or: 1,
  '??': 1,
  and: 2,
  in: 4,
  'not in': 4,
  '==': 6,
  '===': 6,
  '!=': 6,
  '!==': 6,
  '<': 7,
  '<=': 7,
  '>': 7,
  '>=': 7,
  '~': 8,
  '+': 8,
  '-': 8,
  '*': 9,
  '/': 9,
  '%': 9,
  '//': 10,
  '**': 11,
} as const

/** `not a == b` is `(not a) == b` to Nunjucks, whatever it looks like. */
export function negated(operand: Expression): Expression {
  const isSpread = operand.kind === 'binary' && !WHOLE.has(operand.operator)
  return isSpread ? { ...operand, left: negated(operand.left) } : { kind: 'not', operand }
}

const WHOLE: ReadonlySet<Operator> = new Set(['in', 'not in', '//', '**'])

/** True when `?.` stands anywhere in a chain of members and calls. */
export function isOptionalChain(expression: Expression): boolean {
  if (expression.kind === 'call') return isOptionalChain(expression.target)
  if (expression.kind !== 'member') return false
  return expression.isOptional === true || isOptionalChain(expression.target)
}

/** `a.b.c` as it is written; undefined for anything else. */
export function pathOf(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name
  if (expression.kind !== 'member' || expression.key.kind !== 'value') return undefined
  const before = pathOf(expression.target)
  return before === undefined ? undefined : `${before}.${String(expression.key.value)}`
}

const CONSTANTS: { readonly [word: string]: boolean | null } = {
  true: true,
  false: false,
  none: null,
  null: null,
}

/** What a word means by itself. */
export function wordOf(kind: 'name' | 'string' | 'number', text: string): Expression {
  if (kind === 'number') return { kind: 'value', value: Number(text) }
  if (kind === 'string') return { kind: 'value', value: text }
  const constant = Object.hasOwn(CONSTANTS, text) ? CONSTANTS[text] : undefined
  return constant === undefined ? { kind: 'name', name: text } : { kind: 'value', value: constant }
}

/** Operators as JavaScript writes them. */
export const OF_JAVASCRIPT: { readonly [written: string]: Operator } = {
  '&&': 'and',
  '||': 'or',
  '??': '??',
}

/** Of what is not called with any. */
export const NO_ARGUMENTS: Arguments = { positional: [], named: [] }
