import type { InlineQueryResultArticle } from 'grammy/types';
import { expect, test } from 'vitest';
import { wakeAt } from './support/mornings.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import { expectNoFault } from './support/robustness.ts';

const openOffice = async (): Promise<Office> => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  for (const task of [
    'Giao Phòng KHTC thẩm định dự toán, xong trước ngày 11/4/2025.',
    'Giao Phòng QLKH&CN rà soát đề tài, xong trước ngày 11/4/2025.',
    'Giao Phòng KHTC kiểm tra kho, xong trong ngày 16/4/2025.',
  ]) {
    await office.write(SECRETARY, task);
    await office.press(SECRETARY, office.last({ person: SECRETARY }, '📋'), 'Lưu');
  }
  await wakeAt(office, '2025-04-14T08:00');
  return office;
};

const offered = async (office: Office, who: string, words: string) => {
  const [answer] = await Promise.all([
    office.sandbox.person(who).inlineQuery(words),
    office.sandbox.settle(),
  ]);
  if (!answer.answered) throw new Error('Nobody has answered');
  expect(answer).toMatchObject({ isPersonal: true, cacheSeconds: 0 });
  return answer.results as readonly InlineQueryResultArticle[];
};

test('a member’s own list is offered in any chat, to them alone', async () => {
  const office = await openOffice();
  const titles = async (who: string, words: string) =>
    (await offered(office, who, words)).map(({ title }) => title);
  expect(await titles('TP.KHTC', 'quá hạn')).toEqual(['Việc 1 · Thẩm định dự toán']);
  expect(await titles('TP.KHTC', '')).toEqual(['Việc 1 · Thẩm định dự toán']);
  expect(await titles('TP.KHTC', 'tuần này')).toEqual(['Việc 3 · Kiểm tra kho']);
  expect(await titles('TP.KHTC', 'kiem tra')).toEqual(['Việc 3 · Kiểm tra kho']);
  expect(await titles('TP.KHTC', 'đề tài')).toEqual([]);
  expect(await titles(DEPUTY, 'QUÁ HẠN')).toEqual(['Việc 1 · Thẩm định dự toán']);
  expect(await titles('GĐ', 'qua han')).toHaveLength(2);
  expect(await titles('TP.CĐS', 'quá hạn')).toEqual(['Không có việc quá hạn']);
  // Sent into a chat, it says of whom this is true.
  const sent = async (who: string, words: string) =>
    (await offered(office, who, words)).map(({ input_message_content }) => input_message_content);
  expect(await sent('TP.CĐS', 'quá hạn')).toMatchObject([
    { message_text: expect.stringContaining('Phòng CĐS không có việc quá hạn.') as string },
  ]);
  expect(await sent('PGĐ1', 'hôm nay')).toMatchObject([
    { message_text: expect.stringContaining('các đơn vị phụ trách không có việc đến hạn.') as string },
  ]);

  // Not to a stranger, nor to one who has just been struck off the list.
  const stranger = office.sandbox.server.world.addUser({ firstName: 'Khách' });
  const [answer] = await Promise.all([stranger.inlineQuery('quá hạn'), office.sandbox.settle()]);
  expect(answer).toMatchObject({ results: [] });
  expectNoFault(office);
});

test('what is sent says what the task is, not how late; and is no report', async () => {
  const office = await openOffice();
  const [first] = await offered(office, DEPUTY, 'quá hạn');
  if (first === undefined) throw new Error('There is one');
  expect(first.description).toContain('Phòng KHTC, hạn trước 11/4, quá hạn 2 ngày làm việc; chưa có báo cáo');
  const group = office.sandbox.group('KHTC');
  office.sandbox.person(DEPUTY).join(group);
  const before = office.heard({ group: 'KHTC' }).length;
  const sent = office.sandbox.person(DEPUTY).sendInlineResult(group, first);
  await office.sandbox.settle();
  expect(sent.text).toBe(
    '📋 Việc 1 · Thẩm định dự toán\nChủ trì: Phòng KHTC\nHạn: trước 11/4/2025 (thứ Sáu), nên cần xong trong thứ Năm, 10/4',
  );
  expect(office.heard({ group: 'KHTC' })).toHaveLength(before);

  // In the secretary's own chat it is no new order either.
  const heard = office.heard({ person: SECRETARY }).length;
  office.sandbox.person(SECRETARY).sendInlineResult(office.sandbox.person(SECRETARY), first);
  await office.sandbox.settle();
  expect(office.heard({ person: SECRETARY })).toHaveLength(heard);
  expectNoFault(office);
});
