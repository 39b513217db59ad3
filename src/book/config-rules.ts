import type { CheckConfig } from '../core/book.ts'
import { objectOf } from '../core/json.ts'
import type { Settings } from '../core/settings.ts'
import type { Locate } from './config-check.ts'

/** The rules of the key `check` in full. Each is a severity, or a list of a severity and options. */
export function checkRules(
  rules: Settings['check']['rules'],
  locate: Locate,
): CheckConfig['rules'] {
  return Object.entries(rules).flatMap(([code, wish]) => {
    const [severity, options] = typeof wish === 'string' ? [wish] : wish
    if (!isSeverity(severity)) return []
    const at = locate(['check', 'rules', code], 'key')
    return [{ code, severity, options: objectOf(options), at }]
  })
}

function isSeverity(value: unknown): value is CheckConfig['rules'][number]['severity'] {
  return value === 'off' || value === 'info' || value === 'warning' || value === 'error'
}
