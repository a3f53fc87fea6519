import type { MessageSource } from './chat.ts';
import type { Instant, LocalDate, LocalMoment } from './local-time.ts';

/** What a report says about an assignment, once understood. `note` changes no status. */
export type ReportKind =
  | 'acknowledged'
  | 'in_progress'
  | 'submitted'
  | 'done'
  | 'blocked'
  | 'not_done'
  | 'extension_requested'
  | 'note';

/** A file that Telegram keeps, and sends again by its id to whoever the bot sends it to. */
export interface EvidenceFile {
  readonly kind: 'document' | 'photo' | 'video' | 'voice';
  /** Telegram's id of the file for this bot. */
  readonly fileId: string;
  /** As the sender's device calls it; null where it says nothing. */
  readonly name: string | null;
}

/** One reply of a unit: who, when, from which message, and what was understood. Never deleted; a correction is a new one. */
export interface StatusReport {
  readonly id: string;
  readonly agencyId: string;
  readonly assignmentId: string;
  readonly memberId: string;
  readonly at: Instant;
  readonly kind: ReportKind;
  /** The words of the reply; null for a button. */
  readonly text: string | null;
  readonly progress: number | null;
  /** "45/TTr-SKHCN" */
  readonly documentNumber: string | null;
  readonly documentDate: LocalDate | null;
  readonly reason: string | null;
  readonly waitingOn: string | null;
  readonly eta: LocalMoment | null;
  readonly source: MessageSource | null;
  /** The report it corrects; null for an original one. */
  readonly correctsId: string | null;
  /** What came with it, in order: pictures and files of the result. They stay with Telegram. */
  readonly evidence: readonly EvidenceFile[];
}
