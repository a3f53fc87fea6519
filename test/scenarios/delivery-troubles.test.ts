// What becomes of messages when the way to Telegram, or a message itself, is broken.
import { expect, test } from 'vitest';
import { instantOfStep } from '../../src/sandbox/stories/moments.ts';
import { Office, SECRETARY } from './support/office.ts';
import { giveTasks } from './support/notice.ts';
import { GROUP, HEAD, ORDER, expectNoFault, listen, openWithTask } from './support/robustness.ts';

const secretary = { person: SECRETARY };

const save = async (office: Office, order: string): Promise<void> => {
  await office.write(SECRETARY, order);
  await office.press(SECRETARY, office.last(secretary, 'Phiếu'), 'Lưu');
};

test('while Telegram cannot be reached one message at a time tries the way, and then all arrive once', async () => {
  const office = await openWithTask('2025-04-18T16:00');
  for (const what of ['lập dự toán', 'rà soát công nợ', 'báo cáo quyết toán', 'kiểm kê tài sản']) {
    await save(
      office,
      `Giao Phòng KHTC, Phòng CĐS, Phòng BCVT&CNTT, Văn phòng Sở chủ trì ${what}, xong trước ngày 25/4/2025.`,
    );
  }
  await office.goTo('2025-04-21T07:29');
  const { server } = office.sandbox;
  const units = ['KHTC', 'CĐS', 'BCVT&CNTT', 'VP'];
  const said = units.map((group) => listen(office, { group }));
  server.calls.clear();
  server.faults.dropBefore({ method: 'sendMessage', times: Infinity });
  await office.goTo('2025-04-21T08:30');
  // An hour: seconds apart in the beginning, then a minute apart at most.
  const tries = server.calls.of('sendMessage').map(({ atMs }) => atMs);
  expect(tries.length).toBeGreaterThan(40);
  expect(tries.length).toBeLessThan(150);
  const apart = tries.slice(10).map((at, index) => at - (tries[index + 9] ?? 0));
  expect(Math.min(...apart)).toBeGreaterThan(10_000);
  server.faults.clear();
  await office.goTo('2025-04-21T08:33');
  for (const heard of said) expect(heard().filter((text) => text.startsWith('⏰'))).toHaveLength(1);
  expectNoFault(office);
});

test('a message that Telegram never takes is tried a few times, ends with its reason, and keeps no other waiting', async () => {
  const office = await openWithTask();
  const { server } = office.sandbox;
  const chatId = office.sandbox.group('KHTC').id;
  const told = listen(office, secretary);
  server.calls.clear();
  server.faults.refuse(
    { method: 'sendMessage', chatId, times: 4 },
    { status: 400, description: 'Bad Request: MESSAGE_WEIRD' },
  );
  await save(office, 'Giao Phòng KHTC chủ trì lập dự toán năm 2026, xong trước ngày 25/4/2025.');
  await office.goTo('2025-04-10T09:30');
  const tries = server.calls.of('sendMessage').filter(({ params }) => params.chat_id === chatId);
  expect(tries).toHaveLength(4);
  const failures = told().filter((text) => text.startsWith('⚠️'));
  expect(failures).toEqual([expect.stringContaining('Không gửi được tin giao việc (việc 2)')]);
  // The chat is as good as before.
  await save(office, 'Giao Phòng KHTC chủ trì rà soát công nợ, xong trước ngày 25/4/2025.');
  expect(office.about(GROUP, 'rà soát công nợ')).toHaveLength(1);
  await office.goTo('2025-04-10T16:00');
  expect(office.about(GROUP, 'dự toán năm 2026')).toHaveLength(0);
  expectNoFault(office);
});

test('a long reminder goes on with the part that failed, also after a restart', async () => {
  const office = await Office.open({ startAt: '2025-04-21T08:00' });
  const tasks = Array.from(
    { length: 60 },
    (_, at) =>
      `Giao Phòng KHTC xây dựng báo cáo tổng hợp tình hình thực hiện nhiệm vụ số ${at + 1}, hoàn thành trước ngày 25/4/2025.`,
  );
  await giveTasks(office, tasks);
  await office.goTo('2025-04-23T07:29');

  const said = listen(office, GROUP);
  const { clock, server } = office.sandbox;
  // The first part arrives; then nothing does for ten minutes, in which the bot is started anew.
  const broken = clock
    .waitUntil(instantOfStep('2025-04-23T07:30') + 500, new AbortController().signal)
    .then(() => {
      server.faults.dropBefore({ method: 'sendMessage', times: Infinity });
    });
  await office.goTo('2025-04-23T07:35');
  await broken;
  const first = said();
  expect(first).toHaveLength(1);
  await office.restart();
  await office.goTo('2025-04-23T07:40');
  server.faults.clear();
  await office.goTo('2025-04-23T07:45');
  const rest = said();
  expect(rest.length).toBeGreaterThanOrEqual(1);
  const lines = [...first, ...rest].join('\n').match(/nhiệm vụ số \d+/gu) ?? [];
  expect(lines.length).toBeGreaterThanOrEqual(15);
  expect(new Set(lines).size).toBe(lines.length);
  // A reply to the first part is a reply to the reminder.
  const [start] = office.about(GROUP, first[0] ?? '');
  if (start) await office.reply(HEAD, start, 'việc 1 đang làm 30%');
  expect(office.last(GROUP).text).toContain('việc 1 đang làm 30%');
  expectNoFault(office);
});

test('a message that became untrue while it waited is dropped, with its reason in the record', async () => {
  const office = await openWithTask('2025-04-18T16:00');
  await office.goTo('2025-04-21T07:29');
  const { faults } = office.sandbox.server;
  const said = listen(office, GROUP);
  faults.tooManyRequests({ method: 'sendMessage', chatId: office.sandbox.group('KHTC').id }, 1_800);
  await office.goTo('2025-04-21T07:45');
  await office.write(HEAD, '1 đã trình');
  await office.goTo('2025-04-21T09:00');
  expect(said().filter((text) => text.startsWith('⏰'))).toEqual([]);
  expectNoFault(office);
});

test('updates of another bot on the same database are not taken for those of the first', async () => {
  const first = await Office.open({
    startAt: '2025-04-10T09:00',
    token: '7000000001:AAfirst-token-of-the-office-00000000',
  });
  await first.write(SECRETARY, ORDER);
  await first.press(SECRETARY, first.last(secretary, 'Phiếu'), 'Lưu');
  await first.close();

  // Telegram's servers begin a new bot's series of ids where they like; here it is the same.
  const second = await Office.open({
    startAt: '2025-04-10T10:00',
    token: '7000000002:AAsecond-token-of-the-office-0000000',
    databaseUrl: first.env.DATABASE_URL,
  });
  await second.write(SECRETARY, ORDER.replace('thẩm định', 'tổng hợp'));
  await second.press(SECRETARY, second.last(secretary, 'Phiếu'), 'Lưu');
  expect(second.last(secretary).text).toContain('việc 2');
  expectNoFault(second);
});
