import type { Assignment } from './assignment.ts';
import type { MessageSource } from './chat.ts';
import type { EscalationStep } from './escalation.ts';
import type { Instant } from './local-time.ts';

export type AuditAction =
  | 'draft_created'
  | 'draft_reread'
  | 'draft_forgotten'
  | 'draft_edited'
  | 'draft_item_discarded'
  | 'task_created'
  | 'status_reported'
  | 'status_corrected'
  | 'completion_accepted'
  | 'completion_returned'
  | 'completion_reopened'
  | 'deadline_changed'
  | 'extension_requested'
  | 'extension_approved'
  | 'extension_refused'
  | 'extension_passed_on'
  | 'save_undone'
  | 'task_cancelled'
  | 'task_restored'
  | 'transfer_requested'
  | 'transfer_refused'
  | 'handed_over'
  | 'series_ended'
  | 'member_invited'
  | 'member_linked'
  | 'member_left'
  | 'member_changed'
  | 'join_requested'
  | 'join_refused'
  | 'chat_bound'
  | 'chat_unbound'
  | 'chat_unreachable'
  | 'reminder_queued'
  | 'reminder_asked_for'
  | 'reminders_replanned'
  | 'escalated'
  | 'escalation_passed_over'
  | 'delivery_repaired'
  | 'message_sent'
  | 'message_dropped'
  | 'message_failed';

/** The facts of an event that are read again; anything else may stand beside them. */
interface AuditFacts {
  readonly due?: string | null;
  readonly reportId?: string;
  readonly status?: Assignment['status'];
  /** When finished work that is to be done again was finished the time before. */
  readonly completedAt?: Instant | null;
  /** How the assignment stood for the report: as it was, or for a correction as it was before what is corrected. */
  readonly judgedFrom?: Pick<Assignment, 'status' | 'progress' | 'completedAt'>;
  /** Whose words a task was taken from, where they were not those of who entered it. */
  readonly author?: string;
  /** The number of the occurrence of recurring work that the task comes after. */
  readonly follows?: number;
  /** The step of an escalation that was taken or passed over, and the deadline it was taken for. */
  readonly step?: EscalationStep;
  readonly deadlineId?: string | null;
  /** What the message that was sent or dropped was about. */
  readonly kind?: string;
  /** Why work was sent back, reopened, called off, handed over or left where it is, in the words of whoever decided. */
  readonly reason?: string | null;
  /** The leader whose decision it is, where somebody else has written it down. */
  readonly decidedBy?: string;
  readonly [fact: string]: unknown;
}

/** One line of the append-only record: who did what, when, from which message, before and after. */
export interface AuditEvent {
  readonly id: string;
  readonly agencyId: string;
  readonly at: Instant;
  /** The member who did it; null for the bot itself. */
  readonly actorId: string | null;
  readonly action: AuditAction;
  readonly taskId: string | null;
  readonly assignmentId: string | null;
  readonly source: MessageSource | null;
  /** The fields that changed, before and after; null where there is none. */
  readonly before: AuditFacts | null;
  readonly after: AuditFacts | null;
}
