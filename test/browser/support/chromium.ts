import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserServer, LaunchOptions } from 'playwright-core';

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
const OPTIONS: LaunchOptions = {
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
};

export const launchChromium = (): Promise<Browser> => chromium.launch(OPTIONS);

/** A browser that several processes can use; it listens on this machine alone. */
export const launchChromiumServer = (): Promise<BrowserServer> =>
  chromium.launchServer({ ...OPTIONS, host: '127.0.0.1' });
