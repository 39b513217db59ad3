// `handbook check`: everything that is wrong with a book, in the form that the caller reads. Nothing is written but a
// baseline, and sources with --fix.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  type Baseline,
  baselineOf,
  baselineText,
  parseBaseline,
  withoutBaseline,
} from '../check/baseline.ts'
import type { CheckResult } from '../check/check.ts'
import { type Diagnostic, countDiagnostics, sortDiagnostics } from '../core/diagnostic.ts'
import type { DiskFiles } from '../files/disk.ts'
import type { Files } from '../files/files.ts'
import { problem } from '../messages/problem.ts'
import { version } from '../version.ts'
import type { CheckFlags } from './check-flags.ts'
import type { Words } from '../messages/messages.ts'
import { readExplanations } from './explain.ts'
import { exitCodes } from './failure.ts'
import { fileNames } from './formats/location.ts'
import { githubReport } from './formats/github.ts'
import { junitReport } from './formats/junit.ts'
import { sarifReport } from './formats/sarif.ts'
import { checkLinksOutside } from './external.ts'
import { renderTally } from './report.ts'
import { runCheck } from './run-check.ts'
import { type Session, checkBookFolder, formatAll, printJson, printReport } from './session.ts'

interface CheckOutcome {
  readonly diagnostics: readonly Diagnostic[]
  readonly numbers: Parameters<Words['check']['fine']>[0]
  readonly files?: Files
}

/** `handbook check`. Gives the exit code. */
export async function checkCommand(session: Session, flags: CheckFlags): Promise<number> {
  const refused = flags.watch ? checkBookFolder(session) : undefined
  if (!flags.watch || refused !== undefined) return checkOnce(session, flags)
  const { watchCheck } = await import('./check-watch.ts')
  return watchCheck(session, () => checkOnce(session, flags))
}

async function checkOnce(session: Session, flags: CheckFlags): Promise<number> {
  const begin = performance.now()
  const seconds = (): string => ((performance.now() - begin) / 1000).toFixed(2)
  const baseline = readBaseline(session, flags)
  const refused = checkBookFolder(session) ?? baseline.refusal
  if (refused !== undefined) {
    const numbers = { pages: 0, seconds: seconds(), remarks: 0, excepted: 0, known: 0 }
    return finish(session, flags, { diagnostics: [refused], numbers })
  }
  const { diskFiles } = await import('../files/disk.ts')
  const files = diskFiles(session.bookDir)
  const checked = await checkAndFix(session, flags, files)
  const outside = await askOutside(session, checked, flags)
  const all = sortDiagnostics([...session.notes, ...checked.diagnostics, ...outside])
  if (flags.updateBaseline) writeBaseline(session, flags, all)
  const { fresh, known, gone } = withoutBaseline(
    all,
    flags.updateBaseline ? baselineOf(all) : baseline.entries,
  )
  if (gone > 0) say(session, flags, session.words.check.baselineGone(flags.baseline ?? '', gone))
  const { excepted, results } = checked
  const remarks = countDiagnostics(fresh).info
  const numbers = { pages: results.size, seconds: seconds(), remarks, excepted, known }
  return finish(session, flags, { diagnostics: fresh, numbers, files })
}

/** What is wrong with links to other sites; nobody is asked for the book of a stranger. */
async function askOutside(
  session: Session,
  checked: CheckResult,
  { external, cache }: CheckFlags,
): Promise<readonly Diagnostic[]> {
  if (!external) return []
  if (session.flags.trust === 'none') return [problem('cli/not-asked', undefined)]
  return checkLinksOutside(session, checked, cache)
}

/** A line for people. */
function say({ terminal, flags: { quiet } }: Session, { format }: CheckFlags, line: string): void {
  if (format === 'human' && !quiet) terminal.err.write(`${line}\n`)
}

async function checkAndFix(
  session: Session,
  { fix, dryRun }: CheckFlags,
  files: DiskFiles,
): Promise<CheckResult> {
  const checked = await runCheck(session, files)
  if (!fix && !dryRun) return checked
  const { fixBook } = await import('./fix.ts')
  if (!fixBook(session, files, checked, dryRun)) return checked
  files.refresh()
  return runCheck(session, files)
}

interface ReadBaseline {
  readonly entries: Baseline
  readonly refusal?: Diagnostic
}

