// The filters of Nunjucks' language, and `date` of old books. Each gives the same result in every build, and says how
// much it is going to make before it makes it.
import { escapeHtml } from '../../core/html.ts'
import type { Budget } from './budget.ts'
import { formatDate, readDate } from './date-format.ts'
import { type Filter, type Filters, amount } from './filter.ts'
import { LIST_FILTERS } from './list-filters.ts'
import { WrittenText, isWritten } from './output.ts'
import { TEXT_FILTERS } from './text-filters.ts'
import { entriesOf, isDict, itemsOf, memberOf, numberOf, plain, shown, textOf } from './values.ts'

const escaped: Filter = (value, _, budget) => {
  const text = shown(value, budget)
  budget.text(text.length * 2)
  return new WrittenText(escapeHtml(text).replaceAll("'", '&#39;').replaceAll('\\', '&#92;'))
}

const escape: Filter = (value, args, budget, named) =>
  isWritten(value) ? value : escaped(value, args, budget, named)

const otherwise: Filter = (value, [other, isForFalse]) =>
  (isForFalse ? Boolean(plain(value)) : value !== undefined) ? value : other

const date: Filter = (value, [format]) => {
  const read = readDate(value)
  if (read === undefined) return value ?? ''
  return formatDate(read, typeof format === 'string' ? format : 'YYYY-MM-DDTHH:mm:ssZ')
}

const FILTERS: Filters = {
  ...TEXT_FILTERS,
  ...LIST_FILTERS,
  abs: (value, _, budget) => Math.abs(numberOf(value, budget)),
  d: otherwise,
  date,
  // The name under which a widespread plugin had it.
  dateFormat: date,
  // "Three days ago" would be wrong tomorrow.
  dateFromNow: (value, _, budget, named) => date(value, ['YYYY-MM-DD'], budget, named),
  default: otherwise,
  dump: (value, [spaces], budget) => {
    measure(value, budget)
    const indent = typeof spaces === 'number' || typeof spaces === 'string' ? spaces : undefined
    return JSON.stringify(plain(value), null, indent)
  },
  e: escape,
  escape,
  float: (value, [other], budget) => numberOr(Number.parseFloat(shown(value, budget)), other),
  forceescape: escaped,
  int: (value, [other, base], budget, named) => {
    const radix = amount(named.get('base') ?? base, 10, budget)
    return numberOr(Number.parseInt(shown(value, budget), radix), named.get('default') ?? other)
  },
  round: (value, [precision, method], budget) => {
    const factor = 10 ** amount(precision, 0, budget)
    const number = numberOf(value, budget) * factor
    if (method === 'ceil') return Math.ceil(number) / factor
    return (method === 'floor' ? Math.floor(number) : Math.round(number)) / factor
  },
  safe: (value, _, budget) => (isWritten(value) ? value : new WrittenText(shown(value, budget))),
  string: (value, _, budget) => (isWritten(value) ? value : textOf(value, budget)),
  urlencode: (value, _, budget) => {
    const target = plain(value)
    const encoded = (part: unknown): string => encodeURIComponent(wellFormed(textOf(part, budget)))
    if (typeof target === 'string') return encoded(target)
    const pairs = isDict(target) ? entriesOf(target, budget) : (itemsOf(target, budget) ?? [])
    return pairs
      .map((pair) => [0, 1].map((at) => encoded(memberOf(pair, at, budget))).join('='))
      .join('&')
  },
}

/** The filters that there are. */
export const FILTER_NAMES: readonly string[] = Object.keys(FILTERS)

/** A filter by its name; undefined when there is none. */
export function filterOf(name: string): Filter | undefined {
  return Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined
}

function numberOr(value: number, other: unknown): unknown {
  return Number.isNaN(value) ? other : value
}

/** A text without halves of characters, which no address can hold. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')
}

/** Refuses a value that would become too large a text: the same list may stand in it very often. */
function measure(value: unknown, budget: Budget, depth = 0): void {
  budget.spend(2)
  if (typeof value === 'string') return budget.text(value.length)
  if (!Array.isArray(value) && !isDict(value)) return
  budget.depth(depth)
  for (const member of Object.values(value)) measure(member, budget, depth + 1)
}
