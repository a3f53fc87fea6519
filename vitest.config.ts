import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/fixed-seed.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Processes, in which a test may change the machine's zone; several files in each, which load the modules once. No test
    // may depend on what another left there: the order of the files is shuffled, and `--sequence.shuffle` shuffles the tests.
    pool: 'forks',
    isolate: false,
    sequence: { shuffle: { files: true, tests: false }, seed: 20250414 },
  },
});
