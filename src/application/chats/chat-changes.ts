// What becomes of the chats themselves: they move, lose a topic, are lost and regained.
import type { ChatAddress, ChatBinding } from '../../domain/chat.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import { announcementsOf } from './announcement.ts';
import { toldTo } from './announcement-to-head.ts';
import type { ApplicationContext } from '../context.ts';
import { auditEvent } from '../context.ts';
import { decideAndCommit } from '../decide.ts';
import type { Decision } from '../decide.ts';
import type { Update } from '../plan.ts';

/** Follows a group that became a supergroup, whose chat has a new id from then on. */
export const moveChat = (app: ApplicationContext, from: number, to: number): Promise<void> =>
  changeBindings(
    app,
    ({ chatId }) => chatId === from,
    () => ({ chatId: to, threadId: null }),
  );

/** A topic that is deleted or closed is no place for a unit any more: it hears in the group. */
export const leaveTopic = (app: ApplicationContext, { chatId, threadId }: ChatAddress): Promise<void> =>
  changeBindings(
    app,
    (binding) => threadId !== null && binding.chatId === chatId && binding.threadId === threadId,
    () => ({ threadId: null }),
  );

/** A group that is called otherwise from now on. */
export const renameChat = (app: ApplicationContext, chatId: number, title: string): Promise<void> =>
  changeBindings(
    app,
    (binding) => binding.chatId === chatId && binding.title !== title,
    () => ({ title }),
  );

const changeBindings = (
  app: ApplicationContext,
  isMeant: (binding: ChatBinding) => boolean,
  change: () => Partial<ChatAddress & Pick<ChatBinding, 'title'>>,
): Promise<void> =>
  decideAndCommit(app, async (): Promise<Decision<void>> => {
    const bindings = (await app.store.bindings(app.agencyId)).filter(isMeant);
    if (bindings.length === 0) return { plan: null, outcome: undefined };
    return {
      plan: {
        changes: bindings.map((binding) => setBinding(binding, change())),
        outbox: [],
        audit: bindings.map((binding) =>
          auditEvent(app, {
            action: 'chat_bound',
            before: { unitId: binding.unitId, chatId: binding.chatId, threadId: binding.threadId },
            after: {
              unitId: binding.unitId,
              chatId: binding.chatId,
              threadId: binding.threadId,
              ...change(),
            },
          }),
        ),
      },
      outcome: undefined,
    };
  });

const setBinding = (binding: ChatBinding, set: Partial<ChatBinding>): Update => ({
  op: 'update',
  entity: 'chatBinding',
  id: binding.id,
  expectedVersion: binding.version,
  set,
});

/**
 * Stops writing to a chat, of a group or a person, from which the bot was removed or in which it may not write.
 * @param reason in Telegram's words
 * @returns since when it is known: the same moment for everything that cannot be said there, until it is regained
 */
export const loseChat = async (app: ApplicationContext, chatId: number, reason: string): Promise<Instant> => {
  const { agencyId } = app;
  const lost = await app.store.markUnreachable({ agencyId, chatId, since: app.clock.now(), reason });
  await decideAndCommit(app, async (): Promise<Decision<void>> => {
    const bindings = (await app.store.bindings(agencyId)).filter(
      (binding) => binding.chatId === chatId && binding.state === 'active',
    );
    if (bindings.length === 0) return { plan: null, outcome: undefined };
    return {
      plan: {
        changes: bindings.map((binding) => setBinding(binding, { state: 'unreachable' })),
        outbox: [],
        audit: bindings.map(({ unitId }) =>
          auditEvent(app, { action: 'chat_unreachable', after: { chatId, unitId, reason } }),
        ),
      },
      outcome: undefined,
    };
  });
  return lost.since;
};

/** Losses that nobody has to undo by letting the bot in again. */
const ONLY_RIGHTS = /rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|TOPIC_CLOSED/iu;

/** A chat that takes an answer can be written to: a person has unblocked the bot, a group has given it its rights back. */
export const chatTookAnswer = async (app: ApplicationContext, chatId: number): Promise<void> => {
  const lost = (await app.store.unreachableChats(app.agencyId)).find((chat) => chat.chatId === chatId);
  // Who brings the bot back into a group must have the right to bind it.
  if (lost && (chatId > 0 || ONLY_RIGHTS.test(lost.reason))) await regainChat(app, chatId);
};

/**
 * Writes again to a chat that was lost: what could not be said there, and has not been said since, is owed again; what
 * is no longer true by then is not said. Units whose tasks nobody could be told of are told.
 */
export const regainChat = async (app: ApplicationContext, chatId: number): Promise<void> => {
  const [lost] = (await app.store.unreachableChats(app.agencyId)).filter((chat) => chat.chatId === chatId);
  await decideAndCommit(app, async (): Promise<Decision<void>> => {
    const bindings = (await app.store.bindings(app.agencyId)).filter(
      (binding) => binding.chatId === chatId && binding.state === 'unreachable',
    );
    if (bindings.length === 0 && lost === undefined) return { plan: null, outcome: undefined };
    const failed = lost ? await app.store.failedMessages(chatId, lost.since) : [];
    const owedAgain = await restored(app, failed);
    return {
      plan: {
        changes: [...bindings.map((binding) => setBinding(binding, { state: 'active' })), ...owedAgain],
        outbox: await untold(app, chatId, bindings),
        audit: bindings.map(({ unitId }) =>
          auditEvent(app, { action: 'chat_bound', after: { chatId, unitId } }),
        ),
      },
      outcome: undefined,
    };
  });
  // Last, so that a crash in between leaves the way here open.
  await app.store.markReachable(app.agencyId, chatId);
  app.outboxGrew();
};

/** A failed message has given its key back; where someone has used it since, it has been said elsewhere. */
const restored = async (
  app: ApplicationContext,
  failed: readonly OutboxMessage[],
): Promise<readonly Update[]> => {
  const changes: Update[] = [];
  for (const message of failed) {
    const dedupeKey = keyBeforeFailure(message);
    if (await app.store.outboxMessageByKey(dedupeKey)) continue;
    const now = app.clock.now();
    changes.push({
      op: 'update',
      entity: 'outboxMessage',
      id: message.id,
      expectedVersion: message.version,
      set: { state: 'queued', attempts: 0, notBefore: now, decidedAt: now, reason: null, dedupeKey },
    });
  }
  return changes;
};

/** What was never said may be owed again, as when the unit gets another chat: the key is given back. */
export const keyAfterFailure = ({ dedupeKey, id }: Pick<OutboxMessage, 'dedupeKey' | 'id'>): string =>
  `${dedupeKey}#${id}`;

/** The key under which a message was owed before it failed. */
export const keyBeforeFailure = ({ dedupeKey, id }: Pick<OutboxMessage, 'dedupeKey' | 'id'>): string =>
  dedupeKey.endsWith(`#${id}`) ? dedupeKey.slice(0, -(id.length + 1)) : dedupeKey;

/** Announcements to the units that hear in the chat; those that were made before keep their dedupe key and do not go out again. */
const untold = async (
  app: ApplicationContext,
  chatId: number,
  regained: readonly ChatBinding[],
): Promise<readonly OutboxMessage[]> => {
  const places = regained.map(({ unitId, threadId }) => ({ unitId, threadId }));
  const head = (await app.store.members(app.agencyId)).find(({ telegramId }) => telegramId === chatId);
  const announced: OutboxMessage[] = head ? [...(await toldTo(app, head))] : [];
  for (const { unitId, threadId } of places) {
    announced.push(...(await announcementsOf(app, unitId, { chatId, threadId })));
  }
  return announced;
};
