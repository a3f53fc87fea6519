// Several people at once: one clear outcome each time, and nobody is left with a button that keeps spinning.
import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../src/sandbox/bot-api/world/history.ts';
import { DEPUTY, Office, SECOND_SECRETARY, SECRETARY } from './support/office.ts';

const ORDER = 'Giao Phòng KHTC thẩm định dự toán, xong trước ngày 25/4/2025.';
const KHTC = { group: 'KHTC' };

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
  await office.goTo('2025-05-12T08:00');
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
