import { expect, test } from 'vitest'
import { usefulJobs } from '../../src/cli/jobs.ts'
import { MANY_PAGES } from '../../src/pipeline/sizes.ts'

test.each([
  // One processor is left to the engine.
  [1, MANY_PAGES - 1, 1],
  [2, MANY_PAGES - 1, 1],
  [3, MANY_PAGES - 1, 2],
  [4, MANY_PAGES - 1, 3],
  [64, MANY_PAGES - 1, 3],
  // Books that do not fit into memory take long enough for all.
  [1, MANY_PAGES, 1],
  [2, MANY_PAGES, 2],
  [3, MANY_PAGES, 3],
  [64, MANY_PAGES, 3],
])('%i processors render %i pages with %i threads', (processors, pages, threads) => {
  expect(usefulJobs(pages, processors)).toBe(threads)
})
