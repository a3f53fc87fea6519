import type { ChatAddress, MessageSubject } from '../../domain/chat.ts';
import type { ApplicationContext } from '../context.ts';

/**
 * Keeps what a direct answer was about, so that a reply to it can be read. Where a power cut takes that back, the reply is
 * read like any other words in the chat.
 */
export const rememberMessage = (
  app: ApplicationContext,
  sent: ChatAddress & { readonly messageId: number },
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
    isDispensable: true,
  });
