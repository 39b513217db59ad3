import type { Json } from './json.ts'

const ON = new Set<Json | undefined>([true, 'true', 'yes', 'on'])
const OFF = new Set<Json | undefined>([false, 'false', 'no', 'off'])

/** A switch as authors write it: YAML's `yes` and `off` of old too; undefined for anything else. */
export function switchOf(value: Json | undefined): boolean | undefined {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value
  if (ON.has(word)) return true
  return OFF.has(word) ? false : undefined
}
