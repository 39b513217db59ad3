// The settings of a book: its own, then what its plugins say, then the defaults.
import { type Json, type JsonObject, isJsonObject, objectOf } from '../core/json.ts'
import type { BookPath } from '../core/path.ts'
import { completed } from '../core/setting.ts'
import { SETTINGS, type Settings } from '../core/settings.ts'
import { type Teller, translatePlugins } from '../plugins/translate.ts'
import { checkConfig } from './config-check.ts'
import { parsePlugins } from './plugins.ts'

/** What a book says in all, in settings of handbook. */
export interface Resolved {
  readonly settings: Settings
  /** Which plugin said a setting that the book does not say itself. */
  readonly tellers: readonly Teller[]
  /** What plugins say, said by the book itself or not. */
  readonly told: JsonObject
}

/** Settings of the book, then what its plugins say, then the defaults. `language` counts when the author named none. */
export function resolveSettings(checked: JsonObject, language?: string): Resolved {
  const own = typeof checked['language'] === 'string' ? checked['language'] : language
  const translated = translatePlugins({
    ...parsePlugins(checked['plugins']),
    pluginsConfig: objectOf(checked['pluginsConfig']),
    language: own,
  })
  const told = checkConfig(translated.settings, () => ({ file: 'book.json' as BookPath })).value
  return {
    settings: completed(SETTINGS, mergeSettings(told, checked)),
    tellers: translated.tellers.filter(({ key }) => !isSaid(key.split('.'), checked, told)),
    told,
  }
}

/** Objects are merged member by member; `true` leaves on what is told in detail. */
function mergeSettings(below: JsonObject, above: JsonObject): JsonObject {
  const merged = new Map<string, Json>(Object.entries(below))
  for (const [key, value] of Object.entries(above)) {
    const old = merged.get(key)
    if (!isJsonObject(old)) merged.set(key, value)
    else if (isJsonObject(value)) merged.set(key, mergeSettings(old, value))
    else if (value !== true) merged.set(key, value)
  }
  return Object.fromEntries(merged)
}

/** The book says it itself, or something in the place of what it is part of. */
function isSaid(
  [name, ...rest]: readonly string[],
  value: Json | undefined,
  told: Json | undefined,
): boolean {
  if (value === undefined) return false
  if (value === true && isJsonObject(told)) return false
  return (
    name === undefined || !isJsonObject(value) || isSaid(rest, value[name], objectOf(told)[name])
  )
}
