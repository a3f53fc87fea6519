// What a leader asks in a group is answered to that leader alone: nobody is shown up before others.
import { GrammyError } from 'grammy';
import { DeliveryError } from '../../application/ports/messenger.ts';
import type { MessageSubject } from '../../domain/chat.ts';
import { answer } from './answer.ts';
import type { MemberContext } from '../bot-context.ts';
import { addressOf } from '../bot-context.ts';
import type { FormattedMessage, OutgoingMessage } from './message.ts';
import { sendOptions, toMessages } from './message.ts';
import { asContent, say } from '../saying.ts';
import type { Saying } from '../saying.ts';
import { toDeliveryError } from './sender.ts';
import { openPrivateChat } from '../texts/private-answers.ts';

/**
 * Answers so that only the asker reads it: in the group as an ephemeral message where Telegram lets the bot (it must be
 * an administrator there), else in the private chat, with all its buttons. Ephemeral messages have none that do anything:
 * what they do would be seen by everyone.
 */
export const answerPrivately = async (
  ctx: MemberContext,
  message: FormattedMessage,
  subject: MessageSubject | null,
): Promise<void> => {
  const [only, ...more] = toMessages(message);
  if (only === undefined) return;
  if (more.length > 0) return inPrivateChat(ctx, message, subject);
  const { chatId } = addressOf(ctx);
  await ctx.answers.run(`${chatId}`, { chatId, isMessage: true }, async () => {
    try {
      await ephemeral(ctx, only);
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code === 429) throw toDeliveryError(error);
      await inPrivateChat(ctx, message, subject);
    }
  });
};

const ephemeral = (ctx: MemberContext, outgoing: OutgoingMessage): Promise<unknown> => {
  const { chatId, threadId } = addressOf(ctx);
  return ctx.api.sendMessage(chatId, outgoing.text, {
    ...sendOptions({ ...outgoing, keyboard: null }),
    ephemeral_message_parameters: { receiver_user_id: ctx.from?.id ?? 0 },
    ...(threadId === null ? {} : { message_thread_id: threadId }),
  });
};

const inPrivateChat = async (
  ctx: MemberContext,
  message: FormattedMessage,
  subject: MessageSubject | null,
): Promise<void> => {
  const chatId = ctx.from?.id ?? 0;
  const parts = toMessages(message);
  for (const [index, part] of parts.entries()) {
    const saying: Saying = {
      chat: { chatId, threadId: null },
      part,
      extras: {},
      subject: index === parts.length - 1 ? subject : null,
    };
    const attempt = async (): Promise<void> => {
      try {
        await say(ctx, saying);
      } catch (error) {
        // Nothing of the answer itself is said in the group.
        if (!(error instanceof DeliveryError) || error.kind !== 'refused') throw error;
        if (index === 0) await answer(ctx, openPrivateChat(ctx.me.username));
      }
    };
    await ctx.answers.run(`${chatId}`, { chatId, isMessage: true }, attempt, asContent(saying));
  }
};
