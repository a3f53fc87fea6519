import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../src/sandbox/bot-api/world/history.ts';
import { packButton } from '../../src/telegram/buttons/callback-data.ts';
import { Office, SECRETARY } from './support/office.ts';

const ORDER = 'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS thẩm định dự toán, xong trước ngày 25/4/2025.';
const secretary = { person: SECRETARY };

/** The calendar as it is seen, a line a row. */
const rows = (entry: HistoryEntry): string[] =>
  entry.keyboard?.inline_keyboard.map((row) => row.map(({ text }) => text).join(' ')) ?? [];

/** The message as it is now. */
const now = (office: Office, entry: HistoryEntry): HistoryEntry =>
  office.heard(secretary).find(({ messageId }) => messageId === entry.messageId) ?? entry;

test('a deadline is chosen on a calendar that shows days off, in another month too', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, ORDER);
  const card = office.last(secretary, 'thẩm định');
  await office.press(SECRETARY, card, 'Sửa hạn');
  const question = office.last(secretary, 'Hạn mới');
  // 7/4 is the day of the Hùng kings and past; 30/4 is off, and 26/4 is worked for the swapped 2/5.
  expect(rows(question)).toEqual([
    '  Tháng 4/2025 ›',
    'T2 T3 T4 T5 T6 T7 CN',
    '             ',
    '      ·10 11 (12) (13)',
    '14 15 16 17 18 (19) (20)',
    '21 22 23 24 25 26 (27)',
    '28 29 (30)        ',
    'Gõ ngày khác',
  ]);

  await office.press(SECRETARY, question, '›');
  expect(rows(now(office, question))[0]).toBe('‹ Tháng 5/2025 ›');
  expect(rows(now(office, question))[2]).toBe('      (1) (2) (3) (4)');
  await office.press(SECRETARY, now(office, question), '9');
  expect(now(office, card).text).toContain('09/5/2025');
  const chosen = now(office, question)
    .keyboard?.inline_keyboard.flat()
    .filter(({ style }) => style === 'success');
  expect(chosen?.map(({ text }) => text)).toEqual(['9']);

  await office.press(SECRETARY, now(office, card), 'Lưu');
  expect(office.last({ group: 'KHTC' }, 'thẩm định').text).toContain('09/5/2025');
  // Decided is decided: the calendar does nothing any more, and says so.
  await office.press(SECRETARY, now(office, question), '12');
  expect(office.last(secretary).text).toContain('đã được lưu');
  expect(office.last({ group: 'KHTC' }, 'thẩm định').text).toContain('09/5/2025');
});

test('what is not on the calendar is typed, in reply to it or to the question asked again', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, ORDER);
  const card = office.last(secretary, 'thẩm định');
  await office.press(SECRETARY, card, 'Sửa hạn');
  const question = office.last(secretary, 'Hạn mới');
  await office.reply(SECRETARY, question, 'trước 17h00 18/4');
  expect(now(office, card).text).toContain('17h00 thứ Sáu, 18/4/2025');

  await office.press(SECRETARY, question, 'Gõ ngày khác');
  const again = office.last(secretary, 'Nhắn ngày');
  expect(again.otherMarkup).toMatchObject({ force_reply: true });
  await office.reply(SECRETARY, again, '22/4');
  expect(now(office, card).text).toContain('22/4/2025');

  // In private, people do not always reply; a wrong day is asked for again.
  await office.press(SECRETARY, card, 'Sửa hạn');
  await office.write(SECRETARY, '31/4');
  expect(office.last(secretary).text).toContain('30 ngày');
  await office.write(SECRETARY, 'thứ 4 tuần sau nữa');
  expect(now(office, card).text).toContain('23/4/2025');
  // When the question is out of mind, a day alone is nothing.
  await office.press(SECRETARY, card, 'Sửa hạn');
  await office.goTo('2025-04-10T09:30');
  await office.write(SECRETARY, '24/4');
  expect(office.last(secretary).text).toContain('Chưa thấy việc nào');
  expect(now(office, card).text).toContain('23/4/2025');
});

test('work without a deadline gets one from the calendar', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, 'Giao Phòng KHTC chủ trì thẩm định dự toán.');
  await office.press(SECRETARY, office.last(secretary, 'thẩm định'), 'Lưu');
  await office.write(SECRETARY, '/han');
  await office.press(SECRETARY, office.last(secretary), 'Đặt hạn việc 1');
  const question = office.last(secretary, 'cần xong khi nào');
  await office.press(SECRETARY, question, '24');
  expect(office.last(secretary).text).toContain('24/4/2025');
  // Another day sets it right.
  await office.press(SECRETARY, now(office, question), '25');
  expect(office.last(secretary).text).toContain('25/4/2025');
  expect(office.last({ group: 'KHTC' }, 'hạn').text).toContain('25/4/2025');
});

test('presses that are stale, past or forged change nothing and are answered', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, ORDER);
  const card = office.last(secretary, 'thẩm định');
  await office.press(SECRETARY, card, 'Sửa hạn');
  const question = office.last(secretary, 'Hạn mới');
  const forge = async (on: HistoryEntry, data: string) => {
    const [answer] = await Promise.all([
      office.sandbox.person(SECRETARY).pressForged(on.message, data),
      office.sandbox.settle(),
    ]);
    return answer.answered ? answer.text : null;
  };
  const chooseDay = packButton({ kind: 'choose_day', date: '2025-04-22' });
  expect(await forge(card, chooseDay)).toContain('đã cũ');
  expect(now(office, card).text).toContain('trước 25/4/2025');
  expect(await forge(card, packButton({ kind: 'turn_calendar', year: 2025, month: 5 }))).toContain('đã cũ');
  expect(rows(now(office, card)).join()).toContain('Sửa hạn');
  const yesterday = packButton({ kind: 'choose_day', date: '2025-04-09' });
  expect(await forge(question, yesterday)).toContain('đã qua');
  expect(await forge(question, packButton({ kind: 'calendar_label' }))).toBe('');
  // Months far away come down to the last one that is shown.
  await forge(question, packButton({ kind: 'turn_calendar', year: 9_000, month: 1 }));
  expect(rows(now(office, question))[0]).toBe('‹ Tháng 4/2027  ');

  // A day later the calendar still stands there, and the day before is past by now.
  await office.goTo('2025-04-11T09:00');
  expect(await forge(question, packButton({ kind: 'choose_day', date: '2025-04-10' }))).toContain('đã qua');
  expect(now(office, card).text).toContain('trước 25/4/2025');
});
