import { expect, test } from 'vitest';
import { instantOfStep } from '../../src/sandbox/stories/moments.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';

const OTHER_DEPUTY = 'PGĐ1';

/** Enters one order and confirms it. */
const give = async (office: Office, order: string, words: string): Promise<void> => {
  await office.write(SECRETARY, order);
  await office.press(SECRETARY, office.last({ person: SECRETARY }, words), 'Lưu');
};

/** Lets the machine sleep until shortly before a minute, and that minute happen. */
const wakeAt = async (office: Office, minute: string): Promise<void> => {
  office.sandbox.clock.jumpTo(instantOfStep(minute) - 1_000);
  await office.goTo(minute);
};

const weekly = (office: Office, person: string) => office.about({ person }, 'đồng chí phụ trách');

test('a deputy reads on Monday morning what waits in their units, and nothing of other units', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await give(office, 'Giao Phòng KHTC thẩm định dự toán, xong trong ngày 11/4/2025.', 'thẩm định');
  await give(office, 'Giao Phòng CĐS lập kế hoạch chuyển đổi số, xong trước ngày 18/4/2025.', 'lập kế hoạch');
  await give(office, 'Giao Phòng QLCN rà soát hồ sơ công nghệ, xong trước ngày 30/5/2025.', 'rà soát');
  await office.reply(
    'TP.CĐS',
    office.last({ group: 'CĐS' }, 'lập kế hoạch'),
    'xin gia hạn đến 25/4 vì chờ số liệu',
  );
  expect(weekly(office, DEPUTY)).toHaveLength(0);

  await wakeAt(office, '2025-04-14T07:29');
  expect(weekly(office, DEPUTY)).toHaveLength(0);
  await wakeAt(office, '2025-04-14T07:30');
  const [said, ...more] = weekly(office, DEPUTY);
  expect(more).toHaveLength(0);
  expect(said?.text).toContain('Từ thứ Hai, 14/4 đến thứ Sáu, 18/4');
  expect(said?.text).toContain('1 việc quá hạn, 1 việc đến hạn, 1 đề nghị gia hạn chờ ý kiến');
  expect(said?.text).toContain('Việc 1 · Thẩm định dự toán');
  expect(said?.text).toContain('Việc 2 · Lập kế hoạch chuyển đổi số');
  expect(said?.text).not.toContain('Rà soát');
  // Asked, the same units are as late.
  await office.write(DEPUTY, '/quahan');
  expect(office.last({ person: DEPUTY }).text).toContain('các đơn vị phụ trách có 1 việc, 1 đơn vị');

  // A week in which nothing presses is said in one line; a deputy without open tasks hears nothing.
  expect(weekly(office, OTHER_DEPUTY).map(({ text }) => text)).toEqual([
    'Từ thứ Hai, 14/4 đến thứ Sáu, 18/4: các đơn vị đồng chí phụ trách chưa có việc nào đến hạn, quá hạn hay chờ ý kiến; 1 việc đang thực hiện.',
  ]);
  await wakeAt(office, '2025-04-18T16:59');
  expect(weekly(office, DEPUTY)).toHaveLength(1);
});

test('a week whose Monday is off begins on the day after; whoever slept through it gets one list', async () => {
  const office = await Office.open({ startAt: '2025-04-04T09:00' });
  await give(office, 'Giao Phòng KHTC thẩm định dự toán, xong trong ngày 29/4/2025.', 'thẩm định');
  // Monday 7 April 2025 is Giỗ Tổ.
  await wakeAt(office, '2025-04-07T09:00');
  expect(weekly(office, DEPUTY)).toHaveLength(0);
  await wakeAt(office, '2025-04-08T07:29');
  expect(weekly(office, DEPUTY)).toHaveLength(0);
  await wakeAt(office, '2025-04-08T07:30');
  expect(weekly(office, DEPUTY)).toHaveLength(1);

  // Saturday 26 April is worked in exchange for 2 May. The machine sleeps over a whole week and the Monday after it.
  await wakeAt(office, '2025-04-22T09:00');
  expect(weekly(office, DEPUTY)).toHaveLength(2);
  expect(weekly(office, DEPUTY)[1]?.text).toContain('Từ thứ Ba, 22/4 đến thứ Bảy, 26/4 (ngày làm việc)');
  await office.restart();
  await wakeAt(office, '2025-04-25T16:00');
  // A clock that is set back an hour, or more than two weeks, and on again says nothing twice.
  await wakeAt(office, '2025-04-25T15:00');
  await wakeAt(office, '2025-04-08T15:00');
  await wakeAt(office, '2025-04-25T16:30');
  expect(weekly(office, DEPUTY)).toHaveLength(2);
});

