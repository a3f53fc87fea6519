// What the bot says on its own initiative, in two forms: the request (ids only, stored in the outbox) and the
// notification (facts of the moment of sending, rendered by the messenger).
import type { Assignment } from './assignment.ts';
import type { Deadline } from './deadline.ts';
import type { DigestKind } from './digest.ts';
import type { Document } from './document.ts';
import type { Draft, DraftItem } from './draft.ts';
import type { EscalationStep } from './escalation.ts';
import type { ExtensionRequest } from './extension-request.ts';
import type { FourCells } from './four-cells.ts';
import type { Instant, LocalDate, LocalMoment, TimeOfDay } from './local-time.ts';
import type { Member } from './member.ts';
import type { PeopleNews, PeopleNewsRequest } from './people-news.ts';
import type { StatusReport } from './status-report.ts';
import type { Task } from './task.ts';
import type { TransferRequest } from './transfer-request.ts';
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
  /** `why`: one Vietnamese sentence. */
  | { readonly kind: 'backup_failed'; readonly day: LocalDate; readonly why: string };

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
  /** Who is told next, and on which day, unless the unit reports; absent where it was not looked up. */
  readonly nextStep?: PlannedTelling | null;
  /** What others decided about it since the morning before; absent where it was not looked up. */
  readonly changes?: readonly LineChange[];
}

/** A step of the escalation to come. */
export interface PlannedTelling {
  readonly step: EscalationStep;
  readonly on: LocalDate;
  /** The hour of that day; null where it is over and the step is about to be taken. */
  readonly at: TimeOfDay | null;
}

/** What others decided about a task of a unit. Its own report stands in the view. */
export type LineChange =
  | { readonly kind: 'returned' }
  | { readonly kind: 'extension_refused' }
  | {
      readonly kind: 'deadline_moved';
      readonly oldDue: LocalMoment | null;
      readonly newDue: LocalMoment | null;
    };

/** One task on which nothing is heard. */
export interface EscalationLine extends ReminderLine {
  /** Those who come before in the escalation and could not be told, with why. */
  readonly passedOver: readonly {
    readonly step: EscalationStep;
    readonly why: 'no_telegram' | 'post_vacant';
  }[];
}

/** A reminder that would be planned if the draft's item were saved now. */
export interface PlannedReminder {
  readonly rung: string;
  readonly fireAt: Instant;
}

/** The beginning of a list, and how many entries it has in all. */
export interface Excerpt {
  readonly total: number;
  readonly lines: readonly ReminderLine[];
}

/** What waits for a deputy director, in the units of their charge. */
export interface DeputyWeek {
  readonly kind: 'deputy_week';
  readonly today: LocalDate;
  /** The last working day that "this week" means. */
  readonly until: LocalDate;
  /** All that is open in these units, as lead. */
  readonly openCount: number;
  readonly overdue: Excerpt;
  /** Due from now to the end of the week. */
  readonly due: Excerpt;
  /** Extensions asked for and not yet decided. */
  readonly extensions: Excerpt;
  /** Reported done, and not yet accepted. */
  readonly submitted: Excerpt;
  readonly blocked: Excerpt;
}

/** The agency at the beginning of a week. */
export interface DirectorWeek {
  readonly kind: 'director_week';
  readonly today: LocalDate;
  /** The first day whose completions are counted: the Monday before this week's. */
  readonly since: LocalDate;
  /** Units that have anything to show, in the order of the configuration; null stands for all that it no longer declares. */
  readonly units: readonly { readonly unit: Unit | null; readonly cells: FourCells }[];
  /** Overdue tasks that have climbed to the director. */
  readonly escalated: Excerpt;
  /** Extensions asked for by units that have no deputy director in charge: the director decides on them. */
  readonly extensions: Excerpt;
}

/** One message that could not be sent. */
export interface Undelivered {
  readonly what: NotificationRequest['kind'];
  readonly unit: Unit | null;
  readonly taskNumbers: readonly number[];
}

/** What does not move unless the secretary does something. */
export interface SecretaryDay {
  readonly kind: 'secretary_day';
  readonly today: LocalDate;
  /** Tasks that their units want to hand over. */
  readonly transfers: readonly { readonly view: AssignmentView; readonly toUnit: Unit | null }[];
  /** Failed since the last working day's list. */
  readonly failed: readonly Undelivered[];
  /** Units with open tasks that have neither a chat nor a head to write to. */
  readonly unitsWithoutChat: readonly Unit[];
  /** Units that exist no longer and have open tasks, which nobody else will see to; up to so many of their tasks. */
  readonly formerUnits: readonly { readonly unit: Unit; readonly taskNumbers: readonly number[] }[];
  /** Units and people whose chat the bot cannot write to, by what they are called. */
  readonly unreachable: readonly string[];
  readonly drafts: readonly { readonly draft: Draft; readonly openItems: number }[];
  readonly submitted: Excerpt;
  /** Given without a deadline since the last working day's list; the older ones stand in the weekly one. */
  readonly undated: number;
}

/** What has no deadline, the longest first. */
export interface UndatedWeek {
  readonly kind: 'undated_week';
  readonly today: LocalDate;
  /** More than two weeks old. */
  readonly old: number;
  readonly undated: Excerpt;
}

export type Digest = DeputyWeek | DirectorWeek | SecretaryDay | UndatedWeek;

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
    }
  | {
      readonly kind: 'extension_decided';
      readonly view: AssignmentView;
      readonly request: ExtensionRequest;
      readonly decider: Member | null;
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
    }
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
      readonly unit: Unit | null;
      readonly taskNumbers: readonly number[];
      readonly why: string;
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
  | { readonly kind: 'backup_failed'; readonly why: string };
