import type { ChatAddress } from '../../domain/chat.ts';
import type { Notification } from '../../domain/notification.ts';

/** A message as it was accepted by Telegram, and where it stands: not where it was meant to where the chat has moved or the topic is gone. */
export interface SentMessage extends ChatAddress {
  readonly messageId: number;
}

/** One message, in the words of this moment. */
export interface PreparedMessage {
  readonly text: string;
  /** @throws DeliveryError */
  send(chat: ChatAddress): Promise<SentMessage>;
}

export interface Messenger {
  /** Renders a notification: as one message or, where it is too long, as several in their order. */
  prepare(notification: Notification): readonly PreparedMessage[];
}

/**
 * Why a message did not go out, sorted by who must act. `refused`: Telegram will never take it (`isUnreachable`: because
 * the bot is blocked, was removed or the chat is gone); `wait`: not before `retryAfterMs`; `network`: unknown, try again.
 */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly kind: 'refused' | 'wait' | 'network';
  readonly retryAfterMs: number | null;
  readonly isUnreachable: boolean;
  /** Where the chat is now, as Telegram has said before it failed: the next try goes there. */
  readonly movedTo: ChatAddress | null;

  constructor(
    kind: 'refused' | 'wait' | 'network',
    message: string,
    details: {
      retryAfterMs?: number;
      isUnreachable?: boolean;
      movedTo?: ChatAddress | null;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: details.cause });
    this.kind = kind;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.isUnreachable = details.isUnreachable ?? false;
    this.movedTo = details.movedTo ?? null;
  }
}
