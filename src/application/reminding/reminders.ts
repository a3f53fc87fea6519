// What is planned for an assignment, as rows: the rungs of its ladder, the next step of its escalation and, where the
// work comes again, the moment at which the next occurrence is given out although this one is not finished.
import { ladderFor } from '../../domain/agency.ts';
import type { ReminderLadder } from '../../domain/agency.ts';
import type { Assignment } from '../../domain/assignment.ts';
import type { AuditEvent } from '../../domain/audit-event.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { EscalationStep, PlannedStep } from '../../domain/escalation.ts';
import { ESCALATION_STEPS, nextStep } from '../../domain/escalation.ts';
import type { Instant } from '../../domain/local-time.ts';
import { firstInstantAfter } from '../../domain/local-time.ts';
import type { AssignmentView } from '../../domain/assignment-view.ts';
import { nextDeadline } from '../../domain/recurrence.ts';
import { nextOverdueRung, planRungs, tomorrow } from '../../domain/reminder-plan.ts';
import type { PlannedRung, Timetable } from '../../domain/reminder-plan.ts';
import type { Reminder, ReminderReason } from '../../domain/reminder.ts';
import { isEscalation } from '../../domain/reminder.ts';
import { nextSendingMoment } from '../../domain/sending-hours.ts';
import type { StatusReport } from '../../domain/status-report.ts';
import type { Task, TaskDeadline } from '../../domain/task.ts';
import type { ApplicationContext } from '../context.ts';
import type { Insert, Update } from '../plan.ts';

/** What a plan is made for; a view of an assignment has it all. */
export interface Planned {
  readonly assignment: Pick<Assignment, 'id' | 'role' | 'createdAt'>;
  readonly task: Pick<Task, 'category'>;
  readonly deadline: Deadline | null;
  readonly lastReport: Pick<StatusReport, 'kind' | 'at' | 'eta'> | null;
}

export const timetableOf = ({ calendar, settings }: ApplicationContext): Timetable => ({
  calendar,
  workingHours: settings.workingHours,
});

export const ladderOf = (app: ApplicationContext, task: Pick<Task, 'category'>): ReminderLadder =>
  ladderFor(app.settings, task);

/** One rung as a row. A rung whose time is over is kept as skipped, so that the plan can be explained. */
export const asReminder = (
  app: ApplicationContext,
  assignmentId: string,
  { rung, fireAt, isPast }: PlannedRung,
  skipped: ReminderReason | null = isPast ? 'past_when_planned' : null,
): Reminder => ({
  id: app.ids.next(),
  agencyId: app.agencyId,
  assignmentId,
  rung,
  fireAt,
  state: skipped === null ? 'planned' : 'skipped',
  reason: skipped,
  outboxId: null,
  version: 1,
});

const insert = (row: Reminder): Insert => ({ op: 'insert', entity: 'reminder', row });

/** How near to the message that gives a task a rung may not come: the two would say the same. */
const NEAR_ANNOUNCEMENT_MS = 15 * 60_000;

export interface PlanOptions {
  /** When the unit is given the task; null where it was given long ago. */
  readonly announcedAt?: Instant | null;
  /** The last step of the escalation that was taken for this deadline. */
  readonly lastStep?: EscalationStep | null;
}

/** The reminders of a lead assignment from now on. Coordinating units are told of the task, but not pressed. */
export const planReminders = (
  app: ApplicationContext,
  planned: Planned,
  { announcedAt = null, lastStep = null }: PlanOptions = {},
): Insert[] => {
  const { assignment, task, deadline } = planned;
  if (assignment.role !== 'lead') return [];
  const ladder = ladderOf(app, task);
  const rungs = planRungs(deadline, ladder, timetableOf(app), app.clock.now());
  const isSaidAnyway = ({ fireAt, isPast }: PlannedRung): boolean =>
    !isPast && announcedAt !== null && fireAt >= announcedAt && fireAt - announcedAt < NEAR_ANNOUNCEMENT_MS;
  const rows = rungs.flatMap((rung) => {
    if (!isSaidAnyway(rung)) return [asReminder(app, assignment.id, rung)];
    const said = asReminder(app, assignment.id, rung, 'announced');
    // There is one overdue rung at a time: the one that is not said is followed all the same.
    const next =
      rung.rung === 'overdue' ? nextOverdueRung(deadline, ladder, app.calendar, tomorrow(rung.fireAt)) : null;
    return next === null ? [said] : [said, asReminder(app, assignment.id, next)];
  });
  return [...rows.map(insert), ...planStep(app, planned, lastStep, app.clock.now() + 1)];
};

/** The next step, as {@link nextStep} has it: what is given outside working hours is heard of when the office opens. */
export const stepAfter = (
  { calendar, settings }: ApplicationContext,
  planned: Planned,
  lastStep: EscalationStep | null,
  from: Instant,
): PlannedStep | null => {
  const createdAt = nextSendingMoment(planned.assignment.createdAt, calendar, settings.workingHours);
  return nextStep({ ...planned, assignment: { createdAt } }, lastStep, settings.escalation, calendar, from);
};

/** The next step of the escalation, not before `from`; none where there is nothing left to tell. */
export const planStep = (
  app: ApplicationContext,
  planned: Planned,
  lastStep: EscalationStep | null,
  from: Instant,
): Insert[] => {
  if (planned.assignment.role !== 'lead') return [];
  const next = stepAfter(app, planned, lastStep, from);
  if (next === null) return [];
  const rung = { rung: `escalate-${next.step}`, fireAt: next.fireAt, isPast: false } as const;
  return [insert(asReminder(app, planned.assignment.id, rung))];
};

