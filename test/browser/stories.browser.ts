// The stories of the demo, told on the page: the address names one, and each word of the onlooker leads on.
import { describe, expect, test } from 'vitest';
import { STORIES } from '../../src/sandbox/stories/stories.ts';
import { DESKTOP, PageUser } from './support/onlooker.ts';
import { sharedPage } from './support/visit.ts';

describe('a story on the page', () => {
  const shared = sharedPage({ isPrepared: false });

  test.each(STORIES.map(({ name, title }) => [name, title] as const))('%s', async (name, title) => {
    const user = await PageUser.open(shared.browser, shared.open.url, DESKTOP, `?story=${name}`);
    const { page } = user;
    const bar = page.locator('.story', { hasText: title });
    await bar.waitFor({ timeout: 90_000 });
    const over = bar.getByText('Hết câu chuyện');
    const goOn = bar.getByRole('button', { name: /^(?:Bắt đầu kể|Kể tiếp)$/ });
    const done = () => bar.locator('.story-title span').textContent();
    for (;;) {
      await goOn.or(over).first().waitFor({ timeout: 90_000 });
      if (await over.isVisible()) break;
      const before = await done();
      await goOn.click();
      await expect.poll(done, { timeout: 90_000 }).not.toBe(before);
    }
    expect(await bar.textContent()).not.toContain('dừng lại');
    expect(await page.locator('.message').count()).toBeGreaterThan(0);
    await user.close();
  });
});
