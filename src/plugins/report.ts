import type { Config } from '../core/book.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { isJsonObject, objectOf, textOf } from '../core/json.ts'
import { problem } from '../messages/problem.ts'
import { closest } from '../core/suggest.ts'
import { WHOLE } from './option-fact.ts'
import { isServiceId } from './service-options.ts'
import { knownPlugins, pluginFact } from './table.ts'

/** The part of a configuration that speaks of plugins. */
type Plugins = Pick<Config, 'plugins' | 'pluginsConfig'>

const MISSING: readonly string[] = ['unknown', 'unsupported']

/** What the author should know about the plugins of a book: one warning, and one remark. */
export function reportPlugins(
  config: Plugins,
  locate: (path: readonly string[], what: 'key' | 'value') => Place,
): readonly Diagnostic[] {
  const names = config.plugins.map(({ name }) => name)
  const missing = names.filter(
    (name) => MISSING.includes(pluginFact(name).treatment) || isIdle(config, name),
  )
  const meant = missing.flatMap((name) => meantBy(name) ?? [])
  const unused = names.flatMap((name) => unusedBy(config, name))
  return [
    ...(missing.length === 0
      ? []
      : [problem('plugins/unsupported', locate(['plugins'], 'key'), { names: missing, meant })]),
    ...(unused.length === 0
      ? []
      : [problem('plugins/unused-options', locate(['pluginsConfig'], 'key'), { options: unused })]),
  ]
}

/** Without the id of the book there, a service does nothing. */
function isIdle({ pluginsConfig }: Plugins, name: string): boolean {
  const services = Object.entries(pluginFact(name).options).filter(([, fact]) => isServiceId(fact))
  const settings = objectOf(pluginsConfig[name])
  return services.length > 0 && services.every(([option]) => textOf(settings[option]) === undefined)
}

/** A plugin that handbook knows, under almost the same name. */
function meantBy(name: string): string | undefined {
  if (name.length < 5) return undefined
  const known = knownPlugins().filter((one) => !MISSING.includes(pluginFact(one).treatment))
  const near = closest(name, known)
  return near === name ? undefined : near
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
