// What other files of a book say that handbook's own configuration may leave out: `.gitbook.yaml` of GitBook.com, and the
// list of redirects that a plugin read.
import type { Diagnostic, Outcome } from '../core/diagnostic.ts'
import { type Json, type JsonObject, isJsonObject } from '../core/json.ts'
import { type BookPath, type FolderPrefix, bookPath } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { readYaml } from '../files/yaml.ts'
import { redirectsUnreadable } from '../plugins/problems.ts'
import type { Locate } from './config-check.ts'
import { invalidYaml } from './config-problems.ts'
import { parseJson } from './json-lenient.ts'
import { parsePlugins } from './plugins.ts'

/** The name of GitBook.com's configuration. */
export const GITBOOK_YAML = '.gitbook.yaml'

const KEYS = ['root', 'structure', 'redirects']

/** What `.gitbook.yaml` of a folder says, in our words. */
export function readGitbookYaml(files: Files, folder: FolderPrefix): Outcome<JsonObject> {
  const file = (folder + GITBOOK_YAML) as BookPath
  const text = files.text(file)?.text
  if (text === undefined) return { value: {}, diagnostics: [] }
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
): Outcome<Json | undefined> {
  const listed = parsePlugins(config['plugins']).enabled.some(({ name }) => name === 'bulk-redirect')
  const all = isJsonObject(config['pluginsConfig']) ? config['pluginsConfig'] : {}
  const settings = all['bulk-redirect']
  const name = isJsonObject(settings) ? settings['redirectsFile'] : undefined
  if (!listed || typeof name !== 'string') return { value: undefined, diagnostics: [] }
  const file = bookPath(name.replace(/^(?:\.?\/)+/, ''))
  const source = file && files.text(file)
  const parsed = file && source && parseJson(file, source.text)
  const value = parsed?.value?.value
  const redirects = isJsonObject(value) ? value['redirects'] : undefined
  if (Array.isArray(redirects)) return { value: redirects, diagnostics: [] }
  const at = locate(['pluginsConfig', 'bulk-redirect', 'redirectsFile'], 'value')
  const diagnostics: readonly Diagnostic[] = [redirectsUnreadable(at, name)]
  return { value: undefined, diagnostics }
}
