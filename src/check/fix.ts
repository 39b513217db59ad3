// What can be mended without asking, as changes of sources. A change is proposed only where there is no doubt, and a
// source keeps every byte outside of its changes: line ends, byte order mark and all.
import type { Diagnostic, Fix } from '../core/diagnostic.ts'
import { type BookPath } from '../core/path.ts'
import { fixAnchor, fixPath } from './fixes/reference.ts'
import { summaryEntry } from './fixes/summary-entry.ts'
import type { Subject } from './rule.ts'

const FIXES: {
  readonly [code: string]: (subject: Subject, diagnostic: Diagnostic) => Fix | undefined
} = {
  'links/case-differs': fixPath,
  'summary/case-differs': fixPath,
  'links/missing-file': fixPath,
  'images/missing-file': fixPath,
  'summary/missing-page': fixPath,
  'links/missing-anchor': fixAnchor,
  'links/unlisted-page': summaryEntry,
  'markdown/heading-without-space': headingSpace,
}

/** The same diagnostic with its fix, where there is one. */
export function withFix(subject: Subject, diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.fix !== undefined) return diagnostic
  const fix = FIXES[diagnostic.code]?.(subject, diagnostic)
  return fix === undefined ? diagnostic : { ...diagnostic, fix }
}

/** Only what is a heading already: elsewhere its author may have meant the marks. */
function headingSpace(_subject: Subject, { at, severity }: Diagnostic): Fix | undefined {
  if (severity !== 'info' || at?.end === undefined) return undefined
  return { at: { file: at.file, start: at.end, end: at.end }, text: ' ' }
}

/** Changes of one source, in order and apart from each other. */
export interface FileFixes {
  readonly file: BookPath
  readonly fixes: readonly Fix[]
}

/** The fixes of all diagnostics by file; of two that overlap the first is taken. */
export function fixesByFile(diagnostics: readonly Diagnostic[]): readonly FileFixes[] {
  return groupFixes(diagnostics.flatMap(({ fix }) => fix ?? []))
}

/** Fixes by file, in order and apart from each other. */
export function groupFixes(all: readonly Fix[]): readonly FileFixes[] {
  const byFile = new Map<BookPath, Map<string, Fix>>()
  for (const fix of all) {
    const known = byFile.get(fix.at.file) ?? new Map<string, Fix>()
    known.set(JSON.stringify([fix.at.start, fix.at.end, fix.text]), fix)
    byFile.set(fix.at.file, known)
  }
  return [...byFile].map(([file, fixes]) => ({ file, fixes: apart([...fixes.values()]) }))
}

function apart(fixes: readonly Fix[]): readonly Fix[] {
  const sorted = fixes.toSorted((a, b) => before(a.at.start, b.at.start))
  const kept: Fix[] = []
  for (const fix of sorted) {
    const last = kept.at(-1)
    if (last === undefined || before(last.at.end, fix.at.start) <= 0) kept.push(fix)
  }
  return kept
}

interface Spot {
  readonly line: number
  readonly column: number
}

function before(a: Spot | undefined, b: Spot | undefined): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0)
}

/** A source with its changes made; undefined when its bytes are not UTF-8. */
export function applyFixes(bytes: Uint8Array, fixes: readonly Fix[]): string | undefined {
  let whole: string
  try {
    whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
  const mark = whole.startsWith('\uFEFF') ? '\uFEFF' : ''
  const text = whole.slice(mark.length)
  const starts = [
    0,
    ...[...text.matchAll(/\r\n?|\n/g)].map(({ 0: end, index }) => index + end.length),
  ]
  const lineEnd = /\r\n?|\n/.exec(text)?.[0] ?? '\n'
  const offsetOf = (spot: Spot | undefined): number =>
    (starts[(spot?.line ?? 1) - 1] ?? text.length) + (spot?.column ?? 1) - 1
  let result = mark
  let done = 0
  for (const { at, text: replacement } of fixes) {
    const from = offsetOf(at.start)
    result += text.slice(done, from) + replacement.replaceAll('\n', lineEnd)
    done = Math.max(from, offsetOf(at.end))
  }
  return result + text.slice(done)
}