test('the secretaries read each morning what is stuck, and nothing where nothing is', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const morning = () => office.about({ person: SECRETARY }, 'việc cần Văn phòng xử lý');
  await wakeAt(office, '2025-04-11T07:30');
  expect(morning()).toHaveLength(0);

  await give(office, 'Giao Phòng KHTC thẩm định dự toán, xong trong ngày 29/4/2025.', 'thẩm định');
  await office.write(SECRETARY, 'Giao Phòng CĐS lập kế hoạch chuyển đổi số, xong trước ngày 18/4/2025.');
  const draft = office.last({ person: SECRETARY }, 'lập kế hoạch');
  await office.reply('TP.KHTC', office.last({ group: 'KHTC' }, 'thẩm định'), 'đã xong');
  // On a day off nobody is told; on Monday everyone is, once.
  await wakeAt(office, '2025-04-12T09:00');
  expect(morning()).toHaveLength(0);
  await wakeAt(office, '2025-04-14T07:30');
  const [said, ...more] = morning();
  expect(more).toHaveLength(0);
  expect(said?.text).toContain('Phiếu chưa lưu (1)\n“Giao Phòng CĐS');
  expect(said?.text).toContain('1 việc chưa lưu');
  expect(said?.text).toContain('Chờ xác nhận hoàn thành (1)\nViệc 1 · Thẩm định dự toán');
  expect(office.about({ person: 'VT2' }, 'việc cần Văn phòng xử lý')).toHaveLength(1);

  // What has been settled is not told of again.
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'báo việc 1'), 'Xác nhận hoàn thành');
  await office.press(SECRETARY, draft, 'Bỏ');
  await wakeAt(office, '2025-04-15T07:30');
  expect(morning()).toHaveLength(1);
});

test('what has been handed in for a signature is accepted under the task itself', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await give(office, 'Giao Phòng KHTC thẩm định dự toán, xong trong ngày 29/4/2025.', 'thẩm định');
  await office.reply(
    'TP.KHTC',
    office.last({ group: 'KHTC' }, 'thẩm định'),
    'Đã trình tại Tờ trình số 45/TTr-SKHCN',
  );
  await wakeAt(office, '2025-04-11T07:30');
  expect(office.last({ person: SECRETARY }, 'Chờ xác nhận hoàn thành (1)').text).toContain(
    'Gõ /viec và số việc để xác nhận',
  );
  // Whoever did the work, and a deputy in charge of other units, decide nothing.
  for (const who of ['TP.KHTC', 'PGĐ1']) {
    await office.write(who, '/viec 1');
    const shown = office.last({ person: who });
    expect(shown.text).toContain('Thẩm định dự toán');
    const labels = (shown.keyboard?.inline_keyboard ?? []).flat().map(({ text }) => text);
    expect(labels).not.toContain('Xác nhận hoàn thành');
  }
  await office.write(SECRETARY, '/viec 1');
  await office.press(SECRETARY, office.last({ person: SECRETARY }), 'Xác nhận hoàn thành');
  expect(office.last({ group: 'KHTC' }).text).toContain('Việc 1 đã được xác nhận hoàn thành.');
});

