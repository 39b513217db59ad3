// What a table of settings is made of, and the types that follow from one.
import { type Json, type JsonObject, isJsonObject } from './json.ts'

/** What a value may look like. */
export type Shape =
  | { readonly kind: 'any' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'text'; readonly oneOf?: readonly string[] }
  | { readonly kind: 'integer'; readonly least: number; readonly most: number }
  | { readonly kind: 'list'; readonly of: Shape }
  /** An object whose keys are the author's. */
  | { readonly kind: 'map'; readonly of: Shape }
  /** An object with known keys; an `open` one may have more. */
  | { readonly kind: 'group'; readonly keys: SettingTable; readonly open?: boolean }
  | { readonly kind: 'choice'; readonly of: readonly Shape[] }

/** One key of a configuration. */
export type Setting = Shape & {
  /** What it does, in a sentence; editors and the manual show it. */
  readonly about: string
  readonly default?: Json
  /** What an author might write. */
  readonly example?: Json
}

/** Settings by name, in the order in which they are documented. */
export interface SettingTable {
  readonly [name: string]: Setting
}

/** The type of a value of this shape. */
export type ValueOf<S> = S extends { readonly kind: 'flag' }
  ? boolean
  : S extends { readonly oneOf: readonly (infer Word)[] }
    ? Word
    : S extends { readonly kind: 'text' }
      ? string
      : S extends { readonly kind: 'integer' }
        ? number
        : S extends { readonly kind: 'list'; readonly of: infer Item }
          ? readonly ValueOf<Item>[]
          : S extends { readonly kind: 'map'; readonly of: infer Item }
            ? { readonly [key: string]: ValueOf<Item> }
            : S extends { readonly kind: 'group'; readonly keys: infer Table }
              ? ValuesOf<Table>
              : S extends { readonly kind: 'choice'; readonly of: readonly (infer One)[] }
                ? One extends unknown
                  ? ValueOf<One>
                  : never
                : Json

/** Keys that have a value whatever the author wrote: those with a default, and groups. */
type Certain<Table> = {
  [Name in keyof Table]: Table[Name] extends
    { readonly default: unknown } | { readonly kind: 'group' }
    ? Name
    : never
}[keyof Table]

/** The values of all settings of a table, with their defaults filled in. */
export type ValuesOf<Table> = {
  readonly [Name in Certain<Table>]: ValueOf<Table[Name]>
} & {
  readonly [Name in Exclude<keyof Table, Certain<Table>>]?: ValueOf<Table[Name]>
}

/** What an author wrote in the keys of a table, with the defaults of all others. A text without words counts as none. */
export function completed<Table extends SettingTable>(
  table: Table,
  written: JsonObject,
): ValuesOf<Table> {
  return withDefaults(table, written) as ValuesOf<Table>
}

function withDefaults(table: SettingTable, written: JsonObject): JsonObject {
  const values = Object.entries(table).flatMap(([name, setting]): [string, Json][] => {
    const own = Object.hasOwn(written, name) ? written[name] : undefined
    const value = completedValue(setting, own) ?? defaultOf(setting)
    return value === undefined ? [] : [[name, value]]
  })
  const others = Object.entries(written).filter(([name]) => !Object.hasOwn(table, name))
  return Object.fromEntries([...values, ...others])
}

function completedValue(shape: Shape, value: Json | undefined): Json | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  const fitting = shape.kind === 'choice' ? shape.of.find(({ kind }) => kind === 'group') : shape
  return fitting?.kind === 'group' && isJsonObject(value)
    ? withDefaults(fitting.keys, value)
    : value
}

/** The value of a setting that nobody wrote: that of a group are the defaults of its members. */
export function defaultOf(setting: Setting): Json | undefined {
  if (setting.default !== undefined || setting.kind !== 'group') return setting.default
  return withDefaults(setting.keys, {})
}

/** A setting with everything above it: `structure.readme`. */
export interface FlatSetting {
  readonly path: string
  readonly setting: Setting
}

/** All settings as a list. Groups stand before their members. */
export function flatSettings(table: SettingTable, prefix = ''): readonly FlatSetting[] {
  return Object.entries(table).flatMap(([name, setting]) => {
    const path = prefix + name
    const inner = tableIn(setting)
    return [{ path, setting }, ...(inner === undefined ? [] : flatSettings(inner, `${path}.`))]
  })
}

/** The table of a group, also of one that is one choice of several. */
export function tableIn(shape: Shape): SettingTable | undefined {
  if (shape.kind === 'group') return shape.keys
  return shape.kind === 'choice'
    ? shape.of.map(tableIn).find((table) => table !== undefined)
    : undefined
}
