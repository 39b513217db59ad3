import { type Diagnostic, tellingOf } from '../core/diagnostic.ts'
import { withEbooks } from '../ebook/downloads.ts'
import type { Files } from '../files/files.ts'
import type { DevEvent, DevServer, startDevServer } from '../dev/dev.ts'
import { formatDiagnostic } from '../messages/format.ts'
import { diskFiles } from '../files/disk.ts'
import { type BuildParts, loadBuildParts, outputFolder } from './build.ts'
import { bookNames } from './book-name.ts'
import { exitCodes } from './failure.ts'
import { keptPdfs, rememberedResults } from './remember.ts'
import { renderReport, renderTally } from './report.ts'
import { remarksOf } from './serve-remarks.ts'
import { untilSignal } from './signals.ts'
import { listenForKeys } from './keys.ts'
import {
  type Session,
  checkBookFolder,
  formatAll,
  printReport,
  refuse,
  reportStyle,
} from './session.ts'

/** What the flags of `serve` say. */
export interface ServeFlags {
  readonly port: number
  readonly strictPort: boolean
  readonly host: string
  readonly open: boolean
  /** The address by which browsers open the editor. */
  readonly editor?: string
}

/** The heavy parts of serving, and what ends it. */
export interface ServeParts extends Pick<BuildParts, 'build'> {
  readonly startDevServer: typeof startDevServer
  /** Settles when the server should stop. */
  readonly untilStopped: () => Promise<void>
}

/** Loads the real parts; Ctrl-C ends the server. */
async function loadServeParts(): Promise<ServeParts> {
  const [parts, dev] = await Promise.all([loadBuildParts(), import('../dev/dev.ts')])
  return { ...parts, startDevServer: dev.startDevServer, untilStopped: untilSignal }
}

/** `handbook serve`: builds in memory, serves, and builds again after every change. Gives the exit code. */
export async function serveCommand(
  session: Session,
  flags: ServeFlags,
  load: () => Promise<ServeParts> = loadServeParts,
): Promise<number> {
  const wrongFolder = checkBookFolder(session)
  if (wrongFolder !== undefined) {
    return refuse(session, [wrongFolder])
  }
  const parts = await load()
  const stopped = parts.untilStopped()
  printReport(session, session.notes)
  const teller = createTeller(session)
  const server = await start(session, flags, parts, teller)
  const stopKeys =
    session.flags.format === 'human' && session.terminal.env['CI'] === undefined
      ? listenForKeys((key) => {
          if (key.toLowerCase() === 'w') teller.repeat()
        })
      : undefined
  await stopped
  stopKeys?.()
  await server.close()
  return exitCodes.fine
}

function start(
  session: Session,
  flags: ServeFlags,
  parts: ServeParts,
  teller: Teller,
): Promise<DevServer> {
  const outDir = outputFolder(session, undefined)
  const files = diskFiles(session.bookDir, { ignoreDirs: [outDir] })
  const remembered = rememberedResults(session)
  return parts.startDevServer({
    ...flags,
    bookDir: session.bookDir,
    outDir,
    strict: session.flags.strict,
    ...(session.flags.trust && { trust: session.flags.trust }),
    names: bookNames(session.bookDir, session.terminal.env),
    build: withEbooks(parts.build, keptPdfs(session)),
    files,
    memory: remembered.load(),
    onMemory: remembered.save,
    messages: session.terminal.messages,
    formatDiagnostics: (diagnostics, of) =>
      renderReport(diagnostics, {
        ...reportStyle(session, of),
        paint: (_styles, text) => text,
        textWidth: undefined,
      }),
    describeRemarks: (diagnostics) => remarksOf(session, diagnostics, editorFor(flags)),
    onEvent: (event) => teller.tell(event, files),
  })
}

