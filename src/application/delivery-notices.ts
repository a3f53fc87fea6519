import type { ChatAddress } from '../domain/chat.ts';
import type { Instant } from '../domain/local-time.ts';
import { localDateOf } from '../domain/local-time.ts';
import type { OutboxMessage } from '../domain/outbox-message.ts';
import type { ApplicationContext } from './context.ts';
import { owe, whenOffice } from './context.ts';
import type { Plan } from './plan.ts';
import { chatsOfRole } from './unit-chat.ts';

/** The secretaries learn of each loss of a chat once, however many messages it has cost. @param since when it was lost */
export const lossNotices = (
  app: ApplicationContext,
  message: OutboxMessage,
  since: Instant,
): Promise<Plan['outbox']> => notices(app, message, `unreachable:${message.chatId}:${since}`);

/** The secretaries learn once a day and chat that messages to it come to nothing for other reasons. */
export const failureNotices = (app: ApplicationContext, message: OutboxMessage): Promise<Plan['outbox']> =>
  notices(app, message, `delivery_failed:${message.chatId}:${localDateOf(whenOffice(app))}`);

/** To whoever of the secretaries can be reached, else to the administrators; never about their own chat, which would go round in circles. */
const notices = async (
  app: ApplicationContext,
  message: OutboxMessage,
  key: string,
): Promise<Plan['outbox']> => {
  if (message.request.kind === 'delivery_failed') return [];
  const lost = new Set((await app.store.unreachableChats(app.agencyId)).map(({ chatId }) => chatId));
  const canHear = ({ chatId }: ChatAddress): boolean => chatId !== message.chatId && !lost.has(chatId);
  const secretaries = (await chatsOfRole(app, 'secretary')).filter(canHear);
  const chats = secretaries.length > 0 ? secretaries : (await chatsOfRole(app, 'admin')).filter(canHear);
  return chats.map((chat) =>
    owe(
      app,
      chat,
      { kind: 'delivery_failed', outboxId: message.id },
      `${key}:${chat.chatId}`,
      whenOffice(app),
    ),
  );
};
