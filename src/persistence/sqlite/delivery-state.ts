import type { BotMessage, SendingHold, UnreachableChat, WaitingAnswer } from '../../domain/chat.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { Connection } from './connection.ts';
import { equals, given, withoutWaitingForDisk } from './connection.ts';
import { and, asc, eq, getTableColumns, sql } from './drizzle.ts';
import { remembering } from './remembering.ts';
import {
  botMessages,
  processedUpdates,
  sendingHolds,
  unreachableChats,
  waitingAnswers,
} from './schema/messages.ts';

/** Whose updates are applied, by what time. */
export interface BotIdentity {
  /** The bot's id in Telegram: the number before the colon of its token. */
  readonly botId: number;
  readonly now: () => Instant;
}

const EVERY_CHAT = 0;

/** What is known of the ways to Telegram: where it wants quiet, which chats are lost, what was sent of late. */
export const deliveryStateQueries = (connection: Connection, { botId, now }: BotIdentity) => {
  const { db } = connection;
  // Updates applied before the bot's id was kept are those of the bot that comes first.
  if (botId !== 0) {
    db.update(processedUpdates).set({ botId, appliedAt: now() }).where(eq(processedUpdates.botId, 0)).run();
  }

  const sentSince = db
    .select({ chatId: botMessages.chatId, sentAt: botMessages.sentAt })
    .from(botMessages)
    .where(sql`${botMessages.sentAt} >= ${given('since')}`)
    .orderBy(asc(botMessages.sentAt), asc(botMessages.id))
    .prepare();
  const applied = db
    .select({ updateId: processedUpdates.updateId })
    .from(processedUpdates)
    .where(and(eq(processedUpdates.botId, botId), equals(processedUpdates.updateId, 'updateId')))
    .prepare();
  const hold = db
    .insert(sendingHolds)
    .values({ botId, chatId: given('chatId'), since: given('since'), until: given('until') } as never)
    .onConflictDoUpdate({
      target: [sendingHolds.botId, sendingHolds.chatId],
      set: { since: sql`excluded.since`, until: sql`excluded.until` },
    })
    .prepare();
  const holds = db
    .select({ chatId: sendingHolds.chatId, since: sendingHolds.since, until: sendingHolds.until })
    .from(sendingHolds)
    // Whoever only looks is no bot, and sees those of any.
    .where(botId === 0 ? undefined : eq(sendingHolds.botId, botId))
    .orderBy(asc(sendingHolds.chatId))
    .prepare();
  const keep = db
    .insert(waitingAnswers)
    .values({
      id: given('id'),
      botId,
      chatId: given('chatId'),
      since: given('since'),
      content: given('content'),
    } as never)
    .prepare();
  const forget = db.delete(waitingAnswers).where(equals(waitingAnswers.id, 'id')).prepare();
  const { botId: _botId, ...answerColumns } = getTableColumns(waitingAnswers);
  const waiting = db
    .select(answerColumns)
    .from(waitingAnswers)
    .where(eq(waitingAnswers.botId, botId))
    .orderBy(asc(waitingAnswers.id))
    .prepare();
  const lose = db
    .insert(unreachableChats)
    .values({
      agencyId: given('agencyId'),
      chatId: given('chatId'),
      since: given('since'),
      reason: given('reason'),
    } as never)
    .onConflictDoNothing()
    .prepare();
  const isChat = and(
    equals(unreachableChats.agencyId, 'agencyId'),
    equals(unreachableChats.chatId, 'chatId'),
  );
  const lost = db.select().from(unreachableChats).where(isChat).prepare();
  const regain = db.delete(unreachableChats).where(isChat).prepare();
  const allLost = db
    .select()
    .from(unreachableChats)
    .where(equals(unreachableChats.agencyId, 'agencyId'))
    .orderBy(asc(unreachableChats.since), asc(unreachableChats.chatId))
    .prepare();

  const unreachable = remembering(connection, (agencyId): readonly UnreachableChat[] =>
    allLost.all({ agencyId }),
  );

  return {
    wasApplied: (updateId: number): boolean => applied.get({ updateId }) !== undefined,
    messagesSentSince: (since: Instant): Pick<BotMessage, 'chatId' | 'sentAt'>[] => sentSince.all({ since }),
    holdSending: ({ chatId, since, until }: SendingHold): void => {
      hold.run({ chatId: chatId ?? EVERY_CHAT, since, until });
    },
    sendingHolds: (): SendingHold[] =>
      holds.all().map((row) => ({ ...row, chatId: row.chatId === EVERY_CHAT ? null : row.chatId })),
    keepAnswer: (answer: WaitingAnswer): void => {
      keep.run({ ...answer });
    },
    forgetAnswer: (id: string): void => {
      // One that a power cut brings back is said twice.
      withoutWaitingForDisk(connection.client, () => forget.run({ id }));
    },
    waitingAnswers: (): WaitingAnswer[] => waiting.all(),
    markUnreachable: (chat: UnreachableChat): UnreachableChat => {
      lose.run({ ...chat });
      unreachable.forget();
      return lost.get({ agencyId: chat.agencyId, chatId: chat.chatId }) ?? chat;
    },
    markReachable: (agencyId: string, chatId: number): boolean => {
      unreachable.forget();
      return regain.run({ agencyId, chatId }).changes > 0;
    },
    unreachableChats: unreachable.of,
  };
};
