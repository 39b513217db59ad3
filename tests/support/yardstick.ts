// Limits of time that hold on every machine: how long something takes is told in lengths of something else, which runs
// beside it. Both are measured in time of the processor, and the best run of each counts, so that load does not matter.

/** How many times as long as the yardstick a job takes. */
export function timesAsLong(job: () => unknown, yardstick: () => unknown): number {
  const best = { job: Infinity, yardstick: Infinity }
  for (let run = 0; run < 3; run++) {
    best.yardstick = Math.min(best.yardstick, timeOf(yardstick))
    best.job = Math.min(best.job, timeOf(job))
  }
  return best.job / best.yardstick
}

/**
 * True when eight times the work takes about eight times as long, and not the 64 times of nested loops. The larger work
 * comes first, so that the smaller is measured in code that the engine has compiled; its best of three is the yardstick,
 * and one run that keeps to it is enough. A collection of garbage can fall into all runs of work that takes a few ms, so
 * it is measured again before it is called slow.
 */
export function isLinear(work: (size: number) => unknown, size: number): boolean {
  for (let run = 0; run < 9; run++) {
    const long = timeOf(() => work(8 * size))
    const short = Array.from({ length: 3 }, () => timeOf(() => work(size)))
    if (long < 30 * Math.min(...short)) return true
  }
  return false
}

function timeOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system + 1
}
