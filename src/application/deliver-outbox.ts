import type { AuditAction } from '../domain/audit-event.ts';
import type { BotMessage, MessageSubject } from '../domain/chat.ts';
import type { Instant } from '../domain/local-time.ts';
import type { NotificationRequest } from '../domain/notification.ts';
import type { OutboxMessage } from '../domain/outbox-message.ts';
import { loseChat, moveChat } from './bind-chat.ts';
import { assignmentIdsOf, composeNotification } from './compose-notification.ts';
import type { ApplicationContext } from './context.ts';
import { auditEvent, owe, whenOffice } from './context.ts';
import { decideAndCommit } from './decide.ts';
import type { Decision } from './decide.ts';
import type { Plan } from './plan.ts';
import { DeliveryError } from './ports.ts';
import type { Messenger, SentMessage } from './ports.ts';
import { chatsOfRole } from './unit-chat.ts';

/** How long a message being sent belongs to the worker that took it; longer than any request to Telegram lasts. */
export const LEASE_MS = 120_000;
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 300_000;

/** What became of one message. */
export type DeliveryResult = 'sent' | 'dropped' | 'failed' | 'postponed';

/**
 * Sends one claimed message: looks whether it is still true, says it, and settles it. What Telegram refuses is settled
 * as failed and the secretaries are told; when it asks to wait, exactly that long is waited; when the network fails, it
 * is tried again, later and later.
 */
export const deliver = async (
  app: ApplicationContext,
  messenger: Messenger,
  message: OutboxMessage,
): Promise<DeliveryResult> => {
  const composed = await composeNotification(app, message);
  if ('drop' in composed) {
    await settle(
      app,
      message,
      { state: 'dropped', leaseUntil: null, reason: composed.drop },
      'message_dropped',
    );
    return 'dropped';
  }
  let sent: SentMessage;
  try {
    sent = await messenger.send({ chatId: message.chatId, threadId: message.threadId }, composed.say);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    return settleFailure(app, message, error);
  }
  if (sent.migratedTo !== null) await moveChat(app, message.chatId, sent.migratedTo);
  await settleSent(app, message, sent);
  return 'sent';
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
    { changes: [{ op: 'insert', entity: 'botMessage', row }] },
  );
};

const settleFailure = async (
  app: ApplicationContext,
  message: OutboxMessage,
  error: DeliveryError,
): Promise<DeliveryResult> => {
  const attempts = message.attempts + 1;
  if (error.kind !== 'refused') {
    const notBefore =
      app.clock.now() + (error.kind === 'wait' ? (error.retryAfterMs ?? FIRST_RETRY_MS) : backoff(attempts));
    await settle(app, message, {
      state: 'queued',
      attempts,
      notBefore,
      leaseUntil: null,
      reason: error.message,
    });
    return 'postponed';
  }
  const failed = { state: 'failed', attempts, leaseUntil: null, reason: error.message } as const;
  await settle(app, message, failed, 'message_failed', { outbox: await failureNotices(app, message) });
  if (error.isUnreachable) await loseChat(app, message.chatId);
  return 'failed';
};

/** 5 s, 10 s, 20 s … 5 min. */
const backoff = (attempts: number): number =>
  Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempts - 1));

/** The secretaries learn once a day and chat that it cannot be written to; never about their own chat, which would go round in circles. */
const failureNotices = async (app: ApplicationContext, message: OutboxMessage): Promise<Plan['outbox']> => {
  if (message.request.kind === 'delivery_failed') return [];
  const chats = await chatsOfRole(app, 'secretary');
  const at: Instant = whenOffice(app);
  return chats
    .filter((chat) => chat.chatId !== message.chatId)
    .map((chat) =>
      owe(
        app,
        chat,
        { kind: 'delivery_failed', outboxId: message.id },
        `delivery_failed:${message.chatId}:${at}:${chat.chatId}`,
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
    const [assignmentId] = action ? await assignmentIdsOf(app, message.request) : [];
    const assignment = assignmentId === undefined ? null : await app.store.assignment(assignmentId);
    return {
      plan: {
        changes: [
          { op: 'update', entity: 'outboxMessage', id: message.id, expectedVersion: message.version, set },
          ...(also.changes ?? []),
        ],
        outbox: also.outbox ?? [],
        audit: action
          ? [
              auditEvent(app, {
                action,
                taskId: assignment?.taskId ?? null,
                assignmentId: assignment?.id ?? null,
                after: { outboxId: message.id, kind: message.request.kind, reason: set.reason ?? null },
              }),
            ]
          : [],
      },
      outcome: undefined,
    };
  });

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
