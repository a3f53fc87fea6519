// What is due in one chat at one time is one message, with what has been waiting there since earlier.
import type { ChatAddress } from '../../domain/chat.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import type { Reminder } from '../../domain/reminder.ts';
import type { ApplicationContext } from '../context.ts';
import { auditEvent } from '../context.ts';
import type { Plan, Update } from '../plan.ts';
import { settle } from '../reminding/reminders.ts';

/** The reminders that become one message in one chat. */
export interface Bundle {
  readonly chat: ChatAddress;
  readonly reminders: Bundled[];
}

interface Bundled {
  readonly reminder: Reminder;
  readonly view: AssignmentView;
}

/** A chat, or a topic of it, as the key of a map. */
export const placeOf = ({ chatId, threadId }: ChatAddress): string => `${chatId}/${threadId ?? ''}`;

export const addTo = (bundles: Map<string, Bundle>, chat: ChatAddress, bundled: Bundled): void => {
  const bundle = bundles.get(placeOf(chat));
  if (bundle) bundle.reminders.push(bundled);
  else bundles.set(placeOf(chat), { chat, reminders: [bundled] });
};

interface Joined extends Pick<Plan, 'audit'> {
  readonly changes: readonly Update[];
  /** By place, what the messages that are taken back would have said and still is to be said. */
  readonly reminders: ReadonlyMap<string, readonly Reminder[]>;
}

/**
 * Takes back the reminders that could not be sent yet, as while Telegram was away for days, so that the message of today
 * says it all: a chat gets one message, not one for each morning missed.
 * @param due assignments that are reminded of today, or deliberately are not: earlier rungs of theirs say nothing more
 */
export const joinWaiting = async (
  app: ApplicationContext,
  bundles: readonly Bundle[],
  due: ReadonlySet<string>,
): Promise<Joined> => {
  const places = new Set(bundles.map(({ chat }) => placeOf(chat)));
  const chatIds = [...new Set(bundles.map(({ chat }) => chat.chatId))];
  const waiting = (await app.store.waitingReminderMessages(chatIds)).filter((message) =>
    places.has(placeOf(message)),
  );
  // All of them at once: after an outage every chat has one, and the messages of the day wait for this.
  const said = await remindersOf(app, waiting);
  const audit = await auditOf(app, waiting, said);
  const left = new Map<string, Reminder[]>();
  for (const message of waiting) {
    const place = placeOf(message);
    for (const reminder of said.get(message.id) ?? []) {
      if (due.has(reminder.assignmentId)) continue;
      // Of two rungs of one assignment the later one holds.
      const others = (left.get(place) ?? []).filter(
        ({ assignmentId }) => assignmentId !== reminder.assignmentId,
      );
      left.set(place, [...others, reminder]);
    }
  }
  return { changes: waiting.map(drop), audit, reminders: left };
};

/**
 * Makes a reminder that could not be sent part of the newer one that waits in the same chat by now: it was being tried
 * when that one was made, so that {@link joinWaiting} could not take it back. Null where none waits.
 */
export const joinNewer = async (app: ApplicationContext, message: OutboxMessage): Promise<Plan | null> => {
  if (message.request.kind !== 'reminder' || message.attempts === 0 || message.progress !== null) return null;
  const waiting = await app.store.waitingReminderMessages([message.chatId]);
  const newer = waiting.findLast(
    (other) => placeOf(other) === placeOf(message) && other.createdAt > message.createdAt,
  );
  if (newer?.request.kind !== 'reminder') return null;
  const reminders = await remindersOf(app, [message, newer]);
  const said = reminders.get(newer.id) ?? [];
  const assignmentIds = new Set(said.map(({ assignmentId }) => assignmentId));
  const more = (reminders.get(message.id) ?? []).filter(
    ({ assignmentId }) => !assignmentIds.has(assignmentId),
  );
  const reminderIds = [...more, ...said].map(({ id }) => id);
  return {
    changes: [
      drop(message),
      {
        op: 'update',
        entity: 'outboxMessage',
        id: newer.id,
        expectedVersion: newer.version,
        set: { request: { kind: 'reminder', reminderIds } },
      },
      ...more.map((reminder) => settle(reminder, 'queued', null, newer.id)),
    ],
    outbox: [],
    audit: await auditOf(app, [message], reminders),
  };
};

const JOINED = 'said in a later message';

const drop = ({ id, version: expectedVersion }: OutboxMessage): Update => ({
  op: 'update',
  entity: 'outboxMessage',
  id,
  expectedVersion,
  set: { state: 'dropped', leaseUntil: null, reason: JOINED },
});

/** A line in the record of each task that the dropped messages spoke of. */
const auditOf = async (
  app: ApplicationContext,
  dropped: readonly OutboxMessage[],
  said: ReadonlyMap<string, readonly Reminder[]>,
): Promise<Plan['audit']> => {
  const ids = new Set([...said.values()].flat().map(({ assignmentId }) => assignmentId));
  const taskOf = new Map((await app.store.assignments([...ids])).map(({ id, taskId }) => [id, taskId]));
  return dropped.flatMap(({ id, request: { kind } }) => {
    const after = { outboxId: id, kind, reason: JOINED };
    return (said.get(id) ?? []).map(({ assignmentId }) =>
      auditEvent(app, {
        action: 'message_dropped',
        taskId: taskOf.get(assignmentId) ?? null,
        assignmentId,
        after,
      }),
    );
  });
};

/** The reminders that each message says, by its id. */
const remindersOf = async (
  app: ApplicationContext,
  messages: readonly OutboxMessage[],
): Promise<ReadonlyMap<string, readonly Reminder[]>> => {
  const idsOf = ({ request }: OutboxMessage): readonly string[] =>
    request.kind === 'reminder' ? request.reminderIds : [];
  const read = await app.store.reminders(messages.flatMap(idsOf));
  const byId = new Map(read.map((reminder) => [reminder.id, reminder]));
  return new Map(messages.map((message) => [message.id, idsOf(message).flatMap((id) => byId.get(id) ?? [])]));
};
