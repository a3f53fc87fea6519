import type { EscalationStep } from '../../domain/escalation.ts';
import type { Instant } from '../../domain/local-time.ts';
import type { OutboxMessage } from '../../domain/outbox-message.ts';
import type { Reminder } from '../../domain/reminder.ts';

/** How far the look at the plans has come. */
export interface PlanMark {
  readonly overdueFrom: Instant;
  readonly taskNumber: number;
  readonly id: string;
}

/** An assignment that something may be missing in the plan of, as it was when that was seen. */
export interface Unplanned {
  readonly assignmentId: string;
  readonly version: number;
  /** No rung of a ladder is planned. */
  readonly lacksRung: boolean;
  /** No step of the escalation is planned. */
  readonly lacksStep: boolean;
}

export interface PlanPage {
  readonly unplanned: readonly Unplanned[];
  /** Where to go on; null where all have been looked at. */
  readonly next: PlanMark | null;
}

/** What units are to be reminded of. */
export interface ReminderStore {
  /** Planned reminders with fireAt ≤ now, earliest first. */
  dueReminders(now: Instant, limit: number): Promise<readonly Reminder[]>;
  /** Messages of kind `reminder` that no worker has and of which nothing has been sent, in some chats; oldest first. */
  waitingReminderMessages(chatIds: readonly number[]): Promise<readonly OutboxMessage[]>;
  /** Earliest first. */
  plannedReminders(assignmentIds: readonly string[]): Promise<readonly Reminder[]>;
  /** In whatever state, with fireAt ≥ from; earliest first. */
  remindersFrom(assignmentIds: readonly string[], from: Instant): Promise<readonly Reminder[]>;
  /**
   * Looks at `limit` of an agency's open assignments that have a date, and returns those of them that could be reminded of
   * and have no rung of a ladder planned, or no step of the escalation. A step is not missed where `final`, the last one
   * that the agency takes, has been told since the unit was given the work under its deadline; where it takes none: null.
   */
  unplannedAssignments(
    agencyId: string,
    final: EscalationStep | null,
    from: PlanMark | null,
    limit: number,
  ): Promise<PlanPage>;
  /** In the order of the ids; ids that do not exist are left out. */
  reminders(reminderIds: readonly string[]): Promise<readonly Reminder[]>;
}
