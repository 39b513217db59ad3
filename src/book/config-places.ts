// Where values stand that are judged when the whole site is known.
import type { Config } from '../core/book.ts'
import { type Json, type JsonObject, objectOf } from '../core/json.ts'
import { serviceOptions } from '../plugins/service-options.ts'
import type { Locate } from './config-check.ts'

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

function valueAt(value: Json, [name, ...rest]: readonly string[]): Json | undefined {
  if (name === undefined) return value
  const member = Object.hasOwn(objectOf(value), name) ? objectOf(value)[name] : undefined
  return member === undefined ? undefined : valueAt(member, rest)
}
