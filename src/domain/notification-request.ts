// What the bot owes on its own initiative, by reference: ids only, as they are stored in the outbox. The facts of the moment
// of sending stand in notification.ts.
import type { DigestKind } from './digest.ts';
import type { EscalationStep } from './escalation.ts';
import type { LocalDate } from './local-time.ts';
import type { PeopleNewsRequest } from './people-news.ts';

/** What is owed, by reference. */
export type NotificationRequest =
  | { readonly kind: 'draft_summary'; readonly draftId: string; readonly revision: number }
  | {
      readonly kind: 'draft_card';
      readonly draftId: string;
      readonly revision: number;
      readonly index: number;
    }
  | { readonly kind: 'task_assigned'; readonly assignmentId: string }
  | { readonly kind: 'reminder'; readonly reminderIds: readonly string[] }
  | {
      readonly kind: 'escalation';
      readonly step: EscalationStep;
      readonly reminderIds: readonly string[];
    }
  | { readonly kind: 'completion_reported'; readonly assignmentId: string; readonly reportId: string }
  | { readonly kind: 'completion_decided'; readonly assignmentId: string; readonly isAccepted: boolean }
  | { readonly kind: 'blocked_reported'; readonly assignmentId: string; readonly reportId: string }
  | {
      readonly kind: 'extension_requested';
      readonly requestId: string;
      /** `again`: no answer yet; `director`: none from the deputy in charge. Absent the first time. */
      readonly turn?: 'again' | 'director';
    }
  /** Nobody who decides on it has Telegram: the secretaries have to ask them. */
  | { readonly kind: 'extension_stranded'; readonly requestId: string }
  /** What was decided, to those who follow the work and did not decide it. */
  | { readonly kind: 'extension_noted'; readonly requestId: string }
  | { readonly kind: 'extension_decided'; readonly requestId: string }
  | { readonly kind: 'deadline_set'; readonly assignmentId: string }
  /** A unit asks that somebody else gets its task. */
  | { readonly kind: 'transfer_requested'; readonly requestId: string }
  | { readonly kind: 'transfer_refused'; readonly requestId: string }
  /** To the unit that has led the work so far. `assignmentId`: of its part. */
  | { readonly kind: 'handed_over'; readonly assignmentId: string; readonly toUnitId: string }
  /** To the units of a chat that coordinate: what has changed for them, a part each. */
  | { readonly kind: 'coordination_news'; readonly parts: readonly CoordinationNews[] }
  /** What was given a moment ago was saved by mistake. */
  | { readonly kind: 'save_undone'; readonly assignmentId: string }
  | { readonly kind: 'task_cancelled'; readonly assignmentId: string }
  /** `cancelledKey`: under which the unit was told that the work is called off. */
  | { readonly kind: 'task_restored'; readonly assignmentId: string; readonly cancelledKey: string }
  /** To a coordinating unit: the one that leads waits for it. `assignmentId`: of the part of the unit that is waited for. */
  | { readonly kind: 'waited_for'; readonly assignmentId: string; readonly reportId: string }
  /** Recurring work comes no more, because no unit that led it is left. `assignmentId`: of its last occurrence. */
  | { readonly kind: 'series_ended'; readonly assignmentId: string }
  /** Someone in charge asks a unit how its task stands. */
  | { readonly kind: 'reminder_asked_for'; readonly assignmentId: string; readonly memberId: string }
  | {
      readonly kind: 'digest';
      readonly digest: DigestKind;
      readonly memberId: string;
      /** The day whose list it is. */
      readonly day: LocalDate;
      /** What stands in a daily list, as a fingerprint: the list of the day after is left out where it would say the same. */
      readonly standing?: string;
    }
  | { readonly kind: 'people'; readonly news: PeopleNewsRequest }
  | { readonly kind: 'delivery_failed'; readonly outboxId: string }
  /** A chat cannot be written to, whether or not a message has failed there. */
  | { readonly kind: 'chat_lost'; readonly chatId: number }
  /** By how many milliseconds the machine's clock is ahead of Telegram's, or behind where negative, and whether reminders wait for it. */
  | { readonly kind: 'clock_wrong'; readonly aheadMs: number; readonly isHolding: boolean }
  /** `why`: one Vietnamese sentence. */
  | { readonly kind: 'backup_failed'; readonly day: LocalDate; readonly why: string };

/** What a unit that coordinates has to know. `assignmentId`: of its part. */
export type CoordinationNews =
  /** `fromUnitId`: who led the work so far. */
  | { readonly kind: 'lead_changed'; readonly assignmentId: string; readonly fromUnitId: string }
  /** Accepted work is to be done again. */
  | { readonly kind: 'reopened'; readonly assignmentId: string };
