// Loaded into a measured process with --import: prints its CPU time in milliseconds and its peak of memory as its last
// words on file descriptor 3.
import { writeSync } from 'node:fs'

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  const { maxRSS } = process.resourceUsage()
  const cpuMs = (user + system) / 1000
  writeSync(3, JSON.stringify({ cpuMs, wallMs: process.uptime() * 1000, peakMb: maxRSS / 1024 }))
})
