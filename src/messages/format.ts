import type { Diagnostic, Place } from '../core/diagnostic.ts'
import type { JsonObject } from '../core/json.ts'
import type { Code, Messages, Note } from './messages.ts'
import type { Said } from './said.ts'

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
  const entry: Said | ((told: never) => Said) | undefined = messages.diagnostics[code as Code]
  const said =
    typeof entry === 'function' ? (entry as (told: JsonObject) => Said)(args) : (entry ?? code)
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
