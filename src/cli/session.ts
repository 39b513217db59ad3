// What every command needs once its flags are read: the book's folder, where to print, and in which manner.
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Diagnostic, sortDiagnostics, countDiagnostics } from '../core/diagnostic.ts'
import { isPagePath } from '../core/path.ts'
import { closest } from '../core/suggest.ts'
import type { Trust } from '../core/trust.ts'
import type { Files } from '../files/files.ts'
import { displayPath } from '../files/host-path.ts'
import { type FormattedDiagnostic, formatDiagnostic } from '../messages/format.ts'
import type { Words } from '../messages/messages.ts'
import { problem } from '../messages/problem.ts'
import { exitCodes } from './failure.ts'
import { type ReportStyle, renderReport } from './report.ts'
import { type Console, createPaint, widthOf } from './terminal.ts'

/** Flags that all commands share. */
export interface CommonFlags {
  readonly strict: boolean
  readonly format: 'human' | 'json'
  readonly quiet: boolean
  readonly verbose: boolean
  /** False: results of earlier commands are neither used nor kept. */
  readonly cache?: boolean
  /** How many threads render the pages of a large book. */
  readonly jobs?: number
  /** How far the author of the book is trusted. */
  readonly trust?: Trust
}

/** One run of a command. */
export interface Session {
  readonly terminal: Console
  readonly flags: CommonFlags
  readonly words: Words
  readonly bookDir: string
  /** What the command line itself has to say, such as flags without meaning. */
  readonly notes: readonly Diagnostic[]
}

/** Puts flags and terminal together. `book` is the folder as it was typed. */
export function createSession(
  terminal: Console,
  flags: CommonFlags,
  book: string,
  notes: readonly Diagnostic[],
): Session {
  const bookDir = path.resolve(terminal.cwd, book)
  return { terminal, flags, words: terminal.messages.words, bookDir, notes }
}

/** Why there can be no book in the folder; undefined when it is one. */
export function checkBookFolder({ bookDir, terminal }: Session): Diagnostic | undefined {
  const found = statSync(bookDir, { throwIfNoEntry: false })
  const shown = displayPath(bookDir, terminal.cwd)
  if (found === undefined)
    return problem('cli/missing-folder', undefined, {
      folder: shown,
      near: neighbor(bookDir, terminal.cwd),
    })
  return found.isDirectory() ? undefined : notFolder(bookDir, terminal.cwd)
}

/** What a new book may not be called: whoever names a file means the folder that it is in. */
export function checkNewFolder({ bookDir, terminal }: Session): Diagnostic | undefined {
  const isFile = isPagePath(bookDir) || /\.(?:json|ya?ml|toml)$/i.test(bookDir)
  return isFile ? notFolder(bookDir, terminal.cwd) : undefined
}

function notFolder(file: string, cwd: string): Diagnostic {
  return problem('cli/not-a-folder', undefined, {
    file: displayPath(file, cwd),
    folder: displayPath(path.dirname(file), cwd),
  })
}

function neighbor(dir: string, cwd: string): string | undefined {
  const parent = path.dirname(dir)
  if (statSync(parent, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined
  const folders = readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
  const near = closest(path.basename(dir), folders)
  return near === undefined ? undefined : displayPath(path.join(parent, near), cwd)
}

/** How diagnostics of a book are shown on standard error. */
export function reportStyle(session: Session, files?: Files): ReportStyle {
  const { terminal, flags, bookDir } = session
  return {
    messages: terminal.messages,
    paint: createPaint(terminal.err, terminal.env),
    width: Math.min(widthOf(terminal.err) ?? 100, 140),
    textWidth: widthOf(terminal.err),
    all: flags.verbose,
    textOf: (file) => files?.text(file)?.text,
    nameOf: (file) => displayPath(path.join(bookDir, file), terminal.cwd),
  }
}

/**
 * Prints diagnostics for people on standard error; only errors when asked to be quiet. A build on a terminal is brief: its
 * author looks for other things than a list of mistakes, which `check` gives.
 */
export function printReport(
  session: Session,
  diagnostics: readonly Diagnostic[],
  files?: Files,
  isBuild = false,
): void {
  const wanted = session.flags.quiet
    ? diagnostics.filter(({ severity }) => severity === 'error')
    : diagnostics
  if (wanted.length > 0)
    session.terminal.err.write(
      renderReport(wanted, {
        ...reportStyle(session, files),
        brief: isBuild && session.terminal.err.columns !== undefined,
      }),
    )
}

/** Says why nothing was done. Gives the exit code. */
export function refuse(session: Session, problems: readonly Diagnostic[], files?: Files): number {
  printReport(session, problems, files)
  return exitCodes.problems
}

/** What `--format json` prints. Its fields are described in docs/commands.md. */
export interface JsonReport {
  readonly ok: boolean
  readonly diagnostics: readonly Diagnostic[]
  readonly pages?: number
  readonly seconds?: number
  /** Excepted by comments in pages. */
  readonly excepted?: number
  /** Left out because they are in the baseline. */
  readonly known?: number
  /** Null when nothing was written. */
  readonly site?: {
    readonly path: string
    readonly written: number
    readonly unchanged: number
    readonly removed: number
  } | null
  /** Ebooks that were made; null when nothing was written. */
  readonly ebooks?: readonly { readonly path: string; readonly bytes: number }[] | null
  /** Files that `init` created. */
  readonly created?: readonly string[]
}

/** Diagnostics in the words of a session. */
export function formatAll(
  { terminal }: Session,
  diagnostics: readonly Diagnostic[],
): readonly FormattedDiagnostic[] {
  return diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, terminal.messages))
}

/** Prints one JSON object on standard output. */
export function printJson(session: Session, report: JsonReport): void {
  const diagnostics = formatAll(session, sortDiagnostics(report.diagnostics))
  session.terminal.out.write(`${JSON.stringify({ version: 1, ...report, diagnostics })}\n`)
}

/** Is there something for which a command does not end well? */
export function hasFailed({ flags }: Session, diagnostics: readonly Diagnostic[]): boolean {
  const { error, warning } = countDiagnostics(diagnostics)
  return error > 0 || (flags.strict && warning > 0)
}
