/** What the command tells its caller. */
export const exitCodes = {
  fine: 0,
  /** The book has mistakes, or the world failed: a full disk, a port in use. */
  problems: 1,
  usage: 2,
  bug: 70,
  interrupted: 130,
} as const

/** The world failed, and one sentence says it all: shown without a stack, exit status 1. */
export class WorldError extends Error {
  override readonly name = 'WorldError'
  readonly hint: string | undefined

  constructor(message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, options)
    this.hint = options.hint
  }
}

/** An exception in words, with the exit status it deserves. */
export interface Failure {
  readonly message: string
  readonly hint: string | undefined
  readonly exitCode: number
  /** For our own mistakes, or when asked for. */
  readonly stack: string | undefined
}

const reportHint =
  'This is a mistake in handbook, not in your book. Please report it with the lines above and what you did'

/** Tells the world's failures from ours: errors called WorldError, those of the operating system, and their wrappers. */
export function explainFailure(error: unknown, isDebug: boolean): Failure {
  if (!(error instanceof Error)) return ourMistake(String(error))
  const isSystem = isSystemError(error)
  if (!isSystem && error.name !== 'WorldError' && !isSystemError(error.cause))
    return ourMistake(error.stack ?? error.message)
  return {
    message: isSystem ? systemMessage(error) : error.message,
    hint: 'hint' in error && typeof error.hint === 'string' ? error.hint : undefined,
    exitCode: exitCodes.problems,
    stack: isDebug ? error.stack : undefined,
  }
}

function ourMistake(stack: string): Failure {
  const message = 'handbook stopped unexpectedly'
  return { message, hint: reportHint, exitCode: exitCodes.bug, stack }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'code' in error
}

/** `EACCES: permission denied, open '/book/x'` without the name that only programmers know. */
function systemMessage(error: Error): string {
  const text = error.message.replace(/^E[A-Z0-9]+: /, '')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
