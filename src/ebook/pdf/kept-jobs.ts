// PDFs that were set before, kept between runs of the program: the same source, pictures, fonts and compiler give the same
// bytes. A cache is no reason to fail, and what a disk has changed is not used.
import { removeOld } from '../../files/caches.ts'
import { renameFile } from '../../files/rename.ts'
import { attempt } from '../../core/attempt.ts'
import { mkdirSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { contentHash } from '../../core/hash.ts'
import { fontFolders } from './fonts.ts'
import type { PdfDone, PdfJob } from './job.ts'

const HASH_LENGTH = 32

/** Sets what was not set before. `compiler` names the compiler and its version. */
export function keepJobs(
  set: (job: PdfJob) => PdfDone,
  folder: string,
  compiler: string,
): (job: PdfJob) => PdfDone {
  let fonts: string | undefined
  return (job) => {
    fonts ??= fontsHash()
    const file = path.join(folder, `${keyOf(job, [compiler, fonts])}.bin`)
    const known = attempt(() => read(file))
    if (known !== undefined) return known
    const done = set(job)
    attempt(() => write(file, done))
    return done
  }
}

function keyOf({ main, files, standard, time }: PdfJob, world: readonly string[]): string {
  const all = files.map(({ name, bytes }) => [name, contentHash(bytes)])
  return contentHash(JSON.stringify([world, main, all, standard, time]))
}

/** Every font file of the machine, by its name and size. */
function fontsHash(): string {
  const found = fontFolders().flatMap((folder) => attempt(() => filesBelow(folder)) ?? [])
  return contentHash(JSON.stringify(found))
}

function filesBelow(folder: string): readonly (readonly [name: string, size: number])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => [name, attempt(() => statSync(path.join(folder, name)).size) ?? 0])
}

/** A hash of the rest, a line with what was found, and the PDF. */
function write(file: string, done: PdfDone): void {
  const { bytes, ...facts } = 'bytes' in done ? done : { ...done, bytes: new Uint8Array() }
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(facts)}\n`), bytes])
  const draft = `${file}.${process.pid}`
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(draft, Buffer.concat([Buffer.from(contentHash(body)), body]), { mode: 0o600 })
  renameFile(draft, file)
  removeOld(path.dirname(file))
}

function read(file: string): PdfDone | undefined {
  const all = readFileSync(file)
  const body = all.subarray(HASH_LENGTH)
  if (contentHash(body) !== all.toString('latin1', 0, HASH_LENGTH)) return undefined
  const end = body.indexOf(10)
  const facts = JSON.parse(body.toString('utf8', 0, end)) as object
  const now = new Date()
  attempt(() => utimesSync(file, now, now))
  const done =
    'problems' in facts ? facts : { ...facts, bytes: new Uint8Array(body.subarray(end + 1)) }
  return done as PdfDone
}
