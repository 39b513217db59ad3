// The filters of pages: the engine's own, `date` and `dateFromNow` of old books, and those that somebody registered.
// They get plain text, and they give the same result in every build.
import type { Place } from '../core/diagnostic.ts'
import { problem } from '../messages/problem.ts'
import { plainText } from './assemble.ts'
import type { Attempt } from './attempt.ts'
import { formatDate, readDate } from './date-format.ts'
import type { TemplateRequest } from './expand.ts'
import { NAMES, hasMarks } from './marks.ts'
import { FORBIDDEN_MEMBERS, type Filter, isBuiltInFilter, memberKey } from './nunjucks.ts'
import { noteBlock } from './registered.ts'

/** The filters of one run. */
export interface Filters {
  readonly has: (name: string) => boolean
  readonly get: (name: string, own: Filter | undefined) => Filter | undefined
}

const DATE_FORMAT = 'YYYY-MM-DDTHH:mm:ssZ'

/** The filters of one run of a page. */
export function createFilters({ filters }: TemplateRequest, attempt: Attempt): Filters {
  const ours = new Map(Object.entries(ownFilters(attempt)))
  const plain = (value: unknown): unknown =>
    isText(value) && hasMarks(String(value))
      ? plainText(String(value), attempt.tables.segments)
      : value
  return {
    has: (name) => ours.has(name) || filters?.has(name) === true || isBuiltInFilter(name),
    get(name, own) {
      if (name === NAMES.block) return noteBlock(attempt, 'block')
      if (name === NAMES.section) return noteBlock(attempt, 'section')
      const filter = filters?.get(name) ?? ours.get(name) ?? own
      if (filter === undefined) return undefined
      return function (this: unknown, value, ...args) {
        return filter.call(this, plain(value), ...safeMembers(name, args.map(plain)))
      }
    },
  }
}

/** Which argument of a filter is the name of a member that it looks up. */
const MEMBERS: { readonly [filter: string]: number } = {
  groupby: 0,
  join: 1,
  rejectattr: 0,
  selectattr: 0,
  sort: 2,
  sum: 0,
}

/** The arguments of a filter, with the name of a member as the one string that it stays. */
function safeMembers(filter: string, args: readonly unknown[]): readonly unknown[] {
  const position = Object.hasOwn(MEMBERS, filter) ? MEMBERS[filter] : undefined
  if (position === undefined) return args
  return args.map((arg, index) => {
    if (index === position) return safeMember(arg)
    if (!isKeywords(arg) || arg['attribute'] === undefined) return arg
    return { ...arg, attribute: safeMember(arg['attribute']) }
  })
}

function isKeywords(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, '__keywords')
}

function safeMember(member: unknown): unknown {
  if (member === undefined || isKeywords(member)) return member
  const key = memberKey(member)
  const forbidden = String(key)
    .split('.')
    .find((part) => FORBIDDEN_MEMBERS.has(part))
  if (forbidden !== undefined) throw new Error(`expected another member than "${forbidden}"`)
  return key
}

function isText(value: unknown): boolean {
  // What a macro gives is a string object.
  return typeof value === 'string' || Object.prototype.toString.call(value) === '[object String]'
}

function ownFilters(attempt: Attempt): { readonly [name: string]: Filter } {
  const date: Filter = (value, format) => {
    const read = readDate(value)
    if (read !== undefined)
      return formatDate(read, typeof format === 'string' ? format : DATE_FORMAT)
    const here = tagHere(attempt)
    if (value === undefined && here !== undefined)
      attempt.diagnostics.push(problem('template/undefined-value', here.at, { path: here.value }))
    return value ?? ''
  }
  const note = (filter: 'dateFromNow' | 'random'): void => {
    const here = tagHere(attempt)
    if (here !== undefined)
      attempt.diagnostics.push(problem('template/not-deterministic', here.at, { filter }))
  }
  return {
    date,
    // The name under which a widespread plugin had it.
    dateFormat: date,
    dateFromNow: (value) => {
      note('dateFromNow')
      return date(value, 'YYYY-MM-DD')
    },
    random: (value) => {
      note('random')
      return Array.isArray(value) ? (value as readonly unknown[])[0] : value
    },
  }
}

/** The tag that runs, and what stands before its first filter. */
function tagHere(attempt: Attempt): { readonly at: Place; readonly value: string } | undefined {
  const placed = attempt.tables.tags[attempt.current]
  if (placed === undefined) return undefined
  const value = placed.tag.inner.split('|')[0]?.trim() ?? ''
  return { at: placed.file.place(placed.tag), value }
}
