// What people send to a bot without meaning any harm, or meaning some.
import { expect, test } from 'vitest';
import type { MessageContent } from '../../src/sandbox/bot-api/world/messages.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import {
  GROUP,
  HEAD,
  ORDER,
  expectNoFault,
  listen,
  openWithTask,
  taskMessage,
} from './support/robustness.ts';

const secretary = { person: SECRETARY };
const head = { person: HEAD };

const file = { file_id: 'file', file_unique_id: 'file' };
const STICKER: MessageContent = {
  sticker: { ...file, type: 'regular', width: 512, height: 512, is_animated: false, is_video: false },
};
const VOICE: MessageContent = { voice: { ...file, duration: 3 } };
const NOT_TEXT: readonly MessageContent[] = [
  STICKER,
  VOICE,
  { location: { latitude: 21.02, longitude: 105.85 } },
  { contact: { phone_number: '0900000000', first_name: 'Minh' } },
  { dice: { emoji: '🎲', value: 3 } },
  {
    poll: {
      id: '1',
      question: 'Xong chưa?',
      options: [],
      total_voter_count: 0,
      is_closed: false,
      is_anonymous: true,
      allows_multiple_answers: false,
      allows_revoting: false,
      members_only: false,
      type: 'regular',
    },
  },
];

test('what is not text gets one answer in private, and silence in a group', async () => {
  const office = await openWithTask();
  const person = office.sandbox.person(HEAD);
  const inPrivate = listen(office, head);
  const inGroup = listen(office, GROUP);
  for (const content of NOT_TEXT) {
    person.send(person, content);
    person.send(office.sandbox.group('KHTC'), content);
    await office.sandbox.settle();
    expect(inPrivate()).toEqual([expect.stringContaining('chưa đọc được loại tin này')]);
    expect(inGroup()).toEqual([]);
  }

  // Several pictures at once are one message to the person who sends them.
  const scan = (page: number) => ({ content: 'scan', fileName: `trang-${page}.pdf` });
  person.sendAlbum(person, [scan(1), scan(2), scan(3)]);
  person.sendDocument(person, { content: 'PK', fileName: 'bao-cao.docx' });
  await office.sandbox.settle();
  expect(inPrivate()).toHaveLength(2);
  expectNoFault(office);
});

test('a picture with words is read by its words; one without, in reply to a task, says nothing of how it stands', async () => {
  const office = await openWithTask();
  const person = office.sandbox.person(HEAD);
  const said = listen(office, GROUP);
  const picture = { content: 'jpg', fileName: 'to-trinh.jpg' };
  const group = office.sandbox.group('KHTC');
  const replyTo = taskMessage(office).message;

  person.sendPhoto(group, picture, { replyTo });
  person.send(group, VOICE, { replyTo });
  await office.sandbox.settle();
  expect(said()).toEqual([
    expect.stringContaining('Tình hình việc này thế nào?'),
    expect.stringContaining('Báo tình hình bằng chữ'),
  ]);
  person.send(group, STICKER, { replyTo });
  await office.sandbox.settle();
  expect(said()).toEqual([]);

  const sent = person.sendPhoto(group, picture, { replyTo, caption: 'đã trình Tờ trình số 12/TTr-KHTC' });
  await office.sandbox.settle();
  expect(said()).toEqual([expect.stringContaining('12/TTr-KHTC')]);
  person.edit(sent, 'đã trình Tờ trình số 13/TTr-KHTC');
  await office.sandbox.settle();
  expect(said()).toEqual([expect.stringMatching(/^Đã sửa.*13\/TTr-KHTC/u)]);

  office.sandbox.person(SECRETARY).sendPhoto(office.sandbox.person(SECRETARY), picture, { caption: ORDER });
  await office.sandbox.settle();
  expect(office.last(secretary).text).toContain('Thẩm định dự toán');
  expectNoFault(office);
});

