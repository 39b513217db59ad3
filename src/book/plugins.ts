// The `plugins` of a configuration in all the forms that GitBook and HonKit took.
import type { PluginEntry } from '../core/plugin-entry.ts'
import { type Json, isJsonObject } from '../core/json.ts'

/** What a list of plugins says. */
export interface PluginList {
  /** Without duplicates and without those that are turned off somewhere, in order. */
  readonly enabled: readonly PluginEntry[]
  readonly disabled: readonly string[]
}

/** Reads a list, or a text with commas. What is neither a name nor an object with a name is skipped. */
export function parsePlugins(value: Json | undefined): PluginList {
  const items = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : []
  const enabled = new Map<string, PluginEntry>()
  const disabled = new Set<string>()
  for (const item of items as readonly Json[]) {
    const written = writtenName(item)
    if (written === '' || written === '-') continue
    if (written.startsWith('-')) {
      disabled.add(parseName(written.slice(1)).name)
      continue
    }
    const entry = parseName(written)
    if (!enabled.has(entry.name)) enabled.set(entry.name, entry)
  }
  return {
    enabled: [...enabled.values()].filter(({ name }) => !disabled.has(name)),
    disabled: [...disabled],
  }
}

function writtenName(item: Json): string {
  if (typeof item === 'string') return item.trim()
  if (!isJsonObject(item) || typeof item['name'] !== 'string') return ''
  const { name, version } = item
  return typeof version === 'string' && version !== '' ? `${name.trim()}@${version}` : name.trim()
}

/** `@scope/name@version` in its parts, the name without the prefix that packages carry. */
function parseName(written: string): PluginEntry {
  const separator = written.indexOf('@', 1)
  const full = separator < 0 ? written : written.slice(0, separator)
  const version = separator < 0 ? '' : written.slice(separator + 1)
  const name = full.replace(/^(@[^/]+\/)?(?:gitbook|honkit)-plugin-/, '$1')
  return version === '' ? { name } : { name, version }
}
