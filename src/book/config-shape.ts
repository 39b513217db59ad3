// What a key of the configuration is made of.
import type { Json } from '../core/json.ts'

/** What a value may look like. */
export type Shape =
  | { readonly kind: 'any' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'text'; readonly oneOf?: readonly string[] }
  | { readonly kind: 'integer'; readonly least: number; readonly most: number }
  | { readonly kind: 'list'; readonly of: Shape }
  /** An object whose keys are the author's. */
  | { readonly kind: 'map'; readonly of: Shape }
  /** An object with known keys; an `open` one may have more. */
  | { readonly kind: 'group'; readonly keys: readonly Key[]; readonly open?: boolean }
  | { readonly kind: 'choice'; readonly of: readonly Shape[] }

/** One key of the configuration. */
export interface Key {
  readonly name: string
  readonly shape: Shape
  readonly default?: Json
  /** What it does, in a sentence; editors show it. */
  readonly about: string
  /** A wrong value is a warning: the site does not depend on it. */
  readonly mild?: boolean
}

/** Anything. */
export const ANY: Shape = { kind: 'any' }
/** A text. */
export const TEXT: Shape = { kind: 'text' }
/** True or false. */
export const FLAG: Shape = { kind: 'flag' }

/** A key with a text. */
export function text(name: string, about: string, standard?: string): Key {
  return { name, shape: TEXT, about, ...(standard === undefined ? {} : { default: standard }) }
}

/** A key that is true or false. */
export function flag(name: string, about: string, standard: boolean): Key {
  return { name, shape: FLAG, default: standard, about }
}

/** A key with a whole number: its default, the least and the most. */
export function integer(
  name: string,
  about: string,
  limits: readonly [number, number, number],
): Key {
  const [standard, least, most] = limits
  return { name, shape: { kind: 'integer', least, most }, default: standard, about }
}

/** A key with one of a few texts. */
export function choice(name: string, about: string, oneOf: readonly string[]): Key {
  return { name, shape: { kind: 'text', oneOf }, about }
}
