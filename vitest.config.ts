import { defineConfig } from 'vitest/config'

// A limit is there to end what hangs, not to judge speed: CI machines are slow and busy.
const patience = { testTimeout: 120_000, hookTimeout: 120_000 }
const notOurs = ['**/node_modules/**', '**/dist/**']

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/**/*.test.{ts,tsx}'],
          exclude: [...notOurs, '**/*.integration.test.ts'],
          ...patience,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['packages/**/*.integration.test.ts'],
          exclude: notOurs,
          globalSetup: ['packages/server/test/global-setup.ts'],
          ...patience,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.test.ts'],
          exclude: notOurs,
          globalSetup: ['e2e/harness/global-setup.ts'],
          ...patience,
          fileParallelism: false,
        },
      },
    ],
  },
})
