import type { Config } from '../core/book.ts'
import type { Diagnostic, Place } from '../core/diagnostic.ts'
import { isJsonObject, objectOf, textOf } from '../core/json.ts'
import { problem } from '../messages/problem.ts'
import { closest } from '../core/suggest.ts'
import { WHOLE } from './option-fact.ts'
import { isServiceId } from './service-options.ts'
import { knownPlugins, pluginFact } from './table.ts'
import { unlistedSettings } from './translate.ts'

/** The part of a configuration that speaks of plugins. */
type Plugins = Pick<Config, 'plugins' | 'pluginsConfig' | 'disabledPlugins'>

const MISSING: readonly string[] = ['unknown', 'unsupported']

/** Finds the place of a key or a value of the configuration. */
type Locate = (path: readonly string[], what: 'key' | 'value') => Place

/** What the author should know about the plugins of a book: a warning an entry that is missing, a remark one with options. */
export function reportPlugins(
  config: Plugins,
  locate: Locate,
  entryAt: (name: string) => Place,
): readonly Diagnostic[] {
  const names = config.plugins.map(({ name }) => name)
  const unlisted = unlistedSettings(config.disabledPlugins).filter((name) => !names.includes(name))
  return [
    ...names.flatMap((name) => [
      ...missing(config, name, entryAt),
      ...ofOptions(config, name, locate),
    ]),
    ...unlisted.flatMap((name) => ofOptions(config, name, locate)),
  ]
}

/** What nobody reads: a warning for each option that is nearly one that is read, and a remark for the others. */
function ofOptions(config: Plugins, name: string, locate: Locate): readonly Diagnostic[] {
  const { options: all } = pluginFact(name)
  const known = Object.keys(all).filter((option) => 'becomes' in (all[option] ?? {}))
  const unused = unusedBy(config, name).map((option) => ({
    option,
    near: Object.hasOwn(all, option) ? undefined : closest(option, known),
  }))
  const options = unused.filter(({ near }) => near === undefined).map(({ option }) => option)
  const at = settingsAt(name, locate)
  return [
    ...unused.flatMap(({ option, near }) =>
      near === undefined ? [] : [misspelled({ name, option, near }, at, locate)],
    ),
    ...(options.length === 0
      ? []
      : [
          problem('plugins/unused-options', at, {
            options: options.map((one) => `${name}.${one}`),
          }),
        ]),
  ]
}

interface Misspelled {
  readonly name: string
  readonly option: string
  readonly near: string
}

function misspelled({ name, option, near }: Misspelled, at: Place, locate: Locate): Diagnostic {
  const own = locate(['pluginsConfig', name, option], 'key')
  const told = { option: `${name}.${option}`, near: `${name}.${near}` }
  return problem('plugins/unknown-option', own.start === undefined ? at : own, told)
}

function missing(
  config: Plugins,
  name: string,
  entryAt: (name: string) => Place,
): readonly Diagnostic[] {
  const { treatment, reason } = pluginFact(name)
  if (!MISSING.includes(treatment) && !isIdle(config, name)) return []
  const told = { name, why: reason, meant: meantBy(name) }
  return [problem('plugins/unsupported', entryAt(name), told)]
}

/** Where the settings of a plugin stand; some stand in a wrong place, and are read all the same. */
function settingsAt(name: string, locate: Locate): Place {
  const places = [['pluginsConfig', name], ['pluginsConfig', 'pluginsConfig', name], [name]]
  const found = places.map((path) => locate(path, 'key'))
  return found.find(({ start }) => start !== undefined) ?? locate(['pluginsConfig'], 'key')
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
  return Object.keys(settings).filter((option) => {
    const fact = Object.hasOwn(options, option) ? options[option] : undefined
    return fact === undefined || ('why' in fact && fact.why !== 'always')
  })
}
