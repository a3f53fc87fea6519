// A database as ten agencies leave it behind after many years. A pattern, one row of each kind, goes in through the
// store; the database then multiplies it in one transaction, with ids, numbers, units and times of their own. So every
// row is one that the program itself would write, whatever columns it has by now.
import { closeSync, fsyncSync, openSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import type { Config } from '../src/config/load-config.ts';
import type { LocalDate } from '../src/domain/local-time.ts';
import type { TaskStore } from '../src/application/ports/task-store.ts';
import { openDatabase } from '../src/persistence/sqlite/open.ts';
import { taskStoreOn } from '../src/persistence/sqlite/sqlite-task-store.ts';
import { aPlan, insert } from '../test/support/plans.ts';
import {
  aBotMessage,
  aDeadline,
  aReminder,
  aReport,
  aTask,
  anAssignment,
  anAuditEvent,
  anOutboxMessage,
} from '../test/support/rows.ts';

/** So many agencies share the tasks evenly; the one under measurement comes first. */
const AGENCIES = 10;
/** Of a hundred tasks so many are open, and so many of all are overdue. The others are done. */
const OPEN = 20;
const OVERDUE = 5;
/** Planned reminders of each open task: as many reminders as tasks. */
const REMINDERS = 100 / OPEN;

export interface BigDatabaseOptions {
  readonly path: string;
  readonly taskCount: number;
  /** The agency under measurement. */
  readonly office: Config;
  /** No reminder is due within twenty days of it, and no deadline near it. */
  readonly today: LocalDate;
}

/** Writes the database. Nothing is left to chance: the same options give the same rows. */
export const writeBigDatabase = async ({
  path,
  taskCount,
  office,
  today,
}: BigDatabaseOptions): Promise<void> => {
  const client = openDatabase(path);
  const store = taskStoreOn(client);
  for (let index = 0; index < AGENCIES; index++) await declareAgency(store, office, index);
  await writePattern(store, office, taskCount + 1);
  client.pragma('foreign_keys = off');
  client.pragma('journal_mode = delete');
  client.pragma('synchronous = off');
  client.transaction(() => {
    multiply(client, {
      taskCount,
      unitCount: workingUnits(office).length,
      agencyId: office.agency.id,
      today,
    });
  })();
  const broken = client.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`${broken.length} rows refer to nothing`);
  await store.close();
  // Nothing is measured while the machine still writes this to its disk.
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
};

const workingUnits = (office: Config) => office.units.filter((unit) => unit.code.startsWith('PB'));

/** The agency under measurement, and others like it under another id. */
const declareAgency = async (
  store: TaskStore,
  { agency, units, members }: Config,
  index: number,
): Promise<void> => {
  const agencyId = index === 0 ? agency.id : `${agency.id}${index}`;
  const moved = <Id extends string | null>(id: Id): Id => (id && id.replace(agency.id, agencyId)) as Id;
  await store.syncAgency(
    { ...agency, id: agencyId },
    units.map((unit) => ({
      ...unit,
      agencyId,
      id: moved(unit.id),
      headId: moved(unit.headId),
      deputyId: moved(unit.deputyId),
    })),
    members.map((member) => ({ ...member, agencyId, id: moved(member.id), unitId: moved(member.unitId) })),
  );
};

/** One task that is done, with everything that it brings with it. */
const writePattern = async (store: TaskStore, office: Config, number: number): Promise<void> => {
  const agencyId = office.agency.id;
  const [unit] = workingUnits(office);
  const [member] = office.members;
  if (unit === undefined || member === undefined) throw new Error('The agency has no units or no people');
  const task = aTask({ agencyId, number, createdBy: member.id });
  const deadline = aDeadline(task, { bound: 'by', due: '2025-04-14' });
  const assignment = anAssignment(task, unit, { status: 'done', deadlineId: deadline.id });
  const outboxMessage = anOutboxMessage({ agencyId, state: 'sent' });
  await store.commit(
    aPlan({
      changes: [
        insert('task', task),
        insert('deadline', deadline),
        insert('assignment', assignment),
        insert('statusReport', aReport(assignment, { memberId: member.id, kind: 'done' })),
        insert('reminder', aReminder(assignment, { state: 'cancelled' })),
      ],
      outbox: [outboxMessage],
      audit: [anAuditEvent({ agencyId, actorId: member.id, taskId: task.id, assignmentId: assignment.id })],
    }),
  );
  await store.commit(
    aPlan({ changes: [insert('botMessage', aBotMessage({ agencyId, outboxId: outboxMessage.id }))] }),
  );
};

