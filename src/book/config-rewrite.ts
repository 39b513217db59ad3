// book.json with what plugins say as settings, and without those plugins. Everything else of the text stays as it is.
import { type Json, type JsonObject, isJsonObject, objectOf } from '../core/json.ts'
import { SETTINGS } from '../core/settings.ts'
import { IMPORT_LINES, INCLUDE_LINES, pluginFact } from '../plugins/table.ts'
import { unlistedSettings } from '../plugins/translate.ts'
import { resolveSettings } from './config-resolve.ts'
import type { WrittenConfig } from './config.ts'
import { setJsonValue } from './json-lenient.ts'
import { parsePlugins } from './plugins.ts'

/** A configuration written anew. */
export interface Rewritten {
  readonly text: string
  /** The settings that it did not have before, by their dotted names. */
  readonly settings: readonly string[]
}

/** What else the file should say. */
export interface Addition {
  readonly key: string
  readonly value: Json
}

/** The text of a configuration that says by itself what its plugins said. */
export function rewriteConfig(
  text: string,
  written: WrittenConfig,
  additions: readonly Addition[] = [],
): Rewritten {
  const { told, tellers } = resolveSettings(written.checked)
  const taken = [...new Set(tellers.map(({ key }) => key))].flatMap((key): readonly Addition[] => {
    const value = valueAt(told, key.split('.'))
    return value === undefined ? [] : [{ key, value }]
  })
  const added = [...taken, ...additions]
  const more = withSettings(text, written.raw, added)
  return { text: withoutPlugins(more, written.raw), settings: added.map(({ key }) => key) }
}

/** The same, for the file of a language, whose plugins are those of the book: what differs there. */
export function differences(
  top: WrittenConfig,
  own: WrittenConfig,
  language: string | undefined,
): readonly Addition[] {
  const [above, here] = [resolveSettings(top.checked), resolveSettings(own.checked, language)]
  const keys = [...new Set(here.tellers.map(({ key }) => key))]
  return keys.flatMap((key): readonly Addition[] => {
    const path = key.split('.')
    const value = valueAt(here.told, path)
    const same = JSON.stringify(value) === JSON.stringify(valueAt(above.told, path))
    return value === undefined || same ? [] : [{ key, value }]
  })
}

/** Sets values of a text of JSON, and takes the settings of plugins out that are known. */
export function addSettings(text: string, raw: JsonObject, added: readonly Addition[]): string {
  return withoutSettings(withSettings(text, raw, added), raw, isSpent)
}

function withSettings(text: string, raw: JsonObject, added: readonly Addition[]): string {
  const start = { text, raw }
  return added.reduce((before, { key, value }) => {
    const path = key.split('.')
    return {
      text: setAt(before.text, placed(before.raw, path, value)),
      raw: withValue(before.raw, path, value),
    }
  }, start).text
}

/** Nothing of the plugin is needed any more once its settings are the book's own. */
/** What it did is said by settings, or done in every book. */
function isSpent(name: string): boolean {
  if (INCLUDE_LINES.has(name) || IMPORT_LINES.has(name)) return false
  return ['built-in', 'always', 'setting', 'ignored'].includes(pluginFact(name).treatment)
}

interface Setting {
  readonly path: readonly string[]
  readonly value: Json
}

function setAt(text: string, { path, value }: Setting): string {
  return setJsonValue(text, path, value)
}

/** The place and the value to set: a value that is no object is replaced where a member of it should be set. */
function placed(raw: JsonObject, path: readonly string[], value: Json): Setting {
  let held: Json | undefined = raw
  for (const [depth, name] of path.slice(0, -1).entries()) {
    held = objectOf(held)[name]
    if (held === undefined || isJsonObject(held)) continue
    return { path: path.slice(0, depth + 1), value: nested(path.slice(depth + 1), value) }
  }
  return { path, value }
}

function nested(path: readonly string[], value: Json): Json {
  return path.reduceRight<Json>((inner, name) => ({ [name]: inner }), value)
}

function withValue(
  raw: JsonObject,
  [name = '', ...rest]: readonly string[],
  value: Json,
): JsonObject {
  if (rest.length === 0) return { ...raw, [name]: value }
  return { ...raw, [name]: withValue(objectOf(raw[name]), rest, value) }
}

function valueAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (held, name) => (Object.hasOwn(objectOf(held), name) ? objectOf(held)[name] : undefined),
    value,
  )
}

/** The list keeps what handbook knows nothing of, so that nothing of it is lost. */
function withoutPlugins(text: string, raw: JsonObject): string {
  const list = raw['plugins']
  const items = Array.isArray(list) ? (list as readonly Json[]) : []
  const isGone = (item: Json): boolean => {
    const { enabled, disabled } = parsePlugins([item])
    return disabled.length > 0 || enabled.some(({ name }) => isSpent(name))
  }
  const { enabled, disabled } = parsePlugins(list)
  const rest = enabled.filter(({ name }) => !isSpent(name))
  const spent = new Set([...enabled.map(({ name }) => name).filter(isSpent), ...disabled])
  const listed =
    rest.length === 0
      ? setJsonValue(text, ['plugins'], undefined)
      : Array.isArray(list)
        ? items.reduceRight<string>(
            (before, item, at) =>
              isGone(item) ? setJsonValue(before, ['plugins', at], undefined) : before,
            text,
          )
        : setJsonValue(
            text,
            ['plugins'],
            rest.map(({ name, version }) => (version === undefined ? name : `${name}@${version}`)),
          )
  return withoutSettings(
    list === undefined ? text : listed,
    raw,
    (name) => spent.has(name) || (isSpent(name) && !rest.some((one) => one.name === name)),
  )
}

/** Without the settings of some plugins, wherever they stand. */
function withoutSettings(text: string, raw: JsonObject, isGone: (name: string) => boolean): string {
  const settings = objectOf(raw['pluginsConfig'])
  const gone = Object.keys(settings).filter(isGone)
  const { enabled, disabled } = parsePlugins(raw['plugins'])
  const stray = [...enabled.map(({ name }) => name), ...unlistedSettings(disabled)].filter(
    (name) => isGone(name) && isJsonObject(raw[name]) && !isSettingName(name),
  )
  const paths =
    gone.length > 0 && gone.length === Object.keys(settings).length
      ? [['pluginsConfig']]
      : gone.map((name) => ['pluginsConfig', name])
  return [...paths, ...stray.map((name) => [name])].reduce(
    (before, path) => setJsonValue(before, path, undefined),
    text,
  )
}

/** A plugin may be called like a setting, such as `styles`. */
function isSettingName(name: string): boolean {
  return Object.hasOwn(SETTINGS, name)
}
