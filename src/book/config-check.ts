// Compares what an author wrote with the table of keys. What is wrong is reported and left out, so that the default
// takes its place.
import type { Diagnostic, Outcome, Place } from '../core/diagnostic.ts'
import { type Json, type JsonObject, isJsonObject, objectOf } from '../core/json.ts'
import { closest } from '../core/suggest.ts'
import { CONFIG_KEYS } from './config-keys.ts'
import type { Key, Shape } from './config-shape.ts'
import { misplacedPluginSettings, unknownKey, wrongType, wrongValue } from './config-problems.ts'
import { parsePlugins } from './plugins.ts'

/** Finds the place of a key or a value in the file it came from. */
export type Locate = (path: readonly string[], what: 'key' | 'value') => Place

interface Check {
  readonly locate: Locate
  readonly diagnostics: Diagnostic[]
}

interface At {
  readonly path: readonly string[]
  readonly mild: boolean
}

/** The configuration without what is wrong in it, and with the settings of plugins in their place. */
export function checkConfig(raw: JsonObject, locate: Locate): Outcome<JsonObject> {
  const check: Check = { locate, diagnostics: [] }
  const moved = misplacedSettings(raw, check)
  const known = Object.fromEntries(Object.entries(raw).filter(([key]) => !moved.has(key)))
  const checked = checkGroup(known, { keys: CONFIG_KEYS }, { path: [], mild: false }, check)
  if (moved.size === 0) return { value: checked, diagnostics: check.diagnostics }
  const settings = checked['pluginsConfig']
  const pluginsConfig = { ...Object.fromEntries(moved), ...objectOf(settings) }
  return { value: { ...checked, pluginsConfig }, diagnostics: check.diagnostics }
}

/** Settings of listed plugins at the top level. Readers of GitBook never saw them, and nobody ever meant that. */
function misplacedSettings(raw: JsonObject, check: Check): ReadonlyMap<string, Json> {
  const moved = new Map<string, Json>()
  const plugins = parsePlugins(raw['plugins']).enabled
  const settings = objectOf(raw['pluginsConfig'])
  for (const { name } of plugins) {
    const value = Object.hasOwn(raw, name) ? raw[name] : undefined
    if (value === undefined || Object.hasOwn(settings, name)) continue
    if (CONFIG_KEYS.some((key) => key.name === name)) continue
    moved.set(name, value)
    const snippet = JSON.stringify({ pluginsConfig: { [name]: value } }, null, 2)
    check.diagnostics.push(misplacedPluginSettings(check.locate([name], 'key'), name, snippet))
  }
  return moved
}

function checkGroup(
  value: JsonObject,
  group: { readonly keys: readonly Key[]; readonly open?: boolean },
  at: At,
  check: Check,
): JsonObject {
  const members: [string, Json][] = []
  for (const [name, member] of Object.entries(value)) {
    const path = [...at.path, name]
    const key = group.keys.find((candidate) => candidate.name === name)
    if (key === undefined) {
      if (!group.open && !isRemark(name)) reportUnknown(path, group.keys, check)
      members.push([name, member])
      continue
    }
    // An empty value stands for one that was never filled in.
    if (member === null) continue
    const mild = at.mild || key.mild === true
    const checked = checkValue(member, key.shape, { path, mild }, check)
    if (checked !== undefined) members.push([name, checked])
  }
  return Object.fromEntries(members)
}

