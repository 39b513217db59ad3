// Commands of GitHub Actions that become annotations. Of each kind only the first ten of a step are shown, so errors
// come first.
import type { Place, Severity } from '../../core/diagnostic.ts'
import type { FormattedDiagnostic } from '../../messages/format.ts'
import type { FileNames } from './location.ts'

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}
const ORDER: readonly Severity[] = ['error', 'warning', 'info']

/** One line for each diagnostic. */
export function githubReport(
  diagnostics: readonly FormattedDiagnostic[],
  nameOf: FileNames,
): string {
  return ORDER.flatMap((severity) =>
    diagnostics
      .filter((diagnostic) => diagnostic.severity === severity)
      .map((diagnostic) => annotation(diagnostic, nameOf)),
  ).join('')
}

function annotation(diagnostic: FormattedDiagnostic, nameOf: FileNames): string {
  const { code, severity, message, hint, at } = diagnostic
  const properties = [...(at === undefined ? [] : placeProperties(at, nameOf)), ['title', code]]
  const list = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',')
  const text = hint === undefined ? message : `${message}\n${hint}`
  return `::${COMMANDS[severity]} ${list}::${data(text)}\n`
}

function placeProperties(
  { file, start, end }: Place,
  nameOf: FileNames,
): readonly (readonly [string, string | number])[] {
  if (start === undefined) return [['file', nameOf(file)]]
  const begin = [
    ['file', nameOf(file)],
    ['line', start.line],
    ['col', start.column],
  ] as const
  if (end === undefined) return begin
  // The last column is part of the place, and counts only within one line.
  const last = Math.max(start.column, end.column - 1)
  const column = end.line === start.line ? ([['endColumn', last]] as const) : []
  return [...begin, ['endLine', end.line], ...column]
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
