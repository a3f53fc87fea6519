import { DeliveryError } from '../../src/application/ports/messenger.ts';
import type { Clock } from '../../src/application/ports/clock.ts';
import type { Messenger, PreparedMessage, SentMessage } from '../../src/application/ports/messenger.ts';
import type { ChatAddress } from '../../src/domain/chat.ts';
import type { Instant } from '../../src/domain/local-time.ts';
import type { Notification } from '../../src/domain/notification.ts';

/** One message that arrived. */
export interface Arrived extends ChatAddress {
  readonly at: Instant;
  readonly messageId: number;
  readonly notification: Notification;
  readonly text: string;
}

/** A messenger that behaves: chats can be lost, move, want quiet, and the network can be down. */
export class FakeMessenger implements Messenger {
  /** What arrived, in order. */
  readonly arrived: Arrived[] = [];
  /** How often something was tried, whether it arrived or not. */
  attempts = 0;
  /** False while the network is down. */
  isConnected = true;
  private readonly clock: Pick<Clock, 'now'>;
  private readonly lost = new Map<number, Error>();
  private readonly moved = new Map<number, number>();
  private readonly quiet = new Map<number, Instant>();
  private readonly split = new Map<Notification['kind'], (notification: Notification) => readonly string[]>();
  private readonly goneTopics = new Set<string>();
  private gate: Promise<void> = Promise.resolve();

  constructor(clock: Pick<Clock, 'now'>) {
    this.clock = clock;
  }

  /** The bot is removed from the chat or blocked. */
  lose(chatId: number): void {
    const details = { isUnreachable: true };
    this.lost.set(chatId, new DeliveryError('refused', '403: Forbidden: bot was kicked', details));
  }

  /** Telegram takes nothing in this chat, although the bot is there. */
  refuse(chatId: number): void {
    this.lost.set(chatId, new DeliveryError('refused', '400: Bad Request: message is too long'));
  }

  /** The program has a defect that shows in this chat. */
  breakFor(chatId: number): void {
    this.lost.set(chatId, new TypeError('Cannot read properties of undefined'));
  }

  welcome(chatId: number): void {
    this.lost.delete(chatId);
  }

  /** The group becomes a supergroup. */
  move(from: number, to: number): void {
    this.moved.set(from, to);
  }

  /** The topic is deleted. */
  deleteTopic(chatId: number, threadId: number): void {
    this.goneTopics.add(`${chatId}/${threadId}`);
  }

  /** Telegram wants nothing in the chat until then. */
  wantQuiet(chatId: number, until: Instant): void {
    this.quiet.set(chatId, until);
  }

  /** Lets every message that is being sent wait; the function that comes back lets them go on. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.gate = promise;
    return () => {
      resolve(undefined);
    };
  }

  /** Notifications of this kind become several messages, with these texts. */
  splitInto(kind: Notification['kind'], texts: (notification: Notification) => readonly string[]): void {
    this.split.set(kind, texts);
  }

  prepare(notification: Notification): readonly PreparedMessage[] {
    const texts = this.split.get(notification.kind)?.(notification) ?? [JSON.stringify(notification)];
    return texts.map((text) => ({ text, send: (chat) => this.send(chat, notification, text) }));
  }

  private async send(chat: ChatAddress, notification: Notification, text: string): Promise<SentMessage> {
    this.attempts++;
    await this.gate;
    if (!this.isConnected) throw new DeliveryError('network', 'No answer from Telegram (ECONNRESET)');
    const chatId = this.moved.get(chat.chatId) ?? chat.chatId;
    const error = this.lost.get(chatId);
    if (error) throw error;
    const quietMs = (this.quiet.get(chatId) ?? 0) - this.clock.now();
    if (quietMs > 0) {
      throw new DeliveryError('wait', '429: Too Many Requests', { retryAfterMs: quietMs });
    }
    const messageId = 100 + this.arrived.length;
    const isTopicGone = this.goneTopics.has(`${chatId}/${chat.threadId ?? ''}`);
    const threadId = chatId === chat.chatId && !isTopicGone ? chat.threadId : null;
    this.arrived.push({ at: this.clock.now(), chatId, threadId, messageId, notification, text });
    return { messageId, chatId, threadId };
  }
}
