import type { Diagnostic } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'

/** What a dev server tells its terminal. */
export type DevEvent =
  | {
      readonly kind: 'listening'
      readonly port: number
      /** The port that was wanted; another than `port` when it was taken. */
      readonly wanted: number
      readonly local: string
      /** Addresses for other devices; empty when only this computer is answered. */
      readonly network: readonly string[]
    }
  | {
      readonly kind: 'built'
      /** What changed since the build before; empty for the first. */
      readonly changes: readonly BookPath[]
      /** Pages rendered by this build. */
      readonly rendered: number
      /** Pages of the book. */
      readonly pages: number
      readonly ms: number
      readonly diagnostics: readonly Diagnostic[]
      /** False when errors kept the outputs of an earlier build in place. */
      readonly served: boolean
      /** How many outputs are different now. */
      readonly changed: number
    }
  | { readonly kind: 'problem'; readonly diagnostic: Diagnostic }
  | { readonly kind: 'not-opened'; readonly url: string }
  | { readonly kind: 'closed' }
