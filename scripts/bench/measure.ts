// Runs a script of Node in a process of its own, and tells what it took.
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

/** What a process took. */
export interface Usage {
  readonly cpuMs: number
  readonly wallMs: number
  /** The most memory that it had. */
  readonly peakMb: number
}

/** The program as users get it. */
export const program: string = path.join(root, 'dist/bundle/bin.js')
/** Bare markdown-it and highlight.js over the same files. */
export const floor: string = path.join(root, 'scripts/bench/floor.mjs')

/** Runs a script with its own folder of caches. */
export function measure(script: string, args: readonly string[], cache: string): Usage {
  const usage = path.join(root, 'scripts/bench/usage.mjs')
  const run = spawnSync(process.execPath, ['--import', usage, script, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: cache },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  if (run.status !== 0) throw new Error(`${script} failed: ${run.stderr}`)
  return JSON.parse(run.output[3] ?? '{}') as Usage
}
