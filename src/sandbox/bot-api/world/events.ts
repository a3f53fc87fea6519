import type { CallbackAnswer } from './records.ts';
import type { HistoryEntry } from './history.ts';

/** What changed in a chat, for a live view. Message ids are those of the chat. */
export type WorldEvent =
  | {
      readonly kind: 'message' | 'edited' | 'deleted' | 'reaction' | 'pinned';
      readonly chatId: number;
      readonly messageId: number;
    }
  | { readonly kind: 'chat'; readonly chatId: number }
  | { readonly kind: 'chat-action'; readonly chatId: number; readonly action: string }
  | {
      readonly kind: 'callback-answer';
      readonly chatId: number;
      readonly messageId: number;
      readonly userId: number;
      readonly answer: CallbackAnswer;
    };

type MessageListener = (entry: HistoryEntry) => void;
type ChangeListener = (event: WorldEvent) => void;

/** Tells live views and transcripts what happens, in the order it happens. */
export class EventHub {
  readonly #messageListeners = new Set<MessageListener>();
  readonly #changeListeners = new Set<ChangeListener>();

  /** Every new message, from people and from the bot; returns the way to stop listening. */
  onMessage(listener: MessageListener): () => void {
    this.#messageListeners.add(listener);
    return () => this.#messageListeners.delete(listener);
  }

  /** Everything that changes, new messages included. */
  onChange(listener: ChangeListener): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  newMessage(entry: HistoryEntry): void {
    for (const listener of [...this.#messageListeners]) listener(entry);
    this.change({ kind: 'message', chatId: entry.chatId, messageId: entry.messageId });
  }

  change(event: WorldEvent): void {
    for (const listener of [...this.#changeListeners]) listener(event);
  }
}
