import { once } from './attempt.ts'
import { compare } from './diagnostic.ts'

/** Made when names are first compared: to make it costs more than to look at all files of a book. */
const collator = once(() => new Intl.Collator('en', { numeric: true }))

/** Names as people count, and everywhere alike: `page-2` before `page-10`. 0 for equal names alone. */
export const compareNaturally = (one: string, other: string): number =>
  collator().compare(one, other) || compare(one, other)
