// The one way to make a diagnostic: a code, a place, and the arguments that its sentence takes.
import type { Diagnostic, Fix, Place, Severity } from '../core/diagnostic.ts'
import type { ArgsOf, Code, Note } from './messages.ts'
import { severityOf } from './severities.ts'

/** What a diagnostic may have beside its arguments. */
export interface More {
  /** Where one code has worse and better cases. */
  readonly severity?: Severity
  /** Other places worth seeing. */
  readonly related?: readonly { readonly at: Place; readonly note: Note }[]
  /** Only where there is no doubt. */
  readonly fix?: Fix
}

/** One other place worth seeing. */
export function also(note: Note, at: Place): More {
  return { related: [{ at, note }] }
}

/** One problem. Arguments that are undefined are left out. */
export function problem<C extends Code>(
  code: C,
  at: Place | undefined,
  ...[args, more]: ArgsOf<C> extends undefined
    ? [args?: undefined, more?: More]
    : [args: ArgsOf<C>, more?: More]
): Diagnostic {
  const severity = severityOf(code)
  const told = Object.entries(args ?? {}).filter(([, value]) => value !== undefined)
  return {
    code,
    severity: severity === 'off' ? 'warning' : severity,
    ...(at === undefined ? {} : { at }),
    args: Object.fromEntries(told),
    ...more,
  }
}
