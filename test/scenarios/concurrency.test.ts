// Several people at once: one clear outcome each time, and nobody is left with a button that keeps spinning.
import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../src/sandbox/bot-api/world/history.ts';
import { live, wakeAt } from './support/mornings.ts';
import { ADMINISTRATOR, DEPUTY, Office, SECOND_SECRETARY, SECRETARY } from './support/office.ts';
import { expectNoFault } from './support/robustness.ts';

const ORDER = 'Giao Phòng KHTC thẩm định dự toán, xong trước ngày 25/4/2025.';
const KHTC = { group: 'KHTC' };
/** On which the unit would be reminded, of the first deadline or of the second. */
const REMINDER_DAYS = [
  '2025-04-22',
  '2025-04-24',
  '2025-04-25',
  '2025-05-06',
  '2025-05-08',
  '2025-05-09',
  '2025-05-12',
];

type Press = readonly [who: string, entry: HistoryEntry, label: string];

/** Everyone presses before the bot has heard of any; what each sees at the top of the screen. */
const pressAtOnce = async (office: Office, ...presses: readonly Press[]): Promise<string[]> => {
  const [answers] = await Promise.all([
    Promise.all(
      presses.map(([who, entry, label]) => {
        const button = entry.keyboard?.inline_keyboard.flat().find(({ text }) => text.startsWith(label));
        return office.sandbox.person(who).press(entry.message, button?.text ?? label);
      }),
    ),
    office.sandbox.settle(),
  ]);
  await office.sandbox.settle();
  expect(answers.map(({ answered }) => answered)).toEqual(presses.map(() => true));
  return answers.map((answer) => (answer.answered ? answer.text : ''));
};

const withTask = async (): Promise<{ office: Office; task: HistoryEntry }> => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await office.write(SECRETARY, ORDER);
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  return { office, task: office.last(KHTC, 'thẩm định') };
};

/** What the record says of a task, by its actions. */
const recordOf = async (office: Office, number: number): Promise<string> => {
  await office.write(SECRETARY, `/viec ${number}`);
  return office.last({ person: SECRETARY }).text;
};

test('two secretaries save the same card at once: one task, one announcement, and the later one is told', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  // In the office's group both see the same card.
  await office.say(SECRETARY, 'VP', `/giao ${ORDER}`);
  const card = office.last({ group: 'VP' }, 'thẩm định');
  const toasts = await pressAtOnce(office, [SECRETARY, card, 'Lưu'], [SECOND_SECRETARY, card, 'Lưu']);
  expect(toasts.toSorted()).toEqual(['', 'Phiếu này đã được xử lý từ trước.']);
  expect(office.about(KHTC, 'thẩm định')).toHaveLength(1);
  expect(await recordOf(office, 1)).toContain('Thẩm định dự toán');
  expect(await recordOf(office, 2)).not.toContain('Thẩm định dự toán');
});

test('one secretary saves while the other discards: whoever was first has decided', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await office.say(SECRETARY, 'VP', `/giao ${ORDER}`);
  const card = office.last({ group: 'VP' }, 'thẩm định');
  const toasts = await pressAtOnce(office, [SECRETARY, card, 'Bỏ'], [SECOND_SECRETARY, card, 'Lưu']);
  expect(toasts).toContain('Phiếu này đã được xử lý từ trước.');
  const wasSaved = toasts[1] === '';
  expect(office.about(KHTC, 'thẩm định')).toHaveLength(wasSaved ? 1 : 0);
  expect(toasts.filter((toast) => toast === '')).toHaveLength(1);
});

test('two of a unit press at once: the same word is one report, different words are two, the later one counts', async () => {
  const { office, task } = await withTask();
  const same = await pressAtOnce(office, ['TP.KHTC', task, 'Đang làm'], ['CV.KHTC1', task, 'Đang làm']);
  expect(same.every((toast) => toast === '' || toast.includes('ghi nhận'))).toBe(true);

  await pressAtOnce(office, ['TP.KHTC', task, 'Đã xong'], ['CV.KHTC1', task, 'Đang làm']);
  const confirmed = office.about(KHTC, 'Đã ghi: việc 1').map(({ text }) => text);
  expect(confirmed.some((text) => text.includes('đã xong'))).toBe(true);
  // Whatever came last is how it stands, in the group as in the secretary's answer.
  const last = confirmed.at(-1) ?? '';
  const shown = await recordOf(office, 1);
  expect(shown).toContain(last.includes('đã xong') ? 'đã xong' : 'đang làm');
});

