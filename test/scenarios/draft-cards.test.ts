import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../src/sandbox/bot-api/world/history.ts';
import { packButton, unpackButton } from '../../src/telegram/buttons/callback-data.ts';
import { choiceKey } from '../../src/telegram/buttons/choice-key.ts';
import { Office, SECRETARY } from './support/office.ts';
import { expectNoFault } from './support/robustness.ts';

const ORDER = 'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS thẩm định dự toán, xong trước ngày 25/4/2025.';
const secretary = { person: SECRETARY };

/** The message as it is now. */
const now = (office: Office, entry: HistoryEntry): HistoryEntry =>
  office.heard(secretary).find(({ messageId }) => messageId === entry.messageId) ?? entry;

const labels = (entry: HistoryEntry): string[] =>
  entry.keyboard?.inline_keyboard.flat().map(({ text }) => text) ?? [];

/** Which draft the card is of. */
const partsOf = (card: HistoryEntry): { draftId: string; revision: number } => {
  const [first] = card.keyboard?.inline_keyboard.flat() ?? [];
  const action = first && 'callback_data' in first ? unpackButton(first.callback_data) : null;
  if (action?.kind !== 'save_item') throw new Error('The card has no button that saves it');
  return action;
};

const openWith = async (order: string): Promise<{ office: Office; card: HistoryEntry }> => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await office.write(SECRETARY, order);
  return { office, card: office.last(secretary, 'Phiếu 1') };
};

test('the card asks only for what is missing of the five, with a button for each', async () => {
  const { office, card } = await openWith('Giao Phòng KHTC rà soát việc mua sắm năm 2025.');
  expect(card.text).toContain('Theo “5 rõ” còn thiếu: thời hạn, sản phẩm.');
  expect(labels(card)).toEqual(['Lưu', 'Bỏ', 'Thêm hạn', 'Sửa đơn vị', 'Sửa nội dung', 'Thêm sản phẩm']);

  await office.press(SECRETARY, card, 'Thêm sản phẩm');
  await office.reply(SECRETARY, office.last(secretary, 'Sản phẩm phải có'), '!!!');
  await office.reply(SECRETARY, office.last(secretary, 'không có chữ'), 'Báo cáo kết quả rà soát');
  expect(now(office, card).text).toContain(
    'Rà soát việc mua sắm năm 2025. Sản phẩm: Báo cáo kết quả rà soát',
  );
  expect(now(office, card).text).toContain('còn thiếu: thời hạn.');

  await office.press(SECRETARY, now(office, card), 'Thêm hạn');
  await office.press(SECRETARY, office.last(secretary, 'Hạn mới'), '24');
  expect(now(office, card).text).not.toContain('còn thiếu');
  expect(labels(now(office, card))).toEqual(['Lưu', 'Bỏ', 'Sửa hạn', 'Sửa đơn vị', 'Sửa nội dung']);
  await office.press(SECRETARY, now(office, card), 'Lưu');
  expect(office.last({ group: 'KHTC' }, 'mua sắm').text).toContain('Sản phẩm: Báo cáo kết quả rà soát');
  expectNoFault(office);
});

test('the content is written anew by a reply; a state secret is not taken', async () => {
  const { office, card } = await openWith(ORDER);
  await office.press(SECRETARY, card, 'Sửa nội dung');
  const question = office.last(secretary, 'Nội dung mới');
  await office.reply(SECRETARY, question, 'TUYỆT MẬT\nRà soát phương án bảo vệ');
  expect(office.last(secretary).text).toContain('TUYỆT MẬT');
  expect(now(office, card).text).toContain('Thẩm định dự toán');

  await office.reply(SECRETARY, question, 'x'.repeat(2_001));
  expect(office.last(secretary).text).toContain('Nhắn lại ngắn hơn');
  await office.reply(SECRETARY, office.last(secretary), 'thẩm định dự toán <b>bổ sung</b> năm 2025');
  expect(now(office, card).text).toContain('Thẩm định dự toán <b>bổ sung</b> năm 2025');
  await office.press(SECRETARY, now(office, card), 'Lưu');
  expect(office.last({ group: 'KHTC' }, 'dự toán').text).toContain('<b>bổ sung</b> năm 2025');

  // Decided is decided, also for a question that is still open.
  await office.reply(SECRETARY, question, 'việc khác');
  expect(office.last(secretary).text).toContain('đã được lưu');
});

