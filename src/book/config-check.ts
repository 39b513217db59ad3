// Compares what an author wrote with the table of keys. What is wrong is reported and left out, so that the default
// takes its place.
import { INVISIBLE } from '../core/text.ts'
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import { type Json, type JsonObject, isJsonObject, objectOf } from '../core/json.ts'
import { closest } from '../core/suggest.ts'
import type { SettingTable, Shape } from '../core/setting.ts'
import { SETTINGS } from '../core/settings.ts'
import type { ValueKind } from '../messages/messages.ts'
import { problem } from '../messages/problem.ts'
import { unlistedSettings } from '../plugins/translate.ts'
import { parsePlugins } from './plugins.ts'

/** Finds the place of a key or a value in the file it came from. */
export type Locate = (path: readonly string[], what: 'key' | 'value') => Place

interface Check {
  readonly locate: Locate
  readonly diagnostics: Diagnostic[]
}

/** The keys that lead to a value. */
type Path = readonly string[]

/** The configuration without what is wrong in it, and with the settings of plugins in their place. */
export function checkConfig(raw: JsonObject, locate: Locate): Outcome<JsonObject> {
  const check: Check = { locate, diagnostics: [] }
  const listed = withListOfPlugins(raw, check)
  const moved = misplacedSettings(listed, check)
  const known = Object.fromEntries(Object.entries(listed).filter(([key]) => !moved.has(key)))
  const checked = checkGroup(known, { keys: SETTINGS }, [], check)
  if (moved.size === 0) return { value: checked, diagnostics: check.diagnostics }
  const settings = checked['pluginsConfig']
  const pluginsConfig = { ...Object.fromEntries(moved), ...objectOf(settings) }
  return { value: { ...checked, pluginsConfig }, diagnostics: check.diagnostics }
}

/** Plugins as the keys of an object, on, off or with their settings: GitBook took lists alone, but this is clear. */
function withListOfPlugins(raw: JsonObject, check: Check): JsonObject {
  const { plugins } = raw
  if (!isJsonObject(plugins)) return raw
  const list = Object.entries(plugins).map(([name, value]) => (value === false ? `-${name}` : name))
  const settings = Object.entries(plugins).filter(([, value]) => isJsonObject(value))
  const wrong = {
    key: 'plugins',
    expected: [{ case: 'list' } as const],
    found: describe(plugins),
    better: `"plugins": ${JSON.stringify(list)}`,
  }
  check.diagnostics.push(problem('config/wrong-type', check.locate(['plugins'], 'value'), wrong))
  const own = objectOf(raw['pluginsConfig'])
  return { ...raw, plugins: list, pluginsConfig: { ...Object.fromEntries(settings), ...own } }
}

const TWICE = ['pluginsConfig', 'pluginsConfig'] as const

/**
 * Settings of listed plugins at the top level, and all in a `pluginsConfig` inside of `pluginsConfig`. Readers of GitBook
 * never saw them, and nobody ever meant that.
 */
function misplacedSettings(raw: JsonObject, check: Check): ReadonlyMap<string, Json> {
  const moved = new Map<string, Json>()
  const { enabled, disabled } = parsePlugins(raw['plugins'])
  const settings = objectOf(raw['pluginsConfig'])
  const twice = objectOf(settings['pluginsConfig'])
  const names = new Set([...enabled.map(({ name }) => name), ...unlistedSettings(disabled)])
  const listed = [...names].filter((name) => !Object.hasOwn(SETTINGS, name))
  const found = [
    ...listed.map((name) => ({ name, within: raw, path: [name] })),
    ...Object.keys(twice).map((name) => ({ name, within: twice, path: [...TWICE, name] })),
  ]
  for (const { name, within, path } of found) {
    const value = Object.hasOwn(within, name) ? within[name] : undefined
    if (value === undefined || Object.hasOwn(settings, name)) continue
    moved.set(name, value)
    const snippet = JSON.stringify({ pluginsConfig: { [name]: value } }, null, 2)
    check.diagnostics.push(
      problem('config/misplaced-plugin-settings', check.locate(path, 'key'), {
        plugin: name,
        better: snippet,
      }),
    )
  }
  return moved
}

