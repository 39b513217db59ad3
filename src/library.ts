// What programs get beside the functions of the pipeline: the comforts of the command line.
import path from 'node:path'
import { type CheckResult, checkBook } from './check/check.ts'
import { build as buildBook } from './pipeline/build.ts'
import type { BuildRequest, Built, Memory } from './pipeline/built.ts'
import { renderReport } from './cli/report.ts'
import type { Diagnostic } from './core/diagnostic.ts'
import type { DevEvent, DevServer } from './dev/dev.ts'
import { withEbooks } from './ebook/downloads.ts'
import type { Trust } from './core/trust.ts'
import { diskFiles } from './files/disk.ts'
import type { Files } from './files/files.ts'
import { english } from './messages/en/index.ts'
import { type FormattedDiagnostic, formatDiagnostic as format } from './messages/format.ts'
import type { Messages } from './messages/messages.ts'

const buildWhole = withEbooks(buildBook)

/** Builds a book in memory, with the ebooks that it offers; nothing is written. A folder will do. */
export async function build(request: BuildRequest | string, memory?: Memory): Promise<Built> {
  return buildWhole(requestOf(request), memory)
}

/** Looks for everything that is wrong with a book. A folder will do. */
export async function check(
  request: Parameters<typeof checkBook>[0] | string,
  memory?: Memory,
): Promise<CheckResult> {
  return checkBook(requestOf(request), memory)
}

/** What is asked for a folder; whoever hands over something else is told what was expected. */
function requestOf<Request extends { readonly files: Files }>(
  request: Request | string,
): Request | { readonly files: Files } {
  if (typeof request === 'string')
    return { files: diskFiles(request, { ignoreDirs: [path.resolve(request, '_book')] }) }
  const files = (request as Partial<Request> | undefined)?.files as Partial<Files> | undefined
  if (typeof files?.list === 'function' && typeof files.text === 'function') return request
  throw new TypeError('Expected the folder of a book, or { files } with those of diskFiles')
}

/** A problem with its message and hint, in English unless another language is handed over. */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  messages: Messages = english,
): FormattedDiagnostic {
  return format(diagnostic, messages)
}

/** Problems as the terminal shows them, with an excerpt of each place, without colors. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  files: Files,
  messages: Messages = english,
): string {
  return renderReport(diagnostics, {
    messages,
    paint: (_styles, text) => text,
    width: 100,
    all: true,
    textOf: (file) => files.text(file)?.text,
    nameOf: (file) => file,
  })
}

/** How a book is served; everything may be left out. */
export interface ServeOptions {
  /** 4000, or the next one that is free; 0 is any free one. */
  readonly port?: number
  /** Fail instead of taking another port. */
  readonly strictPort?: boolean
  /** The address to listen on; `localhost` is this computer alone. */
  readonly host?: string
  /** How far the author of the book is trusted; as oneself unless said otherwise. */
  readonly trust?: Trust
  /** Warnings keep a build from being shown, as errors do. */
  readonly strict?: boolean
  /** Show the book in the default browser. */
  readonly open?: boolean
  /** The language of the overlay and of the server's own pages; English unless said otherwise. */
  readonly messages?: Messages
  /** Told of everything that happens, builds first of all. */
  readonly onEvent?: (event: DevEvent) => void
}

/** Serves the book in a folder and keeps it up to date until closed. Nothing is written. */
export async function serve(bookDir: string, options: ServeOptions = {}): Promise<DevServer> {
  if (typeof bookDir !== 'string') throw new TypeError('Expected the folder of a book')
  const { startDevServer } = await import('./dev/dev.ts')
  const dir = path.resolve(bookDir)
  const outDir = path.join(dir, '_book')
  return startDevServer({
    port: 4000,
    strictPort: false,
    host: 'localhost',
    open: false,
    onEvent: () => {},
    messages: english,
    ...options,
    bookDir: dir,
    outDir,
    files: diskFiles(dir, { ignoreDirs: [outDir] }),
    build: buildWhole,
    formatDiagnostics: (diagnostics, files) =>
      formatDiagnostics(diagnostics, files, options.messages),
  })
}
