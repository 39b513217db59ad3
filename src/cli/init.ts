// Begins a book, or creates the files that the SUMMARY of one names. A file that exists is never changed, and nothing is
// created outside the folder of the book.
import { readdirSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { CONFIG_NAMES, completeConfig, readConfig } from '../book/config.ts'
import { BOOK_TOML } from '../book/config-mdbook.ts'
import { GITBOOK_YAML } from '../book/config-imported.ts'
import { loadBook } from '../book/load.ts'
import { isPagePath } from '../book/output.ts'
import { type Diagnostic, countDiagnostics } from '../core/diagnostic.ts'
import { type BookPath, folderPrefix } from '../core/path.ts'
import { allowanceOf } from '../core/trust.ts'
import { diskFiles } from '../files/disk.ts'
import type { Files } from '../files/files.ts'
import { displayPath, isWithin } from '../files/host-path.ts'
import { makeFolder } from '../output/make-folder.ts'
import { loadMessages } from '../messages/languages.ts'
import { problem } from '../messages/problem.ts'
import { systemReason } from '../messages/system.ts'
import { exitCodes } from './failure.ts'
import { type InitAnswers, type InitFlags, hostOf } from './init-answers.ts'
import { type Person, askForAnswers, personAtTerminal } from './init-ask.ts'
import { newBook } from './init-book.ts'
import { type Defaults, initDefaults } from './init-defaults.ts'
import { nextSteps } from './init-steps.ts'
import { summaryOfFolder } from './init-summary.ts'
import { type PlannedFile, missingPages, missingStructure } from './init-plan.ts'
import { renderTally } from './report.ts'
import { type Session, checkBookFolder, checkNewFolder, printJson, printReport } from './session.ts'

/** What came into being, and what was wrong. */
interface InitOutcome {
  readonly paths: readonly BookPath[]
  readonly diagnostics: readonly Diagnostic[]
  /** What a new book was made of. */
  readonly answers?: InitAnswers
}

/**
 * `handbook init`: begins a book in a folder that holds none, else creates what the book there lacks, and says what to do
 * next. Gives the exit code.
 */
export async function initCommand(
  session: Session,
  flags: InitFlags,
  findPerson: () => Person | undefined = personAtTerminal,
): Promise<number> {
  const { bookDir } = session
  const isThere = statSync(bookDir, { throwIfNoEntry: false }) !== undefined
  const wrongFolder = isThere ? checkBookFolder(session) : checkNewFolder(session)
  if (wrongFolder !== undefined) return finish(session, { paths: [], diagnostics: [wrongFolder] })
  if (isThere && holdsBook(bookDir)) return completeBook(session, flags)

  const defaults = initDefaults(bookDir, session.terminal.env)
  const answers = await answersFor(session, flags, { defaults, findPerson })
  if (answers === undefined) {
    session.terminal.err.write(`${session.words.init.stopped}\n`)
    return exitCodes.interrupted
  }
  makeFolder(bookDir)
  // What is there already (a .gitignore, a package.json) stays as it is.
  const wanted = newBook(answers, defaults.place).filter(
    ({ path: name }) => statSync(path.join(bookDir, name), { throwIfNoEntry: false }) === undefined,
  )
  const created = createAll(session, wanted)
  const files = diskFiles(bookDir)
  const last = await loadBook(files, programsOf(session))
  const diagnostics = [...session.notes, ...created.diagnostics, ...last.diagnostics]
  return finish(session, { paths: created.paths, diagnostics, answers }, files)
}

/** Whether configurations that are programs are run. */
function programsOf({ flags }: Session): { readonly runsCode: boolean } {
  return { runsCode: allowanceOf(flags.trust ?? 'full').code }
}

/** A configuration, also of others, a list of languages or any page at the top of a folder makes it a book. */
function holdsBook(bookDir: string): boolean {
  return readdirSync(bookDir).some((name) => isPagePath(name) || CONFIGURATIONS.includes(name))
}
const CONFIGURATIONS: readonly string[] = [...CONFIG_NAMES, GITBOOK_YAML, BOOK_TOML]

/** What the flags say, and where somebody can be asked, what they answer; undefined when they stopped. */
async function answersFor(
  session: Session,
  flags: InitFlags,
  {
    defaults,
    findPerson,
  }: { readonly defaults: Defaults; readonly findPerson: () => Person | undefined },
): Promise<InitAnswers | undefined> {
  const { terminal, bookDir } = session
  const isAsking = !flags.yes && !session.flags.quiet && session.flags.format === 'human'
  const person = isAsking ? findPerson() : undefined
  const { yes: _, ...said } = flags
  const { repository } = { ...defaults.answers, ...said }
  const isPossible = defaults.answers.workflow && hostOf(repository) !== undefined
  const workflow = isPossible && flags.workflow !== false
  if (person === undefined) return { ...defaults.answers, ...said, workflow }
  const words = session.words.init
  try {
    const shown = displayPath(bookDir, terminal.cwd)
    terminal.out.write(`${words.greeting(shown === '.' ? path.basename(bookDir) : shown)}\n`)
    const questions = { ask: person.ask, out: terminal.out, messages: terminal.messages }
    return await askForAnswers(questions, flags, defaults.answers)
  } finally {
    person.close()
  }
}

/** Creates the start page, the table of contents and the pages that it names, where they are missing. */
async function completeBook(session: Session, flags: InitFlags): Promise<number> {
  const { bookDir } = session
  const start = diskFiles(bookDir)
  const structure = await missingStructureOf(start, session)
  const skeleton = createAll(session, structure)
  const first = await loadBook(diskFiles(bookDir), programsOf(session))
  const pages = first.value === undefined ? [] : missingPages(first.value)
  const chapters = createAll(session, pages)

  // What is wrong now, after everything that could be created has been.
  const files = diskFiles(bookDir)
  const last = await loadBook(files, programsOf(session))
  const diagnostics = [
    ...session.notes,
    ...uselessFlags(flags),
    ...skeleton.diagnostics,
    ...chapters.diagnostics,
    ...last.diagnostics,
  ]
  return finish(session, { paths: [...skeleton.paths, ...chapters.paths], diagnostics }, files)
}

/** Nothing when the configuration is broken: nobody knows then where the files belong. */
async function missingStructureOf(files: Files, session: Session): Promise<readonly PlannedFile[]> {
  const { words } = session.terminal.messages
  const programs = programsOf(session)
  const top = folderPrefix('')
  const written =
    top === undefined ? undefined : (await readConfig(files, top, programs.runsCode)).value
  if (written === undefined) return []
  const { language } = completeConfig(written)
  const own = language === undefined ? words : (await loadMessages(language)).words
  const { introduction, summary } = own.skeleton
  const found = (await loadBook(files, { introduction: () => introduction, ...programs })).value
  if (found?.recognized === undefined) return missingStructure(files, written, words)
  const file = summaryOfFolder(found, summary)
  return file === undefined ? [] : [file]
}

function createAll(session: Session, wanted: readonly PlannedFile[]): InitOutcome {
  const paths: BookPath[] = []
  const diagnostics: Diagnostic[] = []
  for (const { path: target, content } of wanted) {
    const failure = create(session, target, content)
    if (failure === undefined) paths.push(target)
    else diagnostics.push(failure)
  }
  return { paths, diagnostics }
}

function create(
  { bookDir }: Session,
  target: BookPath,
  content: PlannedFile['content'],
): Diagnostic | undefined {
  const file = path.join(bookDir, target)
  try {
    if (!isWithin(realpathSync.native(bookDir), existingFolder(path.dirname(file))))
      return problem('cli/init-outside-book', undefined, { target })
    makeFolder(path.dirname(file))
    writeFileSync(file, content, { flag: 'wx' })
    return undefined
  } catch (error) {
    return problem('cli/init-cannot-create', undefined, { target, reason: systemReason(error) })
  }
}

/** Flags that describe a new book, where there is one already. */
function uselessFlags(flags: InitFlags): readonly Diagnostic[] {
  const names = (['title', 'languages', 'repository', 'workflow'] as const)
    .filter((name) => flags[name] !== undefined)
    .map((name) => (name === 'workflow' ? '--no-workflow' : `--${name}`))
  return names.length === 0 ? [] : [problem('cli/init-existing-book', undefined, { flags: names })]
}

/** The real path of the nearest folder that exists. */
function existingFolder(dir: string): string {
  return statSync(dir, { throwIfNoEntry: false }) === undefined
    ? existingFolder(path.dirname(dir))
    : realpathSync.native(dir)
}

function finish(session: Session, created: InitOutcome, files?: Files): number {
  const { paths, diagnostics } = created
  const { error, warning } = countDiagnostics(diagnostics)
  const ok = error === 0 && !(session.flags.strict && warning > 0)
  if (session.flags.format === 'json') printJson(session, { ok, created: paths, diagnostics })
  else printCreated(session, created, files)
  return ok ? exitCodes.fine : exitCodes.problems
}

function printCreated(session: Session, created: InitOutcome, files?: Files): void {
  const { paths, diagnostics } = created
  const { terminal, words, flags, bookDir } = session
  const shown = (name: string): string => displayPath(path.join(bookDir, name), terminal.cwd)
  if (!flags.quiet)
    for (const name of paths) terminal.out.write(`${words.init.created} ${shown(name)}\n`)
  printReport(session, diagnostics, files)
  const tally = renderTally(diagnostics, words)
  if (tally !== undefined && !flags.quiet) terminal.err.write(`${tally}\n`)
  if (flags.quiet || countDiagnostics(diagnostics).error > 0) return
  if (paths.length === 0) terminal.out.write(`${words.init.nothing}\n`)
  terminal.out.write(nextSteps(session, created))
}
