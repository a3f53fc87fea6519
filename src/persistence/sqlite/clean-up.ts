import type { CleanUpMark, Rubbish } from '../../application/ports/task-store.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { Connection } from './connection.ts';

/** The rows looked at by one step, and which of them may go. The driver's own statements: no query of the store reads JSON this way. */
type Statement = (
  before: Instant,
  limit: number,
  from: Pick<CleanUpMark, 'at' | 'id'>,
) => readonly Candidate[];

interface Candidate {
  readonly at: Instant;
  readonly id: string;
  readonly isWanted: 0 | 1;
}

const OPEN = `status not in ('done', 'cancelled')`;

/** Sets of ids in the JSON of a request or subject, by the names under which they stand there. */
const isOpenAssignmentIn = (json: string): string => `(
  exists (select 1 from assignments where ${OPEN} and id in (
    ${json} ->> '$.assignmentId', ${json} ->> '$.prompt.assignmentId'))
  or exists (select 1 from json_each(${json}, '$.assignmentIds')
    join assignments on assignments.id = json_each.value where ${OPEN})
  or exists (select 1 from json_each(${json}, '$.reminderIds')
    join reminders on reminders.id = json_each.value
    join assignments on assignments.id = reminders.assignment_id where ${OPEN}))`;

const isOpenDraftIn = (json: string): string =>
  `exists (select 1 from drafts where state = 'open' and id in (${json} ->> '$.draftId', ${json} ->> '$.prompt.draftId'))`;

const REQUEST_IDS = ['$.requestId', '$.prompt.requestId'] as const;

/** A wish for more time, or to hand work over, that is still to be decided. */
const isPendingRequestIn = (json: string): string => {
  const ids = REQUEST_IDS.map((path) => `${json} ->> '${path}'`).join(', ');
  const pendingIn = (table: string): string =>
    `exists (select 1 from ${table} where state = 'pending' and id in (${ids}))`;
  return `(${pendingIn('extension_requests')} or ${pendingIn('transfer_requests')})`;
};

const isAboutSomethingOpen = (json: string): string =>
  `(${isOpenAssignmentIn(json)} or ${isOpenDraftIn(json)} or ${isPendingRequestIn(json)})`;

/** Makes the function that deletes what nobody will ask for again; see TaskStore.cleanUp. */
export const cleanUpQueries = ({ client }: Connection) => {
  const messages = client.prepare<[Instant, string, Instant, number], Candidate>(
    `select sent_at as at, id, ${isAboutSomethingOpen('bot_messages.subject')} as isWanted
     from bot_messages where (sent_at, id) > (?, ?) and sent_at < ? order by sent_at, id limit ?`,
  );
  const outbox = client.prepare<[Instant, string, Instant, number], Candidate>(
    `select created_at as at, id, (
       exists (select 1 from bot_messages where outbox_id = outbox_messages.id)
       or id in (select owed.request ->> '$.outboxId' from outbox_messages as owed
                 where owed.ready_at is not null and owed.request ->> '$.outboxId' is not null)
       or ${isAboutSomethingOpen('outbox_messages.request')}) as isWanted
     from outbox_messages
     where ready_at is null and (created_at, id) > (?, ?) and created_at < ? order by created_at, id limit ?`,
  );
  const deleteUpdates = client.prepare<[Instant, number]>(
    `delete from processed_updates where rowid in
       (select rowid from processed_updates where applied_at < ? limit ?)`,
  );
  const deleteHolds = client.prepare<[Instant]>('delete from sending_holds where until < ?');
  const deleteMessage = client.prepare<[string]>('delete from bot_messages where id = ?');
  const deleteOutbox = client.prepare<[string]>('delete from outbox_messages where id = ?');

  const sweep =
    (select: typeof messages, remove: typeof deleteMessage): Statement =>
    (before, limit, { at, id }) => {
      const rows = select.all(at, id, before, limit);
      for (const row of rows) if (row.isWanted === 0) remove.run(row.id);
      return rows;
    };
  const sweeps = { messages: sweep(messages, deleteMessage), outbox: sweep(outbox, deleteOutbox) };

  const step = (
    what: Rubbish,
    before: Instant,
    limit: number,
    from: CleanUpMark | null,
  ): CleanUpMark | null => {
    const { at, id, deleted } = from ?? { at: Number.MIN_SAFE_INTEGER, id: '', deleted: 0 };
    if (what === 'holds') {
      deleteHolds.run(before);
      return null;
    }
    if (what === 'updates') {
      const { changes } = deleteUpdates.run(before, limit);
      return changes === 0 ? null : { at, id, deleted: deleted + changes };
    }
    const rows = sweeps[what](before, limit, { at, id });
    const last = rows.at(-1);
    const gone = rows.filter(({ isWanted }) => isWanted === 0).length;
    return last === undefined ? null : { at: last.at, id: last.id, deleted: deleted + gone };
  };
  const transaction = client.transaction(step);
  return (what: Rubbish, before: Instant, limit: number, from: CleanUpMark | null): CleanUpMark | null =>
    transaction.immediate(what, before, limit, from);
};
