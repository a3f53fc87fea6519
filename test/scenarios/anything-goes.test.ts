// Whatever people do, in whatever order: no fault, no press without its answer, no task lost, no two numbers that disagree,
// and nobody reads what is not theirs. Longer: ANYTHING_STEPS=3000 ANYTHING_SEED=7 npx vitest run test/scenarios/anything-goes.test.ts
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { HistoryEntry } from '../../src/sandbox/bot-api/world/history.ts';
import { databasePath } from '../../src/persistence/sqlite/database-path.ts';
import { Anything } from './support/anything.ts';
import { Office } from './support/office.ts';
import { wordsOf } from './support/rich.ts';
import { expectNoFault } from './support/robustness.ts';

const STEPS = Number(process.env.ANYTHING_STEPS ?? 100);
const SEEDS = process.env.ANYTHING_SEED === undefined ? [20_250_408] : [Number(process.env.ANYTHING_SEED)];

/** What Telegram may say to a bot that does nothing wrong: people delete, block and remove, and press what is old. */
const REFUSALS = [
  /message is not modified/u,
  /message to (?:be replied|edit|delete) not found/u,
  /message can't be (?:edited|deleted)/u,
  /bot was (?:blocked|kicked)/u,
  /bot is not a member/u,
  /upgraded to a supergroup/u,
  /query is too old/u,
  /can't initiate conversation/u,
  /chat not found/u,
  // A private answer in a group where the bot may not give one: it goes to the private chat.
  /CHAT_ADMIN_REQUIRED/u,
];

const MARK = /Zx\d+q/gu;

interface Reader {
  readonly role: string;
  readonly unitId: string | null;
}

class Watch {
  private readonly office: Office;
  private readonly people: Anything;
  private readonly client: Sqlite.Database;
  /** What the bot has said or changed since the last look. */
  private readonly fresh: HistoryEntry[] = [];
  /** Who is who, before the last steps and after them. */
  private readers: readonly ReadonlyMap<number, Reader>[] = [];
  /** The units that each group is, or has been, the place of: a reply to what was said there then is answered there. */
  private readonly places = new Map<number, Set<string>>();
  private tasks = 0;

  constructor(office: Office, people: Anything) {
    this.office = office;
    this.people = people;
    this.client = new Sqlite(databasePath(office.env.DATABASE_URL), { readonly: true });
    onTestFinished(() => {
      this.client.close();
    });
    const { world, bot } = office.sandbox.server;
    world.onMessage((entry) => {
      if (entry.from?.id === bot.id) this.fresh.push(entry);
    });
  }

  async check(): Promise<void> {
    const { presses } = this.people;
    for (const { what, canBeHeard, answer } of presses.splice(0)) {
      const { answered } = await answer;
      if (canBeHeard) expect(answered, `no answer: ${what}`).toBe(true);
    }
    expect(this.office.log.filter((line) => line.includes('"level":"error"'))).toEqual([]);
    // No plan is ever left so that the auditor has something to add to it.
    expect(this.office.log.filter((line) => /"replanned":[1-9]/u.test(line))).toEqual([]);
    this.checkCalls();
    this.checkReaders();
    this.checkTasks();
  }

  private checkCalls(): void {
    const { calls } = this.office.sandbox.server;
    const answered = new Map<string, number>();
    for (const { method, params, outcome } of calls.of()) {
      if (method === 'answerCallbackQuery') {
        const id = String(params.callback_query_id);
        answered.set(id, (answered.get(id) ?? 0) + 1);
      }
      if (outcome.kind !== 'refused') continue;
      const isExpected = REFUSALS.some((refusal) => refusal.test(outcome.description));
      expect(isExpected, `${method}: ${outcome.description} ${JSON.stringify(params).slice(0, 400)}`).toBe(
        true,
      );
    }
    if (!this.people.hasRedelivered) expect([...answered].filter(([, times]) => times > 1)).toEqual([]);
    this.people.hasRedelivered = false;
    calls.clear();
  }

  private checkReaders(): void {
    this.readers = [...this.readers.slice(-1), this.members()];
    this.lookAtBindings();
    for (const entry of this.fresh.splice(0)) {
      const reader = entry.visibleOnlyTo ?? entry.chatId;
      // Whoever enters work in a group of the office is shown there what it may be the same as.
      const isOfOffice = this.places.has(entry.chatId);
      if (isOfOffice && wordsOf(entry).includes('Có thể trùng')) continue;
      for (const [mark] of wordsOf(entry).matchAll(MARK))
        expect(this.mayRead(reader, mark), `${reader} reads of ${mark}: ${wordsOf(entry)}`).toBe(true);
    }
  }

  private mayRead(reader: number, mark: string): boolean {
    if (this.people.typed.get(mark)?.has(reader) === true) return true;
    const units = this.client
      .prepare<[string, string], string>(
        `select distinct unit_id from assignments where task_id in
           (select id from tasks where content like ? or quote like ?)`,
      )
      .pluck()
      .all(`%${mark}%`, `%${mark}%`);
    if (reader < 0) return units.some((unit) => this.places.get(reader)?.has(unit) === true);
    return this.readers.some((readers) => {
      const person = readers.get(reader);
      if (person === undefined) return false;
      const isOfUnit = person.role === 'unit_head' || person.role === 'staff';
      return !isOfUnit || units.includes(person.unitId ?? '');
    });
  }

