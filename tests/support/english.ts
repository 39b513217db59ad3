import type { Diagnostic } from '../../src/core/diagnostic.ts'
import { english as messages } from '../../src/messages/en/index.ts'
import { type FormattedDiagnostic, formatDiagnostic } from '../../src/messages/format.ts'

/** A diagnostic with its English words. */
export function english(diagnostic: Diagnostic): FormattedDiagnostic {
  return formatDiagnostic(diagnostic, messages)
}
