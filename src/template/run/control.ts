// Conditions, loops and values.
import { Failure, Overrun } from '../failure.ts'
import type { Part } from '../read/document.ts'
import { evaluate, isTrue } from './evaluate.ts'
import type { Frame } from './frame.ts'
import { type Handler, assign, contentOf, valueOf } from './handler.ts'
import type { Mode } from './run.ts'
import { dict, entriesOf, isDict, itemsOf, plain } from './values.ts'

/** `{% if %}`. */
export const condition: Handler = ({ parts }, frame, mode) => {
  const chosen = parts.find((part) => holds(part, frame, mode))
  if (chosen !== undefined) frame.walk.nodes(chosen.body, frame)
}

/** What GitBook.com cannot answer it takes for false: text for some readers is not shown to all. */
function holds({ head, tag }: Part, frame: Frame, mode: Mode): boolean {
  const { run, document } = frame
  try {
    return head.value === undefined || isTrue(head.value, frame, mode)
  } catch (error) {
    const isAnswered = error instanceof Failure && !(error instanceof Overrun)
    if (!isAnswered || (run.request.dialect ?? 'nunjucks') === 'nunjucks') throw error
    run.fail(document, tag, error, 'condition')
    return false
  }
}

/** `{% switch %}`. */
export const choice: Handler = ({ parts: [open, ...cases] }, frame, mode) => {
  const value = plain(valueOf(open, frame, mode))
  const isChosen = ({ head }: Part): boolean =>
    head.value === undefined || plain(evaluate(head.value, frame, mode)) === value
  const first = cases.findIndex(isChosen)
  // A case without content means the same as the one below it.
  const chosen = first < 0 ? undefined : cases.slice(first).find(({ body }) => body.length > 0)
  if (chosen !== undefined) frame.walk.nodes(chosen.body, frame)
}

/** `{% set %}`. */
export const set: Handler = ({ parts: [part], end }, frame, mode) => {
  const value = end === undefined ? valueOf(part, frame, mode) : contentOf(part, frame)
  for (const name of part.head.names ?? []) assign(name, value, frame)
}

/** `{% for %}`. */
export const loop: Handler = ({ parts: [part, otherwise] }, frame, mode) => {
  const { run, walk } = frame
  const names = part.head.names ?? []
  const items = looped(plain(valueOf(part, frame, mode)), names, frame)
  if (items.length === 0) return walk.nodes(otherwise?.body ?? [], frame)
  // Behind the loop they are names without a value.
  for (const name of names) run.names.add(name)
  for (const [index, item] of items.entries()) {
    run.at(frame.document, part.tag)
    const variables = new Map<string, unknown>([['loop', loopState(index, items.length)]])
    for (const [at, name] of names.entries())
      variables.set(name, names.length === 1 ? item : partOf(item, at))
    walk.nodes(part.body, { ...frame, scope: { variables, parent: frame.scope }, isTop: false })
  }
}

/** What a loop goes over: items of a list, characters, or with two names the members of an object. */
function looped(list: unknown, names: readonly string[], { run }: Frame): readonly unknown[] {
  if (names.length > 1 && isDict(list)) return entriesOf(list, run.budget)
  return itemsOf(list, run.budget) ?? []
}

function partOf(item: unknown, at: number): unknown {
  if (!Array.isArray(item)) throw new Failure({ case: 'no-list' })
  return item[at]
}

function loopState(index: number, length: number): object {
  return dict([
    ['index', index + 1],
    ['index0', index],
    ['revindex', length - index],
    ['revindex0', length - index - 1],
    ['first', index === 0],
    ['last', index === length - 1],
    ['length', length],
  ])
}
