// How the files of a site are when it has been written. Nobody but us writes with the lock, but people have editors: a
// file that may be changed between the moment in which it was ours and this one is compared with what it should be.
import path from 'node:path'
import type { OutputFile } from '../core/output-file.ts'
import type { Files } from '../files/files.ts'
import type { KnownParts, Stamped } from '../files/known-outputs.ts'
import { type Stamp, isDoubtful, lastChange, stampAs, stampOf, statFile } from '../files/stamp.ts'
import { hasContent } from './compare.ts'
import { manifestName } from './manifest.ts'
import type { Plan } from './plan.ts'

interface Written {
  readonly dir: string
  readonly files: Files
  /** The parts of what was written in parts, or stayed. */
  readonly partsOf: (file: OutputFile) => KnownParts | undefined
  /** When files that stayed were compared, and when the new ones had been gathered; in ms. */
  readonly compared: number
  readonly gathered: number
}

/** The stamps of the files of a site and of their list; undefined when one is not what was written. */
export function stampSite(
  { outputs, writes, known }: Plan,
  { dir, files, partsOf, compared, gathered }: Written,
): ReadonlyMap<string, Stamped> | undefined {
  const stamps = new Map<string, Stamped>()
  const isNew = new Set(writes)
  const list = stampOf(path.join(dir, manifestName))
  if (list === undefined) return undefined
  stamps.set(manifestName, { stamp: list })
  const note = (file: OutputFile, stamp: Stamp): void => {
    const madeOf = file.kind === 'made' ? file.madeOf?.() : undefined
    const parts = partsOf(file)
    stamps.set(file.path, {
      stamp,
      ...(madeOf !== undefined && { madeOf }),
      ...(parts && { parts }),
    })
  }
  for (const file of outputs.values()) {
    // Whoever has changed it since leaves another stamp.
    const before = known.get(file)
    if (before !== undefined) {
      note(file, before)
      continue
    }
    const place = path.join(dir, file.path)
    const stats = statFile(place)
    if (stats === undefined) return undefined
    // To put a file in its place is a change of it, too: ours.
    const changed = isNew.has(file) ? stats.mtimeMs : lastChange(stats)
    const stamp = stampAs(place, stats, changed)
    const isCertain = !isDoubtful(changed, isNew.has(file) ? gathered : compared)
    const isOurs = isCertain || hasContent({ onDisk: place, size: stats.size }, file, files)
    if (stamp === undefined || !isOurs) return undefined
    note(file, stamp)
  }
  return stamps
}
