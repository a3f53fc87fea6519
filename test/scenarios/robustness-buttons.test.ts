// Buttons pressed twice, by the wrong person, after the end, or never made by the bot at all.
import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../src/sandbox/bot-api/world/history.ts';
import type { Office } from './support/office.ts';
import { DEPUTY, SECRETARY } from './support/office.ts';
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

/** Presses with any data; what the person sees at the top of the screen. */
const press = async (office: Office, who: string, at: HistoryEntry, data: string): Promise<string> => {
  const [answer] = await Promise.all([
    office.sandbox.person(who).pressForged(at.message, data),
    office.sandbox.settle(),
  ]);
  await office.sandbox.settle();
  return answer.answered ? answer.text : 'unanswered';
};

const buttonsOf = (entry: HistoryEntry): { text: string; data: string }[] =>
  (entry.keyboard?.inline_keyboard.flat() ?? []).map((button) => ({
    text: button.text,
    data: 'callback_data' in button ? button.callback_data : '',
  }));

test('a button tapped twice is one report, and each tap is answered', async () => {
  const office = await openWithTask();
  const said = listen(office, GROUP);
  for (const label of ['Đã nhận', 'Đang làm', 'Đã xong']) {
    expect(await office.press(HEAD, taskMessage(office), label)).toBe('');
    expect(await office.press(HEAD, taskMessage(office), label)).toContain('ghi nhận từ trước');
    expect(said()).toHaveLength(1);
  }
  expect(office.about(secretary, 'báo việc 1 đã xong')).toHaveLength(1);

  // After work was sent back the same word is news again, however soon.
  const first = office.last(secretary, 'báo việc 1 đã xong');
  await office.press(SECRETARY, first, 'Trả lại');
  await office.reply(SECRETARY, office.last(secretary, 'cần hoàn thiện nội dung nào'), 'bỏ qua');
  await office.press(HEAD, taskMessage(office), 'Đã xong');
  expect(office.last(secretary, 'báo việc 1 đã xong').messageId).toBeGreaterThan(first.messageId);
  expectNoFault(office);
});

test('whoever has no part in a task changes nothing by its buttons, and is told so', async () => {
  const office = await openWithTask();
  const before = listen(office, GROUP);
  for (const who of [DEPUTY, 'TP.CĐS', 'TP.BCVT']) {
    for (const { text, data } of buttonsOf(taskMessage(office))) {
      expect(await press(office, who, taskMessage(office), data), `${who}: ${text}`).toContain('phụ trách');
    }
  }
  expect(before()).toEqual([]);
  await office.write(SECRETARY, '/viec 1');
  expect(office.last(secretary).text).not.toMatch(/đã nhận|đang làm|đã xong|vướng/u);
  expectNoFault(office);
});

test('forged and cut data, from members and about nothing, is answered and changes nothing', async () => {
  const office = await openWithTask();
  const [real] = buttonsOf(taskMessage(office));
  const given = taskMessage(office).text;
  const said = listen(office, GROUP);
  const id = real?.data.slice(2) ?? '';
  const forged = [
    ...['', 'x', '🙂', '\u0000', 'a', 'a:', 'B:', 's:', 'o-1', 's0.0:nope', 'c0.0.9:nope'],
    ...['S0:nope', 'Y:nope', 'N:nope', 'y:nope', 'v:nope', 'r:nope', "a:' or 1=1 --", `a:${'z'.repeat(62)}`],
    ...[`a:${id.slice(0, -3)}`, `a:${id}0`, `s0.0:${id}`, `y:${id}`, `Y:${id}`],
  ];
  for (const who of [HEAD, SECRETARY, DEPUTY]) {
    for (const data of forged) {
      expect(await press(office, who, taskMessage(office), data), `${who}: ${data}`).toMatch(/\S/u);
    }
  }
  expect(said()).toEqual([]);
  expect(taskMessage(office).text).toBe(given);
  expectNoFault(office);
});

test('a decision is made once, by whoever was first, and the others are told', async () => {
  const office = await openWithTask();
  await office.press(HEAD, taskMessage(office), 'Đã xong');
  const [mine, theirs] = [office.last(secretary, 'báo việc 1'), office.last({ person: 'VT2' }, 'báo việc 1')];
  const accept = buttonsOf(mine)[0]?.data ?? '';
  const sendBack = buttonsOf(theirs)[1]?.data ?? '';
  await office.press('VT2', theirs, 'Trả lại');
  const question = office.last({ person: 'VT2' }, 'cần hoàn thiện nội dung nào');
  office.sandbox.person('VT2').reply(question.message, 'thiếu phụ lục');
  const [pressed] = await Promise.all([
    office.sandbox.person(SECRETARY).press(mine.message, 'Xác nhận hoàn thành'),
    office.sandbox.settle(),
  ]);
  expect(pressed).toMatchObject({ answered: true });
  await office.sandbox.settle();
  expect(office.last({ person: 'VT2' }).text).toMatch(/trả lại việc 1|từ trước|không chờ/iu);
  const outcomes = [...office.about(GROUP, 'được xác nhận'), ...office.about(GROUP, 'được trả lại')];
  expect(outcomes).toHaveLength(1);

  expect(await press(office, SECRETARY, mine, accept)).toMatch(/từ trước|không chờ/u);
  expect(await press(office, 'VT2', theirs, sendBack)).toMatch(/từ trước|không chờ/u);
  expectNoFault(office);
});

test('buttons of a task that is closed say so', async () => {
  const office = await openWithTask();
  await office.press(HEAD, taskMessage(office), 'Đã xong');
  await office.press(SECRETARY, office.last(secretary, 'báo việc 1'), 'Xác nhận');
  const said = listen(office, GROUP);
  for (const { text, data } of buttonsOf(taskMessage(office))) {
    expect(await press(office, HEAD, taskMessage(office), data), text).toMatch(
      /đã hoàn thành|ghi nhận từ trước/u,
    );
  }
  expect(said()).toEqual([]);
  expectNoFault(office);
});

test('whoever has left the list of members presses in vain from the next start on', async () => {
  const office = await openWithTask();
  await office.write(SECRETARY, ORDER.replace('thẩm định', 'tổng hợp'));
  const card = office.last(secretary, 'Phiếu');
  const said = listen(office, GROUP);
  const gone = new Set([HEAD, SECRETARY]);
  await office.restart((config) => ({
    ...config,
    members: config.members.filter(({ id }) => !gone.has(id.slice(id.indexOf('/') + 1))),
  }));
  expect(await office.press(HEAD, taskMessage(office), 'Đang làm')).toContain('chưa có trong danh sách');
  expect(await office.press(SECRETARY, card, 'Lưu')).toContain('chưa có trong danh sách');
  await office.reply(HEAD, taskMessage(office), 'đã xong');
  expect(said()).toEqual([]);
  await office.write(SECRETARY, '/viec');
  expect(office.last(secretary).text).not.toContain('Việc');
  await office.write('VT2', '/viec 2');
  expect(office.last({ person: 'VT2' }).text).toContain('Không thấy việc 2');
  expectNoFault(office);
});
