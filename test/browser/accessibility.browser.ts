// What axe can find: labels, roles, contrast, on every part of the page, by day and by night, in both languages.
import axe from 'axe-core';
import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESKTOP, PHONE, PageUser } from './support/onlooker.ts';
import { sharedPage } from './support/visit.ts';

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** Faults that keep somebody from using the page. */
const expectAccessible = async ({ page }: PageUser): Promise<void> => {
  await page.evaluate(axe.source);
  const violations = await page.evaluate<readonly Violation[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html}\n${node.failureSummary}`).join('\n')}`,
    ),
  ).toEqual([]);
};

describe('everybody can use the page', () => {
  const shared = sharedPage();

  const looks: readonly (readonly [string, BrowserContextOptions])[] = [
    ['by day', { ...DESKTOP, colorScheme: 'light' }],
    ['by night', { ...DESKTOP, colorScheme: 'dark' }],
    ['on a phone by day', { ...PHONE, colorScheme: 'light' }],
    ['on a phone by night', { ...PHONE, colorScheme: 'dark' }],
  ];

  test.each(looks)('%s', async (_look, options) => {
    const user = await PageUser.open(shared.browser, shared.open.url, options);
    const { page } = user;
    if (user.isPhone) {
      await expectAccessible(user);
      await user.openChat('Đôn Đốc');
    }
    await user.newest('việc cần Văn phòng xử lý');
    await expectAccessible(user);

    // A forum with its topics, and a report with its table.
    await user.openChat('Trung tâm CĐS&ĐMST');
    await page.getByRole('tab', { name: 'Việc được giao' }).click();
    await user.newest('Đang vướng');
    await expectAccessible(user);
    await user.become('GĐ');
    await user.openChat('Đôn Đốc');
    await user.write('/baocao');
    await (await user.answerTo('/baocao')).locator('table').waitFor();
    await expectAccessible(user);

    // A chat with everything in it: keyboards of every colour, an answer, a reaction, an edited message, a file.
    await user.become('TP.BCVT');
    await user.openChat('Phòng BCVT&CNTT');
    const reminder = await user.newest('quá hạn 2 ngày làm việc');
    await user.choose(reminder, 'Thả 👍');
    await user.choose(reminder, 'Trả lời');
    await user.write('đang kiểm tra');
    await user.newest('đang kiểm tra');
    await user.composer.press('ArrowUp');
    await user.write('đang kiểm tra đường truyền');
    const minutes = { name: 'bien-ban.txt', content: 'Biên bản kiểm tra' };
    await user.attach([minutes]);
    await expectAccessible(user);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await user.sendFiles([minutes, { name: 'phu-luc.txt', content: 'Phụ lục' }], 'Biên bản và phụ lục');
    await page.locator('.document').first().waitFor();
    await expectAccessible(user);

    await user.composer.fill('/');
    await page.getByRole('listbox', { name: 'Danh sách lệnh' }).waitFor();
    await expectAccessible(user);
    await user.composer.fill('');

    await reminder.getByRole('button', { name: 'Thao tác với tin này' }).click();
    await page.getByRole('menu').waitFor();
    await expectAccessible(user);
    await page.getByRole('menuitem', { name: 'Chuyển tiếp' }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(user);
    await page.keyboard.press('Escape');

    if (user.isPhone) await page.locator('.clock-pill').click();
    await page.getByRole('tab', { name: 'Sổ gửi tin' }).click();
    await page.getByRole('button', { name: /^Đến ngày giờ khác/ }).click();
    await page.locator('.calendar').waitFor();
    await expectAccessible(user);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Clock' }).waitFor();
    await expectAccessible(user);
    await user.close();
  });
});
