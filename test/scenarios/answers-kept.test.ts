// An answer that Telegram does not take at once outlives the process that owed it.
import { expect, test } from 'vitest';
import { GROUP, HEAD, expectNoFault, openWithTask } from './support/robustness.ts';

test('an answer that waits when the bot is stopped is given by the next one, once, and can be replied to', async () => {
  const office = await openWithTask('2025-04-10T09:00');
  const group = office.sandbox.group('KHTC');
  office.sandbox.server.faults.tooManyRequests({ method: 'sendMessage', chatId: group.id }, 300);
  await office.say(HEAD, GROUP.group, '/viec 1');
  const before = office.about(GROUP, 'Việc 1').length;
  await office.restart();
  expect(office.about(GROUP, 'Việc 1')).toHaveLength(before);

  await office.goTo('2025-04-10T09:10');
  expect(office.about(GROUP, 'Việc 1')).toHaveLength(before + 1);
  await office.restart();
  await office.goTo('2025-04-10T09:20');
  expect(office.about(GROUP, 'Việc 1')).toHaveLength(before + 1);
  await office.reply(HEAD, office.last(GROUP, 'Việc 1'), 'đang làm 40%');
  expect(office.last(GROUP).text).toContain('đang làm 40%');
  expectNoFault(office);
});
