import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/compile-theme.ts',
    // Only what hangs meets it, also on a machine that does ten other things.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for is there or is not: a second, as Vitest has it, is a guess about the machine.
    expect: { poll: { timeout: 60_000 } },
  },
})
