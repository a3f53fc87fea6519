import { createHash } from 'node:crypto';
import type { ChatAddress } from '../../domain/chat.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { DeliveryProgress, OutboxMessage } from '../../domain/outbox-message.ts';
import { PRIORITY } from '../../domain/outbox-message.ts';
import { isForStranger } from '../../domain/people-news.ts';
import { keyAfterFailure, leaveTopic, loseChat, moveChat } from '../chats/chat-changes.ts';
import { composeNotification } from '../composing/compose-notification.ts';
import type { ApplicationContext } from '../context.ts';
import { failureNotices, lossNotices } from './delivery-notices.ts';
import { joinNewer } from './join-waiting.ts';
import type { Plan } from '../plan.ts';
import { StaleError } from '../plan.ts';
import { DeliveryError } from '../ports/messenger.ts';
import type { Messenger, PreparedMessage, SentMessage } from '../ports/messenger.ts';
import { redirect } from './redirect.ts';
import { mayBeSaidFrom, mayGoOnFrom } from './sending-time.ts';
import type { Place } from './send-gate.ts';
import { commit, remembrance, settle, whatFollows } from './settle-outbox.ts';

/** How long a message being sent belongs to the worker that took it; longer than any request to Telegram lasts. */
export const LEASE_MS = 120_000;
/** What a message that cannot be sent as it is gets: a defect of ours may be mended, a refusal be a whim. */
const MOST_TRIES = 4;
const PAUSE_AFTER_DEFECT_MS = 60_000;
const LONGEST_REASON = 200;

/** What became of one message; `postponed`: it is owed as before. `defect`: what went wrong in the program itself. */
export interface DeliveryResult {
  readonly kind: 'sent' | 'dropped' | 'failed' | 'postponed';
  readonly defect?: unknown;
}

/** The message is in the chat, but that could not be written down: it must not be sent again, only {@link settle}d. */
export class NotSettledError extends Error {
  override readonly name = 'NotSettledError';
  /** Writes it down. @throws what the database throws */
  readonly settle: () => Promise<void>;

  constructor(settle: () => Promise<void>, cause: unknown) {
    super('A message was sent, but this could not be written down', { cause });
    this.settle = settle;
  }
}

/**
 * Sends one claimed message: looks whether it is still true, whether it may be said at this hour and in this chat, says
 * it, and settles it. Of a message that takes several, one is sent at a time; the rest stays owed. What Telegram refuses
 * goes to whoever hears for the unit otherwise, or is settled as failed, and the secretaries are told; when it asks to
 * wait, exactly that long is waited; when the network fails, it is tried again, later and later.
 * @throws NotSettledError
 */
export const deliver = async (
  app: ApplicationContext,
  messenger: Messenger,
  message: OutboxMessage,
  place: Place,
): Promise<DeliveryResult> => {
  let next: Next;
  try {
    next = await prepare(app, messenger, message);
  } catch (error) {
    return { ...(await stumble(app, message, reasonOf(error))), defect: error };
  }
  if ('drop' in next) return drop(app, message, next.drop);
  if (next.opens > app.clock.now()) {
    await settle(app, message, { state: 'queued', notBefore: next.opens, leaseUntil: null });
    return { kind: 'postponed' };
  }
  const elsewhere = await redirect(app, message);
  if (elsewhere) {
    await commit(app, elsewhere);
    return { kind: 'postponed' };
  }
  const newer = await joinNewer(app, message);
  if (newer) {
    await app.store.commit(newer);
    return { kind: 'dropped' };
  }
  if (await isOfNoMember(app, message)) return drop(app, message, 'the person is no longer a member');
  const [lost] = (await app.store.unreachableChats(app.agencyId)).filter(
    ({ chatId }) => chatId === message.chatId,
  );
  if (lost) return fail(app, message, lost.reason, await lossNotices(app, message, lost.since));
  const { part } = next;
  if (part === null) return settleSent(app, message, null, null);
  let sent: SentMessage;
  try {
    sent = await place.through(() => part.send({ chatId: message.chatId, threadId: message.threadId }));
  } catch (error) {
    if (!(error instanceof DeliveryError))
      return { ...(await stumble(app, message, reasonOf(error))), defect: error };
    const { movedTo } = error;
    if (movedTo) await followChat(app, message, movedTo);
    const moved = movedTo ? { ...message, ...movedTo } : message;
    return error.kind === 'refused' ? settleRefused(app, moved, error) : postpone(app, moved, error, place);
  }
  if (sent.chatId !== message.chatId) place.wentTo(sent.chatId);
  return settleSent(app, message, sent, next.progress);
};

const drop = async (
  app: ApplicationContext,
  message: OutboxMessage,
  reason: string,
): Promise<DeliveryResult> => {
  await settle(app, message, { state: 'dropped', leaseUntil: null, reason }, 'message_dropped');
  return { kind: 'dropped' };
};

/** Whoever has left the agency, while a message waited for them, is told nothing more. Chats with people have ids above 0. */
const isOfNoMember = async (
  { store, agencyId }: ApplicationContext,
  { chatId, request }: OutboxMessage,
): Promise<boolean> =>
  !isForStranger(request) &&
  chatId > 0 &&
  !(await store.members(agencyId)).some(({ telegramId }) => telegramId === chatId);

type Next =
  | { readonly drop: string }
  | {
      readonly opens: Instant;
      /** What is to be sent now; null where nothing is left. */
      readonly part: PreparedMessage | null;
      /** How far the message has come then; null where that is all of it. */
      readonly progress: DeliveryProgress | null;
    };

