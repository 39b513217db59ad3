// The program as users get it: command line and library with the modules that they share, in a few files. Loading 300
// takes as long as building a small book. What `tsc` has made is the input, and its declarations stay beside the result.
import { chmodSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const dist = path.resolve(import.meta.dirname, '../dist')

rmSync(path.join(dist, 'bundle'), { recursive: true, force: true })
await build({
  entryPoints: ['bin.js', 'index.js'].map((name) => path.join(dist, name)),
  outdir: path.join(dist, 'bundle'),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  // As compiled: nothing is rewritten.
  target: 'esnext',
  packages: 'external',
  logLevel: 'warning',
})

// npm makes a program runnable when it installs it; a checkout is rebuilt without it.
for (const program of ['bin.js', 'bundle/bin.js']) chmodSync(path.join(dist, program), 0o755)
