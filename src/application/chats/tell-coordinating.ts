// Units that coordinate hear what changes for them, a chat at a time: what happens within some minutes is one message.
import type { ChatAddress } from '../../domain/chat.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { CoordinationNews } from '../../domain/notification-request.ts';
import { nextSendingMoment } from '../../domain/sending-hours.ts';
import type { Unit } from '../../domain/unit.ts';
import type { ApplicationContext } from '../context.ts';
import { owe } from '../context.ts';
import type { Plan, Update } from '../plan.ts';
import { chatOfUnit } from './unit-chat.ts';

/** How long news is gathered. What is taken back in this time is not said at all. */
const WINDOW_MS = 10 * 60_000;

/** What is owed anew, and what is added to a message that waits. */
interface Owed {
  readonly changes: readonly Update[];
  readonly outbox: Plan['outbox'];
}

/** A part of a unit that coordinates, and what there is to say of it. */
export interface NewsOfPart {
  readonly unit: Unit;
  readonly news: CoordinationNews;
}

/**
 * @param besides units that hear of the matter themselves: their chats are not told twice
 */
export const tellCoordinating = async (
  app: ApplicationContext,
  parts: readonly NewsOfPart[],
  besides: readonly Unit[],
): Promise<Owed> => {
  const told = new Set<string>();
  for (const unit of besides) {
    const chat = await chatOfUnit(app, unit);
    if (chat) told.add(placeOf(chat));
  }
  const byChat = new Map<string, { chat: ChatAddress; news: CoordinationNews[] }>();
  for (const { unit, news } of parts) {
    const chat = await chatOfUnit(app, unit);
    if (chat === null || told.has(placeOf(chat))) continue;
    const found = byChat.get(placeOf(chat)) ?? { chat, news: [] };
    // Of two units that share a chat, the first is spoken of.
    if (found.news.length === 0) found.news.push(news);
    byChat.set(placeOf(chat), found);
  }
  const plans = await Promise.all([...byChat.values()].map(({ chat, news }) => gather(app, chat, news)));
  return { changes: plans.flatMap(({ changes }) => changes), outbox: plans.flatMap(({ outbox }) => outbox) };
};

const placeOf = ({ chatId, threadId }: ChatAddress): string => `${chatId}/${threadId ?? ''}`;

/** Adds to the message that waits for the chat, or begins one. */
const gather = async (
  app: ApplicationContext,
  chat: ChatAddress,
  news: readonly CoordinationNews[],
): Promise<Owed> => {
  const first = windowAfter(app, app.clock.now());
  for (const at of [first, windowAfter(app, first)]) {
    const key = `coordination:${placeOf(chat)}:${at}`;
    const waiting = await app.store.outboxMessageByKey(key);
    if (waiting === null)
      return {
        changes: [],
        outbox: [owe(app, chat, { kind: 'coordination_news', parts: news }, key, at)],
      };
    if (waiting.state !== 'queued' || waiting.request.kind !== 'coordination_news') continue;
    const known = new Set(waiting.request.parts.map(keyOf));
    const request = {
      ...waiting.request,
      // Who led before all of it is the one whom the unit knows of.
      parts: [...waiting.request.parts, ...news.filter((each) => !known.has(keyOf(each)))],
    };
    const { id, version: expectedVersion } = waiting;
    return {
      changes: [{ op: 'update', entity: 'outboxMessage', id, expectedVersion, set: { request } }],
      outbox: [],
    };
  }
  return { changes: [], outbox: [] };
};

const keyOf = ({ kind, assignmentId }: CoordinationNews): string => `${kind}/${assignmentId}`;

/** The end of the window that a moment lies in, when the office may be written to. */
const windowAfter = ({ calendar, settings }: ApplicationContext, moment: Instant): Instant =>
  nextSendingMoment((Math.floor(moment / WINDOW_MS) + 1) * WINDOW_MS, calendar, settings.workingHours);
