// Tries one case after the other, from the number that it is given, until it is ended.
import { caseOf } from './case.ts'
import { poolOf } from './pool.ts'
import { tryCase } from './try-case.ts'

const [first = '1', ...folders] = process.argv.slice(2)
const pool = poolOf(folders)
for (let seed = Number(first); ; seed += 1) {
  const before = process.cpuUsage()
  // oxlint-disable-next-line no-await-in-loop -- one case after the other
  const finds = await tryCase(caseOf(pool, seed))
  const { user, system } = process.cpuUsage(before)
  process.send?.({ seed, finds, ms: (user + system) / 1000 })
  // Lets the message go.
  // oxlint-disable-next-line no-await-in-loop -- one case after the other
  await new Promise((resolve) => setImmediate(resolve))
}
