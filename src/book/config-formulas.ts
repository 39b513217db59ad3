// How a book writes formulas.
import type { FormulaConfig, Macros } from '../core/formula-config.ts'
import { type Json, type JsonObject } from '../core/json.ts'
import { completed } from '../core/setting.ts'
import { SETTINGS, type Settings } from '../core/settings.ts'

/** Undefined when a book says that dollars are dollars. */
export function formulaConfig({ math }: Settings): FormulaConfig | undefined {
  if (math === false) return undefined
  const own = math === true ? completed(SETTINGS.math.of[1].keys, {}) : math
  const { brackets } = own
  return {
    dollars: own.dollars,
    brackets: brackets === undefined ? 'likely' : brackets ? 'always' : 'never',
    isLoose: math !== true,
    macros: macrosIn(own.macros),
  }
}

/** Names with their backslash; MathJax writes none, and a list where there are arguments. */
function macrosIn(written: JsonObject): Macros {
  return Object.fromEntries(
    Object.entries(written).flatMap(([name, value]) => {
      const macro = macroIn(Array.isArray(value) ? (value as readonly Json[]) : [value])
      return macro === undefined ? [] : [[name.startsWith('\\') ? name : `\\${name}`, macro]]
    }),
  )
}

/** A text, how many arguments it has, and what the first of them is where it is left out. */
function macroIn([text, count, usual]: readonly (Json | undefined)[]): Macros[string] | undefined {
  if (typeof text !== 'string') return undefined
  return typeof usual === 'string' && typeof count === 'number' ? { text, count, usual } : text
}
