// Takes the pictures of docs/ anew: node test/browser/pictures.ts
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { NO_CHROMIUM, chromiumPath, launchChromium } from './support/chromium.ts';
import { openPage } from './support/page-server.ts';

const DOCS = join(import.meta.dirname, '..', '..', 'docs');
const PHONE = { width: 390, height: 800 };
const DESK = { width: 1440, height: 900 };

if (chromiumPath === null) throw new Error(NO_CHROMIUM);
const browser = await launchChromium();
const open = await openPage();
await open.host.open(null);

const visit = async (options: BrowserContextOptions): Promise<Page> => {
  const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(open.url);
  await page.locator('.chat-row').first().waitFor();
  return page;
};
const shoot = async (page: Page, name: string): Promise<void> => {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(DOCS, name) });
  await page.context().close();
};

// By day: the draft of a notice that the secretary has pasted.
const day = await visit({ viewport: DESK, colorScheme: 'light' });
await day.getByRole('button', { name: 'Dán thông báo này' }).click();
await day.locator('.message', { hasText: 'Phiếu 4/4' }).waitFor();
await day.getByRole('button', { name: 'Xem dự thảo' }).click();
await day.waitForTimeout(2_000);
await shoot(day, 'page-light.png');

// By night: a unit's group and what the bot has sent.
const night = await visit({ viewport: DESK, colorScheme: 'dark' });
await night.locator('[data-code="TP.KHTC"]').click();
await night.locator('[data-chat="Phòng KHTC"]').click();
await night.getByRole('heading', { level: 1, name: 'Phòng KHTC' }).waitFor();
await night.getByRole('tab', { name: 'Sổ gửi tin' }).click();
await shoot(night, 'page-dark.png');

// On a phone: a unit is reminded.
const phone = await visit({ viewport: PHONE, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
await phone.locator('[data-code="TP.BCVT"]').click();
await phone.locator('[data-chat="Phòng BCVT&CNTT"]').click();
await phone.locator('.message', { hasText: 'quá hạn 2 ngày làm việc' }).waitFor();
await shoot(phone, 'page-phone.png');

await open.close();
await browser.close();
