// The page without a mouse: where Tab goes, what the arrow keys step through, and where the focus comes back to.
import { describe, expect, test } from 'vitest';
import { visitedPage } from './support/visit.ts';

describe('by the keyboard alone', () => {
  const visit = visitedPage();

  const focused = () =>
    visit.user.page.evaluate<string>(
      `(() => { const element = document.activeElement; return (element.getAttribute('aria-label') ?? element.textContent).trim().replaceAll(/\\s+/g, ' '); })()`,
    );
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await visit.user.page.keyboard.press(key);
  };

  test('a list is one stop; the arrow keys step through it, Enter opens a chat to write in', async () => {
    const { user } = visit;
    const { page } = user;
    await page.locator('.person[data-code="VT1"]').focus();
    await press('ArrowDown');
    expect(await focused()).toContain('Tô Thị Mỹ Hạnh');
    await press('Home');
    expect(await focused()).toContain('Phùng Gia Huy');
    await press('End', 'ArrowDown', 'ArrowDown', 'Enter');
    await expect.poll(() => page.locator('.person.is-me').textContent()).toContain('Bùi Thị Thanh Lam');
    // After the people comes the choice of the others, after that the open chat.
    await press('Tab', 'Tab');
    expect(await focused()).toContain('Đôn Đốc');
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await page.getByRole('heading', { level: 1, name: 'Phòng CĐS' }).waitFor();
    await expect.poll(focused).toBe('Nhắn tin');
    await page.keyboard.type('/viec 8');
    await press('Enter');
    await user.newest('/viec 8');
    // Alt and an arrow go to the next chat from wherever one is.
    await press('Alt+ArrowDown');
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).not.toBe('Phòng CĐS');
  });

  test('the menu of a message is stepped through, and gives the focus back', async () => {
    const { user } = visit;
    const { page } = user;
    await user.openChat('Phòng BCVT&CNTT');
    const reminder = await user.newest('quá hạn 2 ngày làm việc');
    const more = reminder.getByRole('button', { name: 'Thao tác với tin này' });
    await more.focus();
    await press('Enter');
    await expect.poll(focused).toBe('Thả 👍');
    await press('ArrowUp');
    expect(await focused()).toBe('Ghim');
    await press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    expect(await focused()).toBe('Thao tác với tin này');

    await press('Enter');
    await expect.poll(focused).toBe('Thả 👍');
    await press('End', 'ArrowUp');
    expect(await focused()).toBe('Chuyển tiếp');
    await press('Enter');
    await page.getByRole('dialog', { name: 'Chuyển tiếp đến' }).waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(focused).toBe('Thao tác với tin này');
  });

  test('topics are stepped through like any tabs', async () => {
    const { user } = visit;
    const { page } = user;
    await user.openChat('Trung tâm CĐS&ĐMST');
    await page.getByRole('tab', { name: 'Tất cả' }).focus();
    await press('ArrowRight', 'ArrowRight', 'Enter');
    await expect
      .poll(() => page.getByRole('tab', { name: 'Việc được giao' }).getAttribute('aria-selected'))
      .toBe('true');
    expect(await focused()).toBe('Việc được giao');
  });

  test('a dialog is left with Escape, and the focus is where it was', async () => {
    const { user } = visit;
    const { page } = user;
    await page.getByRole('button', { name: 'Làm lại từ đầu' }).focus();
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused()).toBe('Làm lại từ đầu');
    // Nothing of the list was closed by it.
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });

  test('who wants less motion gets none', async () => {
    const { user } = visit;
    const { page } = user;
    await user.openChat('Phòng BCVT&CNTT');
    const longest = await page.evaluate<number>(
      `Math.max(...[...document.querySelectorAll('*')].flatMap((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return [transitionDuration, animationDuration].flatMap((list) => list.split(',').map(parseFloat));
      }))`,
    );
    expect(longest).toBeLessThanOrEqual(0.01);
  });
});
