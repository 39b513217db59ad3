import { existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { displayPath } from '../files/host-path.ts'
import type { build } from '../pipeline/build.ts'
import type { BuildRequest, Built } from '../pipeline/built.ts'
import { DamagedCache } from '../pipeline/damaged-cache.ts'
import type { BuildResult, Evidence, LastBuild } from '../pipeline/last-build.ts'
import type { Book } from '../core/book.ts'
import { type Diagnostic, countDiagnostics } from '../core/diagnostic.ts'
import { withEbooks } from '../ebook/downloads.ts'
import { diskFiles } from '../files/disk.ts'
import type { Files } from '../files/files.ts'
import { noteLooks } from '../files/looks.ts'
import type { inspectOutput } from '../output/folder.ts'
import type { WriteReport, WriteRequest, writeSite } from '../output/write.ts'
import { printable } from './display-width.ts'
import { environmentOf } from './environment.ts'
import { exitCodes } from './failure.ts'
import { footersAlone } from '../pipeline/page-footers.ts'
import { usefulJobs } from './jobs.ts'
import { createProgress } from './progress.ts'
import { keptPdfs, rememberedBuild, rememberedResults } from './remember.ts'
import { renderTally } from './report.ts'
import { tuneForBuild } from './tuning.ts'
import { type Session, checkBookFolder, printJson, printReport, hasFailed } from './session.ts'

/** The heavy parts of a build, loaded only by those who build. */
export interface BuildParts {
  readonly build: typeof build
  readonly writeSite: typeof writeSite
  readonly inspectOutput: typeof inspectOutput
}

/** Loads the real parts. */
export async function loadBuildParts(): Promise<BuildParts> {
  const [builder, writer, place] = await Promise.all([
    import('../pipeline/build.ts'),
    import('../output/write.ts'),
    import('../output/folder.ts'),
  ])
  return { ...builder, ...writer, ...place }
}

/** Where the site of a book goes unless somebody says otherwise. */
export function outputFolder(session: Session, output: string | undefined): string {
  return output === undefined
    ? path.join(session.bookDir, '_book')
    : path.resolve(session.terminal.cwd, output)
}

/** What a build came to. */
interface BuildOutcome {
  readonly diagnostics: readonly Diagnostic[]
  readonly pages: number
  readonly seconds: number
  readonly outputDir: string
  /** Undefined when nothing was written. */
  readonly report?: WriteReport
  readonly files?: Files
}

/** `handbook build`: reads the book, writes the site, says what happened. Gives the exit code. */
export async function buildCommand(
  session: Session,
  output: string | undefined,
  load: () => Promise<BuildParts> = loadBuildParts,
): Promise<number> {
  try {
    return await buildOnce(session, output, load)
  } catch (error) {
    // Noticed while pages were laid out to be written: nothing of the site has been touched yet.
    if (error instanceof DamagedCache) return buildOnce(session, output, load)
    throw error
  }
}

async function buildOnce(
  session: Session,
  output: string | undefined,
  load: () => Promise<BuildParts>,
): Promise<number> {
  const begin = performance.now()
  const outputDir = outputFolder(session, output)
  const seconds = (): number => Math.round(performance.now() - begin) / 1000
  const refuse = (diagnostic: Diagnostic): number =>
    finish(session, { diagnostics: [diagnostic], pages: 0, seconds: seconds(), outputDir })
  const wrongFolder = checkBookFolder(session)
  if (wrongFolder !== undefined) return refuse(wrongFolder)

  const disk = diskFiles(session.bookDir, { ignoreDirs: [outputDir], once: true })
  const environment = environmentOf(session.bookDir, session.terminal.env)
  const last = rememberedBuild(session, outputDir, environment)
  const repeated = await repeatBuild(session, last, { files: disk, outputDir })
  if (repeated !== undefined) return finish(session, { ...repeated, seconds: seconds() })

  tuneForBuild()
  const parts = await load()
  const shown = displayPath(outputDir, session.terminal.cwd)
  const place = parts.inspectOutput(outputDir, session.bookDir, shown)
  if (place.kind === 'refused') return refuse(place.diagnostic)
  const { files, looks } = noteLooks(disk, last.inputs)
  const built = await runBuild(session, parts, { files, environment })
  if (built.book !== undefined) await printPlugins(session, built.book)
  const pages = built.memory.results.size - footersAlone(built.book?.spaces ?? []).size
  const found = [...session.notes, ...built.diagnostics]
  if (hasFailed(session, found))
    return finish(session, { diagnostics: found, pages, seconds: seconds(), outputDir, files })

  let stamps: Evidence['outputs'] | undefined
  const report = await writeInterruptibly(session, parts, {
    outputs: built.outputs,
    files,
    outputDir,
    known: last.outputs,
    onStamped: (all) => (stamps = all),
  })
  if (report === undefined) return exitCodes.interrupted
  const diagnostics = [...found, ...report.diagnostics]
  const isWritten = !hasFailed(session, report.diagnostics)
  const outcome = {
    diagnostics: [...built.diagnostics, ...report.diagnostics],
    pages,
    files: report.written + report.unchanged,
  }
  if (isWritten) keepBuild(last, outcome, { looks: looks(), asked: built.asked, outputs: stamps })
  const done = { diagnostics, pages, seconds: seconds(), outputDir, files }
  return finish(session, isWritten ? { ...done, report } : done)
}

/** For the next build, unless something of this one cannot be compared. */
function keepBuild(
  last: LastBuild,
  outcome: BuildResult,
  { looks, asked, outputs }: { readonly [Part in keyof Evidence]: Evidence[Part] | undefined },
): void {
  if (looks && asked && outputs) last.keep({ outcome, looks, asked, outputs })
}

/** What the last build came to, when this one would come to the same; undefined when that takes a build to know. */
async function repeatBuild(
  session: Session,
  last: LastBuild,
  { files, outputDir }: { readonly files: Files; readonly outputDir: string },
): Promise<Omit<BuildOutcome, 'seconds'> | undefined> {
  // What plugins are for is said of a book that is loaded.
  if (session.flags.verbose) return undefined
  const outcome = await last.repeat(files)
  if (outcome === undefined) return undefined
  const diagnostics = [...session.notes, ...outcome.diagnostics]
  if (hasFailed(session, diagnostics)) return undefined
  const report = { written: 0, unchanged: outcome.files, removed: 0, diagnostics: [] }
  return { diagnostics, pages: outcome.pages, outputDir, report, files }
}

/** One line for each plugin, for those who want to know everything. */
async function printPlugins({ flags, terminal, words }: Session, book: Book): Promise<void> {
  if (!flags.verbose || flags.quiet || flags.format === 'json') return
  const { treatments } = await import('../pipeline/treatments.ts')
  const { treatment: is, reason: because } = words.plugins
  for (const { name, treatment, reason } of treatments(book)) {
    const written = treatment === 'off' ? `-${name}` : name
    const why = reason === undefined ? '' : ` (${because[reason]})`
    terminal.err.write(`${printable(written)}: ${is[treatment]}${why}\n`)
  }
}

async function runBuild(
  session: Session,
  parts: BuildParts,
  found: Pick<BuildRequest, 'files' | 'environment'>,
): Promise<Built> {
  const { terminal, words, flags } = session
  const progress = createProgress(terminal, words.build.progress)
  const remembered = rememberedResults(session)
  try {
    const request: BuildRequest = {
      ...found,
      strict: flags.strict,
      once: true,
      jobs: (pages) => flags.jobs ?? usefulJobs(pages, os.availableParallelism()),
      ...(flags.trust && { trust: flags.trust }),
      onProgress: progress.onProgress,
    }
    const buildAll = withEbooks(parts.build, keptPdfs(session))
    const built = await buildAll(request, remembered.load())
    remembered.save(built.memory)
    return built
  } finally {
    progress.end()
  }
}

/** Ctrl-C while files are being written: stop between two of them, clean up, and only then leave. */
async function writeInterruptibly(
  session: Session,
  { writeSite }: BuildParts,
  work: Pick<WriteRequest, 'outputs' | 'files' | 'outputDir' | 'known' | 'onStamped'>,
): Promise<WriteReport | undefined> {
  const { bookDir, terminal } = session
  const stop = new AbortController()
  const onSignal = (): void => stop.abort()
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
  try {
    const shownAs = displayPath(work.outputDir, terminal.cwd)
    return await writeSite({ ...work, bookDir, shownAs, signal: stop.signal })
  } catch (error) {
    if (stop.signal.aborted) return undefined
    throw error
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
  }
}

function finish(session: Session, finished: BuildOutcome): number {
  if (session.flags.format === 'json') printFinishedJson(session, finished)
  else printFinished(session, finished)
  return finished.report === undefined ? exitCodes.problems : exitCodes.fine
}

function printFinishedJson(session: Session, finished: BuildOutcome): void {
  const { diagnostics, pages, seconds, outputDir, report } = finished
  printJson(session, {
    ok: report !== undefined,
    pages,
    seconds,
    site:
      report === undefined
        ? null
        : {
            path: outputDir,
            written: report.written,
            unchanged: report.unchanged,
            removed: report.removed,
          },
    diagnostics,
  })
}

function printFinished(session: Session, finished: BuildOutcome): void {
  const { terminal, words, flags } = session
  const { diagnostics, report, pages, outputDir } = finished
  printReport(session, diagnostics, finished.files, true)
  if (finished.files === undefined) return
  const tally = renderTally(diagnostics, words)
  const output = displayPath(outputDir, terminal.cwd)
  if (report === undefined) {
    const isStrict = countDiagnostics(diagnostics).error === 0
    const kept = existsSync(outputDir) ? output : undefined
    terminal.err.write(`${tally ?? ''}\n${words.build.nothing(kept, isStrict)}\n`)
    return
  }
  if (flags.quiet) return
  const seconds = finished.seconds.toFixed(finished.seconds < 10 ? 2 : 1)
  if (tally !== undefined) terminal.err.write(`${tally}\n`)
  terminal.out.write(`${words.build.done({ ...report, pages, seconds, output })}\n`)
}
