import type { BotMessage } from '../../domain/chat.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import type { Connection } from './connection.ts';
import { given } from './connection.ts';
import { and, asc, desc, eq, getTableColumns, sql } from './drizzle.ts';
import { OWED, botMessages, outboxMessages } from './schema/messages.ts';

const { readyAt: _readyAt, ...outboxColumns } = getTableColumns(outboxMessages);

export const outboxQueries = ({ db, client }: Connection) => {
  const byId = db
    .select(outboxColumns)
    .from(outboxMessages)
    .where(eq(outboxMessages.id, given('id')))
    .prepare();
  const byKey = db
    .select(outboxColumns)
    .from(outboxMessages)
    .where(eq(outboxMessages.dedupeKey, given('dedupeKey')))
    .prepare();
  const earliest = db
    .select({ at: sql<number | null>`min(${outboxMessages.readyAt})` })
    .from(outboxMessages)
    .where(OWED)
    .prepare();
  // The plus keeps the database from collecting all that is ready and sorting it: the index of what is owed has the order.
  const ready = db
    .select({ id: outboxMessages.id, chatId: outboxMessages.chatId })
    .from(outboxMessages)
    .where(and(OWED, sql`+${outboxMessages.readyAt} <= ${given('now')}`))
    .orderBy(asc(outboxMessages.createdAt), asc(outboxMessages.id))
    .toSQL();
  // The driver's own statement, because it can stop reading a long queue once it has enough.
  const readyInOrder = client.prepare<[Instant], { id: string; chat_id: number }>(ready.sql);
  const lease = db
    .update(outboxMessages)
    .set({
      state: 'sending',
      leaseUntil: sql`${given('leaseUntil')}`,
      version: sql`${outboxMessages.version} + 1`,
    })
    .where(eq(outboxMessages.id, given('id')))
    .returning(outboxColumns)
    .prepare();
  const ofMessage = db
    .select()
    .from(botMessages)
    .where(and(eq(botMessages.chatId, given('chatId')), eq(botMessages.messageId, given('messageId'))))
    .orderBy(desc(botMessages.sentAt), desc(botMessages.id))
    .limit(1)
    .prepare();

  const nextOutboxAt = (): Instant | null => earliest.get()?.at ?? null;

  const choose = (now: Instant, limit: number, busyChats: ReadonlySet<number>): string[] => {
    const ids: string[] = [];
    const taken = new Set(busyChats);
    for (const { id, chat_id: chatId } of readyInOrder.iterate(now)) {
      if (ids.length >= limit) break;
      if (taken.has(chatId)) continue;
      taken.add(chatId);
      ids.push(id);
    }
    return ids;
  };

  const claim = client.transaction(
    (now: Instant, leaseMs: number, limit: number, busyChats: ReadonlySet<number>): OutboxMessage[] =>
      choose(now, limit, busyChats).map((id) => lease.get({ id, leaseUntil: now + leaseMs })),
  );

  return {
    claimOutbox: (
      now: Instant,
      leaseMs: number,
      limit: number,
      busyChats: ReadonlySet<number>,
    ): OutboxMessage[] => {
      // Most looks find nothing; those need no write lock.
      const next = nextOutboxAt();
      return next === null || next > now ? [] : claim.immediate(now, leaseMs, limit, busyChats);
    },
    outboxMessage: (id: string): OutboxMessage | null => byId.get({ id }) ?? null,
    outboxMessageByKey: (dedupeKey: string): OutboxMessage | null => byKey.get({ dedupeKey }) ?? null,
    nextOutboxAt,
    botMessage: (chatId: number, messageId: number): BotMessage | null =>
      ofMessage.get({ chatId, messageId }) ?? null,
  };
};
