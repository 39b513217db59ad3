#!/usr/bin/env node
import nodeModule from 'node:module'
import path from 'node:path'
import { asksVersion } from './cli/asks-version.ts'
import { finishCommand } from './core/at-end.ts'
import { cachesFolder } from './files/caches.ts'
import { version } from './version.ts'

// A reader that has seen enough (`| head`) is no mistake.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

const argv = process.argv.slice(2)
if (asksVersion(argv)) process.stdout.write(`${version}\n`)
else {
  // Newer versions of Node keep compiled code between runs.
  const { enableCompileCache } = nodeModule as {
    readonly enableCompileCache?: (folder: string) => unknown
  }
  enableCompileCache?.(path.join(cachesFolder(process.env), 'code'))
  const { run } = await import('./cli/program.ts')
  process.exitCode = await run(argv, {
    out: process.stdout,
    err: process.stderr,
    env: process.env,
    cwd: process.cwd(),
  })
  finishCommand()
}
