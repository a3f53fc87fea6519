import type { AuditAction, AuditEvent } from '../domain/audit-event.ts';
import type { BotMessage, MessageSubject } from '../domain/chat.ts';
import type { Instant } from '../domain/local-time.ts';
import { localDateOf } from '../domain/local-time.ts';
import type { Notification, NotificationRequest } from '../domain/notification.ts';
import type { OutboxMessage } from '../domain/outbox-message.ts';
import { announcedFrom } from './announcement.ts';
import { loseChat, moveChat } from './bind-chat.ts';
import { assignmentIdsOf, composeNotification } from './compose-notification.ts';
import type { ApplicationContext } from './context.ts';
import { auditEvent, owe, whenOffice } from './context.ts';
import { decideAndCommit } from './decide.ts';
import { cardsOf } from './draft-items.ts';
import type { Decision } from './decide.ts';
import type { Plan } from './plan.ts';
import { DeliveryError } from './ports.ts';
import type { Messenger, SentMessage } from './ports.ts';
import { redirect } from './redirect.ts';
import { chatsOfRole } from './unit-chat.ts';

/** How long a message being sent belongs to the worker that took it; longer than any request to Telegram lasts. */
export const LEASE_MS = 120_000;
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 300_000;

/** What became of one message. `quietUntil`: Telegram wants nothing more in this chat before then. */
export interface DeliveryResult {
  readonly kind: 'sent' | 'dropped' | 'failed' | 'postponed';
  readonly quietUntil: Instant | null;
}

/**
 * Sends one claimed message: looks whether it is still true, whether it may be said at this hour and in this chat, says
 * it, and settles it. What Telegram refuses is settled as failed and the secretaries are told; when it asks to wait,
 * exactly that long is waited; when the network fails, it is tried again, later and later.
 * @param quietUntil until when Telegram wants nothing in this chat; the message is then put off without being tried
 */
export const deliver = async (
  app: ApplicationContext,
  messenger: Messenger,
  message: OutboxMessage,
  quietUntil: Instant = 0,
): Promise<DeliveryResult> => {
  const composed = await composeNotification(app, message);
  if ('drop' in composed) {
    const dropped = { state: 'dropped', leaseUntil: null, reason: composed.drop } as const;
    await settle(app, message, dropped, 'message_dropped');
    return { kind: 'dropped', quietUntil: null };
  }
  const opens = Math.max(opensFor(app, composed.say), quietUntil);
  if (opens > app.clock.now()) {
    await settle(app, message, { state: 'queued', notBefore: opens, leaseUntil: null });
    return { kind: 'postponed', quietUntil: null };
  }
  const elsewhere = await redirect(app, message);
  if (elsewhere) {
    await decideAndCommit(app, () =>
      Promise.resolve({ plan: { ...elsewhere, audit: [] }, outcome: undefined }),
    );
    return { kind: 'postponed', quietUntil: null };
  }
  let sent: SentMessage;
  try {
    sent = await messenger.send({ chatId: message.chatId, threadId: message.threadId }, composed.say);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    return error.kind === 'refused' ? settleRefused(app, message, error) : postpone(app, message, error);
  }
  if (sent.migratedTo !== null) await moveChat(app, message.chatId, sent.migratedTo);
  await settleSent(app, message, sent);
  return { kind: 'sent', quietUntil: null };
};

/** From when on something may be said: an answer at any hour, everything else in working hours, also where it was held up until the night. */
const opensFor = (app: ApplicationContext, notification: Notification): Instant => {
  switch (notification.kind) {
    case 'draft_summary':
    case 'draft_card':
      return app.clock.now();
    case 'task_assigned':
      return announcedFrom(app, notification.view.assignment.overdueFrom);
    default:
      return whenOffice(app);
  }
};

const settleSent = async (
  app: ApplicationContext,
  message: OutboxMessage,
  sent: SentMessage,
): Promise<void> => {
  const chatId = sent.migratedTo ?? message.chatId;
  const row: BotMessage = {
    id: app.ids.next(),
    agencyId: app.agencyId,
    chatId,
    threadId: message.threadId,
    messageId: sent.messageId,
    subject: await subjectOf(app, message.request),
    sentAt: app.clock.now(),
    outboxId: message.id,
  };
  await settle(
    app,
    message,
    { state: 'sent', sentAt: app.clock.now(), messageId: sent.messageId, leaseUntil: null, chatId },
    'message_sent',
    { changes: [{ op: 'insert', entity: 'botMessage', row }], outbox: await whatFollows(app, message) },
  );
};

/** The cards of a draft come after its summary. */
const whatFollows = async (app: ApplicationContext, { request }: OutboxMessage): Promise<Plan['outbox']> => {
  if (request.kind !== 'draft_summary') return [];
  const draft = await app.store.draft(request.draftId);
  return draft?.revision === request.revision ? cardsOf(app, draft) : [];
};