test('texts with anything in them are read, or answered in a sentence', async () => {
  const office = await openWithTask();
  const order = (what: string): string => `Giao Phòng KHTC lập ${what}, xong trước ngày 25/4/2025.`;
  const orders = [
    `\u202e${order('báo cáo')}\u202c`,
    order('\u200fbáo cáo\u200e'),
    order('báo\u200b cáo').replace('25/4', '25/\u200b4'),
    order('<b>báo cáo</b> & <i>phụ lục</i>'),
    order('*báo cáo* _quý_ [x](https://a.vn) ||ẩn||'),
    order(`báo cáo ${Array.from({ length: 100 }, (_, tag) => `#so${tag}`).join(' ')}`),
    order('báo cáo').normalize('NFD'),
  ];
  for (const text of orders) {
    await office.write(SECRETARY, text);
    const card = office.last(secretary, 'Phiếu 1/1');
    expect(card.text).toMatch(/báo cáo/u);
    expect(card.text).toContain('Chủ trì: Phòng KHTC');
    expect(card.text).toContain('25/4/2025');
    expect(card.text).not.toMatch(/[\u200e\u200f\u202a-\u202e]/u);
  }

  const heard = listen(office, secretary);
  for (const text of ['...', '?', '🎉🎉🎉', '\u200b\u200b', '<b>', '%s %d', "'; drop table tasks; --"]) {
    await office.write(SECRETARY, text);
    expect(heard()).toEqual([expect.stringContaining('Chưa thấy việc nào')]);
  }
  // One word as long as a message, which may be the beginning of more.
  await office.write(SECRETARY, 'a'.repeat(4_096));
  expect(heard()).toEqual([expect.stringContaining('Chưa thấy việc nào')]);
  expectNoFault(office);
});

test('commands with odd arguments, in odd places, misspelt or for another bot', async () => {
  const office = await openWithTask();
  const inPrivate = listen(office, head);
  const inGroup = listen(office, GROUP);
  const asked = async (text: string): Promise<string[]> => {
    await office.write(HEAD, text);
    return inPrivate();
  };
  const askedInGroup = async (text: string, who = HEAD): Promise<string[]> => {
    await office.say(who, 'KHTC', text);
    return inGroup();
  };
  const one = (words: string): unknown[] => [expect.stringContaining(words)];

  for (const argument of ['abc', '-1', '99999999999', '1 2', '１']) {
    expect(await asked(`/viec ${argument}`)).toEqual(one('Không thấy việc nào có'));
  }
  expect(await asked('/viec 0')).toEqual(one('Không thấy việc 0'));
  for (const form of ['/viec 1', '/viec #1', '/viec@dondoc_sandbox_bot 1']) {
    expect(await asked(form)).toEqual(one('📋 Việc 1'));
  }
  expect(await asked('/start abc123')).toEqual(one('Chào đồng chí'));
  for (const unknown of ['/', '//', '/khongco', '/việc', '/VIEC', '/viec@botkhac']) {
    expect(await asked(unknown)).toEqual(one('Không có lệnh này'));
  }
  expect(await asked('/giao')).toEqual(one('người khác phụ trách'));

  expect(await askedInGroup('/khongco')).toEqual([]);
  expect(await askedInGroup('/viec@botkhac')).toEqual([]);
  expect(await askedInGroup('/khongco@dondoc_sandbox_bot')).toEqual(one('Không có lệnh này'));
  expect(await askedInGroup('/Viec')).toEqual(one('Không có lệnh này'));
  expect(await askedInGroup('/gan KHTC')).toEqual(one('người khác phụ trách'));
  expect(await askedInGroup(`/gan ${'x'.repeat(4_000)}`, SECRETARY)).toEqual(one('Chưa có đơn vị “xxx'));
  expect(await askedInGroup('/giao', SECRETARY)).toEqual(one('gõ /giao rồi viết'));
  await office.write(SECRETARY, '/gan KHTC');
  expect(office.last(secretary).text).toContain('dùng trong nhóm');
  expectNoFault(office);
});

test('replies to old messages count, those to deleted ones and to other bots do not', async () => {
  const office = await openWithTask('2025-04-10T09:00');
  const { world } = office.sandbox.server;
  const group = office.sandbox.group('KHTC');
  const other = world.addUser({ firstName: 'Bot khác', isBot: true, username: 'khac_bot' });
  office.sandbox.person(SECRETARY).add(group, other);
  const theirs = other.sendText(group, 'Việc 1 xong chưa?');
  const given = taskMessage(office);
  await office.sandbox.settle();
  const said = listen(office, GROUP);

  const person = office.sandbox.person(HEAD);
  person.reply(theirs, 'xong rồi');
  await office.sandbox.settle();
  expect(office.about(GROUP, 'đã xong')).toEqual([]);

  // Half a year later, after a restart, the first message is still known.
  office.sandbox.clock.jumpTo(office.sandbox.clock.now() + 180 * 24 * 3_600_000);
  await office.restart();
  said();
  person.reply(given.message, 'đang làm 97%');
  await office.sandbox.settle();
  expect(said()).toContainEqual(expect.stringContaining('đang làm 97%'));
  expectNoFault(office);
});

test('an edit corrects what the message said; an edit of anything else is read as if it were new', async () => {
  const office = await openWithTask();
  const person = office.sandbox.person(HEAD);
  const inPrivate = listen(office, head);
  const edited = async (message: Parameters<typeof person.edit>[0], text: string): Promise<void> => {
    person.edit(message, text);
    await office.sandbox.settle();
  };

  // Without replying, in private.
  const report = await office.write(HEAD, '1 đang làm 50%');
  await edited(report, '1 đang làm 70%');
  expect(inPrivate()).toEqual([
    expect.stringContaining('Đã ghi: việc 1 đang làm 50%'),
    expect.stringContaining('Đã sửa: việc 1 đang làm 70%'),
  ]);

  // The reply to a question.
  await office.press(HEAD, taskMessage(office), 'Vướng');
  const reason = await office.reply(HEAD, office.last(GROUP, 'vướng ở đâu'), 'thiếu kinh phí');
  await edited(reason, 'thiếu người');
  expect(office.last(GROUP).text).toContain('Đã sửa: việc 1 đang vướng: thiếu người');

  // A request for more time: the first date is taken back, the second stands.
  const wish = await office.reply(HEAD, taskMessage(office), 'xin lùi đến 29/4');
  const first = office.last({ person: DEPUTY }, 'đề nghị gia hạn');
  await edited(wish, 'xin lùi đến 5/5');
  expect(await office.press(DEPUTY, first, 'Đồng ý')).toContain('rút lại');
  expect(office.last({ person: DEPUTY }, 'đề nghị gia hạn').text).toContain('05/5');

  // A message in which no order was found becomes one.
  const remark = await office.write(SECRETARY, 'chào cả nhà');
  office.sandbox.person(SECRETARY).edit(remark, ORDER.replace('thẩm định', 'tổng hợp'));
  await office.sandbox.settle();
  expect(office.last(secretary, 'Phiếu').text).toContain('Tổng hợp dự toán');
  expectNoFault(office);
});

test('a leader answers in words, and is told where words go nowhere', async () => {
  const office = await openWithTask();
  const deputy = { person: DEPUTY };
  await office.reply(HEAD, taskMessage(office), 'xin lùi đến 29/4');
  const request = office.last(deputy, 'đề nghị gia hạn');
  await office.reply(DEPUTY, request, 'đã nhận');
  expect(office.last(deputy).text).toContain('Chưa rõ ý kiến');
  await office.reply(DEPUTY, request, 'để xem lại đã');
  expect(office.last(deputy).text).toContain('Chưa rõ ý kiến');
  await office.reply(DEPUTY, request, 'Đồng ý.');
  expect(office.last(GROUP, 'được gia hạn').text).toContain('29/4');
  await office.reply(DEPUTY, request, 'không đồng ý');
  expect(office.last(deputy).text).toContain('đồng ý');
  expect(office.about(GROUP, 'không được gia hạn')).toEqual([]);

  await office.press(HEAD, taskMessage(office), 'Vướng');
  await office.reply(HEAD, office.last(GROUP, 'vướng ở đâu'), 'thiếu kinh phí');
  await office.reply(DEPUTY, office.last(deputy, 'báo vướng'), 'đã biết');
  expect(office.last(deputy).text).toContain('chưa được chuyển cho đơn vị');
  expectNoFault(office);
});

test('a notice of sixty tasks, cut in two by Telegram, is saved, given and reminded of', async () => {
  const office = await Office.open({ startAt: '2025-04-21T08:00' });
  const tasks = Array.from(
    { length: 60 },
    (_, at) => `${at + 1}. Giao Phòng KHTC xây dựng báo cáo số ${at + 1}, hoàn thành trước ngày 25/4/2025.`,
  );
  const notice = [
    'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
    'Số: 99/TB-SKHCN',
    'Hoa Giang, ngày 21 tháng 4 năm 2025',
    'THÔNG BÁO',
    'Kết luận của Giám đốc Sở',
    ...tasks,
  ].join('\n');
  const cut = notice.lastIndexOf('\n', 4_000);
  const author = office.sandbox.person(SECRETARY);
  author.write(notice.slice(0, cut));
  author.write(notice.slice(cut + 1));
  await office.sandbox.settle();
  const summary = office.last(secretary, 'Có 60 việc');
  await office.press(SECRETARY, summary, 'Lưu tất cả');
  expect(office.last(secretary, 'Đã lưu 60 việc: 1–60').text).not.toBe('');
  // A group takes twenty messages a minute.
  await office.goTo('2025-04-21T08:05');
  expect(office.about(GROUP, '📋 Việc')).toHaveLength(60);
  await office.write(HEAD, '/viec');
  expect(office.last(head).text).toContain('60 việc đang mở');
  await office.goTo('2025-04-23T07:45');
  expect(office.about(GROUP, '⏰')).toHaveLength(1);
  expectNoFault(office);
});
