// Expressions become values.
import { closest } from '../../core/suggest.ts'
import { problem } from '../../messages/problem.ts'
import {
  type Application,
  type Arguments,
  type Binary,
  type Expression,
  isOptionalChain,
  pathOf,
} from '../read/expression.ts'
import { Failure, Refusal } from '../failure.ts'
import { FILTER_NAMES, filterOf } from './filters.ts'
import { callMethod } from './methods.ts'
import { OPERATORS } from './operators.ts'
import type { Frame, Scope } from './frame.ts'
import type { Mode } from './run.ts'
import { testOf } from './tests.ts'
import { Callable, type NamedArguments, dict, memberOf, numberOf, plain, textOf } from './values.ts'

type Kind = Expression['kind']
type Of<K extends Kind> = Extract<Expression, { readonly kind: K }>
type Evaluator<K extends Kind> = (expression: Of<K>, frame: Frame, mode: Mode) => unknown

/** The value of an expression. */
export function evaluate(expression: Expression, frame: Frame, mode: Mode): unknown {
  frame.run.budget.spend(1)
  const evaluator = EVALUATORS[expression.kind] as Evaluator<Kind>
  return evaluator(expression, frame, mode)
}

/** The value as a condition. */
export function isTrue(expression: Expression, frame: Frame, mode: Mode): boolean {
  return Boolean(plain(evaluate(expression, frame, mode === 'strict' ? 'condition' : mode)))
}

/** The values of arguments. */
export function evaluateArguments(
  { positional, named }: Arguments,
  frame: Frame,
  mode: Mode,
): { readonly args: readonly unknown[]; readonly named: NamedArguments } {
  return {
    args: positional.map((value) => evaluate(value, frame, mode)),
    named: new Map(named.map(([name, value]) => [name, evaluate(value, frame, mode)])),
  }
}

const EVALUATORS: { readonly [K in Kind]: Evaluator<K> } = {
  value: ({ value }) => value,
  name: ({ name }, frame, mode) => lookup(name, frame, mode),
  member: ({ target, key }, frame, mode) =>
    memberOf(evaluate(target, frame, mode), evaluate(key, frame, mode), frame.run.budget),
  call,
  filter,
  test({ name, target, args }, frame, mode) {
    const test = testOf(name)
    if (test === undefined) throw new Failure({ case: 'unknown-test', name })
    const value = evaluate(target, frame, mode === 'own' ? 'own' : 'quiet')
    return test(value, evaluateArguments(args, frame, mode).args[0], frame.run.budget)
  },
  list: ({ items }, frame, mode) => items.map((item) => evaluate(item, frame, mode)),
  group: ({ items }, frame, mode) => items.map((item) => evaluate(item, frame, mode)).at(-1),
  dict: ({ pairs }, frame, mode) =>
    dict(pairs.map(([name, value]) => [name, evaluate(value, frame, mode)])),
  not: ({ operand }, frame, mode) => !plain(evaluate(operand, frame, mode)),
  '-': ({ operand }, frame, mode) => -numberOf(evaluate(operand, frame, mode), frame.run.budget),
  '+': ({ operand }, frame, mode) => numberOf(evaluate(operand, frame, mode), frame.run.budget),
  binary({ operator, left, right }, frame, mode) {
    if (operator === 'or' || operator === 'and' || operator === '??')
      return chosen({ operator, left, right }, frame, mode)
    const [a, b] = [evaluate(left, frame, mode), evaluate(right, frame, mode)]
    return OPERATORS[operator](a, b, frame.run.budget)
  },
  choice({ test, yes, no }, frame, mode) {
    if (isTrue(test, frame, mode)) return evaluate(yes, frame, mode)
    return no === undefined ? '' : evaluate(no, frame, mode)
  },
}