interface Extent {
  readonly taskCount: number;
  readonly unitCount: number;
  readonly agencyId: string;
  readonly today: LocalDate;
}

/** Expressions of SQL over `n`, the number of a task among all, from 0. */
const multiply = (client: Sqlite.Database, { taskCount, unitCount, agencyId, today }: Extent): void => {
  const id = `printf('01980000-0000-7000-8000-%012d', n)`;
  const agency_id = `'${agencyId}' || coalesce(nullif(n % ${AGENCIES}, 0), '')`;
  const ordinal = `(n / ${AGENCIES})`;
  const unit_id = `${agency_id} || '/PB' || (${ordinal} % ${unitCount} + 1)`;
  // Each unit has its share of every state.
  const fate = `(${ordinal} / ${unitCount} % 100)`;
  const isOpen = `${fate} < ${OPEN}`;
  // Mondays: two weeks and more ago, or four weeks and more from now.
  const days = `case when ${fate} < ${OVERDUE} then -14 - n % 300 when ${isOpen} then 28 + n % 300 else -14 - n % 3000 end`;
  const lastOk = `date('${today}', (${days}) || ' days', 'weekday 1')`;
  const own = { id, agency_id };
  const numbers = `with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < ${taskCount - 1})`;

  /** Copies the first row of a table for every row of `source`, with these columns changed. */
  const copy = (table: string, columns: Readonly<Record<string, string>>, source = 'numbers'): void => {
    const names = client
      .prepare<[string], string>(`select name from pragma_table_xinfo(?) where hidden = 0`)
      .pluck()
      .all(table);
    const values = names.map((name) => columns[name] ?? `pattern.${name}`);
    client.exec(
      `insert into ${table} (${names.join(', ')}) ${numbers}
       select ${values.join(', ')} from ${source}, (select * from ${table} limit 1) pattern`,
    );
  };
  copy('tasks', { ...own, number: `${ordinal} + 1`, content: `pattern.content || ' ' || n` });
  copy('deadlines', { ...own, task_id: id, due: lastOk, last_ok: lastOk, last_ok_workday: lastOk });
  copy('assignments', {
    ...own,
    task_id: id,
    task_number: `${ordinal} + 1`,
    unit_id,
    status: `case when ${isOpen} then 'in_progress' else 'done' end`,
    deadline_id: id,
    overdue_from: `(unixepoch(${lastOk}, '+1 day') - 7 * 3600) * 1000`,
    last_report_id: id,
    last_report_at: 'pattern.created_at',
  });
  copy('status_reports', {
    ...own,
    assignment_id: id,
    kind: `case when ${isOpen} then 'in_progress' else 'done' end`,
  });
  copy('audit_events', { ...own, task_id: id, assignment_id: id });
  copy('outbox_messages', { ...own, dedupe_key: `'assigned:' || ${id}` });
  copy('bot_messages', { ...own, message_id: 'n', outbox_id: id });
  copy(
    'reminders',
    {
      id: `printf('01980000-0000-7000-8000-%06d%06d', k, n)`,
      agency_id,
      assignment_id: id,
      fire_at: `(unixepoch('${today}', (20 + (n + 60 * k) % 300) || ' days', '00:30')) * 1000`,
      state: `'planned'`,
    },
    `(select n, k from numbers, (select value as k from json_each('${JSON.stringify([...Array(REMINDERS).keys()])}')) where ${isOpen})`,
  );
  client.exec(
    `update agencies set next_task_number = (select max(number) + 1 from tasks where agency_id = agencies.id)`,
  );
};
