import { expect, test } from 'vitest';
import { officeOperations } from '../../src/operations.ts';
import type { HistoryEntry } from '../../src/sandbox/bot-api/world/history.ts';
import { instantOfStep } from '../../src/sandbox/stories/moments.ts';
import { run } from '../cli/terminal.ts';
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

const linksIn = ({ message }: HistoryEntry): string[] =>
  (message.entities ?? []).flatMap((entity) => (entity.type === 'text_link' ? [entity.url] : []));

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

test('in a group /lichsu shows its own part of a task, and nothing of tasks of others', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  await give(office);
  await office.say('TP.KHTC', 'KHTC', '/lichsu 1');
  const said = office.last({ group: 'KHTC' });
  expect(said.text).toContain('Việc 1: 1 tin');
  expect(said.text).not.toContain('CĐS');
  // The messages of a small group have no links.
  expect(linksIn(said)).toEqual([]);
  await office.say('TP.BCVT', 'BCVT&CNTT', '/lichsu 1');
  expect(office.last({ group: 'BCVT&CNTT' }).text).toContain('Không thấy việc 1.');
  await office.write('TP.BCVT', '/lichsu 1');
  expect(office.last({ person: 'TP.BCVT' }).text).toContain('Không thấy việc 1.');
  await office.write(DEPUTY, '/lichsu');
  expect(office.last({ person: DEPUTY }).text).toContain('ví dụ /lichsu 23');
});

test('messages of a supergroup have links, and a long history has pages', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const { world } = office.sandbox.server;
  const supergroup = world.migrate(office.sandbox.group('KHTC'), office.sandbox.person(SECRETARY));
  await office.sandbox.settle();
  await give(office);
  const [task] = world.history(supergroup).filter(({ text }) => text.includes('📋 Việc 1'));
  for (const day of ['21', '23', '24', '25', '26', '28', '29']) await wakeAt(office, `2025-04-${day}T07:30`);
  await office.write(DEPUTY, '/lichsu 1');
  const first = office.last({ person: DEPUTY });
  expect(first.text).toMatch(/Việc 1: \d+ tin \(1–8\)/u);
  await office.press(DEPUTY, first, 'Sau');
  const last = office.last({ person: DEPUTY });
  expect(last.messageId).toBe(first.messageId);
  expect(last.text).toContain('Tin giao việc');
  const number = -1_000_000_000_000 - supergroup.id;
  expect(linksIn(last)).toContain(`https://t.me/c/${number}/${task?.messageId ?? 0}`);
  await office.press(DEPUTY, last, '‹');
  expect(office.last({ person: DEPUTY }).text).toBe(first.text);
});

test('dondoc deliveries answers the same beside the running bot, as a table and as JSON', async () => {
  const office = await Office.open({ startAt: '2025-04-10T09:00' });
  const dondoc = (...args: string[]) => {
    const now = () => office.sandbox.clock.now();
    const operations = () => Promise.resolve(officeOperations(now));
    return run(['deliveries', ...args], { env: office.env, now, operations });
  };
  expect((await dondoc()).stdout.lines).toEqual(['Không có tin nào.']);
  await give(office);
  await wakeAt(office, '2025-04-10T09:40');
  await office.reply('TP.KHTC', office.last({ group: 'KHTC' }, '📋'), 'đang làm 60%');

  const all = await dondoc('--task', '1');
  expect(all.exitCode).toBe(0);
  expect(all.stdout.lines.map((line) => line.split(/ {2,}/u))).toEqual([
    ['Lúc', 'Trạng thái', 'Tin', 'Việc', 'Nơi nhận', 'Phản hồi, lý do', 'Liên kết'],
    ['2025-04-10 09:00', 'đã gửi', 'tin giao việc', '1', 'Phòng CĐS'],
    [
      '2025-04-10 09:00',
      'đã gửi',
      'tin giao việc',
      '1',
      'Phòng KHTC',
      'Tô Thị Mỹ Hạnh báo đang làm lúc 09h40 thứ Năm, 10/4',
    ],
  ]);
  const ofUnit = await dondoc('--unit', 'khtc', '--since', '2025-04-10', '--json');
  expect(JSON.parse(ofUnit.stdout.text)).toMatchObject([
    {
      kind: 'task_assigned',
      state: 'sent',
      at: '2025-04-10T09:00:00+07:00',
      taskNumbers: [1],
      unitCodes: ['KHTC'],
      recipient: 'Phòng KHTC',
      acknowledgements: [{ taskNumber: 1, kind: 'in_progress', at: '2025-04-10T09:40:00+07:00' }],
    },
  ]);
  expect((await dondoc('--since', '2025-04-22')).stdout.lines).toEqual(['Không có tin nào.']);
  expect((await dondoc('--failed')).stdout.lines).toEqual(['Không có tin nào.']);

  const dropped = (await dondoc('--dropped')).stdout.lines;
  expect(dropped.filter((line) => line.includes('không có gì để nói')).length).toBeGreaterThan(0);

  const wrong = await dondoc('--unit', 'XYZ');
  expect(wrong.exitCode).toBe(2);
  expect(wrong.stderr.lines[0]).toContain('không có đơn vị “XYZ”; các mã đơn vị: VP, ');
  expect((await dondoc('--task', '99')).stderr.lines).toEqual(['dondoc: không có việc 99.']);
  expect((await dondoc('--since', 'hôm qua')).exitCode).toBe(2);
  expect((await dondoc('--task', 'hai')).exitCode).toBe(2);
});