/** `$schema`, `_comment` and `//` speak to people and editors. */
function isRemark(name: string): boolean {
  return /^(?:[$_#]|\/\/|comments?$)/.test(name)
}

function reportUnknown(path: readonly string[], keys: readonly Key[], check: Check): void {
  const name = path.at(-1) ?? ''
  const near = closest(
    name,
    keys.map((key) => key.name),
  )
  const above = path.slice(0, -1).map((step) => `${step}.`)
  const suggestion = near === undefined ? undefined : `${above.join('')}${near}`
  check.diagnostics.push(unknownKey(check.locate(path, 'key'), path.join('.'), suggestion))
}

/** The value when it fits its shape, without wrong members; undefined when it does not fit at all. */
function checkValue(value: Json, shape: Shape, at: At, check: Check): Json | undefined {
  const fitting = shape.kind === 'choice' ? shape.of.find((one) => fits(value, one)) : shape
  if (fitting === undefined || !fits(value, fitting)) {
    reportType(value, shape, at, check)
    return undefined
  }
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
      return (value as readonly Json[]).flatMap((item, index) => {
        const path = [...at.path, String(index)]
        return checkValue(item, fitting.of, { ...at, path }, check) ?? []
      })
    case 'map':
      return Object.fromEntries(
        Object.entries(value as JsonObject).flatMap(([name, member]) => {
          if (member === null) return []
          const checked = checkValue(member, fitting.of, { ...at, path: [...at.path, name] }, check)
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
  at: At,
  check: Check,
): Json | undefined {
  if (oneOf === undefined || oneOf.includes(value as string)) return value
  const near = closest(value as string, oneOf)
  check.diagnostics.push(
    wrongValue(check.locate(at.path, 'value'), {
      key: at.path.join('.'),
      expected: orList(oneOf.map((one) => `"${one}"`)),
      found: describe(value),
      mild: at.mild,
      ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
    }),
  )
  return undefined
}

function checkInteger(
  value: Json,
  shape: { readonly least: number; readonly most: number },
  at: At,
  check: Check,
): Json | undefined {
  const { least, most } = shape
  const number = value as number
  if (Number.isInteger(number) && number >= least && number <= most) return value
  check.diagnostics.push(
    wrongValue(check.locate(at.path, 'value'), {
      key: at.path.join('.'),
      expected: `a whole number from ${least} to ${most}`,
      found: describe(value),
      mild: at.mild,
    }),
  )
  return undefined
}

function reportType(value: Json, shape: Shape, at: At, check: Check): void {
  const hint = hintFor(value, shape, at.path)
  check.diagnostics.push(
    wrongType(check.locate(at.path, 'value'), {
      key: at.path.join('.'),
      expected: expectation(shape),
      found: describe(value),
      mild: at.mild,
      ...(hint === undefined ? {} : { hint }),
    }),
  )
}

function expectation(shape: Shape): string {
  switch (shape.kind) {
    case 'any':
      return 'a value'
    case 'flag':
      return 'true or false'
    case 'text':
      return 'a text'
    case 'integer':
      return `a whole number from ${shape.least} to ${shape.most}`
    case 'list':
      return 'a list'
    case 'map':
    case 'group':
      return 'an object'
    case 'choice':
      return orList(shape.of.map(expectation))
  }
}

function hintFor(value: Json, shape: Shape, path: readonly string[]): string | undefined {
  const kinds = shape.kind === 'choice' ? shape.of.map(({ kind }) => kind) : [shape.kind]
  const name = path.at(-1) ?? ''
  const entry = /^\d+$/.test(name) ? '' : `"${name}": `
  if (isQuoted(value, kinds)) return `Leave out the quotes: ${entry}${value}`
  if (!kinds.includes('text')) return undefined
  if (typeof value === 'number' || typeof value === 'boolean')
    return `Put it in quotes: ${entry}"${value}"`
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return `Write one text: ${entry}"${value.join(', ')}"`
  return undefined
}

/** A text that would be right without its quotes. */
function isQuoted(value: Json, kinds: readonly Shape['kind'][]): value is string {
  if (typeof value !== 'string') return false
  if (kinds.includes('flag')) return value === 'true' || value === 'false'
  return kinds.includes('integer') && /^\d+$/.test(value)
}

/** A value as a message shows it. */
function describe(value: Json): string {
  if (Array.isArray(value)) return 'a list'
  if (isJsonObject(value)) return 'an object'
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

function orList(options: readonly string[]): string {
  return options.length < 2
    ? options.join('')
    : `${options.slice(0, -1).join(', ')} or ${options.at(-1)}`
}
