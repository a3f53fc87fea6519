import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/persistence/sqlite/open.ts';
import { taskStoreOn } from '../../src/persistence/sqlite/sqlite-task-store.ts';
import { useFolder } from './support.ts';

interface Step {
  readonly detail: string;
}

/** How the database will answer each statement that the store prepares. */
const plansOf = (path: string): Map<string, string[]> => {
  const client = openDatabase(path);
  const prepare = client.prepare.bind(client);
  const statements: string[] = [];
  client.prepare = (sql: string) => {
    statements.push(sql);
    return prepare(sql);
  };
  taskStoreOn(client);
  const plans = new Map(
    statements.map((sql) => {
      const named = Array.from(sql.matchAll(/@(\w+)/g), ([, name]) => [name, null] as const);
      const nothing: unknown[] =
        named.length > 0 ? [Object.fromEntries(named)] : Array.from(sql.matchAll(/\?/g), () => null);
      const steps = prepare<unknown[], Step>(`explain query plan ${sql}`).all(...nothing);
      return [sql, steps.map(({ detail }) => detail)];
    }),
  );
  client.close();
  return plans;
};

describe('the statements of the store', () => {
  const folder = useFolder();
  const plans = () => plansOf(join(folder(), 'dondoc.db'));
  const planOf = (...words: string[]): string[] => {
    const found = [...plans()].filter(([sql]) => words.every((word) => sql.includes(word)));
    expect(found.map(([sql]) => sql)).toHaveLength(1);
    return found[0]?.[1] ?? [];
  };

  it('never read a whole table', () => {
    // Holds and waiting answers are as many as there are chats in which Telegram wanted quiet of late; a search looks words
    // up in its own index, and goes on with the first of what it finds. Of the record, a number of the newest lines are read.
    const isLimited = (sql: string): boolean => sql.includes('audit_events order by id desc limit ?)');
    const unlimited = [...plans()].filter(([sql]) => !isLimited(sql));
    const scans = unlimited.flatMap(([sql, steps]) =>
      steps
        .filter((step) =>
          /^SCAN (?!json_each|part|sending_holds|waiting_answers|task_words VIRTUAL|found|\(subquery)/.test(
            step,
          ),
        )
        .map((step) => `${step}: ${sql}`),
    );
    expect(scans).toEqual([]);
    expect(plans().size).toBeGreaterThan(40);
  });

  it('read overdue assignments along their index, unit after unit, without sorting', () => {
    const steps = planOf(
      'limit',
      'inner join "assignments"',
      'overdue_from is not null',
      'order by "units"."is_listed"',
    );
    expect(steps[0]).toMatch(/^SEARCH units USING COVERING INDEX units_in_order/);
    // The last step is for those who ask for one document alone.
    expect(steps).toContainEqual(
      expect.stringMatching(
        /^SEARCH assignments USING INDEX assignments_late \(unit_id=\? AND overdue_from>\? AND overdue_from<\?\)/,
      ),
    );
    expect(steps.join()).not.toContain('ORDER BY');
  });

  it("read an agency's open assignments along their index, those without a deadline last, without sorting", () => {
    const steps = planOf('nulls last', '"assignments"."agency_id" = +?');
    expect(steps).toEqual(['SEARCH assignments USING INDEX assignments_open (agency_id=?)']);
  });

  it('look at no reminder that is not due', () => {
    const steps = planOf('from "reminders"', '"fire_at" <= ?');
    expect(steps).toEqual(['SEARCH reminders USING INDEX reminders_planned (fire_at<?)']);
  });

  it('take what is owed chat by chat, in its order, without collecting and sorting it', () => {
    expect(planOf('min(chat_id)')).toEqual([
      'SEARCH outbox_messages USING INDEX outbox_messages_owed (chat_id>?)',
    ]);
    expect(planOf('+ready_at <= ?')).toEqual([
      'SEARCH outbox_messages USING INDEX outbox_messages_owed (chat_id=?)',
    ]);
    expect(planOf('min("ready_at")')).toEqual([
      'SEARCH outbox_messages USING INDEX outbox_messages_ready (ready_at>?)',
    ]);
    expect(planOf('decided_at > ? limit 1')).toEqual([
      'SEARCH outbox_messages USING INDEX outbox_messages_decided (decided_at>?)',
    ]);
  });

  it('look for what is not planned along the open assignments, page by page', () => {
    expect(planOf('lacksStep')).toEqual([
      'SEARCH assignments USING INDEX assignments_open (agency_id=? AND (overdue_from,task_number,id)>(?,?,?))',
      'CORRELATED SCALAR SUBQUERY 1',
      'SEARCH reminders USING INDEX reminders_of_assignment (assignment_id=?)',
      'CORRELATED SCALAR SUBQUERY 3',
      'SEARCH reminders USING INDEX reminders_of_assignment (assignment_id=?)',
      'CORRELATED SCALAR SUBQUERY 2',
      'SEARCH deadlines USING INDEX sqlite_autoindex_deadlines_1 (id=?)',
    ]);
  });

  it('look for what is late from the longest on', () => {
    expect(planOf('"ready_at" <= ?', 'order by "outbox_messages"."ready_at"')).toEqual([
      'SEARCH outbox_messages USING INDEX outbox_messages_ready (ready_at>? AND ready_at<?)',
    ]);
  });

  it('find what the lists of people name along indexes of just that', () => {
    const count = 'select count(*) from "assignments"';
    expect(planOf(count, "status in ('submitted', 'blocked')")[0]).toBe(
      'SEARCH assignments USING COVERING INDEX assignments_waiting (unit_id=? AND status=?)',
    );
    expect(planOf(count, "rung = 'escalate-director'").at(-1)).toMatch(
      /COVERING INDEX reminders_before_director \(assignment_id=\? AND fire_at>\?\)$/,
    );
    expect(planOf('completed_at >= ?) group by')[0]).toBe(
      'SEARCH assignments USING COVERING INDEX assignments_done (agency_id=? AND completed_at>?)',
    );
  });

  it('read the record backwards, a page at a time', () => {
    expect(planOf('where rowid < ?')).toEqual(['SEARCH audit_events USING INTEGER PRIMARY KEY (rowid<?)']);
  });

  it('look for what to delete along the time, from where the last step ended', () => {
    expect(planOf('from bot_messages where (sent_at, id) >')[0]).toMatch(
      /^SEARCH bot_messages USING INDEX bot_messages_sent \(sent_at>\? AND sent_at<\?\)|\(\(sent_at,id\)/,
    );
    expect(planOf('created_at as at')[0]).toMatch(
      /^SEARCH outbox_messages USING INDEX outbox_messages_settled/,
    );
  });
});
