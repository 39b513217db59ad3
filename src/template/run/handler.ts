// What the statements of the language have in common.
import type { Part, Statement } from '../read/document.ts'
import { evaluate } from './evaluate.ts'
import type { Frame, Scope } from './frame.ts'
import { Output, WrittenText, isWritten } from './output.ts'
import type { Mode } from './run.ts'
import { shown } from './values.ts'

/** Writes what a statement means. */
export type Handler = (statement: Statement, frame: Frame, mode: Mode) => void

/** The value in the tag of a part. */
export function valueOf({ head }: Pick<Part, 'head'>, frame: Frame, mode: Mode): unknown {
  return head.value === undefined ? undefined : evaluate(head.value, frame, mode)
}

/** What something writes, apart. */
export function captured(frame: Frame, write: (inside: Frame) => void): WrittenText {
  const output = new Output(frame.run.budget)
  write({ ...frame, output })
  return output.finish()
}

/** The text that the content of a part becomes. */
export function contentOf({ body }: Pick<Part, 'body'>, frame: Frame): WrittenText {
  return captured(frame, (inside) => frame.walk.nodes(body, inside))
}

/** A value as text for the page. */
export function writtenOf(value: unknown, { run }: Frame): WrittenText {
  return isWritten(value) ? value : new WrittenText(shown(value, run.budget))
}

/** Gives a value to a name: where it already has one, or here. */
export function assign(name: string, value: unknown, frame: Frame): void {
  let scope: Scope | undefined = frame.scope
  while (scope !== undefined && scope.variables.get(name) === undefined)
    scope = scope.isIsolated ? undefined : scope.parent
  define(name, value, scope === undefined ? frame : { ...frame, scope })
}

/** Gives a value to a name here. */
export function define(
  name: string,
  value: unknown,
  { scope, isTop, context }: Pick<Frame, 'scope' | 'isTop' | 'context'>,
): void {
  scope.variables.set(name, value)
  if (isTop) context.variables.set(name, value)
}
