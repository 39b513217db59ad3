import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Drivers of browsers lose a key or a start now and then on a busy machine.
    retry: process.env['CI'] === undefined ? 0 : 2,
    globalSetup: 'tests/support/compile-theme.ts',
    // Only what hangs meets it, also on a machine that does ten other things.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
