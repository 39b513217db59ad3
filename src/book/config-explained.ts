// The settings of a book one by one, with where each comes from, and what becomes of its plugins.
import type { Place } from '../core/diagnostic.ts'
import { type Json, type JsonObject, isJsonObject, objectOf } from '../core/json.ts'
import { type Setting, type SettingTable, tableIn } from '../core/setting.ts'
import { SETTINGS } from '../core/settings.ts'
import { type OptionReason, WHOLE } from '../plugins/option-fact.ts'
import { type PluginReason, type Treatment, pluginFact } from '../plugins/table.ts'
import type { Teller } from '../plugins/translate.ts'
import { resolveSettings } from './config-resolve.ts'
import type { WrittenConfig } from './config.ts'
import { parsePlugins } from './plugins.ts'

/** A setting, and where its value comes from. */
export interface ExplainedSetting {
  /** Its dotted name. */
  readonly key: string
  readonly value: Json
  /** The author, a plugin of the book, its files, or nobody. */
  readonly from: 'written' | 'plugin' | 'found' | 'default'
  readonly at?: Place
  /** With a dash in front when it is turned off. */
  readonly plugin?: string
  readonly option?: string
}

/** An option that a book sets. */
export interface ExplainedOption {
  readonly option: string
  /** The setting that it becomes. */
  readonly becomes?: string
  /** Why it is not read. */
  readonly reason?: OptionReason | 'unknown'
}

/** An entry of `plugins`. */
export interface ExplainedPlugin {
  readonly name: string
  readonly treatment: Treatment | 'off'
  readonly reason?: PluginReason
  readonly options: readonly ExplainedOption[]
}

/** Told in a list of their own. */
const APART: ReadonlySet<string> = new Set(['plugins', 'pluginsConfig'])

/** Every setting that has a value. `found` are those that files of the book say and its configuration does not. */
export function explainSettings(
  written: WrittenConfig,
  found: JsonObject = {},
): readonly ExplainedSetting[] {
  const language = found['language']
  const { settings, tellers } = resolveSettings(
    written.checked,
    typeof language === 'string' ? language : undefined,
  )
  const values: JsonObject = { ...(settings as unknown as JsonObject), ...found }
  return leavesOf(SETTINGS, values, [])
    .filter(({ path: [top = ''] }) => !APART.has(top))
    .map(({ path, value }) => explain(path, value, { written, tellers, found }))
}

function explain(
  path: readonly string[],
  value: Json,
  {
    written: { checked, raw, locate },
    tellers,
    found,
  }: {
    readonly written: WrittenConfig
    readonly tellers: readonly Teller[]
    readonly found: JsonObject
  },
): ExplainedSetting {
  const key = path.join('.')
  const said = saidAt(checked, path)
  if (said !== undefined) return { key, value, from: 'written', at: locate(said, 'value') }
  const teller = tellers.find((one) => one.key === key || key.startsWith(`${one.key}.`))
  if (teller !== undefined) {
    const { plugin, option } = teller
    const at = locate(spotOf(teller, raw), 'value')
    return { key, value, from: 'plugin', at, plugin, ...(option === undefined ? {} : { option }) }
  }
  return { key, value, from: Object.hasOwn(found, key) ? 'found' : 'default' }
}

/** Where the option stands; settings of plugins may stand at the top, where they do not belong. */
function spotOf({ plugin, option }: Teller, raw: JsonObject): readonly string[] {
  if (option === undefined) return ['plugins']
  const isInPlace = Object.hasOwn(objectOf(raw['pluginsConfig']), plugin)
  return [...(isInPlace ? ['pluginsConfig'] : []), plugin, option]
}

/** The path of what the author wrote for a setting: its own, or that of a value in the place of its group. */
function saidAt(value: Json | undefined, path: readonly string[]): readonly string[] | undefined {
  let held = value
  for (const [depth, name] of path.entries()) {
    if (!isJsonObject(held)) return depth === 0 || held === true ? undefined : path.slice(0, depth)
    held = Object.hasOwn(held, name) ? held[name] : undefined
    if (held === undefined || held === null) return undefined
  }
  return path
}

interface Leaf {
  readonly path: readonly string[]
  readonly value: Json
}

/** Values in the order of the table; what is in a group stands for itself. */
function leavesOf(
  table: SettingTable,
  values: JsonObject,
  above: readonly string[],
): readonly Leaf[] {
  return Object.entries(table).flatMap(([name, setting]: [string, Setting]): readonly Leaf[] => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) return []
    const path = [...above, name]
    const inner = tableIn(setting)
    if (inner === undefined || !isJsonObject(value)) return [{ path, value }]
    return leavesOf(inner, value, path)
  })
}

/** What becomes of every entry of `plugins`, and of the options that the book sets. */
export function explainPlugins({ checked }: WrittenConfig): readonly ExplainedPlugin[] {
  const { enabled, disabled } = parsePlugins(checked['plugins'])
  const settings = objectOf(checked['pluginsConfig'])
  const listed = enabled.map(({ name }): ExplainedPlugin => {
    const { treatment, reason } = pluginFact(name)
    const options = optionsOf(name, objectOf(settings[name]))
    return { name, treatment, ...(reason && { reason }), options }
  })
  const off = disabled.map((name): ExplainedPlugin => ({ name, treatment: 'off', options: [] }))
  return [...listed, ...off]
}

function optionsOf(name: string, written: JsonObject): readonly ExplainedOption[] {
  const { treatment, options } = pluginFact(name)
  if (treatment === 'unknown' || treatment === 'unsupported' || treatment === 'ignored') return []
  return Object.keys(written).map((option): ExplainedOption => {
    const known = Object.hasOwn(options, option) ? options[option] : options[WHOLE]
    if (known === undefined) return { option, reason: 'unknown' }
    return 'why' in known ? { option, reason: known.why } : { option, becomes: known.becomes }
  })
}
