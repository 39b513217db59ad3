// What browsers are told of the warnings of a book while it is served, with addresses that open the editor at each.
import path from 'node:path'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { Remark, Remarks } from '../dev/reload.ts'
import { slashed } from '../files/host-path.ts'
import { formatDiagnostic } from '../messages/format.ts'
import { renderTally } from './report.ts'
import type { Session } from './session.ts'

/** More than anybody reads at once. */
const MOST = 100

/** Describes warnings for browsers. Places of this computer are told to browsers of this computer only. */
export function remarksOf(
  session: Session,
  diagnostics: readonly Diagnostic[],
  editor: string | undefined,
): Remarks {
  const title = renderTally(diagnostics, session.words) ?? ''
  return { title, items: diagnostics.slice(0, MOST).map((one) => remarkOf(session, one, editor)) }
}

function remarkOf(
  { terminal, bookDir }: Session,
  diagnostic: Diagnostic,
  editor: string | undefined,
): Remark {
  const { message, hint, code } = formatDiagnostic(diagnostic, terminal.messages)
  const { at } = diagnostic
  const { line = 1, column = 1 } = at?.start ?? {}
  const place =
    at === undefined ? undefined : `${at.file}${at.start === undefined ? '' : `:${line}:${column}`}`
  const open =
    at === undefined || editor === undefined
      ? undefined
      : filled(editor, { file: forEditor(path.join(bookDir, at.file)), line, column })
  return {
    message: `${message} [${code}]`,
    ...(hint === undefined ? {} : { hint }),
    ...(place === undefined ? {} : { place }),
    ...(open === undefined ? {} : { editor: open }),
  }
}

function filled(
  address: string,
  values: { readonly file: string; readonly line: number; readonly column: number },
): string {
  return address
    .replaceAll('{file}', () => encodeURI(values.file).replaceAll(/[?#]/g, encodeURIComponent))
    .replaceAll('{line}', String(values.line))
    .replaceAll('{column}', String(values.column))
}

/** `C:\\book` is `C:/book`; editors take the slash before a path of Unix once. */
function forEditor(file: string): string {
  return slashed(file).replace(/^\//, '')
}
