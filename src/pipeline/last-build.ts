// What the last build of a book saw and wrote. As long as all of it is as it was, another build would see the same, say
// the same and write nothing: then nothing of the pipeline is even loaded. Whatever is in doubt is a build.
import { lstatSync } from 'node:fs'
import path from 'node:path'
import { attempt } from '../core/attempt.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { contentHash } from '../core/hash.ts'
import { type BookPath, foldersAbove } from '../core/path.ts'
import { realPlace, removeOld } from '../files/caches.ts'
import type { Files } from '../files/files.ts'
import { historyState } from '../files/git-history.ts'
import { readLines, writeLines } from '../files/hashed-lines.ts'
import { type Looks, treeOf } from '../files/looks.ts'
import { type Stamp, sameStamp, statFile } from '../files/stamp.ts'
import type { Asked } from './built.ts'
import { programHash } from './program-hash.ts'

/** What a build came to that wrote its site. */
export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[]
  readonly pages: number
  /** The files of the site. */
  readonly files: number
}

/** By what a build is known to be one that would come out the same. */
export interface Evidence {
  readonly looks: Looks
  readonly asked: Asked
  /** The files of the output folder as they were when it had been written. */
  readonly outputs: ReadonlyMap<string, Stamp>
}

/** A build that wrote its site. */
interface WrittenBuild extends Evidence {
  readonly outcome: BuildResult
}

/** A book, where its site goes, and what else it depends on: equal wishes on equal books give equal sites. */
export interface BuildPlace {
  readonly bookDir: string
  readonly outputDir: string
  /** As data: what the build is told. */
  readonly wish: object
  /** A name in the output folder that is there only while somebody writes, or was killed while writing. */
  readonly unfinished: string
}

/** What is known of the last build. */
export interface LastBuild {
  /** What a build would come to if it were done now; undefined when that is not known. */
  readonly repeat: (files: Files) => Promise<BuildResult | undefined>
  readonly keep: (build: WrittenBuild) => void
}

/** A record that nobody used for so long is deleted, in ms. */
const OLDEST = 60 * 86_400_000
const FORMAT = 1

/** What the folder of caches has of the build before. */
export function openLastBuild(place: BuildPlace, folder: string): LastBuild {
  const { bookDir, outputDir } = place
  const name = contentHash(`${realPlace(bookDir)}\n${realPlace(outputDir)}`)
  const file = path.join(folder, `${name}.jsonl`)
  return {
    async repeat(files) {
      const [record] = attempt(() => [...readLines(file)] as (Kept | undefined)[]) ?? []
      if (record === undefined || !isOfThisProgram(record, place)) return undefined
      const now = await lookAgain(record, files, place)
      if (now === undefined) return undefined
      if (now !== record) attempt(() => writeLines(file, [now]))
      return now.outcome
    },
    keep(build) {
      attempt(() => {
        writeLines(file, [recordOf(build, place)])
        removeOld(folder, OLDEST)
      })
    },
  }
}

type Stamps = readonly (readonly [name: string, stamp: Stamp | null])[]

/** As kept on the disk. */
interface Kept {
  readonly format: number
  readonly program: string
  readonly wish: string
  readonly outcome: BuildResult
  readonly tree: string
  readonly history: string | null
  readonly inputs: Stamps
  readonly outputs: Stamps
}

function recordOf({ outcome, looks, asked, outputs }: WrittenBuild, { wish }: BuildPlace): Kept {
  return {
    format: FORMAT,
    program: programHash(),
    wish: JSON.stringify(wish),
    outcome,
    tree: looks.tree,
    history: asked.history ?? null,
    inputs: Object.entries(looks.files),
    outputs: [...outputs],
  }
}

function isOfThisProgram({ format, program, wish }: Kept, place: BuildPlace): boolean {
  return format === FORMAT && wish === JSON.stringify(place.wish) && program === programHash()
}

/** The record as it is to be kept when everything is as it was; undefined when something is not. */
async function lookAgain(
  record: Kept,
  files: Files,
  { outputDir, unfinished }: BuildPlace,
): Promise<Kept | undefined> {
  if (exists(path.join(outputDir, unfinished)) || treeOf(files) !== record.tree) return undefined
  const inputs = same(record.inputs, (name) => files.location(name as BookPath))
  if (inputs === undefined || !(await hasHistory(record, files))) return undefined
  const outputs = same(record.outputs, (name) => path.join(outputDir, name))
  if (outputs === undefined || !areFolders(record.outputs, outputDir)) return undefined
  return inputs === record.inputs && outputs === record.outputs
    ? record
    : { ...record, inputs, outputs }
}

const exists = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined

/** The stamps from now on, the very same list when none has changed; undefined when a file has. */
function same(stamps: Stamps, placeOf: (name: string) => string | undefined): Stamps | undefined {
  let isSettled = true
  const now: [string, Stamp | null][] = []
  for (const [name, before] of stamps) {
    const place = placeOf(name)
    const stamp = stampNow(place, before)
    if (stamp === undefined) return undefined
    if (stamp !== before) isSettled = false
    now.push([name, stamp])
  }
  return isSettled ? stamps : now
}

function stampNow(place: string | undefined, before: Stamp | null): Stamp | null | undefined {
  if (before !== null) return place === undefined ? undefined : sameStamp(place, before)
  return place === undefined || statFile(place) === undefined ? null : undefined
}

/** What is below a link is not where it was written, whatever it is. */
function areFolders(outputs: Stamps, outputDir: string): boolean {
  const folders = new Set(outputs.flatMap(([name]) => foldersAbove(name)))
  return [...folders].every(
    (folder) =>
      lstatSync(path.join(outputDir, folder), { throwIfNoEntry: false })?.isDirectory() === true,
  )
}

async function hasHistory({ history }: Kept, { dir }: Files): Promise<boolean> {
  return history === null || (dir !== undefined && (await historyState(dir)) === history)
}
