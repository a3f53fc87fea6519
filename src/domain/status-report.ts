import type { MessageSource } from './chat.ts';
import type { EvidenceFile } from './evidence-file.ts';
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

/** How long what was understood can be taken back by its button; after that a new report says what is new. */
const CORRECTABLE_FOR_MS = 10 * 60_000;

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

/** Whether what was reported last can still be taken back by its button. */
export const isCorrectable = (
  { lastReport }: { readonly lastReport: Pick<StatusReport, 'at'> | null },
  now: Instant,
): boolean => lastReport !== null && now - lastReport.at < CORRECTABLE_FOR_MS;

/** Whether an edit comes too late to correct what the message said: others have read it, and may have acted on it. */
export const isLateEdit = (sentAt: Instant, editedAt: Instant): boolean =>
  editedAt - sentAt >= CORRECTABLE_FOR_MS;
