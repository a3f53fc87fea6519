import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { PageUser } from './onlooker.ts';
import { openPage } from './page-server.ts';
import type { OpenPage } from './page-server.ts';

/** A page that the tests of a group share. */
export interface SharedPage {
  readonly browser: Browser;
  readonly open: OpenPage;
}

/**
 * Opens the page before the first test of a group, and closes it after the last. The bot must have had nothing to
 * complain of.
 * @param isPrepared on the prepared morning; with no stage at all where it is false
 */
export const sharedPage = ({ isPrepared = true }: { readonly isPrepared?: boolean } = {}): SharedPage => {
  let browser: Browser | null = null;
  let open: OpenPage | null = null;
  beforeAll(async () => {
    browser = await chromium.connect(inject('browserEndpoint'));
    open = await openPage();
    if (isPrepared) await open.host.open(null);
  });
  afterEach(() => {
    expect(open?.errors).toEqual([]);
  });
  afterAll(async () => {
    await open?.close();
    await browser?.close();
  });
  return {
    get browser() {
      return here(browser);
    },
    get open() {
      return here(open);
    },
  };
};

/** As {@link sharedPage}, with somebody at a desk who opens it for each test. */
export const visitedPage = (): SharedPage & { readonly user: PageUser } => {
  const shared = sharedPage();
  let user: PageUser | null = null;
  beforeEach(async () => {
    user = await PageUser.open(shared.browser, shared.open.url);
  });
  afterEach(async () => {
    await user?.close();
  });
  return {
    get browser() {
      return shared.browser;
    },
    get open() {
      return shared.open;
    },
    get user() {
      return here(user);
    },
  };
};

const here = <Thing>(thing: Thing | null): Thing => {
  if (thing === null) throw new Error('Asked for before the tests began');
  return thing;
};
