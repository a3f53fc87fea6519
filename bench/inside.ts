// What is measured from inside, with a clock that is moved: how long the program's own steps take on a database.
import Sqlite from 'better-sqlite3';
import { buildApp } from '../src/app.ts';
import type { Plan } from '../src/application/plan.ts';
import type { Config } from '../src/config/load-config.ts';
import { instantOf } from '../src/domain/local-time.ts';
import type { LocalDate } from '../src/domain/local-time.ts';
import { WorkingCalendar } from '../src/domain/working-calendar.ts';
import { openDatabase } from '../src/persistence/sqlite/open.ts';
import { taskStoreOn } from '../src/persistence/sqlite/sqlite-task-store.ts';
import { startBotApiServer } from '../src/sandbox/bot-api/server.ts';
import { MovableClock } from '../src/sandbox/movable-clock.ts';
import { createLogger } from '../src/support/logger.ts';
import { aPlan, insert, update } from '../test/support/plans.ts';
import {
  aBinding,
  aDeadline,
  aReminder,
  aTask,
  anAssignment,
  anAuditEvent,
  anOutboxMessage,
  under,
} from '../test/support/rows.ts';
import { median } from './figures.ts';

const TICKS = 300;
const DUE_ROUNDS = 3;
/** Some hundred messages take a quarter of an hour where only each whole minute is looked at. */
const MOST_MINUTES_OF_SENDING = 120;
const COMMITS = 400;
const COMMIT_ROUNDS = 5;
export const REMINDERS_DUE = 10_000;

export interface TickFigures {
  readonly idleMs: number;
  readonly dueMs: number;
  /** How many messages came of the reminders that were due. */
  readonly messages: number;
}

/**
 * The whole tick of the program, as the minute calls it.
 * @param wide an agency with as many units as there shall be chats, and nothing to do yet
 */
export const measureTick = async (path: string, wide: Config, today: LocalDate): Promise<TickFigures> => {
  const calendar = new WorkingCalendar(wide.calendar);
  const days = Array.from({ length: DUE_ROUNDS }, (_, round) => calendar.addWorkingDays(today, 2 + round));
  const client = new Sqlite(path, { readonly: true });
  const queued = client
    .prepare<[string], number>(`select count(*) from outbox_messages where agency_id = ?`)
    .pluck();

  const owed = client
    .prepare<[string], number>(
      `select count(*) from outbox_messages where agency_id = ? and state in ('queued', 'sending')`,
    )
    .pluck();

  // In office hours: at night a tick has nothing to ask.
  const clock = new MovableClock(instantOf(calendar.addWorkingDays(today, 1), '08:00'));
  const server = await startBotApiServer({ now: () => clock.now() });
  const ticks: (() => Promise<void>)[] = [];
  const app = buildApp(
    {
      token: server.token,
      connection: { apiRoot: server.apiRoot, proxy: null },
      databaseUrl: `file:${path}`,
      office: wide,
      // That nothing gets through is as it should be here.
      log: createLogger({ level: 'fatal' }),
    },
    {
      clock,
      everyMinute: (handler) => {
        ticks.push(handler);
        return { stop: () => Promise.resolve() };
      },
    },
  );
  await app.start();
  const tick = async (): Promise<number> => {
    const start = performance.now();
    for (const handler of ticks) await handler();
    return performance.now() - start;
  };

  const idle: number[] = [];
  for (let count = 0; count < TICKS; count++) {
    clock.jumpTo(clock.now() + 60_000);
    idle.push(await tick());
  }
  await addDueReminders(path, wide, days);
  const due: number[] = [];
  let messages = 0;
  // Nothing goes out meanwhile: what is measured is the queueing.
  server.faults.setNetworkDown(true);
  for (const day of days) {
    const before = queued.get(wide.agency.id) ?? 0;
    server.faults.setNetworkDown(false);
    clock.jumpTo(instantOf(day, '06:30'));
    await tick();
    // After such a leap the program waits until Telegram has answered.
    await app.whenIdle();
    server.faults.setNetworkDown(true);
    const morning: number[] = [];
    for (let at = instantOf(day, '06:32'); at <= instantOf(day, '08:00'); at += 2 * 60_000) {
      clock.jumpTo(at);
      morning.push(await tick());
    }
    // One of them found the reminders.
    due.push(Math.max(...morning));
    messages = (queued.get(wide.agency.id) ?? 0) - before;
    if (messages === 0) throw new Error('No reminder was queued: there is nothing to measure');
    // They go out, so that the next morning is like this one.
    server.faults.setNetworkDown(false);
    for (let minutes = 0; (owed.get(wide.agency.id) ?? 0) > 0; minutes++) {
      if (minutes > MOST_MINUTES_OF_SENDING) throw new Error('The reminders of a morning do not go out');
      clock.jumpTo(clock.now() + 60_000);
      await tick();
      await app.whenIdle();
    }
  }
  client.close();
  await server.close();
  await app.stop();
  return { idleMs: median(idle), dueMs: median(due), messages };
};

