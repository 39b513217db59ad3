// The operators between two values, with the meaning that they have in JavaScript.
import type { Operator } from '../read/expression.ts'
import type { Budget } from './budget.ts'
import { compare, concat, contains, looselyEqual, numberOf, plain, sum, textOf } from './values.ts'

type Operation = (left: unknown, right: unknown, budget: Budget) => unknown

const ofNumbers =
  (calculate: (left: number, right: number) => number): Operation =>
  (left, right, budget) =>
    calculate(numberOf(left, budget), numberOf(right, budget))

/** Operators that look at both values. */
export const OPERATORS: { readonly [O in Exclude<Operator, 'or' | 'and' | '??'>]: Operation } = {
  in: (left, right, budget) => contains(right, left, budget),
  'not in': (left, right, budget) => !contains(right, left, budget),
  '==': looselyEqual,
  '===': (left, right) => plain(left) === plain(right),
  '!=': (left, right, budget) => !looselyEqual(left, right, budget),
  '!==': (left, right) => plain(left) !== plain(right),
  '<': (left, right, budget) => compare(left, right, budget) < 0,
  '<=': (left, right, budget) => compare(left, right, budget) <= 0,
  '>': (left, right, budget) => compare(left, right, budget) > 0,
  '>=': (left, right, budget) => compare(left, right, budget) >= 0,
  '~': (left, right, budget) => concat(textOf(left, budget), textOf(right, budget), budget),
  '+': sum,
  '-': ofNumbers((left, right) => left - right),
  '*': ofNumbers((left, right) => left * right),
  '/': ofNumbers((left, right) => left / right),
  '%': ofNumbers((left, right) => left % right),
  '//': ofNumbers((left, right) => Math.floor(left / right)),
  '**': ofNumbers((left, right) => left ** right),
}
