// Filters of lists and objects.
import { Failure } from '../failure.ts'
import type { Budget } from './budget.ts'
import { type Filters, amount, ofList } from './filter.ts'
import { testOf } from './tests.ts'
import {
  compare,
  dict,
  entriesOf,
  isDict,
  itemsOf,
  joined,
  memberOf,
  numberOf,
  plain,
  shown,
  sum,
  textOf,
} from './values.ts'

/** Filters that look into lists and objects. */
export const LIST_FILTERS: Filters = {
  batch: ofList((items, [size, fill], budget) => {
    const width = amount(size, Number.NaN, budget)
    if (fill) budget.items(width)
    const rows = rowsOf(items, width)
    const last = rows.at(-1)
    if (fill && last !== undefined) while (last.length < width) last.push(fill)
    return rows
  }),
  dictsort: (value, [caseSensitive, by = 'key'], budget) => {
    const target = plain(value)
    if (!isDict(target)) throw new Failure({ case: 'no-object' })
    if (by !== 'key' && by !== 'value')
      throw new Failure({ case: 'unexpected', found: shown(by, budget) })
    const keyOf = (pair: unknown): unknown => (pair as readonly unknown[])[by === 'key' ? 0 : 1]
    return sorted(
      entriesOf(target, budget).map(([name, member]) => [name, member]),
      keyOf,
      budget,
      {
        caseSensitive: Boolean(caseSensitive),
      },
    )
  },
  first: (value, _, budget) => memberOf(value, 0, budget),
  groupby: ofList((items, [attribute], budget) => {
    const groups = dict()
    for (const item of items) {
      const key = textOf(attributeOf(item, attribute, budget), budget)
      const group = (groups[key] ??= []) as unknown[]
      group.push(item)
    }
    return groups
  }),
  join: ofList((items, [separator, attribute], budget) =>
    joined(
      attribute ? items.map((item) => memberOf(item, attribute, budget)) : items,
      shown(separator, budget),
      budget,
    ),
  ),
  last: ofList((items) => items.at(-1)),
  length: (value, _, budget) => {
    const target = plain(value) ?? false
    if (isDict(target)) return entriesOf(target, budget).length
    if (target === false) return 0
    return typeof target === 'string' || Array.isArray(target) ? target.length : undefined
  },
  list: (value, _, budget) => {
    const target = plain(value)
    if (!isDict(target)) return ofList((items) => items)(value, [], budget, new Map())
    return entriesOf(target, budget).map(([key, member]) =>
      dict([
        ['key', key],
        ['value', member],
      ]),
    )
  },
  // It would be another item in every build.
  random: (value, _, budget) => (itemsOf(value, budget) ?? [value])[0],
  reject: (value, args, budget) => chosen(value, args, budget, false),
  rejectattr: ofList((items, [attribute], budget) =>
    items.filter((item) => !plain(memberOf(item, attribute, budget))),
  ),
  reverse: (value, _, budget) => {
    const items = [...(itemsOf(value, budget) ?? [])].reverse()
    return typeof plain(value) === 'string' ? items.join('') : items
  },
  select: (value, args, budget) => chosen(value, args, budget, true),
  selectattr: ofList((items, [attribute], budget) =>
    items.filter((item) => Boolean(plain(memberOf(item, attribute, budget)))),
  ),
  slice: ofList((items, [count, fill], budget) =>
    columns(items, numberOf(count, budget), fill, budget),
  ),
  sort: ofList((items, [reverse, caseSensitive, attribute], budget, named) => {
    const by = named.get('attribute') ?? attribute
    const keyOf = (item: unknown): unknown => (by ? attributeOf(item, by, budget) : item)
    return sorted(items, keyOf, budget, {
      caseSensitive: Boolean(named.get('case_sensitive') ?? caseSensitive),
      reverse: Boolean(named.get('reverse') ?? reverse),
    })
  }),
  sum: ofList((items, [attribute, start = 0], budget) => {
    const values = attribute ? items.map((item) => memberOf(item, attribute, budget)) : items
    return sum(
      start,
      values.reduce((total: unknown, item) => sum(total, item, budget), 0),
      budget,
    )
  }),
}

function rowsOf(items: readonly unknown[], width: number): unknown[][] {
  const rows: unknown[][] = []
  for (const [index, item] of items.entries()) {
    if (index % width === 0 || rows.length === 0) rows.push([])
    rows.at(-1)?.push(item)
  }
  return rows
}

/** A list cut into so many columns of nearly the same length. */
function columns(
  items: readonly unknown[],
  count: number,
  fill: unknown,
  budget: Budget,
): readonly unknown[] {
  budget.items(count)
  const length = Math.floor(items.length / count)
  const longer = items.length % count
  let from = 0
  return Array.from({ length: count }, (_, index) => {
    const to = from + length + (index < longer ? 1 : 0)
    const column = items.slice(from, to)
    from = to
    return fill && index >= longer ? [...column, fill] : column
  })
}

function chosen(
  value: unknown,
  [name = 'truthy', other]: readonly unknown[],
  budget: Budget,
  wanted: boolean,
): readonly unknown[] {
  const test = testOf(textOf(name, budget))
  if (test === undefined) throw new Failure({ case: 'unknown-test', name: textOf(name, budget) })
  return (itemsOf(value, budget) ?? []).filter((item) => test(item, other, budget) === wanted)
}

/** A member by a path of names. */
function attributeOf(item: unknown, attribute: unknown, budget: Budget): unknown {
  return shown(attribute, budget)
    .split('.')
    .reduce((target: unknown, name) => memberOf(target, name, budget), item)
}

function sorted(
  items: readonly unknown[],
  keyOf: (item: unknown) => unknown,
  budget: Budget,
  { caseSensitive = false, reverse = false },
): readonly unknown[] {
  const fold = (key: unknown): unknown =>
    typeof key === 'string' && !caseSensitive ? key.toLowerCase() : key
  const keyed = items.map((item) => ({ item, key: fold(plain(keyOf(item))) }))
  const direction = reverse ? -1 : 1
  budget.spend(items.length)
  return keyed
    .sort((a, b) => {
      budget.spend(1)
      const order = compare(a.key, b.key, budget)
      return Number.isNaN(order) ? 0 : order * direction
    })
    .map(({ item }) => item)
}
