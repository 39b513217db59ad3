import path from 'node:path'
import { displayPath } from '../files/host-path.ts'
import { WorldError } from '../messages/failure.ts'
import { formatFailure } from '../messages/format.ts'
import type { Failure } from '../messages/messages.ts'
import { systemReason } from '../messages/system.ts'
import { displayWidth } from './display-width.ts'
import { type Console, createPaint, widthOf } from './terminal.ts'
import { wrapLine } from './wrap.ts'

/** What the command tells its caller. */
export const exitCodes = {
  fine: 0,
  /** The book has mistakes, or the world failed: a full disk, a port in use. */
  problems: 1,
  usage: 2,
  /** A package that only some commands need is not installed. */
  notInstalled: 3,
  bug: 70,
  interrupted: 130,
} as const

/** An exception: what to say of it, and the exit status it deserves. */
export interface ExplainedFailure {
  readonly failure: Failure
  readonly exitCode: number
  /** For our own mistakes, or when asked for. */
  readonly stack: string | undefined
}

/** Tells the world's failures from ours: errors called WorldError, and those of the operating system. */
export function explainFailure(error: unknown, isDebug: boolean): ExplainedFailure {
  if (!(error instanceof Error)) return ourMistake(String(error))
  const stack = isDebug ? error.stack : undefined
  const exitCode = exitCodes.problems
  if (error instanceof WorldError) return { failure: error.failure, exitCode, stack }
  const system = [error, error.cause].find(isSystemError)
  if (system === undefined) return ourMistake(error.stack ?? error.message)
  const failure = { case: 'system', file: system.path, reason: systemReason(system) } as const
  return { failure, exitCode, stack }
}

function ourMistake(stack: string): ExplainedFailure {
  return { failure: { case: 'bug' }, exitCode: exitCodes.bug, stack }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error
}

/** Prints a failure for people on standard error. */
export function printFailure(told: Failure, { err, env, cwd, messages }: Console): void {
  const failure =
    told.case === 'system' && told.file !== undefined
      ? { ...told, file: displayPath(path.resolve(cwd, told.file), cwd) }
      : told
  const { words } = messages
  const paint = createPaint(err, env)
  const { message, hint } = formatFailure(failure, messages)
  const lines = (text: string, taken: number): string =>
    wrapLine(text, Math.max(20, (widthOf(err) ?? Infinity) - 4), taken - 4).join('\n    ')
  const sentence = paint(['bold'], lines(message, displayWidth(words.severity.error) + 2))
  const note =
    hint === undefined ? '' : `  ${paint(['blue'], '=')} ${lines(`${words.hint}: ${hint}`, 4)}\n`
  err.write(`${paint(['red', 'bold'], words.severity.error)}: ${sentence}\n${note}`)
}
