// What a file system tells of a file without reading it. Whoever writes into a file changes this, unless that happens
// within the same tick of the clock, so what changed just now is stamped with its content, too: in doubt it is read.
import { type Stats, lstatSync, readFileSync } from 'node:fs'
import { attempt } from '../core/attempt.ts'
import { contentHash } from '../core/hash.ts'

/** How a file is: equal stamps mean equal content. */
export type Stamp = string

/** Clocks of kernels tick at least so often, in ms, and may be behind by a tick. */
const TICK = 25
/** The same for file systems that keep whole seconds, or every other one. */
const COARSE_TICK = 3000

/** What there is at a place, when it is a regular file and no link. */
export function statFile(file: string): Stats | undefined {
  const stats = attempt(() => lstatSync(file, { throwIfNoEntry: false }))
  return stats?.isFile() === true ? stats : undefined
}

/** Can something that changed at one time have changed again, unseen, at another or after it? In ms. */
export function isDoubtful(changed: number, since: number): boolean {
  return changed >= since - (Number.isInteger(changed / 1000) ? COARSE_TICK : TICK)
}

/** When a file was last written to or put in its place. */
export const lastChange = ({ mtimeMs, ctimeMs }: Stats): number => Math.max(mtimeMs, ctimeMs)

/** The stamp of a file as it is before it is read; undefined when there is none. */
export function stampOf(file: string): Stamp | undefined {
  const stats = statFile(file)
  return stats && stampAs(file, stats, lastChange(stats))
}

/** The same for a file that was looked at already, and with the change of it that others may have made. */
export function stampAs(file: string, stats: Stats, changed: number): Stamp | undefined {
  if (!isDoubtful(changed, Date.now())) return shapeOf(stats)
  return withContent(file, stats)
}

/**
 * The stamp that a file has from now on, shorter when doubts are over; undefined when it is another than it was. Whoever
 * has just looked at the file hands over what was there.
 */
export function sameStamp(file: string, before: Stamp, seen?: Stats): Stamp | undefined {
  const now = Date.now()
  const stats = seen ?? statFile(file)
  if (stats === undefined) return undefined
  const plain = shapeOf(stats)
  if (plain === before) return before
  if (!before.startsWith(`${plain} `)) return undefined
  if (withContent(file, stats) !== before) return undefined
  return isDoubtful(lastChange(stats), now) ? before : plain
}

/** Undefined when the file cannot be read. */
function withContent(file: string, stats: Stats): Stamp | undefined {
  return attempt(() => `${shapeOf(stats)} ${contentHash(readFileSync(file))}`)
}

/** What a file system tells of a file. Whoever trusts it alone looks at what he reads by another way. */
export function shapeOf({ ino, size, mtimeMs, ctimeMs }: Stats): Stamp {
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`
}
