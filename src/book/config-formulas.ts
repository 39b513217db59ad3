// How a book writes formulas: by its own setting, else by what the plugins for them were told.
import type { FormulaConfig, PluginEntry } from '../core/book.ts'
import { type Json, type JsonObject, isJsonObject, objectOf } from '../core/json.ts'
import { completed } from '../core/setting.ts'
import { SETTINGS, type Settings } from '../core/settings.ts'

const PLUGINS = [
  'katex',
  'mathjax',
  'mathjax-pro',
  'mathjax-zz',
  'math',
  'katex-pro',
  'latex-codecogs',
]

/** Undefined when a book says that dollars are dollars. */
export function formulaConfig(
  { math, pluginsConfig }: Settings,
  enabled: readonly PluginEntry[],
): FormulaConfig | undefined {
  if (math === false) return undefined
  const own = math === true ? completed(SETTINGS.math.of[1].keys, {}) : math
  const listed = PLUGINS.filter((plugin) => enabled.some(({ name }) => name === plugin))
  const told = listed.map((plugin) => objectOf(pluginsConfig[plugin]))
  const signs = told.flatMap(delimitersOf)
  const brackets = own.brackets ?? (signs.some((sign) => /^\\+[([]$/.test(sign)) || undefined)
  return {
    dollars: own.dollars || signs.includes('$'),
    brackets: brackets === undefined ? 'likely' : brackets ? 'always' : 'never',
    isLoose: math !== true || listed.length > 0,
    macros: { ...Object.assign({}, ...told.map(macrosOf)), ...macrosIn(own.macros) },
  }
}

/** What begins formulas: `inlineMath: [["$", "$"]]` of MathJax, `delimiters: [{left: "$"}]` of KaTeX, or a switch. */
function delimitersOf(settings: JsonObject): readonly string[] {
  const tex = { ...objectOf(settings['tex2jax']), ...objectOf(settings['tex']), ...settings }
  const pairs = [tex['inlineMath'], tex['displayMath'], tex['delimiters']].flat() as readonly Json[]
  const begins = pairs.map((pair) =>
    Array.isArray(pair) ? (pair as readonly Json[])[0] : objectOf(pair)['left'],
  )
  const isOn = ['singleDollar', 'dollars', 'inlineDollar'].some((name) => settings[name] === true)
  return [...begins.filter((sign) => typeof sign === 'string'), ...(isOn ? ['$'] : [])]
}

function macrosOf(settings: JsonObject): FormulaConfig['macros'] {
  const texts = [settings, objectOf(settings['TeX']), objectOf(settings['tex'])]
  return Object.assign(
    {},
    ...texts.flatMap(({ macros, Macros }) => [macros, Macros].filter(isJsonObject).map(macrosIn)),
  ) as FormulaConfig['macros']
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
