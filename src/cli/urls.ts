// `handbook urls`: every address of a book, and the list of those that readers may rely on.
import path from 'node:path'
import type { BookPath } from '../core/path.ts'
import { spaceOf } from '../core/space.ts'
import { displayPath } from '../files/host-path.ts'
import { exitCodes } from './failure.ts'
import { replaceFile } from './replace-file.ts'
import { runCheck } from './run-check.ts'
import { type Session, checkBookFolder, printReport, refuse } from './session.ts'

/** What `urls` is asked to do beyond printing. */
export interface UrlsFlags {
  readonly lock: boolean
  /** Addresses to give up; 'vanished' for all that nobody answers to. */
  readonly forget: readonly string[] | 'vanished'
}

/** `handbook urls`. Gives the exit code. */
export async function urlsCommand(session: Session, flags: UrlsFlags): Promise<number> {
  const wrongFolder = checkBookFolder(session)
  if (wrongFolder !== undefined) return refuse(session, [wrongFolder])
  const [{ diskFiles }, lockFile, { updateLock }, { checkUrls }] = await Promise.all([
    import('../files/disk.ts'),
    import('../check/permalinks/lock.ts'),
    import('../check/permalinks/update.ts'),
    import('../check/permalinks/check.ts'),
  ])
  const files = diskFiles(session.bookDir)
  const checked = await runCheck(session, files)
  const { book, results, diagnostics } = checked
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  // Of a book that cannot be built nobody knows the addresses.
  if (book === undefined || errors.length > 0) return refuse(session, errors, files)
  const isLocking = flags.lock || flags.forget.length > 0
  if (!isLocking) {
    session.terminal.out.write(lockFile.listAddresses(lockFile.addressesOf(results.values())))
    return exitCodes.fine
  }
  const site = { book, results, spaceOf: (page: BookPath) => spaceOf(book, page) }
  const list = updateLock(site, files, flags.forget)
  if (list.problems.length > 0) return refuse(session, list.problems, files)
  const place = path.join(session.bookDir, lockFile.LOCK_FILE)
  replaceFile(place, list.text)
  // On the lines of the new list.
  const fresh = diskFiles(session.bookDir)
  if (list.vanished > 0) printReport(session, await checkUrls(site, fresh), fresh)
  const { terminal } = session
  const name = displayPath(place, terminal.cwd)
  if (!session.flags.quiet) terminal.err.write(`${session.words.addressesLocked(name, list)}\n`)
  return exitCodes.fine
}
