// Where values stand that are judged when the whole site is known.
import type { Config } from '../core/book.ts'
import type { Place } from '../core/diagnostic.ts'
import { type Json, type JsonObject, isJsonObject, objectOf } from '../core/json.ts'
import { serviceOptions } from '../plugins/service-options.ts'
import type { Locate } from './config-check.ts'
import { parsePlugins } from './plugins.ts'

/** Values that only a whole site can judge. */
const JUDGED_LATE: readonly (readonly string[])[] = [
  ['siteUrl'],
  ['pluginsConfig', 'sitemap', 'hostname'],
  ['pluginsConfig', 'sitemap-general', 'prefix'],
  ['feed'],
  ['share'],
  ['brand'],
  ['brand', 'light'],
  ['brand', 'dark'],
  ['logo'],
  ['favicon'],
  ['touchIcon'],
  ['downloads'],
  ['pictureSize'],
  ['styles', 'website'],
  ['analytics', 'google'],
  ['analytics', 'baidu'],
  ['comments', 'disqus'],
  ...serviceOptions(),
]

/** The places of those that a configuration has. */
export function placesOf(own: JsonObject, locate: Locate): Config['places'] {
  const links = Object.keys(objectOf(objectOf(own['links'])['sidebar']))
  const paths = [...JUDGED_LATE, ...links.map((label) => ['links', 'sidebar', label])]
  return Object.fromEntries(
    paths
      .filter((path) => valueAt(own, path) !== undefined)
      .map((path) => [path.join('.'), locate(path, 'value')]),
  )
}

/** Where a plugin is listed: its entry, in whatever form the list has. */
export function pluginPlace(plugins: Json | undefined, name: string, locate: Locate): Place {
  const items = Array.isArray(plugins) ? (plugins as readonly Json[]) : []
  const index = items.findIndex((item) => parsePlugins([item]).enabled[0]?.name === name)
  if (index >= 0) return locate(['plugins', String(index)], 'value')
  return locate(isJsonObject(plugins) ? ['plugins', name] : ['plugins'], 'key')
}

function valueAt(value: Json, [name, ...rest]: readonly string[]): Json | undefined {
  if (name === undefined) return value
  const member = Object.hasOwn(objectOf(value), name) ? objectOf(value)[name] : undefined
  return member === undefined ? undefined : valueAt(member, rest)
}
