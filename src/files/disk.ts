import { attempt } from '../core/attempt.ts'
import { fstatSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { type BookPath, baseName } from '../core/path.ts'
import { decodeText } from './decode.ts'
import { isDotted } from './dotted.ts'
import { createStates } from './file-states.ts'
import type { Files, TextFile } from './files.ts'
import { IGNORE_FILES } from './ignore.ts'
import { isInside, openInside, withFile } from './open.ts'
import type { WalkResult } from './seed.ts'
import { walk } from './walk.ts'

/** How a folder is read. */
export interface DiskOptions {
  /** Folders that are no part of the book, such as its output; relative ones start at the book's folder. */
  readonly ignoreDirs?: readonly string[]
  /** The folder is asked for one build: of a large book, older texts are read again. */
  readonly once?: boolean
}

/** A folder of the operating system as Files. What was read is remembered until `refresh`. */
export interface DiskFiles extends Files {
  /** Forgets what is known about these paths, or everything: call it when the disk has changed. */
  refresh(paths?: readonly BookPath[]): void
}

/**
 * A book's folder on disk. `list` has what ignore files leave; every other file inside the folder can be read by
 * name. Nothing outside can, not even through a symbolic link. `known` is what another thread found there.
 */
export function diskFiles(dir: string, options: DiskOptions = {}, known?: WalkResult): DiskFiles {
  const bookDir = resolve(dir)
  const texts = rememberTexts(options.once === true ? MOST_UNITS : Infinity)
  const states = createStates()
  let walked = known
  let real: string | undefined
  const realDir = (): string => (real ??= realpathSync.native(bookDir))
  const tree = (): WalkResult => (walked ??= walk(bookDir, options.ignoreDirs ?? []))

  /** The real file behind a path; undefined when it does not exist or lies outside. */
  const find = (path: BookPath): string | undefined =>
    walked?.onDisk.get(path) ?? realFile(bookDir, path, realDir) ?? tree().onDisk.get(path)

  const readWith = <T>(path: BookPath, read: (handle: number) => T): T | undefined => {
    const file = find(path)
    return file === undefined ? undefined : attempt(() => withFile(realDir(), file, read))
  }
  const bytes = (path: BookPath): Uint8Array | undefined =>
    readWith(path, (handle) => readFileSync(handle))

  return {
    dir: bookDir,
    list: () => tree().paths,
    problems: () => tree().problems,
    bytes,
    text(path) {
      if (texts.has(path)) return texts.get(path)
      const content = bytes(path)
      const text = content && decodeText(content)
      texts.set(path, text)
      return text
    },
    head: (path, length) => readWith(path, (handle) => readHead(handle, length)),
    open(path) {
      const file = find(path)
      return file === undefined ? undefined : openInside(realDir(), file)
    },
    size(path) {
      const file = find(path)
      return file === undefined ? undefined : attempt(() => statSync(file).size)
    },
    // Whoever asks where files lie asks for most of them: the list knows, and a look at each takes far longer.
    location: (path) => tree().onDisk.get(path) ?? find(path),
    shared: {
      seed: () => ({ dir: bookDir, options, walked: tree() }),
      seen: () => {},
    },
    state: states.now,
    refresh(paths) {
      real = undefined
      states.note(paths)
      if (paths === undefined) texts.clear()
      else for (const path of paths) texts.delete(path)
      if (!isSameTree(walked, paths, (path) => realFile(bookDir, path, realDir))) walked = undefined
    },
  }
}

/** How many UTF-16 code units of texts stay in memory for a single build: those of a book of a thousand pages. */
const MOST_UNITS = 8_000_000

/** Texts by path; what is undefined is not there. */
interface Texts extends Pick<Map<BookPath, TextFile | undefined>, 'has' | 'get' | 'clear'> {
  set(path: BookPath, text: TextFile | undefined): void
  delete(path: BookPath): void
}

/** Remembers the last texts that fit. */
function rememberTexts(mostUnits: number): Texts {
  const texts = new Map<BookPath, TextFile | undefined>()
  let units = 0
  const drop = (path: BookPath): void => {
    units -= texts.get(path)?.text.length ?? 0
    texts.delete(path)
  }
  return {
    has: (path) => texts.has(path),
    get: (path) => texts.get(path),
    set(path, text) {
      drop(path)
      units += text?.text.length ?? 0
      texts.set(path, text)
      for (const oldest of texts.keys()) {
        if (units <= mostUnits || oldest === path) break
        drop(oldest)
      }
    },
    delete: drop,
    clear() {
      texts.clear()
      units = 0
    },
  }
}

/** The list stays when all that changed is the content of ordinary files in it. */
function isSameTree(
  walked: WalkResult | undefined,
  paths: readonly BookPath[] | undefined,
  placeOf: (path: BookPath) => string | undefined,
): boolean {
  if (walked === undefined || paths === undefined) return false
  return paths.every((path) => {
    const known = walked.onDisk.get(path)
    if (known === undefined || IGNORE_FILES.includes(baseName(path))) return false
    return placeOf(path) === known
  })
}

/**
 * A regular file inside the folder, symbolic links resolved. Another name for a file of programs, a link to `.env` or the
 * short one that Windows gives it, is none of the book's.
 */
function realFile(bookDir: string, path: BookPath, realDir: () => string): string | undefined {
  return attempt(() => {
    const above = realDir()
    const real = realpathSync.native(join(bookDir, path))
    if (!isInside(above, real) || !statSync(real).isFile()) return undefined
    const inside = relative(above, real).split(sep).join('/')
    if (isDotted(inside) && !isDotted(path)) return undefined
    return isOtherCase(inside.normalize('NFC'), path) ? undefined : real
  })
}

/**
 * Windows and macOS find a file by its name in any case. A book that counted on it would lack that file on the server that
 * builds it, so a name means the same on every system: what is meant by another spelling, the book finds by its list.
 */
function isOtherCase(real: string, path: string): boolean {
  return real !== path && real.toLowerCase() === path.toLowerCase()
}

function readHead(handle: number, length: number): Uint8Array {
  const buffer = Buffer.alloc(Math.min(length, fstatSync(handle).size))
  return buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, 0))
}
