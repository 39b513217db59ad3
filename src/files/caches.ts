import { readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { attempt } from '../core/attempt.ts'

/** Where the program keeps for a user what it can always make again (XDG Base Directory Specification). */
export function cachesFolder(env: { readonly [name: string]: string | undefined }): string {
  const caches = env['XDG_CACHE_HOME']
  // The specification: a relative path is invalid and counts as none.
  const base =
    caches !== undefined && path.isAbsolute(caches) ? caches : path.join(homedir(), '.cache')
  return path.join(base, 'handbook')
}

/** What nobody used for so long is deleted, in ms. */
const OLDEST = 60 * 86_400_000

/** Removes what was not used for two months. */
export function removeOld(folder: string): void {
  const limit = Date.now() - OLDEST
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    if (statSync(file).mtimeMs < limit) rmSync(file)
  }
}

/** Removes all files but those that were written last. */
export function keepNewest(folder: string, count: number): void {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => path.join(folder, name))
    .map((file) => ({ file, time: statSync(file).mtimeMs }))
    .toSorted((a, b) => b.time - a.time)
  for (const { file } of files.slice(count)) rmSync(file, { force: true })
}

/** The real path of a folder, by which caches know it. */
export function realPlace(folder: string): string {
  return attempt(() => realpathSync(folder)) ?? path.resolve(folder)
}
