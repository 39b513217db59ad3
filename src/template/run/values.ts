// The values of templates: what JSON holds, dates, text with its origin, and functions of our own. A template never has
// anything else in hand: members are own data of lists and objects, methods are a table (methods.ts).
import type { Budget } from './budget.ts'
import { Failure } from '../failure.ts'
import { isWritten } from './output.ts'

/** Named arguments. */
export type NamedArguments = ReadonlyMap<string, unknown>

/** A function of the template language: the only values that can be called. */
export class Callable {
  readonly call: (args: readonly unknown[], named: NamedArguments) => unknown

  constructor(call: (args: readonly unknown[], named: NamedArguments) => unknown) {
    this.call = call
  }
}

/** An object without anything inherited. */
export type Dict = { [name: string]: unknown }

/** An object of a template. */
export function dict(pairs: Iterable<readonly [string, unknown]> = []): Dict {
  const made = Object.create(null) as Dict
  for (const [name, value] of pairs) made[name] = value
  return made
}

/** A value as filters and operators see it: text without its origin. */
export function plain(value: unknown): unknown {
  return isWritten(value) ? value.text : value
}

/** True for an object with members: no list, no date, no text, no function. */
export function isDict(value: unknown): value is { readonly [name: string]: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof Callable) &&
    !isWritten(value)
  )
}

/** The member of a value; methods are none. The name is turned into a string once, here. */
export function memberOf(value: unknown, member: unknown, budget: Budget): unknown {
  const target = plain(value)
  const key = typeof member === 'number' ? String(member) : textOf(member, budget)
  if (typeof target === 'string' || Array.isArray(target)) {
    if (key === 'length') return target.length
    return /^(?:0|[1-9]\d{0,8})$/.test(key) ? (target[Number(key)] as unknown) : undefined
  }
  if (!isDict(target)) return undefined
  // Looked at first: some objects note what they are asked for.
  const found = target[key]
  return Object.hasOwn(target, key) ? found : undefined
}

/** A value as text, as JavaScript would have it: lists joined by commas. */
export function textOf(value: unknown, budget: Budget, depth = 0): string {
  if (typeof value === 'string') return value
  if (isWritten(value)) return value.text
  budget.spend(1)
  if (Array.isArray(value)) {
    budget.depth(depth)
    return joined(value, ',', budget, depth)
  }
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  if (value instanceof Callable) return ''
  if (isDict(value)) return '[object Object]'
  return String(value)
}

/** Items joined; what has no value is empty. */
export function joined(
  items: readonly unknown[],
  separator: string,
  budget: Budget,
  depth = 0,
): string {
  const texts = items.map((item) => shown(item, budget, depth + 1))
  budget.text(texts.reduce((total, { length }) => total + length + separator.length, 0))
  return texts.join(separator)
}

/** A value as it is printed: nothing for none. */
export function shown(value: unknown, budget: Budget, depth = 0): string {
  return value === undefined || value === null ? '' : textOf(value, budget, depth)
}

/** A value as a number, as JavaScript would have it. */
export function numberOf(value: unknown, budget: Budget): number {
  const target = plain(value)
  if (target instanceof Date) return target.getTime()
  if (typeof target === 'object' && target !== null) return Number(textOf(target, budget))
  return Number(target)
}

/** The items of a list, the characters of a text; undefined for what has none. */
export function itemsOf(value: unknown, budget: Budget): readonly unknown[] | undefined {
  const target = plain(value)
  if (Array.isArray(target)) {
    budget.spend(target.length)
    return target
  }
  if (typeof target !== 'string') return undefined
  budget.items(target.length)
  return target.split('')
}

/** The members of an object, in order. */
export function entriesOf(value: object, budget: Budget): readonly (readonly [string, unknown])[] {
  const entries = Object.entries(value)
  budget.spend(entries.length)
  return entries
}

/** Order of two values: negative when the first comes first. */
export function compare(left: unknown, right: unknown, budget: Budget): number {
  const [a, b] = [primitive(left, budget), primitive(right, budget)]
  if (typeof a === 'string' && typeof b === 'string') {
    budget.spend(Math.min(a.length, b.length) / 64)
    return a < b ? -1 : Number(a > b)
  }
  return Number(a) - Number(b)
}

/** `==` of JavaScript: text and numbers alike, lists and objects only themselves. */
export function looselyEqual(left: unknown, right: unknown, budget: Budget): boolean {
  const [a, b] = [plain(left), plain(right)]
  const areObjects = [a, b].every((value) => typeof value === 'object' && value !== null)
  if (a === b || areObjects) return a === b
  // oxlint-disable-next-line eslint/eqeqeq -- the operator of the language
  return primitive(a, budget) == primitive(b, budget)
}

function primitive(value: unknown, budget: Budget): unknown {
  const target = plain(value)
  if (target instanceof Date) return target.getTime()
  return typeof target === 'object' && target !== null ? textOf(target, budget) : target
}

/** `a + b`. */
export function sum(left: unknown, right: unknown, budget: Budget): unknown {
  const [a, b] = [plain(left), plain(right)]
  const isText = [a, b].some(
    (value) => typeof value === 'string' || (typeof value === 'object' && value !== null),
  )
  return isText ? concat(textOf(a, budget), textOf(b, budget), budget) : Number(a) + Number(b)
}

/** Two texts in one. */
export function concat(left: string, right: string, budget: Budget): string {
  budget.text(left.length + right.length)
  return left + right
}

/** Text for text, so many times; an empty text is found between all characters. */
export function replaced(
  text: string,
  [old, by]: readonly [string, string],
  most: number,
  budget: Budget,
): string {
  const parts = old === '' ? ['', ...text.split(''), ''] : text.split(old)
  budget.items(parts.length)
  budget.text(text.length + parts.length * by.length)
  if (most === Infinity) return parts.join(by)
  return parts.reduce((done, part, index) => done + (index <= most ? by : old) + part)
}

/** `a in b`. */
export function contains(holder: unknown, value: unknown, budget: Budget): boolean {
  const target = plain(holder)
  const wanted = plain(value)
  if (Array.isArray(target)) {
    budget.spend(target.length)
    return target.some((item) => plain(item) === wanted)
  }
  if (typeof target === 'string') {
    budget.spend(target.length / 64)
    return target.includes(textOf(wanted, budget))
  }
  if (isDict(target)) return memberOf(target, wanted, budget) !== undefined
  throw new Failure({ case: 'no-list' })
}
