import type { ChatAddress } from '../../domain/chat.ts';
import type { Draft } from '../../domain/draft.ts';

/** What was read and waits for a confirmation. */
export interface DraftStore {
  draft(draftId: string): Promise<Draft | null>;
  /** The draft, open or closed, that the message belongs to as a part of its text; the newest where there are several. */
  draftOfPart(chatId: number, messageId: number): Promise<Draft | null>;
  /** The newest open draft that this member started in this chat. */
  latestOpenDraft(chat: ChatAddress, memberId: string): Promise<Draft | null>;
  /** Oldest first. */
  openDrafts(agencyId: string): Promise<readonly Draft[]>;
}
