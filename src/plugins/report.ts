import type { Config } from '../core/book.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { isJsonObject } from '../core/json.ts'
import { problem } from '../messages/problem.ts'
import { WHOLE } from './options.ts'
import { pluginFact } from './table.ts'

/** The part of a configuration that speaks of plugins. */
type Plugins = Pick<Config, 'plugins' | 'pluginsConfig'>

/** What the author should know about the plugins of a book: one warning, and one remark. */
export function reportPlugins(
  config: Plugins,
  locate: (path: readonly string[], what: 'key' | 'value') => Place,
): readonly Diagnostic[] {
  const names = config.plugins.map(({ name }) => name)
  const missing = names.filter((name) =>
    ['unknown', 'unsupported'].includes(pluginFact(name).treatment),
  )
  const unused = names.flatMap((name) => unusedBy(config, name))
  return [
    ...(missing.length === 0
      ? []
      : [problem('plugins/unsupported', locate(['plugins'], 'key'), { names: missing })]),
    ...(unused.length === 0
      ? []
      : [problem('plugins/unused-options', locate(['pluginsConfig'], 'key'), { options: unused })]),
  ]
}

function unusedBy({ pluginsConfig }: Plugins, name: string): readonly string[] {
  const { treatment, options } = pluginFact(name)
  const settings = pluginsConfig[name]
  if (!['built-in', 'always', 'setting'].includes(treatment) || !isJsonObject(settings)) return []
  if (Object.hasOwn(options, WHOLE)) return []
  return Object.keys(settings)
    .filter((option) => {
      const fact = Object.hasOwn(options, option) ? options[option] : undefined
      return fact === undefined || ('why' in fact && fact.why !== 'always')
    })
    .map((option) => `${name}.${option}`)
}
