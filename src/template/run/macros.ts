// Statements whose content is called, filtered, or overridden.
import { Failure } from '../failure.ts'
import type { Part } from '../read/document.ts'
import type { Parameter } from '../read/expression.ts'
import { applyFilter, evaluate, evaluateArguments } from './evaluate.ts'
import type { Frame, Scope } from './frame.ts'
import { type Handler, captured, contentOf, define, writtenOf } from './handler.ts'
import { Callable, type NamedArguments } from './values.ts'
import { write } from './write.ts'

/** `{% macro %}`: it sees what is set at the top of its text. */
export const macro: Handler = ({ parts: [part] }, frame) => {
  const { names: [name = ''] = [] } = part.head
  define(name, callable(part, frame, {}), frame)
}

/** `{% call %}`: the content is a function for the macro, and sees what is around it. */
export const call: Handler = ({ parts: [part] }, frame, mode) => {
  const { value } = part.head
  if (value?.kind !== 'call') throw new Failure({ case: 'no-call' })
  const caller = callable(part, frame, { parent: frame.scope, isIsolated: true })
  const scope: Scope = { variables: new Map([['caller', caller]]), parent: frame.scope }
  const named = [...value.args.named, ['caller', { kind: 'name', name: 'caller' }] as const]
  const called = { ...value, args: { ...value.args, named } }
  write(writtenOf(evaluate(called, { ...frame, scope }, mode), frame), part.tag, frame)
}

/** `{% filter %}`. */
export const filter: Handler = ({ parts: [part] }, frame, mode) => {
  const { names: [name = ''] = [], args = { positional: [], named: [] } } = part.head
  const values = evaluateArguments(args, frame, mode)
  const value = applyFilter(name, contentOf(part, frame), values, frame)
  write(writtenOf(value, frame), part.tag, frame)
}

/** `{% block %}`: shown here, unless the text extends another one. */
export const block: Handler = ({ parts: [{ head }] }, frame) => {
  if (frame.context.parent === undefined) writeBlock(head.names?.[0] ?? '', 0, frame)
}

/** Writes a block as the text that overrides it has it; `super()` gives what that one overrides. */
function writeBlock(name: string, level: number, frame: Frame): void {
  const found = frame.context.blocks.get(name)?.[level]
  if (found === undefined) return
  const { document, chain, statement } = found
  const above = new Callable(() => captured(frame, (inside) => writeBlock(name, level + 1, inside)))
  const variables = new Map([['super', above]])
  const scope: Scope = { variables, parent: frame.scope, isIsolated: true }
  const inside = { ...frame, document, chain, scope, isTop: false }
  frame.walk.nodes(statement.parts[0].body, inside)
}

/** A function that writes a content; `outside` is what the content sees beside its parameters. */
function callable({ head, body }: Part, frame: Frame, outside: Omit<Scope, 'variables'>): Callable {
  return new Callable((args, named) => {
    const variables = new Map<string, unknown>()
    const inside: Frame = { ...frame, scope: { ...outside, variables }, isTop: false }
    for (const [index, parameter] of (head.parameters ?? []).entries())
      variables.set(parameter.name, argument(parameter, args[index], named, inside))
    if (named.has('caller')) variables.set('caller', named.get('caller'))
    return contentOf({ body }, inside)
  })
}

function argument(
  { name, otherwise }: Parameter,
  given: unknown,
  named: NamedArguments,
  frame: Frame,
): unknown {
  if (given !== undefined) return given
  if (named.has(name)) return named.get(name)
  return otherwise === undefined ? undefined : evaluate(otherwise, frame, 'strict')
}
