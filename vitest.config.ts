import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const browsers = 'tests/browser/**'
/** What replaces modules, or measures the process that it runs in. */
const alone = 'tests/**/*.alone.test.ts'

export default defineConfig({
  test: {
    globalSetup: 'tests/support/compile-theme.ts',
    // Only what hangs meets it, also on a machine that does ten other things.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for is there or is not: a second, as Vitest has it, is a guess about the machine.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'code',
          include: ['tests/**/*.test.ts'],
          exclude: [browsers, alone],
          // A file is read once for all tests of a worker: to read the program anew for each took a quarter of the time.
          isolate: false,
          // Vitest leaves one core free. Nothing here needs that, and CI's machines have two.
          maxWorkers: availableParallelism(),
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: [alone], maxWorkers: availableParallelism() },
      },
      // These come after the others. A browser that is asked one thing at a time leaves cores idle: it takes 1.1.
      {
        extends: true,
        test: {
          name: 'browsers',
          include: [`${browsers}/*.test.ts`],
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
