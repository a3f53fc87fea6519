// What the bot says on its own initiative: the facts of the moment of sending, rendered by the messenger. What is stored
// until then is the request, see notification-request.ts.
import type { AssignmentView } from './assignment-view.ts';
import type { Deadline } from './deadline.ts';
import type { Digest } from './digest-view.ts';
import type { Draft, DraftItem } from './draft.ts';
import type { EscalationStep } from './escalation.ts';
import type { ExtensionRequest } from './extension-request.ts';
import type { Instant, LocalDate, LocalMoment } from './local-time.ts';
import type { Member } from './member.ts';
import type { NotificationRequest } from './notification-request.ts';
import type { PeopleNews } from './people-news.ts';
import type { EscalationLine, ReminderLine } from './reminder-line.ts';
import type { StatusReport } from './status-report.ts';
import type { TransferRequest } from './transfer-request.ts';
import type { Unit } from './unit.ts';

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
      /** Years that the plan reaches into and the table of days off lacks. */
      readonly unknownYears: readonly number[];
      /** Whether each working morning has a reminder once it is overdue. */
      readonly isPressedDaily: boolean;
    }
  | { readonly kind: 'task_assigned'; readonly view: AssignmentView }
  | {
      readonly kind: 'reminder';
      readonly today: LocalDate;
      readonly lines: readonly ReminderLine[];
      /** Other tasks that the units of the chat were given since the morning before. */
      readonly newlyAssigned: readonly AssignmentView[];
      /** True where the deadline's own hour, outside those of the office, wants it said at once. */
      readonly isForThisHour: boolean;
    }
  | {
      readonly kind: 'escalation';
      readonly step: EscalationStep;
      readonly today: LocalDate;
      /** Grouped by unit, in the order of the units. */
      readonly lines: readonly EscalationLine[];
    }
  | {
      readonly kind: 'completion_reported';
      readonly view: AssignmentView;
      readonly report: StatusReport;
      readonly reporter: Member | null;
    }
  | {
      readonly kind: 'completion_decided';
      readonly view: AssignmentView;
      readonly isAccepted: boolean;
      /** True where it was accepted before, and is to be done again after all. */
      readonly isReopened?: boolean;
      /** What is still missing in work that is sent back; null where nobody said. */
      readonly reason?: string | null;
    }
  | {
      readonly kind: 'blocked_reported';
      readonly view: AssignmentView;
      readonly report: StatusReport;
      readonly reporter: Member | null;
      /** Those that it waits for, and have been told. */
      readonly waitedFor?: readonly Unit[];
    }
  | {
      readonly kind: 'extension_requested';
      readonly view: AssignmentView;
      readonly request: ExtensionRequest;
      readonly oldDeadline: Deadline | null;
      readonly requester: Member | null;
      /** As for a draft's card, for the date asked for; absent where all are known. */
      readonly unknownYears?: readonly number[];
      /** The deadlines before: the first one, then what it was moved to each time; absent where it was moved fewer than two times. */
      readonly earlier?: readonly LocalMoment[];
      /** Why it is asked again; absent the first time. */
      readonly turn?: 'again' | 'director';
    }
  | {
      readonly kind: 'extension_stranded';
      readonly view: AssignmentView;
      readonly request: ExtensionRequest;
      /** Who may decide, none of whom has Telegram. */
      readonly leaders: readonly Member[];
    }
  | {
      readonly kind: 'extension_noted';
      readonly view: AssignmentView;
      readonly request: ExtensionRequest;
      readonly decider: Member | null;
      /** Who has written it down for them; null or absent where they did so themselves. */
      readonly recorder?: Member | null;
    }
  | {
      readonly kind: 'extension_decided';
      readonly view: AssignmentView;
      readonly request: ExtensionRequest;
      readonly decider: Member | null;
      /** Who has written it down for them; null or absent where they did so themselves. */
      readonly recorder?: Member | null;
    }
  | { readonly kind: 'deadline_set'; readonly view: AssignmentView }
  | { readonly kind: 'series_ended'; readonly view: AssignmentView }
  | {
      readonly kind: 'transfer_requested' | 'transfer_refused';
      readonly view: AssignmentView;
      readonly request: TransferRequest;
      /** The unit proposed, where it exists (still). */
      readonly toUnit: Unit | null;
      readonly requester: Member | null;
      readonly decider: Member | null;
      /** Why it was refused, in the words of whoever decided; null where they did not say. */
      readonly reason: string | null;
    }
  | { readonly kind: 'coordination_news'; readonly changes: readonly CoordinationChange[] }
  | { readonly kind: 'save_undone'; readonly view: AssignmentView }
  | { readonly kind: 'handed_over'; readonly view: AssignmentView; readonly toUnit: Unit }
  | {
      readonly kind: 'task_cancelled' | 'task_restored';
      readonly view: AssignmentView;
      readonly reason: string | null;
    }
  | {
      readonly kind: 'waited_for';
      readonly view: AssignmentView;
      /** The unit that waits. */
      readonly waiting: Unit;
      readonly report: StatusReport;
    }
  | {
      readonly kind: 'reminder_asked_for';
      readonly today: LocalDate;
      readonly line: ReminderLine;
      /** Who asks; null where they have left since. */
      readonly asker: Member | null;
    }
  | { readonly kind: 'digest'; readonly digest: Digest }
  | {
      readonly kind: 'delivery_failed';
      readonly what: NotificationRequest['kind'];
      /** Whose tasks it was about. */
      readonly unit: Unit | null;
      readonly taskNumbers: readonly number[];
      readonly why: string;
      /** Whom it was for, where that was one person in private; null for the place of the unit. */
      readonly recipient: Member | null;
      /** Who gets it in private instead, where anyone does. */
      readonly toldInstead: Member | null;
    }
  | {
      readonly kind: 'chat_lost';
      /** The group's name; null where no unit is bound to the chat. */
      readonly title: string | null;
      readonly units: readonly Unit[];
      readonly why: string;
    }
  | { readonly kind: 'people'; readonly news: PeopleNews }
  | { readonly kind: 'clock_wrong'; readonly aheadMs: number; readonly isHolding: boolean }
  | { readonly kind: 'backup_failed'; readonly why: string };

/** What has changed for a unit that coordinates. `view`: of its part. */
export type CoordinationChange =
  | { readonly kind: 'lead_changed'; readonly view: AssignmentView; readonly from: Unit }
  | { readonly kind: 'reopened'; readonly view: AssignmentView };
