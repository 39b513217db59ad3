// `handbook epub`: reads the book, makes a file for each of its languages, says what happened.
import { statSync } from 'node:fs'
import path from 'node:path'
import { type Diagnostic, countDiagnostics } from '../core/diagnostic.ts'
import type { ReadEdition } from '../ebook/make.ts'
import type { Files } from '../files/files.ts'
import { displayPath } from '../files/host-path.ts'
import { environmentOf } from './environment.ts'
import { makeFolder } from '../output/make-folder.ts'
import { exitCodes } from './failure.ts'
import { createProgress } from './progress.ts'
import { replaceFile } from './replace-file.ts'
import { renderTally } from './report.ts'
import { type Session, checkBookFolder, printJson, printReport, hasFailed } from './session.ts'

/** What an ebook is asked to be. */
export interface EbookFlags {
  /** The file, as it was typed. */
  readonly file?: string | undefined
  readonly language?: string | undefined
}

/** A file that was made. */
interface WrittenBook {
  readonly path: string
  readonly bytes: Uint8Array
  readonly chapters: number
}

/** How one edition becomes a file, of so many chapters. */
export type MakeFile = (edition: ReadEdition) => {
  readonly bytes?: Uint8Array
  readonly chapters: number
  readonly diagnostics: readonly Diagnostic[]
}

/** How editions become files. */
export interface Maker {
  readonly make: MakeFile
  /** Those that are asked for; without it all. */
  readonly select?: (editions: readonly ReadEdition[]) => {
    readonly editions: readonly ReadEdition[]
    readonly diagnostics: readonly Diagnostic[]
  }
}

/** `handbook epub`. Gives the exit code. */
export async function epubCommand(session: Session, flags: EbookFlags): Promise<number> {
  return ebookCommand(session, flags, 'epub', async () => {
    const { makeEpub } = await import('../ebook/epub/epub.ts')
    const make: MakeFile = ({ edition, remarks }) => ({
      ...makeEpub(edition, remarks),
      chapters: edition.chapters.length,
    })
    return { make }
  })
}

/** Makes an ebook of each language that is asked for, all of them or none. */
export async function ebookCommand(
  session: Session,
  flags: EbookFlags,
  format: string,
  load: () => Promise<Maker>,
): Promise<number> {
  const begin = performance.now()
  const wrongFolder = checkBookFolder(session)
  if (wrongFolder !== undefined) return finish(session, { diagnostics: [wrongFolder], begin })
  const { make, select = (editions) => ({ editions, diagnostics: [] }) } = await load()
  const { files, editions: all, diagnostics } = await readBook(session, flags)
  const { editions, diagnostics: unknown } = select(all)
  const found: Diagnostic[] = [...session.notes, ...unknown, ...diagnostics]
  if (hasFailed(session, found)) return finish(session, { diagnostics: found, files, begin })
  const made: WrittenBook[] = []
  for (const edition of editions) {
    const { bytes, chapters, diagnostics: remarks } = make(edition)
    const target = targetOf(session, flags, format, editions.length > 1 ? edition : undefined)
    if (bytes !== undefined) made.push({ path: target, bytes, chapters })
    found.push(...remarks)
  }
  if (hasFailed(session, found)) return finish(session, { diagnostics: found, files, begin })
  for (const { path: target, bytes } of made) {
    makeFolder(path.dirname(target))
    replaceFile(target, bytes)
  }
  return finish(session, { diagnostics: found, files, begin, made })
}

async function readBook(
  session: Session,
  { language }: EbookFlags,
): Promise<{
  readonly files: Files
  readonly editions: readonly ReadEdition[]
  readonly diagnostics: readonly Diagnostic[]
}> {
  const { terminal, words, bookDir, flags } = session
  const [{ diskFiles }, { readEditions }] = await Promise.all([
    import('../files/disk.ts'),
    import('../ebook/make.ts'),
  ])
  const files = diskFiles(bookDir)
  const progress = createProgress(terminal, words.build.progress)
  try {
    const build = {
      files,
      ...(flags.trust && { trust: flags.trust }),
      environment: environmentOf(bookDir, terminal.env),
      onProgress: progress.onProgress,
    }
    const read = await readEditions({ build, ...(language === undefined ? {} : { language }) })
    return { files, ...read }
  } finally {
    progress.end()
  }
}

/** `book.epub` where the command is called; GitBook's names where there are several languages. */
function targetOf(
  { terminal, bookDir }: Session,
  { file }: EbookFlags,
  format: string,
  several: ReadEdition | undefined,
): string {
  const asked = path.resolve(terminal.cwd, file ?? `book.${format}`)
  const isFolder = file !== undefined && statSync(asked, { throwIfNoEntry: false })?.isDirectory()
  const named = isFolder === true ? path.join(asked, `${path.basename(bookDir)}.${format}`) : asked
  if (several === undefined) return named
  const { dir, name, ext } = path.parse(named)
  return path.join(dir, `${name}_${several.edition.space.id}${ext || `.${format}`}`)
}

interface Outcome {
  readonly diagnostics: readonly Diagnostic[]
  readonly files?: Files
  readonly begin: number
  readonly made?: readonly WrittenBook[]
}

function finish(session: Session, finished: Outcome): number {
  if (session.flags.format === 'json') printFinishedJson(session, finished)
  else printFinished(session, finished)
  return finished.made === undefined ? exitCodes.problems : exitCodes.fine
}

function secondsSince(begin: number): number {
  return Math.round(performance.now() - begin) / 1000
}

function printFinishedJson(session: Session, { diagnostics, begin, made }: Outcome): void {
  const ebooks = made?.map(({ path: file, bytes }) => ({ path: file, bytes: bytes.length })) ?? null
  const seconds = secondsSince(begin)
  printJson(session, { ok: made !== undefined, seconds, ebooks, diagnostics })
}

function printFinished(session: Session, { diagnostics, files, begin, made }: Outcome): void {
  const { terminal, words, flags } = session
  printReport(session, diagnostics, files)
  if (files === undefined || (made !== undefined && flags.quiet)) return
  const tally = renderTally(diagnostics, words)
  if (tally !== undefined) terminal.err.write(`${tally}\n`)
  if (made === undefined) {
    const isStrict = countDiagnostics(diagnostics).error === 0
    terminal.err.write(`${words.build.nothing(undefined, isStrict)}\n`)
  }
  for (const { path: file, bytes, chapters } of made ?? []) {
    const output = displayPath(file, terminal.cwd)
    const kilobytes = Math.ceil(bytes.length / 1000)
    const seconds = secondsSince(begin)
    terminal.out.write(`${words.ebook.done({ output, chapters, kilobytes, seconds })}\n`)
  }
}
