// npm run kill -- [--kills N] [--seed N] [--pages N]: kills `handbook build` with -9 at random moments, over and over, and
// looks at what is left: every file of the site is whole, of one version of the book or of another, a file of somebody
// else is untouched, and the next build that is let alone gives the site that a clean one gives.
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { contentHash } from '../src/core/hash.ts'
import { createRandom } from '../tests/support/random.ts'
import { writeBook } from './bench/book.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    pages: { type: 'string', default: '60' },
  },
})
const program = path.resolve(import.meta.dirname, '../dist/bin.js')
const temp = mkdtempSync(path.join(os.tmpdir(), 'handbook-kill-'))
const book = path.join(temp, 'book')
const output = path.join(temp, 'site')
const random = createRandom(Number(values.seed))
const env = { ...process.env, XDG_CACHE_HOME: path.join(temp, 'cache') }
const FOREIGN = '.handbook-manifest.json'

const built = (folder: string): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [program, 'build', book, folder, '--quiet'], {
    encoding: 'utf8',
    env,
  })

/** Every file with the hash of its bytes. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file), contentHash(readFileSync(file))]),
  )
}

/** The book, differently each time: pages of another number, with another word in every second one. */
function writeVersion(version: number): void {
  writeBook(Number(values.pages) - 5 * version, book)
  for (const [index, name] of [...filesIn(book).keys()].entries())
    if (name.endsWith('.md') && index % 2 === version % 2 && !name.startsWith('SUMMARY'))
      writeFileSync(path.join(book, name), `\nVersion ${version}.\n`, { flag: 'a' })
  cpSync(program, path.join(book, 'program.txt'))
}

const VERSIONS = [0, 1, 2]
const sites = VERSIONS.map((version) => {
  writeVersion(version)
  const folder = path.join(temp, `clean-${version}`)
  const { status, stderr } = built(folder)
  if (status !== 0) throw new Error(`the book does not build: ${stderr}`)
  return filesIn(folder)
})

/** What is wrong with the output after a kill. */
function torn(): readonly string[] {
  if (!existsSync(output)) return []
  return [...filesIn(output)]
    .filter(([name]) => name !== FOREIGN && !name.startsWith('.handbook-tmp'))
    .filter(([name, hash]) => sites.every((site) => site.get(name) !== hash))
    .map(([name]) => `${name} is of no version`)
}

/** What is wrong after a build that was let alone. */
function unlike(version: number): readonly string[] {
  const { status, stderr } = built(output)
  if (status !== 0) return [`the next build fails: ${stderr}`]
  const [left, clean] = [filesIn(output), sites[version] ?? new Map<string, string>()]
  const names = new Set([...left.keys(), ...clean.keys()])
  return [...names]
    .filter((name) => left.get(name) !== clean.get(name))
    .map((name) => `${name} differs`)
}

async function killed(ms: number): Promise<boolean> {
  const child = spawn(process.execPath, [program, 'build', book, output, '--quiet'], {
    env,
    stdio: 'ignore',
  })
  const ended = new Promise<boolean>((resolve) => {
    child.on('exit', (_code, signal) => resolve(signal === 'SIGKILL'))
  })
  await setTimeout(ms)
  child.kill('SIGKILL')
  return ended
}

const begin = performance.now()
built(output)
const whole = performance.now() - begin
const found: string[] = []
let kills = 0
let builds = 0
for (let round = 0; kills < Number(values.kills); round += 1) {
  const version = random.pick(VERSIONS)
  writeVersion(version)
  for (let turn = 0; turn < 5; turn += 1) {
    // Cold, cached and half-written starts come by themselves; the second half is where files are put in place.
    const ms =
      whole * (random.chance(0.5) ? random.below(1000) / 800 : 0.5 + random.below(1000) / 2000)
    // oxlint-disable-next-line no-await-in-loop -- one writer at a time
    if (await killed(ms)) kills += 1
    found.push(...torn().map((what) => `round ${round}: ${what}`))
  }
  found.push(...unlike(version).map((what) => `round ${round}: ${what}`))
  builds += 1
}
console.log(`${kills} kills, ${builds} whole builds after them, ${found.length} finds`)
for (const line of found.slice(0, 20)) console.log(`  ${line}`)
rmSync(temp, { recursive: true, force: true })
process.exitCode = found.length === 0 ? 0 : 1
