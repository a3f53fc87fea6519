// Direct answers to the chat that asked. Everything else goes through the outbox. They never fail: what they tell of has
// been done, and where Telegram does not take them now, they wait.
import { GrammyError } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import { DeliveryError } from '../../application/ports/messenger.ts';
import type { ChatAddress, MessageSubject, Prompt } from '../../domain/chat.ts';
import type { BotContext, MemberContext } from '../bot-context.ts';
import { addressOf, isPrivate } from '../bot-context.ts';
import { sendOptions, toMessages } from './message.ts';
import type { FormattedMessage, OutgoingMessage } from './message.ts';
import { asContent, say } from '../saying.ts';
import type { Saying } from '../saying.ts';
import { toDeliveryError } from './sender.ts';
import type { Extras } from './sender.ts';

/** Answers in the same chat and topic; in groups as a reply, so that it is seen who is meant. */
export const answer = (ctx: BotContext, message: FormattedMessage): Promise<void> => send(ctx, message, null);

/** Answers, and keeps what the answer is about, so that replies to it are understood. */
export const answerAbout = (
  ctx: BotContext,
  message: FormattedMessage,
  subject: MessageSubject,
): Promise<void> => send(ctx, message, subject);

/** Asks for one thing; the reply to the question is that thing. */
export const ask = (ctx: MemberContext, message: FormattedMessage, prompt: Prompt): Promise<void> =>
  send(ctx, message, { kind: 'prompt', prompt });

/** Brings a message of the bot up to date. A message that is gone, or the same already, is left alone. */
export const replaceMessage = async (
  ctx: BotContext,
  messageId: number | undefined,
  message: FormattedMessage,
): Promise<void> => {
  // Where it takes several messages, the buttons are under the last, which is the one that is known.
  const outgoing = toMessages(message).at(-1);
  if (!messageId || outgoing === undefined) return;
  const { chatId } = addressOf(ctx);
  await ctx.answers.run(`${chatId}`, { chatId, isMessage: false }, () =>
    taken(edit(ctx, chatId, messageId, outgoing)).catch((error: unknown) => {
      if (!isRefused(error)) throw error;
      ctx.log.debug({ err: error }, 'A message could not be edited');
    }),
  );
};

/** Tables where the server has them, the text elsewhere. */
const edit = async (
  { api }: BotContext,
  chatId: number,
  messageId: number,
  outgoing: OutgoingMessage,
): Promise<unknown> => {
  const { rich, keyboard } = outgoing;
  if (rich === undefined) return api.editMessageText(chatId, messageId, outgoing.text, sendOptions(outgoing));
  try {
    const markup = keyboard === null ? {} : { reply_markup: keyboard };
    return await api.raw.editMessageText({
      chat_id: chatId,
      message_id: messageId,
      rich_message: { blocks: [...rich] },
      ...markup,
    });
  } catch (error) {
    if (!(error instanceof GrammyError) || /not modified/iu.test(error.description)) throw error;
    return api.editMessageText(chatId, messageId, outgoing.text, sendOptions(outgoing));
  }
};

/** Puts other buttons under a message of the bot. */
export const replaceKeyboard = async (
  ctx: BotContext,
  messageId: number | undefined,
  keyboard: InlineKeyboardMarkup,
): Promise<void> => {
  if (!messageId) return;
  const { chatId } = addressOf(ctx);
  await ctx.answers.run(`${chatId}`, { chatId, isMessage: false }, () =>
    taken(ctx.api.editMessageReplyMarkup(chatId, messageId, { reply_markup: keyboard })).catch(
      (error: unknown) => {
        if (!isRefused(error)) throw error;
        ctx.log.debug({ err: error }, 'The buttons of a message could not be changed');
      },
    ),
  );
};

/** Ends the waiting sign on a button, with a short word where there is one to say. A press that is too old is past answering. */
export const toast = async (ctx: BotContext, text?: string): Promise<void> => {
  const { callbackQuery } = ctx;
  if (callbackQuery === undefined) return;
  const options = text === undefined ? {} : { text, show_alert: text.length > 60 };
  await ctx.answers.run(`callback:${callbackQuery.id}`, null, () =>
    taken(ctx.api.answerCallbackQuery(callbackQuery.id, options)).catch((error: unknown) => {
      if (!isRefused(error)) throw error;
    }),
  );
};

/** Sends all parts of an answer, then keeps what the last one is about. */
const send = async (
  ctx: BotContext,
  message: FormattedMessage,
  subject: MessageSubject | null,
): Promise<void> => {
  const { chatId, threadId } = addressOf(ctx);
  const repliesTo = ctx.message?.message_id ?? ctx.editedMessage?.message_id;
  const isReply = repliesTo !== undefined && !isPrivate(ctx);
  const extras: Extras = isReply
    ? { reply_parameters: { message_id: repliesTo, allow_sending_without_reply: true } }
    : {};
  // The reply field is opened for the person asked.
  const question: Extras =
    subject?.kind === 'prompt'
      ? { reply_markup: { force_reply: true, selective: repliesTo !== undefined } }
      : {};
  const parts = toMessages(message);
  let chat: ChatAddress = { chatId, threadId };
  let isGivenUp = false;
  for (const [index, part] of parts.entries()) {
    const saying = (): Saying => ({
      chat,
      part,
      extras: { ...extras, ...(part.keyboard === null ? question : {}) },
      subject: index === parts.length - 1 ? subject : null,
    });
    const attempt = async (): Promise<void> => {
      if (isGivenUp) return;
      const sent = await say(ctx, saying()).catch((error: unknown) => {
        isGivenUp = isRefused(error);
        throw error;
      });
      chat = { chatId: sent.chatId, threadId: sent.threadId };
    };
    // What has been sent is not sent again when a later part has to wait.
    await ctx.answers.run(`${chatId}`, { chatId, isMessage: true }, attempt, asContent(saying()));
  }
};

/** Waits for a call whose result nobody needs. @throws DeliveryError */
const taken = async (call: Promise<unknown>): Promise<void> => {
  try {
    await call;
  } catch (error) {
    throw toDeliveryError(error);
  }
};

const isRefused = (error: unknown): boolean => error instanceof DeliveryError && error.kind === 'refused';
