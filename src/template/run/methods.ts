// The methods that templates may call: a table for each type, and nothing else. They are those of JavaScript that books
// use, except where the result would depend on the machine (locale, time zone) or on a program (patterns, callbacks).
import type { Budget } from './budget.ts'
import { Failure } from '../failure.ts'
import { contains, isDict, joined, memberOf, numberOf, plain, replaced, textOf } from './values.ts'

type Method<Target> = (target: Target, args: readonly unknown[], budget: Budget) => unknown
type Methods<Target> = { readonly [name: string]: Method<Target> }

/** Calls a method by its name. */
export function callMethod(
  value: unknown,
  name: string,
  args: readonly unknown[],
  budget: Budget,
): unknown {
  const target = plain(value)
  const method = methodOf(target, name)
  if (method === undefined) throw new Failure({ case: 'not-callable', name })
  budget.spend(1)
  return method(target, args.map(plain), budget)
}

function methodOf(target: unknown, name: string): Method<unknown> | undefined {
  const methods = methodsOf(target)
  return Object.hasOwn(methods, name) ? (methods[name] as Method<unknown>) : undefined
}

function methodsOf(target: unknown): Methods<never> {
  if (typeof target === 'string') return OF_TEXTS
  if (typeof target === 'number') return OF_NUMBERS
  if (Array.isArray(target)) return OF_LISTS
  if (target instanceof Date) return OF_DATES
  if (isDict(target)) return OF_DICTS
  return typeof target === 'boolean' ? OF_ALL : {}
}

/** An argument as the integer that JavaScript would take; undefined stays. */
function integer(value: unknown, budget: Budget): number | undefined {
  return value === undefined ? undefined : Math.trunc(numberOf(value, budget)) || 0
}

const OF_ALL = {
  toString: (target: unknown, _: readonly unknown[], budget: Budget) => textOf(target, budget),
  valueOf: (target: unknown) => target,
}

/** A method over a text that makes no longer text; its arguments are texts or numbers as they are asked for. */
const looking =
  (
    use: (target: string, text: (index: number) => string, args: readonly unknown[]) => unknown,
  ): Method<string> =>
  (target, args, budget) => {
    budget.text(target.length)
    return use(target, (index) => textOf(args[index], budget), args)
  }
const cutting =
  (
    use: (target: string, from: number | undefined, to: number | undefined) => unknown,
  ): Method<string> =>
  (target, args, budget) => {
    budget.text(target.length)
    return use(target, integer(args[0], budget), integer(args[1], budget))
  }

const OF_TEXTS: Methods<string> = {
  ...OF_ALL,
  at: cutting((text, at = 0) => text.at(at)),
  charAt: cutting((text, at = 0) => text.charAt(at)),
  charCodeAt: cutting((text, at = 0) => text.charCodeAt(at)),
  concat: (text, args, budget) =>
    joined([text, ...args.map((arg) => textOf(arg, budget))], '', budget),
  endsWith: looking((target, text) => target.endsWith(text(0))),
  includes: looking((target, text) => target.includes(text(0))),
  indexOf: looking((target, text, [, from]) => target.indexOf(text(0), Number(from ?? 0))),
  lastIndexOf: looking((target, text) => target.lastIndexOf(text(0))),
  padEnd: (text, args, budget) => padded(text, args, budget, 'padEnd'),
  padStart: (text, args, budget) => padded(text, args, budget, 'padStart'),
  repeat(text, args, budget) {
    const times = Math.max(0, integer(args[0], budget) ?? 0)
    budget.text(text.length * times)
    return text.repeat(times)
  },
  // No pattern, and no `$&` with a meaning.
  replace: (text, [old, by], budget) =>
    replaced(text, [textOf(old, budget), textOf(by, budget)], 1, budget),
  replaceAll: (text, [old, by], budget) =>
    replaced(text, [textOf(old, budget), textOf(by, budget)], Infinity, budget),
  slice: cutting((text, from, to) => text.slice(from, to)),
  split(text, args, budget) {
    if (args[0] === undefined) return [text]
    const separator = textOf(args[0], budget)
    budget.items(separator === '' ? text.length : text.length / 64)
    const parts = text.split(separator, integer(args[1], budget))
    budget.items(parts.length)
    return parts
  },
  startsWith: looking((target, text) => target.startsWith(text(0))),
  substr: cutting((text, from = 0, length = Infinity) => {
    const start = from < 0 ? Math.max(0, text.length + from) : from
    return text.slice(start, start + Math.max(0, length))
  }),
  substring: cutting((text, from = 0, to) => text.substring(from, to)),
  toLowerCase: looking((target) => target.toLowerCase()),
  toUpperCase: looking((target) => target.toUpperCase()),
  trim: looking((target) => target.trim()),
  trimEnd: looking((target) => target.trimEnd()),
  trimStart: looking((target) => target.trimStart()),
}

