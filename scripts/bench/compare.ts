// The same book by several generators, in turns: round after round, so that what else the machine does hits all alike.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Build, Generator } from './generators.ts'
import { median, table } from './table.ts'

/** How much is measured. */
export interface Comparison {
  readonly pages: number
  readonly book: string
  readonly rounds: number
  /** A build that takes longer is stopped, and not tried again. */
  readonly limitSeconds: number
  readonly temp: string
}

interface Run {
  readonly wallSeconds: number
  readonly cpuSeconds: number
  /** Of the largest process. */
  readonly memoryKilobytes: number
}

interface Result {
  readonly generator: Generator
  readonly runs: Run[]
  /** Why there is no figure. */
  failed?: string
  size?: { readonly site: number; readonly files: number; readonly html: number }
}

/** Builds in turns, and gives a table. GNU time and `timeout` of coreutils must be there. */
export function compareBuilds(generators: readonly Generator[], comparison: Comparison): string {
  const { rounds, book, temp, pages, limitSeconds } = comparison
  const results = generators.map((generator): Result => ({ generator, runs: [] }))
  for (let round = 0; round < rounds; round += 1)
    for (const result of results.filter(({ failed }) => failed === undefined)) {
      // Nothing is deleted before the end: for minutes after that, ext4 takes longer to make other files.
      const folder = path.join(temp, `peer-${pages}-${round}-${results.indexOf(result)}`)
      mkdirSync(folder, { recursive: true })
      const build = result.generator.prepare(book, folder)
      const run = runBuild(build, limitSeconds, path.join(temp, 'usage'))
      console.error(`${pages} pages, round ${round + 1}: ${result.generator.name}`)
      if (typeof run === 'string') result.failed = run
      else result.runs.push(run)
      if (typeof run !== 'string') result.size ??= siteSize(build.site)
    }
  return table([
    [
      `${pages} pages, median of ${rounds}`,
      'CPU time',
      'wall time',
      'peak memory',
      'HTML a page, gzip',
      'whole site',
      'what it does',
    ],
    ...results.map(row),
  ])
}

const seconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} s`

function row({ generator, runs, failed, size }: Result): readonly string[] {
  const { name, includes } = generator
  if (failed !== undefined || size === undefined)
    return [name, failed ?? 'no figure', '–', '–', '–', '–', includes]
  const middle = (pick: (run: Run) => number): number => median(runs.map(pick))
  return [
    name,
    seconds(middle((run) => run.cpuSeconds)),
    seconds(middle((run) => run.wallSeconds)),
    `${(middle((run) => run.memoryKilobytes) / 1000).toFixed(0)} MB`,
    `${(size.html / 1000).toFixed(1)} kB`,
    `${(size.site / 1e6).toFixed(1)} MB in ${size.files} files`,
    includes,
  ]
}

/** One build, or why there was none. */
function runBuild(build: Build, limitSeconds: number, usage: string): Run | string {
  rmSync(usage, { force: true })
  const time = ['time', '-f', '%e %U %S %M', '-o', usage, build.command, ...build.args]
  const run = spawnSync('timeout', ['-k', '5', String(limitSeconds), '/usr/bin/env', ...time], {
    cwd: build.cwd,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', CI: 'true', ...build.env },
    maxBuffer: 2 ** 28,
  })
  if (run.status === 124) return `more than ${limitSeconds} s`
  if (run.status !== 0 || !existsSync(usage)) {
    console.error(`${run.stdout ?? ''}\n${run.stderr ?? ''}`.slice(-2000))
    return 'failed'
  }
  const last = readFileSync(usage, 'utf8').trim().split('\n').at(-1) ?? ''
  const [wall = 0, user = 0, system = 0, memory = 0] = last.split(' ').map(Number)
  return { wallSeconds: wall, cpuSeconds: user + system, memoryKilobytes: memory }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function siteSize(folder: string): NonNullable<Result['size']> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
  const chapters = names.filter((file) => /part-[^/]*\/chapter.*\.html$/.test(file)).sort()
  const some = chapters.filter((_, at) => at % Math.ceil(chapters.length / 100) === 0)
  const html = sum(some.map((file) => gzipSync(readFileSync(file)).length)) / some.length
  return { site: sum(names.map((file) => statSync(file).size)), files: names.length, html }
}
