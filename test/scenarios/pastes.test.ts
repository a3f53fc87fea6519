import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { databasePath } from '../../src/persistence/sqlite/database-path.ts';
import type { MessageEntity } from 'grammy/types';
import { Office, SECRETARY } from './support/office.ts';
import { expectNoFault } from './support/robustness.ts';

const secretary = { person: SECRETARY };
const PART_LENGTH = 4_096;

const HEADER = [
  'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
  'Số: 98/TB-SKHCN',
  'Hoa Giang, ngày 10 tháng 4 năm 2025',
  'THÔNG BÁO',
  'Kết luận của Giám đốc Sở',
];

/** A notice of some 60,000 characters, with a task at its beginning, in its middle and at its end. */
const longNotice = (): string => {
  const said = Array.from(
    { length: 5 },
    () =>
      'Các phòng, đơn vị thường xuyên chấp hành nghiêm quy chế làm việc của Sở, quy chế văn hóa công sở, giữ gìn đoàn kết nội bộ.',
  ).join(' ');
  const tasks = new Map([
    [1, 'Giao Phòng KHTC lập dự toán mua sắm thiết bị, hoàn thành trước ngày 25/4/2025.'],
    [45, 'Giao Phòng CĐS báo cáo kết quả chuyển đổi số, hoàn thành trước ngày 28/4/2025.'],
    [98, 'Giao Phòng KHTC xây dựng quy chế quản lý tài sản công, hoàn thành trước ngày 29/4/2025.'],
  ]);
  const items = Array.from({ length: 98 }, (_, index) => `${index + 1}. ${tasks.get(index + 1) ?? said}`);
  return [...HEADER, ...items].join('\n');
};

/** As a client cuts what is pasted: at the last line end before the limit. */
const cut = (text: string): string[] => {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > PART_LENGTH) {
    const end = rest.lastIndexOf('\n', PART_LENGTH);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end + 1);
  }
  return [...parts, rest];
};

test('sixty thousand characters pasted at once are one notice, answered once', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const parts = cut(longNotice());
  expect(parts.length).toBeGreaterThanOrEqual(14);
  const author = office.sandbox.person(SECRETARY);
  for (const part of parts) author.write(part);
  await office.sandbox.settle();
  expect(office.about(secretary, '📋 Thông báo số 98/TB-SKHCN')).toHaveLength(1);
  expect(office.last(secretary, '98/TB-SKHCN').text).toContain('Có 3 việc, đều có hạn.');
  expect(office.about(secretary, '📋 Phiếu ')).toHaveLength(3);
  await office.press(SECRETARY, office.last(secretary, 'Có 3 việc'), 'Lưu tất cả');
  expect(office.about({ group: 'KHTC' }, 'quy chế quản lý tài sản công')).toHaveLength(1);
  expectNoFault(office);
});

test('a paste that the bot is started anew in the middle of is one notice, and is read once', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const parts = cut(longNotice());
  const author = office.sandbox.person(SECRETARY);
  for (const part of parts.slice(0, 6)) author.write(part);
  await office.sandbox.server.whenIdle();
  await office.restart();
  for (const part of parts.slice(6)) author.write(part);
  await office.sandbox.settle();
  expect(office.last(secretary, '98/TB-SKHCN').text).toContain('Có 3 việc, đều có hạn.');
  expect(office.about(secretary, '📋 Phiếu ').length).toBeGreaterThanOrEqual(3);
  // Pressed twice or not, each of them is given once.
  await office.press(SECRETARY, office.last(secretary, 'Có 3 việc'), 'Lưu tất cả');
  expect(office.about({ group: 'KHTC' }, 'quy chế quản lý tài sản công')).toHaveLength(1);
  expectNoFault(office);
});

test('what is still arriving is not read again with each part', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const author = office.sandbox.person(SECRETARY);
  for (const part of cut(longNotice())) author.write(part);
  await office.sandbox.settle();
  const client = new Sqlite(databasePath(office.env.DATABASE_URL), { readonly: true });
  const found = client
    .prepare<[], number>(
      `select json_extract(after, '$.items') from audit_events where action like 'draft_%'`,
    )
    .pluck()
    .all();
  client.close();
  expect(found.length).toBeGreaterThanOrEqual(14);
  expect(found.filter((items) => items > 0)).toHaveLength(1);
});