test('units are ticked in a list, for either role', async () => {
  const { office, card } = await openWith(ORDER);
  await office.press(SECRETARY, card, 'Sửa đơn vị');
  const picker = office.last(secretary, 'Đơn vị nào chủ trì');
  expect(labels(picker)).toEqual(
    expect.arrayContaining(['Chủ trì (1)', 'Phối hợp (1)', '✓ Phòng KHTC', '· Phòng CĐS', 'Xong']),
  );
  // A press gives the role to one that had the other, and takes it away from one that has it.
  await office.press(SECRETARY, picker, '· Phòng CĐS');
  await office.press(SECRETARY, now(office, picker), '✓ Phòng KHTC');
  expect(now(office, card).text).toContain('Chủ trì: Phòng CĐS\n');
  expect(now(office, card).text).not.toContain('Phối hợp');
  await office.press(SECRETARY, now(office, picker), 'Phối hợp (0)');
  await office.press(SECRETARY, now(office, picker), 'Phòng KHTC');
  expect(now(office, card).text).toMatch(/Chủ trì: Phòng CĐS\nPhối hợp: Phòng KHTC/);
  await office.press(SECRETARY, now(office, picker), 'Xong');
  expect(now(office, picker).keyboard?.inline_keyboard.flat() ?? []).toEqual([]);
  await office.press(SECRETARY, now(office, card), 'Lưu');
  expect(office.last({ group: 'CĐS' }, 'thẩm định').text).toContain('Việc 1');
});

test('“các phòng, đơn vị” shows the units it will reach, and each can be left out', async () => {
  const { office, card } = await openWith(
    'Giao các phòng, đơn vị báo cáo kết quả chuyển đổi số, xong trước ngày 25/4/2025.',
  );
  await office.press(SECRETARY, card, 'Sửa đơn vị');
  const picker = office.last(secretary, 'Đơn vị nào chủ trì');
  const before = labels(picker).filter((label) => label.startsWith('✓')).length;
  expect(before).toBeGreaterThan(5);
  await office.press(SECRETARY, picker, '✓ Phòng KHTC');
  expect(labels(now(office, picker)).filter((label) => label.startsWith('✓'))).toHaveLength(before - 1);
  await office.press(SECRETARY, now(office, card), 'Lưu');
  expect(office.about({ group: 'KHTC' }, 'chuyển đổi số')).toEqual([]);
  expect(office.about({ group: 'CĐS' }, 'chuyển đổi số')).toHaveLength(1);
});

test('part of a name is enough; where it fits several units they are offered', async () => {
  const { office, card } = await openWith(ORDER);
  await office.press(SECRETARY, card, 'Sửa đơn vị');
  await office.reply(SECRETARY, office.last(secretary, 'Đơn vị nào chủ trì'), 'cong nghe');
  const offered = office.last(secretary, 'có ở nhiều đơn vị');
  expect(labels(offered).length).toBeLessThan(12);
  expect(labels(offered)).toContain('Phòng QLCN');
  await office.press(SECRETARY, offered, 'Phòng QLCN');
  expect(labels(now(office, offered))).toContain('✓ Phòng QLCN');
  expect(now(office, card).text).toContain('Chủ trì: Phòng KHTC, Phòng QLCN');
});

test('an item that nobody leads any more cannot be saved, and says so', async () => {
  const { office, card } = await openWith(ORDER);
  await office.press(SECRETARY, card, 'Sửa đơn vị');
  await office.press(SECRETARY, office.last(secretary, 'Đơn vị nào chủ trì'), '✓ Phòng KHTC');
  expect(now(office, card).text).toContain('còn thiếu: đơn vị chủ trì');
  expect(labels(now(office, card))).not.toContain('Lưu');
  expect(labels(now(office, card))).toContain('Chọn đơn vị');
  const { draftId, revision, index } = { ...partsOf(card), index: 0 };
  const save = packButton({ kind: 'save_item', draftId, revision, index });
  const [answer] = await Promise.all([
    office.sandbox.person(SECRETARY).pressForged(card.message, save),
    office.sandbox.settle(),
  ]);
  expect(answer).toMatchObject({
    answered: true,
    text: expect.stringContaining('Chưa có đơn vị chủ trì') as string,
  });
});

test('forged and stale presses on the list of units change nothing and are answered', async () => {
  const { office, card } = await openWith(ORDER);
  await office.press(SECRETARY, card, 'Sửa đơn vị');
  const picker = office.last(secretary, 'Đơn vị nào chủ trì');
  const forge = async (who: string, on: HistoryEntry, data: string) => {
    const [answer] = await Promise.all([
      office.sandbox.person(who).pressForged(on.message, data),
      office.sandbox.settle(),
    ]);
    return answer.answered ? answer.text : null;
  };
  const tick = (unit: string) =>
    packButton({
      kind: 'unit_picker',
      picker: { do: 'tick', role: 'lead', offset: 0, unit: choiceKey(unit) },
    });
  expect(await forge(SECRETARY, picker, tick('sở khác/KHTC'))).toContain('đã cũ');
  expect(await forge(SECRETARY, card, tick('skhcn/CĐS'))).toContain('đã cũ');
  expect(
    await forge(
      SECRETARY,
      picker,
      packButton({ kind: 'unit_picker', picker: { do: 'turn', role: 'lead', offset: 9_999 } }),
    ),
  ).toBe('');
  expect(labels(now(office, picker))).toContain('✓ Phòng KHTC');
  expect(now(office, card).text).toMatch(/Chủ trì: Phòng KHTC\nPhối hợp: Phòng CĐS/);
  await office.press(SECRETARY, now(office, card), 'Bỏ');
  expect(await office.press(SECRETARY, now(office, picker), '✓ Phòng KHTC')).toContain('xử lý từ trước');
  expectNoFault(office);
});