test('what has no deadline is asked for once a week, and gets one by a reply, a button or /han', async () => {
  const office = await Office.open({ startAt: '2025-03-20T09:00' });
  await give(office, 'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS thẩm định dự toán.', 'thẩm định');
  await wakeAt(office, '2025-04-10T09:00');
  await give(office, 'Giao Phòng CĐS lập kế hoạch chuyển đổi số.', 'lập kế hoạch');
  await give(office, 'Giao Phòng QLCN rà soát hồ sơ công nghệ.', 'rà soát');
  const asked = () => office.about({ person: SECRETARY }, 'việc chưa có hạn, ');
  const before = asked().length;
  await wakeAt(office, '2025-04-14T13:29');
  expect(asked()).toHaveLength(before);
  await wakeAt(office, '2025-04-14T13:30');
  expect(asked()).toHaveLength(before + 1);
  const list = asked().at(-1);
  if (list === undefined) throw new Error('nothing was asked');
  expect(list.text).toContain('3 việc chưa có hạn, trong đó 1 việc đã giao trên 2 tuần');
  expect(list.text.indexOf('Việc 1 ·')).toBeLessThan(list.text.indexOf('Việc 2 ·'));

  await office.reply(SECRETARY, list, '1 hạn 29/4');
  expect(office.last({ person: SECRETARY }).text).toBe(
    'Đã đặt hạn việc 1 (Phòng KHTC): chậm nhất thứ Ba, 29/4/2025.\nCác đơn vị sẽ được báo.',
  );
  for (const group of ['KHTC', 'CĐS']) {
    expect(office.last({ group }, 'Hạn của việc 1').text).toContain('thứ Ba, 29/4/2025');
  }

  await office.press(SECRETARY, list, 'Đặt hạn việc 2');
  await office.reply(SECRETARY, office.last({ person: SECRETARY }, 'cần xong khi nào'), 'thứ Sáu tuần sau');
  expect(office.last({ person: SECRETARY }).text).toContain(
    'việc 2 (Phòng CĐS): chậm nhất thứ Sáu, 25/4/2025',
  );

  // A message of a secretary's own is an order, but for one that gives a task its deadline.
  await office.write(SECRETARY, '3 phòng KHTC, CĐS, QLCN rà soát hồ sơ, hạn 30/5');
  expect(office.about({ person: SECRETARY }, 'việc 3 (Phòng QLCN)')).toHaveLength(0);
  const typed = await office.write(SECRETARY, '3 hạn trước ngày 29/5/2025');
  expect(office.last({ person: SECRETARY }).text).toContain('việc 3 (Phòng QLCN): trước 29/5/2025');
  // A slip is set right by editing the message.
  office.sandbox.person(SECRETARY).edit(typed, '3 hạn trước ngày 30/5/2025');
  await office.sandbox.settle();
  expect(office.last({ person: SECRETARY }).text).toContain('việc 3 (Phòng QLCN): trước 30/5/2025');
  await office.write(SECRETARY, '/han');
  expect(office.last({ person: SECRETARY }).text).toBe('Việc nào cũng đã có hạn.');
  await wakeAt(office, '2025-04-21T13:30');
  expect(asked()).toHaveLength(before + 1);

  // It is reminded of like any other.
  await wakeAt(office, '2025-04-29T07:30');
  expect(office.last({ group: 'KHTC' }, '⏰').text).toContain('Việc 1');
});

