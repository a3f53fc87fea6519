// Files on the page: a caption before they are sent, albums in one bubble, forwarding.
import { describe, expect, test } from 'vitest';
import { visitedPage } from './support/visit.ts';

/** A picture of one point. */
const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

describe('files on the page', () => {
  const visit = visitedPage();

  test('a file is sent with what was typed as its caption, and can be fetched again', async () => {
    const { user } = visit;
    const { page } = user;
    await user.openChat('Đôn Đốc');
    await user.composer.fill('Công văn mới về');
    await user.attach([{ name: 'công văn.txt', content: 'Kính gửi các đơn vị.' }]);
    const caption = page.getByRole('textbox', { name: 'Chú thích' });
    expect(await caption.inputValue()).toBe('Công văn mới về');
    await caption.press('Enter');
    const sent = await user.newest('Công văn mới về');
    expect(await user.composer.inputValue()).toBe('');
    const link = sent.getByRole('link', { name: /^Tải về.*công văn\.txt/ });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('công văn.txt');
  });

  test('what was chosen by mistake is left out; nothing is sent where all of it is', async () => {
    const { user } = visit;
    const { page } = user;
    await user.openChat('Phòng CĐS');
    await user.composer.fill('nháp');
    await user.attach([
      { name: 'nhầm.txt', content: 'x' },
      { name: 'nhầm nữa.txt', content: 'y' },
    ]);
    await page.getByRole('button', { name: 'Bỏ nhầm.txt' }).click();
    await page.getByRole('button', { name: 'Bỏ nhầm nữa.txt' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await user.composer.inputValue()).toBe('nháp');
    expect(await page.locator('.document').count()).toBe(0);
  });

  test('pictures and documents are two albums, each in one bubble; an album is forwarded whole', async () => {
    const { user } = visit;
    const { page } = user;
    await user.openChat('Phòng QLCN');
    const before = await page.locator('.message').count();
    await user.sendFiles(
      [
        { name: 'biên bản.txt', content: 'Biên bản' },
        { name: 'trang 1.png', content: POINT },
        { name: 'phụ lục.txt', content: 'Phụ lục' },
        { name: 'trang 2.png', content: POINT },
      ],
      'Hồ sơ cuộc họp',
    );
    await expect.poll(() => page.locator('.message').count()).toBe(before + 2);
    const pictures = await user.newest('Hồ sơ cuộc họp');
    expect(await pictures.locator('img.photo').count()).toBe(2);
    const documents = page.locator('.message', { has: page.locator('.document') }).last();
    expect(await documents.locator('.document-name').allTextContents()).toEqual([
      'biên bản.txt',
      'phụ lục.txt',
    ]);

    await user.choose(documents, 'Chuyển tiếp');
    await page.getByRole('dialog').locator('.chat-row', { hasText: 'Thanh tra Sở' }).click();
    await page.getByRole('heading', { level: 1, name: 'Thanh tra Sở' }).waitFor();
    const forwarded = page.locator('.message', { has: page.locator('.forwarded') }).last();
    await expect
      .poll(() => forwarded.locator('.document-name').allTextContents())
      .toEqual(['biên bản.txt', 'phụ lục.txt']);
    // What was forwarded is nobody's to edit.
    await forwarded.getByRole('button', { name: 'Thao tác với tin này' }).click();
    expect(await page.getByRole('menuitem', { name: 'Sửa' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await user.choose(forwarded, 'Xóa');
    await expect.poll(() => page.locator('.document').count()).toBe(0);
  });
});
