// Opens files of a book. Between the moment in which a folder is looked at and the one in which a file of it is read,
// somebody may put a link or something else than a file in its place: what was opened decides, not its name.
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { sep } from 'node:path'

/** Without these a link would be followed, and a pipe would be waited for. Windows has neither. */
const CAREFULLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** Is this real path below the folder, and not in its version control? Compared by whole components. */
export function isInside(realDir: string, real: string): boolean {
  const top = realDir.endsWith(sep) ? realDir : realDir + sep
  return real.startsWith(top) && !real.slice(top.length).split(sep).includes('.git')
}

/** Opens a regular file inside a folder, by its real path; throws when it is none. Whoever opens it closes it. */
export function openInside(realDir: string, real: string): number {
  const handle = openSync(real, CAREFULLY)
  try {
    if (isFileInside(realDir, handle, real)) return handle
    throw Object.assign(new Error('no file of the book'), { code: 'ENOENT' })
  } catch (error) {
    closeSync(handle)
    throw error
  }
}

function isFileInside(realDir: string, handle: number, real: string): boolean {
  const opened = fstatSync(handle, { bigint: true })
  if (!opened.isFile()) return false
  const told = placeOf(handle)
  if (told !== undefined) return isInside(realDir, told)
  const place = realpathSync.native(real)
  const now = statSync(place, { bigint: true })
  return now.ino === opened.ino && now.dev === opened.dev && isInside(realDir, place)
}

let tells = process.platform === 'linux'

/** The real path of an open file, where the system tells it: one question in place of one for every folder above. */
function placeOf(handle: number): string | undefined {
  if (!tells) return undefined
  try {
    return readlinkSync(`/proc/self/fd/${handle}`)
  } catch {
    tells = false
    return undefined
  }
}

/** Does something with an open file, and closes it. */
export function withFile<T>(realDir: string, real: string, work: (handle: number) => T): T {
  const handle = openInside(realDir, real)
  try {
    return work(handle)
  } finally {
    closeSync(handle)
  }
}
