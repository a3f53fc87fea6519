import type { Context } from 'grammy';
import type { ApplicationContext, Origin } from '../application/context.ts';
import type { ChatAddress, MessageSource } from '../domain/chat.ts';
import type { Member } from '../domain/member.ts';
import type { Unit } from '../domain/unit.ts';
import type { AnswerQueue } from './transport/answer-queue.ts';
import type { Download } from './transport/download.ts';

export interface BotLog {
  debug(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** What every handler knows besides the update. */
export interface BotContext extends Context {
  app: ApplicationContext;
  log: BotLog;
  /** Fetches files that people send. */
  download: Download;
  /** Where answers wait that Telegram does not take at once. */
  answers: AnswerQueue;
  /** Who acts, as the agency knows them now; null for a stranger. */
  member: Member | null;
  /** The units that this chat or topic is bound to; empty in private chats and unbound groups. */
  boundUnits: readonly Unit[];
}

/** A handler behind the gate that strangers do not pass. */
export type MemberContext = BotContext & { member: Member };

/** The chat and topic the update came from. */
export const addressOf = (ctx: BotContext): ChatAddress => {
  const message = ctx.msg;
  return {
    chatId: ctx.chat?.id ?? 0,
    threadId: message?.is_topic_message ? (message.message_thread_id ?? null) : null,
  };
};

/** The message that is kept as the source of a change: the one written, or the one whose button was pressed. */
const sourceOf = (ctx: BotContext): MessageSource | null => {
  if (!ctx.msg) return null;
  const { message_id: messageId, media_group_id: albumId } = ctx.msg;
  return { ...addressOf(ctx), messageId, ...(albumId === undefined ? {} : { albumId }) };
};

export const originOf = (ctx: BotContext): Origin => ({
  updateId: ctx.update.update_id,
  source: sourceOf(ctx),
});

export const isPrivate = (ctx: BotContext): boolean => ctx.chat?.type === 'private';

/** The command's argument, or the whole text, without surrounding space. */
export const argumentOf = (ctx: BotContext): string =>
  (typeof ctx.match === 'string' ? ctx.match : '').trim();
