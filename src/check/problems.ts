import type { Diagnostic, Place } from '../core/diagnostic.ts'

/** A rule that the configuration names and nobody knows. */
export function unknownRule(at: Place, code: string, near: string | undefined): Diagnostic {
  return {
    code: 'check/unknown-rule',
    severity: 'warning',
    message: `There is no rule "${code}"`,
    at,
    hint: near === undefined ? '`handbook explain` lists them all' : `Did you mean "${near}"?`,
  }
}

/** An option that its rule does not have. */
export function unknownOption(at: Place, code: string, reason: string): Diagnostic {
  return {
    code: 'check/wrong-option',
    severity: 'warning',
    message: `The options of "${code}" are wrong: ${reason}`,
    at,
    hint: `\`handbook explain ${code}\` lists its options`,
  }
}

/** A comment that excepts something which is not there. */
export function unusedException(at: Place, code: string): Diagnostic {
  return {
    code: 'check/unused-exception',
    severity: 'info',
    message: `Expected a problem "${code}" for this exception, found none`,
    at,
    hint: 'Remove the comment, so that it does not hide the next one',
  }
}
