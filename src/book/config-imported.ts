// What other files of a book say that handbook's own configuration may leave out: `.gitbook.yaml` of GitBook.com, and the
// list of redirects that a plugin read.
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import { type Json, type JsonObject, isJsonObject, objectOf } from '../core/json.ts'
import { type BookPath, type FolderPrefix, bookPath } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { readYaml } from '../files/yaml.ts'
import { problem } from '../messages/problem.ts'
import type { Locate } from './config-check.ts'
import { invalidYaml } from './config-problems.ts'
import { parseJson } from './json-lenient.ts'
import { parsePlugins } from './plugins.ts'

/** The name of GitBook.com's configuration. */
export const GITBOOK_YAML = '.gitbook.yaml'

const KEYS = ['root', 'structure', 'redirects']

/** What a file says, and where it says it. */
export interface Imported {
  readonly value: JsonObject
  readonly locate: Locate
}

/** Places in the first of these that has a value of that name; in the last when none has. */
export function locateIn(layers: readonly Imported[]): Locate {
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

/** What `.gitbook.yaml` of a folder says, in our words. */
export function readGitbookYaml(files: Files, folder: FolderPrefix): Outcome<Imported> {
  const file = (folder + GITBOOK_YAML) as BookPath
  const text = files.text(file)?.text ?? ''
  const { value, diagnostics } = parseGitbookYaml(file, text)
  return { value: { value, locate: (path) => placeInYaml(file, text, path) }, diagnostics }
}

/** The line of a key of the file, or of a key in the block below one. */
function placeInYaml(file: BookPath, text: string, [key = '', inner]: readonly string[]): Place {
  const lines = text.split(/\r?\n/)
  const top = lines.findIndex((line) => !/^\s/.test(line) && isKey(line, key))
  if (top < 0) return { file }
  const end = lines.findIndex((line, index) => index > top && /^[^\s#]/.test(line))
  const below = (line: string, index: number): boolean =>
    index > top && (end < 0 || index < end) && isKey(line, inner ?? '')
  const at = inner === undefined ? top : lines.findIndex(below)
  const row = lines[at < 0 ? top : at] ?? ''
  const line = (at < 0 ? top : at) + 1
  const column = row.length - row.trimStart().length + 1
  return { file, start: { line, column }, end: { line, column: row.trimEnd().length + 1 } }
}

function isKey(line: string, name: string): boolean {
  return ['', '"', "'"].some((quote) => line.trimStart().startsWith(`${quote}${name}${quote}:`))
}

function parseGitbookYaml(file: BookPath, text: string): Outcome<JsonObject> {
  if (text === '') return { value: {}, diagnostics: [] }
  const read = readYaml(text)
  if ('reason' in read) {
    const start = { line: Math.max(1, read.line - 1), column: read.column }
    return { value: {}, diagnostics: [invalidYaml({ file, start }, read.reason)] }
  }
  if (!isJsonObject(read.value)) return { value: {}, diagnostics: [] }
  const known = Object.entries(read.value).filter(
    ([key, value]) => KEYS.includes(key) && value !== null,
  )
  return { value: Object.fromEntries(known), diagnostics: [] }
}

/** The redirects that `bulk-redirect` was told to make; undefined when it was told nothing. */
export function readBulkRedirects(
  files: Files,
  config: JsonObject,
  locate: Locate,
): Outcome<Imported> {
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
function redirectsIn(files: Files, name: string): Imported | undefined {
  const file = bookPath(name.replace(/^(?:\.?\/)+/, ''))
  const source = file && files.text(file)
  const parsed = file && source && parseJson(file, source.text).value
  const redirects = parsed && isJsonObject(parsed.value) ? parsed.value['redirects'] : undefined
  if (!parsed || !Array.isArray(redirects)) return undefined
  return { value: { redirects }, locate: (path, what) => parsed.locate(path, what) }
}
