// The tables of docs/configuration.md: one between every `<!-- settings: title author … -->` and
// `<!-- end of settings -->`, with an example of each setting below it.
import { EXAMPLES } from '../src/book/config-examples.ts'
import { CONFIG_KEYS, flatKeys } from '../src/book/config-keys.ts'
import type { Key, Shape } from '../src/book/config-shape.ts'
import { type Json, type JsonObject, isJsonObject } from '../src/core/json.ts'

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
  for (const { path } of flatKeys(keysNamed(names))) {
    const value = EXAMPLES[path]
    if (value !== undefined) place(example, path.split('.'), value)
  }
  return example
}

interface Draft {
  [key: string]: Draft | Json
}

function place(draft: Draft, [name = '', ...rest]: readonly string[], value: Json): void {
  if (rest.length === 0) draft[name] = value
  else place((draft[name] ??= {}) as Draft, rest, value)
}

function keysNamed(names: readonly string[]): readonly Key[] {
  return names.map((name) => {
    const key = CONFIG_KEYS.find((candidate) => candidate.name === name)
    if (key === undefined)
      throw new Error(`docs/configuration.md names "${name}", which is no setting`)
    return key
  })
}

function settingsOf(names: readonly string[]): readonly string[] {
  const rows = flatKeys(keysNamed(names)).map(
    ({ path, key }) =>
      `| \`${path}\` | ${valueOf(key.shape)} | ${defaultOf(key)} | ${key.about.replaceAll('|', '\\|')} |`,
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

function defaultOf({ default: value }: Key): string {
  if (value === undefined || isJsonObject(value)) return ''
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``
}