test('a long text without a continuation is read as soon as none has come', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const [first = ''] = cut(longNotice());
  expect(first.length).toBeGreaterThan(3_000);
  await office.write(SECRETARY, first);
  expect(office.last(secretary, '98/TB-SKHCN').text).toContain('việc');
  expectNoFault(office);
});

test('a long notice forwarded in parts is one notice', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const sender = office.sandbox.person('TP.KHTC');
  const group = office.sandbox.group('KHTC');
  const sent = cut(longNotice().slice(0, 11_000)).map((part) => sender.sendText(group, part));
  await office.sandbox.settle();
  const author = office.sandbox.person(SECRETARY);
  for (const message of sent) author.forward(message, author);
  await office.sandbox.settle();
  expect(office.about(secretary, '📋 Thông báo số 98/TB-SKHCN')).toHaveLength(1);
});

test('an order in a hundred pieces of formatting, or with marks of other scripts, is an order', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const author = office.sandbox.person(SECRETARY);
  const order =
    'Giao Phòng KHTC chủ trì lập báo cáo dự toán mua sắm thiết bị văn phòng, xong trước ngày 25/4/2025.';
  const entities = Array.from({ length: 100 }, (_, index): MessageEntity => ({
    type: index % 2 === 0 ? 'bold' : 'italic',
    offset: index,
    length: 1,
  }));
  author.write(order, { entities });
  await office.sandbox.settle();
  expect(office.last(secretary, 'Phiếu 1').text).toContain('Lập báo cáo dự toán mua sắm thiết bị văn phòng');
  await office.press(SECRETARY, office.last(secretary, 'Phiếu 1'), 'Bỏ');

  await office.write(SECRETARY, `\u202E\u2067${order.replace('dự toán', 'dự \u200Ftoán')}`);
  const card = office.last(secretary, 'Phiếu 1');
  expect(card.text).not.toMatch(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
  expect(card.text).toContain('25/4/2025');
  await office.press(SECRETARY, card, 'Bỏ');

  await office.write(
    SECRETARY,
    'Giao Phòng KHTC báo cáo <b>dự toán</b> & <script>alert("1")</script> [x](tg://user?id=1), xong trước ngày 25/4/2025.',
  );
  const html = office.last(secretary, 'Phiếu 1');
  expect(html.text).toContain('<b>dự toán</b> & <script>');
  await office.press(SECRETARY, html, 'Lưu');
  expect(office.last({ group: 'KHTC' }).text).toContain('<b>dự toán</b> & <script>');
  expectNoFault(office);
});

test('what a secretary sends that is no text is answered in a sentence, and loses nothing', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const author = office.sandbox.person(SECRETARY);
  const user = { id: 1, is_bot: false, first_name: 'Lan' };
  const file = { file_id: 'f', file_unique_id: 'u' };
  await office.write(SECRETARY, 'Giao Phòng KHTC chủ trì lập báo cáo dự toán, xong trước ngày 25/4/2025.');
  const card = office.last(secretary, 'Phiếu 1');
  for (const content of [
    { sticker: { ...file, type: 'regular', width: 1, height: 1, is_animated: false, is_video: false } },
    { voice: { ...file, duration: 3 } },
    { video_note: { ...file, length: 1, duration: 3 } },
    { location: { latitude: 21, longitude: 105 } },
    { contact: { phone_number: '0900', first_name: user.first_name } },
    { dice: { emoji: '🎲', value: 1 } },
  ] as const) {
    const before = office.heard(secretary).length;
    author.send(author, content);
    await office.sandbox.settle();
    expect(office.heard(secretary).length - before).toBe(1);
    expect(office.last(secretary).text).toContain('chưa đọc được loại tin này');
  }
  author.sendDocument(author, { fileName: '', content: 'x' }, { caption: '   ' });
  await office.sandbox.settle();
  expect(office.last(secretary).text).toContain('Chưa đọc được loại tệp này');
  await office.press(SECRETARY, card, 'Lưu');
  expect(office.last({ group: 'KHTC' }).text).toContain('Việc 1');
  expectNoFault(office);
});