test('/han sets no deadline that is there, that has passed, or that nobody can make out, and is not for everyone', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await give(office, 'Giao Phòng KHTC thẩm định dự toán, xong trong ngày 29/4/2025.', 'thẩm định');
  await give(office, 'Giao Phòng CĐS lập kế hoạch chuyển đổi số.', 'lập kế hoạch');
  const answers = async (who: string, text: string): Promise<string> => {
    await office.write(who, text);
    return office.last({ person: who }).text;
  };
  expect(await answers(SECRETARY, '/han 1 30/5')).toContain('Việc 1 đã có hạn: ');
  expect(await answers(SECRETARY, '/han 2 31/4')).toContain('Chưa đặt được hạn việc 2.');
  expect(await answers(SECRETARY, '/han 2 09/4/2025')).toContain('đã qua');
  expect(await answers(SECRETARY, '/han 9 30/4')).toContain('Không thấy việc 9.');
  expect(await answers(SECRETARY, '/han thẩm định')).toContain('ví dụ /han 23');
  for (const who of [DEPUTY, 'TP.CĐS']) {
    expect(await answers(who, '/han 2 30/4')).toContain('thuộc người khác phụ trách');
  }
  // A button that was forged asks nothing.
  await office.write(SECRETARY, '/han');
  const asks = office.last({ person: SECRETARY }).keyboard?.inline_keyboard.flat() ?? [];
  const data = asks.flatMap((button) => ('callback_data' in button ? [button.callback_data] : []));
  expect(data).toHaveLength(1);
  const forger = office.sandbox.person('TP.CĐS');
  const [refused] = await Promise.all([
    forger.pressForged(office.last({ person: 'TP.CĐS' }).message, data[0] ?? ''),
    office.sandbox.settle(),
  ]);
  expect(refused).toMatchObject({ answered: true, text: expect.stringContaining('phụ trách') as unknown });
  expect(office.about({ person: 'TP.CĐS' }, 'cần xong khi nào')).toHaveLength(0);
  expect(await answers(SECRETARY, '/viec 2')).toContain('chưa có hạn');

  // A day off is taken as named; a slip is set right within a day, and not later.
  expect(await answers(SECRETARY, '/han 2 30/4')).toContain(
    'chậm nhất thứ Tư, 30/4/2025 (ngày nghỉ), nên cần xong trong thứ Ba, 29/4.',
  );
  expect(await answers(SECRETARY, '/han 2 29/5')).toContain('chậm nhất thứ Năm, 29/5/2025');
  await wakeAt(office, '2025-04-11T10:00');
  expect(await answers(SECRETARY, '/han 2 30/5')).toContain(
    'Việc 2 đã có hạn: chậm nhất thứ Năm, 29/5/2025.',
  );
});

test('the director reads on Monday how every unit stands, and what has climbed up without an answer', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  const weekly = () => office.about({ person: 'GĐ' }, 'Tổng hợp tuần');
  await give(office, 'Giao Phòng KHTC thẩm định dự toán, xong trong ngày 10/4/2025.', 'thẩm định');
  await give(office, 'Giao Phòng CĐS lập kế hoạch chuyển đổi số, xong trước ngày 18/4/2025.', 'lập kế hoạch');
  await give(office, 'Giao Phòng QLCN rà soát hồ sơ công nghệ.', 'rà soát');
  await wakeAt(office, '2025-04-14T07:30');
  expect(weekly()).toHaveLength(1);
  expect(weekly()[0]?.text).not.toContain('đã nhắc các cấp');

  // Two working days of silence: the head; three: the secretary; four: the deputy; five: the director's list.
  for (const day of ['14', '15', '16', '17', '18']) await wakeAt(office, `2025-04-${day}T09:00`);
  await office.reply('TP.CĐS', office.last({ group: 'CĐS' }, 'lập kế hoạch'), 'đã xong');
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'báo việc 2'), 'Xác nhận hoàn thành');
  await wakeAt(office, '2025-04-21T07:30');
  expect(weekly()).toHaveLength(2);
  expect(weekly()[1]?.text.split('\n')).toEqual([
    '📋 Tổng hợp tuần, thứ Hai, 21/4',
    '',
    'Hoàn thành từ 14/4: 0 đúng hạn, 1 quá hạn',
    'Đang thực hiện: 0 trong hạn, 1 quá hạn, 1 chưa có hạn',
    '',
    'Quá hạn, đã nhắc các cấp mà chưa có báo cáo (1)',
    'Việc 1 · Thẩm định dự toán',
    'Phòng KHTC, hạn 10/4, quá hạn 7 ngày làm việc; chưa có báo cáo',
    '',
    'Theo đơn vị',
    'Phòng QLCN: đang thực hiện 1 (1 chưa có hạn)',
    'Phòng CĐS: hoàn thành 1 (1 quá hạn)',
    'Phòng KHTC: đang thực hiện 1 (1 quá hạn)',
  ]);
});
