// What filters have in common.
import { Failure } from '../failure.ts'
import type { Budget } from './budget.ts'
import { type NamedArguments, itemsOf, numberOf, shown } from './values.ts'

/** A filter: a value, arguments, and named ones. */
export type Filter = (
  value: unknown,
  args: readonly unknown[],
  budget: Budget,
  named: NamedArguments,
) => unknown

/** Filters by name. */
export type Filters = { readonly [name: string]: Filter }

/** A filter of texts: what has no value is empty. */
export const ofText =
  (change: (text: string, args: readonly unknown[], budget: Budget) => unknown): Filter =>
  (value, args, budget) => {
    const text = value === false ? '' : shown(value, budget)
    budget.text(text.length)
    return change(text, args, budget)
  }

/** A filter of lists; the characters of a text are one, too. */
export const ofList =
  (
    use: (
      items: readonly unknown[],
      args: readonly unknown[],
      budget: Budget,
      named: NamedArguments,
    ) => unknown,
  ): Filter =>
  (value, args, budget, named) => {
    const items = itemsOf(value, budget)
    if (items === undefined) throw new Failure({ case: 'no-list' })
    return use(items, args, budget, named)
  }

/** An argument that is a number, or another one. */
export function amount(value: unknown, otherwise: number, budget: Budget): number {
  return (value === undefined ? 0 : numberOf(value, budget)) || otherwise
}
