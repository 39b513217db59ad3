// Partials that call themselves whatever the values are: no page with one of them would ever end.
import type { Diagnostic } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { problem } from '../messages/problem.ts'
import { type Syntax, nameOf, placeOf } from './layout-syntax.ts'

/** A partial whose tree could be read. */
export interface PartialTree {
  readonly name: string
  readonly file: BookPath
  readonly tree: Syntax
}

/** The first call of each circle, at its place. */
export function circles(partials: readonly PartialTree[]): readonly Diagnostic[] {
  const calls = new Map(partials.map((partial) => [partial.name, callsOf(partial.tree)]))
  return partials.flatMap(({ name, file }) => {
    for (const call of calls.get(name) ?? []) {
      const names = wayBack(calls, [name, nameOf(call['name'])])
      if (names !== undefined) return [problem('layout/circle', placeOf(call, file), { names })]
    }
    return []
  })
}

/** The names on a way from the last of them to the first; undefined when there is none. */
function wayBack(
  calls: ReadonlyMap<string, readonly Syntax[]>,
  [first = '', second = '']: readonly string[],
): readonly string[] | undefined {
  const ways = [[first, second]]
  const seen = new Set<string>()
  for (const way of ways) {
    const last = way.at(-1) ?? ''
    if (last === first) return way
    if (seen.has(last)) continue
    seen.add(last)
    for (const call of calls.get(last) ?? []) ways.push([...way, nameOf(call['name'])])
  }
  return undefined
}

/** Calls of other partials that no block makes depend on a value. */
function callsOf(tree: Syntax): readonly Syntax[] {
  return (tree['body'] as readonly Syntax[]).filter(({ type }) => type === 'PartialStatement')
}
