// What stands in the head of pages besides what handbook puts there, for each space.
import type { Config, Space } from '../core/book.ts'
import { append } from '../core/list.ts'
import type { Diagnostic, Outcome } from '../core/diagnostic.ts'
import type { BookPath } from '../core/path.ts'
import { isAddress } from '../core/reference.ts'
import { problem } from '../messages/problem.ts'
import { findFile, headElements } from './config-head.ts'
import type { LoadContext } from './load-context.ts'
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
  if (all.every((one) => !addsToHead(one))) return { config, spaces }
  const { files, runsCode, bookRoot, diagnostics } = context
  if (!runsCode) {
    const keys = ['scripts', 'head', 'diagrams', 'analytics', 'comments']
    const key = keys.find((name) => name in written.checked) ?? 'scripts'
    diagnostics.push(problem('config/not-run', written.locate([key], 'key'), { case: 'scripts' }))
    return without({ config, spaces })
  }
  const found: Diagnostic[] = []
  const completed = (one: Config, root: string): Config => {
    const where = { folders: [root, bookRoot, ''], locate: written.locate }
    const head = headElements(files, one.headAsWritten, where)
    append(found, head.diagnostics)
    const drawn = foundScript(one, (name) => findFile(files, name, where.folders))
    append(found, drawn.diagnostics)
    return { ...drawn.value, head: head.value }
  }
  const heads = {
    config: completed(config, bookRoot),
    spaces: spaces.map((space) => ({ ...space, config: completed(space.config, space.root) })),
  }
  // What the book says for all of its languages is wrong once.
  append(diagnostics, [...new Map(found.map((one) => [JSON.stringify(one), one])).values()])
  return heads
}

function addsToHead({
  headAsWritten,
  scripts,
  diagramScript,
  analytics,
  comments,
}: Config): boolean {
  if (headAsWritten !== undefined || scripts.length > 0 || diagramScript !== undefined) return true
  return Object.keys({ ...analytics, ...comments }).length > 0
}

/** The configuration with the file of the script that draws diagrams; without the script when there is no such file. */
function foundScript(
  config: Config,
  find: (written: string) => BookPath | undefined,
): Outcome<Config> {
  const { diagramScript: script } = config
  if (script === undefined || isAddress(script.written)) return { value: config, diagnostics: [] }
  const file = find(script.written)
  if (file !== undefined)
    return { value: { ...config, diagramScript: { ...script, file } }, diagnostics: [] }
  const { written, at } = script
  const missing = problem('theme/missing-file', at, { key: 'diagrams', written })
  return { value: withoutScript(config), diagnostics: [missing] }
}

function withoutScript(config: Config): Config {
  const { diagramScript: script, ...rest } = config
  return script === undefined ? config : { ...rest, diagrams: true }
}

const bare = (one: Config): Config => ({
  ...withoutScript(one),
  scripts: [],
  head: [],
  analytics: {},
  comments: {},
})

function without({ config, spaces }: Heads): Heads {
  return {
    config: bare(config),
    spaces: spaces.map((space) => ({ ...space, config: bare(space.config) })),
  }
}
