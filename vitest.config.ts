import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** The files of test/real that are about no browser, or about Chromium alone. */
const notInFirefox = [
  'test/real/{mails,systems}/**',
  'test/real/{corpus,start,unknown/unknown}.test.ts',
  'test/real/browser/harness.test.ts',
];

/**
 * Files of tests against real webmail and help desks, in one browser. In Chromium more run side by side than there are cores: each is
 * mostly waiting. Firefox takes a core for itself.
 */
const inBrowser = (name: string, browser: string, exclude: string[] = []) => ({
  extends: true as const,
  test: {
    name,
    include: ['test/real/**/*.test.ts'],
    exclude,
    env: { SUKI_BROWSER: browser },
    globalSetup: ['test/real/global-setup.ts'],
    // For what hangs: a hundred thousand changed pages take two minutes where three files share two cores.
    testTimeout: 600_000,
    hookTimeout: 300_000,
    maxWorkers: browser === 'firefox' ? 2 : 3,
    sequence: { groupOrder: browser === 'firefox' ? 2 : 1 },
  },
});

// Three suites, so that each can be run alone: unit (no process, no network), server (real SQLite and
// PostgreSQL), real (Chromium and Firefox against real webmail and help desks).
export default defineConfig({
  test: {
    // By itself it would leave one of two cores idle; what a test waits for is mostly not itself.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/{unit,coverage}/**/*.test.{ts,tsx}'],
          // Properties with thousands of runs take seconds, and on a busy machine several times as long.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          globalSetup: ['test/server/global-setup.ts'],
          // As above: a limit is there for what hangs.
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      inBrowser('real', 'chromium', ['test/real/firefox/**']),
      inBrowser('real-firefox', 'firefox', notInFirefox),
    ],
  },
});
