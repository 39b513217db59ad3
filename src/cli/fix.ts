// Writes what `check --fix` mends: one file at a time, each replaced as a whole, and shows the difference.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { CheckResult } from '../check/check.ts'
import { unifiedDiff } from '../check/diff.ts'
import { type FileFixes, applyFixes, fixesByFile } from '../check/fix.ts'
import type { Files } from '../files/files.ts'
import { displayPath, slashed } from '../files/host-path.ts'
import { replaceFile } from './replace-file.ts'
import { type Session } from './session.ts'

/** Mends what is certain and prints a unified diff. True when a source was written. */
export function fixBook(
  session: Session,
  files: Files,
  { diagnostics }: CheckResult,
  dryRun: boolean,
): boolean {
  const { terminal, flags } = session
  const changes = fixesByFile(diagnostics).flatMap((fixes) => changeOf(session, files, fixes) ?? [])
  for (const { place, diff, after } of changes) {
    if (flags.format === 'human') terminal.out.write(diff)
    if (!dryRun) replaceFile(place, after)
  }
  const words = session.words.check
  const count = changes.reduce((sum, change) => sum + change.count, 0)
  const done = (dryRun ? words.wouldFix : words.fixed)(count, changes.length)
  if (!flags.quiet) terminal.err.write(`${count === 0 ? words.nothingToFix : done}\n\n`)
  return changes.length > 0 && !dryRun
}

/** What becomes of a file. */
interface Change {
  /** The file of the operating system. */
  readonly place: string
  readonly diff: string
  readonly after: string
  readonly count: number
}

function changeOf(session: Session, files: Files, { file, fixes }: FileFixes): Change | undefined {
  const place = files.location(file)
  if (place === undefined) return undefined
  const bytes = readFileSync(place)
  const after = applyFixes(bytes, fixes)
  if (after === undefined) return undefined
  const name = displayPath(path.join(session.bookDir, file), session.terminal.cwd)
  const diff = unifiedDiff(slashed(name), bytes.toString(), after)
  return { place, diff, after, count: fixes.length }
}