const prepare = async (
  app: ApplicationContext,
  messenger: Messenger,
  message: OutboxMessage,
): Promise<Next> => {
  const composed = await composeNotification(app, message);
  if ('drop' in composed) return composed;
  const parts = messenger.prepare(composed.say);
  if (parts.length === 0) throw new Error(`A ${composed.say.kind} has no text`);
  const done = partsDone(parts, message.progress);
  const sent = done + 1;
  return {
    opens: done > 0 ? mayGoOnFrom(app, composed.say) : mayBeSaidFrom(app, composed.say),
    part: parts[done] ?? null,
    progress: sent < parts.length ? { parts: sent, digest: digestOf(parts, sent) } : null,
  };
};

/** How much of it is in the chat already. Where that would read otherwise by now, all of it is said anew. */
const partsDone = (parts: readonly PreparedMessage[], progress: DeliveryProgress | null): number =>
  progress !== null && digestOf(parts, progress.parts) === progress.digest ? progress.parts : 0;

const digestOf = (parts: readonly PreparedMessage[], count: number): string =>
  createHash('sha256')
    .update(JSON.stringify(parts.slice(0, count).map(({ text }) => text)))
    .digest('base64url');

/** @param sent null where all of it was in the chat before */
const settleSent = async (
  app: ApplicationContext,
  message: OutboxMessage,
  sent: SentMessage | null,
  progress: DeliveryProgress | null,
): Promise<DeliveryResult> => {
  const sentAt = app.clock.now();
  const settleAs = async ({ version }: Pick<OutboxMessage, 'version'>): Promise<void> => {
    const chatId = sent?.chatId ?? message.chatId;
    const threadId = sent ? sent.threadId : message.threadId;
    await followChat(app, message, { chatId, threadId });
    const remembered = sent ? [await remembrance(app, message, sent, sentAt)] : [];
    const also = { changes: remembered, outbox: progress ? [] : await whatFollows(app, message) };
    if (progress) {
      // What has been begun is ended before anything else is said in the chat.
      const rest = { priority: PRIORITY.answer, notBefore: sentAt, attempts: 0, progress } as const;
      const set = { state: 'queued', leaseUntil: null, chatId, threadId, ...rest } as const;
      await settle(app, { ...message, version }, set, undefined, also);
    } else {
      const messageId = sent?.messageId ?? null;
      const where = { chatId, threadId, messageId, sentAt } as const;
      // The reason stays: the word about the chat it was meant for may be on its way.
      const set = { state: 'sent', leaseUntil: null, progress, ...where } as const;
      await settle(app, { ...message, version }, set, 'message_sent', also);
    }
  };
  try {
    await settleAs(message);
  } catch (error) {
    if (error instanceof StaleError || sent === null) throw error;
    // Whoever has taken it for lost meanwhile is told that it is not.
    throw new NotSettledError(
      async () => settleAs((await app.store.outboxMessage(message.id)) ?? message),
      error,
    );
  }
  return { kind: progress ? 'postponed' : 'sent' };
};

/** Learns where a chat is, as Telegram has said when the message was sent. */
const followChat = async (
  app: ApplicationContext,
  from: ChatAddress,
  { chatId, threadId }: ChatAddress,
): Promise<void> => {
  if (chatId !== from.chatId) await moveChat(app, from.chatId, chatId);
  else if (threadId !== from.threadId) await leaveTopic(app, from);
};

const postpone = async (
  app: ApplicationContext,
  message: OutboxMessage,
  error: DeliveryError,
  place: Place,
): Promise<DeliveryResult> => {
  const isWait = error.kind === 'wait';
  // What Telegram wants to wait for is no failure of the message.
  const attempts = isWait ? message.attempts : message.attempts + 1;
  const delay = (isWait ? error.retryAfterMs : null) ?? place.pauseAfter(Math.max(1, attempts));
  const notBefore = app.clock.now() + delay;
  const { message: reason } = error;
  const { chatId, threadId } = message;
  const set = { state: 'queued', attempts, notBefore, leaseUntil: null, reason, chatId, threadId } as const;
  await settle(app, message, set);
  return { kind: 'postponed' };
};

const settleRefused = async (
  app: ApplicationContext,
  message: OutboxMessage,
  error: DeliveryError,
): Promise<DeliveryResult> => {
  const { message: reason } = error;
  if (!error.isUnreachable) return stumble(app, message, reason);
  const since = await loseChat(app, message.chatId, reason);
  const notices = await lossNotices(app, message, since);
  const elsewhere = await redirect(app, message, { attempts: message.attempts + 1, reason });
  if (!elsewhere) return fail(app, message, reason, notices);
  await commit(app, { ...elsewhere, outbox: [...elsewhere.outbox, ...notices] });
  return { kind: 'postponed' };
};

/** A message that cannot be sent as it is gets a few tries, and ends then: one must not be tried for ever. */
const stumble = async (
  app: ApplicationContext,
  message: OutboxMessage,
  reason: string,
): Promise<DeliveryResult> => {
  const attempts = message.attempts + 1;
  if (attempts >= MOST_TRIES) return fail(app, message, reason, await failureNotices(app, message));
  const notBefore = app.clock.now() + attempts * PAUSE_AFTER_DEFECT_MS;
  await settle(app, message, { state: 'queued', attempts, notBefore, leaseUntil: null, reason });
  return { kind: 'postponed' };
};

const fail = async (
  app: ApplicationContext,
  message: OutboxMessage,
  reason: string,
  notices: Plan['outbox'],
): Promise<DeliveryResult> => {
  const dedupeKey = keyAfterFailure(message);
  const attempts = message.attempts + 1;
  const failed = { state: 'failed', attempts, reason, leaseUntil: null, dedupeKey } as const;
  await settle(app, message, failed, 'message_failed', { outbox: notices });
  return { kind: 'failed' };
};

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, LONGEST_REASON);