function padded(
  text: string,
  args: readonly unknown[],
  budget: Budget,
  side: 'padEnd' | 'padStart',
): string {
  const length = integer(args[0], budget) ?? 0
  budget.text(length)
  return text[side](length, args[1] === undefined ? ' ' : textOf(args[1], budget))
}

const OF_NUMBERS: Methods<number> = {
  ...OF_ALL,
  toExponential: (number, [digits]) => number.toExponential(within(digits, 0, 100)),
  toFixed: (number, [digits]) => number.toFixed(within(digits ?? 0, 0, 100)),
  toPrecision: (number, [digits]) => number.toPrecision(within(digits, 1, 100)),
  toString: (number: number, [radix]: readonly unknown[]) => number.toString(within(radix, 2, 36)),
}

function within(value: unknown, least: number, most: number): number | undefined {
  if (value === undefined) return undefined
  const number = Math.trunc(Number(value)) || 0
  if (number < least || number > most) throw new Failure({ case: 'out-of-range', least, most })
  return number
}

const OF_LISTS: Methods<readonly unknown[]> = {
  ...OF_ALL,
  at: (list, args, budget) => list.at(integer(args[0], budget) ?? 0),
  concat: (list, args, budget) => counted(list.concat(...counting(list, args, budget)), budget),
  includes: (list, args, budget) => contains(list, args[0], budget),
  indexOf: (list, args, budget) => counted(list, budget).map(plain).indexOf(args[0]),
  join: (list, args, budget) =>
    joined(list, args[0] === undefined ? ',' : textOf(args[0], budget), budget),
  lastIndexOf: (list, args, budget) => counted(list, budget).map(plain).lastIndexOf(args[0]),
  pop: (list) => changed(list).pop(),
  push(list, args, budget) {
    budget.items(list.length + args.length)
    return changed(list).push(...args)
  },
  reverse: (list, _, budget) =>
    (isOwn(list) ? changed(list) : [...counted(list, budget)]).reverse(),
  shift: (list, _, budget) => changed(counted(list, budget)).shift(),
  slice: (list, args, budget) =>
    counted(list.slice(integer(args[0], budget), integer(args[1], budget)), budget),
  sort: (list, _, budget) => {
    const texts = new Map(counted(list, budget).map((item) => [item, textOf(item, budget)]))
    budget.spend(list.length * Math.log2(list.length + 1))
    const order = (a: unknown, b: unknown): number => {
      const [first = '', second = ''] = [texts.get(a), texts.get(b)]
      return first < second ? -1 : Number(first > second)
    }
    return isOwn(list) ? changed(list).sort(order) : list.toSorted(order)
  },
  splice: (list, args, budget) => {
    const [from = 0, count = Infinity] = [integer(args[0], budget), integer(args[1], budget)]
    budget.items(list.length + args.length)
    return changed(list).splice(from, count, ...args.slice(2))
  },
  unshift(list, args, budget) {
    budget.items(list.length + args.length)
    return changed(list).unshift(...args)
  },
}

function counted<List extends readonly unknown[]>(list: List, budget: Budget): List {
  budget.items(list.length)
  return list
}

/** What is to be added to a list, once its size is known to be no trouble. */
function counting(
  list: readonly unknown[],
  args: readonly unknown[],
  budget: Budget,
): readonly unknown[] {
  const length = args.reduce(
    (sum: number, arg) => sum + (Array.isArray(arg) ? arg.length : 1),
    list.length,
  )
  budget.items(length)
  return args
}

/** True for a list that the template made; those of the book are frozen. */
function isOwn(list: readonly unknown[]): boolean {
  return !Object.isFrozen(list)
}

function changed(list: readonly unknown[]): unknown[] {
  if (!isOwn(list)) throw new Failure({ case: 'value-of-book' })
  return list as unknown[]
}

/** Parts of a date in UTC, also by the names that mean local time in JavaScript. */
const OF_DATES: Methods<Date> = {
  ...OF_ALL,
  ...Object.fromEntries(
    (
      [
        ['FullYear', (date) => date.getUTCFullYear()],
        ['Month', (date) => date.getUTCMonth()],
        ['Date', (date) => date.getUTCDate()],
        ['Day', (date) => date.getUTCDay()],
        ['Hours', (date) => date.getUTCHours()],
        ['Minutes', (date) => date.getUTCMinutes()],
        ['Seconds', (date) => date.getUTCSeconds()],
        ['Milliseconds', (date) => date.getUTCMilliseconds()],
      ] as const satisfies readonly (readonly [string, (date: Date) => number])[]
    ).flatMap(([part, get]) => [
      [`get${part}`, get],
      [`getUTC${part}`, get],
    ]),
  ),
  getTime: (date) => date.getTime(),
  toISOString: (date, _, budget) => textOf(date, budget),
  toJSON: (date, _, budget) => textOf(date, budget),
  valueOf: (date: Date) => date.getTime(),
}

const OF_DICTS: Methods<object> = {
  ...OF_ALL,
  hasOwnProperty: (target: object, args: readonly unknown[], budget: Budget) =>
    memberOf(target, args[0], budget) !== undefined,
}
