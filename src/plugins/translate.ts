// The plugins of a book as settings of handbook. What a book says in its own settings comes first; of two plugins the one
// that is listed first.
import type { PluginEntry } from '../core/plugin-entry.ts'
import { type Json, type JsonObject, isJsonObject, objectOf } from '../core/json.ts'
import { leaderOf } from './families.ts'
import { WHOLE } from './option-fact.ts'
import { LISTED } from './listed.ts'
import { pluginFact } from './table.ts'

/** What a book lists, and what it tells those plugins. */
export interface PluginSource {
  readonly enabled: readonly PluginEntry[]
  readonly disabled: readonly string[]
  readonly pluginsConfig: JsonObject
  /** The language of the book, when somebody knows it. */
  readonly language: string | undefined
}

/** Who said what a setting is. */
export interface Teller {
  /** The setting, by its dotted name. */
  readonly key: string
  /** With a dash in front when the plugin is turned off. */
  readonly plugin: string
  /** Absent when listing the plugin says it. */
  readonly option?: string
}

/** Settings, and who said each. */
export interface Translated {
  readonly settings: JsonObject
  readonly tellers: readonly Teller[]
}

/** Says in settings of handbook what a list of plugins says. */
export function translatePlugins(source: PluginSource): Translated {
  const draft = createDraft()
  for (const name of namesOf(source)) {
    for (const { key, value, option } of optionsOf(name, source))
      draft.add(key, value, { plugin: name, ...(option === WHOLE ? {} : { option }) })
    if (!isAsked(name, source.enabled)) continue
    for (const [key, value] of leaves(listedBy(name))) draft.add(key, value, { plugin: name })
  }
  for (const [plugin, key] of turnedOff(source)) draft.add(key, false, { plugin: `-${plugin}` })
  return draft.done()
}

/** What GitBook 2 called the settings of a plugin. */
const OLD_NAMES: { readonly [name: string]: string } = { fontsettings: 'fontSettings' }

const listedBy = (name: string): JsonObject => objectOf(LISTED[name] ?? LISTED[leaderOf(name)])

/** What the options of a plugin become, those included that its package took when nobody said. */
function optionsOf(
  name: string,
  { pluginsConfig, language }: PluginSource,
): readonly { readonly key: string; readonly value: Json; readonly option: string }[] {
  const options = objectOf(
    pluginsConfig[name] ?? pluginsConfig[OLD_NAMES[name] ?? name] ?? pluginsConfig[leaderOf(name)],
  )
  return Object.entries(pluginFact(name).options).flatMap(([option, fact]) => {
    if (!('becomes' in fact) || fact.as === undefined) return []
    const { as, default: usual = null } = fact
    const read = (written: Json): Json | undefined =>
      written === null ? undefined : as(written, { options, all: pluginsConfig, language })
    const value = read(option === WHOLE ? options : (options[option] ?? null)) ?? read(usual)
    return value === undefined ? [] : [{ key: fact.becomes, value, option }]
  })
}

/** What these say stands beside what others said before. */
const BESIDE: readonly string[] = ['icp']

/** Plugins that are there without being listed. */
const DEFAULTS: readonly string[] = ['theme-default', 'fontsettings', 'sharing']

/** The names under which the settings of plugins stand that a book does not list and has all the same. */
export function unlistedSettings(disabled: readonly string[]): readonly string[] {
  const usual = DEFAULTS.filter((name) => !disabled.includes(name))
  return usual.flatMap((name) => [
    name,
    ...(OLD_NAMES[name] === undefined ? [] : [OLD_NAMES[name]]),
  ])
}

function namesOf({ enabled, disabled }: PluginSource): readonly string[] {
  const names = enabled.map(({ name }) => name)
  const beside = names.filter((name) => BESIDE.includes(name))
  const first = names.filter((name) => !BESIDE.includes(name))
  const usual = DEFAULTS.filter((name) => !disabled.includes(name))
  return [...new Set([...first, ...beside, ...usual])]
}

/** Plugins that let every chapter be unfolded; with one of them nothing is kept folded away. */
const UNFOLDING = ['expandable-chapters', 'expandable-chapters-small', 'chapter-fold']

function isAsked(name: string, enabled: readonly PluginEntry[]): boolean {
  const folds = listedBy(name)['folding'] === true
  return !folds || !enabled.some((other) => UNFOLDING.includes(other.name))
}

const HIGHLIGHTERS = /^(?:highlight|prism)(?:-|$)|^books$/

/** Written without spaces between words: GitBook's search found nothing in them, so that turning it off says nothing of ours. */
const UNSEARCHABLE = /^(?:zh|yue|ja|ko|th|lo|km|my)(?:-|$)/i

/** What a dash in front of a name takes away, unless something else is listed in its place. */
function turnedOff({
  enabled,
  disabled,
  language,
}: PluginSource): readonly (readonly [plugin: string, key: string])[] {
  const isOff = (name: string): boolean => disabled.includes(name)
  const highlights = enabled.some(({ name }) => HIGHLIGHTERS.test(name))
  const searches = enabled.some(({ name }) => /search|algolia|lunr/.test(name))
  return [
    ...(isOff('highlight') && !highlights ? [['highlight', 'code.highlight'] as const] : []),
    ...(isOff('fontsettings') ? [['fontsettings', 'reader.settings'] as const] : []),
    ...(isOff('search') && !searches && !UNSEARCHABLE.test(language ?? '')
      ? [['search', 'search'] as const]
      : []),
  ]
}

interface Draft {
  add(key: string, value: Json, by: Omit<Teller, 'key'>): void
  done(): Translated
}

function createDraft(): Draft {
  const settings: { [key: string]: Json } = {}
  const tellers: Teller[] = []
  return {
    add(key, value, by) {
      const path = key.split('.')
      const held = at(settings, path)
      if (held === undefined) put(settings, path, value)
      else if (isJsonObject(held) && isJsonObject(value)) put(settings, path, { ...value, ...held })
      else if (BESIDE.includes(by.plugin) && typeof held === 'string' && typeof value === 'string')
        put(settings, path, `${held} · ${value}`)
      else return
      tellers.push({ key, ...by })
    },
    done: () => ({ settings, tellers }),
  }
}

/** The value at a path. What is only switched on has no members. */
function at(value: Json | undefined, [name, ...rest]: readonly string[]): Json | undefined {
  return name === undefined ? value : at(objectOf(value)[name], rest)
}

function put(
  settings: { [key: string]: Json },
  [name = '', ...rest]: readonly string[],
  value: Json,
): void {
  if (rest.length === 0) {
    settings[name] = value
    return
  }
  const inner = { ...objectOf(settings[name]) }
  put(inner, rest, value)
  settings[name] = inner
}

function leaves(value: JsonObject, above = ''): readonly (readonly [key: string, value: Json])[] {
  return Object.entries(value).flatMap(([name, member]) =>
    isJsonObject(member) && Object.keys(member).length > 0
      ? leaves(member, `${above}${name}.`)
      : [[above + name, member] as const],
  )
}
