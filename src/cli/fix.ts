// Writes what `check --fix` mends: one file at a time, each replaced as a whole, and shows the difference.
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Checked } from '../check/check.ts'
import { unifiedDiff } from '../check/diff.ts'
import { applyFixes, fixesByFile } from '../check/fix.ts'
import type { Files } from '../files/files.ts'
import { checkWordsFor } from './check-words.ts'
import { type Session, displayPath } from './session.ts'

/** Mends what is certain and prints a unified diff. True when a source was written. */
export function fixBook(
  session: Session,
  files: Files,
  { diagnostics }: Checked,
  dryRun: boolean,
): boolean {
  const { terminal, flags } = session
  const words = checkWordsFor(terminal.env)
  let [count, changed] = [0, 0]
  for (const { file, fixes } of fixesByFile(diagnostics)) {
    const place = files.location(file)
    const bytes = place === undefined ? undefined : readFileSync(place)
    const after = bytes && applyFixes(bytes, fixes)
    if (place === undefined || bytes === undefined || after === undefined) continue
    const name = displayPath(path.join(session.bookDir, file), terminal.cwd)
    if (flags.format === 'human')
      terminal.out.write(unifiedDiff(name.split(path.sep).join('/'), bytes.toString(), after))
    if (!dryRun) replaceFile(place, after)
    count += fixes.length
    changed += 1
  }
  if (!flags.quiet) {
    const done = dryRun ? words.wouldFix(count, changed) : words.fixed(count, changed)
    terminal.err.write(`${count === 0 ? words.nothingToFix : done}\n\n`)
  }
  return changed > 0 && !dryRun
}

/** A file is its old self or its new self, whatever happens in between. */
export function replaceFile(file: string, content: string): void {
  const temporary = `${file}.handbook-${process.pid}`
  try {
    writeFileSync(temporary, content, { mode: statSync(file).mode })
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
