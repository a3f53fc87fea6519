import { defineConfig } from 'vitest/config';
import { NO_CHROMIUM, chromiumPath } from './support/chromium.ts';

// Without a browser there is nothing to run, which is said once.
if (chromiumPath === null) process.stderr.write(`${NO_CHROMIUM}\n`);

/** Tests in a real browser: apart from the suite, which needs nothing but Node.js. */
export default defineConfig({
  test: {
    include: chromiumPath === null ? [] : ['test/browser/*.browser.ts'],
    passWithNoTests: chromiumPath === null,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // As long as the browser is waited for elsewhere: a busy machine takes its time.
    expect: { poll: { timeout: 20_000 } },
    globalSetup: 'test/browser/support/browser-server.ts',
    isolate: false,
    // One browser at a time is quick enough, and leaves the machine some room.
    fileParallelism: false,
  },
});
