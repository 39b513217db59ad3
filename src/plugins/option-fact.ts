// What becomes of one option of a plugin.
import type { Json } from '../core/json.ts'
import type { ReadOption } from './read-option.ts'

/** What becomes of an option. */
export type OptionFact =
  | {
      /** The setting, by its dotted name. */
      readonly becomes: string
      /** Its value there; undefined when it says nothing. As it is when absent. */
      readonly as?: ReadOption
      /** What the package took when nobody said. */
      readonly default?: Json
    }
  | { readonly why: OptionReason }

/** Why an option is not read. */
export type OptionReason = 'own-look' | 'own-way' | 'always' | 'other-site' | 'service-gone'

/** Those of a plugin. */
export type Options = { readonly [name: string]: OptionFact }

/** All options of a plugin at once. */
export const WHOLE = '*'

/** It becomes a setting. */
export const to = (becomes: string, as?: ReadOption): OptionFact =>
  as === undefined ? { becomes } : { becomes, as }
/** Nobody reads these. */
export const not = (why: OptionReason, ...names: readonly string[]): Options =>
  Object.fromEntries(names.map((name) => [name, { why }]))
