import type { BotMessage } from '../../domain/chat.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { OutboxMessage, Priority } from '../../domain/outbox-message.ts';
import { CLOCK_TOLERANCE_MS, PRIORITY } from '../../domain/outbox-message.ts';
import type { Connection } from './connection.ts';
import { equals, given, withoutWaitingForDisk } from './connection.ts';
import { and, asc, desc, eq, getTableColumns, sql } from './drizzle.ts';
import { OWED, SETTLED, botMessages, outboxMessages } from './schema/messages.ts';

const { readyAt: _readyAt, ...outboxColumns } = getTableColumns(outboxMessages);

const MONTH_MS = 31 * 86_400_000;

/** The message of a chat that goes first. */
interface Head {
  readonly id: string;
  readonly chatId: number;
  readonly priority: number;
  readonly createdAt: Instant;
}

const compare = <T extends number | string>(one: T, other: T): number =>
  one < other ? -1 : Number(one > other);

export const outboxQueries = ({ db, client }: Connection) => {
  const byId = db.select(outboxColumns).from(outboxMessages).where(equals(outboxMessages.id, 'id')).prepare();
  const byKey = db
    .select(outboxColumns)
    .from(outboxMessages)
    .where(equals(outboxMessages.dedupeKey, 'dedupeKey'))
    .prepare();
  const earliest = db
    .select({ at: sql<number | null>`min(${outboxMessages.readyAt})` })
    .from(outboxMessages)
    .where(and(OWED, sql`${outboxMessages.readyAt} > ${given('after')}`))
    .prepare();
  const nextChat = client.prepare<[number], { chatId: number | null }>(
    `select min(chat_id) as chatId from outbox_messages where ready_at is not null and chat_id > ?`,
  );
  // The plus keeps the database to the index of what is owed, which has each chat's messages in their order.
  const firstOfChat = client.prepare<[number, Instant, Instant], Head>(
    `select id, chat_id as chatId, priority, created_at as createdAt from outbox_messages
     where ready_at is not null and chat_id = +? and (+ready_at <= ? or +decided_at > ?)
     order by priority, created_at, id limit 1`,
  );
  const decidedLater = client.prepare<[Instant], { found: number }>(
    `select 1 as found from outbox_messages where ready_at is not null and decided_at > ? limit 1`,
  );
  const release = client.prepare<[]>(
    `update outbox_messages set state = 'queued', lease_until = null, version = version + 1
     where ready_at is not null and state = 'sending'`,
  );
  const failed = db
    .select(outboxColumns)
    .from(outboxMessages)
    .where(
      and(
        SETTLED,
        sql`${outboxMessages.createdAt} >= ${given('createdSince')}`,
        eq(outboxMessages.state, 'failed'),
        equals(outboxMessages.chatId, 'chatId'),
        sql`${outboxMessages.decidedAt} >= ${given('since')}`,
      ),
    )
    .orderBy(asc(outboxMessages.createdAt), asc(outboxMessages.id))
    .prepare();
  const lease = db
    .update(outboxMessages)
    .set({
      state: 'sending',
      leaseUntil: sql`${given('leaseUntil')}`,
      decidedAt: sql`${given('now')}`,
      version: sql`${outboxMessages.version} + 1`,
    })
    .where(equals(outboxMessages.id, 'id'))
    .returning(outboxColumns)
    .prepare();
  const ofMessage = db
    .select()
    .from(botMessages)
    .where(and(equals(botMessages.chatId, 'chatId'), equals(botMessages.messageId, 'messageId')))
    .orderBy(desc(botMessages.sentAt), desc(botMessages.id))
    .prepare();
  const latestOfChat = db
    .select()
    .from(botMessages)
    .where(equals(botMessages.chatId, 'chatId'))
    .orderBy(desc(botMessages.messageId), desc(botMessages.sentAt), desc(botMessages.id))
    .prepare();

  const nextOutboxAt = (after: Instant = Number.MIN_SAFE_INTEGER): Instant | null =>
    earliest.get({ after })?.at ?? null;

  /** What each chat would get first; one look at the index for each chat, however long its queue. */
  const heads = (now: Instant, busyChats: ReadonlySet<number>): Head[] => {
    const found: Head[] = [];
    let chatId: number | null = Number.MIN_SAFE_INTEGER;
    for (;;) {
      chatId = nextChat.get(chatId)?.chatId ?? null;
      if (chatId === null) return found;
      const head = busyChats.has(chatId) ? undefined : firstOfChat.get(chatId, now, now + CLOCK_TOLERANCE_MS);
      if (head) found.push(head);
    }
  };

  const claim = client.transaction(
    (
      now: Instant,
      leaseMs: number,
      limit: number,
      busyChats: ReadonlySet<number>,
      turns: ReadonlyMap<number, number>,
      least: Priority,
    ): OutboxMessage[] => {
      const turnOf = ({ chatId }: Head): number => turns.get(chatId) ?? Number.NEGATIVE_INFINITY;
      return heads(now, busyChats)
        .filter(({ priority }) => priority <= least)
        .toSorted(
          (one, other) =>
            one.priority - other.priority ||
            compare(turnOf(one), turnOf(other)) ||
            one.createdAt - other.createdAt ||
            compare(one.id, other.id),
        )
        .slice(0, limit)
        .map(({ id }) => lease.get({ id, now, leaseUntil: now + leaseMs }));
    },
  );

  /** Most looks find nothing; those need no write lock. */
  const isAnythingReady = (now: Instant): boolean => {
    const next = nextOutboxAt();
    return (next !== null && next <= now) || decidedLater.get(now + CLOCK_TOLERANCE_MS) !== undefined;
  };

  return {
    claimOutbox: (
      now: Instant,
      leaseMs: number,
      limit: number,
      busyChats: ReadonlySet<number>,
      turns: ReadonlyMap<number, number> = new Map(),
      least: Priority = PRIORITY.ordinary,
    ): OutboxMessage[] =>
      limit > 0 && isAnythingReady(now)
        ? // A claim that a power cut takes back leaves the message owed, as the end of its lease would.
          withoutWaitingForDisk(client, () => claim.immediate(now, leaseMs, limit, busyChats, turns, least))
        : [],
    releaseOutbox: (): number => release.run().changes,
    outboxMessage: (id: string): OutboxMessage | null => byId.get({ id }) ?? null,
    outboxMessageByKey: (dedupeKey: string): OutboxMessage | null => byKey.get({ dedupeKey }) ?? null,
    failedMessages: (chatId: number, since: Instant): OutboxMessage[] =>
      failed.all({ chatId, since, createdSince: since - MONTH_MS }),
    nextOutboxAt,
    botMessage: (chatId: number, messageId: number): BotMessage | null =>
      ofMessage.get({ chatId, messageId }) ?? null,

    latestBotMessage: (chatId: number): BotMessage | null => latestOfChat.get({ chatId }) ?? null,
  };
};
