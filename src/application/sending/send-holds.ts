import type { SendingHold } from '../../domain/chat.ts';
import type { Instant } from '../../domain/local-time.ts';
import { CLOCK_TOLERANCE_MS } from '../../domain/outbox-message.ts';
import type { TaskStore } from '../ports/task-store.ts';

/** Where Telegram wants quiet, and until when: kept for the next process, known here at once. */
export class SendHolds {
  private readonly store: Pick<TaskStore, 'holdSending' | 'sendingHolds'>;
  private readonly holds = new Map<number | null, SendingHold>();

  constructor(store: Pick<TaskStore, 'holdSending' | 'sendingHolds'>) {
    this.store = store;
  }

  /** Takes up what the last process knew. */
  async restore(): Promise<void> {
    for (const hold of await this.store.sendingHolds()) this.holds.set(hold.chatId, hold);
  }

  /** The chats in which quiet is wanted or was of late. */
  get chats(): readonly number[] {
    return [...this.holds.keys()].filter((chatId) => chatId !== null);
  }

  /** Until when nothing may be sent to the chat, or for null to anyone; now where it may. A hold by a clock that was set back since is over. */
  until(chatId: number | null, now: Instant): Instant {
    const hold = this.holds.get(chatId);
    if (hold === undefined) return now;
    const isOver = hold.until <= now || hold.since > now + CLOCK_TOLERANCE_MS;
    if (isOver) this.holds.delete(chatId);
    return isOver ? now : hold.until;
  }

  /** Holds, whether it can be kept or not. @throws what the database throws */
  async add(hold: SendingHold): Promise<void> {
    this.holds.set(hold.chatId, hold);
    await this.store.holdSending(hold);
  }
}
