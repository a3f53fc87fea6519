import { expect, test } from 'vitest';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import { GROUP, HEAD, expectNoFault, listen } from './support/robustness.ts';

const TASKS = [
  'Giao Phòng KHTC thẩm định dự toán, xong trước ngày 25/4/2025.',
  'Giao Phòng KHTC kiểm tra kho, xong trước ngày 25/4/2025.',
  'Giao Phòng KHTC rà soát công nợ, xong trước ngày 25/4/2025.',
  'Giao Phòng CĐS rà soát dữ liệu, xong trước ngày 25/4/2025.',
];

const openOffice = async (): Promise<Office> => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  for (const task of TASKS) {
    await office.write(SECRETARY, task);
    await office.press(SECRETARY, office.last({ person: SECRETARY }, '📋'), 'Lưu');
  }
  return office;
};

const statusOf = async (office: Office, number: number): Promise<string> => {
  await office.write(SECRETARY, `/viec ${number}`);
  const { text } = office.last({ person: SECRETARY }, `📋 Việc ${number}`);
  return /^Tình hình: (?<state>.*)$/mu.exec(text)?.groups?.state ?? text;
};

test('numbers in a reply are meant, whatever message it answers', async () => {
  const office = await openOffice();
  const first = office.last(GROUP, '📋 Việc 1');
  const said = listen(office, GROUP);
  await office.reply(HEAD, first, '2 xong; 3 xin lùi đến thứ 6, 9/5 vì chờ đối chiếu');
  expect(said().toSorted()).toEqual([
    expect.stringContaining('Đã ghi: việc 2 đã xong'),
    expect.stringContaining('đề nghị gia hạn việc 3'),
  ]);
  expect(await statusOf(office, 1)).toBe('chưa có báo cáo');
  expect(office.last({ person: DEPUTY }, '🔁').text).toContain('việc 3');

  await office.reply(HEAD, first, '3 đang làm 40%');
  expect(said()).toEqual(['Đã ghi: việc 3 đang làm 40%.']);
  expect(await statusOf(office, 1)).toBe('chưa có báo cáo');

  // Of others' tasks, and of tasks that there are none of, nothing is recorded anywhere.
  for (const words of ['4 xong', '99 xong', '98 xong; 99 đang làm']) await office.reply(HEAD, first, words);
  expect(said()).toEqual([
    expect.stringContaining('Không thấy việc 4'),
    expect.stringContaining('Không thấy việc 99'),
    expect.stringContaining('Không thấy việc 98'),
  ]);
  expect(await statusOf(office, 1)).toBe('chưa có báo cáo');

  // An amount is no number of a task.
  await office.reply(HEAD, first, '2 phòng đã nộp, đang làm 60%');
  expect(said()).toEqual([expect.stringContaining('việc 1 đang làm 60%')]);
  expectNoFault(office);
});

test('in a group that the bot may read, a number without a reply is a report; talk is not', async () => {
  const office = await openOffice();
  office.sandbox.person(SECRETARY).promoteBot(office.sandbox.group('KHTC'));
  await office.sandbox.settle();
  const said = listen(office, GROUP);
  await office.say(HEAD, 'KHTC', '1 đang làm 60%; 2 đã xong');
  expect(said().join()).toContain('việc 1 đang làm 60%');
  for (const talk of [
    '2 người đi họp nhé',
    '14h họp nhé các đồng chí',
    '3 giờ chiều nay nộp giúp em',
    '4 xong chưa?',
    '4 xong',
    'xong rồi ạ',
    '100% rồi',
  ])
    await office.say(HEAD, 'KHTC', talk);
  expect(said()).toEqual([]);
  expect(await statusOf(office, 2)).toContain('đã xong');
  expect(await statusOf(office, 3)).toBe('chưa có báo cáo');
  expectNoFault(office);
});

test('👍 under a task means that it is received, and nothing else does', async () => {
  const office = await openOffice();
  const group = office.sandbox.group('KHTC');
  office.sandbox.person(SECRETARY).promoteBot(group);
  await office.sandbox.settle();
  const head = office.sandbox.person(HEAD);
  head.react(office.last(GROUP, '📋 Việc 1').message, '👍');
  head.react(office.last(GROUP, '📋 Việc 2').message, '👌');
  head.react(office.last(GROUP, '📋 Việc 3').message, '👎');
  await office.sandbox.settle();
  expect(await statusOf(office, 1)).toContain('đã nhận');
  expect(await statusOf(office, 2)).toBe('chưa có báo cáo');
  expect(await statusOf(office, 3)).toBe('chưa có báo cáo');

  // What was said since is not undone by a thumb, nor by taking it back.
  await office.reply(HEAD, office.last(GROUP, '📋 Việc 1'), 'đang làm 70%');
  head.react(office.last(GROUP, '📋 Việc 1').message, undefined);
  head.react(office.last(GROUP, '📋 Việc 1').message, '👍');
  await office.sandbox.settle();
  expect(await statusOf(office, 1)).toContain('đang làm 70%');
  // Somebody of another unit says nothing for this one.
  const other = office.sandbox.person('TP.CĐS');
  other.join(group);
  other.react(office.last(GROUP, '📋 Việc 2').message, '👍');
  await office.sandbox.settle();
  expect(await statusOf(office, 2)).toBe('chưa có báo cáo');
  expectNoFault(office);
});

test('a task that is closed keeps nothing of the others from being recorded', async () => {
  const office = await openOffice();
  const first = office.last(GROUP, '📋 Việc 1');
  await office.reply(HEAD, first, 'đã xong');
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'báo việc 1 đã xong'), 'Xác nhận');
  const said = listen(office, GROUP);
  await office.reply(HEAD, first, '1 đang làm 50%; 2 đang làm 60%; 3 đã xong');
  expect(said()).toEqual([
    expect.stringContaining('Việc 1 đã được xác nhận hoàn thành nên không ghi thêm'),
    expect.stringContaining('Đã ghi: việc 2 đang làm 60%.\nĐã ghi: việc 3 đã xong.'),
  ]);
  expect(await statusOf(office, 2)).toContain('đang làm 60%');
});
