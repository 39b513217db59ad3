// How the cost of a pattern grows, in lengths of a yardstick that runs beside it, in time of the processor.
import { memoryFiles } from '../../src/files/memory.ts'
import { build } from '../../src/pipeline/build.ts'
import type { Contents } from '../../tests/support/build-book.ts'
import { tryEbooks } from '../fuzz/try-ebooks.ts'
import type { Pattern } from './patterns.ts'

/** What a pattern costs at one, two, four and eight times a size, without what any book costs. */
export interface Growth {
  readonly name: string
  readonly size: number
  /** In lengths of the yardstick. */
  readonly costs: readonly number[]
  /** The largest growth when the size doubles. */
  readonly largest: number
}

const NOTHING: Contents = { 'README.md': '# A\n', 'SUMMARY.md': '* [A](README.md)\n' }
/** Plain pages, whose cost is known to grow with their length. */
const YARDSTICK: Contents = {
  'README.md': `# A\n\n${'Words and words of a page.\n\n'.repeat(1500)}`,
}

type Makes = Pattern['makes']

async function timeOf(contents: Contents, makes?: Makes): Promise<number> {
  const before = process.cpuUsage()
  if (makes === 'ebooks') await tryEbooks(contents)
  else {
    const { outputs } = await build({ files: memoryFiles(contents) })
    for (const file of outputs.values()) if (file.kind === 'made') void file.content.length
  }
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** The best of a few runs, so that load does not matter. */
async function bestOf(runs: number, contents: Contents, makes?: Makes): Promise<number> {
  let best = Infinity
  // oxlint-disable-next-line no-await-in-loop -- one measurement at a time
  for (let run = 0; run < runs; run += 1) best = Math.min(best, await timeOf(contents, makes))
  return best
}

/** Measures a pattern from a size on. Sizes end when one costs more than `most` lengths of the yardstick. */
export async function growthOf(pattern: Pattern, size: number, most = 400): Promise<Growth> {
  const { name, book, makes } = pattern
  const fixed = await bestOf(3, NOTHING, makes)
  const unit = Math.max(1, (await bestOf(3, YARDSTICK, makes)) - fixed)
  const costs: number[] = []
  for (const factor of [1, 2, 4, 8]) {
    // oxlint-disable-next-line no-await-in-loop -- one measurement at a time
    const time = await bestOf(2, book(size * factor), makes)
    costs.push(Math.max(0, time - fixed) / unit)
    if ((costs.at(-1) ?? 0) > most) break
  }
  return { name, size, costs, largest: largestOf(costs) }
}

/** A look that takes little: false means that a pattern has to be measured. */
export async function looksLinear({ book, makes }: Pattern, size: number): Promise<boolean> {
  const unit = await timeOf(YARDSTICK, makes)
  const small = await timeOf(book(size), makes)
  const large = await timeOf(book(8 * size), makes)
  return large < 12 * Math.max(small, unit)
}

/** What costs less than the yardstick says nothing. */
function largestOf(costs: readonly number[]): number {
  const ratios = costs.slice(1).map((cost, index) => cost / Math.max(costs[index] ?? 0, 1))
  return Math.max(1, ...ratios)
}
