import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Three suites, so that each can be run alone: unit (no process, no network), server (real SQLite and
// PostgreSQL), real (Chromium against real webmail and help desks).
export default defineConfig({
  test: {
    // By itself it would leave one of two cores idle; what a test waits for is mostly not itself.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/{unit,coverage}/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          globalSetup: ['test/server/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'real',
          include: ['test/real/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
