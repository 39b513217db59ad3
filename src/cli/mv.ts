// `handbook mv`: plans a move, shows it, and carries it out as a whole.
import { type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { isPagePath } from '../book/output.ts'
import { unifiedDiff } from '../check/diff.ts'
import type { FileChange } from '../check/rename/overlay.ts'
import type { Move } from '../check/rename/plan.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { type BookPath, bookPath } from '../core/path.ts'
import type { Files } from '../files/files.ts'
import { isWithin, slashedWay } from '../files/host-path.ts'
import { problem } from '../messages/problem.ts'
import { carryOut } from './carry-out.ts'
import { exitCodes } from './failure.ts'
import { type Session, checkBookFolder, printReport, refuse } from './session.ts'

/** `handbook mv <old> <new>`. Gives the exit code. */
export async function mvCommand(
  session: Session,
  names: readonly [from: string, to: string],
  dryRun: boolean,
): Promise<number> {
  const wrongFolder = checkBookFolder(session)
  if (wrongFolder !== undefined) return refuse(session, [wrongFolder])
  const move = readMove(session, names)
  if ('code' in move) return refuse(session, [move])
  const [{ checkBook }, { planMove }, { diskFiles }] = await Promise.all([
    import('../check/check.ts'),
    import('../check/rename/plan.ts'),
    import('../files/disk.ts'),
  ])
  const files = diskFiles(session.bookDir)
  const { trust } = session.flags
  const plan = await planMove(await checkBook({ files, ...(trust && { trust }) }), files, move)
  if (plan.changes.length === 0) return refuse(session, plan.diagnostics, plan.files)
  show(session, files, plan.changes)
  if (!dryRun) carryOut(session.bookDir, files, plan.changes)
  printReport(session, plan.diagnostics, plan.files)
  tell(session, plan.changes, dryRun)
  return exitCodes.fine
}

function tell(
  { terminal, words, flags }: Session,
  changes: readonly FileChange[],
  dryRun: boolean,
): void {
  const moved = changes.filter((change) => change.from !== change.to).length
  const edited = changes.filter(({ content }) => content !== undefined).length
  if (!flags.quiet)
    terminal.err.write(`${(dryRun ? words.move.wouldBe : words.move.done)(moved, edited)}\n`)
}

/** What two names on the command line mean. A "#" that is no part of a file's name says that a heading is meant. */
function readMove(session: Session, [old, fresh]: readonly [string, string]): Move | Diagnostic {
  const hash = old.indexOf('#')
  if (hash > 0 && statOf(session, old) === undefined)
    return readHeading(session, old.slice(0, hash), old.slice(hash + 1), fresh)
  const [from, to] = [pathInBook(session, old), pathInBook(session, fresh)]
  if (from === undefined || to === undefined) return outside(from === undefined ? old : fresh)
  const into = /[\\/]$/.test(fresh) || isOtherFolder(statOf(session, fresh), statOf(session, old))
  return { kind: 'files', from, to, into }
}

/** On disks that take `Guide` and `guide` for one folder, a new spelling of a name is no folder to go into. */
function isOtherFolder(there: Stats | undefined, moved: Stats | undefined): boolean {
  if (there?.isDirectory() !== true) return false
  return there.ino !== moved?.ino || there.dev !== moved.dev
}

function outside(name: string): Diagnostic {
  return problem('move/outside-book', undefined, { path: name })
}

/** `page.md#old` with `#new`, `page.md#new` or a new text. */
function readHeading(
  session: Session,
  name: string,
  anchor: string,
  fresh: string,
): Move | Diagnostic {
  const page = pathInBook(session, name)
  if (page === undefined) return outside(name)
  const heading = { kind: 'heading', page, anchor } as const
  const text = fresh.trim()
  const [, place = '', id] = /^([^#\s]*)(?:#(?![#\s])(.*))?$/.exec(text) ?? []
  const isPlace = isPagePath(place)
  if (isPlace && (id === undefined || pathInBook(session, place) !== page))
    return problem('move/leaves-page', undefined, { from: page, to: place })
  if (id !== undefined && (isPlace || place === '')) return { ...heading, to: { anchor: id } }
  // The marks of a heading are not its text.
  return { ...heading, to: { text: text.replace(/^(?:#{1,6}|={1,6})\s+/, '') } }
}

function statOf({ bookDir, terminal }: Session, name: string): Stats | undefined {
  try {
    return statSync(fileOf(bookDir, terminal.cwd, name))
  } catch {
    return undefined
  }
}

/** Names are those of the shell when they lie in the book, else they start at the book's folder. */
function fileOf(bookDir: string, cwd: string, name: string): string {
  const isShellName = isWithin(bookDir, path.resolve(cwd, name))
  return path.resolve(isShellName ? cwd : bookDir, name)
}

function pathInBook({ bookDir, terminal }: Session, name: string): BookPath | undefined {
  const file = fileOf(bookDir, terminal.cwd, name)
  return bookPath(slashedWay(bookDir, file).normalize('NFC'))
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