const postpone = async (
  app: ApplicationContext,
  message: OutboxMessage,
  error: DeliveryError,
): Promise<DeliveryResult> => {
  const attempts = message.attempts + 1;
  const delay = error.kind === 'wait' ? (error.retryAfterMs ?? FIRST_RETRY_MS) : backoff(attempts);
  const notBefore = app.clock.now() + delay;
  const { message: reason } = error;
  await settle(app, message, { state: 'queued', attempts, notBefore, leaseUntil: null, reason });
  return { kind: 'postponed', quietUntil: error.kind === 'wait' ? notBefore : null };
};

const settleRefused = async (
  app: ApplicationContext,
  message: OutboxMessage,
  error: DeliveryError,
): Promise<DeliveryResult> => {
  const settled = { attempts: message.attempts + 1, reason: error.message };
  const notices = await failureNotices(app, message);
  if (error.isUnreachable) {
    await loseChat(app, message.chatId);
    const elsewhere = await redirect(app, message, settled);
    if (elsewhere) {
      const plan = { ...elsewhere, outbox: [...elsewhere.outbox, ...notices], audit: [] };
      await decideAndCommit(app, () => Promise.resolve({ plan, outcome: undefined }));
      return { kind: 'postponed', quietUntil: null };
    }
  }
  // What was never said may be owed again, as when the unit gets another chat: the key is given back.
  const dedupeKey = `${message.dedupeKey}#${message.id}`;
  const failed = { ...settled, state: 'failed', leaseUntil: null, dedupeKey } as const;
  await settle(app, message, failed, 'message_failed', { outbox: notices });
  return { kind: 'failed', quietUntil: null };
};

/** 5 s, 10 s, 20 s … 5 min. */
const backoff = (attempts: number): number =>
  Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempts - 1));

/** The secretaries learn once a day and chat that it cannot be written to; never about their own chat, which would go round in circles. */
const failureNotices = async (app: ApplicationContext, message: OutboxMessage): Promise<Plan['outbox']> => {
  if (message.request.kind === 'delivery_failed') return [];
  const chats = await chatsOfRole(app, 'secretary');
  const at = whenOffice(app);
  return chats
    .filter((chat) => chat.chatId !== message.chatId)
    .map((chat) =>
      owe(
        app,
        chat,
        { kind: 'delivery_failed', outboxId: message.id },
        `delivery_failed:${message.chatId}:${localDateOf(at)}:${chat.chatId}`,
        at,
      ),
    );
};

const settle = (
  app: ApplicationContext,
  message: OutboxMessage,
  set: Partial<Omit<OutboxMessage, 'id' | 'agencyId' | 'version'>>,
  action?: AuditAction,
  also: { changes?: Plan['changes']; outbox?: Plan['outbox'] } = {},
): Promise<void> =>
  decideAndCommit(app, async (): Promise<Decision<void>> => {
    const { id, version, request } = message;
    const audit = action
      ? (await concerned(app, request)).map((concern) =>
          auditEvent(app, {
            ...concern,
            action,
            after: { outboxId: id, kind: request.kind, reason: set.reason ?? null },
          }),
        )
      : [];
    const update = { op: 'update', entity: 'outboxMessage', id, expectedVersion: version, set } as const;
    return {
      plan: { changes: [update, ...(also.changes ?? [])], outbox: also.outbox ?? [], audit },
      outcome: undefined,
    };
  });

/** What a message was about, for the record: each task of a bundle has its own line. */
const concerned = async (
  app: ApplicationContext,
  request: NotificationRequest,
): Promise<readonly Pick<AuditEvent, 'taskId' | 'assignmentId'>[]> => {
  const views = await app.store.assignmentViews(await assignmentIdsOf(app, request));
  if (views.length === 0) return [{ taskId: null, assignmentId: null }];
  return views.map(({ task, assignment }) => ({ taskId: task.id, assignmentId: assignment.id }));
};

const subjectOf = async (app: ApplicationContext, request: NotificationRequest): Promise<MessageSubject> => {
  switch (request.kind) {
    case 'draft_summary':
      return { kind: 'draft', draftId: request.draftId, index: null };
    case 'draft_card':
      return { kind: 'draft', draftId: request.draftId, index: request.index };
    case 'extension_requested':
      return { kind: 'extension', requestId: request.requestId };
    default:
      return { kind: 'assignments', assignmentIds: await assignmentIdsOf(app, request) };
  }
};

/** Keeps what a direct answer was about, so that a reply to it can be read. */
export const rememberMessage = (
  app: ApplicationContext,
  sent: { readonly chatId: number; readonly threadId: number | null; readonly messageId: number },
  subject: MessageSubject,
): Promise<void> =>
  app.store.commit({
    changes: [
      {
        op: 'insert',
        entity: 'botMessage',
        row: {
          id: app.ids.next(),
          agencyId: app.agencyId,
          chatId: sent.chatId,
          threadId: sent.threadId,
          messageId: sent.messageId,
          subject,
          sentAt: app.clock.now(),
          outboxId: null,
        },
      },
    ],
    outbox: [],
    audit: [],
  });
