// Commands of GitHub Actions that become annotations. Of each kind only the first ten of a step are shown, so errors
// come first.
import type { Diagnostic, Severity } from '../../core/diagnostic.ts'
import type { FileNames } from './place.ts'

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}
const ORDER: readonly Severity[] = ['error', 'warning', 'info']

/** One line for each diagnostic. */
export function githubReport(diagnostics: readonly Diagnostic[], nameOf: FileNames): string {
  return ORDER.flatMap((severity) =>
    diagnostics
      .filter((diagnostic) => diagnostic.severity === severity)
      .map((diagnostic) => annotation(diagnostic, nameOf)),
  ).join('')
}

function annotation(diagnostic: Diagnostic, nameOf: FileNames): string {
  const { code, severity, message, hint, at } = diagnostic
  const properties = [
    ...(at === undefined ? [] : [['file', nameOf(at.file)]]),
    ...(at?.start === undefined ? [] : [['line', at.start.line]]),
    ...(at?.start === undefined ? [] : [['col', at.start.column]]),
    ...(at?.end === undefined ? [] : [['endLine', at.end.line]]),
    // The last column is part of it.
    ...(at?.start !== undefined && at.end?.line === at.start.line
      ? [['endColumn', Math.max(at.start.column, at.end.column - 1)]]
      : []),
    ['title', code],
  ]
  const list = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',')
  const text = hint === undefined ? message : `${message}\n${hint}`
  return `::${COMMANDS[severity]} ${list}::${data(text)}\n`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
