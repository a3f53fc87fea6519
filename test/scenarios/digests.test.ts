import { expect, test } from 'vitest';
import { instantOfStep } from '../../src/sandbox/stories/play-story.ts';
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
  // A clock that is set back an hour, a week, and on again says nothing twice.
  await wakeAt(office, '2025-04-25T15:00');
  await wakeAt(office, '2025-04-18T15:00');
  await wakeAt(office, '2025-04-25T16:30');
  expect(weekly(office, DEPUTY)).toHaveLength(2);
});