function readBaseline(
  { terminal }: Session,
  { baseline: file, updateBaseline }: CheckFlags,
): ReadBaseline {
  const none: Baseline = new Map<string, number>()
  if (file === undefined || updateBaseline) return { entries: none }
  let text: string
  try {
    text = readFileSync(path.resolve(terminal.cwd, file), 'utf8')
  } catch {
    return { entries: none, refusal: problem('cli/no-baseline', undefined, { file }) }
  }
  const entries = parseBaseline(text)
  if (typeof entries !== 'string') return { entries }
  return {
    entries: none,
    refusal: problem('cli/not-a-baseline', undefined, { case: entries, file }),
  }
}

function writeBaseline(
  session: Session,
  flags: CheckFlags,
  diagnostics: readonly Diagnostic[],
): void {
  const { terminal } = session
  const { baseline: file = '' } = flags
  writeFileSync(path.resolve(terminal.cwd, file), baselineText(diagnostics))
  say(session, flags, session.words.check.baselineWritten(file, diagnostics.length))
}

function finish(session: Session, flags: CheckFlags, found: CheckOutcome): number {
  const { error, warning } = countDiagnostics(found.diagnostics)
  const tooMany = flags.maxWarnings !== undefined && warning > flags.maxWarnings
  const dead = countDead(session, flags, found.diagnostics)
  const failed = error > 0 || (session.flags.strict && warning > 0) || tooMany || dead > 0
  print(session, flags, found, failed)
  // Whoever asked for quiet still learns why.
  const { terminal, words } = session
  if (tooMany)
    terminal.err.write(`${words.check.tooManyWarnings(warning, flags.maxWarnings ?? 0)}\n`)
  else if (dead > 0 && error === 0 && !session.flags.strict)
    terminal.err.write(`${words.check.deadLinks(dead)}\n`)
  return failed ? exitCodes.problems : exitCodes.fine
}

/** What readers run into: links and pictures that lead nowhere. */
const DEAD =
  /^(?:links\/(?:missing-|folder-without|ignored-file|outside-book)|images\/|summary\/(?:missing-page|outside-book)$|check\/missing-html)/

/** Dead links that fail the check: in a workflow, where nobody reads a warning. */
function countDead(
  { terminal }: Session,
  { allowDeadLinks }: CheckFlags,
  diagnostics: readonly Diagnostic[],
): number {
  if (allowDeadLinks || !isWorkflow(terminal.env)) return 0
  return diagnostics.filter(({ code, severity }) => severity === 'warning' && DEAD.test(code))
    .length
}

/** Hosts that run workflows set `CI`. */
function isWorkflow(env: Session['terminal']['env']): boolean {
  return ![undefined, '', '0', 'false'].includes(env['CI'])
}

function print(session: Session, flags: CheckFlags, found: CheckOutcome, failed: boolean): void {
  const { terminal, bookDir } = session
  const { diagnostics, numbers } = found
  const formatted = formatAll(session, diagnostics)
  const nameOf = fileNames(bookDir, terminal.cwd, terminal.env)
  switch (flags.format) {
    case 'human':
      return printHuman(session, found)
    case 'json': {
      const { pages, excepted, known } = numbers
      const seconds = Number(numbers.seconds)
      return printJson(session, { ok: !failed, pages, seconds, excepted, known, diagnostics })
    }
    case 'sarif': {
      const explanations = readExplanations(terminal.messages.language)
      const explain = (code: string): string | undefined => explanations.get(code)
      terminal.out.write(sarifReport(formatted, nameOf, { version, explain }))
      return
    }
    case 'github':
      terminal.out.write(githubReport(formatted, nameOf))
      return printTally(session, found)
    case 'junit':
      terminal.out.write(junitReport(formatted, nameOf))
  }
}

function printHuman(session: Session, found: CheckOutcome): void {
  const { terminal, flags } = session
  const { diagnostics, files } = found
  printReport(session, diagnostics, files)
  if (flags.quiet) return
  const words = session.words.check
  printTally(session, found)
  const fixable = diagnostics.filter(({ fix }) => fix !== undefined).length
  if (fixable > 0) terminal.err.write(`${words.fixable(fixable)}\n`)
  const worst = diagnostics.find(({ severity }) => severity !== 'info') ?? diagnostics[0]
  if (worst === undefined) return
  const isOnly = diagnostics.every(({ code }) => code === worst.code)
  terminal.err.write(`${words.explain(worst.code, isOnly)}\n`)
}

function printTally({ terminal, words }: Session, { diagnostics, numbers }: CheckOutcome): void {
  const tally = renderTally(diagnostics, words)
  if (tally === undefined)
    terminal.out.write(`${words.check.fine(numbers)}${words.check.aside(numbers)}\n`)
  else terminal.err.write(`${tally}${words.check.aside(numbers)}\n`)
}
