import type { CheckConfig } from '../core/book.ts'
import type { Severity } from '../core/diagnostic.ts'
import { type Json, objectOf } from '../core/json.ts'
import type { Locate } from './config-check.ts'

const SEVERITIES: readonly unknown[] = ['off', 'info', 'warning', 'error']

/** The key `check` in full. A rule is a severity, or a list of a severity and options. */
export function checkConfigOf(written: Json | undefined, locate: Locate): CheckConfig {
  const check = objectOf(written)
  const rules = objectOf(check['rules'])
  return {
    rules: Object.entries(rules).flatMap(([code, wish]) => {
      const [severity, options = {}] = Array.isArray(wish) ? (wish as readonly Json[]) : [wish]
      if (!SEVERITIES.includes(severity)) return []
      return [
        {
          code,
          severity: severity as Severity | 'off',
          options: objectOf(options),
          at: locate(['check', 'rules', code], 'key'),
        },
      ]
    }),
    ignore: texts(check['ignore']),
    ignoreLinks: texts(check['ignoreLinks']),
  }
}

function texts(value: Json | undefined): readonly string[] {
  if (!Array.isArray(value)) return []
  return value.filter((one): one is string => typeof one === 'string')
}
