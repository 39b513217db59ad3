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
  /** The growth of a doubling over all sizes: a garbage collection in one of them does not show. */
  readonly mean: number
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

/**
 * Measures a pattern from a size on. What grows by more than `limit` is measured again, up to `looks` times, and the
 * least of each size counts: what else the machine does adds to a time and never takes from it, so that only what is
 * there every time stays. Sizes end when one costs more than `most` lengths of the yardstick.
 */
export async function growthOf(
  pattern: Pattern,
  size: number,
  { limit, looks = 3, most = 400 }: { limit: number; looks?: number; most?: number },
): Promise<Growth> {
  const { name } = pattern
  let costs = await costsOf(pattern, size, most)
  for (let look = 1; look < looks && largestOf(costs) > limit; look += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one measurement at a time
    const again = await costsOf(pattern, size, most)
    costs = costs.map((cost, index) => Math.min(cost, again[index] ?? cost))
  }
  return { name, size, costs, largest: largestOf(costs), mean: meanOf(costs) }
}

async function costsOf({ book, makes }: Pattern, size: number, most: number): Promise<number[]> {
  const fixed = await bestOf(3, NOTHING, makes)
  const unit = Math.max(1, (await bestOf(3, YARDSTICK, makes)) - fixed)
  const costs: number[] = []
  for (const factor of [1, 2, 4, 8]) {
    // oxlint-disable-next-line no-await-in-loop -- one measurement at a time
    const time = await bestOf(2, book(size * factor), makes)
    costs.push(Math.max(0, time - fixed) / unit)
    if ((costs.at(-1) ?? 0) > most) break
  }
  return costs
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

function meanOf(costs: readonly number[]): number {
  const first = costs.findIndex((cost) => cost >= 1)
  const doublings = costs.length - 1 - first
  if (first === -1 || doublings === 0) return 1
  return ((costs.at(-1) ?? 1) / (costs[first] ?? 1)) ** (1 / doublings)
}
