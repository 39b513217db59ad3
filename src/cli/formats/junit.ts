// The XML of JUnit, which most pipelines can show: a file is a suite, a problem a failed test. Remarks fail nothing.
import { groupBy } from '../../core/list.ts'
import type { FormattedDiagnostic } from '../../messages/format.ts'
import type { FileNames } from './location.ts'

/** All diagnostics as JUnit XML. */
export function junitReport(
  diagnostics: readonly FormattedDiagnostic[],
  nameOf: FileNames,
): string {
  const files = groupBy(diagnostics, ({ at }) => (at === undefined ? 'book' : nameOf(at.file)))
  const suites = [...files].map(([name, found]) => suite(name, found))
  if (suites.length === 0)
    suites.push(
      '  <testsuite name="handbook check" tests="1" failures="0">\n    <testcase classname="handbook" name="check"/>\n  </testsuite>\n',
    )
  const failures = diagnostics.filter(isFailure).length
  const tests = Math.max(1, diagnostics.length)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="handbook check" tests="${tests}" failures="${failures}">\n${suites.join('')}</testsuites>\n`
}

function isFailure({ severity }: FormattedDiagnostic): boolean {
  return severity !== 'info'
}

function suite(name: string, found: readonly FormattedDiagnostic[]): string {
  const failures = found.filter(isFailure).length
  const cases = found.map((diagnostic) => testCase(name, diagnostic)).join('')
  return `  <testsuite name="${xml(name)}" tests="${found.length}" failures="${failures}">\n${cases}  </testsuite>\n`
}

function testCase(file: string, diagnostic: FormattedDiagnostic): string {
  const { code, severity, message, hint, at } = diagnostic
  const start = at?.start
  const where = start === undefined ? '' : `:${start.line}:${start.column}`
  const line = start === undefined ? '' : ` line="${start.line}"`
  const open = `    <testcase classname="${xml(file)}" name="${xml(code + where)}"${at === undefined ? '' : ` file="${xml(file)}"`}${line}>`
  const text = `${file}${where}\n${message}${hint === undefined ? '' : `\n${hint}`}`
  if (!isFailure(diagnostic))
    return `${open}\n      <system-out>${xml(text)}</system-out>\n    </testcase>\n`
  return `${open}\n      <failure type="${severity}" message="${xml(message)}">${xml(text)}</failure>\n    </testcase>\n`
}

const ENTITIES: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
}

/** Text that XML can hold: control characters and lone surrogates cannot be written in it at all. */
function xml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll(/[&<>"\n]/g, (sign) => ENTITIES[sign] ?? sign)
}
