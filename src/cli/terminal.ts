import { styleText } from 'node:util'
import type { Messages } from '../messages/messages.ts'

/** Where output goes: the part of a stream that the command line needs. */
export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** The outside of a command: two streams, the environment and the folder it was called in. */
export interface Terminal {
  /** Results. */
  readonly out: Output
  /** Progress and problems. */
  readonly err: Output
  readonly env: { readonly [name: string]: string | undefined }
  readonly cwd: string
}

/** A terminal and the language that it is spoken to in. */
export interface Console extends Terminal {
  readonly messages: Messages
}

/** Names of styles for `paint`. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'cyan' | 'green'

/** Colors a text, or leaves it as it is. */
export type Paint = (styles: readonly Style[], text: string) => string

/** Colors for a stream: on a terminal, unless NO_COLOR, TERM=dumb or FORCE_COLOR say otherwise. */
export function createPaint(stream: Output, env: Terminal['env']): Paint {
  if (!hasColor(stream, env)) return (_styles, text) => text
  return (styles, text) => styleText([...styles], text, { validateStream: false })
}

function hasColor(stream: Output, env: Terminal['env']): boolean {
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if ((env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb') return false
  return stream.isTTY === true
}

/** How wide a stream is; undefined where nobody reads it line by line, and in terminals that were never given a size. */
export function widthOf({ columns }: Output): number | undefined {
  return columns === 0 ? undefined : columns
}

/** True where a line may be drawn again and again: on a terminal that nobody records. */
export function isInteractive(stream: Output, env: Terminal['env']): boolean {
  const inPipeline = !['', '0', 'false'].includes(env['CI'] ?? '')
  return stream.isTTY === true && env['TERM'] !== 'dumb' && !inPipeline
}