function checkGroup(
  value: JsonObject,
  group: { readonly keys: SettingTable; readonly open?: boolean },
  at: Path,
  check: Check,
): JsonObject {
  const members: [string, Json][] = []
  for (const [name, member] of Object.entries(value)) {
    const path = [...at, name]
    const key = Object.hasOwn(group.keys, name) ? group.keys[name] : undefined
    if (key === undefined) {
      // What other programs read in such a group is theirs, but for what is nearly one of ours.
      const isTold = group.open !== true || closest(name, Object.keys(group.keys)) !== undefined
      if (isTold && !isRemark(name) && member !== null)
        reportUnknown(path, group.keys, nested(name, member, group.keys), check)
      members.push([name, member])
      continue
    }
    if (isEmpty(member, key)) continue
    const checked = checkValue(member, key, path, check)
    if (checked !== undefined) members.push([name, checked])
  }
  return Object.fromEntries(members)
}

/** An empty value stands for one that was never filled in. */
function isEmpty(value: Json, shape: Shape): boolean {
  if (value === null) return true
  return typeof value === 'string' && value.trim() === '' && !fits(value, shape)
}

/** `$schema`, `_comment` and `//` speak to people and editors. */
function isRemark(name: string): boolean {
  return /^(?:[$_#]|\/\/|comments?$)/.test(name)
}

/** Keys of GitBook before its second version. */
const OLD_NAMES: { readonly [name: string]: string } = {
  github: 'repository',
}

/** `"structure.readme": "a.md"` says what is meant, but nobody reads it so. */
function nested(name: string, value: Json, keys: SettingTable): string | undefined {
  const [first = '', ...steps] = name.split('.')
  if (steps.length === 0 || !Object.hasOwn(keys, first)) return undefined
  const inner = steps.reduceRight<Json>((held, step) => ({ [step]: held }), value)
  return JSON.stringify({ [first]: inner }, null, 2)
}

function reportUnknown(
  path: readonly string[],
  keys: SettingTable,
  better: string | undefined,
  check: Check,
): void {
  const name = path.at(-1) ?? ''
  const [sign] = name.match(INVISIBLE) ?? []
  if (sign !== undefined) {
    const code = `U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`
    const args = { key: name.replaceAll(INVISIBLE, ''), code }
    check.diagnostics.push(problem('config/invisible-character', check.locate(path, 'key'), args))
    return
  }
  const near =
    OLD_NAMES[name] ??
    closest(name, Object.keys(keys)) ??
    (name.length < 3 ? undefined : Object.keys(keys).find((one) => one.startsWith(name)))
  const above = path.slice(0, -1).map((step) => `${step}.`)
  const suggestion = near === undefined ? undefined : `${above.join('')}${near}`
  check.diagnostics.push(
    problem('config/unknown-key', check.locate(path, 'key'), {
      key: path.join('.'),
      near: better === undefined ? suggestion : undefined,
      ...(better === undefined ? {} : { better }),
    }),
  )
}

/** The value when it fits its shape, without wrong members; undefined when it does not fit at all. */
function checkValue(value: Json, shape: Shape, at: Path, check: Check): Json | undefined {
  const fitting = shape.kind === 'choice' ? shape.of.find((one) => fits(value, one)) : shape
  if (fitting !== undefined && fits(value, fitting)) return checkMembers(value, fitting, at, check)
  reportType(value, shape, at, check)
  if (!isQuoted(value, kindsOf(shape))) return undefined
  const meant = JSON.parse(value) as Json
  return fits(meant, shape) ? checkValue(meant, shape, at, check) : undefined
}

function checkMembers(value: Json, fitting: Shape, at: Path, check: Check): Json | undefined {
  switch (fitting.kind) {
    case 'any':
    case 'flag':
    case 'choice':
      return value
    case 'text':
      return checkText(value, fitting.oneOf, at, check)
    case 'integer':
      return checkInteger(value, fitting, at, check)
    case 'list':
      return (value as readonly Json[]).flatMap(
        (item, index) => checkValue(item, fitting.of, [...at, String(index)], check) ?? [],
      )
    case 'map':
      return Object.fromEntries(
        Object.entries(value as JsonObject).flatMap(([name, member]) => {
          if (member === null) return []
          const checked = checkValue(member, fitting.of, [...at, name], check)
          return checked === undefined ? [] : [[name, checked]]
        }),
      )
    case 'group':
      return checkGroup(value as JsonObject, fitting, at, check)
  }
}

function fits(value: Json, shape: Shape): boolean {
  switch (shape.kind) {
    case 'any':
      return true
    case 'flag':
      return typeof value === 'boolean'
    case 'text':
      return typeof value === 'string'
    case 'integer':
      return typeof value === 'number'
    case 'list':
      return Array.isArray(value)
    case 'map':
    case 'group':
      return isJsonObject(value)
    case 'choice':
      return shape.of.some((one) => fits(value, one))
  }
}

function checkText(
  value: Json,
  oneOf: readonly string[] | undefined,
  at: Path,
  check: Check,
): Json | undefined {
  if (oneOf === undefined || oneOf.includes(value as string)) return value
  const near = closest(value as string, oneOf)
  const key = at.join('.')
  const wrong = { case: 'choice', key, names: oneOf, found: JSON.stringify(value), near } as const
  check.diagnostics.push(problem('config/wrong-value', check.locate(at, 'value'), wrong))
  return undefined
}

function checkInteger(
  value: Json,
  shape: { readonly least: number; readonly most: number },
  at: Path,
  check: Check,
): Json | undefined {
  const { least, most } = shape
  const number = value as number
  if (Number.isInteger(number) && number >= least && number <= most) return value
  const key = at.join('.')
  const wrong = { case: 'range', key, least, most, found: JSON.stringify(value) } as const
  check.diagnostics.push(problem('config/wrong-value', check.locate(at, 'value'), wrong))
  return undefined
}

function reportType(value: Json, shape: Shape, at: Path, check: Check): void {
  const wrong = {
    key: at.join('.'),
    expected: shape.kind === 'choice' ? shape.of.map(expectation) : [expectation(shape)],
    found: describe(value),
    better: betterFor(value, shape, at),
  }
  check.diagnostics.push(problem('config/wrong-type', check.locate(at, 'value'), wrong))
}

function expectation(shape: Shape): ValueKind {
  if (shape.kind === 'integer') return { case: 'integer', least: shape.least, most: shape.most }
  if (shape.kind === 'map' || shape.kind === 'group') return { case: 'object' }
  return { case: shape.kind === 'choice' ? 'any' : shape.kind }
}

function betterFor(value: Json, shape: Shape, path: readonly string[]): string | undefined {
  const kinds = kindsOf(shape)
  const name = path.at(-1) ?? ''
  const entry = /^\d+$/.test(name) ? '' : `"${name}": `
  if (isQuoted(value, kinds)) return `${entry}${value}`
  if (!kinds.includes('text')) return undefined
  if (typeof value === 'number' || typeof value === 'boolean') return `${entry}"${value}"`
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return `${entry}"${value.join(', ')}"`
  return undefined
}

function kindsOf(shape: Shape): readonly Shape['kind'][] {
  return shape.kind === 'choice' ? shape.of.map(({ kind }) => kind) : [shape.kind]
}

/** A text that would be right without its quotes. */
function isQuoted(value: Json, kinds: readonly Shape['kind'][]): value is string {
  if (typeof value !== 'string') return false
  if (kinds.includes('flag')) return value === 'true' || value === 'false'
  return kinds.includes('integer') && /^\d+$/.test(value)
}

/** A value as a message shows it. */
export function describe(value: Json): ValueKind {
  if (Array.isArray(value)) return { case: 'list' }
  if (isJsonObject(value)) return { case: 'object' }
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
