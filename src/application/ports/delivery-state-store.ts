import type { BotMessage, SendingHold, UnreachableChat, WaitingAnswer } from '../../domain/chat.ts';
import type { Instant } from '../../domain/local-time.ts';

/** How matters stand with Telegram: what of it has been answered, where it wants quiet, and whom it does not reach. */
export interface DeliveryStateStore {
  /** True where a plan that answers this update of the bot has been committed. */
  wasApplied(updateId: number): Promise<boolean>;
  /** The messages kept of those sent at or after `since`, oldest first. */
  messagesSentSince(since: Instant): Promise<readonly Pick<BotMessage, 'chatId' | 'sentAt'>[]>;
  /** Keeps that Telegram wants quiet, in the place of what was kept for the chat before. */
  holdSending(hold: SendingHold): Promise<void>;
  /** All that are kept for this bot, those that are over too; of any bot, for whoever only looks. */
  sendingHolds(): Promise<readonly SendingHold[]>;
  /** Keeps an answer of this bot until it has been said or given up. */
  keepAnswer(answer: WaitingAnswer): Promise<void>;
  /** Nothing where it is not kept. */
  forgetAnswer(answerId: string): Promise<void>;
  /** All that are kept for this bot, in the order of their ids. */
  waitingAnswers(): Promise<readonly WaitingAnswer[]>;
  /** Keeps that a chat cannot be written to; returns what is kept, which is the older loss where it was lost already. */
  markUnreachable(chat: UnreachableChat): Promise<UnreachableChat>;
  /** @returns whether the chat was unreachable */
  markReachable(agencyId: string, chatId: number): Promise<boolean>;
  /** The longest lost first. */
  unreachableChats(agencyId: string): Promise<readonly UnreachableChat[]>;
}
