import type { HistoryEntry } from '../bot-api/world/history.ts';
import type { ChatSummary } from '../bot-api/world/chat-summary.ts';
import type { World } from '../bot-api/world/world.ts';
import type { UnreadCount } from './wire.ts';

/** How much of each chat each person has not read: the bot's messages and other people's. */
export class ReadMarks {
  readonly #world: World;
  readonly #counts = new Map<number, Map<number, number>>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Counts a new message for everyone who sees it, but for its author. Returns the counts that changed. */
  arrived(entry: HistoryEntry): UnreadCount[] {
    const chat = this.#world.chats().find(({ id }) => id === entry.chatId);
    return chat === undefined
      ? []
      : this.#readersOf(chat, entry).map((personId) =>
          this.#set(personId, chat.id, this.#count(personId, chat.id) + 1),
        );
  }

  /** The person has seen all that the chat holds. Returns the count where it changed. */
  read(personId: number, chatId: number): UnreadCount[] {
    return this.#count(personId, chatId) === 0 ? [] : [this.#set(personId, chatId, 0)];
  }

  /** Everyone has seen everything. */
  readAll(): void {
    this.#counts.clear();
  }

  /** The counts that are not 0. */
  all(): UnreadCount[] {
    return [...this.#counts].flatMap(([personId, chats]) =>
      [...chats].flatMap(([chatId, count]): UnreadCount[] =>
        count === 0 ? [] : [[personId, chatId, count]],
      ),
    );
  }

  #readersOf({ memberIds }: ChatSummary, { from, visibleOnlyTo }: HistoryEntry): readonly number[] {
    return memberIds.filter((id) => id !== from?.id && (visibleOnlyTo === undefined || visibleOnlyTo === id));
  }

  #count(personId: number, chatId: number): number {
    return this.#counts.get(personId)?.get(chatId) ?? 0;
  }

  #set(personId: number, chatId: number, count: number): UnreadCount {
    const chats = this.#counts.get(personId) ?? new Map<number, number>();
    this.#counts.set(personId, chats.set(chatId, count));
    return [personId, chatId, count];
  }
}