/** For each day so many reminders, three working days before the deadlines of as many tasks, spread over all units. */
const addDueReminders = async (path: string, wide: Config, days: readonly LocalDate[]): Promise<void> => {
  const calendar = new WorkingCalendar(wide.calendar);
  const client = openDatabase(path);
  const store = taskStoreOn(client);
  const agencyId = wide.agency.id;
  const units = wide.units.filter(({ code }) => code.startsWith('PB'));
  const [member] = wide.members;
  if (member === undefined) throw new Error('The agency has no people');
  const by = { createdBy: member.id };
  client.pragma('synchronous = off');
  await store.syncAgency(wide.agency, wide.units, wide.members);
  const bindings = units.map((unit, index) =>
    aBinding(unit, { chatId: -1_000_000 - index, boundBy: member.id }),
  );
  await store.commit(aPlan({ changes: bindings.map((binding) => insert('chatBinding', binding)) }));
  for (const [round, day] of days.entries()) {
    const lastOk = calendar.addWorkingDays(day, 3);
    const changes = Array.from({ length: REMINDERS_DUE / units.length }, (_, index) =>
      units.flatMap((unit, place) => {
        const number = 1 + (round * REMINDERS_DUE + index * units.length + place);
        const task = aTask({ agencyId, number, ...by });
        const deadline = aDeadline(task, { bound: 'by', due: lastOk, lastOk, lastOkWorkday: lastOk });
        const assignment = anAssignment(task, unit, under(deadline));
        const reminder = aReminder(assignment, { rung: 'before-3', fireAt: instantOf(day, '07:30') });
        return [
          insert('task', task),
          insert('deadline', deadline),
          insert('assignment', assignment),
          insert('reminder', reminder),
        ];
      }),
    );
    for (const some of changes) await store.commit(aPlan({ changes: some }));
  }
  await store.close();
};

/** How many commits a second: of a plan through the store, and of the same rows through statements prepared for them. */
export interface CommitFigures {
  readonly plans: number;
  readonly statements: number;
}

/** Both in turns on one database, with one change, one message owed and one line of the audit trail in each commit. */
export const measureCommit = async (path: string): Promise<CommitFigures> => {
  const client = openDatabase(path);
  const store = taskStoreOn(client);
  const { id, agencyId } = client
    .prepare(`select id, agency_id as agencyId from assignments limit 1`)
    .get() as {
    id: string;
    agencyId: string;
  };
  const version = client.prepare<[string], number>(`select version from assignments where id = ?`).pluck();
  const planAt = (at: number): Plan =>
    aPlan({
      changes: [update('assignment', { id, version: version.get(id) ?? 0 }, { progress: at % 100 })],
      outbox: [anOutboxMessage({ agencyId, state: 'sent' })],
      audit: [anAuditEvent({ agencyId, actorId: null, assignmentId: id })],
    });
  const write = bareCommit(client);

  const rates = { plans: [] as number[], statements: [] as number[] };
  for (let round = 0; round < COMMIT_ROUNDS; round++) {
    for (const [name, commit] of [
      ['plans', (plan: Plan) => store.commit(plan)],
      ['statements', write],
    ] as const) {
      let took = 0;
      for (let count = 0; count < COMMITS; count++) {
        const plan = planAt(count);
        const start = performance.now();
        await commit(plan);
        took += performance.now() - start;
      }
      rates[name].push(COMMITS / (took / 1_000));
    }
  }
  await store.close();
  return { plans: median(rates.plans), statements: median(rates.statements) };
};

/** The same rows by hand, in one transaction. */
const bareCommit = (client: Sqlite.Database): ((plan: Plan) => void) => {
  const insertInto = (table: string) => {
    const columns = client
      .prepare<[string], string>(`select name from pragma_table_xinfo(?) where hidden = 0`)
      .pluck()
      .all(table);
    const values = columns.map(
      (name) => `@${name.replaceAll(/_(.)/gu, (_, letter: string) => letter.toUpperCase())}`,
    );
    return client.prepare(`insert into ${table} (${columns.join(', ')}) values (${values.join(', ')})`);
  };
  const owe = insertInto('outbox_messages');
  const audit = insertInto('audit_events');
  const change = client.prepare(
    `update assignments set progress = @progress, version = version + 1 where id = @id and version = @expectedVersion`,
  );
  const transaction = client.transaction((plan: Plan) => {
    for (const each of plan.changes) {
      if (each.op === 'update')
        change.run({ ...each.set, id: each.id, expectedVersion: each.expectedVersion });
    }
    for (const message of plan.outbox)
      owe.run({ ...message, request: JSON.stringify(message.request), progress: null });
    for (const event of plan.audit) audit.run({ ...event, source: null, before: null, after: null });
  });
  return (plan) => {
    transaction.immediate(plan);
  };
};
