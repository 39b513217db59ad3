// Begins a book, or creates the files that its SUMMARY names. A file that exists is never changed, and nothing is
// created outside the folder of the book.
import { mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { loadBook } from '../book/load.ts'
import { type Diagnostic, countDiagnostics } from '../core/diagnostic.ts'
import { type BookPath, folderPrefix } from '../core/path.ts'
import type { diskFiles } from '../files/disk.ts'
import type { Files } from '../files/files.ts'
import { exitCodes } from './failure.ts'
import { type PlanParts, type Wanted, missingPages, missingStructure } from './init-plan.ts'
import { cannotCreate, outsideBook } from './problems.ts'
import { renderTally } from './report.ts'
import { type Session, checkBookFolder, displayPath, printJson, printReport } from './session.ts'

interface InitParts extends PlanParts {
  readonly diskFiles: typeof diskFiles
  readonly loadBook: typeof loadBook
}

async function loadInitParts(): Promise<InitParts> {
  const [disk, config, load, lookup, outline, output] = await Promise.all([
    import('../files/disk.ts'),
    import('../book/config.ts'),
    import('../book/load.ts'),
    import('../book/lookup.ts'),
    import('../book/outline.ts'),
    import('../book/output.ts'),
  ])
  return { ...disk, ...config, ...load, ...lookup, ...outline, ...output }
}

/** What came into being, and what was wrong. */
interface Created {
  readonly paths: readonly BookPath[]
  readonly diagnostics: readonly Diagnostic[]
}

/** `handbook init`: creates what is missing and says what to do next. Gives the exit code. */
export async function initCommand(session: Session): Promise<number> {
  const { bookDir } = session
  if (statSync(bookDir, { throwIfNoEntry: false }) === undefined)
    mkdirSync(bookDir, { recursive: true })
  const wrongFolder = checkBookFolder(session)
  if (wrongFolder !== undefined) return finish(session, { paths: [], diagnostics: [wrongFolder] })

  const parts = await loadInitParts()
  const { env } = session.terminal
  const start = parts.diskFiles(bookDir)
  const structure = await missingStructureOf(start, parts, env)
  const skeleton = createAll(session, structure)
  const first = await parts.loadBook(parts.diskFiles(bookDir))
  const pages = first.value === undefined ? [] : missingPages(first.value, parts)
  const chapters = createAll(session, pages)

  // What is wrong now, after everything that could be created has been.
  const files = parts.diskFiles(bookDir)
  const last = await parts.loadBook(files)
  const diagnostics = [
    ...session.notes,
    ...skeleton.diagnostics,
    ...chapters.diagnostics,
    ...last.diagnostics,
  ]
  return finish(session, { paths: [...skeleton.paths, ...chapters.paths], diagnostics }, files)
}

/** Nothing when the configuration is broken: nobody knows then where the files belong. */
async function missingStructureOf(
  files: Files,
  parts: InitParts,
  env: Session['terminal']['env'],
): Promise<readonly Wanted[]> {
  const top = folderPrefix('')
  const written = top === undefined ? undefined : (await parts.readConfig(files, top)).value
  return written === undefined ? [] : missingStructure(files, written, { parts, env })
}

function createAll(session: Session, wanted: readonly Wanted[]): Created {
  const paths: BookPath[] = []
  const diagnostics: Diagnostic[] = []
  for (const { path: target, content } of wanted) {
    const problem = create(session, target, content)
    if (problem === undefined) paths.push(target)
    else diagnostics.push(problem)
  }
  return { paths, diagnostics }
}

function create({ bookDir }: Session, target: BookPath, content: string): Diagnostic | undefined {
  const file = path.join(bookDir, target)
  try {
    if (!isInside(realpathSync.native(bookDir), existingFolder(path.dirname(file))))
      return outsideBook(target, 'a symbolic link leads out of the book')
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content, { flag: 'wx' })
    return undefined
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/^E[A-Z0-9]+: /, '') : String(error)
    return cannotCreate(target, reason)
  }
}

/** The real path of the nearest folder that exists. */
function existingFolder(dir: string): string {
  return statSync(dir, { throwIfNoEntry: false }) === undefined
    ? existingFolder(path.dirname(dir))
    : realpathSync.native(dir)
}

function isInside(dir: string, other: string): boolean {
  const relative = path.relative(dir, other)
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}

function finish(session: Session, { paths, diagnostics }: Created, files?: Files): number {
  const { error, warning } = countDiagnostics(diagnostics)
  const ok = error === 0 && !(session.flags.strict && warning > 0)
  if (session.flags.format === 'json') printJson(session, { ok, created: paths, diagnostics })
  else printCreated(session, { paths, diagnostics }, files)
  return ok ? exitCodes.fine : exitCodes.problems
}

function printCreated(session: Session, { paths, diagnostics }: Created, files?: Files): void {
  const { terminal, words, flags, bookDir } = session
  const shown = (name: string): string => displayPath(path.join(bookDir, name), terminal.cwd)
  if (!flags.quiet)
    for (const created of paths) terminal.out.write(`${words.init.created} ${shown(created)}\n`)
  printReport(session, diagnostics, files)
  const tally = renderTally(diagnostics, words)
  if (tally !== undefined && !flags.quiet) terminal.err.write(`${tally}\n`)
  if (flags.quiet || countDiagnostics(diagnostics).error > 0) return
  if (paths.length === 0) terminal.out.write(`${words.init.nothing}\n`)
  terminal.out.write(nextSteps(session))
}

function nextSteps({ words, bookDir, terminal }: Session): string {
  const book = displayPath(bookDir, terminal.cwd)
  const argument = book === '.' ? '' : /\s/.test(book) ? ` "${book}"` : ` ${book}`
  return [
    '',
    words.init.next,
    `  ${words.init.edit}`,
    `  handbook serve${argument}    ${words.init.serve}`,
    `  handbook build${argument}    ${words.init.build}`,
    '',
  ].join('\n')
}
