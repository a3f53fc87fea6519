// Chats that nobody would read to their beginning: only a part is drawn, and it follows the reader.
import { beforeAll, describe, expect, test } from 'vitest';
import { PageUser } from './support/onlooker.ts';
import { sharedPage } from './support/visit.ts';

const LENGTH = 10_000;
const TITLE = 'Nhóm có mười nghìn tin';

describe('a long chat', () => {
  const shared = sharedPage();

  beforeAll(() => {
    const { world, sandbox } = shared.open.host.stage;
    const owner = sandbox.person('VT1');
    const head = sandbox.person('TP.KHTC');
    // A group without the bot, which has nothing to do with it.
    const group = world.addGroup({ title: TITLE, owner, members: [head], withBot: false });
    for (let number = 1; number <= LENGTH; number++) {
      (number % 3 === 0 ? owner : head).sendText(group, `Tin số ${number}`);
    }
  });

  test('is drawn in part, reads on in both directions, and stays where the reader is', async () => {
    const user = await PageUser.open(shared.browser, shared.open.url);
    const { page } = user;
    await user.openChat(TITLE);
    await user.newest(`Tin số ${LENGTH}`);
    const drawn = () => page.locator('[data-position]').count();
    expect(await drawn()).toBeLessThanOrEqual(120);

    const scroll = (by: number) =>
      page
        .evaluate(`document.querySelector('.timeline').scrollBy(0, ${by})`)
        .then(() => page.waitForTimeout(30));
    const firstInSight = async (): Promise<number> =>
      Number(
        await page.evaluate(`(() => {
          const top = document.querySelector('.timeline').getBoundingClientRect().top;
          const seen = [...document.querySelectorAll('[data-position]')].find((item) => item.getBoundingClientRect().bottom > top + 1);
          return seen.querySelector('.text').textContent.replace('Tin số ', '');
        })()`),
      );
    let reached = await firstInSight();
    for (let turn = 0; turn < 60; turn++) {
      await scroll(-600);
      const now = await firstInSight();
      // It never jumps: neither back to where one was, nor over what was not seen.
      expect(now).toBeLessThanOrEqual(reached);
      expect(reached - now).toBeLessThan(60);
      reached = now;
    }
    expect(reached).toBeLessThan(LENGTH - 500);
    expect(await drawn()).toBeLessThanOrEqual(120);

    // What is new does not tear the reader away.
    const { world, sandbox } = shared.open.host.stage;
    const group = world.chats().find(({ title }) => title === TITLE);
    sandbox.person('TP.KHTC').sendText(group?.id ?? 0, 'Tin mới đến');
    await page.locator('.to-end .badge', { hasText: '1' }).waitFor();
    expect(await firstInSight()).toBe(reached);
    await page.getByRole('button', { name: 'Xuống tin mới nhất' }).click();
    await user.newest('Tin mới đến');
    expect(await drawn()).toBeLessThanOrEqual(120);
    await user.close();
  });
});