/** Other computers have other files: only browsers of this one open an editor. */
function editorFor({ editor, host }: ServeFlags): string | undefined {
  return /^(?:localhost|127\.|\[?::1)/.test(host) ? editor : undefined
}

/** What speaks to the author. */
interface Teller {
  readonly tell: (event: DevEvent, files: Files) => void
  /** Says again all that is wrong now. */
  readonly repeat: () => void
}

/** Tells what happens. What was wrong before an edit and still is, is counted and not told again. */
function createTeller(session: Session): Teller {
  let told: ReadonlySet<string> = new Set()
  let last: { readonly diagnostics: readonly Diagnostic[]; readonly files: Files } | undefined
  return {
    tell(event, files) {
      const wasWrong = (last?.diagnostics.length ?? 0) > 0
      const fresh =
        event.kind === 'built'
          ? event.diagnostics.filter((problem) => !told.has(identity(problem)))
          : []
      if (event.kind === 'built') {
        // A book that could not be read says nothing of its pages: what was told of them stays told.
        const kept = event.served ? [] : told
        told = new Set([...kept, ...event.diagnostics.map(identity)])
        last = { diagnostics: event.diagnostics, files }
      }
      tell(session, event, { fresh, wasWrong, files })
    },
    repeat() {
      const { terminal, words } = session
      if (last === undefined) return
      printReport(session, last.diagnostics, last.files, true)
      const tally = renderTally(last.diagnostics, words) ?? words.serve.nothingWrong
      terminal.err.write(`${tally}\n`)
    },
  }
}

/** The same mistake on another line is no news. */
function identity(diagnostic: Diagnostic): string {
  return `${diagnostic.code}\0${diagnostic.at?.file}\0${tellingOf(diagnostic)}`
}

/** What of the mistakes of a book its author has not been told. */
interface News {
  readonly fresh: readonly Diagnostic[]
  readonly wasWrong: boolean
  readonly files: Files
}

function tell(session: Session, event: DevEvent, { fresh, wasWrong, files }: News): void {
  const { terminal, words, flags } = session
  if (flags.format === 'json') return tellAsJson(session, event)
  if (event.kind === 'problem') printReport(session, [event.diagnostic])
  else if (event.kind === 'built') {
    printReport(session, fresh, files, true)
    const mended = wasWrong && event.served ? words.serve.nothingWrong : undefined
    const tally = renderTally(event.diagnostics, words) ?? mended
    if (tally !== undefined && !flags.quiet) terminal.err.write(`${tally}\n`)
    if (!flags.quiet) terminal.out.write(`${builtLine(session, event)}\n`)
  } else if (event.kind === 'listening') terminal.out.write(`${addresses(session, event)}\n`)
  else if (event.kind === 'not-opened') terminal.err.write(`${words.serve.notOpened(event.url)}\n`)
}

function tellAsJson(session: Session, event: DevEvent): void {
  const { terminal } = session
  const said =
    event.kind === 'problem'
      ? { ...event, diagnostic: formatDiagnostic(event.diagnostic, terminal.messages) }
      : event.kind === 'built'
        ? {
            ...event,
            ms: Math.round(event.ms),
            diagnostics: formatAll(session, event.diagnostics),
          }
        : event
  terminal.out.write(`${JSON.stringify({ version: 1, ...said })}\n`)
}

function addresses({ words }: Session, event: DevEvent & { readonly kind: 'listening' }): string {
  return [
    ...(event.wanted === 0 || event.port === event.wanted
      ? []
      : [words.serve.otherPort(event.wanted, event.port)]),
    `${words.serve.local} ${event.local}`,
    ...event.network.map((url) => `${words.serve.network} ${url}`),
    `${words.serve.stop}${process.stdin.isTTY ? words.serve.keys : ''}`,
  ].join('\n')
}

function builtLine({ words }: Session, event: DevEvent & { readonly kind: 'built' }): string {
  return event.served
    ? words.serve.built({ ...event, ms: Math.round(event.ms) })
    : words.serve.failed(event.changes)
}
