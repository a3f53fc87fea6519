import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { DatabaseInUseError } from '../../src/persistence/sqlite/lock.ts';
import { databasePath } from '../../src/persistence/sqlite/database-path.ts';
import { live, momentsOf } from './support/mornings.ts';
import { DEPUTY, Office, SECRETARY } from './support/office.ts';
import { HEAD } from './support/robustness.ts';

const GROUP = { group: 'KHTC' };
const ORDER = 'Giao Phòng Kế hoạch - Tài chính báo cáo giải ngân, hạn 18/4/2025';

/** Runs statements past the bot, as a defect or a hand would. */
const past = (office: Office, statements: string): void => {
  const client = new Sqlite(databasePath(office.env.DATABASE_URL));
  client.exec(statements);
  client.close();
};

const assign = async (office: Office): Promise<void> => {
  await office.write(SECRETARY, ORDER);
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'giải ngân'), 'Lưu');
};

test('reminders that were lost are planned again within ten minutes, and the unit is reminded once', async () => {
  const office = await Office.open({ startAt: '2025-04-14T09:03' });
  await assign(office);
  past(office, `delete from reminders`);
  await office.goTo('2025-04-14T09:12');
  expect(office.log.filter((line) => line.includes('The auditor repaired'))).toHaveLength(1);
  const before = office.heard(GROUP).length;
  await office.goTo('2025-04-15T09:00');
  const said = office.heard(GROUP).slice(before);
  expect(said.map(({ text }) => text)).toEqual([expect.stringContaining('giải ngân')]);
});

test('a step of the escalation that was lost is planned again within ten minutes, and taken once, at its time', async () => {
  const office = await Office.open({ startAt: '2025-04-08T09:00' });
  await office.write(SECRETARY, 'Giao Phòng KHTC chủ trì thẩm định dự toán, xong trong ngày 10/4/2025.');
  await office.press(SECRETARY, office.last({ person: SECRETARY }, 'thẩm định'), 'Lưu');
  await live(office, ['2025-04-10', '2025-04-11']);
  past(office, `delete from reminders where rung like 'escalate-%' and state = 'planned'`);
  await office.goTo('2025-04-11T09:31');
  expect(office.log.filter((line) => line.includes('The auditor repaired'))).toHaveLength(1);
  const client = new Sqlite(databasePath(office.env.DATABASE_URL), { readonly: true });
  const lines = client
    .prepare(`select after ->> '$.rungs[0].rung' from audit_events where action = 'reminders_replanned'`)
    .pluck()
    .all();
  client.close();
  expect(lines).toEqual(['escalate-head']);
  await live(office, ['2025-04-14', '2025-04-15', '2025-04-16', '2025-04-17', '2025-04-18']);
  const silence = 'ngày làm việc, chưa có báo cáo';
  expect(momentsOf(office, { person: HEAD }, silence)).toEqual(['14/04 09:00']);
  expect(momentsOf(office, { person: SECRETARY }, silence)).toEqual(['15/04 09:00']);
  expect(momentsOf(office, { person: DEPUTY }, silence)).toEqual(['16/04 09:00']);
  expect(office.log.filter((line) => line.includes('The auditor repaired'))).toHaveLength(1);
});

test('a message whose worker died is sent, once', async () => {
  const office = await Office.open({ startAt: '2025-04-14T09:03' });
  await assign(office);
  await office.goTo('2025-04-14T09:05');
  const before = office.heard(GROUP).length;
  past(
    office,
    `update outbox_messages set state = 'sending', lease_until = decided_at + 120000, sent_at = null
    where request ->> '$.kind' = 'task_assigned'`,
  );
  await office.goTo('2025-04-14T09:40');
  const said = office.heard(GROUP).slice(before);
  expect(said).toHaveLength(1);
  expect(said[0]?.text).toContain('giải ngân');
});

test('a group that is marked unreachable without anyone knowing is told to the secretary, once', async () => {
  const office = await Office.open({ startAt: '2025-04-14T09:03' });
  past(office, `update chat_bindings set state = 'unreachable' where unit_id like '%/KHTC'`);
  await office.goTo('2025-04-14T09:31');
  const told = office.about({ person: SECRETARY }, 'Không gửi được tin vào nhóm');
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('/gan KHTC');
});

test('a second bot on the same database is refused, and the first goes on', async () => {
  const office = await Office.open({ startAt: '2025-04-14T09:03' });
  const { DATABASE_URL: databaseUrl } = office.env;
  await expect(Office.open({ startAt: '2025-04-14T09:03', databaseUrl })).rejects.toThrow(DatabaseInUseError);
  await assign(office);
  expect(office.about(GROUP, 'giải ngân')).toHaveLength(1);
});
