import type { ChatAddress, UnreachableChat } from '../../domain/chat.ts';
import type { Instant } from '../../domain/local-time.ts';
import { localDateOf } from '../../domain/local-time.ts';
import type { Member } from '../../domain/member.ts';
import type { NotificationRequest } from '../../domain/notification-request.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import { PRIORITY } from '../../domain/outbox-message.ts';
import { isForStranger } from '../../domain/people-news.ts';
import type { ApplicationContext } from '../context.ts';
import { owe, whenOffice } from '../context.ts';
import { decideAndCommit } from '../decide.ts';
import type { Clock } from '../ports/clock.ts';
import type { Plan } from '../plan.ts';
import { chatsOfRole } from '../chats/unit-chat.ts';
import type { ClockCheck } from './clock-check.ts';

/** The secretaries learn of each loss of a chat once, however many messages it has cost. @param since when it was lost */
export const lossNotices = (
  app: ApplicationContext,
  message: OutboxMessage,
  since: Instant,
): Promise<Plan['outbox']> => failures(app, message, keyOfLoss({ chatId: message.chatId, since }));

/** The secretaries learn once a day and chat that messages to it come to nothing for other reasons. */
export const failureNotices = (app: ApplicationContext, message: OutboxMessage): Promise<Plan['outbox']> =>
  failures(app, message, `delivery_failed:${message.chatId}:${localDateOf(whenOffice(app))}`);

/** The same as {@link lossNotices} where no message has failed; of what was told already, nothing. */
export const untoldLoss = async (app: ApplicationContext, lost: UnreachableChat): Promise<Plan['outbox']> => {
  const notices = await toWhoeverHears(
    app,
    lost.chatId,
    { kind: 'chat_lost', chatId: lost.chatId },
    keyOfLoss(lost),
  );
  const told = await Promise.all(notices.map(({ dedupeKey }) => app.store.hasBeenOwed(dedupeKey)));
  // One who has been told is enough: the others may have come later.
  return told.includes(true) ? [] : notices;
};

const keyOfLoss = ({ chatId, since }: Pick<UnreachableChat, 'chatId' | 'since'>): string =>
  `unreachable:${chatId}:${since}`;

const failures = (app: ApplicationContext, message: OutboxMessage, key: string): Promise<Plan['outbox']> =>
  message.request.kind === 'delivery_failed' || isForStranger(message.request)
    ? Promise.resolve([])
    : toWhoeverHears(app, message.chatId, { kind: 'delivery_failed', outboxId: message.id }, key);

/**
 * To whoever of the secretaries can be reached, else to the administrators; never about their own chat, which would go
 * round in circles.
 */
const toWhoeverHears = async (
  app: ApplicationContext,
  aboutChat: number,
  request: NotificationRequest,
  key: string,
): Promise<Plan['outbox']> => {
  const secretaries = await thoseWhoHear(app, 'secretary', aboutChat);
  const chats = secretaries.length > 0 ? secretaries : await thoseWhoHear(app, 'admin', aboutChat);
  return chats.map((chat) => owe(app, chat, request, `${key}:${chat.chatId}`, whenOffice(app)));
};

const thoseWhoHear = async (
  app: ApplicationContext,
  role: Member['role'],
  aboutChat: number | null,
): Promise<readonly ChatAddress[]> => {
  const lost = new Set((await app.store.unreachableChats(app.agencyId)).map(({ chatId }) => chatId));
  return (await chatsOfRole(app, role)).filter(({ chatId }) => chatId !== aboutChat && !lost.has(chatId));
};

/**
 * The administrators, else the secretaries, learn once a day that there is no backup; in working hours only, when it has
 * been tried again since the night.
 * @param why one Vietnamese sentence
 */
export const tellOfFailedBackup = (app: ApplicationContext, why: string): Promise<void> =>
  decideAndCommit(app, async () => {
    const now = app.clock.now();
    if (whenOffice(app) > now) return { plan: null, outcome: undefined };
    const day = localDateOf(now);
    const outbox = (await thoseWhoTend(app)).map((chat) =>
      owe(app, chat, { kind: 'backup_failed', day, why }, `backup_failed:${day}:${chat.chatId}`),
    );
    return { plan: { changes: [], outbox, audit: [] }, outcome: undefined };
  });

/**
 * The same learn once a day that the machine's clock is wrong, and what is held because of that; in the working hours of
 * Telegram's clock, and at once, while reminders wait.
 */
export const tellOfWrongClock = (
  app: ApplicationContext,
  { state, aheadMs }: Pick<ClockCheck, 'state' | 'aheadMs'>,
): Promise<void> =>
  decideAndCommit(app, async () => {
    const now = app.clock.now() - aheadMs;
    const clock: Clock = { now: () => now, waitUntil: () => Promise.resolve() };
    if (state === 'right' || whenOffice({ ...app, clock }) > now) return { plan: null, outcome: undefined };
    const request = { kind: 'clock_wrong', aheadMs, isHolding: state === 'far' } as const;
    const key = `clock_wrong:${state}:${localDateOf(now)}`;
    const owed = (await thoseWhoTend(app)).map((chat) =>
      owe(app, chat, request, `${key}:${chat.chatId}`, app.clock.now(), PRIORITY.answer),
    );
    const known = await app.store.keysInUse(owed.map(({ dedupeKey }) => dedupeKey));
    const outbox = owed.filter(({ dedupeKey }) => !known.has(dedupeKey));
    if (outbox.length === 0) return { plan: null, outcome: undefined };
    return { plan: { changes: [], outbox, audit: [] }, outcome: undefined };
  });

/** The administrators, else the secretaries. */
const thoseWhoTend = async (app: ApplicationContext): Promise<readonly ChatAddress[]> => {
  const admins = await thoseWhoHear(app, 'admin', null);
  return admins.length > 0 ? admins : thoseWhoHear(app, 'secretary', null);
};
