// npm run fuzz -- [--seed N] [--count N] [--minutes N] [--keep FOLDER] [FOLDER …]: builds small books of mutated texts and
// says what does not hold of them (`fuzz/try-case.ts`). Texts are those of the fixtures and of the folders. A case is
// its number: `--seed N --count 1` with the same folders tries it again, and `--keep` writes its books. Cases run in a
// process of their own with little memory, so that a hang or a crash is a find like any other.
import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Contents } from '../tests/support/build-book.ts'
import { caseOf } from './fuzz/case.ts'
import { poolOf } from './fuzz/pool.ts'
import type { Find } from './fuzz/try-case.ts'

const root = path.resolve(import.meta.dirname, '..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: 'Infinity' },
    minutes: { type: 'string', default: '1' },
    keep: { type: 'string' },
  },
})
const folders = [
  ...['tests/fixtures', 'tests/books', 'docs'].map((folder) => path.join(root, folder)),
  ...positionals.map((folder) => path.resolve(folder)),
]
const first = Number(values.seed)
const last = first + Number(values.count)
const end = Date.now() + Number(values.minutes) * 60_000

/** A case may take so long on a machine that does ten other things. */
const HANG_MS = 90_000

/** What a case came to, as its process tells it. */
interface Told {
  readonly seed: number
  readonly finds: readonly Find[]
  /** Of the processor. */
  readonly ms: number
}

const kinds = new Map<string, number>()
const slowest: Told[] = []

function tell({ seed, finds, ms }: Told): void {
  slowest.push({ seed, finds, ms })
  slowest.sort((a, b) => b.ms - a.ms).splice(5)
  for (const { kind, detail } of finds) {
    const key = `${kind} ${detail.split('\n')[0]?.replaceAll(/\d+|"[^"]*"/g, '…')}`
    const count = (kinds.get(key) ?? 0) + 1
    kinds.set(key, count)
    if (count <= 3) console.log(`seed ${seed}: ${kind}: ${detail}`)
  }
  if (finds.length > 0 && values.keep !== undefined) keep(seed, values.keep)
}

function keep(seed: number, folder: string): void {
  const { before, after } = caseOf(poolOf(folders), seed)
  write(path.join(folder, `${seed}`, 'before'), before)
  write(path.join(folder, `${seed}`, 'after'), after)
}

function write(folder: string, contents: Contents): void {
  for (const [name, text] of Object.entries(contents)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** Runs cases from `seed` on in a process; gives the number of the next case when it ends or is ended. */
function run(seed: number): Promise<number> {
  let at = seed
  const child = fork(path.join(import.meta.dirname, 'fuzz/worker.ts'), [String(seed), ...folders], {
    execArgv: [...process.execArgv, '--max-old-space-size=1500'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((resolve) => {
    let isHanging = false
    const watch = (): NodeJS.Timeout =>
      setTimeout(() => (isHanging = child.kill('SIGKILL')), HANG_MS)
    let timer = watch()
    child.on('message', (told: Told) => {
      clearTimeout(timer)
      timer = watch()
      tell(told)
      at = told.seed + 1
      if (at >= last || Date.now() >= end) stop(child)
    })
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      const isDone = at >= last || Date.now() >= end
      if (isDone && !isHanging) return resolve(at)
      const how = isHanging ? 'hangs' : `ends its process (${signal ?? code})`
      tell({ seed: at, ms: 0, finds: [{ kind: 'thrown', detail: how }] })
      resolve(at + 1)
    })
  })
}

function stop(child: ChildProcess): void {
  child.kill('SIGKILL')
}

let at = first
/* oxlint-disable-next-line no-await-in-loop -- one process after the other */
while (at < last && Date.now() < end) at = await run(at)
console.log(
  `${at - first} cases from seed ${first}, ${[...kinds.values()].reduce((a, b) => a + b, 0)} finds of ${kinds.size} kinds`,
)
for (const [kind, count] of kinds) console.log(`  ${count} × ${kind}`)
console.log(
  `slowest: ${slowest.map(({ seed, ms }) => `${seed} (${Math.round(ms)} ms)`).join(', ')}`,
)
process.exitCode = kinds.size === 0 ? 0 : 1
