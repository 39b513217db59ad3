import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { Code, Messages, Note } from './messages.ts'
import { say } from './said.ts'

/** A diagnostic in words. */
export interface FormattedDiagnostic extends Diagnostic {
  readonly message: string
  readonly related?: readonly {
    readonly at: Place
    readonly note: string
    readonly message: string
  }[]
}

/** Puts a diagnostic into the words of a language. */
export function formatDiagnostic(diagnostic: Diagnostic, messages: Messages): FormattedDiagnostic {
  const { code, severity, at, args = {}, related, fix } = diagnostic
  const said = say(messages.diagnostics[code as Code], args) ?? code
  const [message, standing] = typeof said === 'string' ? [said] : said
  const { near } = args
  const hint = typeof near === 'string' ? messages.didYouMean(near) : standing
  const notes = related?.map(({ at: place, note = '' }) => ({
    at: place,
    note,
    message: messages.notes[note as Note],
  }))
  return {
    code,
    severity,
    message,
    args,
    ...(at === undefined ? {} : { at }),
    ...(hint === undefined ? {} : { hint }),
    ...(notes === undefined ? {} : { related: notes }),
    ...(fix === undefined ? {} : { fix }),
  }
}
