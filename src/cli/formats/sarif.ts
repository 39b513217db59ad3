// SARIF 2.1.0 (OASIS), as code scanning services read it. Places count UTF-16 units, as ours do; files are relative
// URIs.
import { contentHash } from '../../core/hash.ts'
import { type Place, type Severity, tellingOf } from '../../core/diagnostic.ts'
import { encodePath } from '../../core/path.ts'
import type { FormattedDiagnostic } from '../../messages/format.ts'
import type { FileNames } from './location.ts'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'
const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/** What the report says about its maker. */
export interface SarifTool {
  readonly version: string
  /** What a code means, for the list of rules. */
  readonly explain: (code: string) => string | undefined
}

/** All diagnostics as one SARIF log. */
export function sarifReport(
  diagnostics: readonly FormattedDiagnostic[],
  nameOf: FileNames,
  tool: SarifTool,
): string {
  const codes = [...new Set<string>(diagnostics.map(({ code }) => code))].sort()
  const seen = new Map<string, number>()
  const results = diagnostics.map((diagnostic) => {
    const { code, severity, message, hint, at, related = [], fix } = diagnostic
    const key = contentHash(JSON.stringify([code, at && nameOf(at.file), tellingOf(diagnostic)]))
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return {
      ruleId: code,
      ruleIndex: codes.indexOf(code),
      level: LEVELS[severity],
      message: { text: hint === undefined ? message : `${message}. ${hint}` },
      ...(at === undefined ? {} : { locations: [location(at, nameOf)] }),
      ...(related.length === 0
        ? {}
        : {
            relatedLocations: related.map((other, id) => ({
              id,
              ...location(other.at, nameOf),
              message: { text: other.message },
            })),
          }),
      ...(fix === undefined ? {} : { fixes: [fixOf(fix, nameOf)] }),
      partialFingerprints: { 'handbook/v1': `${key}:${count}` },
    }
  })
  const driver = {
    name: 'handbook',
    version: tool.version,
    rules: codes.map((id) => ruleOf(id, tool)),
  }
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results }
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`
}

function ruleOf(id: string, { explain }: SarifTool): object {
  const text = explain(id)
  return {
    id,
    ...(text === undefined
      ? {}
      : { shortDescription: { text: firstSentence(text) }, help: { text, markdown: text } }),
  }
}

function firstSentence(text: string): string {
  return /^.*?(?:[.!?](?=\s|$)|。)/s.exec(text)?.[0].replaceAll(/\s+/g, ' ') ?? text
}

function location(at: Place, nameOf: FileNames): object {
  const artifactLocation = { uri: uriOf(at, nameOf) }
  const region = regionOf(at)
  return { physicalLocation: { artifactLocation, ...(region === undefined ? {} : { region }) } }
}

function uriOf(at: Place, nameOf: FileNames): string {
  const uri = encodePath(nameOf(at.file))
  // A first segment with a colon would be read as a scheme.
  return /^[^/]*:/.test(uri) ? `./${uri}` : uri
}

function regionOf({ start, end }: Place): object | undefined {
  if (start === undefined) return undefined
  return {
    startLine: start.line,
    startColumn: start.column,
    ...(end === undefined ? {} : { endLine: end.line, endColumn: end.column }),
  }
}

function fixOf({ at, text }: NonNullable<FormattedDiagnostic['fix']>, nameOf: FileNames): object {
  const replacement = { deletedRegion: regionOf(at), insertedContent: { text } }
  return {
    artifactChanges: [
      { artifactLocation: { uri: uriOf(at, nameOf) }, replacements: [replacement] },
    ],
  }
}
