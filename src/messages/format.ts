import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { JsonObject } from '../core/json.ts'
import type { Code, Failure, Messages, Note } from './messages.ts'
import { say } from './said.ts'

/** A diagnostic in words. */
export interface FormattedDiagnostic extends Diagnostic {
  readonly message: string
  /** What to do about it. */
  readonly hint?: string
  readonly related?: readonly {
    readonly at: Place
    readonly note: string
    readonly message: string
  }[]
}

/** Puts a diagnostic into the words of a language. */
export function formatDiagnostic(diagnostic: Diagnostic, messages: Messages): FormattedDiagnostic {
  const { code, severity, at, args, related, fix } = diagnostic
  const { message, hint } = sentence(messages.diagnostics[code as Code], args, messages)
  const notes = related?.map(({ at: place, note }) => ({
    at: place,
    note,
    message: messages.notes[note as Note],
  }))
  return {
    code,
    severity,
    message: message === '' ? code : message,
    args,
    ...(at === undefined ? {} : { at }),
    ...(hint === undefined ? {} : { hint }),
    ...(notes === undefined ? {} : { related: notes }),
    ...(fix === undefined ? {} : { fix }),
  }
}

/** What is said of a failure. */
export interface FormattedFailure {
  readonly message: string
  readonly hint: string | undefined
}

/** Puts a failure into the words of a language. */
export function formatFailure(failure: Failure, messages: Messages): FormattedFailure {
  return sentence(messages.failures, failure as unknown as JsonObject, messages)
}

/** What was probably meant goes before the hint that always holds. */
function sentence(entry: unknown, args: JsonObject, { didYouMean }: Messages): FormattedFailure {
  const said = say(entry, args) ?? ''
  const [message, standing] = typeof said === 'string' ? [said] : said
  const { near } = args
  return { message, hint: typeof near === 'string' ? didYouMean(near) : standing }
}
