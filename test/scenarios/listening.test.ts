// What people wrote while the bot could not listen is read before it says anything of its own accord.
import { expect, test } from 'vitest';
import { instantOfStep } from '../../src/sandbox/stories/moments.ts';
import type { Office } from './support/office.ts';
import { GROUP, HEAD, expectNoFault, openWithTask, taskMessage } from './support/robustness.ts';

const DAY_OF_REMINDER = '2025-04-23';

/** The head reports while nobody listens, minutes before the unit is to be reminded. */
const reportUnheard = (office: Office): void => {
  office.sandbox.clock.jumpTo(instantOfStep(`${DAY_OF_REMINDER}T07:25`));
  office.sandbox.person(HEAD).reply(taskMessage(office).message, 'đã xong');
};

const reminders = (office: Office): number => office.about(GROUP, '⏰').length;

test('a unit that reported while the bot was down is not reminded when it comes back', async () => {
  const office = await openWithTask('2025-04-21T15:00');
  await office.close();
  reportUnheard(office);
  office.sandbox.clock.jumpTo(instantOfStep(`${DAY_OF_REMINDER}T09:00`));
  await office.restart();
  await office.goTo(`${DAY_OF_REMINDER}T09:05`);
  expect(office.about(GROUP, 'Đã ghi: việc 1')).toHaveLength(1);
  expect(reminders(office)).toBe(0);
  expectNoFault(office);
});

test('a unit that reported while Telegram was out of reach is not reminded when it is back', async () => {
  const office = await openWithTask('2025-04-21T15:00');
  const { server } = office.sandbox;
  server.faults.setNetworkDown(true);
  reportUnheard(office);
  await expect.poll(() => office.log.some((line) => line.includes('cannot be reached'))).toBe(true);
  await office.goTo(`${DAY_OF_REMINDER}T07:31`);
  server.faults.setNetworkDown(false);
  await office.goTo(`${DAY_OF_REMINDER}T07:40`);
  expect(reminders(office)).toBe(0);
  expectNoFault(office);
});

test('a unit that has not reported is reminded as soon as everything has been read', async () => {
  const office = await openWithTask('2025-04-21T15:00');
  await office.close();
  office.sandbox.clock.jumpTo(instantOfStep(`${DAY_OF_REMINDER}T09:00`));
  await office.restart();
  expect(reminders(office)).toBe(1);
  expectNoFault(office);
});
