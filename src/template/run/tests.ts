// What can be asked of a value behind `is`.
import type { Budget } from './budget.ts'
import { Callable, compare, isDict, numberOf, plain, textOf } from './values.ts'
import { isWritten } from './output.ts'

type Test = (value: unknown, other: unknown, budget: Budget) => boolean

const equal: Test = (value, other) => value === other
const greater: Test = (value, other, budget) => compare(value, other, budget) > 0
const less: Test = (value, other, budget) => compare(value, other, budget) < 0

const TESTS: { readonly [name: string]: Test } = {
  callable: (value) => value instanceof Callable,
  defined: (value) => value !== undefined,
  divisibleby: (value, other, budget) => numberOf(value, budget) % numberOf(other, budget) === 0,
  eq: equal,
  equalto: equal,
  even: (value, _, budget) => numberOf(value, budget) % 2 === 0,
  falsy: (value) => !value,
  ge: (value, other, budget) => compare(value, other, budget) >= 0,
  greaterthan: greater,
  gt: greater,
  iterable: (value) => typeof value === 'string' || Array.isArray(value),
  le: (value, other, budget) => compare(value, other, budget) <= 0,
  lessthan: less,
  lower: (value, _, budget) => textOf(value, budget).toLowerCase() === value,
  lt: less,
  mapping: (value) => isDict(value) || value instanceof Date,
  ne: (value, other) => value !== other,
  none: (value) => value === null,
  null: (value) => value === null,
  number: (value) => typeof value === 'number',
  odd: (value, _, budget) => numberOf(value, budget) % 2 === 1,
  sameas: equal,
  string: (value) => typeof value === 'string',
  truthy: (value) => Boolean(value),
  undefined: (value) => value === undefined,
  upper: (value, _, budget) => textOf(value, budget).toUpperCase() === value,
}

/** A test by its name; undefined when there is none. */
export function testOf(name: string): Test | undefined {
  if (name === 'escaped') return (value) => isWritten(value)
  const test = Object.hasOwn(TESTS, name) ? TESTS[name] : undefined
  return test && ((value, other, budget) => test(plain(value), plain(other), budget))
}