test('more time is granted while the unit reports the work done: both are kept, and no reminder is left', async () => {
  const { office, task } = await withTask();
  await office.reply('TP.KHTC', task, 'xin gia hạn đến 09/5/2025 vì chờ số liệu');
  const request = office.last({ person: DEPUTY }, 'gia hạn');
  await pressAtOnce(office, [DEPUTY, request, 'Đồng ý'], ['CV.KHTC1', task, 'Đã xong']);
  const shown = await recordOf(office, 1);
  expect(shown).toContain('09/5');
  expect(shown).toContain('đã xong');
  const said = office.heard(KHTC).length;
  await live(office, REMINDER_DAYS);
  expect(
    office
      .heard(KHTC)
      .slice(said)
      .filter(({ text }) => text.startsWith('⏰')),
  ).toEqual([]);
});

test('a deadline is edited on the card while the order itself is edited: the newer reading holds', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  const message = await office.write(SECRETARY, ORDER);
  const card = office.last({ person: SECRETARY }, 'thẩm định');
  office.sandbox.person(SECRETARY).edit(message, ORDER.replace('25/4', '29/4'));
  const [toast] = await pressAtOnce(office, [SECRETARY, card, 'Lưu']);
  const saved = office.about({ person: SECRETARY }, 'Đã lưu');
  // Either the press was first, and the edit is told that it came too late; or the card is out of date.
  if (saved.length === 0) expect(toast).toContain('Tin này đã cũ');
  else expect(office.last({ person: SECRETARY }).text).not.toContain('29/4/2025 (');
  expect(office.about(KHTC, 'thẩm định')).toHaveLength(saved.length);
});

test('two leaders decide one request at once: one decision, one answer to the unit', async () => {
  const { office, task } = await withTask();
  await office.reply('TP.KHTC', task, 'xin gia hạn đến 09/5/2025 vì chờ số liệu');
  const request = office.last({ person: DEPUTY }, 'gia hạn');
  const data = request.keyboard?.inline_keyboard.flat().find(({ text }) => text === 'Không đồng ý');
  const forged = data && 'callback_data' in data ? data.callback_data : '';
  const said = office.heard(KHTC).length;
  const [answers] = await Promise.all([
    Promise.all([
      office.sandbox.person(DEPUTY).press(request.message, 'Đồng ý'),
      // The director, to whom it has not been sent, may decide too.
      office.sandbox.person('GĐ').pressForged(office.last({ person: 'GĐ' }).message, forged),
    ]),
    office.sandbox.settle(),
  ]);
  await office.sandbox.settle();
  expect(answers.map(({ answered }) => answered)).toEqual([true, true]);
  const texts = answers.map((answer) => (answer.answered ? answer.text : ''));
  expect(texts.filter((text) => text.includes('đã có ý kiến'))).toHaveLength(1);
  expect(office.heard(KHTC)).toHaveLength(said + 1);
});

test('what was saved is taken back while its unit replies: it is gone and says so, or it stays and says so', async () => {
  for (const isReplyFirst of [true, false]) {
    const { office, task } = await withTask();
    const saved = office.last({ person: SECRETARY }, 'Đã lưu việc 1');
    const reply = (): unknown => office.sandbox.person('TP.KHTC').reply(task.message, 'đang làm 40%');
    if (isReplyFirst) reply();
    const undoing = pressAtOnce(office, [SECRETARY, saved, 'Hoàn tác']);
    if (!isReplyFirst) reply();
    const [toast = ''] = await undoing;
    const shown = await recordOf(office, 1);
    const isUndone = shown.includes('Hoàn tác, do lưu nhầm');
    const isReported = office.about(KHTC, 'Đã ghi: việc 1 đang làm 40%').length > 0;
    expect([isUndone, isReported].filter(Boolean), `${toast}\n${shown}`).toHaveLength(1);
    if (isUndone) expect(office.last(KHTC).text).not.toContain('đang làm 40%');
    else expect(toast).not.toBe('');
    expectNoFault(office);
  }
});

