import { expect, test } from 'vitest';
import { instantOfStep } from '../../src/sandbox/stories/play-story.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';

const ORDER = 'Giao Phòng KHTC chủ trì, phối hợp Phòng CĐS thẩm định dự toán, xong trước ngày 25/4/2025.';

const give = async (office: Office, order = ORDER, words = 'thẩm định'): Promise<void> => {
  await office.write(SECRETARY, order);
  await office.press(SECRETARY, office.last({ person: SECRETARY }, words), 'Lưu');
};

const wakeAt = async (office: Office, minute: string): Promise<void> => {
  office.sandbox.clock.jumpTo(instantOfStep(minute) - 1_000);
  await office.goTo(minute);
};

test('/lichsu says who was told what, when, and who answered', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await give(office);
  const task = office.last({ group: 'KHTC' }, 'thẩm định');
  await wakeAt(office, '2025-04-10T09:40');
  await office.press('CV.KHTC1', task, 'Đã nhận');
  await wakeAt(office, '2025-04-21T07:30');
  await office.write(DEPUTY, '/lichsu 1');
  const said = office.last({ person: DEPUTY }).text;
  expect(said).toContain('Việc 1: 3 tin');
  // The newest first; the reminder has not been answered.
  expect(said.split('\n').slice(2)).toEqual([
    expect.stringMatching(/^07h30 thứ Hai, 21\/4 · Tin nhắc hạn → .*KHTC/u),
    'Chưa có phản hồi',
    expect.stringMatching(/^09h00 thứ Năm, 10\/4 · Tin giao việc → .*CĐS/u),
    'Chưa có phản hồi',
    expect.stringMatching(/^09h00 thứ Năm, 10\/4 · Tin giao việc → .*KHTC/u),
    'Cao Thùy Dương đã nhận lúc 09h40 thứ Năm, 10/4',
  ]);
});
