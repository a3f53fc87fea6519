import type { DeliveryFilter } from '../../application/ports/outbox-store.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import type { Connection } from './connection.ts';
import { equals, given, idList, inOrderOf, isIn, rowsOf } from './connection.ts';
import { and, desc, getTableColumns, sql } from './drizzle.ts';
import { OWED, SETTLED, outboxMessages } from './schema/messages.ts';
import { reminders } from './schema/work.ts';

const { readyAt: _readyAt, ...outboxColumns } = getTableColumns(outboxMessages);

const NEWEST_FIRST = [desc(outboxMessages.createdAt), desc(outboxMessages.id)] as const;

/** What was owed to whom, and what became of it. */
export const ledgerQueries = ({ db }: Connection) => {
  const isWanted = and(
    equals(outboxMessages.agencyId, 'agencyId'),
    sql`${outboxMessages.createdAt} >= ${given('since')}`,
    sql`(${given('state')} is null or ${outboxMessages.state} = ${given('state')})`,
  );
  // Two statements, since each is read off its own index.
  const settled = db
    .select(outboxColumns)
    .from(outboxMessages)
    .where(and(SETTLED, isWanted))
    .orderBy(...NEWEST_FIRST)
    .limit(given('limit'))
    .prepare();
  const isOwed = and(OWED, sql`${outboxMessages.readyAt} > ${Number.MIN_SAFE_INTEGER}`);
  const owed = db
    .select(outboxColumns)
    .from(outboxMessages)
    .where(and(isOwed, isWanted))
    .orderBy(...NEWEST_FIRST)
    .limit(given('limit'))
    .prepare();
  const owedAbout = db
    .select(outboxColumns)
    .from(outboxMessages)
    .where(
      and(
        isOwed,
        sql`(${outboxMessages.request} ->> '$.assignmentId' in (select value from json_each(${given('ids')}))
          or exists (select 1 from json_each(${outboxMessages.request}, '$.reminderIds') as part
            join ${reminders} on ${reminders.id} = part.value
            where ${isIn(reminders.assignmentId, 'ids')}))`,
      ),
    )
    .orderBy(...NEWEST_FIRST)
    .prepare();
  const byIds = db.select(outboxColumns).from(outboxMessages).where(isIn(outboxMessages.id, 'ids')).prepare();
  const keys = db
    .select({ key: outboxMessages.dedupeKey })
    .from(outboxMessages)
    .where(isIn(outboxMessages.dedupeKey, 'ids'))
    .prepare();
  // The key of a message that failed is given back: what is left of it is followed by "#".
  const underKey = db
    .select({ id: outboxMessages.id })
    .from(outboxMessages)
    .where(
      sql`${outboxMessages.dedupeKey} = ${given('key')} or (${outboxMessages.dedupeKey} > ${given('key')} || '#'
        and ${outboxMessages.dedupeKey} < ${given('key')} || '$')`,
    )
    .limit(1)
    .prepare();

  const deliveries = ({ agencyId, since, state }: DeliveryFilter, limit: number): OutboxMessage[] => {
    const values = { agencyId, since: since ?? Number.MIN_SAFE_INTEGER, state: state ?? null, limit };
    const newest = (one: OutboxMessage, other: OutboxMessage): number =>
      other.createdAt - one.createdAt || (other.id < one.id ? -1 : 1);
    return [...settled.all(values), ...owed.all(values)].sort(newest).slice(0, limit);
  };

  return {
    deliveries,
    outboxMessages: (ids: readonly string[]): OutboxMessage[] => inOrderOf(ids, rowsOf(byIds, ids)),
    owedAbout: (assignmentIds: readonly string[]): OutboxMessage[] =>
      owedAbout.all({ ids: idList(assignmentIds) }),
    keysInUse: (dedupeKeys: readonly string[]): ReadonlySet<string> =>
      new Set(rowsOf(keys, dedupeKeys).map(({ key }) => key)),
    hasBeenOwed: (dedupeKey: string): boolean => underKey.get({ key: dedupeKey }) !== undefined,
  };
};
