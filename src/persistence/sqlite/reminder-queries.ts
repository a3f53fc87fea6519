import type { Instant } from '../../domain/local-time.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import type { Reminder } from '../../domain/reminder.ts';
import type { Connection } from './connection.ts';
import { given, idList, inOrderOf, isIn, rowsOf } from './connection.ts';
import { and, asc, eq, getTableColumns, sql } from './drizzle.ts';
import { OWED, outboxMessages } from './schema/messages.ts';
import { PLANNED, reminders } from './schema/work.ts';

const { readyAt: _readyAt, ...outboxColumns } = getTableColumns(outboxMessages);

export const reminderQueries = ({ db }: Connection) => {
  const due = db
    .select()
    .from(reminders)
    .where(and(PLANNED, sql`${reminders.fireAt} <= ${given('now')}`))
    .orderBy(asc(reminders.fireAt), asc(reminders.id))
    .limit(given('limit'))
    .prepare();
  const planned = db
    .select()
    .from(reminders)
    .where(and(PLANNED, isIn(reminders.assignmentId, 'ids')))
    .orderBy(asc(reminders.fireAt), asc(reminders.id))
    .prepare();
  const ofAssignments = db
    .select()
    .from(reminders)
    .where(and(isIn(reminders.assignmentId, 'ids'), sql`${reminders.fireAt} >= ${given('from')}`))
    .orderBy(asc(reminders.fireAt), asc(reminders.id))
    .prepare();
  const byId = db.select().from(reminders).where(isIn(reminders.id, 'ids')).prepare();

  const waiting = db
    .select(outboxColumns)
    .from(outboxMessages)
    .where(
      and(
        OWED,
        sql`${outboxMessages.chatId} in (select value from json_each(${given('chatIds')}))`,
        eq(outboxMessages.state, 'queued'),
        sql`${outboxMessages.progress} is null`,
        sql`${outboxMessages.request} ->> 'kind' = 'reminder'`,
      ),
    )
    .orderBy(asc(outboxMessages.createdAt), asc(outboxMessages.id))
    .prepare();

  return {
    waitingReminderMessages: (chatIds: readonly number[]): OutboxMessage[] =>
      waiting.all({ chatIds: JSON.stringify(chatIds) }),
    dueReminders: (now: Instant, limit: number): Reminder[] => due.all({ now, limit }),
    plannedReminders: (assignmentIds: readonly string[]): Reminder[] => rowsOf(planned, assignmentIds),
    remindersFrom: (assignmentIds: readonly string[], from: Instant): Reminder[] =>
      ofAssignments.all({ ids: idList(assignmentIds), from }),
    reminders: (ids: readonly string[]): Reminder[] => inOrderOf(ids, rowsOf(byId, ids)),
  };
};
