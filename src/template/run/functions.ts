// The functions that every page has.
import type { Budget } from './budget.ts'
import { Callable, dict, numberOf, plain, textOf } from './values.ts'

/** `range`, `cycler` and `joiner`. */
export function createFunctions(budget: Budget): Map<string, unknown> {
  return new Map<string, unknown>([
    ['range', new Callable((args) => range(args, budget))],
    ['cycler', new Callable((items) => cycler(items))],
    ['joiner', new Callable(([separator]) => joiner(separator, budget))],
  ])
}

/** The numbers from the first up to the second, or from 0 up to the first. */
function range(args: readonly unknown[], budget: Budget): readonly number[] {
  const [start, stop, by] = args.map((arg) =>
    plain(arg) === undefined ? undefined : numberOf(arg, budget),
  )
  const [first, last] = stop === undefined ? [0, start ?? Number.NaN] : [start ?? Number.NaN, stop]
  const width = stop === undefined ? 1 : by || 1
  const length = Math.max(0, Math.ceil((last - first) / width)) || 0
  budget.items(length)
  return Array.from({ length }, (_, index) => first + index * width)
}

/** An object whose `next()` gives one item after the other, round and round. */
function cycler(items: readonly unknown[]): object {
  let index = -1
  const made = dict([['current', null]])
  made['next'] = new Callable(() => {
    index = (index + 1) % items.length || 0
    made['current'] = items[index]
    return items[index]
  })
  made['reset'] = new Callable(() => {
    index = -1
    made['current'] = null
  })
  return made
}

/** A function that gives nothing the first time, and the separator from then on. */
function joiner(separator: unknown, budget: Budget): Callable {
  const text = separator === undefined ? ',' : textOf(separator, budget) || ','
  let isFirst = true
  return new Callable(() => {
    if (!isFirst) return text
    isFirst = false
    return ''
  })
}
