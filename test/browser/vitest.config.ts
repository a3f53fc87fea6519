import { defineConfig } from 'vitest/config';

/** Tests in a real browser: apart from the suite, which needs nothing but Node.js. */
export default defineConfig({
  test: {
    include: ['test/browser/*.browser.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One browser at a time is quick enough, and leaves the machine some room.
    fileParallelism: false,
  },
});