test('more time is granted while the task is called off: called off it is, and nobody is left with a question', async () => {
  const { office, task } = await withTask();
  await office.reply('TP.KHTC', task, 'xin gia hạn đến 09/5/2025 vì chờ số liệu');
  const request = office.last({ person: DEPUTY }, 'gia hạn');
  await office.write(SECRETARY, '/huy 1');
  const question = office.last({ person: SECRETARY }, 'vì sao');
  office.sandbox.person(SECRETARY).reply(question.message, 'đã ghép vào việc khác');
  const [toast = ''] = await pressAtOnce(office, [DEPUTY, request, 'Đồng ý']);
  const shown = await recordOf(office, 1);
  expect(shown).toContain('thôi theo dõi');
  // Either the wish had been granted before, and the record says so; or it is told that there is nothing to grant any more.
  if (toast === '') expect(shown).toContain('09/5');
  else expect(toast).toContain('rút lại');
  await live(office, REMINDER_DAYS);
  expect(office.heard(KHTC).filter(({ text }) => text.startsWith('⏰'))).toEqual([]);
  expectNoFault(office);
});

test('a deadline is set while the unit reports: both hold', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await office.write(SECRETARY, 'Giao Phòng KHTC thẩm định dự toán.');
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  const task = office.last(KHTC, 'thẩm định');
  office.sandbox.person(SECRETARY).write('/han 1 25/4');
  office.sandbox.person(SECOND_SECRETARY).write('/han 1 29/4');
  office.sandbox.person('TP.KHTC').reply(task.message, 'đang làm 40%');
  await pressAtOnce(office, ['CV.KHTC1', task, 'Đã nhận']);
  const shown = await recordOf(office, 1);
  expect(shown).toContain('40%');
  // Of two who set it at once the first has set it, and the other reads what it is.
  const day = shown.includes('25/4') ? '25/4' : '29/4';
  expect(shown).toContain(day);
  expect(office.about(KHTC, 'Hạn của việc 1').map(({ text }) => text.includes(day))).toEqual([true]);
  for (const person of [SECRETARY, SECOND_SECRETARY])
    expect(office.about({ person }, day).length, person).toBeGreaterThan(0);
  expectNoFault(office);
});

/** To the last second before the next full minute. */
const beforeTheTick = (office: Office): Promise<void> => {
  const now = office.sandbox.clock.now();
  return office.sandbox.advanceTo(now - (now % 60_000) + 59_000);
};

test('a task is saved, and finished, in the very minute of its reminder: it is told of once, and not pressed', async () => {
  const office = await Office.open({ startAt: '2025-04-24T07:29' });
  await office.write(SECRETARY, ORDER);
  const card = office.last({ person: SECRETARY }, 'thẩm định');
  // The tick of 07:30 and the press come together.
  await beforeTheTick(office);
  const [toasts] = await Promise.all([
    pressAtOnce(office, [SECRETARY, card, 'Lưu']),
    office.sandbox.advanceTo(office.sandbox.clock.now() + 1_000),
  ]);
  expect(toasts).toEqual(['']);
  expect(office.about(KHTC, '📋 Việc 1')).toHaveLength(1);
  expect(office.heard(KHTC).filter(({ text }) => text.startsWith('⏰'))).toEqual([]);

  const task = office.last(KHTC, '📋 Việc 1');
  await wakeAt(office, '2025-04-25T07:29');
  const said = office.heard(KHTC).length;
  await beforeTheTick(office);
  await Promise.all([
    pressAtOnce(office, ['TP.KHTC', task, 'Đã xong']),
    office.sandbox.advanceTo(office.sandbox.clock.now() + 1_000),
  ]);
  await live(office, ['2025-04-28']);
  const pressed = office
    .heard(KHTC)
    .slice(said)
    .filter(({ text }) => text.startsWith('⏰'));
  // The one that was on its way has come, if any; no other.
  expect(pressed.length).toBeLessThanOrEqual(1);
  expect(await recordOf(office, 1)).toContain('đã xong');
  expectNoFault(office);
});

test('somebody is taken off the list at the moment at which they press: it counts or it does not, and they are told which', async () => {
  const { office, task } = await withTask();
  await office.write(ADMINISTRATOR, '/roi Tạ Nhật Minh');
  const name = office.sandbox.person('CV.KHTC1').profile.first_name;
  await office.write(ADMINISTRATOR, `/roi ${name}`);
  const question = office.last({ person: ADMINISTRATOR }, 'thôi làm việc');
  const [, toast] = await pressAtOnce(
    office,
    [ADMINISTRATOR, question, 'Đưa ra'],
    ['CV.KHTC1', task, 'Đã xong'],
  );
  const isCounted = (await recordOf(office, 1)).includes('đã xong');
  expect(toast === '').toBe(isCounted);
  if (!isCounted) expect(toast).toMatch(/chưa có trong danh sách|phụ trách/u);
  expect(await office.press('CV.KHTC1', task, 'Đang làm')).toContain('chưa có trong danh sách');
  expectNoFault(office);
});
