import type { ChatAddress } from '../../domain/chat.ts';
import type { NotificationRequest } from '../../domain/notification-request.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import { assignmentIdsOf } from './assignment-ids.ts';
import type { Unit } from '../../domain/unit.ts';
import type { ApplicationContext } from '../context.ts';
import { owe, whenOffice } from '../context.ts';
import type { Plan, Update } from '../plan.ts';
import { chatOfUnit } from '../chats/unit-chat.ts';

const GOES_TO_UNIT: ReadonlySet<NotificationRequest['kind']> = new Set([
  'task_assigned',
  'deadline_set',
  'reminder',
  'completion_decided',
  'extension_decided',
  'transfer_refused',
  'handed_over',
  'coordination_news',
  'save_undone',
  'task_cancelled',
  'task_restored',
  'waited_for',
]);

type Settled = Pick<OutboxMessage, 'attempts' | 'reason'>;

/**
 * Follows the units a claimed message is meant for, where they hear from the bot in another chat than when it was
 * queued: nothing about a unit is said in a chat that is no longer its own. Where the units of one bundle have gone
 * different ways, it is taken apart. Null where the message is where it belongs, or its units have no chat at all.
 * @param settled what the attempt that has just failed leaves on the message
 */
export const redirect = async (
  app: ApplicationContext,
  message: OutboxMessage,
  settled: Partial<Settled> = {},
): Promise<Pick<Plan, 'changes' | 'outbox'> | null> => {
  if (!GOES_TO_UNIT.has(message.request.kind)) return null;
  const groups = [...(await groupByChat(app, message)).values()];
  const stays = groups.find(({ chat }) => isSameChat(chat, message));
  if (groups.length === 0 || (stays && groups.length === 1)) return null;

  const first = stays ?? groups[0];
  const changes: Update[] = [];
  const outbox: OutboxMessage[] = [];
  for (const { chat, assignmentIds } of groups) {
    const request = await restrictedTo(app, message.request, assignmentIds);
    if (chat === first?.chat) {
      const { chatId, threadId } = chat;
      const set = {
        chatId,
        threadId,
        request,
        state: 'queued',
        leaseUntil: null,
        notBefore: whenOffice(app),
        decidedAt: app.clock.now(),
        // What has been said in another chat, or of other tasks, is no part of it.
        progress: null,
        ...settled,
      } as const;
      changes.push({
        op: 'update',
        entity: 'outboxMessage',
        id: message.id,
        expectedVersion: message.version,
        set,
      });
    } else {
      const key = `${message.dedupeKey}:${chat.chatId}/${chat.threadId ?? ''}`;
      // It stays as old as it is, so that it is still known when a later reminder has overtaken it.
      const { createdAt, priority } = message;
      outbox.push({ ...owe(app, chat, request, key, whenOffice(app), priority), createdAt });
    }
  }
  return { changes, outbox };
};

interface Group {
  readonly chat: ChatAddress;
  readonly assignmentIds: Set<string>;
}

const groupByChat = async (
  app: ApplicationContext,
  message: OutboxMessage,
): Promise<ReadonlyMap<string, Group>> => {
  const groups = new Map<string, Group>();
  const lost = new Set((await app.store.unreachableChats(app.agencyId)).map(({ chatId }) => chatId));
  for (const view of await app.store.assignmentViews(await assignmentIdsOf(app, message.request))) {
    const chat = (await placeOf(app, view.unit, lost)) ?? message;
    const key = `${chat.chatId}/${chat.threadId ?? ''}`;
    const group = groups.get(key) ?? { chat, assignmentIds: new Set() };
    group.assignmentIds.add(view.assignment.id);
    groups.set(key, group);
  }
  return groups;
};

/** Where a unit can be told something; null where its chat and its head are lost. */
const placeOf = async (
  app: ApplicationContext,
  unit: Unit,
  lost: ReadonlySet<number>,
): Promise<ChatAddress | null> => {
  const chat = await chatOfUnit(app, unit);
  return chat && !lost.has(chat.chatId) ? chat : null;
};

const restrictedTo = async (
  app: ApplicationContext,
  request: NotificationRequest,
  assignmentIds: ReadonlySet<string>,
): Promise<NotificationRequest> => {
  if (request.kind === 'coordination_news')
    return { ...request, parts: request.parts.filter(({ assignmentId }) => assignmentIds.has(assignmentId)) };
  if (request.kind !== 'reminder') return request;
  const reminders = await app.store.reminders(request.reminderIds);
  return {
    kind: 'reminder',
    reminderIds: reminders.filter((reminder) => assignmentIds.has(reminder.assignmentId)).map(({ id }) => id),
  };
};

const isSameChat = (one: ChatAddress, other: ChatAddress): boolean =>
  one.chatId === other.chatId && one.threadId === other.threadId;
