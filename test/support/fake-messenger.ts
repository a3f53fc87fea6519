import { DeliveryError } from '../../src/application/ports.ts';
import type { Clock, Messenger, SentMessage } from '../../src/application/ports.ts';
import type { ChatAddress } from '../../src/domain/chat.ts';
import type { Instant } from '../../src/domain/local-time.ts';
import type { Notification } from '../../src/domain/notification.ts';

/** One message that arrived. */
export interface Arrived extends ChatAddress {
  readonly at: Instant;
  readonly messageId: number;
  readonly notification: Notification;
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

  async send(chat: ChatAddress, notification: Notification): Promise<SentMessage> {
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
    const threadId = chatId === chat.chatId ? chat.threadId : null;
    this.arrived.push({ at: this.clock.now(), chatId, threadId, messageId, notification });
    return { messageId, migratedTo: chatId === chat.chatId ? null : chatId };
  }
}
