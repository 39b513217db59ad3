// What other files of a book say that handbook's own configuration may leave out: `.gitbook.yaml` of GitBook.com, and the
// list of redirects that a plugin read.
import { INVISIBLE } from '../core/text.ts'
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import { type Json, type JsonObject, isJsonObject, objectOf } from '../core/json.ts'
import { type BookPath, type FolderPrefix, bookPath, pathOfSetting } from '../core/path.ts'
import { placeOf } from '../core/position.ts'
import type { Files } from '../files/files.ts'
import { readLooseYaml } from '../files/loose-yaml.ts'
import type { Range } from '../files/yaml.ts'
import { problem } from '../messages/problem.ts'
import type { Locate } from './config-check.ts'
import { parseJson } from './json-lenient.ts'
import { parsePlugins } from './plugins.ts'

/** The name of GitBook.com's configuration. */
export const GITBOOK_YAML = '.gitbook.yaml'

const KEYS = ['root', 'structure', 'redirects']

/** What a file says, and where it says it. */
export interface ImportedConfig {
  readonly value: JsonObject
  readonly locate: Locate
}

/** Places in the first of these that has a value of that name; in the last when none has. */
export function locateIn(layers: readonly ImportedConfig[]): Locate {
  const has = (value: Json | undefined, [name, ...rest]: readonly string[]): boolean => {
    if (name === undefined) return value !== undefined
    const inner = value as { readonly [name: string]: Json } | null | undefined
    return typeof inner === 'object' && inner !== null && has(inner[name], rest)
  }
  return (path, what) => {
    const layer = layers.find(({ value }) => has(value, path)) ?? layers.at(-1)
    return layer?.locate(path, what) ?? { file: GITBOOK_YAML as BookPath }
  }
}

/** The example that GitBook.com publishes has signs without a width in it, which many a file has kept. */
function withoutInvisible(text: string): {
  readonly visible: string
  readonly offsetOf: (offset: number) => number
} {
  const gone = [...text.matchAll(INVISIBLE)].map(({ index }, at) => index - at)
  return {
    visible: text.replaceAll(INVISIBLE, ''),
    offsetOf: (offset) => offset + gone.filter((at) => at <= offset).length,
  }
}

/** What `.gitbook.yaml` of a folder says, in our words. */
export function readGitbookYaml(files: Files, folder: FolderPrefix): Outcome<ImportedConfig> {
  const file = (folder + GITBOOK_YAML) as BookPath
  const text = files.text(file)?.text ?? ''
  const { visible, offsetOf } = withoutInvisible(text)
  const place = ([from, to]: Range): Place => placeOf(file, text, offsetOf(from), offsetOf(to))
  const read = readLooseYaml(visible)
  const known = Object.entries(objectOf(read.value)).filter(
    ([key, value]) =>
      KEYS.includes(key) &&
      value !== null &&
      // What is broken has been told: its words are no value of a wrong type.
      (read.problem === undefined || (typeof value === 'string') === (key === 'root')),
  )
  const locate: Locate = (path) => {
    const range = read.locate(path.map(String))
    return range === undefined ? { file } : place(range)
  }
  const broken = read.problem
  const diagnostics =
    broken === undefined
      ? []
      : [problem('config/invalid-yaml', place(broken.at), { reason: broken.reason })]
  return { value: { value: Object.fromEntries(known), locate }, diagnostics }
}

/** The redirects that `bulk-redirect` was told to make; undefined when it was told nothing. */
export function readBulkRedirects(
  files: Files,
  config: JsonObject,
  locate: Locate,
): Outcome<ImportedConfig> {
  const nothing = { value: { value: {}, locate }, diagnostics: [] }
  const listed = parsePlugins(config['plugins']).enabled.some(
    ({ name }) => name === 'bulk-redirect',
  )
  const all = objectOf(config['pluginsConfig'])
  const settings = all['bulk-redirect']
  const name = isJsonObject(settings) ? settings['redirectsFile'] : undefined
  if (!listed || typeof name !== 'string') return nothing
  const found = redirectsIn(files, name)
  if (found !== undefined) return { value: found, diagnostics: [] }
  const at = locate(['pluginsConfig', 'bulk-redirect', 'redirectsFile'], 'value')
  const diagnostics: readonly Diagnostic[] = [
    problem('plugins/redirects-unreadable', at, { file: name }),
  ]
  return { ...nothing, diagnostics }
}

/** The list of redirects of a JSON file; undefined when it has none. */
function redirectsIn(files: Files, name: string): ImportedConfig | undefined {
  const file = bookPath(pathOfSetting(name))
  const source = file && files.text(file)
  const parsed = file && source && parseJson(file, source.text).value
  const redirects = parsed && isJsonObject(parsed.value) ? parsed.value['redirects'] : undefined
  if (!parsed || !Array.isArray(redirects)) return undefined
  return { value: { redirects }, locate: (path, what) => parsed.locate(path, what) }
}
