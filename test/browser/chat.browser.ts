// What people do in a chat, as in Telegram: the page, the bot and what it makes of it.
import { describe, expect, test } from 'vitest';
import { visitedPage } from './support/visit.ts';

describe('a chat on the page', () => {
  const visit = visitedPage();

  test('the secretary first, with what is unread; who is chosen sees their own chats', async () => {
    const { user } = visit;
    const { page } = user;
    await user.newest('việc cần Văn phòng xử lý');
    expect(await page.locator('.person[aria-pressed="true"]').textContent()).toContain('Văn thư');
    expect(await page.locator('.chat-row').count()).toBe(12);
    expect(await page.locator('[data-chat="Phòng BCVT&CNTT"] .badge').textContent()).toContain('1');
    await user.become('TP.BCVT');
    await expect.poll(() => page.locator('.chat-row').count()).toBe(2);
    await user.openChat('Phòng BCVT&CNTT');
    await user.newest('quá hạn 2 ngày làm việc');
    // What was looked at is read.
    await expect.poll(() => page.locator('[data-chat="Phòng BCVT&CNTT"] .badge').count()).toBe(0);
    await page
      .getByRole('combobox', { name: 'Người khác' })
      .selectOption({ label: 'Hứa Ngọc Trâm · Chuyên viên Phòng QLCN' });
    await expect.poll(() => page.locator('.chat-row').count()).toBe(2);
  });

  test('a message is edited, answered, reacted to, forwarded and deleted', async () => {
    const { user } = visit;
    const { page } = user;
    await user.become('QT');
    await user.write('/help');
    const help = await user.answerTo('/help');
    await user.choose(help, 'Thả 👍');
    await help.locator('.reaction', { hasText: '👍' }).waitFor();
    await help.locator('.reaction').click();
    await expect.poll(() => help.locator('.reaction').count()).toBe(0);

    await user.choose(help, 'Trả lời');
    await user.write('cảm ơn bot');
    const thanks = await user.newest('cảm ơn bot');
    expect(await thanks.locator('.quoted').textContent()).toContain('Đôn Đốc');

    // An arrow up in an empty box edits the newest message of one's own.
    await user.composer.press('ArrowUp');
    await expect.poll(() => user.composer.inputValue()).toBe('cảm ơn bot');
    await user.write('cảm ơn nhiều');
    const edited = await user.newest('cảm ơn nhiều');
    expect(await edited.locator('.edited').textContent()).toBe('đã sửa');

    await user.choose(edited, 'Xóa');
    await expect.poll(() => page.locator('.message.is-own', { hasText: 'cảm ơn nhiều' }).count()).toBe(0);

    await user.become('TP.KHTC');
    await user.openChat('Phòng KHTC');
    await user.choose(await user.newest('đã được xác nhận hoàn thành'), 'Chuyển tiếp');
    await page.getByRole('dialog').locator('.chat-row', { hasText: 'Đôn Đốc' }).click();
    await page.getByRole('heading', { level: 1, name: 'Đôn Đốc' }).waitFor();
    const forwarded = page.locator('.message', { has: page.locator('.forwarded') }).last();
    expect(await forwarded.textContent()).toContain('Chuyển tiếp từ');
  });

  test('commands come from the menu, by the keyboard alone', async () => {
    const { user } = visit;
    const { page } = user;
    await user.become('PGĐ2');
    await user.composer.fill('/');
    await page.getByRole('listbox', { name: 'Danh sách lệnh' }).waitFor();
    await user.composer.fill('/quah');
    await expect.poll(() => page.getByRole('listbox').getByRole('option').count()).toBe(1);
    await user.composer.press('Enter');
    expect(await (await user.answerTo('/quahan')).textContent()).toContain('Quá hạn đến 08h05');
    // In a group the menu says whose command it is.
    await user.become('VT1');
    await user.openChat('Phòng KHTC');
    await user.composer.fill('/viec');
    await user.composer.press('Enter');
    await user.newest('/viec@dondoc_sandbox_bot');
  });

  test('a report is a table, with its head over the columns it is of', async () => {
    const { user } = visit;
    const { page } = user;
    await user.become('GĐ');
    await user.write('/baocao');
    const table = (await user.answerTo('/baocao')).locator('table');
    await table.waitFor();
    // Each cell of the head stands over as many columns as it says, so that all rows are of one width.
    const columns = await table
      .locator('tr')
      .nth(2)
      .locator('td')
      .evaluateAll((cells) => cells.map((cell) => (cell as unknown as { cellIndex: number }).cellIndex));
    expect(columns).toEqual([0, 1, 2, 3, 4]);
    const spans = await table
      .locator('tr')
      .first()
      .locator('th')
      .evaluateAll((cells) =>
        cells.map((cell) => {
          const { colSpan, rowSpan } = cell as unknown as { colSpan: number; rowSpan: number };
          return [colSpan, rowSpan];
        }),
      );
    expect(spans).toEqual([
      [1, 2],
      [2, 1],
      [2, 1],
    ]);
    const left = (text: string) =>
      table
        .getByText(text, { exact: true })
        .first()
        .evaluate((cell) => (cell as unknown as { offsetLeft: number }).offsetLeft);
    expect(await left('Hoàn thành')).toBe(await left('Đúng hạn'));
    expect(await left('Đang thực hiện')).toBe(await left('Trong hạn'));
    await expect
      .poll(() => page.locator('.chat-row.is-open .chat-last').textContent())
      .toContain('Tình hình nhiệm vụ');
  });

  test('while the bot is offline nothing is lost: it answers when it is back', async () => {
    const { user } = visit;
    const { page } = user;
    await user.become('PGĐ2');
    await page.getByRole('switch', { name: 'Bot mất mạng' }).check();
    await user.write('/viec 4');
    await user.newest('/viec 4');
    await page.getByRole('button', { name: '+1 giờ' }).click();
    await expect.poll(() => page.locator('.clock-time').textContent()).toBe('09:05');
    const before = await page.locator('.message').count();
    await page.getByRole('switch', { name: 'Bot mất mạng' }).uncheck();
    await expect.poll(() => page.locator('.message').count(), { timeout: 20_000 }).toBeGreaterThan(before);
    expect(await page.locator('.message').last().textContent()).toContain('Khắc phục sự cố đường truyền');
  });

  test('who blocks the bot lets it write again with one button', async () => {
    const { user } = visit;
    const { page } = user;
    await user.become('GĐ');
    await page.getByRole('switch', { name: 'Người này chặn bot' }).check();
    await page.getByRole('button', { name: 'Bỏ chặn bot' }).click();
    await user.composer.waitFor();
    await user.write('/help');
    await user.newest('/quahan');
  });

  test('a message that looks like the token of a real bot is not taken', async () => {
    const { user } = visit;
    const { page } = user;
    await user.write(`1234567890:AA${'x'.repeat(33)}`);
    await page.locator('.toast', { hasText: 'không nhận mã thật' }).waitFor();
    expect(await user.messages('1234567890:AA').count()).toBe(0);
    // The refusal of the server is what the browser complains of here.
    user.complaints.expectOnly(/^400: .*\/api\/act$|status of 400/);
  });

  test('the page goes on where it was after the connection was lost', async () => {
    const { user } = visit;
    const { page } = user;
    await user.newest('việc cần Văn phòng xử lý');
    await page.context().setOffline(true);
    visit.open.host.stage.sandbox.person('VT1').write('/viec 5');
    visit.open.host.stage.settle();
    await page.context().setOffline(false);
    await user.newest('Lập kế hoạch thanh tra quý II');
    user.complaints.expectOnly(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK|failed: .*\/api\//);
  });

  test('begin anew: the prepared morning again, whatever was done', async () => {
    const { user } = visit;
    const { page } = user;
    await user.become('QT');
    await user.write('/viec');
    await page.getByRole('button', { name: 'Làm lại từ đầu' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đồng ý' }).click();
    await page.locator('.clock-time', { hasText: '08:05' }).waitFor({ timeout: 60_000 });
    await user.become('QT');
    await expect.poll(() => user.messages(/^\/viec/).count()).toBe(0);
  });
});
