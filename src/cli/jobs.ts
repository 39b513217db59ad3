import { MANY_PAGES } from '../pipeline/sizes.ts'

/** Each thread needs 60 MiB and more, and reads and compiles the program for itself: a fourth would hardly shorten a build. */
const MOST_JOBS = 3

/**
 * How many threads are worth their work for so many pages. The engine compiles and collects garbage in threads of its own:
 * while these have a processor, a book that fits into memory is built about as soon, and for a quarter less work.
 */
export function usefulJobs(pages: number, processors: number): number {
  const free = pages < MANY_PAGES ? processors - 1 : processors
  return Math.max(1, Math.min(free, MOST_JOBS))
}
