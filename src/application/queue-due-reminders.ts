import { isAtRest } from '../domain/assignment.ts';
import type { ChatAddress } from '../domain/chat.ts';
import type { Instant } from '../domain/local-time.ts';
import { instantOf, localDateOf } from '../domain/local-time.ts';
import { nextOverdueRung } from '../domain/reminder-plan.ts';
import type { AssignmentView } from '../domain/notification.ts';
import type { OutboxMessage } from '../domain/outbox-message.ts';
import type { Reminder, ReminderReason } from '../domain/reminder.ts';
import type { ApplicationContext } from './context.ts';
import { auditEvent, owe, whenOffice } from './context.ts';
import { decideAndCommit } from './decide.ts';
import type { Decision } from './decide.ts';
import type { Insert, Update } from './plan.ts';
import { asReminder } from './reminders.ts';
import { chatOfUnit } from './unit-chat.ts';

/** More than any agency has due in one minute, even after weeks of downtime. */
const MOST_AT_ONCE = 20_000;

/**
 * Turns the reminders that are due at or before now into messages, one for each chat. Asked every minute; a minute
 * missed or asked twice changes nothing. Outside working hours, and before the day's hour of reminders, everything
 * waits. Several rungs of one assignment, as after a downtime, become the latest one.
 * @returns how many messages were queued
 */
export const queueDueReminders = (app: ApplicationContext): Promise<number> =>
  decideAndCommit(app, async (): Promise<Decision<number>> => {
    const now = app.clock.now();
    if (opensAt(app) > now) return { plan: null, outcome: 0 };
    const due = await app.store.dueReminders(now, MOST_AT_ONCE);
    if (due.length === 0) return { plan: null, outcome: 0 };

    const latest = new Map<string, Reminder>(due.map((reminder) => [reminder.assignmentId, reminder]));
    const views = new Map(
      (await app.store.assignmentViews([...latest.keys()])).map((view) => [view.assignment.id, view]),
    );
    const changes: (Insert | Update)[] = [];
    const bundles = new Map<string, { chat: ChatAddress; reminders: Reminder[] }>();
    const chats = new Map<string, ChatAddress | null>();

    for (const reminder of due) {
      const view = views.get(reminder.assignmentId);
      if (latest.get(reminder.assignmentId) !== reminder) {
        changes.push(settle(reminder, 'skipped', 'coalesced'));
      } else if (view === undefined || isAtRest(view.assignment.status)) {
        changes.push(settle(reminder, 'cancelled', 'no_longer_due'));
      } else {
        const chat = await chatOf(app, view, chats);
        if (chat === null) changes.push(settle(reminder, 'skipped', 'unit_has_no_chat'));
        else bundle(bundles, chat, reminder);
        if (reminder.rung === 'overdue' && app.settings.ladder.isDailyOnceOverdue) {
          changes.push(followUp(app, reminder));
        }
      }
    }

    const outbox: OutboxMessage[] = [];
    const audit = [];
    for (const { chat, reminders } of bundles.values()) {
      const message = owe(
        app,
        chat,
        { kind: 'reminder', reminderIds: reminders.map(({ id }) => id) },
        `reminder:${reminders[0]?.id ?? ''}`,
      );
      outbox.push(message);
      for (const reminder of reminders) {
        changes.push(settle(reminder, 'queued', null, message.id));
        audit.push(
          auditEvent(app, {
            action: 'reminder_queued',
            taskId: views.get(reminder.assignmentId)?.task.id ?? null,
            assignmentId: reminder.assignmentId,
            after: { rung: reminder.rung, outboxId: message.id },
          }),
        );
      }
    }
    return { plan: { changes, outbox, audit }, outcome: outbox.length };
  });

/** Not before the hour of reminders: what was missed yesterday is said together with what is due today. */
const opensAt = (app: ApplicationContext): Instant => {
  const opens = whenOffice(app);
  return Math.max(opens, instantOf(localDateOf(opens), app.settings.ladder.at));
};

const settle = (
  reminder: Reminder,
  state: Reminder['state'],
  reason: ReminderReason | null,
  outboxId: string | null = null,
): Update => ({
  op: 'update',
  entity: 'reminder',
  id: reminder.id,
  expectedVersion: reminder.version,
  set: { state, reason, outboxId },
});

const followUp = (app: ApplicationContext, reminder: Reminder): Insert => ({
  op: 'insert',
  entity: 'reminder',
  row: asReminder(
    app,
    reminder.assignmentId,
    nextOverdueRung(app.settings.ladder, app.calendar, app.clock.now()),
  ),
});

const chatOf = async (
  app: ApplicationContext,
  view: AssignmentView,
  known: Map<string, ChatAddress | null>,
): Promise<ChatAddress | null> => {
  const cached = known.get(view.unit.id);
  if (cached !== undefined) return cached;
  const chat = await chatOfUnit(app, view.unit);
  known.set(view.unit.id, chat);
  return chat;
};

const bundle = (
  bundles: Map<string, { chat: ChatAddress; reminders: Reminder[] }>,
  chat: ChatAddress,
  reminder: Reminder,
): void => {
  const key = `${chat.chatId}/${chat.threadId ?? ''}`;
  const bundled = bundles.get(key);
  if (bundled) bundled.reminders.push(reminder);
  else bundles.set(key, { chat, reminders: [reminder] });
};
