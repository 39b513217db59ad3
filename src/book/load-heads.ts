// What stands in the head of pages besides what handbook puts there, for each space.
import type { Config, Space } from '../core/book.ts'
import { append } from '../core/list.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { problem } from '../messages/problem.ts'
import { headElements } from './config-head.ts'
import type { LoadContext } from './load-space.ts'
import type { Top } from './plan.ts'

interface Heads {
  readonly config: Config
  readonly spaces: readonly Space[]
}

/** The spaces with the heads of their pages. What runs in browsers is left out where no program of the book is run. */
export function withHeads(
  context: LoadContext,
  { written, config }: Top,
  spaces: readonly Space[],
): Heads {
  const all = [config, ...spaces.map((space) => space.config)]
  if (all.every((one) => one.headAsWritten === undefined && one.scripts.length === 0))
    return { config, spaces }
  const { files, runsCode, bookRoot, diagnostics } = context
  if (!runsCode) {
    const key = all.some(({ scripts }) => scripts.length > 0) ? 'scripts' : 'head'
    diagnostics.push(problem('config/not-run', written.locate([key], 'key'), { case: 'scripts' }))
    return without({ config, spaces })
  }
  const found: Diagnostic[] = []
  const completed = (one: Config, root: string): Config => {
    const where = { folders: [root, bookRoot, ''], locate: written.locate }
    const head = headElements(files, one.headAsWritten, where)
    append(found, head.diagnostics)
    return { ...one, head: head.value }
  }
  const heads = {
    config: completed(config, bookRoot),
    spaces: spaces.map((space) => ({ ...space, config: completed(space.config, space.root) })),
  }
  // What the book says for all of its languages is wrong once.
  append(diagnostics, [...new Map(found.map((one) => [JSON.stringify(one), one])).values()])
  return heads
}

function without({ config, spaces }: Heads): Heads {
  const nothing = { scripts: [], head: [] }
  return {
    config: { ...config, ...nothing },
    spaces: spaces.map((space) => ({ ...space, config: { ...space.config, ...nothing } })),
  }
}
