// What the last build of a book saw and wrote. As long as all of it is as it was, another build would see the same, say
// the same and write nothing: then nothing of the pipeline is even loaded. Whatever is in doubt is a build.
import { lstatSync } from 'node:fs'
import path from 'node:path'
import { attempt, once } from '../core/attempt.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { contentHash } from '../core/hash.ts'
import { type BookPath, foldersAbove } from '../core/path.ts'
import { realPlace, removeOld } from '../files/caches.ts'
import type { Files, Looks } from '../files/files.ts'
import { historyState } from '../files/git-history.ts'
import { readLines, toLine, writeLines } from '../files/hashed-lines.ts'
import { type KnownFiles, treeOf } from '../files/looks.ts'
import type { KnownOutputs, KnownParts, Stamped } from '../files/known-outputs.ts'
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
  readonly outputs: ReadonlyMap<string, Stamped>
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
  /** The files of the site as they were then. */
  readonly outputs: KnownOutputs
  /** The files of the book as they were then. */
  readonly inputs: KnownFiles
  readonly keep: (build: WrittenBuild) => void
}

const FORMAT = 4

/** What the folder of caches has of the build before. */
export function openLastBuild(place: BuildPlace, folder: string): LastBuild {
  const { bookDir, outputDir } = place
  const name = contentHash(`${realPlace(bookDir)}\n${realPlace(outputDir)}`)
  const file = path.join(folder, `${name}.jsonl`)
  const kept = once(() => attempt(() => read(file)))
  const outputs = once(() => byName(kept()?.outputs))
  const parts = once(() => new Map(kept()?.parts))
  const inputs = once(() => byName(kept()?.inputs))
  return {
    inputs: {
      stampOf: (input) => inputs().get(input)?.[1] ?? undefined,
      hashesOf(input) {
        const [, , text, opening] = inputs().get(input) ?? []
        return text === undefined || opening === undefined ? undefined : { text, opening }
      },
    },
    async repeat(files) {
      const record = kept()
      if (record?.wish !== JSON.stringify(place.wish)) return undefined
      const now = await lookAgain(record, files, place)
      if (now === undefined) return undefined
      if (now !== record) attempt(() => writeLines(file, [toLine(now).bytes]))
      return now.outcome
    },
    outputs: {
      stampOf(output, stats) {
        const made = output.kind === 'made' ? output.madeOf?.() : undefined
        if (made === undefined) return undefined
        const [, stamp, madeOf] = outputs().get(output.path) ?? []
        if (!stamp || madeOf !== made) return undefined
        // Asked for each file of a site, whose name needs no joining.
        return sameStamp(`${outputDir}/${output.path}`, stamp, stats)
      },
      partsOf(output) {
        const [, stamp] = outputs().get(output) ?? []
        const known = parts().get(output)
        if (!stamp || known === undefined) return undefined
        return sameStamp(path.join(outputDir, output), stamp) === undefined ? undefined : known
      },
    },
    keep(build) {
      attempt(() => {
        writeLines(file, [toLine(recordOf(build, place)).bytes])
        removeOld(folder)
      })
    },
  }
}

/** With what an output was made of, or what a text said. */
type Stamps = readonly (readonly [name: string, stamp: Stamp | null, ...more: string[]])[]

function byName(stamps: Stamps = []): ReadonlyMap<string, Stamps[number]> {
  return new Map(stamps.map((one) => [one[0], one]))
}

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
  readonly parts: readonly (readonly [name: string, parts: KnownParts])[]
}

function recordOf({ outcome, looks, asked, outputs }: WrittenBuild, { wish }: BuildPlace): Kept {
  return {
    format: FORMAT,
    program: programHash(),
    wish: JSON.stringify(wish),
    outcome,
    tree: looks.tree,
    history: asked.history ?? null,
    inputs: Object.entries(looks.files).map(([name, stamp]) => {
      const known = looks.hashes.get(name as BookPath)
      return known === undefined ? [name, stamp] : [name, stamp, known.text, known.opening]
    }),
    outputs: [...outputs].map(([name, { stamp, madeOf }]) =>
      madeOf === undefined ? [name, stamp] : [name, stamp, madeOf],
    ),
    parts: [...outputs].flatMap(([name, { parts }]) =>
      parts === undefined ? [] : [[name, parts] as const],
    ),
  }
}

/** What a build by this program kept. */
function read(file: string): Kept | undefined {
  const kept = readLines(file).next().value?.value(0) as Kept | undefined
  return kept?.format === FORMAT && kept.program === programHash() ? kept : undefined
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
  const now: Stamps[number][] = []
  for (const [name, before, ...more] of stamps) {
    const place = placeOf(name)
    const stamp = stampNow(place, before)
    if (stamp === undefined) return undefined
    if (stamp !== before) isSettled = false
    now.push([name, stamp, ...more])
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