/**
 * For work that comes again: when the next occurrence is given out although this one is still open. That is when the
 * next one's own reminders begin, but not before this one's deadline is over. Planned on one assignment of the task.
 */
export const planNextOccurrence = (app: ApplicationContext, planned: Planned): Insert[] => {
  const { assignment, task, deadline } = planned;
  if (deadline?.lastOk == null) return [];
  const over = firstInstantAfter(deadline.lastOk);
  const following = nextDeadline(deadline, app.calendar, over);
  if (following === null) return [];
  const [first] = planRungs(following, ladderOf(app, task), timetableOf(app), 0);
  const begins = Math.max(over, first?.fireAt ?? over, app.clock.now());
  const fireAt = nextSendingMoment(begins, app.calendar, app.settings.workingHours);
  return [insert(asReminder(app, assignment.id, { rung: 'next-occurrence', fireAt, isPast: false }))];
};

/** Takes back what is still planned for an assignment. The series of recurring work goes on. */
export const cancelReminders = async (
  app: ApplicationContext,
  assignmentId: string,
  reason: ReminderReason,
): Promise<Update[]> =>
  (await app.store.plannedReminders([assignmentId]))
    .filter(({ rung }) => rung !== 'next-occurrence')
    .map((reminder) => settle(reminder, 'cancelled', reason));

/** What becomes of a planned reminder. */
export const settle = (
  { id, version }: Reminder,
  state: Reminder['state'],
  reason: ReminderReason | null,
  outboxId: string | null = null,
): Update => ({
  op: 'update',
  entity: 'reminder',
  id,
  expectedVersion: version,
  set: { state, reason, outboxId },
});

/** The steps that come before `step`. */
export const stepBefore = (step: EscalationStep): EscalationStep | null =>
  ESCALATION_STEPS[ESCALATION_STEPS.indexOf(step) - 1] ?? null;

/** A report stops the escalation: the step that is planned is put off, or given up where none is due any more. */
export const replanStep = async (
  app: ApplicationContext,
  view: AssignmentView,
): Promise<readonly (Insert | Update)[]> => {
  const planned = await asGivenLast(app, view);
  const rows = (await app.store.plannedReminders([planned.assignment.id])).filter(({ rung }) =>
    isEscalation(rung),
  );
  const [row] = rows;
  if (row === undefined || !isEscalation(row.rung)) return [];
  const step = row.rung.slice('escalate-'.length) as EscalationStep;
  const [next] = planStep(app, planned, stepBefore(step), app.clock.now() + 1);
  if (next?.entity === 'reminder' && next.row.fireAt === row.fireAt && next.row.rung === row.rung) return [];
  return [...rows.map((each) => settle(each, 'cancelled', 'reported')), ...(next ? [next] : [])];
};

/** Work that was sent back is given anew: silence counts from then, not from when it was given first. */
export const asGivenLast = async <V extends Pick<AssignmentView, 'assignment'>>(
  app: ApplicationContext,
  view: V,
): Promise<V> => {
  const { id, taskId, status } = view.assignment;
  if (status !== 'returned') return view;
  const returned = (await app.store.auditOfTask(taskId)).findLast(
    ({ action, assignmentId }) =>
      (action === 'completion_returned' || action === 'completion_reopened') && assignmentId === id,
  );
  return returned === undefined
    ? view
    : { ...view, assignment: { ...view.assignment, createdAt: returned.at } };
};

/** What the record says of an assignment since its unit was given the work last: what came before a transfer back is another story. */
export const sinceGiven = (events: readonly AuditEvent[], assignmentId: string): readonly AuditEvent[] =>
  events
    .slice(
      events.findLastIndex(
        ({ action, after }) => action === 'handed_over' && after?.toAssignmentId === assignmentId,
      ) + 1,
    )
    .filter((event) => event.assignmentId === assignmentId);

/**
 * The last step that was taken for the deadline in force, as the audit trail says; null where none was. It is still the
 * same deadline where the calendar has only moved its last working day.
 */
export const lastStepOf = async (
  app: ApplicationContext,
  { id, taskId, deadlineId }: Pick<Assignment, 'id' | 'taskId' | 'deadlineId'>,
): Promise<EscalationStep | null> => {
  const taken = sinceGiven(await app.store.auditOfTask(taskId), id).filter(
    ({ action }) => action === 'escalated' || action === 'escalation_passed_over',
  );
  if (taken.length === 0) return null;
  const inForce = sameByWord(await app.store.deadlinesOfTask(taskId), deadlineId);
  const steps = taken.flatMap(({ after }) =>
    inForce.some((each) => each === after?.deadlineId) ? [after?.step] : [],
  );
  return ESCALATION_STEPS.findLast((step) => steps.includes(step)) ?? null;
};

/** The ids of a deadline and of those that it has replaced because of the calendar alone; the newest first. */
const sameByWord = (deadlines: readonly TaskDeadline[], deadlineId: string | null): readonly string[] => {
  const byId = new Map(deadlines.map((deadline) => [deadline.id, deadline]));
  const found: string[] = [];
  let deadline = byId.get(deadlineId ?? '');
  while (deadline !== undefined) {
    found.push(deadline.id);
    const { raw, due, lastOk, lastOkWorkday } = deadline;
    const before = byId.get(deadline.replacesId ?? '');
    const isMoved = before?.lastOkWorkday !== lastOkWorkday;
    deadline =
      isMoved && before?.raw === raw && before.due === due && before.lastOk === lastOk ? before : undefined;
  }
  return found;
};