  private members(): Map<number, Reader> {
    const rows = this.client
      .prepare<[], Reader & { id: number }>(
        `select telegram_id as id, role, unit_id as unitId from members where is_listed = 1 and telegram_id is not null`,
      )
      .all();
    return new Map(rows.map((row) => [row.id, row]));
  }

  private lookAtBindings(): void {
    const rows = this.client
      .prepare<[], { id: number; unitId: string }>(
        'select chat_id as id, unit_id as unitId from chat_bindings',
      )
      .all();
    for (const { id, unitId } of rows) this.places.set(id, (this.places.get(id) ?? new Set()).add(unitId));
  }

  get taskCount(): number {
    return this.tasks;
  }

  private one(statement: string): number {
    return this.client.prepare<[], number>(statement).pluck().get() ?? 0;
  }

  private checkTasks(): void {
    const tasks = this.one('select count(*) from tasks');
    expect(tasks).toBeGreaterThanOrEqual(this.tasks);
    this.tasks = tasks;
    expect(this.one('select coalesce(max(number), 0) from tasks')).toBe(tasks);
    // Each has somebody who leads it, or has led it, and is in the record.
    expect(
      this.one(`select count(*) from tasks where not exists
        (select 1 from assignments where task_id = tasks.id and role = 'lead')`),
    ).toBe(0);
    expect(
      this.one(`select count(*) from tasks where not exists
        (select 1 from audit_events where task_id = tasks.id and action = 'task_created')`),
    ).toBe(0);
    // How each part stands is what the record says of it last; a part that leads from now on begins anew.
    const unlike = this.client
      .prepare<[], Record<string, unknown>>(
        `select * from (select a.id, a.status, (select
             case when json_extract(after, '$.toAssignmentId') = a.id then 'assigned' else json_extract(after, '$.status') end
           from audit_events e
           where (e.assignment_id = a.id and json_extract(after, '$.status') is not null)
             or json_extract(after, '$.toAssignmentId') = a.id
           order by e.id desc limit 1) as recorded from assignments a)
         where recorded is not null and recorded <> status`,
      )
      .all();
    expect(unlike).toEqual([]);
    // What is finished or called off is not reminded of.
    expect(
      this.one(`select count(*) from reminders r join assignments a on a.id = r.assignment_id
        where r.state = 'planned' and a.status in ('done', 'cancelled') and r.rung <> 'next-occurrence'`),
    ).toBe(0);
  }

  /** However it is asked, it is the same number. */
  async checkCounts(): Promise<void> {
    const director = this.people.member('GĐ');
    if (director.hasBlockedBot || this.members().get(director.id)?.role !== 'director') return;
    const ask = async (command: string): Promise<string> => {
      await this.office.write('GĐ', command);
      return wordsOf(this.office.last({ person: 'GĐ' }));
    };
    const numberIn = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? 0);
    const now = this.office.sandbox.clock.now();
    const overdue = this.one(
      `select count(*) from assignments where role = 'lead' and overdue_from <= ${now}
         and status not in ('submitted', 'done', 'cancelled')`,
    );
    const open = this.one(`select count(*) from assignments where status not in ('done', 'cancelled')`);
    expect(numberIn(await ask('/quahan'), /có (\d+) việc/u)).toBe(overdue);
    expect(numberIn(await ask('/viec'), /(\d+) việc đang mở/u)).toBe(open);
    const report = await ask('/baocao quý');
    const cells = /^Tổng \|(.*)$/mu.exec(report)?.[1]?.split('|') ?? [];
    expect(Number(cells.at(-1) ?? 0), report).toBe(overdue);
  }
}

test.each(SEEDS)(
  'anything, with seed %i',
  async (seed) => {
    const office = await Office.open({ startAt: '2025-04-08T09:00', privacyMode: seed % 2 === 0 });
    const people = new Anything(office, seed);
    await office.sandbox.settle();
    const watch = new Watch(office, people);
    try {
      for (let step = 1; step <= STEPS; step++) {
        // Sometimes several at once.
        const atOnce = people.random.isOneIn(5) ? 4 : 1;
        for (let each = 0; each < atOnce; each++) people.step(atOnce === 1);
        await office.sandbox.settle();
        await watch.check();
        if (people.random.isOneIn(6)) {
          await people.pass();
          await watch.check();
        }
        if (people.random.isOneIn(60)) {
          people.done.push('the bot is started anew');
          // No process starts within the second in which the last one ended.
          await office.sandbox.advanceTo(office.sandbox.clock.now() + 2_000);
          await office.restart();
        }
        if (step % 25 === 0) await watch.checkCounts();
      }
    } catch (error) {
      throw new Error(`What led to it:\n${people.done.slice(-12).join('\n')}`, { cause: error });
    }
    expectNoFault(office);
    expect(watch.taskCount).toBeGreaterThan(1);
  },
  3_600_000,
);
