import type { ChatAddress, MessageSource } from './chat.ts';
import type { Deadline } from './deadline.ts';
import type { DocumentParticulars } from './document.ts';
import type { Instant, LocalMoment } from './local-time.ts';
import type { TaskCategory, TaskKind } from './task.ts';

/** A unit named in a draft; `unitId` is null where the registry does not know the mention. */
export interface DraftUnit {
  readonly unitId: string | null;
  readonly mention: string;
}

/** Open work that an item of a draft says once more, as it stood when it was found. */
export interface Duplicate {
  readonly taskId: string;
  readonly taskNumber: number;
  readonly assignmentId: string;
  readonly unit: string;
  readonly content: string;
  readonly deadline: Deadline | null;
  /** True where it is from the same item of the same document; false where the words are alike. */
  readonly isCertain: boolean;
}

/** One task of a draft, with what the secretary has decided about it. */
export interface DraftItem {
  readonly index: number;
  readonly item: string | null;
  readonly kind: TaskKind;
  readonly category: TaskCategory | null;
  readonly content: string;
  readonly quote: string;
  /** Groups ("các phòng, đơn vị") are already spelled out as units. */
  readonly lead: readonly DraftUnit[];
  readonly coordinating: readonly DraftUnit[];
  readonly director: string | null;
  readonly recipient: string | null;
  readonly deadline: Deadline | null;
  /** One Vietnamese line: how the deadline was read; null without one. */
  readonly explanation: string | null;
  /** What must be decided before the item is saved, in Vietnamese. */
  readonly questions: readonly string[];
  /** The one of the questions that a deadline answers; null where the deadline is clear or there is none. */
  readonly deadlineQuestion: string | null;
  readonly alternatives: readonly LocalMoment[];
  readonly urgency: string | null;
  /** Open work that this may be once more; absent where there is none. */
  readonly duplicateOf?: Duplicate | null;
  readonly state: 'open' | 'saved' | 'discarded';
  /** The task it became, and that task's number. */
  readonly taskId: string | null;
  readonly taskNumber: number | null;
}

/** Where words come from that someone has forwarded, or taken up with /giao. */
export interface WordsOrigin {
  /** Who wrote them, by the name the agency or Telegram knows; null where that is who entered them. */
  readonly author: string | null;
  readonly writtenAt: Instant;
  /** The message that holds them in the chat where they were taken up; null for what was forwarded from elsewhere. */
  readonly source: MessageSource | null;
}

/** One message of a draft's text. */
export interface DraftPart {
  readonly messageId: number;
  readonly text: string;
  /** Absent for a person's own words. */
  readonly origin?: WordsOrigin;
  /** The name of the file that the text was read from; absent where it is the message's own. */
  readonly file?: string;
  /** What stood behind /giao beside the words taken up: "Phòng A, trước 25/4". */
  readonly note?: string;
  /** True as long as more of the text may come, so that it has not been read. */
  readonly isUnread?: boolean;
}

/** What the reader found in a document or message, waiting for a person's confirmation. */
export interface Draft extends ChatAddress {
  readonly id: string;
  readonly agencyId: string;
  readonly createdBy: string;
  readonly createdAt: Instant;
  /** The messages the text came in, in order, and the text of each. Several where Telegram split a long paste. */
  readonly parts: readonly DraftPart[];
  readonly lastPartAt: Instant;
  /** Particulars of the document; null where the text is a chat message. */
  readonly document: DocumentParticulars | null;
  /** The document row, once an item has been saved. */
  readonly documentId: string | null;
  readonly items: readonly DraftItem[];
  /** Counts re-readings: cards of an earlier reading are stale. */
  readonly revision: number;
  readonly state: 'open' | 'closed';
  readonly version: number;
}
