// What one page may cost that a layout of a book renders. A layout repeats and calls itself as its author wants; here
// it is counted, so that one which never ends is left.

import type { Limits } from '../core/trust.ts'

/** What layouts may cost. */
export type LayoutLimits = Pick<Limits, 'layoutSteps' | 'layoutCharacters'>

/** Partials in each other. */
const DEEPEST = 100

/** A layout did more than a layout may. */
export class LayoutRunsOn extends Error {}

/** What Handlebars hands to a helper or a decorator with a body. */
interface Body {
  readonly fn: (...args: readonly unknown[]) => unknown
}

type Helper = (...args: readonly unknown[]) => unknown

/** The part of Handlebars that loops are made of. */
export interface LoopEngine {
  readonly helpers: { readonly [name: string]: unknown }
  readonly decorators: { readonly [name: string]: unknown }
  registerHelper(name: string, helper: (list: unknown, options: Body) => unknown): void
  registerDecorator(name: string, decorator: Helper): void
}

/** Counts what the parts of layouts do, from one page to the next. */
export interface WorkCounter {
  /** A part that is counted: the body of a loop, or a partial. */
  readonly bound: <Args extends readonly unknown[], Printed>(
    render: (...args: Args) => Printed,
  ) => (...args: Args) => Printed
  /** Begins a page. */
  readonly begin: () => void
}

/** Counts the loops of an engine, and the partials that its templates define inside themselves. */
export function limitLoops(engine: LoopEngine, most: LayoutLimits): WorkCounter {
  const limits = createLimits(most)
  const each = engine.helpers['each'] as Helper
  engine.registerHelper('each', function (this: unknown, list: unknown, options: Body) {
    return each.call(this, list, { ...options, fn: limits.bound(options.fn) })
  })
  const inline = engine.decorators['inline'] as Helper
  engine.registerDecorator('inline', (...args) => {
    const options = args.at(-1) as Body
    return inline(...args.slice(0, -1), { ...options, fn: limits.bound(options.fn) })
  })
  return limits
}

/** Nothing counted yet. */
function createLimits({ layoutSteps, layoutCharacters }: LayoutLimits): WorkCounter {
  let depth = 0
  let steps = 0
  let characters = 0
  return {
    // Handlebars keeps notes on its functions.
    bound: (render) => Object.assign(count(render), render),
    begin() {
      depth = 0
      steps = 0
      characters = 0
    },
  }

  function count<Args extends readonly unknown[], Printed>(
    render: (...args: Args) => Printed,
  ): (...args: Args) => Printed {
    return (...args) => {
      depth += 1
      steps += 1
      if (depth > DEEPEST || steps > layoutSteps) throw new LayoutRunsOn()
      const printed = render(...args)
      depth -= 1
      characters += typeof printed === 'string' ? printed.length : 0
      if (characters > layoutCharacters) throw new LayoutRunsOn()
      return printed
    }
  }
}
