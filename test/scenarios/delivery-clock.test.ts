// Clocks that are set while messages wait: nothing is stuck, nothing is lost, nothing comes twice.
import { expect, test } from 'vitest';
import type { Office } from './support/office.ts';
import { SECRETARY } from './support/office.ts';
import { GROUP, expectNoFault, listen, openWithTask } from './support/robustness.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const save = async (office: Office, what: string): Promise<void> => {
  await office.write(SECRETARY, `Giao Phòng KHTC chủ trì ${what}, xong trước ngày 16/5/2025.`);
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'Phiếu'), 'Lưu');
};

/** Sets the clock, and lets the next two minutes happen by it. */
const setClock = async (office: Office, byMs: number): Promise<void> => {
  const { clock } = office.sandbox;
  clock.jumpTo(clock.now() + byMs);
  await office.sandbox.advanceTo(clock.now() + 120_000);
};

const given = (texts: readonly string[]): string[] => texts.filter((text) => text.startsWith('📋'));

test.for([
  ['an hour', HOUR_MS],
  ['a week', 7 * DAY_MS],
])('a clock set back by %s releases what it has put off', async ([, backMs]) => {
  const office = await openWithTask('2025-04-22T10:00');
  const { faults } = office.sandbox.server;
  const said = listen(office, GROUP);
  const chatId = office.sandbox.group('KHTC').id;
  // One message waits for Telegram, another one for the network.
  faults.tooManyRequests({ method: 'sendMessage', chatId }, 1_800);
  await save(office, 'lập dự toán');
  await save(office, 'rà soát công nợ');
  expect(said()).toEqual([]);
  faults.clear();
  await setClock(office, -Number(backMs));
  expect(given(said())).toHaveLength(2);
  // The time that has been comes once more.
  await office.sandbox.advanceTo(office.sandbox.clock.now() + 2 * HOUR_MS);
  expect(given(said())).toEqual([]);
  expectNoFault(office);
});

test('a clock set back while Telegram cannot be reached does not put the next try off', async () => {
  const office = await openWithTask('2025-04-22T10:00');
  const { faults } = office.sandbox.server;
  const said = listen(office, GROUP);
  faults.dropBefore({ method: 'sendMessage', chatId: office.sandbox.group('KHTC').id, times: Infinity });
  await save(office, 'lập dự toán');
  await office.goTo('2025-04-22T10:30');
  expect(said()).toEqual([]);
  faults.clear();
  await setClock(office, -HOUR_MS);
  expect(given(said())).toHaveLength(1);
  expectNoFault(office);
});

test('a clock that was a week ahead and is put right says nothing twice and forgets nothing', async () => {
  const office = await openWithTask('2025-04-22T10:00');
  const { faults } = office.sandbox.server;
  const said = listen(office, GROUP);
  await setClock(office, 7 * DAY_MS);
  // Owed and put off by the wrong clock.
  faults.dropBefore({ method: 'sendMessage', chatId: office.sandbox.group('KHTC').id, times: Infinity });
  await save(office, 'lập dự toán');
  await office.sandbox.advanceTo(office.sandbox.clock.now() + HOUR_MS);
  faults.clear();
  expect(given(said())).toEqual([]);
  await setClock(office, -7 * DAY_MS);
  expect(given(said())).toHaveLength(1);
  await office.restart();
  await office.sandbox.advanceTo(office.sandbox.clock.now() + HOUR_MS);
  expect(given(said())).toEqual([]);
  expectNoFault(office);
});

test('an answer that waits for its chat’s pace or for Telegram is given also when the clock is set back meanwhile', async () => {
  const office = await openWithTask('2025-04-22T10:00');
  const { server } = office.sandbox;
  const chatId = office.sandbox.person(SECRETARY).id;
  const said = listen(office, { person: SECRETARY });
  server.faults.tooManyRequests({ method: 'sendMessage', chatId }, 600);
  await office.write(SECRETARY, '/viec 1');
  await office.write(SECRETARY, '/viec');
  expect(said()).toEqual([]);
  await setClock(office, -HOUR_MS);
  expect(said()).toHaveLength(2);
  expectNoFault(office);
});
