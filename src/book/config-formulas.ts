// How a book writes formulas.
import type { FormulaConfig } from '../core/formula-config.ts'
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
function macrosIn(written: JsonObject): FormulaConfig['macros'] {
  return Object.fromEntries(
    Object.entries(written).flatMap(([name, value]) => {
      const text = Array.isArray(value) ? (value as readonly Json[])[0] : value
      if (typeof text !== 'string') return []
      return [[name.startsWith('\\') ? name : `\\${name}`, text]]
    }),
  )
}
