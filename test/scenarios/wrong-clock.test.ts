// A machine whose clock is wrong, or that slept: Telegram's own clock tells, and people's words come first.
import { expect, test } from 'vitest';
import { instantOfStep } from '../../src/sandbox/stories/moments.ts';
import { ADMINISTRATOR, Office } from './support/office.ts';
import { GROUP, HEAD, expectNoFault, openWithTask, taskMessage } from './support/robustness.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const reminders = (office: Office): number => office.about(GROUP, '⏰').length;
const told = (office: Office): string[] =>
  office.about({ person: ADMINISTRATOR }, 'Đồng hồ của máy').map(({ text }) => text);

test('a clock that is a week ahead calls nothing overdue, and loses no reminder once it is put right', async () => {
  // Due on 25/4: reminded on the 22nd, three working days before.
  const office = await openWithTask('2025-04-21T15:00');
  office.setMachineAhead(7 * DAY_MS);
  await office.goTo('2025-04-21T15:30');
  expect(reminders(office)).toBe(0);
  expect(told(office)).toEqual([
    '⚠️ Đồng hồ của máy chạy bot nhanh 7 ngày so với Telegram.\nBot tạm giữ tin nhắc cho tới khi đồng hồ đúng.\nĐề nghị bật đồng bộ giờ (NTP) trên máy chạy bot, rồi kiểm tra bằng lệnh doctor.',
  ]);
  expect(office.log.filter((line) => line.includes('reminders are held until it is right'))).toHaveLength(1);
  office.setMachineAhead(0);
  await office.goTo('2025-04-23T08:00');
  expect(reminders(office)).toBe(1);
  expect(office.last(GROUP, '⏰').text).not.toContain('quá hạn');
  expect(told(office)).toHaveLength(1);
});

test('a bot that is started by a clock a week ahead uses up no reminder', async () => {
  const office = await openWithTask('2025-04-21T15:00');
  office.setMachineAhead(7 * DAY_MS);
  await office.restart();
  await office.goTo('2025-04-21T15:30');
  expect(reminders(office)).toBe(0);
  office.setMachineAhead(0);
  await office.goTo('2025-04-23T08:00');
  expect(reminders(office)).toBe(1);
});

test('a clock some minutes behind is told to the administrator once a day, and holds nothing', async () => {
  const office = await openWithTask('2025-04-22T15:00');
  office.setMachineAhead(-5 * MINUTE_MS);
  await office.goTo('2025-04-23T08:00');
  expect(reminders(office)).toBe(1);
  expect(told(office)).toHaveLength(2);
  expect(told(office)[0]).toContain('chậm 5 phút');
  expectNoFaultBut(office, 'The clock of this machine is wrong');
});

test('a clock that is wrong at night is told in the morning', async () => {
  const office = await Office.open({ startAt: '2025-04-21T22:00', machineAheadMs: 2 * 60 * MINUTE_MS });
  expect(told(office)).toEqual([]);
  await office.goTo('2025-04-22T07:29');
  expect(told(office)).toEqual([]);
  await office.goTo('2025-04-22T07:31');
  expect(told(office)).toHaveLength(1);
});

test('a unit that reported while the machine slept is not reminded when it wakes', async () => {
  const office = await openWithTask('2025-04-21T15:00');
  const { clock, server } = office.sandbox;
  // What is asked for when the machine falls asleep is not answered.
  server.faults.setNetworkDown(true);
  clock.jumpTo(instantOfStep('2025-04-23T07:25'));
  office.sandbox.person(HEAD).reply(taskMessage(office).message, 'đã xong');
  clock.jumpTo(instantOfStep('2025-04-23T08:59'));
  server.faults.setNetworkDown(false);
  await office.goTo('2025-04-23T09:05');
  expect(office.about(GROUP, 'Đã ghi: việc 1')).toHaveLength(1);
  expect(reminders(office)).toBe(0);
});

test('a machine that wakes after three days reminds once of what nobody reported', async () => {
  const office = await openWithTask('2025-04-21T15:00');
  office.sandbox.clock.jumpTo(instantOfStep('2025-04-24T09:00'));
  await office.goTo('2025-04-24T09:02');
  expect(reminders(office)).toBe(1);
  expectNoFault(office);
});

/** The log holds nothing but what is looked for. */
const expectNoFaultBut = (office: Office, words: string): void => {
  expect(office.log.filter((line) => !line.includes(words))).toEqual([]);
};