function lookup(name: string, frame: Frame, mode: Mode): unknown {
  const { run, context } = frame
  const scoped = inScopes(name, frame.scope)
  if (scoped.value !== undefined) return scoped.value
  const isOwn = mode !== 'own' || name === 'book'
  const value = context.variables.get(name) ?? (isOwn ? run.variable(name) : undefined)
  const isKnown = scoped.isKnown || mode === 'quiet' || (isOwn && run.names.has(name))
  if (value !== undefined || isKnown) return value
  if (mode === 'condition') {
    run.note(unknownVariable('condition', name, frame))
    return undefined
  }
  throw new Refusal(unknownVariable('print', name, frame))
}

/** A name without a value does not hide the same name further out. */
function inScopes(
  name: string,
  innermost: Scope,
): { readonly value: unknown; readonly isKnown: boolean } {
  let isKnown = false
  for (let scope: Scope | undefined = innermost; scope !== undefined; scope = scope.parent) {
    const value = scope.variables.get(name)
    if (value !== undefined) return { value, isKnown: true }
    isKnown ||= scope.variables.has(name)
  }
  return { value: undefined, isKnown }
}

function unknownVariable(
  kind: 'print' | 'condition',
  name: string,
  { run }: Frame,
): Refusal['report'] {
  return (at) =>
    problem('template/unknown-variable', at, {
      case: kind,
      name,
      near: run.nearName(name),
    })
}

function call({ target, args }: Of<'call'>, frame: Frame, mode: Mode): unknown {
  const { budget } = frame.run
  if (target.kind !== 'member') {
    const value = evaluate(target, frame, mode)
    return apply(value, pathOf(target) ?? '', args, frame, mode)
  }
  const object = evaluate(target.target, frame, mode)
  // Turned into a string once, and looked up by that.
  const key = textOf(evaluate(target.key, frame, mode), budget)
  const member = memberOf(object, key, budget)
  if (member !== undefined) return apply(member, key, args, frame, mode)
  if ((object ?? undefined) === undefined && isOptionalChain(target)) return undefined
  return callMethod(object, key, evaluateArguments(args, frame, mode).args, budget)
}

// oxlint-disable-next-line max-params -- a call is all of these
function apply(value: unknown, name: string, args: Arguments, frame: Frame, mode: Mode): unknown {
  if (!(value instanceof Callable)) throw new Failure({ case: 'not-callable', name })
  const evaluated = evaluateArguments(args, frame, mode)
  return frame.run.deeper(() => value.call(evaluated.args, evaluated.named))
}

const DATES = new Set(['date', 'dateFormat', 'dateFromNow'])

function filter({ name, target, args }: Application, frame: Frame, mode: Mode): unknown {
  const { run } = frame
  const isDefault = name === 'default' || name === 'd'
  const value = evaluate(target, frame, isDefault && mode !== 'own' ? 'quiet' : mode)
  const { args: values, named } = evaluateArguments(args, frame, mode)
  if (value === undefined && DATES.has(name)) run.noteUndefined(target)
  return applyFilter(name, value, { args: values, named }, frame)
}

/** The value of a filter. */
export function applyFilter(
  name: string,
  value: unknown,
  { args, named }: { readonly args: readonly unknown[]; readonly named: NamedArguments },
  { run }: Frame,
): unknown {
  const found = filterOf(name)
  if (found === undefined)
    throw new Refusal((at) =>
      problem('template/unknown-filter', at, { name, near: closest(name, FILTER_NAMES) }),
    )
  if (name === 'random' || name === 'dateFromNow')
    run.note((at) => problem('template/not-deterministic', at, { filter: name }))
  return found(value, args.map(plain), run.budget, named)
}

type Short = 'or' | 'and' | '??'

/** `a or b`: the second is looked at only when it is needed. */
function chosen(
  { operator, left, right }: Pick<Binary, 'left' | 'right'> & { readonly operator: Short },
  frame: Frame,
  mode: Mode,
): unknown {
  const isAsking = operator !== 'and' && mode === 'strict'
  const first = evaluate(left, frame, isAsking ? 'quiet' : mode)
  const isEnough =
    operator === '??'
      ? first !== undefined && first !== null
      : Boolean(plain(first)) === (operator === 'or')
  return isEnough ? first : evaluate(right, frame, mode)
}
