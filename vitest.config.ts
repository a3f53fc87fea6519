import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/fixed-seed.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    sequence: { shuffle: { files: true, tests: false }, seed: 20250414 },
  },
});
