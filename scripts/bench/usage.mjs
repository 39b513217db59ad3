// Loaded into a measured process with --import: prints its CPU time in milliseconds as its last words on file descriptor 3.
import { writeSync } from 'node:fs'

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  writeSync(3, JSON.stringify({ cpuMs: (user + system) / 1000, wallMs: process.uptime() * 1000 }))
})
