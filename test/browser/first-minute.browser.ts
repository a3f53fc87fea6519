// The main job from end to end, as a visitor does it: a notice, its draft, the day of the reminder, a reply, the answer
// to a deputy director; on a desk and on a phone.
import { describe, expect, test } from 'vitest';
import { DESKTOP, PHONE, PageUser } from './support/onlooker.ts';
import { sharedPage } from './support/visit.ts';

describe('the first minute', () => {
  const shared = sharedPage({ isPrepared: false });

  test.each([
    ['on a desk', DESKTOP],
    ['on a phone', PHONE],
  ])('from a notice to /overdue %s', async (_where, options) => {
    await shared.open.host.open(null);
    const user = await PageUser.open(shared.browser, shared.open.url, options);
    const { page } = user;
    if (user.isPhone) await user.openChat('Đôn Đốc');

    await page.getByRole('button', { name: 'Dán thông báo này' }).click();
    await user.newest('Thông báo số 27/TB-SKHCN');
    await user.newest('Phiếu 4/4');
    await page.getByRole('button', { name: 'Xem dự thảo' }).click();
    await user.press('Có 4 việc', /^\s*Lưu tất cả/);
    await user.newest('Đã lưu 4 việc: 9–12');

    await page.getByRole('button', { name: 'Tua đến ngày nhắc' }).click();
    // The head of the finance unit, in the unit's group, is reminded on Tuesday at half past seven.
    await page.getByRole('heading', { level: 1, name: 'Phòng KHTC' }).waitFor();
    // Every minute of four days happens on the way there: on a busy machine that takes a while.
    const reminder = user.messages(/⏰.*Việc 11/).last();
    await reminder.waitFor({ timeout: 90_000 });
    await expect.poll(() => reminder.locator('.meta').textContent(), { timeout: 30_000 }).toContain('07:30');
    expect(await reminder.textContent()).toContain('Thứ Ba, 15/4');
    await page.getByRole('button', { name: 'Trả lời tin nhắc' }).click();
    await user.write('xong');
    expect(await (await user.newest(/Đã ghi: việc 11/)).textContent()).toContain('đã xong');

    await user.become('PGĐ2');
    await user.openChat('Đôn Đốc');
    await user.write('/overdue');
    const answer = await user.newest('Quá hạn đến 07h30 thứ Ba, 15/4');
    expect(await answer.textContent()).toContain('Phòng BCVT&CNTT');
    expect(await answer.textContent()).not.toContain('KHTC');
    await user.write('/viec 11');
    expect(await (await user.answerTo('/viec 11')).textContent()).toContain('xong');
    await user.close();
  });
});
