// What the bot says on its own initiative, in two forms: the request (ids only, stored in the outbox) and the
// notification (facts of the moment of sending, rendered by the messenger).
import type { Assignment } from './assignment.ts';
import type { Deadline } from './deadline.ts';
import type { Document } from './document.ts';
import type { Draft, DraftItem } from './draft.ts';
import type { ExtensionRequest } from './extension-request.ts';
import type { Instant, LocalDate } from './local-time.ts';
import type { Member } from './member.ts';
import type { StatusReport } from './status-report.ts';
import type { Task } from './task.ts';
import type { Unit } from './unit.ts';

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
  | { readonly kind: 'completion_reported'; readonly assignmentId: string; readonly reportId: string }
  | { readonly kind: 'completion_decided'; readonly assignmentId: string; readonly isAccepted: boolean }
  | { readonly kind: 'blocked_reported'; readonly assignmentId: string; readonly reportId: string }
  | { readonly kind: 'extension_requested'; readonly requestId: string }
  | { readonly kind: 'extension_decided'; readonly requestId: string }
  | { readonly kind: 'delivery_failed'; readonly outboxId: string };

/** An assignment with all that a message about it needs. */
export interface AssignmentView {
  readonly assignment: Assignment;
  readonly task: Task;
  readonly unit: Unit;
  readonly deadline: Deadline | null;
  readonly document: Document | null;
  /** The other units of the task, by role. */
  readonly leads: readonly Unit[];
  readonly coordinating: readonly Unit[];
  readonly lastReport: StatusReport | null;
  readonly pendingExtension: ExtensionRequest | null;
}

/** One line of a reminder. */
export interface ReminderLine {
  readonly view: AssignmentView;
  /** Working days left until the last good one (0: today); null once overdue. */
  readonly workingDaysLeft: number | null;
  /** Working days past the deadline; null while in time. */
  readonly workingDaysOverdue: number | null;
}

/** A reminder that would be planned if the draft's item were saved now. */
export interface PlannedReminder {
  readonly rung: string;
  readonly fireAt: Instant;
}

/** What is said, with the facts of the moment it is said. */
export type Notification =
  | { readonly kind: 'draft_summary'; readonly draft: Draft }
  | {
      readonly kind: 'draft_card';
      readonly draft: Draft;
      readonly item: DraftItem;
      readonly reminders: readonly PlannedReminder[];
    }
  | { readonly kind: 'task_assigned'; readonly view: AssignmentView }
  | { readonly kind: 'reminder'; readonly today: LocalDate; readonly lines: readonly ReminderLine[] }
  | {
      readonly kind: 'completion_reported';
      readonly view: AssignmentView;
      readonly report: StatusReport;
      readonly reporter: Member | null;
    }
  | { readonly kind: 'completion_decided'; readonly view: AssignmentView; readonly isAccepted: boolean }
  | {
      readonly kind: 'blocked_reported';
      readonly view: AssignmentView;
      readonly report: StatusReport;
      readonly reporter: Member | null;
    }
  | {
      readonly kind: 'extension_requested';
      readonly view: AssignmentView;
      readonly request: ExtensionRequest;
      readonly oldDeadline: Deadline | null;
      readonly requester: Member | null;
    }
  | {
      readonly kind: 'extension_decided';
      readonly view: AssignmentView;
      readonly request: ExtensionRequest;
      readonly decider: Member | null;
    }
  | {
      readonly kind: 'delivery_failed';
      readonly what: NotificationRequest['kind'];
      readonly unit: Unit | null;
      readonly taskNumbers: readonly number[];
      readonly why: string;
    };
