// Direct answers to the chat that asked. Everything else goes through the outbox.
import { GrammyError } from 'grammy';
import { rememberMessage } from '../application/deliver-outbox.ts';
import type { MessageSubject, Prompt } from '../domain/chat.ts';
import type { BotContext, MemberContext } from './bot-context.ts';
import { addressOf, isPrivate } from './bot-context.ts';
import { sendOptions, toMessages } from './message.ts';
import type { FormattedMessage } from './message.ts';

/** Answers in the same chat and topic; in groups as a reply, so that it is seen who is meant. */
export const answer = async (ctx: BotContext, message: FormattedMessage): Promise<void> => {
  await send(ctx, message);
};

/** Answers, and keeps what the answer is about, so that replies to it are understood. */
export const answerAbout = async (
  ctx: BotContext,
  message: FormattedMessage,
  subject: MessageSubject,
): Promise<void> => {
  const messageId = await send(ctx, message);
  if (messageId !== null) await rememberMessage(ctx.app, { ...addressOf(ctx), messageId }, subject);
};

/** Asks for one thing; the reply to the question is that thing. */
export const ask = async (ctx: MemberContext, message: FormattedMessage, prompt: Prompt): Promise<void> => {
  const messageId = await send(ctx, message, true);
  if (messageId !== null) {
    await rememberMessage(ctx.app, { ...addressOf(ctx), messageId }, { kind: 'prompt', prompt });
  }
};

/**
 * Brings a message of the bot up to date, if it can be: what it shows is stored already, so that a message that is gone,
 * the same already, or out of reach is no reason to fail.
 */
export const replaceMessage = async (
  ctx: BotContext,
  messageId: number | undefined,
  message: FormattedMessage,
): Promise<void> => {
  // Where it takes several messages, the buttons are under the last, which is the one that is known.
  const outgoing = toMessages(message).at(-1);
  if (!messageId || outgoing === undefined) return;
  try {
    await ctx.api.editMessageText(addressOf(ctx).chatId, messageId, outgoing.text, sendOptions(outgoing));
  } catch (error) {
    ctx.log.debug({ err: error }, 'A message could not be edited');
  }
};

/** Ends the waiting sign on a button, with a short word where there is one to say. A press that is too old is past answering. */
export const toast = async (ctx: BotContext, text?: string): Promise<void> => {
  try {
    await ctx.answerCallbackQuery(text === undefined ? {} : { text, show_alert: text.length > 60 });
  } catch (error) {
    if (!(error instanceof GrammyError && error.error_code === 400)) throw error;
  }
};

/** Sends all parts of an answer; the id of the last one comes back. `isQuestion` opens the reply field for the person asked. */
const send = async (
  ctx: BotContext,
  message: FormattedMessage,
  isQuestion = false,
): Promise<number | null> => {
  const { chatId, threadId } = addressOf(ctx);
  const repliesTo = ctx.message?.message_id ?? ctx.editedMessage?.message_id;
  let last: number | null = null;
  for (const outgoing of toMessages(message)) {
    const sent = await ctx.api.sendMessage(chatId, outgoing.text, {
      ...sendOptions(outgoing),
      ...(threadId === null ? {} : { message_thread_id: threadId }),
      ...(repliesTo === undefined || isPrivate(ctx)
        ? {}
        : { reply_parameters: { message_id: repliesTo, allow_sending_without_reply: true } }),
      ...(isQuestion && outgoing.keyboard === null
        ? { reply_markup: { force_reply: true as const, selective: repliesTo !== undefined } }
        : {}),
    });
    last = sent.message_id;
  }
  return last;
};
