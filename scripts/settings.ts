// The tables of docs/configuration.md: one between every `<!-- settings: title author … -->` and
// `<!-- end of settings -->`, with an example of each setting below it.
import { type Json, type JsonObject, isJsonObject } from '../src/core/json.ts'
import { type Setting, type SettingTable, type Shape, flatSettings } from '../src/core/setting.ts'
import { SETTINGS } from '../src/core/settings.ts'

const BLOCK = /(<!-- settings: ([\w ]+) -->\n).*?(<!-- end of settings -->)/gs

/** The page with its tables written anew. */
export function withSettings(page: string): string {
  return page.replaceAll(
    BLOCK,
    (_block, start: string, names: string, end: string) =>
      `${start}\n${settingsOf(names.split(' ')).join('\n')}\n\n${end}`,
  )
}

/** The top-level settings that the tables of a page are made of. */
export function settingsNamed(page: string): readonly string[] {
  return [...page.matchAll(BLOCK)].flatMap(([, , names = '']) => names.split(' '))
}

/** Examples of these settings as one configuration. */
export function exampleOf(names: readonly string[]): JsonObject {
  const example: Draft = {}
  for (const { path, setting } of flatSettings(settingsCalled(names)))
    if (setting.example !== undefined) place(example, path.split('.'), setting.example)
  return example
}

interface Draft {
  [key: string]: Draft | Json
}

function place(draft: Draft, [name = '', ...rest]: readonly string[], value: Json): void {
  if (rest.length === 0) draft[name] = value
  else place((draft[name] ??= {}) as Draft, rest, value)
}

function settingsCalled(names: readonly string[]): SettingTable {
  const all: SettingTable = SETTINGS
  return Object.fromEntries(
    names.map((name) => {
      const setting = Object.hasOwn(all, name) ? all[name] : undefined
      if (setting === undefined)
        throw new Error(`docs/configuration.md names "${name}", which is no setting`)
      return [name, setting]
    }),
  )
}

function settingsOf(names: readonly string[]): readonly string[] {
  const rows = flatSettings(settingsCalled(names)).map(
    ({ path, setting }) =>
      `| \`${path}\` | ${valueOf(setting)} | ${defaultOf(setting)} | ${setting.about.replaceAll('|', '\\|')} |`,
  )
  const example = exampleOf(names)
  return [
    '| Key | Value | Default | Meaning |',
    '| --- | --- | --- | --- |',
    ...rows,
    ...(Object.keys(example).length === 0 ? [] : ['', '```json', JSON.stringify(example), '```']),
  ]
}

/** What may be written, for people. */
function valueOf(shape: Shape): string {
  if (shape.kind === 'any') return 'anything'
  if (shape.kind === 'flag') return 'true/false'
  if (shape.kind === 'integer') return `${shape.least}–${shape.most}`
  if (shape.kind === 'text') return shape.oneOf?.map((word) => `\`${word}\``).join(', ') ?? 'text'
  if (shape.kind === 'choice') return [...new Set(shape.of.map(valueOf))].join(' or ')
  return shape.kind === 'list' ? 'list' : 'object'
}

function defaultOf({ default: value }: Setting): string {
  if (value === undefined || isJsonObject(value)) return ''
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``
}
