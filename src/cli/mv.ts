// `handbook mv`: plans a move, shows it, and carries it out as a whole. When anything fails, everything is put back.
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { unifiedDiff } from '../check/diff.ts'
import { moveOutside } from '../check/move/problems.ts'
import type { FileChange } from '../check/move/plan.ts'
import { type BookPath, bookPath } from '../core/path.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { Files } from '../files/files.ts'
import { checkWordsFor } from './check-words.ts'
import { exitCodes } from './failure.ts'
import { type Session, checkBookFolder, printReport } from './session.ts'

/** `handbook mv <old> <new>`. Gives the exit code. */
export async function mvCommand(
  session: Session,
  names: readonly [from: string, to: string],
  dryRun: boolean,
): Promise<number> {
  const refuse = (problems: readonly Diagnostic[], files?: Files): number => {
    printReport(session, problems, files)
    return exitCodes.problems
  }
  const wrongFolder = checkBookFolder(session)
  if (wrongFolder !== undefined) return refuse([wrongFolder])
  const [from, to] = names.map((name) => pathInBook(session, name))
  if (from === undefined || to === undefined)
    return refuse([moveOutside(from === undefined ? names[0] : names[1])])
  const [{ checkBook }, { planMove }, { diskFiles }] = await Promise.all([
    import('../check/check.ts'),
    import('../check/move/plan.ts'),
    import('../files/disk.ts'),
  ])
  const files = diskFiles(session.bookDir)
  const { changes, diagnostics } = planMove(await checkBook({ files }), files, from, to)
  printReport(session, diagnostics, files)
  if (changes.length === 0) return exitCodes.problems
  show(session, files, changes)
  if (!dryRun) carryOut(session.bookDir, changes)
  const moved = changes.filter((change) => change.from !== change.to).length
  const edited = changes.filter(({ content }) => content !== undefined).length
  const words = checkWordsFor(session.terminal.env)
  if (!session.flags.quiet)
    session.terminal.err.write(`${(dryRun ? words.wouldMove : words.moved)(moved, edited)}\n`)
  return exitCodes.fine
}

/** Names are those of the shell when they lie in the book, else they start at the book's folder. */
function pathInBook({ bookDir, terminal }: Session, name: string): BookPath | undefined {
  const isShellName = !path.relative(bookDir, path.resolve(terminal.cwd, name)).startsWith('..')
  const file = path.resolve(isShellName ? terminal.cwd : bookDir, name)
  return bookPath(path.relative(bookDir, file).split(path.sep).join('/').normalize('NFC'))
}

function show({ terminal }: Session, files: Files, changes: readonly FileChange[]): void {
  for (const { from, to, content } of changes) {
    if (from !== to) terminal.out.write(`${from} → ${to}\n`)
    if (content !== undefined) {
      const bytes = files.bytes(from)
      const before = bytes === undefined ? '' : Buffer.from(bytes).toString()
      terminal.out.write(unifiedDiff(to, before, content))
    }
  }
}

/** All or nothing: what was done is undone in reverse when a step fails. */
function carryOut(bookDir: string, changes: readonly FileChange[]): void {
  const undo: (() => void)[] = []
  try {
    for (const { from, to, content } of changes) {
      const [old, fresh] = [path.join(bookDir, from), path.join(bookDir, to)]
      if (from !== to) {
        const made = mkdirSync(path.dirname(fresh), { recursive: true })
        if (made !== undefined) undo.push(() => rmSync(made, { recursive: true }))
        renameSync(old, fresh)
        undo.push(() => renameSync(fresh, old))
      }
      if (content !== undefined) replace(fresh, content, undo)
    }
  } catch (error) {
    for (const step of undo.reverse()) step()
    throw error
  }
  removeEmptyFolders(bookDir, changes)
}

function replace(file: string, content: string, undo: (() => void)[]): void {
  const stats = statSync(file, { throwIfNoEntry: false })
  const before = stats === undefined ? undefined : readFileSync(file)
  undo.push(() =>
    before === undefined ? rmSync(file, { force: true }) : writeFileSync(file, before),
  )
  writeFileSync(file, content)
}

function removeEmptyFolders(bookDir: string, changes: readonly FileChange[]): void {
  const folders = new Set(
    changes.filter(({ from, to }) => from !== to).map(({ from }) => path.posix.dirname(from)),
  )
  for (const folder of [...folders].sort((a, b) => b.length - a.length))
    for (let at = folder; at !== '.'; at = path.posix.dirname(at))
      try {
        rmdirSync(path.join(bookDir, at))
      } catch {
        // Something is left in it.
        break
      }
}
