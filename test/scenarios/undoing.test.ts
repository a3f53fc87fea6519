import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../src/sandbox/bot-api/world/history.ts';
import { SAMPLE_NOTICE } from '../../src/sandbox/stories/sample-notice.ts';
import { Office, SECRETARY } from './support/office.ts';
import { expectNoFault } from './support/robustness.ts';

const ORDER = 'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS thẩm định dự toán, xong trước ngày 25/4/2025.';
const secretary = { person: SECRETARY };
const UNDO = 'Hoàn tác';

const now = (office: Office, entry: HistoryEntry): HistoryEntry =>
  office.heard(secretary).find(({ messageId }) => messageId === entry.messageId) ?? entry;

const openWithSaved = async (
  startAt = '2025-04-10T09:00',
): Promise<{ office: Office; card: HistoryEntry; saved: HistoryEntry }> => {
  const office = await Office.open({ startAt });
  await office.write(SECRETARY, ORDER);
  const card = office.last(secretary, 'Phiếu 1');
  await office.press(SECRETARY, card, 'Lưu');
  return { office, card, saved: office.last(secretary, 'Đã lưu việc 1') };
};

test('what was saved is taken back within ten minutes; units that have heard of it hear that', async () => {
  const { office, card, saved } = await openWithSaved();
  await office.goTo('2025-04-10T09:09');
  await office.press(SECRETARY, saved, UNDO);
  expect(now(office, saved).text).toContain('Đã hoàn tác: không còn việc 1');
  for (const group of ['KHTC', 'CĐS'])
    expect(office.last({ group }).text).toContain('Việc 1 vừa giao là do ghi nhầm');
  expect(now(office, card).text).toContain('Phiếu 1/1');
  await office.write(SECRETARY, '/viec 1');
  expect(office.last(secretary).text).toContain('Hoàn tác, do lưu nhầm');

  // Nobody is reminded of it, and it can be saved anew, set right.
  await office.press(SECRETARY, now(office, card), 'Sửa nội dung');
  await office.reply(SECRETARY, office.last(secretary, 'Nội dung mới'), 'thẩm định dự toán bổ sung');
  await office.press(SECRETARY, now(office, card), 'Lưu');
  expect(office.last({ group: 'KHTC' }).text).toContain('Việc 2');
  await office.goTo('2025-04-24T09:00');
  expect(office.about({ group: 'KHTC' }, '⏰').filter(({ text }) => text.includes('Việc 1'))).toEqual([]);
  expectNoFault(office);
});

test('outside working hours the units have not heard of it, and hear nothing', async () => {
  const { office, saved } = await openWithSaved('2025-04-10T20:00');
  await office.press(SECRETARY, saved, UNDO);
  await office.goTo('2025-04-11T09:00');
  expect(office.about({ group: 'KHTC' }, 'việc 1')).toEqual([]);
});

test('all that was saved at once is taken back at once, and nothing else', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, SAMPLE_NOTICE);
  const summary = office.last(secretary, 'Có 4 việc');
  const [first] = office.about(secretary, 'Phiếu 1/4');
  if (!first) throw new Error('There is no first card');
  await office.press(SECRETARY, first, 'Lưu');
  await office.press(SECRETARY, now(office, summary), 'Lưu tất cả');
  await office.press(SECRETARY, office.last(secretary, 'Đã lưu 3 việc'), UNDO);
  expect(now(office, summary).text).toContain('Đã lưu việc 1');
  expect(now(office, summary).text).toContain('Còn 3 phiếu chưa xử lý');
});

test('after ten minutes, twice, or once a unit is at work it is not taken back', async () => {
  const { office, saved } = await openWithSaved();
  await office.goTo('2025-04-10T09:11');
  expect(await office.press(SECRETARY, saved, UNDO)).toContain('Đã quá 10 phút');

  await office.write(SECRETARY, 'Giao Phòng CĐS báo cáo số liệu trước ngày 28/4/2025.');
  const card = office.last(secretary, 'Phiếu 1');
  await office.press(SECRETARY, card, 'Lưu');
  const second = office.last(secretary, 'Đã lưu việc 2');
  await office.press(SECRETARY, second, UNDO);
  const [answer] = await Promise.all([
    office.sandbox.person(SECRETARY).pressForged(second.message, dataOf(second)),
    office.sandbox.settle(),
  ]);
  expect(answer).toMatchObject({ answered: true, text: expect.stringContaining('cũ') as string });

  await office.press(SECRETARY, now(office, card), 'Lưu');
  const third = office.last(secretary, 'Đã lưu việc 3');
  await office.press('TP.CĐS', office.last({ group: 'CĐS' }, 'Việc 3'), 'Đang làm');
  expect(await office.press(SECRETARY, third, UNDO)).toContain('đã báo tình hình việc 3');
  expectNoFault(office);
});

test('who may not hand out work takes nothing back', async () => {
  const { office, saved } = await openWithSaved();
  const theirs = office.last({ group: 'KHTC' }, 'Việc 1');
  const [answer] = await Promise.all([
    office.sandbox.person('TP.KHTC').pressForged(theirs.message, dataOf(saved)),
    office.sandbox.settle(),
  ]);
  expect(answer).toMatchObject({ answered: true, text: expect.stringContaining('dành cho') as string });
  await office.write(SECRETARY, '/viec 1');
  expect(office.last(secretary).text).not.toContain('Hoàn tác');
});

const dataOf = (entry: HistoryEntry): string => {
  const [button] = entry.keyboard?.inline_keyboard.flat() ?? [];
  if (!button || !('callback_data' in button)) throw new Error('The message has no button');
  return button.callback_data;
};
