import { problem } from '../messages/problem.ts'
import { TooMuchText } from './assemble.ts'
import { type Attempt, step } from './attempt.ts'
import type { TemplateVariables } from './expand.ts'
import { NAMES, withoutMarks } from './marks.ts'

const LONGEST_RANGE = 100_000
const LONGEST_VALUE = 16_000_000

/** Functions that every page has. */
export const FUNCTIONS: readonly string[] = ['range', 'cycler', 'joiner']

/** What templates can look up: the variables of the page, and functions. */
export function createFunctions(variables: TemplateVariables, attempt: Attempt): object {
  const functions = {
    range,
    [NAMES.at]: (tag: number) => {
      step(attempt, tag)
      return tag
    },
    [NAMES.mark]: (tag: number) => {
      step(attempt, tag)
      return ''
    },
    [NAMES.print]: (tag: number, ...values: readonly unknown[]) =>
      values.map((value) => printed(value, tag, attempt)).join(''),
  }
  return Object.defineProperties(functions, Object.getOwnPropertyDescriptors(variables))
}

/** The numbers from `start` up to `stop`, or from 0 up to `start`. */
function range(start: number, stop?: number, by?: number): readonly number[] {
  const [first, last] = stop === undefined ? [0, start] : [start, stop]
  const width = stop === undefined ? 1 : by || 1
  const length = Math.max(0, Math.ceil((last - first) / width)) || 0
  if (length > LONGEST_RANGE)
    throw new RangeError(`expected a range of at most ${LONGEST_RANGE} numbers, found ${length}`)
  return Array.from({ length }, (_, index) => first + index * width)
}

/** A value as text. What has none prints nothing, and is reported when the tag prints a variable. */
function printed(value: unknown, tag: number, attempt: Attempt): string {
  if (value === undefined || value === null) {
    return value === undefined ? printedUndefined(tag, attempt) : ''
  }
  // Lists and objects print as they always did: `a,b` and `[object Object]`.
  // oxlint-disable-next-line typescript/no-base-to-string -- see above
  const text = value instanceof Date ? isoDate(value) : String(value)
  if (text.length > LONGEST_VALUE) throw new TooMuchText(`a value of ${text.length} characters`)
  return text
}

function printedUndefined(number: number, attempt: Attempt): string {
  const placed = attempt.tables.tags[number]
  if (placed === undefined) return ''
  const { file, tag } = placed
  // In code it is a sample after all.
  if (tag.code !== undefined) return withoutMarks(file.text.slice(tag.from, tag.to))
  const facts = file.inspection(tag)
  if (!('problem' in facts) && facts.path !== undefined)
    attempt.diagnostics.push(
      problem('template/undefined-value', file.place(tag), { path: facts.path }),
    )
  return ''
}

function isoDate(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}
