import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where this machine has Chromium; null where it has none. */
export const chromiumPath = PLACES.find((path) => path !== undefined && existsSync(path)) ?? null;

/** What is said where the tests cannot run. */
export const NO_CHROMIUM =
  'No Chromium on this machine, so the tests in a browser are skipped. Install it (Debian: apt-get install chromium), or set CHROMIUM to its path.';

/** Chromium that asks nobody outside for anything. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    ...(chromiumPath === null ? {} : { executablePath: chromiumPath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
